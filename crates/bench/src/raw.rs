//! Plain connections: the rows of one act, inserted by prepared statements, and one commit.

use std::path::Path;
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::AssertSqlSafe;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use zhishou_platform::Value;

use crate::Failure;
use crate::capture::Write;

/// Connections set up as the application sets its own up.
#[derive(Clone)]
pub enum Raw {
    /// One connection that writes, as SQLite wants it.
    Sqlite(SqlitePool),
    /// As many as there are writers.
    Postgres(PgPool),
}

macro_rules! bound {
    ($write:ident, $engine:ty) => {{
        let mut query = sqlx::query::<$engine>($write.text);
        for value in &$write.values {
            query = match value {
                Value::Int(value) => query.bind(*value),
                Value::Text(value) => query.bind(value.as_deref()),
                Value::Bytes(value) => query.bind(value.as_deref()),
            };
        }
        query
    }};
}

impl Raw {
    /// SQLite: WAL, every commit reaches the disk.
    pub async fn open_sqlite(path: &Path) -> Result<Self, Failure> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let pool = SqlitePoolOptions::new().max_connections(1);
        Ok(Self::Sqlite(pool.connect_with(options).await?))
    }

    /// PostgreSQL, as the server is set.
    pub async fn connect_postgres(url: &str) -> Result<Self, Failure> {
        let options = PgConnectOptions::from_str(url)?;
        let pool = PgPoolOptions::new().max_connections(16);
        Ok(Self::Postgres(pool.connect_with(options).await?))
    }

    /// Writes the rows of one act and commits.
    pub async fn store(&self, writes: &[Write]) -> Result<(), Failure> {
        match self {
            Self::Sqlite(pool) => {
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                for write in writes {
                    bound!(write, sqlx::Sqlite)
                        .execute(&mut *transaction)
                        .await?;
                }
                transaction.commit().await?;
            }
            Self::Postgres(pool) => {
                let mut transaction = pool.begin().await?;
                for write in writes {
                    bound!(write, sqlx::Postgres)
                        .execute(&mut *transaction)
                        .await?;
                }
                transaction.commit().await?;
            }
        }
        Ok(())
    }

    /// Closes the connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Makes an empty schema and gives the URL of connections that use it.
    pub async fn make_schema(url: &str, schema: &str) -> Result<String, Failure> {
        run_once(url, format!("CREATE SCHEMA {schema}")).await?;
        let mark = if url.contains('?') { '&' } else { '?' };
        Ok(format!("{url}{mark}options[search_path]={schema}"))
    }

    /// Removes a schema with all it holds.
    pub async fn drop_schema(url: &str, schema: &str) -> Result<(), Failure> {
        run_once(url, format!("DROP SCHEMA {schema} CASCADE")).await
    }
}

async fn run_once(url: &str, text: String) -> Result<(), Failure> {
    let pool = PgPool::connect(url).await?;
    sqlx::query(AssertSqlSafe(text)).execute(&pool).await?;
    pool.close().await;
    Ok(())
}
