//! What can go wrong at the database.

/// A failure of the database or of reading what it gave.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The engine refused or was not reachable.
    #[error("database: {0}")]
    Engine(#[from] sqlx::Error),
    /// A column does not hold what the code expects.
    #[error("column {column}: {problem}")]
    Column {
        /// Name of the column.
        column: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A statement that must give a row gave none.
    #[error("a row was expected")]
    NoRow,
    /// The database cannot be used as it is.
    #[error("{0}")]
    Unusable(String),
}

impl DbError {
    /// Serialisation failure, deadlock or a busy SQLite file: the same act may succeed again.
    pub fn is_transient(&self) -> bool {
        let Self::Engine(sqlx::Error::Database(error)) = self else {
            return false;
        };
        // SQLite reports extended codes; the primary code is the low byte: 5 BUSY, 6 LOCKED.
        match error.code().as_deref() {
            Some("40001" | "40P01") => true,
            Some(code) => {
                code.parse::<i32>().is_ok_and(|n| matches!(n & 0xff, 5 | 6)) && code.len() < 5
            }
            None => false,
        }
    }

    /// Whether a unique constraint was violated.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Engine(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}
