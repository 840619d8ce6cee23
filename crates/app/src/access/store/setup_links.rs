//! Set-up links as stored.

use zhishou_base::Instant;
use zhishou_platform::{AppError, Conn, sql};

/// Stores a link.
pub async fn add_setup_link(
    conn: &mut Conn,
    hash: [u8; 32],
    created_at: Instant,
    expires_at: Instant,
) -> Result<(), AppError> {
    sql("INSERT INTO setup_link (token_hash, created_at, expires_at) VALUES ($1, $2, $3)")
        .bind(hash)
        .bind(created_at)
        .bind(expires_at)
        .run(conn)
        .await?;
    Ok(())
}

/// When an unused link expires.
pub async fn setup_link_expiry(
    conn: &mut Conn,
    hash: [u8; 32],
) -> Result<Option<Instant>, AppError> {
    let row: Option<(Instant,)> = sql("SELECT expires_at AS value FROM setup_link \
         WHERE token_hash = $1 AND used_at IS NULL")
    .bind(hash)
    .optional(conn)
    .await?;
    Ok(row.map(|(expires_at,)| expires_at))
}

/// Uses a link up; tells whether it could be used.
pub async fn spend_setup_link(
    conn: &mut Conn,
    hash: [u8; 32],
    at: Instant,
) -> Result<bool, AppError> {
    let spent = sql("UPDATE setup_link SET used_at = $1 \
         WHERE token_hash = $2 AND used_at IS NULL AND expires_at > $3")
    .bind(at)
    .bind(hash)
    .bind(at)
    .run(conn)
    .await?;
    Ok(spent > 0)
}
