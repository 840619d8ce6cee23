//! `zhishou`: the one binary.

use std::process::ExitCode;

use clap::Parser as _;
use zhishou_server::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    run(Cli::parse()).await
}
