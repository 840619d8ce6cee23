//! What copying a database away and bringing it back needs of the engines.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions as _, Connection as _};

use super::{Conn, Db, DbError, sql};

/// How long a file may be busy before somebody else is taken to have it open.
const BUSY: Duration = Duration::from_millis(500);

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

/// Whether another process has this SQLite file open; if not, its journal is folded into it.
///
/// # Errors
/// The file is not a readable database.
pub async fn sqlite_is_in_use(path: &Path) -> Result<bool, DbError> {
    // Leaving WAL needs the file alone: SQLite refuses while any other connection is open.
    let opened = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .busy_timeout(BUSY)
        .journal_mode(SqliteJournalMode::Delete)
        .connect()
        .await
        .map_err(DbError::from);
    match opened {
        Ok(connection) => {
            connection.close().await?;
            Ok(false)
        }
        Err(error) if error.is_transient() => Ok(true),
        Err(error) => Err(error),
    }
}

/// Publishes the snapshot of a PostgreSQL reader, so that `pg_dump` copies the very same state.
///
/// # Errors
/// The engine is SQLite, or the server refused.
pub async fn publish_snapshot(conn: &mut Conn) -> Result<String, DbError> {
    let (snapshot,): (String,) = sql("SELECT pg_export_snapshot() AS value")
        .one(conn)
        .await?;
    Ok(snapshot)
}

/// The PostgreSQL schema in which our tables stand, usually `public`.
///
/// # Errors
/// The `search_path` of the connection names no schema that exists.
pub async fn postgres_schema(conn: &mut Conn) -> Result<String, DbError> {
    let (schema,): (Option<String>,) = sql("SELECT CAST(current_schema() AS TEXT) AS value")
        .one(conn)
        .await?;
    schema.ok_or_else(|| {
        DbError::Unusable("the database has no schema to work in: create schema public".to_owned())
    })
}

/// Renames the schema with all its tables and makes an empty one in its place.
///
/// # Errors
/// The engine is SQLite, the new name is taken, or the account does not own the schema.
pub async fn set_schema_aside(db: &Db, schema: &str, aside: &str) -> Result<(), DbError> {
    let mut conn = db.write().await?;
    let (schema, aside) = (quoted(schema), quoted(aside));
    conn.run_script(format!(
        "ALTER SCHEMA {schema} RENAME TO {aside}; CREATE SCHEMA {schema}"
    ))
    .await?;
    conn.commit().await
}

/// Undoes [`set_schema_aside`]; refuses to drop anything but an empty schema.
///
/// # Errors
/// The schema in its place is not empty, or the server does not answer.
pub async fn take_schema_back(db: &Db, schema: &str, aside: &str) -> Result<(), DbError> {
    let mut conn = db.write().await?;
    let (schema, aside) = (quoted(schema), quoted(aside));
    conn.run_script(format!(
        "DROP SCHEMA {schema} RESTRICT; ALTER SCHEMA {aside} RENAME TO {schema}"
    ))
    .await?;
    conn.commit().await
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
