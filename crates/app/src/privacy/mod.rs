//! Privacy 个人信息: erasing what people said, and who they are, on their lawful request.

mod concerned;
mod erase;
mod http;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(http::erase_personal_text))
}
