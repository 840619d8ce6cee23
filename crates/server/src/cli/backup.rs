//! `zhishou backup`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::chain_name;
use super::terminal::{Stop, say};
use crate::backup::{Engine, Manifest, NewFolder, write_backup};
use crate::config::Config;
use crate::observe::start_logging;

/// Arguments of `backup`.
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// Folder to write; it must not exist yet, and appears only when it is complete.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

/// Copies database and vault key, while the server may be running.
pub async fn run(config: Config, args: BackupArgs) -> Result<ExitCode, Stop> {
    start_logging("warn")?;
    let folder = NewFolder::beside(&args.to)?;
    let manifest = write_backup(&config, folder.path()).await?;
    folder.finish()?;
    report(&args, &manifest)?;
    Ok(ExitCode::SUCCESS)
}

fn report(args: &BackupArgs, manifest: &Manifest) -> Result<(), Stop> {
    say!("Backup written to {}", args.to.display())?;
    let engine = match &manifest.engine {
        Engine::Sqlite => "SQLite".to_owned(),
        Engine::Postgres { schema } => format!("PostgreSQL, schema {schema}"),
    };
    say!(
        "  program {}, schema version {}, {engine}",
        manifest.program_version,
        manifest.schema_version
    )?;
    for file in &manifest.files {
        say!("  {} ({} bytes)", file.name, file.bytes)?;
    }
    say!("Heads of the ledger; keep them outside as well, on paper or by mail:")?;
    for chain in &manifest.chains {
        say!(
            "  {}: {}:{}",
            chain_name(chain.community_id),
            chain.seq,
            chain.hash
        )?;
    }
    say!(
        "The folder holds the vault key: whoever has it can read sealed fields. Keep it as safe \
         as the server itself."
    )
}
