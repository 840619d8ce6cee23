//! What an action answers when it cannot do what was asked.

use std::borrow::Cow;

use serde::Serialize;
use zhishou_base::Refusal;

use crate::db::DbError;

/// One wrong field of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// JSON pointer to the field, e.g. `/phone`.
    pub pointer: String,
    /// What is wrong and what to do.
    pub detail: String,
}

impl FieldError {
    /// A complaint about one field.
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }
}

/// The one error of all actions; `http` turns it into problem+json in one place.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A rule says no.
    #[error("{detail}")]
    Refused {
        /// Stable code of the rule.
        code: Cow<'static, str>,
        /// Sentence for the person at the screen.
        detail: String,
    },
    /// There is no such thing, or not for this community.
    #[error("找不到{what}")]
    NotFound {
        /// What was looked for.
        what: &'static str,
    },
    /// The person may not do this.
    #[error("{detail}")]
    Forbidden {
        /// Which permission is missing.
        detail: String,
    },
    /// Somebody else changed the thing in between.
    #[error("{detail}")]
    Conflict {
        /// What happened.
        detail: String,
        /// What is stored now, for the screen to show beside what was sent.
        current: Option<serde_json::Value>,
    },
    /// The request itself is wrong.
    #[error("填写的内容有误")]
    Invalid(Vec<FieldError>),
    /// Something broke; details go to the log, never to the screen.
    #[error("internal error: {0}")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl AppError {
    /// A refusal that has no rule type of its own.
    pub fn refused(code: &'static str, detail: impl Into<String>) -> Self {
        Self::Refused {
            code: Cow::Borrowed(code),
            detail: detail.into(),
        }
    }

    /// One wrong field.
    pub fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, detail)])
    }

    /// A missing permission.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::Forbidden {
            detail: detail.into(),
        }
    }

    /// A stale version: shows what is stored now.
    pub fn stale(current: &impl Serialize) -> Self {
        Self::Conflict {
            detail: "内容已被他人修改，请核对后再保存".to_owned(),
            current: serde_json::to_value(current).ok(),
        }
    }

    /// Something broke that the person cannot mend.
    pub fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// Whether trying the same act again may succeed.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Internal(source) => source
                .downcast_ref::<DbError>()
                .is_some_and(DbError::is_transient),
            _ => false,
        }
    }
}

impl<R: Refusal> From<R> for AppError {
    fn from(refusal: R) -> Self {
        Self::refused(refusal.code(), refusal.to_string())
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        Self::Internal(Box::new(error))
    }
}
