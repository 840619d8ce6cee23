//! Drafts and publication: who may do what with a regulation in which state.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, Refusal, Span, UtcOffset};

use super::{Checked, Regulation, next_boundary};
use crate::words::words;

words! {
    /// Where a draft of a regulation stands.
    DraftState {
        /// 草稿: being written.
        Draft = "draft",
        /// 送审: waiting for somebody who may publish.
        InReview = "in_review",
        /// 已发布: it has become a version and is not changed any more.
        Published = "published",
    }
}

/// Why something cannot be done with a regulation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegulationRefusal {
    /// The linter found errors.
    #[error("制度体检还有 {errors} 处错误，请先改正再{doing}")]
    HasErrors {
        /// How many.
        errors: usize,
        /// What was asked for, in Chinese.
        doing: &'static str,
    },
    /// The draft was published already.
    #[error("这份草稿已经发布，不能再改；请在新草稿上修改")]
    AlreadyPublished,
    /// The draft has not been submitted for review.
    #[error("这份草稿还没有送审，请先送审再发布")]
    NotSubmitted,
    /// It is to take effect in the past.
    #[error("生效时间不能早于现在，请改选以后的时间")]
    EffectiveInPast,
    /// Nobody named a post.
    #[error("请至少选择一个采用本制度的岗位")]
    NoPosts,
    /// The regulation does not describe this post.
    #[error("制度里没有岗位“{post}”，请先在制度中写明该岗位，或改选岗位")]
    PostNotDescribed {
        /// Its key.
        post: String,
    },
}

impl Refusal for RegulationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::HasErrors { .. } => "regulation_has_errors",
            Self::AlreadyPublished => "draft_already_published",
            Self::NotSubmitted => "draft_not_submitted",
            Self::EffectiveInPast => "effective_in_past",
            Self::NoPosts => "no_posts_chosen",
            Self::PostNotDescribed { .. } => "post_not_described",
        }
    }
}

/// The state of a draft after its text is saved: writing takes it out of review.
///
/// # Errors
/// [`RegulationRefusal::AlreadyPublished`].
pub fn save_draft(state: DraftState) -> Result<DraftState, RegulationRefusal> {
    match state {
        DraftState::Published => Err(RegulationRefusal::AlreadyPublished),
        DraftState::Draft | DraftState::InReview => Ok(DraftState::Draft),
    }
}

/// The state of a draft after it is submitted; it must be free of errors.
///
/// # Errors
/// It is published, or the linter found errors.
pub fn submit_for_review(
    state: DraftState,
    checked: &Checked,
) -> Result<DraftState, RegulationRefusal> {
    if state == DraftState::Published {
        return Err(RegulationRefusal::AlreadyPublished);
    }
    without_errors(checked, "送审")?;
    Ok(DraftState::InReview)
}

/// Whether a draft may become a version.
///
/// # Errors
/// It is published already, was not submitted, or has errors.
pub fn publish(state: DraftState, checked: &Checked) -> Result<(), RegulationRefusal> {
    match state {
        DraftState::Published => Err(RegulationRefusal::AlreadyPublished),
        DraftState::Draft => Err(RegulationRefusal::NotSubmitted),
        DraftState::InReview => without_errors(checked, "发布"),
    }
}

fn without_errors(checked: &Checked, doing: &'static str) -> Result<(), RegulationRefusal> {
    match checked.errors() {
        0 => Ok(()),
        errors => Err(RegulationRefusal::HasErrors { errors, doing }),
    }
}

/// From when one post lives by a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AdoptedPost {
    /// Key of the post.
    pub post: String,
    /// From when; a shift boundary of the regulation that was in force before.
    pub effective_at: Instant,
}

/// Decides from when each post lives by a regulation.
///
/// Where another regulation is in force, the change waits for the next beginning
/// of one of its main shifts, so that a running shift keeps the version it began
/// under. A wished time up to a minute in the past counts as now, since people
/// press the button a moment after the page was drawn.
///
/// # Errors
/// No posts, a post that the regulation does not describe, a time in the past.
pub fn adopt(
    regulation: &Regulation,
    posts: &[String],
    in_force: impl Fn(&str) -> Option<std::sync::Arc<Regulation>>,
    wished_at: Instant,
    now: Instant,
    offset: UtcOffset,
) -> Result<Vec<AdoptedPost>, RegulationRefusal> {
    if posts.is_empty() {
        return Err(RegulationRefusal::NoPosts);
    }
    if wished_at < now - Span::minutes(1) {
        return Err(RegulationRefusal::EffectiveInPast);
    }
    let from = wished_at.max(now);
    posts
        .iter()
        .map(|post| {
            if regulation.post(post).is_none() {
                return Err(RegulationRefusal::PostNotDescribed { post: post.clone() });
            }
            let boundary = in_force(post).and_then(|before| {
                next_boundary(&before, std::slice::from_ref(post), from, offset)
            });
            Ok(AdoptedPost {
                post: post.clone(),
                effective_at: boundary.unwrap_or(from),
            })
        })
        .collect()
}
