//! The command line.

mod backup;
mod demo;
mod kept_head;
mod ledger;
mod openapi;
mod regulation;
mod restore;
mod serve;
mod terminal;
mod user;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use zhishou_base::CommunityId;
use zhishou_platform::AppError;

use crate::config::{CommonArgs, Config, ServeArgs};
use terminal::{Stop, remark};
pub(crate) use terminal::{both, cause_zh};

/// Zhishou 值守: the duty regulation of a property service centre, run as software.
#[derive(Debug, Parser)]
#[command(name = "zhishou", version, about, long_about = None)]
pub struct Cli {
    #[command(flatten)]
    common: CommonArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and the interface, and keep the deadlines.
    Serve(ServeArgs),
    /// Check, print or list regulations.
    #[command(subcommand)]
    Regulation(regulation::RegulationCommand),
    /// Check the ledger.
    #[command(subcommand)]
    Ledger(ledger::LedgerCommand),
    /// Print the description of the interface (OpenAPI 3.1, JSON).
    Openapi,
    /// Bring the database to the schema of this program.
    Migrate,
    /// Fill an empty data folder with the demo community and a week of its history.
    Demo(demo::DemoArgs),
    /// Copy database and vault key into a new folder, while the server may be running.
    Backup(backup::BackupArgs),
    /// Check a backup and put it in place; stop the server first.
    Restore(restore::RestoreArgs),
    /// Look after accounts from the server's terminal.
    #[command(subcommand)]
    User(user::UserCommand),
}

/// What a shell reports of a program that the signal of a closed pipe has ended.
const NOBODY_READS: u8 = 141;

/// Runs a command; the exit code is 0 when all is well, 1 when a check found something,
/// 2 when the command could not be carried out, and 141, as for a closed pipe, when whoever
/// read its output did not wait for the end.
pub async fn run(cli: Cli) -> ExitCode {
    match dispatch(cli).await {
        Ok(code) => code,
        Err(Stop::Problem(message)) => {
            remark!("zhishou: {message}");
            ExitCode::from(2)
        }
        Err(Stop::NobodyReads) => ExitCode::from(NOBODY_READS),
    }
}

async fn dispatch(cli: Cli) -> Result<ExitCode, Stop> {
    let common = cli.common;
    let config = |serve: &ServeArgs| Config::load(&common, serve);
    match cli.command {
        Command::Serve(args) => serve::serve(config(&args)?).await,
        Command::Regulation(command) => regulation::run(&command),
        Command::Ledger(command) => ledger::run(config(&ServeArgs::default())?, command).await,
        Command::Openapi => openapi::print(),
        Command::Demo(args) => demo::run(config(&ServeArgs::default())?, &args).await,
        Command::Migrate => serve::migrate(config(&ServeArgs::default())?).await,
        Command::Backup(args) => backup::run(config(&ServeArgs::default())?, args).await,
        Command::Restore(args) => restore::run(config(&ServeArgs::default())?, args).await,
        Command::User(command) => user::run(config(&ServeArgs::default())?, command).await,
    }
}

/// An error of the application as a sentence for the terminal.
fn told(error: AppError) -> String {
    match error {
        AppError::Internal(source) => source.to_string(),
        AppError::Invalid(fields) => fields
            .into_iter()
            .map(|field| field.detail)
            .collect::<Vec<_>>()
            .join("; "),
        other => other.to_string(),
    }
}

/// How a chain is called at the terminal.
fn chain_name(community: CommunityId) -> String {
    if community == CommunityId::INSTALLATION {
        return "installation".to_owned();
    }
    format!("community {community}")
}
