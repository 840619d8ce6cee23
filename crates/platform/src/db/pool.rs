//! Connections: one writer and many readers on SQLite, one pool on PostgreSQL.

use std::path::Path;
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use super::DbError;
use super::conn::{Conn, Inner, Reader};

/// The database of an installation.
#[derive(Clone)]
pub enum Db {
    /// One file: a single writer connection queues the acts, readers never wait for it.
    Sqlite {
        /// The only connection that writes.
        writer: SqlitePool,
        /// Read-only connections.
        readers: SqlitePool,
    },
    /// PostgreSQL 15 or newer.
    Postgres(PgPool),
}

impl Db {
    /// Opens a SQLite file, creating it when it is missing.
    ///
    /// # Errors
    /// The file cannot be opened or is not a database.
    pub async fn open_sqlite(path: &Path) -> Result<Self, DbError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A signed handover must survive a power cut, so every commit reaches the disk.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.create_if_missing(false).pragma("query_only", "ON"))
            .await?;
        Ok(Self::Sqlite { writer, readers })
    }

    /// Connects to PostgreSQL.
    ///
    /// # Errors
    /// The URL is wrong or the server does not answer.
    pub async fn connect_postgres(url: &str) -> Result<Self, DbError> {
        let options = PgConnectOptions::from_str(url)?.application_name("zhishou");
        let pool = PgPoolOptions::new()
            .max_connections(16)
            .connect_with(options)
            .await?;
        Ok(Self::Postgres(pool))
    }

    /// Begins a snapshot for reading.
    ///
    /// # Errors
    /// No connection could be had.
    pub async fn read(&self) -> Result<Reader, DbError> {
        let inner = match self {
            Self::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Inner::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        };
        Ok(Reader(Conn { inner }))
    }

    /// Begins a transaction for writing; on SQLite it waits for its turn.
    pub(crate) async fn write(&self) -> Result<Conn, DbError> {
        let inner = match self {
            Self::Sqlite { writer, .. } => {
                Inner::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Self::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        };
        Ok(Conn { inner })
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Which engine this is.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}
