//! Databases for tests: SQLite in a folder of its own, and a schema of its own on PostgreSQL.
//!
//! PostgreSQL tests share one database per process, and stay apart by community.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use zhishou_platform::Db;

/// One engine with an empty or shared database.
pub struct Engine {
    /// The database.
    pub db: Db,
    /// What to open again after a "crash".
    pub place: Place,
}

/// Where the database is.
pub enum Place {
    /// A folder that is removed with the test.
    Folder(TempDir),
    /// A URL with a schema of its own.
    Url(String),
}

impl Engine {
    /// SQLite in a new folder.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let db = Db::open_sqlite(&folder.path().join("zhishou.db"))
            .await
            .expect("SQLite opens");
        Self {
            db,
            place: Place::Folder(folder),
        }
    }

    /// PostgreSQL, when the environment names one: an empty schema of its own.
    pub async fn postgres() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let url = std::env::var("ZHISHOU_TEST_POSTGRES")
            .ok()
            .filter(|url| !url.is_empty())?;
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // Process numbers come again; a random word does not.
        let word = RandomState::new().build_hasher().finish();
        let schema = format!("t{word:x}_{number}");
        let pool = sqlx::PgPool::connect(&url)
            .await
            .expect("the test PostgreSQL answers");
        let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
        sqlx::query(create)
            .execute(&pool)
            .await
            .expect("a schema is made");
        pool.close().await;
        let mark = if url.contains('?') { '&' } else { '?' };
        let url = format!("{url}{mark}options[search_path]={schema}");
        let db = Db::connect_postgres(&url)
            .await
            .expect("the test PostgreSQL answers");
        Some(Self {
            db,
            place: Place::Url(url),
        })
    }

    /// Opens the same database again, as another instance or after a crash would.
    pub async fn open_again(&self) -> Db {
        match &self.place {
            Place::Folder(folder) => Db::open_sqlite(&folder.path().join("zhishou.db"))
                .await
                .expect("SQLite opens"),
            Place::Url(url) => Db::connect_postgres(url).await.expect("PostgreSQL answers"),
        }
    }
}
