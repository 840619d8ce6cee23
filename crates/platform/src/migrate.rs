//! Brings the schema of a database to the version of this program.

use zhishou_base::Instant;

use crate::db::dialect::{has_table, lock_schema, schema_for};
use crate::db::{Conn, Db, DbError, sql};

/// One released step of the schema.
#[derive(Debug, Clone)]
pub struct Migration {
    /// 1, 2, 3 … without gaps.
    pub version: i64,
    /// Statements of this step, in the dialect-neutral words.
    pub text: String,
}

/// Tables of the plumbing, first part of the first migration.
pub const PLATFORM_SCHEMA: &str = include_str!("schema.sql");

/// Applies the steps that are missing, all in one transaction, and tells the version reached.
///
/// # Errors
/// A step failed (nothing is changed then), or the database is newer than this program.
pub async fn migrate(db: &Db, steps: &[Migration], now: Instant) -> Result<i64, DbError> {
    let mut conn = db.write().await?;
    lock_schema(&mut conn).await?;
    conn.run_script(
        "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY, \
         applied_at BIGINT NOT NULL)"
            .to_owned(),
    )
    .await?;
    let mut at = current_version(&mut conn).await?;
    let newest = steps.last().map_or(0, |step| step.version);
    if at > newest {
        return Err(DbError::Unusable(format!(
            "the database has schema version {at}, this program knows {newest}: \
             start the newer program, or restore a backup made before the upgrade"
        )));
    }
    for step in steps
        .iter()
        .filter(|step| step.version > at)
        .cloned()
        .collect::<Vec<_>>()
    {
        let script = schema_for(&step.text, conn.is_postgres());
        conn.run_script(script).await?;
        sql("INSERT INTO schema_version (version, applied_at) VALUES ($1, $2)")
            .bind(step.version)
            .bind(now)
            .run(&mut conn)
            .await?;
        at = step.version;
    }
    conn.commit().await?;
    Ok(at)
}

/// The schema version a database has, or `None` when it holds no Zhishou data.
///
/// # Errors
/// The database could not be read.
pub async fn schema_version(conn: &mut Conn) -> Result<Option<i64>, DbError> {
    if !has_table(conn, "schema_version").await? {
        return Ok(None);
    }
    current_version(conn).await.map(Some)
}

async fn current_version(conn: &mut Conn) -> Result<i64, DbError> {
    let (version,): (i64,) = sql("SELECT COALESCE(MAX(version), 0) AS value FROM schema_version")
        .one(conn)
        .await?;
    Ok(version)
}
