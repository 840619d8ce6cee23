//! The one place where errors become problem+json (RFC 9457).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_platform::AppError;

/// An error as the interface gives it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`; `code` tells problems apart.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short name of the HTTP status.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Stable code, for software and translations.
    pub code: String,
    /// What is wrong and what to do, for people.
    pub detail: String,
    /// Wrong fields of the request, one by one.
    pub errors: Vec<ProblemField>,
    /// With a conflict: what is stored now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<serde_json::Value>,
}

/// A wrong field.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ProblemField {
    /// JSON pointer to the field.
    pub pointer: String,
    /// What is wrong with it.
    pub detail: String,
}

/// The name of [`Problem`] where an operation documents its 409.
pub type ConflictProblem = Problem;

/// What handlers return when they fail.
#[derive(Debug)]
pub enum Failure {
    /// An action's error.
    App(AppError),
    /// Nobody is signed in.
    SignInNeeded,
    /// The body is larger than allowed.
    TooLarge {
        /// The limit in bytes.
        limit_bytes: usize,
    },
    /// Too many attempts.
    SlowDown {
        /// Seconds until the next attempt is heard.
        retry_after_seconds: u64,
        /// What happened and what to do.
        detail: String,
    },
}

impl<E: Into<AppError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::App(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let retry_after = match &self {
            Self::SlowDown {
                retry_after_seconds,
                ..
            } => Some(*retry_after_seconds),
            _ => None,
        };
        let problem = describe(self);
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json; charset=utf-8"),
        );
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

fn describe(failure: Failure) -> Problem {
    match failure {
        Failure::App(error) => describe_app(error),
        Failure::SignInNeeded => problem(
            StatusCode::UNAUTHORIZED,
            "sign_in_needed",
            "登录已过期，请重新登录".to_owned(),
        ),
        Failure::TooLarge { limit_bytes } => problem(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!(
                "上传内容超过 {} MB 上限，请压缩后重试",
                limit_bytes / (1024 * 1024)
            ),
        ),
        Failure::SlowDown { detail, .. } => {
            problem(StatusCode::TOO_MANY_REQUESTS, "slow_down", detail)
        }
    }
}

fn describe_app(error: AppError) -> Problem {
    let detail = error.to_string();
    match error {
        AppError::Refused { code, detail } => {
            problem(StatusCode::UNPROCESSABLE_ENTITY, &code, detail)
        }
        AppError::NotFound { .. } => problem(StatusCode::NOT_FOUND, "not_found", detail),
        AppError::Forbidden { detail } => problem(StatusCode::FORBIDDEN, "forbidden", detail),
        AppError::Conflict { detail, current } => Problem {
            current,
            ..problem(StatusCode::CONFLICT, "conflict", detail)
        },
        AppError::Invalid(fields) => {
            let errors = fields
                .into_iter()
                .map(|field| ProblemField {
                    pointer: field.pointer,
                    detail: field.detail,
                })
                .collect();
            Problem {
                errors,
                ..problem(StatusCode::BAD_REQUEST, "invalid", detail)
            }
        }
        AppError::Internal(source) => {
            tracing::error!(error = %source, "an action failed");
            let detail = "系统出错，本次操作未保存，请重试；若仍失败请联系管理员".to_owned();
            problem(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
        }
    }
}

fn problem(status: StatusCode, code: &str, detail: String) -> Problem {
    Problem {
        kind: "about:blank".to_owned(),
        title: status.canonical_reason().unwrap_or("Error").to_owned(),
        status: status.as_u16(),
        code: code.to_owned(),
        detail,
        errors: Vec::new(),
        current: None,
    }
}
