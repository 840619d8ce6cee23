//! `zhishou ledger verify`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use serde_json::json;
use zhishou_base::CommunityId;
use zhishou_platform::SystemClock;
use zhishou_platform::ledger::{Problem, VerifyReport, chains, verify_chain};

use super::kept_head::{Kept, KeptHead};
use super::terminal::{Stop, say};
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
pub async fn run(config: Config, command: LedgerCommand) -> Result<ExitCode, Stop> {
    let LedgerCommand::Verify {
        json,
        community,
        head,
    } = command;
    let head = head.as_deref().map(KeptHead::read).transpose()?;
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
    let mut walks = Vec::new();
    for community in communities {
        let report = verify_chain(&mut reader, community)
            .await
            .map_err(|error| error.to_string())?;
        let kept = match &head {
            Some(head) => Some(head.look_for(&mut reader, community).await?),
            None => None,
        };
        let walk = Walk {
            community,
            report,
            kept,
        };
        clean &= walk.is_clean();
        walks.push(walk);
    }
    drop(reader);
    app.platform().db().close().await;
    print(&walks, head.as_ref(), json)?;
    Ok(if clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What was found on one chain.
struct Walk {
    community: CommunityId,
    report: VerifyReport,
    /// Whether a head kept outside is in it, when one was given.
    kept: Option<Kept>,
}

impl Walk {
    fn is_clean(&self) -> bool {
        self.report.problems.is_empty() && matches!(self.kept, None | Some(Kept::Found))
    }
}

fn print(walks: &[Walk], head: Option<&KeptHead>, as_json: bool) -> Result<(), Stop> {
    if as_json {
        let list: Vec<_> = walks
            .iter()
            .map(|walk| {
                let mut told = json!({ "community": walk.community, "report": walk.report });
                if let Some(kept) = walk.kept {
                    told["head_kept_outside"] = json!(kept);
                }
                told
            })
            .collect();
        return say!("{}", json!(list));
    }
    for walk in walks {
        let report = &walk.report;
        say!(
            "{}: {} entries, head {}",
            walk.community,
            report.entries,
            report.head
        )?;
        for erasure in &report.erased {
            say!(
                "  entry {}: “{}” was erased by the privacy procedure, recorded in entry {}",
                erasure.seq,
                erasure.name,
                erasure.erased_by
            )?;
        }
        for problem in &report.problems {
            say!("  {}", sentence(problem))?;
        }
        if let (Some(kept), Some(head)) = (walk.kept, head) {
            say!("  {}", kept.sentence(head.seq))?;
        }
        if walk.is_clean() {
            say!("  intact")?;
        }
    }
    Ok(())
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
