//! Sessions: found by the hash of their cookie, so that a stolen database signs nobody in.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zhishou_base::{AccountId, DeviceId, Instant, SessionId, Span};
use zhishou_platform::AppError;

use super::signed_in::SignedIn;
use super::store;
use crate::app::App;

/// The cookie that carries the session's token.
pub const SESSION_COOKIE: &str = "zhishou_session";
/// The cookie that names the device; it outlives sessions and gives no rights.
pub const DEVICE_COOKIE: &str = "zhishou_device";

/// "Last seen" is stored at most this often.
const SEEN_EVERY: Span = Span::minutes(5);

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// A `Set-Cookie` value. A negative age deletes the cookie.
pub fn set_cookie(app: &App, name: &str, value: &str, max_age_seconds: i64) -> String {
    let secure = if app.config().secure_cookies {
        "; Secure"
    } else {
        ""
    };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={max_age_seconds}{secure}")
}

/// The device a request names, if it names one.
pub fn device_of(headers: &HeaderMap) -> Option<DeviceId> {
    cookie(headers, DEVICE_COOKIE)?.parse().ok()
}

/// A fresh token and what is stored of it.
pub fn new_token(app: &App) -> (String, [u8; 32]) {
    let mut bytes = [0_u8; 32];
    app.platform().entropy().fill(&mut bytes);
    let token = BASE64URL_NOPAD.encode(&bytes);
    let hash = token_hash(&token);
    (token, hash)
}

/// What is stored of a token.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The living session of a token.
pub async fn by_token(app: &App, token: &str) -> Result<Option<SignedIn>, AppError> {
    let mut reader = app.platform().read().await?;
    let found = store::session_by_token(&mut reader, token_hash(token)).await?;
    signed_in(app, reader, found).await
}

/// The living session of an id.
pub async fn by_id(app: &App, id: SessionId) -> Result<Option<SignedIn>, AppError> {
    let mut reader = app.platform().read().await?;
    let found = store::session_by_id(&mut reader, id).await?;
    signed_in(app, reader, found).await
}

/// A session as stored.
pub struct StoredSession {
    pub id: SessionId,
    pub account: AccountId,
    pub device: DeviceId,
    pub device_name: String,
    pub created_at: Instant,
    pub last_seen_at: Instant,
    pub revoked: bool,
    pub account_disabled: bool,
}

impl StoredSession {
    /// Whether it still signs its owner in.
    pub fn lives(&self, app: &App) -> bool {
        let life = Span::hours(i64::from(app.config().session_hours));
        let expired = app.platform().now().since(self.last_seen_at) > life;
        !(self.revoked || self.account_disabled || expired)
    }
}

async fn signed_in(
    app: &App,
    mut reader: zhishou_platform::Reader,
    found: Option<StoredSession>,
) -> Result<Option<SignedIn>, AppError> {
    let Some(session) = found.filter(|session| session.lives(app)) else {
        return Ok(None);
    };
    let now = app.platform().now();
    let memberships = store::memberships(&mut reader, session.account, now).await?;
    // Given back first: requests that each held one connection and waited for a second would,
    // when enough come at once, wait for each other.
    drop(reader);
    if now.since(session.last_seen_at) >= SEEN_EVERY {
        let mut unrecorded = app.platform().write_unrecorded().await?;
        store::see_session(&mut unrecorded, session.id, now).await?;
        unrecorded.commit().await?;
    }
    Ok(Some(SignedIn {
        session: session.id,
        account: session.account,
        device: session.device,
        memberships,
    }))
}
