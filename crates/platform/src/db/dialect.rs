//! The few places where the engines differ: the types of a schema, and locking it.

use super::{Conn, DbError};

/// Writes a schema for one engine: `BYTES` and `TEXT_SORTED` are the words that differ.
///
/// `TEXT_SORTED` sorts by bytes on both engines, so that lists come in the same order.
pub fn schema_for(text: &str, postgres: bool) -> String {
    let (bytes, sorted) = if postgres {
        ("BYTEA", "TEXT COLLATE \"C\"")
    } else {
        ("BLOB", "TEXT COLLATE BINARY")
    };
    text.replace("TEXT_SORTED", sorted).replace("BYTES", bytes)
}

/// Locks the schema while migrations run, so that two starting instances take turns.
pub(crate) async fn lock_schema(conn: &mut Conn) -> Result<(), DbError> {
    if conn.is_postgres() {
        super::sql("SELECT CAST(pg_advisory_xact_lock(7401337) AS TEXT) AS value")
            .optional::<(Option<String>,)>(conn)
            .await?;
    }
    Ok(())
}

/// Whether the database has a table of this name where our tables stand.
pub(crate) async fn has_table(conn: &mut Conn, name: &'static str) -> Result<bool, DbError> {
    let statement = if conn.is_postgres() {
        "SELECT COUNT(*) AS value FROM information_schema.tables \
         WHERE table_schema = current_schema() AND table_name = $1"
    } else {
        "SELECT COUNT(*) AS value FROM sqlite_master WHERE type = 'table' AND name = $1"
    };
    let (count,): (i64,) = super::sql(statement).bind(name).one(conn).await?;
    Ok(count > 0)
}
