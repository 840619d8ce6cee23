//! What clients send.

use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{Instant, RegulationId};

use super::actions::CreateDraft;
use zhishou_platform::AppError;

/// What a new draft begins from: exactly one of the three.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateDraftRequest {
    /// Key of a preset.
    pub preset: Option<String>,
    /// A text of one's own.
    pub text: Option<String>,
    /// A regulation whose newest version is revised.
    pub regulation_id: Option<RegulationId>,
}

impl CreateDraftRequest {
    pub(super) fn into_action(self) -> Result<CreateDraft, AppError> {
        match (self.preset, self.text, self.regulation_id) {
            (Some(preset), None, None) => Ok(CreateDraft::Preset(preset)),
            (None, Some(text), None) => Ok(CreateDraft::Text(text)),
            (None, None, Some(id)) => Ok(CreateDraft::Regulation(id)),
            _ => Err(AppError::invalid(
                "",
                "新建草稿请在 preset、text、regulation_id 中只填一项",
            )),
        }
    }
}

/// A draft to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveDraftRequest {
    /// The version the writer began from.
    pub version: i64,
    /// The text.
    pub text: String,
}

/// A draft to be submitted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitDraftRequest {
    /// The version that was read.
    pub version: i64,
}

/// A draft to be published.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishDraftRequest {
    /// The version that was read.
    pub version: i64,
    /// From when; absent: as soon as possible. It waits for the next shift boundary.
    pub effective_at: Option<Instant>,
    /// Keys of the posts that adopt it; none: it is only published.
    #[serde(default)]
    pub posts: Vec<String>,
}

/// Posts that adopt a version.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdoptVersionRequest {
    /// Keys of the posts.
    pub posts: Vec<String>,
    /// From when; absent: as soon as possible. It waits for the next shift boundary.
    pub effective_at: Option<Instant>,
}

/// A text to be checked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckRequest {
    /// The text.
    pub text: String,
}
