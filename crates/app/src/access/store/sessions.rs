//! Sessions as stored.

use zhishou_base::{AccountId, DeviceId, Instant, SessionId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};

use crate::access::session::StoredSession;

impl Record for StoredSession {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            account: row.get("account_id")?,
            device: row.get("device_id")?,
            device_name: row.get("device_name")?,
            created_at: row.get("created_at")?,
            last_seen_at: row.get("last_seen_at")?,
            revoked: row.get::<Option<Instant>>("revoked_at")?.is_some(),
            account_disabled: row.get::<Option<Instant>>("disabled_at")?.is_some(),
        })
    }
}

/// The session of a token's hash, living or not.
pub async fn session_by_token(
    conn: &mut Conn,
    hash: [u8; 32],
) -> Result<Option<StoredSession>, AppError> {
    Ok(sql(
        "SELECT s.id, s.account_id, s.device_id, s.device_name, s.created_at, s.last_seen_at, \
            s.revoked_at, a.disabled_at FROM session s JOIN account a ON a.id = s.account_id \
            WHERE s.token_hash = $1",
    )
    .bind(hash)
    .optional(conn)
    .await?)
}

/// The session of an id, living or not.
pub async fn session_by_id(
    conn: &mut Conn,
    id: SessionId,
) -> Result<Option<StoredSession>, AppError> {
    Ok(sql(
        "SELECT s.id, s.account_id, s.device_id, s.device_name, s.created_at, s.last_seen_at, \
            s.revoked_at, a.disabled_at FROM session s JOIN account a ON a.id = s.account_id \
            WHERE s.id = $1",
    )
    .bind(id)
    .optional(conn)
    .await?)
}

/// An account's sessions, the latest first.
pub async fn sessions_of(
    conn: &mut Conn,
    account: AccountId,
) -> Result<Vec<StoredSession>, AppError> {
    Ok(sql(
        "SELECT s.id, s.account_id, s.device_id, s.device_name, s.created_at, s.last_seen_at, \
            s.revoked_at, a.disabled_at FROM session s JOIN account a ON a.id = s.account_id \
            WHERE s.account_id = $1 AND s.revoked_at IS NULL ORDER BY s.last_seen_at DESC, s.id",
    )
    .bind(account)
    .all(conn)
    .await?)
}

/// Whether a device signed in to an account before.
pub async fn device_is_known(
    conn: &mut Conn,
    account: AccountId,
    device: DeviceId,
) -> Result<bool, AppError> {
    let (count,): (i64,) = sql("SELECT COUNT(*) AS value FROM session \
         WHERE account_id = $1 AND device_id = $2")
    .bind(account)
    .bind(device)
    .one(conn)
    .await?;
    Ok(count > 0)
}

/// Stores a new session.
pub async fn add_session(
    conn: &mut Conn,
    session: &StoredSession,
    hash: [u8; 32],
) -> Result<(), AppError> {
    sql(
        "INSERT INTO session (id, account_id, token_hash, device_id, device_name, created_at, \
         last_seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(session.id)
    .bind(session.account)
    .bind(hash)
    .bind(session.device)
    .bind(&session.device_name)
    .bind(session.created_at)
    .bind(session.last_seen_at)
    .run(conn)
    .await?;
    Ok(())
}

/// Notes that a session was used.
pub async fn see_session(conn: &mut Conn, id: SessionId, at: Instant) -> Result<(), AppError> {
    sql("UPDATE session SET last_seen_at = $1 WHERE id = $2")
        .bind(at)
        .bind(id)
        .run(conn)
        .await?;
    Ok(())
}

/// Ends one session of an account; tells whether there was one.
pub async fn revoke_session(
    conn: &mut Conn,
    account: AccountId,
    id: SessionId,
    at: Instant,
) -> Result<bool, AppError> {
    let ended = sql("UPDATE session SET revoked_at = $1 \
         WHERE id = $2 AND account_id = $3 AND revoked_at IS NULL")
    .bind(at)
    .bind(id)
    .bind(account)
    .run(conn)
    .await?;
    Ok(ended > 0)
}

/// Ends all sessions of an account but one.
pub async fn revoke_sessions_but(
    conn: &mut Conn,
    account: AccountId,
    kept: Option<SessionId>,
    at: Instant,
) -> Result<(), AppError> {
    sql("UPDATE session SET revoked_at = $1 \
         WHERE account_id = $2 AND id <> $3 AND revoked_at IS NULL")
    .bind(at)
    .bind(account)
    .bind(kept.unwrap_or(SessionId(uuid::Uuid::nil())))
    .run(conn)
    .await?;
    Ok(())
}
