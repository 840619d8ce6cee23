//! `zhishou restore`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use zhishou_platform::ledger::{ChainHead, VerifyReport, chains, hash_at, verify_chain};
use zhishou_platform::{Clock, Reader, SystemClock};

use super::terminal::{Stop, remark, say};
use super::{chain_name, ledger, told};
use crate::backup::{Aside, Manifest, Unfit, bring_back};
use crate::config::Config;
use crate::installation::open;
use crate::observe::start_logging;

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// Folder that `backup` wrote.
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// Replace an existing installation; what is there is moved aside, never deleted.
    #[arg(long)]
    replace: bool,
}

/// Checks a backup, puts it in place and walks its ledger.
pub async fn run(config: Config, args: RestoreArgs) -> Result<ExitCode, Stop> {
    start_logging("warn")?;
    let manifest = match Manifest::read_and_check(&args.from) {
        Ok(manifest) => manifest,
        Err(Unfit::Unreadable(problem)) => return Err(problem.into()),
        Err(Unfit::Corrupted(problems)) => {
            remark!("zhishou: {} is damaged:", args.from.display());
            for problem in problems {
                remark!("  {problem}");
            }
            remark!("Nothing was changed. Use another backup.");
            return Ok(ExitCode::FAILURE);
        }
    };
    refuse_newer_schema(&manifest)?;
    let mut aside = Aside::new(&config.data_dir, SystemClock.now(), args.replace);
    bring_back(&config, &args.from, &manifest, &mut aside).await?;
    say!(
        "Restored the backup of program {}, schema version {}.",
        manifest.program_version,
        manifest.schema_version
    )?;
    for moved in &aside.moved {
        say!("What was there before was moved: {moved}")?;
    }
    check_ledger(&config, &manifest).await
}

fn refuse_newer_schema(manifest: &Manifest) -> Result<(), String> {
    let newest = zhishou_app::migrations()
        .last()
        .map_or(0, |step| step.version);
    if manifest.schema_version <= newest {
        return Ok(());
    }
    Err(format!(
        "the backup has schema version {}, this program knows {newest}: use program {} or newer; \
         nothing was changed",
        manifest.schema_version, manifest.program_version
    ))
}

/// Walks every restored chain and compares its head with the manifest.
async fn check_ledger(config: &Config, manifest: &Manifest) -> Result<ExitCode, Stop> {
    let app = open(config, Arc::new(SystemClock)).await.map_err(told)?;
    let mut reader = app.platform().read().await.map_err(told)?;
    let mut clean = true;
    for chain in &manifest.chains {
        let report = verify_chain(&mut reader, chain.community_id)
            .await
            .map_err(|error| error.to_string())?;
        let head_fits = head_fits(&mut reader, chain).await?;
        clean &= head_fits && report.problems.is_empty();
        print_chain(chain, &report, head_fits)?;
    }
    let stored = chains(&mut reader)
        .await
        .map_err(|error| error.to_string())?;
    for community in stored {
        if !manifest.chains.iter().any(|c| c.community_id == community) {
            clean = false;
            say!("{}: NOT in the manifest", chain_name(community))?;
        }
    }
    drop(reader);
    app.platform().db().close().await;
    if clean {
        say!("The ledger is intact and ends where the manifest says.")?;
        return Ok(ExitCode::SUCCESS);
    }
    say!("The ledger is NOT what the manifest says; see above, and keep this backup as evidence.")?;
    Ok(ExitCode::FAILURE)
}

async fn head_fits(reader: &mut Reader, chain: &ChainHead) -> Result<bool, String> {
    let stored = hash_at(reader, chain.community_id, chain.seq)
        .await
        .map_err(|error| error.to_string())?;
    // A community that has not acted yet has a head before its first entry.
    Ok(stored.as_deref() == Some(&chain.hash) || chain.seq == 0)
}

fn print_chain(chain: &ChainHead, report: &VerifyReport, head_fits: bool) -> Result<(), Stop> {
    let verdict = if head_fits && report.entries == chain.seq {
        "matches the manifest".to_owned()
    } else {
        format!("DIFFERS from the manifest ({}:{})", chain.seq, chain.hash)
    };
    say!(
        "{}: {} entries, head {} {verdict}",
        chain_name(chain.community_id),
        report.entries,
        report.head
    )?;
    for problem in &report.problems {
        say!("  {}", ledger::sentence(problem))?;
    }
    Ok(())
}
