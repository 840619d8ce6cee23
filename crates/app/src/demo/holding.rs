//! Telling a demo from real data.

use zhishou_platform::AppError;
use zhishou_platform::migrate::schema_version;

use super::cast::CAST;
use super::founding::NAME;
use crate::access::find_account;
use crate::app::App;
use crate::people;

/// What an installation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// No community yet.
    Nothing,
    /// The demo and nothing else.
    Demo,
    /// Data of somebody.
    OtherData,
}

/// Looks whether an installation is empty or holds the demo. The demo is known by its only
/// community and the accounts of its whole cast; a real centre has no such set by chance.
///
/// # Errors
/// The database failed.
pub async fn what_it_holds(app: &App) -> Result<Holding, AppError> {
    let known = {
        let mut reader = app.platform().read().await?;
        if schema_version(&mut reader).await?.is_none() {
            return Ok(Holding::Nothing);
        }
        people::communities(&mut reader).await?
    };
    match known.as_slice() {
        [] => return Ok(Holding::Nothing),
        [community] if community.name == NAME => {}
        _ => return Ok(Holding::OtherData),
    }
    for member in CAST {
        if find_account(app, member.login).await?.is_none() {
            return Ok(Holding::OtherData);
        }
    }
    Ok(Holding::Demo)
}
