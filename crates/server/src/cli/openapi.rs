//! `zhishou openapi`.

use std::process::ExitCode;

use crate::web::openapi;

/// Prints the description of the interface.
pub fn print() -> Result<ExitCode, String> {
    let json = openapi()
        .to_pretty_json()
        .map_err(|error| error.to_string())?;
    println!("{json}");
    Ok(ExitCode::SUCCESS)
}
