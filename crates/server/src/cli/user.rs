//! `zhishou user reset-password`.

use std::io::{BufRead as _, IsTerminal as _};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use zhishou_app::access::{is_login, reset_password_at_terminal};
use zhishou_platform::SystemClock;

use super::terminal::{Stop, both, remark, say};
use super::told;
use crate::config::Config;
use crate::installation::{open_and_migrate, require_existing};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Set a new password for an account; it is asked twice at a terminal and not shown, else
    /// read from standard input.
    ResetPassword {
        /// Account name or phone number.
        login: String,
    },
}

/// Runs a command about accounts.
pub async fn run(config: Config, command: UserCommand) -> Result<ExitCode, Stop> {
    let UserCommand::ResetPassword { login } = command;
    require_existing(&config)?;
    let app = open_and_migrate(&config, Arc::new(SystemClock))
        .await
        .map_err(told)?;
    if !is_login(&app, &login).await.map_err(told)? {
        return Err(no_account(&config, &login).into());
    }
    let password = if std::io::stdin().is_terminal() {
        ask_twice(&login)?
    } else {
        read_line()?
    };
    reset_password_at_terminal(&app, &login, password)
        .await
        .map_err(told)?;
    say!("The password of {login} is set; its sessions have ended.")?;
    app.platform().db().close().await;
    Ok(ExitCode::SUCCESS)
}

fn no_account(config: &Config, login: &str) -> String {
    let folder = config.data_dir.display();
    both(
        format!(
            "{folder} 的安装中没有账号“{login}”。请核对登录用的账号或手机号；\
             能登录的管理员可在“账号管理”页查到全部账号。"
        ),
        format!(
            "the installation in {folder} has no account {login:?}: check the account name or \
             phone number; an administrator who can sign in finds all of them on the accounts page"
        ),
    )
}

/// Asks at the terminal, without showing what is typed.
fn ask_twice(login: &str) -> Result<String, String> {
    let ask = |prompt: String| {
        rpassword::prompt_password(prompt)
            .map_err(|error| format!("the password could not be read: {error}"))
    };
    remark!("密码至少 8 位，输入时不显示 (at least 8 characters, not shown while typing)");
    let password = ask(format!("{login} 的新密码 (new password): "))?;
    if ask("再输入一次 (once more): ".to_owned())? == password {
        return Ok(password);
    }
    Err(both(
        "两次输入的密码不一致，密码没有更改，请重新执行。",
        "the two passwords differ; nothing was changed, run the command again",
    ))
}

fn read_line() -> Result<String, String> {
    let mut password = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut password)
        .map_err(|error| error.to_string())?;
    Ok(password.trim_end_matches(['\r', '\n']).to_owned())
}
