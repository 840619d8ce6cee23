//! Failed attempts as stored.

use zhishou_base::Instant;
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::access::{Failures, ThrottleScope};

use crate::access::throttle::Counter;

struct FailuresRow(Failures);

impl Record for FailuresRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(Failures {
            count: row.get("failures")?,
            last_at: row.get("last_at")?,
        }))
    }
}

/// The failures of one counter.
pub async fn failures(conn: &mut Conn, counter: &Counter) -> Result<Option<Failures>, AppError> {
    let row: Option<FailuresRow> =
        sql("SELECT failures, last_at FROM throttle WHERE scope = $1 AND key = $2")
            .bind(counter.scope.as_str())
            .bind(&counter.key)
            .optional(conn)
            .await?;
    Ok(row.map(|FailuresRow(failures)| failures))
}

/// The failures of one counter, which stays locked until the transaction ends: attempts sent
/// side by side are counted one after the other.
pub async fn lock_failures(
    conn: &mut Conn,
    counter: &Counter,
    now: Instant,
) -> Result<Option<Failures>, AppError> {
    sql(
        "INSERT INTO throttle (scope, key, failures, last_at) VALUES ($1, $2, 0, $3) \
         ON CONFLICT (scope, key) DO UPDATE SET failures = throttle.failures",
    )
    .bind(counter.scope.as_str())
    .bind(&counter.key)
    .bind(now)
    .run(conn)
    .await?;
    let stands = failures(conn, counter).await?;
    Ok(stands.filter(|failures| failures.count > 0))
}

/// Stores the failures of one counter.
pub async fn save_failures(
    conn: &mut Conn,
    counter: &Counter,
    failures: Failures,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO throttle (scope, key, failures, last_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (scope, key) DO UPDATE SET failures = excluded.failures, \
         last_at = excluded.last_at",
    )
    .bind(counter.scope.as_str())
    .bind(&counter.key)
    .bind(failures.count)
    .bind(failures.last_at)
    .run(conn)
    .await?;
    Ok(())
}

/// Forgets the failures of one counter, after a success.
pub async fn forgive(conn: &mut Conn, counter: &Counter) -> Result<(), AppError> {
    sql("DELETE FROM throttle WHERE scope = $1 AND key = $2")
        .bind(counter.scope.as_str())
        .bind(&counter.key)
        .run(conn)
        .await?;
    Ok(())
}

/// Forgets every failure whose key begins so: a supervisor's unlock.
pub async fn forgive_all(
    conn: &mut Conn,
    scope: ThrottleScope,
    prefix: &str,
) -> Result<(), AppError> {
    sql("DELETE FROM throttle WHERE scope = $1 AND key >= $2 AND key < $3")
        .bind(scope.as_str())
        .bind(prefix)
        .bind(format!("{prefix}\u{7f}"))
        .run(conn)
        .await?;
    Ok(())
}

/// Removes counters that no longer matter.
pub async fn sweep(conn: &mut Conn, before: Instant) -> Result<(), AppError> {
    sql("DELETE FROM throttle WHERE last_at < $1")
        .bind(before)
        .run(conn)
        .await?;
    Ok(())
}
