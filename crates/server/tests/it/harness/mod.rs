//! What every black-box test starts from.

pub mod binary;
mod cast;
mod client;
pub mod wire;

use std::sync::{Arc, OnceLock};

use axum::Router;
use serde_json::json;
use zhishou_app::access::offer_setup_link;
use zhishou_app::app::AppConfig;
use zhishou_app::{App, AppParts};
use zhishou_base::{CommunityId, Date, Instant, LocalTime, UtcOffset};
use zhishou_platform::{Db, ManualClock, PasswordCost, SeededEntropy, Vault};
use zhishou_server::web::{WebParts, router};

pub use cast::CAST;
pub use client::{Answer, Client};

use crate::engines::Engine;

/// One application on one engine.
pub struct Harness {
    /// Where it stores.
    pub engine: Engine,
    /// Its clock.
    pub clock: TestClock,
    /// The application.
    pub app: App,
    router: OnceLock<Router>,
}

/// A clock that is set by local time of the community.
#[derive(Clone)]
pub struct TestClock(pub ManualClock);

impl TestClock {
    /// Sets it to a local date and time, `2026-11-24T08:45`.
    pub fn set(&self, local: &str) {
        self.0.set(at(local));
    }
}

/// The instant of a local date and time in China, `2026-11-24T08:45`.
pub fn at(local: &str) -> Instant {
    let (date, time) = local.split_once('T').expect("DATE T TIME");
    let date: Date = date.parse().expect("a date");
    let time: LocalTime = time.parse().expect("a time of day");
    UtcOffset::CHINA.instant(date, time)
}

/// Runs a test on SQLite, and on PostgreSQL when the environment names one.
pub async fn for_each_engine<F>(test: impl Fn(Harness) -> F)
where
    F: Future<Output = ()>,
{
    test(Harness::start(Engine::sqlite().await).await).await;
    if let Some(engine) = Engine::postgres().await {
        test(Harness::start(engine).await).await;
    }
}

impl Harness {
    /// Starts an application on an engine, Tuesday 24 November 2026, 08:00.
    pub async fn start(engine: Engine) -> Self {
        let clock = TestClock(ManualClock::new(at("2026-11-24T08:00")));
        let app = build(engine.db.clone(), &clock, 1);
        app.migrate().await.expect("the schema is made");
        Self {
            engine,
            clock,
            app,
            router: OnceLock::new(),
        }
    }

    /// A second instance on the same database, or the same one after a crash.
    pub async fn another_instance(&self, seed: u64) -> App {
        build(self.engine.open_again().await, &self.clock, seed)
    }

    /// The router that `zhishou serve` would serve.
    pub fn router(&self) -> Router {
        let serve = || router(self.app.clone(), WebParts::default());
        self.router.get_or_init(serve).clone()
    }

    /// A browser that is not signed in.
    pub fn stranger(&self) -> Client {
        Client::new(self.router())
    }

    /// Runs everything that is due.
    pub async fn tick(&self) {
        self.app.tick().await.expect("a tick");
    }
}

fn build(db: Db, clock: &TestClock, seed: u64) -> App {
    App::new(AppParts {
        db,
        clock: Arc::new(clock.0.clone()),
        entropy: Arc::new(SeededEntropy::new(seed)),
        vault: Vault::new([42; 32]),
        config: AppConfig {
            password_cost: PasswordCost::LEAST,
            ..AppConfig::default()
        },
    })
}

/// Password and PIN of every test person.
pub const PASSWORD: &str = "night-duty-2026";
/// See [`PASSWORD`].
pub const PIN: &str = "2468";

impl Harness {
    /// Sets the installation up through its page: 演示小区 lives by R01, with a manager
    /// 周经理 (`manager`), and the cast of [`CAST`].
    pub async fn community(&self) -> Community {
        let token = offer_setup_link(&self.app)
            .await
            .expect("a link")
            .expect("nobody has an account yet");
        let mut manager = self.stranger();
        let done = manager
            .post(
                &format!("/api/setup/{token}"),
                json!({
                    "community_name": "演示小区", "preset": "r01",
                    "administrator": { "name": "周经理", "login": "manager", "phone": "",
                        "password": PASSWORD, "pin": PIN },
                }),
            )
            .await
            .ok();
        let id: CommunityId = done["community_id"]
            .as_str()
            .expect("an id")
            .parse()
            .expect("an id");
        cast::hire(&self.app, id).await;
        Community {
            id,
            path: format!("/api/c/{id}"),
        }
    }

    /// A browser in which somebody of the cast (or `manager`) is signed in.
    pub async fn as_(&self, login: &str) -> Client {
        let mut client = self.stranger();
        let request = json!({ "login": login, "password": PASSWORD, "device_name": "test" });
        client.post("/api/session", request).await.ok();
        client
    }

    /// A browser in which somebody of the cast was signed in before, and is not now.
    pub async fn known_device(&self, login: &str) -> Client {
        let mut client = self.as_(login).await;
        client.delete("/api/session").await.ok();
        client
    }
}

/// The community of a test.
pub struct Community {
    /// Its id.
    pub id: CommunityId,
    /// Where its routes begin.
    pub path: String,
}
