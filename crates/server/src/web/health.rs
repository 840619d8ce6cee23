//! Health, readiness and metrics.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use zhishou_app::App;
use zhishou_app::http::Failure;
use zhishou_base::CommunityId;
use zhishou_platform::{AppError, ledger};

use super::WebParts;

/// The routes outside the interface proper.
pub fn router(app: App, parts: &WebParts) -> Router {
    let mut router = Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .with_state(app);
    if let Some(metrics) = &parts.metrics {
        let (handle, open) = (metrics.clone(), parts.open_metrics);
        let render = move |request: Request| {
            let peer = request
                .extensions()
                .get::<ConnectInfo<SocketAddr>>()
                .map(|peer| peer.0);
            let answer = render_metrics(&handle, open, peer);
            async move { answer }
        };
        router = router.route("/metrics", get(render));
    }
    router
}

/// Ready when the database answers.
async fn ready(State(app): State<App>) -> Response {
    match database_answers(&app).await {
        Ok(()) => "ready".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer",
            )
                .into_response()
        }
    }
}

async fn database_answers(app: &App) -> Result<(), AppError> {
    let mut reader = app.platform().read().await?;
    ledger::last_seq(&mut reader, CommunityId::INSTALLATION).await?;
    Ok(())
}

fn render_metrics(handle: &PrometheusHandle, open: bool, peer: Option<SocketAddr>) -> Response {
    if open || peer.is_some_and(|peer| peer.ip().is_loopback()) {
        return handle.render().into_response();
    }
    (
        StatusCode::FORBIDDEN,
        "metrics are for this machine; see open_metrics",
    )
        .into_response()
}

/// An address below /api that nothing answers.
pub async fn no_such_route() -> Failure {
    Failure::App(AppError::NotFound { what: "该接口" })
}
