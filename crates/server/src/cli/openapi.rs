//! `zhishou openapi`.

use std::process::ExitCode;

use super::terminal::{Stop, say};
use crate::web::openapi;

/// Prints the description of the interface.
pub fn print() -> Result<ExitCode, Stop> {
    let json = openapi()
        .to_pretty_json()
        .map_err(|error| error.to_string())?;
    say!("{json}")?;
    Ok(ExitCode::SUCCESS)
}
