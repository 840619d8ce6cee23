//! `zhishou ledger verify`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use serde_json::json;
use zhishou_base::CommunityId;
use zhishou_platform::SystemClock;
use zhishou_platform::ledger::{Problem, VerifyReport, chains, verify_chain};

use super::told;
use crate::config::Config;
use crate::installation::{open, require_existing};

#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Walk every chain and name what was altered and what was lawfully erased.
    Verify {
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
        /// Only this community.
        #[arg(long)]
        community: Option<CommunityId>,
        /// A head kept outside (as printed on a day report): `SEQ:HASH`. It must be in the chain.
        #[arg(long, requires = "community")]
        head: Option<String>,
    },
}

/// Runs a command about the ledger.
pub async fn run(config: Config, command: LedgerCommand) -> Result<ExitCode, String> {
    let LedgerCommand::Verify {
        json,
        community,
        head,
    } = command;
    require_existing(&config)?;
    let app = open(&config, Arc::new(SystemClock)).await.map_err(told)?;
    let mut reader = app.platform().read().await.map_err(told)?;
    let communities = match community {
        Some(one) => vec![one],
        None => chains(&mut reader)
            .await
            .map_err(|error| error.to_string())?,
    };
    let mut clean = true;
    let mut reports = Vec::new();
    for community in communities {
        let report = verify_chain(&mut reader, community)
            .await
            .map_err(|error| error.to_string())?;
        clean &= report.problems.is_empty();
        reports.push((community, report));
    }
    if let (Some(head), Some(community)) = (&head, community) {
        clean &= head_is_in_chain(&mut reader, community, head).await?;
    }
    print(&reports, json);
    drop(reader);
    app.platform().db().close().await;
    Ok(if clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn head_is_in_chain(
    reader: &mut zhishou_platform::Reader,
    community: CommunityId,
    head: &str,
) -> Result<bool, String> {
    let (seq, hash) = head
        .split_once(':')
        .ok_or("--head is SEQ:HASH, as printed on a report")?;
    let seq: i64 = seq.parse().map_err(|_| "--head: SEQ must be a number")?;
    let stored = zhishou_platform::ledger::hash_at(reader, community, seq)
        .await
        .map_err(|error| error.to_string())?;
    match stored {
        Some(stored) if stored.starts_with(&hash.to_lowercase()) && hash.len() >= 16 => Ok(true),
        Some(_) => {
            println!("entry {seq} differs from the head kept outside: the chain was rewritten");
            Ok(false)
        }
        None => {
            println!("entry {seq} of the head kept outside is gone: the chain was cut");
            Ok(false)
        }
    }
}

fn print(reports: &[(CommunityId, VerifyReport)], as_json: bool) {
    if as_json {
        let list: Vec<_> = reports
            .iter()
            .map(|(community, report)| json!({ "community": community, "report": report }))
            .collect();
        println!("{}", json!(list));
        return;
    }
    for (community, report) in reports {
        println!(
            "{community}: {} entries, head {}",
            report.entries, report.head
        );
        for erasure in &report.erased {
            println!(
                "  entry {}: “{}” was erased by the privacy procedure, recorded in entry {}",
                erasure.seq, erasure.name, erasure.erased_by
            );
        }
        for problem in &report.problems {
            println!("  {}", sentence(problem));
        }
        if report.problems.is_empty() {
            println!("  intact");
        }
    }
}

/// What a problem of the chain means, for people.
pub(super) fn sentence(problem: &Problem) -> String {
    match problem {
        Problem::Altered { seq } => format!("entry {seq} was ALTERED: it no longer gives its hash"),
        Problem::BrokenLink { seq } => {
            format!(
                "entry {seq} does not continue entry {}: the chain was REWRITTEN",
                seq - 1
            )
        }
        Problem::Missing { seq } => format!("entry {seq} is MISSING"),
        Problem::SecretAltered { seq, name } => {
            format!("entry {seq}: its text “{name}” was ALTERED or removed without an erasure")
        }
        Problem::HeadDiffers { head_seq, last_seq } => {
            format!("the head says {head_seq}, the last entry is {last_seq}: the tail was CUT")
        }
    }
}
