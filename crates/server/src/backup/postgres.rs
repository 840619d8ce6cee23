//! Backup and restore of a PostgreSQL installation, by PostgreSQL's own tools.

use std::path::Path;

use zhishou_platform::db::copies::{
    postgres_schema, publish_snapshot, set_schema_aside, take_schema_back,
};
use zhishou_platform::migrate::schema_version;
use zhishou_platform::{Db, DbError};

use super::manifest::{Engine, Manifest};
use super::place::{Aside, Staged, write_private};
use super::postgres_tools::Tools;
use super::sqlite::vault_key_differs;
use super::{Contents, DUMP_FILE, contents_of, snapshot};
use crate::installation::VAULT_FILE;

/// Dumps the schema of the installation into `folder`, and tells what the dump holds.
pub async fn dump(url: &str, folder: &Path) -> Result<(Engine, Contents), String> {
    let tools = Tools::for_database(url)?;
    let db = connect(url).await?;
    let mut reader = snapshot(&db).await?;
    let contents = contents_of(&mut reader).await?;
    let schema = postgres_schema(&mut reader).await.map_err(told)?;
    // The dump reads the snapshot of this reader, so the heads belong to exactly what is dumped.
    let published = publish_snapshot(&mut reader).await.map_err(told)?;
    let file = folder.join(DUMP_FILE);
    // Made here first, so that it is for the owner only from its first byte on.
    write_private(&file, &[]).map_err(|error| format!("{}: {error}", file.display()))?;
    tools.dump(&schema, &published, &file).await?;
    drop(reader);
    db.close().await;
    Ok((Engine::Postgres { schema }, contents))
}

/// Puts the backup in place of what the database holds.
pub async fn bring_back(
    url: &str,
    schema: &str,
    data_dir: &Path,
    from: &Path,
    manifest: &Manifest,
    aside: &mut Aside,
) -> Result<(), String> {
    let tools = Tools::for_database(url)?;
    let db = connect(url).await?;
    let replaces = target_holds_data(&db, schema).await?;
    if replaces {
        aside.require_allowed(&format!("a Zhishou installation in schema {schema}"))?;
    }
    let old_key = vault_key_differs(data_dir, from)?;
    if old_key {
        aside.require_allowed(&format!("another {VAULT_FILE} in {}", data_dir.display()))?;
    }
    let new_key: &[&str] = if old_key || !data_dir.join(VAULT_FILE).exists() {
        &[VAULT_FILE]
    } else {
        &[]
    };
    let staged = Staged::copy(from, data_dir, manifest, new_key)?;
    if replaces {
        set_schema_aside(&db, schema, &aside.schema(schema))
            .await
            .map_err(told)?;
    }
    if let Err(problem) = tools.restore(schema, &from.join(DUMP_FILE)).await {
        return Err(undo(&db, schema, aside, replaces, problem).await);
    }
    db.close().await;
    if replaces {
        aside.moved.push(format!(
            "schema {schema} to schema {}",
            aside.schema(schema)
        ));
    }
    if old_key {
        aside.take_files(&[VAULT_FILE.to_owned()])?;
    }
    staged.put_in_place()
}

async fn undo(db: &Db, schema: &str, aside: &Aside, replaced: bool, problem: String) -> String {
    if !replaced {
        return format!("{problem}\nnothing was changed");
    }
    match take_schema_back(db, schema, &aside.schema(schema)).await {
        Ok(()) => format!("{problem}\nnothing was changed"),
        Err(error) => format!(
            "{problem}\nand the former tables could not be put back ({error}): they are in the \
             schema {}",
            aside.schema(schema)
        ),
    }
}

/// Whether the target database holds an installation, in the schema the backup is of.
async fn target_holds_data(db: &Db, schema: &str) -> Result<bool, String> {
    let mut reader = snapshot(db).await?;
    let here = postgres_schema(&mut reader).await.map_err(told)?;
    if here != schema {
        return Err(format!(
            "the backup is of schema {schema}, the database works in schema {here}: connect with \
             ?options[search_path]={schema} (the schema must exist)"
        ));
    }
    Ok(schema_version(&mut reader).await.map_err(told)?.is_some())
}

async fn connect(url: &str) -> Result<Db, String> {
    Db::connect_postgres(url)
        .await
        .map_err(|error| format!("PostgreSQL does not answer: {error}"))
}

fn told(error: DbError) -> String {
    error.to_string()
}
