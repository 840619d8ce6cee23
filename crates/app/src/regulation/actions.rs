//! Drafting and publishing. Each is one act.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{Instant, RegulationId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::regulation::{
    Checked, DraftState, check, digest_of, presets, publish, save_draft, submit_for_review,
};

use super::adopting::{adopt_version, publish_version};
use super::store::{self, RegulationRow};
use super::views::{DraftView, VersionLine};
use crate::action::Action;

/// Begins a draft from a preset, from a text, or from a regulation's newest version.
#[derive(Debug, Serialize)]
pub enum CreateDraft {
    /// From a preset.
    Preset(String),
    /// From a text, which may still have mistakes.
    Text(String),
    /// From the newest version of a regulation.
    Regulation(RegulationId),
}

impl Action for CreateDraft {
    type Outcome = DraftView;
    const NAME: &'static str = "regulation.create_draft";
    const VERB: Verb = Verb::EditRegulation;

    async fn perform(&self, act: &mut Act) -> Result<DraftView, AppError> {
        let text = match self {
            Self::Preset(key) => presets::preset(key)
                .ok_or(AppError::NotFound {
                    what: "该预设制度"
                })?
                .source
                .to_owned(),
            Self::Text(text) => text.clone(),
            Self::Regulation(id) => {
                let community = act.community();
                store::newest_version(act, community, *id)
                    .await?
                    .ok_or(AppError::NotFound { what: "该制度" })?
                    .source_text
            }
        };
        let checked = check(&text);
        let mut row = regulation_of(act, &checked).await?;
        if row.draft_state.is_some() {
            let current = DraftView::checked(&row);
            return Err(AppError::Conflict {
                detail: "该制度已有一份草稿，请在原草稿上继续修改".to_owned(),
                current: serde_json::to_value(current).ok(),
            });
        }
        row.draft_text = Some(text);
        row.draft_state = Some(DraftState::Draft);
        store_draft(act, &mut row, "regulation.draft_created").await?;
        Ok(DraftView::of(&row, checked.diagnostics))
    }
}

/// The community's regulation that a document is about; a new one when its key is new.
/// A text whose identity cannot be read yet gets a key of its own, so that it is saved.
pub(super) async fn regulation_of(
    act: &mut Act,
    checked: &Checked,
) -> Result<RegulationRow, AppError> {
    let (key, title_zh, title_en) = match &checked.regulation {
        Some(regulation) => {
            let identity = &regulation.regulation;
            let title = identity.title.clone();
            (identity.id.clone(), title.zh, title.en)
        }
        None => {
            let number = act.next_number("regulation_draft").await?;
            let key = format!("draft-{number}");
            (
                key,
                format!("未命名制度 {number}"),
                format!("Untitled {number}"),
            )
        }
    };
    let (community, now) = (act.community(), act.now());
    let known = store::regulation_by_key(act, community, &key).await?;
    Ok(known.unwrap_or_else(|| RegulationRow {
        id: act.new_id(),
        key,
        title_zh,
        title_en,
        draft_text: None,
        draft_state: None,
        version: 0,
        created_at: now,
        updated_at: now,
    }))
}

async fn store_draft(
    act: &mut Act,
    row: &mut RegulationRow,
    verb: &'static str,
) -> Result<(), AppError> {
    let (community, now) = (act.community(), act.now());
    row.version += 1;
    row.updated_at = now;
    store::save_regulation(act, community, row).await?;
    let entry = Entry::new(verb)
        .subject("regulation", row.id.subject())
        .body(&json!({
            "key": row.key,
            "draft_digest": row.draft_text.as_deref().map(digest_of),
        }));
    act.record(entry).await?;
    Ok(())
}

/// The draft that somebody has open, unless another changed it in between.
async fn opened_draft(
    act: &mut Act,
    id: RegulationId,
    version: i64,
) -> Result<(RegulationRow, String, DraftState), AppError> {
    let community = act.community();
    let row = store::regulation(act, community, id)
        .await?
        .ok_or(AppError::NotFound { what: "该制度" })?;
    if row.version != version {
        return Err(AppError::stale(&DraftView::checked(&row)));
    }
    match (row.draft_text.clone(), row.draft_state) {
        (Some(text), Some(state)) => Ok((row, text, state)),
        _ => Err(AppError::refused(
            "no_draft",
            "该制度没有正在编写的草稿，请先新建草稿",
        )),
    }
}

/// Saves the text of a draft, mistakes and all.
#[derive(Debug, Serialize)]
pub struct SaveDraft {
    /// The regulation.
    pub regulation: RegulationId,
    /// The version the writer began from.
    pub version: i64,
    /// The text.
    pub text: String,
}

impl Action for SaveDraft {
    type Outcome = DraftView;
    const NAME: &'static str = "regulation.save_draft";
    const VERB: Verb = Verb::EditRegulation;

    async fn perform(&self, act: &mut Act) -> Result<DraftView, AppError> {
        let (mut row, _, state) = opened_draft(act, self.regulation, self.version).await?;
        row.draft_state = Some(save_draft(state)?);
        row.draft_text = Some(self.text.clone());
        let checked = check(&self.text);
        name_after(act, &mut row, &checked).await?;
        store_draft(act, &mut row, "regulation.draft_saved").await?;
        Ok(DraftView::of(&row, checked.diagnostics))
    }
}

/// A regulation that was never published takes key and title from its draft.
async fn name_after(
    act: &mut Act,
    row: &mut RegulationRow,
    checked: &Checked,
) -> Result<(), AppError> {
    let Some(regulation) = &checked.regulation else {
        return Ok(());
    };
    let identity = &regulation.regulation;
    let community = act.community();
    let published = store::newest_version(act, community, row.id)
        .await?
        .is_some();
    if !published && identity.id != row.key {
        let taken = store::regulation_by_key(act, community, &identity.id).await?;
        if taken.is_some() {
            return Err(AppError::refused(
                "key_taken",
                format!("已有编号为“{}”的制度，请在 id 里换一个编号", identity.id),
            ));
        }
        row.key.clone_from(&identity.id);
    }
    row.title_zh.clone_from(&identity.title.zh);
    row.title_en.clone_from(&identity.title.en);
    Ok(())
}

/// Hands a draft in for review; it must be free of errors.
#[derive(Debug, Serialize)]
pub struct SubmitDraft {
    /// The regulation.
    pub regulation: RegulationId,
    /// The version that was read.
    pub version: i64,
}

impl Action for SubmitDraft {
    type Outcome = DraftView;
    const NAME: &'static str = "regulation.submit_draft";
    const VERB: Verb = Verb::EditRegulation;

    async fn perform(&self, act: &mut Act) -> Result<DraftView, AppError> {
        let (mut row, text, state) = opened_draft(act, self.regulation, self.version).await?;
        let checked = check(&text);
        row.draft_state = Some(submit_for_review(state, &checked)?);
        store_draft(act, &mut row, "regulation.draft_submitted").await?;
        Ok(DraftView::of(&row, checked.diagnostics))
    }
}

/// Publishes a reviewed draft as an immutable version and adopts it for posts.
#[derive(Debug, Serialize)]
pub struct PublishDraft {
    /// The regulation.
    pub regulation: RegulationId,
    /// The version that was read.
    pub version: i64,
    /// From when; absent: as soon as possible.
    pub effective_at: Option<Instant>,
    /// The posts that adopt it; none: it is only published.
    pub posts: Vec<String>,
}

impl Action for PublishDraft {
    type Outcome = VersionLine;
    const NAME: &'static str = "regulation.publish_draft";
    const VERB: Verb = Verb::PublishRegulation;

    async fn perform(&self, act: &mut Act) -> Result<VersionLine, AppError> {
        let (mut row, text, state) = opened_draft(act, self.regulation, self.version).await?;
        let checked = check(&text);
        publish(state, &checked)?;
        row.draft_text = None;
        row.draft_state = None;
        let version = publish_version(act, &mut row, &text, &checked).await?;
        let adopted_by = if self.posts.is_empty() {
            Vec::new()
        } else {
            adopt_version(act, &version, &self.posts, self.effective_at).await?
        };
        Ok(VersionLine {
            adopted_by,
            ..VersionLine::of(&version, &[])
        })
    }
}
