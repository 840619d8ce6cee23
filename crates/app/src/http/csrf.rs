//! Defence against requests that another site makes a browser send.
//!
//! The session cookie is SameSite=Strict; beside it every request that changes
//! something must carry a header of its own, which a form or an image of
//! another site cannot set, and must not say that it comes from another site.

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use zhishou_platform::AppError;

use super::problem::Failure;

/// The header that our own pages send.
pub const HEADER: &str = "x-zhishou";

/// Refuses writing requests that our own pages did not send.
pub async fn refuse_forged_requests(request: Request, next: Next) -> Response {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let headers = request.headers();
    let cross_site = headers
        .get("sec-fetch-site")
        .is_some_and(|site| site != "same-origin" && site != "none");
    if reads || (headers.contains_key(HEADER) && !cross_site) {
        return next.run(request).await;
    }
    Failure::App(AppError::forbidden(
        "请求不是从本系统页面发出的，已拒绝；请刷新页面后重试",
    ))
    .into_response()
}
