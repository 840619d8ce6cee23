//! Which rows an act writes: acts are performed in an installation of their own, and what
//! is new or different there afterwards is what the raw side has to insert.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Column as _, Row as _, TypeInfo as _, ValueRef as _};
use zhishou_app::App;
use zhishou_platform::{Db, SystemClock, SystemEntropy, Value};

use crate::Failure;
use crate::install::application;
use crate::intake::{Desk, Kind};

/// One row written, as a statement and its values.
#[derive(Debug, Clone)]
pub struct Write {
    /// The statement; the same few for all acts.
    pub text: &'static str,
    /// What is bound.
    pub values: Vec<Value>,
}

/// All rows of one act, in an order that foreign keys allow.
pub type Writes = Vec<Write>;

struct Table {
    name: String,
    insert: &'static str,
    /// Of a table whose rows change: key and other columns by place, and the statement.
    update: Option<(Vec<usize>, Vec<usize>, &'static str)>,
    last_rowid: i64,
    known: BTreeMap<i64, Vec<Value>>,
}

/// Rows that acts change instead of adding to; all others they only insert.
const CHANGED: [&str; 3] = ["ledger_head", "number_series", "community_wake"];

/// The installation in which acts show what they write.
pub struct Template {
    app: App,
    desk: Desk,
    look: SqlitePool,
    tables: Vec<Table>,
    taken: usize,
}

impl Template {
    /// Opens a copy of the demo.
    pub async fn open(path: &Path, desk: &Desk) -> Result<Self, Failure> {
        let db = Db::open_sqlite(path).await?;
        let app = application(db, Arc::new(SystemClock), Arc::new(SystemEntropy));
        let options = SqliteConnectOptions::new().filename(path).read_only(true);
        let look = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options)
            .await?;
        let names: Vec<(String,)> = sqlx::query_as(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
             ORDER BY rowid",
        )
        .fetch_all(&look)
        .await?;
        let mut tables = Vec::new();
        for (name,) in names {
            tables.push(Table::of(&look, name).await?);
        }
        let mut template = Self {
            app,
            desk: desk.clone(),
            look,
            tables,
            taken: 0,
        };
        template.written().await?;
        Ok(template)
    }

    /// Performs acts and tells what each wrote.
    pub async fn perform(&mut self, kind: Kind, acts: usize) -> Result<Vec<Writes>, Failure> {
        let mut all = Vec::with_capacity(acts);
        for _ in 0..acts {
            self.desk.take(&self.app, kind, self.taken).await?;
            self.taken += 1;
            all.push(self.written().await?);
        }
        Ok(all)
    }

    /// What is new or different since the last look.
    async fn written(&mut self) -> Result<Writes, Failure> {
        let mut writes = Vec::new();
        for table in &mut self.tables {
            table.look(&self.look, &mut writes).await?;
        }
        Ok(writes)
    }
}

impl Table {
    async fn of(look: &SqlitePool, name: String) -> Result<Self, Failure> {
        let text = format!("SELECT name, pk FROM pragma_table_info('{name}') ORDER BY cid");
        let columns: Vec<(String, i64)> =
            sqlx::query_as(AssertSqlSafe(text)).fetch_all(look).await?;
        let all: Vec<&str> = columns.iter().map(|(column, _)| column.as_str()).collect();
        let places: Vec<String> = (1..=all.len()).map(|n| format!("${n}")).collect();
        let insert = format!(
            "INSERT INTO {name} ({}) VALUES ({})",
            all.join(", "),
            places.join(", ")
        );
        let (keys, others): (Vec<usize>, Vec<usize>) =
            (0..columns.len()).partition(|at| columns[*at].1 > 0);
        let update = CHANGED.contains(&name.as_str()).then(|| {
            let set = |from: usize, at: &[usize], glue: &str| {
                let pairs = at.iter().zip(from..);
                let pairs: Vec<String> = pairs
                    .map(|(at, n)| format!("{} = ${n}", all[*at]))
                    .collect();
                pairs.join(glue)
            };
            let text = format!(
                "UPDATE {name} SET {} WHERE {}",
                set(1, &others, ", "),
                set(others.len() + 1, &keys, " AND ")
            );
            (keys, others, kept(text))
        });
        Ok(Self {
            name,
            insert: kept(insert),
            update,
            last_rowid: 0,
            known: BTreeMap::new(),
        })
    }

    async fn look(&mut self, pool: &SqlitePool, writes: &mut Writes) -> Result<(), Failure> {
        let from = if self.update.is_some() {
            0
        } else {
            self.last_rowid
        };
        let text = format!(
            "SELECT rowid AS bench_rowid, * FROM {} WHERE rowid > {from} ORDER BY rowid",
            self.name
        );
        // Not kept prepared: the text is another one each time.
        let rows = sqlx::query(AssertSqlSafe(text))
            .persistent(false)
            .fetch_all(pool)
            .await?;
        for row in rows {
            let rowid: i64 = row.try_get(0)?;
            let values = values(&row)?;
            if rowid > self.last_rowid {
                self.last_rowid = rowid;
                writes.push(Write {
                    text: self.insert,
                    values: values.clone(),
                });
            } else if let Some((keys, others, text)) = &self.update
                && self.known.get(&rowid) != Some(&values)
            {
                let bound = others.iter().chain(keys).map(|at| values[*at].clone());
                writes.push(Write {
                    text,
                    values: bound.collect(),
                });
            }
            if self.update.is_some() {
                self.known.insert(rowid, values);
            }
        }
        Ok(())
    }
}

/// The few statements live as long as the program.
fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The columns behind the rowid; a NULL keeps the type that its column was declared with.
fn values(row: &SqliteRow) -> Result<Vec<Value>, Failure> {
    (1..row.columns().len())
        .map(|at| {
            let raw = row.try_get_raw(at)?;
            let declared = row.columns()[at].type_info().name().to_owned();
            let kind = if raw.is_null() {
                declared
            } else {
                raw.type_info().name().to_owned()
            };
            Ok(match kind.as_str() {
                "TEXT" => Value::Text(row.try_get(at)?),
                "BLOB" => Value::Bytes(row.try_get(at)?),
                _ => Value::Int(row.try_get(at)?),
            })
        })
        .collect()
}
