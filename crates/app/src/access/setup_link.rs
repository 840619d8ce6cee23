//! The one-time link that sets up an empty installation. It is printed to the
//! server's terminal only, works once, and expires.

use zhishou_base::Span;
use zhishou_platform::{Act, AppError};

use super::session::{new_token, token_hash};
use super::store;
use crate::app::App;

const LIFE: Span = Span::hours(24);

/// Whether nobody has an account yet, so that the installation waits for its set-up link.
///
/// # Errors
/// The database failed.
pub async fn needs_setup(app: &App) -> Result<bool, AppError> {
    Ok(!store::any_account(&mut *app.platform().read().await?).await?)
}

/// Makes a link token when nobody has an account yet.
///
/// # Errors
/// The database failed.
pub async fn offer_setup_link(app: &App) -> Result<Option<String>, AppError> {
    if !needs_setup(app).await? {
        return Ok(None);
    }
    let (token, hash) = new_token(app);
    let now = app.platform().now();
    let mut unrecorded = app.platform().write_unrecorded().await?;
    store::add_setup_link(&mut unrecorded, hash, now, now + LIFE).await?;
    unrecorded.commit().await?;
    Ok(Some(token))
}

/// Refuses a link that cannot be used any more.
///
/// # Errors
/// The link has expired or is none of this installation's, or somebody has an account already.
pub async fn require_open_link(app: &App, token: &str) -> Result<(), AppError> {
    let mut reader = app.platform().read().await?;
    if store::any_account(&mut reader).await? {
        return Err(already_set_up());
    }
    let expiry = store::setup_link_expiry(&mut reader, token_hash(token)).await?;
    if expiry.is_some_and(|expires_at| app.platform().now() < expires_at) {
        return Ok(());
    }
    Err(spent())
}

/// Uses a link up, inside the act that sets the installation up.
///
/// # Errors
/// As [`require_open_link`].
pub async fn use_setup_link(act: &mut Act, token: &str) -> Result<(), AppError> {
    if store::any_account(act).await? {
        return Err(already_set_up());
    }
    let now = act.now();
    if store::spend_setup_link(act, token_hash(token), now).await? {
        return Ok(());
    }
    Err(spent())
}

/// A restart prints no other link then, so the person is sent to sign in.
fn already_set_up() -> AppError {
    AppError::refused("already_set_up", "初始设置已经完成，请直接登录")
}

fn spent() -> AppError {
    let detail = "初始设置链接无效或已过期，初始设置尚未完成；\
                  请在服务器上重新启动值守，终端会显示新的链接";
    AppError::refused("setup_link_spent", detail)
}
