//! `zhishou user reset-password`.

use std::io::{BufRead as _, IsTerminal as _};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use zhishou_app::access::reset_password_at_terminal;
use zhishou_platform::SystemClock;

use super::told;
use crate::config::Config;
use crate::installation::{open_and_migrate, require_existing};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Set a new password for an account; it is read from standard input.
    ResetPassword {
        /// Account name or phone number.
        login: String,
    },
}

/// Runs a command about accounts.
pub async fn run(config: Config, command: UserCommand) -> Result<ExitCode, String> {
    let UserCommand::ResetPassword { login } = command;
    require_existing(&config)?;
    let app = open_and_migrate(&config, Arc::new(SystemClock))
        .await
        .map_err(told)?;
    if std::io::stdin().is_terminal() {
        eprintln!("New password for {login} (at least 8 characters, shown while typing):");
    }
    let mut password = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut password)
        .map_err(|error| error.to_string())?;
    let password = password.trim_end_matches(['\r', '\n']).to_owned();
    reset_password_at_terminal(&app, &login, password)
        .await
        .map_err(told)?;
    println!("The password of {login} is set; its sessions have ended.");
    app.platform().db().close().await;
    Ok(ExitCode::SUCCESS)
}
