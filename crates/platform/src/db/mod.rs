//! One SQL text for SQLite and PostgreSQL.
//!
//! Statements use `$n` placeholders and the types BIGINT, TEXT and BYTES;
//! whatever differs between the engines lives in [`dialect`].

mod conn;
pub mod copies;
pub mod dialect;
mod error;
mod pool;
mod row;
mod rows;
mod statement;
mod value;

pub use conn::{Conn, Reader};
pub use error::DbError;
pub use pool::Db;
pub use row::{Column, Record, Row};
pub(crate) use rows::insert_rows;
pub use statement::{Statement, sql, sql_built};
pub use value::Value;
