//! Moving the clock of a rehearsal; mounted only by `serve --rehearsal`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use zhishou_app::App;
use zhishou_app::http::{Body, Failure};
use zhishou_base::Instant;

use crate::installation::RehearsalClock;

#[derive(Deserialize)]
struct MoveClock {
    now: Instant,
}

/// `POST /api/rehearsal/clock {"now": milliseconds}` and the marker that a rehearsal runs.
pub fn router(app: App, clock: RehearsalClock) -> Router {
    let move_clock = async move |State(app): State<App>, Body(to): Body<MoveClock>| {
        clock.set(to.now);
        app.tick().await?;
        Ok::<_, Failure>(StatusCode::NO_CONTENT)
    };
    let marker = async || Json(serde_json::json!({ "rehearsal": true }));
    Router::new()
        .route("/api/rehearsal/clock", post(move_clock).get(marker))
        .with_state(app)
}
