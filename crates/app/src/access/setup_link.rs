//! The one-time link that sets up an empty installation. It is printed to the
//! server's terminal only, works once, and expires.

use zhishou_base::Span;
use zhishou_platform::{Act, AppError};

use super::session::{new_token, token_hash};
use super::store;
use crate::app::App;

const LIFE: Span = Span::hours(24);

/// Makes a link token when nobody has an account yet.
///
/// # Errors
/// The database failed.
pub async fn offer_setup_link(app: &App) -> Result<Option<String>, AppError> {
    if store::any_account(&mut *app.platform().read().await?).await? {
        return Ok(None);
    }
    let (token, hash) = new_token(app);
    let now = app.platform().now();
    let mut unrecorded = app.platform().write_unrecorded().await?;
    store::add_setup_link(&mut unrecorded, hash, now, now + LIFE).await?;
    unrecorded.commit().await?;
    Ok(Some(token))
}

/// Whether a link can still be used.
///
/// # Errors
/// The database failed.
pub async fn setup_link_is_open(app: &App, token: &str) -> Result<bool, AppError> {
    let mut reader = app.platform().read().await?;
    let expiry = store::setup_link_expiry(&mut reader, token_hash(token)).await?;
    let taken = store::any_account(&mut reader).await?;
    Ok(!taken && expiry.is_some_and(|expires_at| app.platform().now() < expires_at))
}

/// Uses a link up, inside the act that sets the installation up.
///
/// # Errors
/// The link was used, has expired, or somebody has an account already.
pub async fn use_setup_link(act: &mut Act, token: &str) -> Result<(), AppError> {
    let now = act.now();
    let used = store::spend_setup_link(act, token_hash(token), now).await?;
    if !used || store::any_account(act).await? {
        let detail = "设置链接已使用或已过期，请在服务器上重新启动程序获取新链接";
        return Err(AppError::refused("setup_link_spent", detail));
    }
    Ok(())
}
