//! Signing in by account or phone number and password.

use zhishou_base::{DeviceId, SessionId};
use zhishou_platform::{AppError, verify_password};
use zhishou_rules::access::{ThrottleScope, normal_login};

use super::session::{StoredSession, new_token};
use super::store::{self, Account};
use super::throttle::{self, Counted, Counter};
use crate::app::App;
use crate::http::Failure;

/// A session that was just opened.
pub struct OpenedSession {
    /// What the cookie carries.
    pub token: String,
    /// The device it belongs to.
    pub device: DeviceId,
}

/// What a person typed, and from where.
pub struct Attempt {
    pub login: String,
    pub password: String,
    pub device: Option<DeviceId>,
    pub device_name: String,
    pub address: String,
}

/// Opens a session, or tells to wait, or that account and password do not fit.
pub async fn sign_in(app: &App, attempt: Attempt) -> Result<OpenedSession, Failure> {
    let login = normal_login(&attempt.login);
    let (account, known) = {
        let mut reader = app.platform().read().await?;
        let account = store::account_by_login(&mut reader, &login).await?;
        let known = match (&account, attempt.device) {
            (Some(account), Some(device)) => {
                store::device_is_known(&mut reader, account.id, device).await?
            }
            _ => false,
        };
        (account, known)
    };
    let counters = counters(&attempt, &login, account.as_ref(), known);
    let counted = throttle::count(app, &counters).await?;
    let hash = account
        .as_ref()
        .filter(|a| !a.disabled)
        .map(|a| a.password.clone());
    let fits = verify_password(app.config().password_cost, hash, attempt.password).await?;
    let Some(account) = account.filter(|_| fits) else {
        return Err(AppError::refused("wrong_password", "账号或密码不正确，请核对后重试").into());
    };
    let device = attempt.device.unwrap_or_else(|| fresh_device(app));
    Ok(open(app, &account, device, attempt.device_name, Some(counted)).await?)
}

fn fresh_device(app: &App) -> DeviceId {
    DeviceId(app.platform().entropy().uuid(app.platform().now()))
}

fn counters(
    attempt: &Attempt,
    login: &str,
    account: Option<&Account>,
    known: bool,
) -> Vec<Counter> {
    let address = Counter {
        scope: ThrottleScope::Address,
        key: attempt.address.clone(),
    };
    let own = match (account, attempt.device) {
        // Only its own mistakes delay a device that is known: whoever else guesses from the
        // same office keeps nobody out.
        (Some(account), Some(device)) if known => {
            return vec![Counter {
                scope: ThrottleScope::AccountFromKnownDevice,
                key: format!("{}:{device}", account.id),
            }];
        }
        (Some(account), _) => Counter {
            scope: ThrottleScope::AccountFromStrangers,
            key: account.id.to_string(),
        },
        // Unknown names are delayed alike, so that a delay does not tell who exists.
        (None, _) => Counter {
            scope: ThrottleScope::AccountFromStrangers,
            key: format!("?{login}"),
        },
    };
    vec![own, address]
}

/// Opens a session without a password, for a person who has just been set up.
///
/// # Errors
/// The database failed.
pub async fn open_session(
    app: &App,
    login: &str,
    device: Option<DeviceId>,
) -> Result<OpenedSession, AppError> {
    let account = store::account_by_login(&mut *app.platform().read().await?, &normal_login(login))
        .await?
        .ok_or(AppError::NotFound { what: "该账号" })?;
    let device = device.unwrap_or_else(|| fresh_device(app));
    open(app, &account, device, String::new(), None).await
}

async fn open(
    app: &App,
    account: &Account,
    device: DeviceId,
    device_name: String,
    counted: Option<Counted>,
) -> Result<OpenedSession, AppError> {
    let now = app.platform().now();
    let (token, hash) = new_token(app);
    let session = StoredSession {
        id: SessionId(app.platform().entropy().uuid(now)),
        account: account.id,
        device,
        device_name: device_name.chars().take(80).collect(),
        created_at: now,
        last_seen_at: now,
        revoked: false,
        account_disabled: false,
    };
    let mut unrecorded = app.platform().write_unrecorded().await?;
    store::add_session(&mut unrecorded, &session, hash).await?;
    if let Some(counted) = counted {
        counted.forgive(&mut unrecorded).await?;
    }
    store::sweep(
        &mut unrecorded,
        now - zhishou_rules::access::FORGOTTEN_AFTER,
    )
    .await?;
    unrecorded.commit().await?;
    Ok(OpenedSession { token, device })
}
