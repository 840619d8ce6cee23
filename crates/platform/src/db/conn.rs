//! A transaction on either engine.

use std::ops::{Deref, DerefMut};

use sqlx::{Postgres, Sqlite, Transaction};

use super::DbError;

/// An open transaction; dropping it rolls back.
pub struct Conn {
    pub(super) inner: Inner,
}

pub(super) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Conn {
    /// Makes everything durable.
    pub(crate) async fn commit(self) -> Result<(), DbError> {
        match self.inner {
            Inner::Sqlite(transaction) => transaction.commit().await?,
            Inner::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }

    /// Which engine this is.
    pub fn is_postgres(&self) -> bool {
        matches!(self.inner, Inner::Postgres(_))
    }

    /// Runs a script of several statements without parameters.
    pub(crate) async fn run_script(&mut self, script: String) -> Result<(), DbError> {
        use sqlx::Executor as _;
        let script = sqlx::AssertSqlSafe(script);
        match &mut self.inner {
            Inner::Sqlite(transaction) => {
                (&mut **transaction).execute(sqlx::raw_sql(script)).await?;
            }
            Inner::Postgres(transaction) => {
                (&mut **transaction).execute(sqlx::raw_sql(script)).await?;
            }
        }
        Ok(())
    }
}

/// A snapshot for reading; everything read through it belongs to one instant.
pub struct Reader(pub(super) Conn);

impl Deref for Reader {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}
