//! The installations that are measured: the same demo three times, so that the rows an act
//! wrote in one of them can be inserted into another.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use zhishou_app::app::AppConfig;
use zhishou_app::demo::fill_days;
use zhishou_app::people::{all_residents, people_with_role};
use zhishou_app::{App, AppParts};
use zhishou_base::{CommunityId, Instant, UtcOffset};
use zhishou_platform::{
    Clock, Db, Entropy, ManualClock, SeededEntropy, SystemClock, SystemEntropy, Vault,
};
use zhishou_rules::access::Role;

use crate::Failure;
use crate::capture::Template;
use crate::intake::Desk;
use crate::raw::Raw;

/// What is measured on.
#[derive(Debug, Clone)]
pub enum Engine {
    /// A file beside the program's own.
    Sqlite,
    /// A server.
    Postgres(String),
}

impl Engine {
    /// Its name in the report.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }
}

/// One side acts, the other inserts what the acts of the template wrote.
pub struct Installations {
    /// The engine.
    pub engine: Engine,
    /// The application on the engine.
    pub app: App,
    /// Plain connections to the same demo in another database of the same engine.
    pub raw: Raw,
    /// Where the rows come from.
    pub template: Template,
    /// Who takes calls in.
    pub desk: Desk,
    folder: TempDir,
    schemas: Vec<String>,
}

impl Installations {
    /// Makes them; the folder goes with them.
    pub async fn prepare(folder: &Path, engine: Engine) -> Result<Self, Failure> {
        let folder = tempfile::tempdir_in(folder)?;
        let now = SystemClock.now();
        let first = folder.path().join("app.db");
        let community = {
            let db = Db::open_sqlite(&first).await?;
            let community = demo(&db, now).await?;
            db.close().await;
            community
        };
        let copy = |name: &str| -> Result<PathBuf, Failure> {
            let to = folder.path().join(name);
            std::fs::copy(&first, &to)?;
            Ok(to)
        };
        let template = copy("template.db")?;
        let mut schemas = Vec::new();
        let (db, raw) = match &engine {
            Engine::Sqlite => {
                let raw = Raw::open_sqlite(&copy("raw.db")?).await?;
                (Db::open_sqlite(&first).await?, raw)
            }
            Engine::Postgres(url) => {
                let mut urls = Vec::new();
                for side in ["app", "raw"] {
                    let schema = format!("bench_{side}_{}", std::process::id());
                    let in_schema = Raw::make_schema(url, &schema).await?;
                    let db = Db::connect_postgres(&in_schema).await?;
                    let again = demo(&db, now).await?;
                    db.close().await;
                    if again != community {
                        return Err("the demo was not the same twice".into());
                    }
                    schemas.push(schema);
                    urls.push(in_schema);
                }
                let raw = Raw::connect_postgres(&urls[1]).await?;
                (Db::connect_postgres(&urls[0]).await?, raw)
            }
        };
        let app = application(db, Arc::new(SystemClock), Arc::new(SystemEntropy));
        let desk = desk(&app, community).await?;
        let template = Template::open(&template, &desk).await?;
        Ok(Self {
            engine,
            app,
            raw,
            template,
            desk,
            folder,
            schemas,
        })
    }

    /// Removes the databases.
    pub async fn remove(self) -> Result<(), Failure> {
        self.app.platform().db().close().await;
        self.raw.close().await;
        if let Engine::Postgres(url) = &self.engine {
            for schema in &self.schemas {
                Raw::drop_schema(url, schema).await?;
            }
        }
        self.folder.close()?;
        Ok(())
    }
}

/// An application on a database.
pub fn application(db: Db, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> App {
    App::new(AppParts {
        db,
        clock,
        entropy,
        vault: Vault::new([42; 32]),
        config: AppConfig::default(),
    })
}

/// The same demo for the same instant, to the last identifier.
async fn demo(db: &Db, now: Instant) -> Result<CommunityId, Failure> {
    let clock = Arc::new(ManualClock::new(now));
    let app = application(db.clone(), clock, Arc::new(SeededEntropy::new(7)));
    app.migrate().await?;
    Ok(fill_days(&app, None, 1).await?.community)
}

async fn desk(app: &App, community: CommunityId) -> Result<Desk, Failure> {
    let mut reader = app.platform().read().await?;
    let callers = all_residents(&mut reader, community).await?;
    let today = UtcOffset::CHINA.date_of(app.platform().now());
    let role = Role::ServiceSupervisor;
    let supervisors = people_with_role(&mut reader, community, role, today).await?;
    let supervisor = supervisors.first().ok_or("the demo has no supervisor")?;
    Ok(Desk::new(community, supervisor.id, callers))
}
