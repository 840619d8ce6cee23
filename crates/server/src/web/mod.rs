//! The router: all capabilities, the embedded UI, health, and what wraps every answer.

mod health;
mod layers;
mod rehearsal;
mod ui;

use axum::Router;
use axum::routing::any;
use metrics_exporter_prometheus::PrometheusHandle;
use utoipa::OpenApi as _;
use zhishou_app::App;

use crate::installation::RehearsalClock;

/// What the router needs beside the application.
#[derive(Clone, Default)]
pub struct WebParts {
    /// Where metrics are read from; absent in tests.
    pub metrics: Option<PrometheusHandle>,
    /// Whether /metrics answers other machines.
    pub open_metrics: bool,
    /// The clock of a rehearsal.
    pub rehearsal: Option<RehearsalClock>,
}

#[derive(utoipa::OpenApi)]
#[openapi(info(
    title = "Zhishou 值守",
    version = env!("CARGO_PKG_VERSION"),
    description = "24-hour duty for property service centres. Errors are problem+json; instants are \
        milliseconds since 1970 UTC; writing requests carry the header `X-Zhishou: 1` and may carry \
        `Idempotency-Key` (a UUID): the same key with the same request gives the first answer."
))]
struct ApiInfo;

/// The description of the whole interface.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, described) = zhishou_app::router().split_for_parts();
    let mut api = ApiInfo::openapi();
    api.merge(described);
    api
}

/// The router that `serve` serves.
pub fn router(app: App, parts: WebParts) -> Router {
    let (api, _) = zhishou_app::router().split_for_parts();
    let mut router = api
        .with_state(app.clone())
        .merge(health::router(app.clone(), &parts));
    if let Some(clock) = parts.rehearsal {
        router = router.merge(rehearsal::router(app.clone(), clock));
    }
    let router = router
        .route("/api/{*rest}", any(health::no_such_route))
        .fallback(ui::serve);
    layers::wrap(router, app)
}
