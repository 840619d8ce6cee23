//! Data of a released schema, kept as SQL that both engines read.
//!
//! `tests/schemas/<version>/data.sql` holds one INSERT for each row, in the order in which the tables
//! refer to each other. Bytes are written `BYTES'hex'`, which is put in each engine's words
//! when the file is loaded.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Executor as _, Row as _, SqlitePool, TypeInfo as _, ValueRef as _};
use zhishou_platform::Db;

/// Written by the migrations themselves.
const OWN_TABLE: &str = "schema_version";

/// What a failure to load means.
const HINT: &str = "the data load into the schema of their version: a released schema never \
    changes; one that is not released yet is frozen again, see CONTRIBUTING.md, Releases";

/// Data of one schema version.
#[derive(Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The INSERT statements.
    pub script: String,
}

/// Where the data of a version are kept.
pub fn place_of(version: i64) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/schemas/{version}/data.sql"))
}

impl Frozen {
    /// Writes out everything a SQLite database holds.
    pub async fn from_sqlite(pool: &SqlitePool) -> Self {
        let mut script = String::new();
        for table in tables(pool).await {
            // In the order of arrival, so that rows stand behind the rows they refer to.
            let all = AssertSqlSafe(format!("SELECT * FROM {table} ORDER BY rowid"));
            for row in sqlx::query(all).fetch_all(pool).await.expect("rows") {
                let values: Vec<String> = (0..row.len()).map(|at| literal(&row, at)).collect();
                let names: Vec<&str> = row.columns().iter().map(sqlx::Column::name).collect();
                let (names, values) = (names.join(", "), values.join(", "));
                writeln!(script, "INSERT INTO {table} ({names}) VALUES ({values});")
                    .expect("written");
            }
        }
        Self { script }
    }

    /// Reads what was kept of a version.
    pub fn of_version(version: i64) -> Self {
        let place = place_of(version);
        let script = std::fs::read_to_string(&place).unwrap_or_else(|error| {
            panic!(
                "{}: {error}; see CONTRIBUTING.md, Releases",
                place.display()
            )
        });
        Self { script }
    }

    /// Keeps it as the data of a version.
    pub fn keep_as(&self, version: i64) {
        let place = place_of(version);
        std::fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        std::fs::write(place, &self.script).expect("written");
    }

    /// Loads it into a database that has the schema of its version and no data.
    pub async fn load(&self, db: &Db) {
        match db {
            Db::Sqlite { writer, .. } => {
                let script = AssertSqlSafe(self.script.replace("BYTES'", "X'"));
                writer.execute(sqlx::raw_sql(script)).await.expect(HINT);
            }
            Db::Postgres(pool) => {
                let script = AssertSqlSafe(self.script.replace("BYTES'", "BYTEA '\\x"));
                pool.execute(sqlx::raw_sql(script)).await.expect(HINT);
            }
        }
    }

    /// How many rows it holds of each table.
    pub fn rows(&self) -> BTreeMap<String, i64> {
        let mut rows = BTreeMap::new();
        for line in self.script.lines() {
            if let Some(rest) = line.strip_prefix("INSERT INTO ") {
                let table = rest.split(' ').next().expect("a table");
                *rows.entry(table.to_owned()).or_insert(0) += 1;
            }
        }
        rows
    }
}

/// Every table with data, in the order in which they refer to each other.
pub async fn tables(pool: &SqlitePool) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
         AND name <> $1 ORDER BY rowid",
    )
    .bind(OWN_TABLE)
    .fetch_all(pool)
    .await
    .expect("tables")
}

fn literal(row: &sqlx::sqlite::SqliteRow, at: usize) -> String {
    let value = row.try_get_raw(at).expect("a column");
    if value.is_null() {
        return "NULL".to_owned();
    }
    match value.type_info().name() {
        "INTEGER" => row.get::<i64, _>(at).to_string(),
        "BLOB" => {
            let bytes: Vec<u8> = row.get(at);
            format!("BYTES'{}'", data_encoding::HEXLOWER.encode(&bytes))
        }
        "TEXT" => {
            let text: String = row.get(at);
            assert!(!text.contains("BYTES'"), "would be taken for bytes: {text}");
            assert!(
                !text.contains("\nINSERT INTO "),
                "would be counted as a row: {text}"
            );
            format!("'{}'", text.replace('\'', "''"))
        }
        other => panic!("no column holds {other}"),
    }
}

/// How many rows a table of a database has.
pub async fn count(db: &Db, table: &str) -> i64 {
    let statement = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    let counted = match db {
        Db::Sqlite { readers, .. } => sqlx::query_scalar(statement).fetch_one(readers).await,
        Db::Postgres(pool) => sqlx::query_scalar(statement).fetch_one(pool).await,
    };
    counted.unwrap_or_else(|error| panic!("{table}: {error}"))
}
