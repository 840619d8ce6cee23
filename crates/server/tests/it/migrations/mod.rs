//! Every released schema, with data, comes up to this program on both engines.

mod frozen;
mod life;

use zhishou_app::migrations;
use zhishou_base::Instant;
use zhishou_platform::Db;
use zhishou_platform::ledger::{chains, heads, verify_chain};
use zhishou_platform::migrate::{Migration, migrate, schema_version};

use crate::engines::Engine;
use crate::harness::{Harness, for_each_engine};
use frozen::{Frozen, count, place_of};
use life::lived_in;

/// Set it to write the data of the newest schema into `tests/schemas`, for a release.
const FREEZE: &str = "ZHISHOU_FREEZE_SCHEMA";

/// Tables without rows in the frozen data: no act pauses a deadline yet.
const NOT_LIVED_IN: [&str; 1] = ["obligation_pause"];

async fn for_each_database(test: impl AsyncFn(Engine)) {
    test(Engine::sqlite().await).await;
    if let Some(engine) = Engine::postgres().await {
        test(engine).await;
    }
}

fn newest() -> i64 {
    migrations().last().expect("a schema").version
}

fn up_to(version: i64) -> Vec<Migration> {
    let mut steps = migrations();
    steps.retain(|step| step.version <= version);
    steps
}

async fn version_of(db: &Db) -> Option<i64> {
    let mut reader = db.read().await.expect("a reader");
    schema_version(&mut reader).await.expect("a version")
}

/// Every chain is intact; tells how many there are.
async fn ledger_is_intact(db: &Db) -> usize {
    let mut reader = db.read().await.expect("a reader");
    let all = chains(&mut reader).await.expect("chains");
    for community in &all {
        let report = verify_chain(&mut reader, *community).await.expect("read");
        assert_eq!(report.problems, [], "{community}");
    }
    all.len()
}

#[tokio::test]
async fn every_released_schema_comes_up_with_its_data() {
    for_each_database(async |engine| {
        for step in migrations() {
            // The newest may be in the making; whatever came before it was released.
            if step.version < newest() || place_of(step.version).exists() {
                released_schema_comes_up(&engine, step.version).await;
            }
        }
    })
    .await;
}

async fn released_schema_comes_up(on: &Engine, version: i64) {
    let engine = match on.db.is_postgres() {
        true => Engine::postgres().await.expect("PostgreSQL"),
        false => Engine::sqlite().await,
    };
    let db = &engine.db;
    let reached = migrate(db, &up_to(version), Instant(0)).await;
    assert_eq!(reached.ok(), Some(version));
    let data = Frozen::of_version(version);
    data.load(db).await;
    let before = heads(&mut db.read().await.expect("a reader")).await;
    let reached = migrate(db, &migrations(), Instant(1)).await;
    assert_eq!(reached.ok(), Some(newest()));
    for (table, rows) in data.rows() {
        assert_eq!(count(db, &table).await, rows, "rows of {table}");
    }
    assert!(ledger_is_intact(db).await > 0, "the data hold a ledger");
    let after = heads(&mut db.read().await.expect("a reader")).await;
    assert_eq!(before.ok(), after.ok(), "a migration rewrites no history");
}

#[tokio::test]
async fn what_is_kept_of_a_schema_loads_on_both_engines_as_it_was() {
    let source = Harness::start(Engine::sqlite().await).await;
    lived_in(&source).await;
    let Db::Sqlite { readers, .. } = &source.engine.db else {
        panic!("the data are written out from SQLite");
    };
    let kept = Frozen::from_sqlite(readers).await;
    let empty: Vec<String> = frozen::tables(readers)
        .await
        .into_iter()
        .filter(|table| !kept.rows().contains_key(table))
        .collect();
    assert_eq!(empty, NOT_LIVED_IN, "let lived_in use new tables");
    if std::env::var_os(FREEZE).is_some() {
        kept.keep_as(newest());
    }
    for_each_engine(async |h| {
        let db = &h.engine.db;
        kept.load(db).await;
        for (table, rows) in kept.rows() {
            assert_eq!(count(db, &table).await, rows, "rows of {table}");
        }
        assert_eq!(ledger_is_intact(db).await, 1);
        if let Db::Sqlite { readers, .. } = db {
            assert_eq!(kept, Frozen::from_sqlite(readers).await);
        }
        // People sign in with what was kept, and go on from there.
        h.clock.set("2026-12-01T08:00");
        let mut manager = h.as_("manager").await;
        let session = manager.get("/api/session").await.ok();
        assert_eq!(session["memberships"][0]["community_name"], "演示小区");
        h.tick().await;
    })
    .await;
}

#[tokio::test]
async fn instances_that_start_together_take_turns() {
    for_each_database(async |engine| {
        let mut tasks = Vec::new();
        for n in 0..4 {
            let db = engine.open_again().await;
            let migrating = async move { migrate(&db, &migrations(), Instant(n)).await };
            tasks.push(tokio::spawn(migrating));
        }
        for task in tasks {
            let reached = task.await.expect("joined").expect("migrated");
            assert_eq!(reached, newest());
        }
        let steps = i64::try_from(migrations().len()).expect("a number");
        assert_eq!(count(&engine.db, "schema_version").await, steps);
    })
    .await;
}

#[tokio::test]
async fn a_step_that_fails_changes_nothing() {
    for_each_database(async |engine| {
        migrate(&engine.db, &migrations(), Instant(0))
            .await
            .expect("migrated");
        let mut steps = migrations();
        let good = newest() + 1;
        for (version, text) in [
            (
                good,
                "CREATE TABLE half_made (id BIGINT NOT NULL PRIMARY KEY);",
            ),
            (
                good + 1,
                "CREATE TABLE other_half (id BIGINT); THIS IS NOT SQL;",
            ),
        ] {
            let text = text.to_owned();
            steps.push(Migration { version, text });
        }
        assert!(migrate(&engine.db, &steps, Instant(1)).await.is_err());
        assert_eq!(version_of(&engine.db).await, Some(newest()));
        // The first of the two steps is as absent as the second: it can be made anew.
        steps.pop();
        let reached = migrate(&engine.db, &steps, Instant(2)).await;
        assert_eq!(reached.ok(), Some(good));
        assert_eq!(count(&engine.db, "half_made").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_database_without_our_tables_has_no_version() {
    for_each_database(async |engine| {
        assert_eq!(version_of(&engine.db).await, None);
    })
    .await;
}
