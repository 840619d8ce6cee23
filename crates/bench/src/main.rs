//! `zhishou-bench`: how long it takes until a call that came in is stored, against a raw
//! insert of the same rows; idle memory; start-up time. See docs/bench.md.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it speaks to the terminal"
)]

mod capture;
mod install;
mod intake;
mod measure;
mod process;
mod raw;
mod report;
mod stopwatch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::install::{Engine, Installations};
use crate::intake::Kind;
use crate::measure::{Comparison, Load, compare};
use crate::report::Report;

/// Whatever went wrong, as a sentence.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Measures intake, idle memory and start-up time.
#[derive(Debug, Parser)]
#[command(name = "zhishou-bench", about)]
struct Args {
    /// Acts of each kind and number of writers, on each side.
    #[arg(long, default_value_t = 1_000)]
    acts: usize,
    /// Numbers of writers at the same time.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 4])]
    writers: Vec<usize>,
    /// Folder of the databases; the disk it lies on is the one that is measured.
    #[arg(long, default_value = "target/bench")]
    folder: PathBuf,
    /// PostgreSQL; without it only SQLite is measured.
    #[arg(long, env = "ZHISHOU_TEST_POSTGRES")]
    postgres: Option<String>,
    /// The server's program; without it memory and start-up are not measured.
    #[arg(long, env = "ZHISHOU_BIN")]
    server: Option<PathBuf>,
    /// Starts of the server.
    #[arg(long, default_value_t = 5)]
    starts: usize,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zhishou-bench: {error}");
            ExitCode::from(2)
        }
    }
}

async fn run(args: &Args) -> Result<(), Failure> {
    std::fs::create_dir_all(&args.folder)?;
    let mut report = Report {
        intake: measure_intake(args, Engine::Sqlite).await?,
        server: None,
    };
    if let Some(url) = args.postgres.as_ref().filter(|url| !url.is_empty()) {
        let engine = Engine::Postgres(url.clone());
        report.intake.extend(measure_intake(args, engine).await?);
    }
    if let Some(server) = &args.server {
        let server = server.canonicalize()?;
        report.server = Some(process::measure(&server, &args.folder, args.starts).await?);
    }
    print!("{report}");
    let file = args.folder.join("bench.json");
    std::fs::write(&file, serde_json::to_string_pretty(&report.to_json())?)?;
    println!("written to {}", shown(&file));
    Ok(())
}

async fn measure_intake(args: &Args, engine: Engine) -> Result<Vec<Comparison>, Failure> {
    eprintln!("{}: preparing two installations of the demo", engine.name());
    let mut installations = Installations::prepare(&args.folder, engine).await?;
    let mut results = Vec::new();
    for kind in [Kind::Contact, Kind::ContactWithOrder] {
        for writers in &args.writers {
            eprintln!(
                "{}: {kind:?}, {writers} writers",
                installations.engine.name()
            );
            let load = Load {
                kind,
                writers: *writers,
                acts: args.acts,
            };
            results.push(compare(&mut installations, load).await?);
        }
    }
    installations.remove().await?;
    Ok(results)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
