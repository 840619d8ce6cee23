//! One statement with its bound values.

use std::borrow::Cow;

use sqlx::{AssertSqlSafe, SqlSafeStr as _, SqlStr};

use super::conn::Inner;
use super::{Conn, DbError, Record, Row, Value};

/// A statement on its way to the database.
#[must_use = "a statement does nothing until it is run"]
#[derive(Debug)]
pub struct Statement {
    text: Cow<'static, str>,
    values: Vec<Value>,
}

/// A statement from a text that stands in the source.
pub fn sql(text: &'static str) -> Statement {
    Statement {
        text: Cow::Borrowed(text),
        values: Vec::new(),
    }
}

/// A statement built from allow-listed parts; only the list builder may call this.
pub fn sql_built(text: String) -> Statement {
    Statement {
        text: Cow::Owned(text),
        values: Vec::new(),
    }
}

macro_rules! on_engine {
    ($statement:ident, $conn:ident, |$query:ident, $executor:ident| $run:expr) => {{
        let text = $statement.sql_text();
        match &mut $conn.inner {
            Inner::Sqlite(transaction) => {
                let mut $query = sqlx::query::<sqlx::Sqlite>(text);
                for value in $statement.values {
                    $query = match value {
                        Value::Int(value) => $query.bind(value),
                        Value::Text(value) => $query.bind(value),
                        Value::Bytes(value) => $query.bind(value),
                    };
                }
                let $executor = &mut **transaction;
                $run
            }
            Inner::Postgres(transaction) => {
                let mut $query = sqlx::query::<sqlx::Postgres>(text);
                for value in $statement.values {
                    $query = match value {
                        Value::Int(value) => $query.bind(value),
                        Value::Text(value) => $query.bind(value),
                        Value::Bytes(value) => $query.bind(value),
                    };
                }
                let $executor = &mut **transaction;
                $run
            }
        }
    }};
}

trait IntoRow {
    fn into_row(self) -> Row;
}
impl IntoRow for sqlx::sqlite::SqliteRow {
    fn into_row(self) -> Row {
        Row::Sqlite(self)
    }
}
impl IntoRow for sqlx::postgres::PgRow {
    fn into_row(self) -> Row {
        Row::Postgres(self)
    }
}

impl Statement {
    /// Binds the next placeholder.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    fn sql_text(&self) -> SqlStr {
        match &self.text {
            Cow::Borrowed(text) => text.into_sql_str(),
            Cow::Owned(text) => AssertSqlSafe(text.clone()).into_sql_str(),
        }
    }

    /// All rows.
    pub async fn all<R: Record>(self, conn: &mut Conn) -> Result<Vec<R>, DbError> {
        let statement = self;
        let rows: Vec<Row> = on_engine!(statement, conn, |query, executor| {
            query
                .fetch_all(executor)
                .await?
                .into_iter()
                .map(IntoRow::into_row)
                .collect()
        });
        rows.iter().map(R::from_row).collect()
    }

    /// The first row, if there is one.
    pub async fn optional<R: Record>(self, conn: &mut Conn) -> Result<Option<R>, DbError> {
        let statement = self;
        let row: Option<Row> = on_engine!(statement, conn, |query, executor| {
            query.fetch_optional(executor).await?.map(IntoRow::into_row)
        });
        row.as_ref().map(R::from_row).transpose()
    }

    /// The row that must be there.
    pub async fn one<R: Record>(self, conn: &mut Conn) -> Result<R, DbError> {
        self.optional(conn).await?.ok_or(DbError::NoRow)
    }

    /// Runs the statement and tells how many rows it changed.
    pub async fn run(self, conn: &mut Conn) -> Result<u64, DbError> {
        let statement = self;
        Ok(on_engine!(statement, conn, |query, executor| {
            query.execute(executor).await?.rows_affected()
        }))
    }
}
