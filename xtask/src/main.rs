//! Checks of this repository that no ready-made lint makes: `cargo xtask tidy`.
//!
//! Only the standard library is used, so the checks compile in seconds and
//! cannot break with somebody else's release.
#![allow(
    clippy::print_stdout,
    reason = "a command-line tool talks on standard output"
)]

mod finding;
mod lexer;
mod source;
mod tidy;
mod use_paths;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("tidy"), None) => run_tidy(&repository_root()),
        _ => {
            println!("usage: cargo xtask tidy");
            ExitCode::from(2)
        }
    }
}

/// The folder that holds the workspace's `Cargo.toml`.
///
/// `cargo` tells it at run time, so a moved clone never checks its old place;
/// started by hand, the tool takes the current folder.
fn repository_root() -> PathBuf {
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(manifest_folder) => Path::new(&manifest_folder).join(".."),
        None => PathBuf::from("."),
    }
}

fn run_tidy(root: &Path) -> ExitCode {
    let sources = match source::read_tree(root) {
        Ok(sources) => sources,
        Err(problem) => {
            println!("tidy: {problem}");
            return ExitCode::from(2);
        }
    };
    let findings = tidy::check_all(&sources);
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!(
            "tidy: {} files, {} checks, clean",
            sources.len(),
            tidy::CHECKS.len()
        );
        ExitCode::SUCCESS
    } else {
        println!("tidy: {} findings", findings.len());
        ExitCode::FAILURE
    }
}
