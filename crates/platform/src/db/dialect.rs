//! The few places where the engines differ: the types of a schema, and copies.

use std::path::Path;

use super::{Conn, Db, DbError};

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

/// Writes a consistent copy of a SQLite database to `to`, while the server may be running.
///
/// # Errors
/// The engine is PostgreSQL (its own tools make copies), or `to` exists or cannot be written.
pub async fn copy_sqlite(db: &Db, to: &Path) -> Result<(), DbError> {
    let Db::Sqlite { writer, .. } = db else {
        return Err(DbError::Unusable(
            "use pg_dump for a PostgreSQL database".to_owned(),
        ));
    };
    let target = to.display().to_string();
    sqlx::query("VACUUM INTO $1")
        .bind(target)
        .execute(writer)
        .await?;
    Ok(())
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
