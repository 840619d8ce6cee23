//! What wraps every answer: safety headers, the server's clock, logs, metrics.

use std::time::Duration;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use zhishou_app::App;
use zhishou_app::http::refuse_forged_requests;

const SERVER_NOW: HeaderName = HeaderName::from_static("x-server-now");

/// Scripts come from this server only, never from the page itself; styles may be inline, since
/// the component library writes them at run time.
const CONTENT_POLICY: &str = "default-src 'self'; script-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; \
    connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";

/// Wraps a router.
pub fn wrap(router: Router, app: App) -> Router {
    router
        .layer(from_fn(refuse_forged_requests))
        .layer(CompressionLayer::new().gzip(true))
        .layer(from_fn_with_state(app, finish_answer))
        .layer(CatchPanicLayer::new())
}

async fn finish_answer(State(app): State<App>, request: Request, next: Next) -> Response {
    // The route's pattern, not the path: identifiers stay out of logs and labels.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "page".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().clone();
    let began = app.platform().now();
    let mut response = next.run(request).await;
    let now = app.platform().now();
    let took_ms = now.since(began).0.max(0);
    let status = response.status().as_u16();
    tracing::debug!(%method, route, status, took_ms, "answered");
    let took = Duration::from_millis(took_ms.unsigned_abs());
    metrics::histogram!("zhishou_request_seconds", "route" => route.clone()).record(took);
    metrics::counter!("zhishou_requests_total", "route" => route, "status" => status.to_string())
        .increment(1);
    set_headers(&mut response, now.0);
    response
}

fn set_headers(response: &mut Response, now: i64) {
    let headers = response.headers_mut();
    headers.insert(SERVER_NOW, HeaderValue::from(now));
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Data of a duty desk must not stay in the cache of a shared machine.
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}
