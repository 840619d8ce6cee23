//! What the pages see.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, RegulationId, VersionId};
use zhishou_rules::regulation::{
    AdoptedPost, Checked, Diagnostic, DraftState, Regulation, Text, check, print,
};

use super::store::{AdoptionRow, RegulationRow, VersionRow};

/// The working draft of a regulation, as stored.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DraftView {
    /// The regulation.
    pub regulation_id: RegulationId,
    /// Send it back when saving, so that nobody overwrites another's work.
    pub version: i64,
    /// Where the draft stands; absent when there is none.
    pub state: Option<DraftState>,
    /// Its text.
    pub text: Option<String>,
    /// When it was last saved.
    pub updated_at: Instant,
    /// What the linter says about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A version in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct VersionLine {
    /// The version.
    pub version_id: VersionId,
    /// Its number, from 1.
    pub number: i64,
    /// SHA-256 of its flat text, in hexadecimal.
    pub digest: String,
    /// When it was published.
    pub published_at: Instant,
    /// The posts that live or will live by it.
    pub adopted_by: Vec<AdoptedPost>,
}

/// A regulation in the list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RegulationLine {
    /// The regulation.
    pub regulation_id: RegulationId,
    /// Short key, e.g. `r01`.
    pub key: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    pub title_en: String,
    /// Where its draft stands, when it has one.
    pub draft_state: Option<DraftState>,
    /// Versions, newest first.
    pub versions: Vec<VersionLine>,
}

/// A regulation with its draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegulationView {
    /// The line of the list.
    pub line: RegulationLine,
    /// Its draft.
    pub draft: DraftView,
}

/// A published version in full.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionView {
    /// The regulation it is a version of.
    pub regulation_id: RegulationId,
    /// The line of the list.
    pub line: VersionLine,
    /// The text as it was written.
    pub source: String,
    /// The flat text with everything inherited; the digest is of this.
    pub text: String,
    /// The readable regulation in Chinese, as Markdown.
    pub printed: String,
    /// The typed document: posts, shifts, lead times, clauses and what keeps them.
    pub document: Regulation,
}

/// What a check of a text found.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckView {
    /// How many errors keep it from being published.
    pub errors: usize,
    /// Remarks, gravest first.
    pub diagnostics: Vec<Diagnostic>,
    /// The typed document, when the text could be read.
    pub document: Option<Regulation>,
    /// The readable regulation in Chinese, as Markdown, when the text could be read.
    pub printed: Option<String>,
}

/// A preset to begin from.
#[derive(Debug, Serialize, ToSchema)]
pub struct PresetLine {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// When to choose it.
    pub summary: Text,
}

/// A preset in full.
#[derive(Debug, Serialize, ToSchema)]
pub struct PresetView {
    /// Its text.
    pub text: String,
    /// What the check says about it.
    pub check: CheckView,
}

/// Which regulation a post lives by.
#[derive(Debug, Serialize, ToSchema)]
pub struct InForceLine {
    /// Key of the post.
    pub post: String,
    /// The version in force; absent before the first takes effect.
    pub version_id: Option<VersionId>,
    /// Its regulation.
    pub regulation_id: Option<RegulationId>,
    /// Title of the regulation.
    pub title: Option<Text>,
    /// Since when.
    pub effective_at: Option<Instant>,
    /// The version that takes over next, when one is decided.
    pub next_version_id: Option<VersionId>,
    /// When it does.
    pub next_effective_at: Option<Instant>,
}

impl DraftView {
    /// The draft as stored, with what the linter says.
    pub(super) fn of(row: &RegulationRow, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            regulation_id: row.id,
            version: row.version,
            state: row.draft_state,
            text: row.draft_text.clone(),
            updated_at: row.updated_at,
            diagnostics,
        }
    }
}

impl DraftView {
    /// The draft as stored, checked anew.
    pub(super) fn checked(row: &RegulationRow) -> Self {
        let diagnostics = row
            .draft_text
            .as_deref()
            .map(|text| check(text).diagnostics)
            .unwrap_or_default();
        Self::of(row, diagnostics)
    }
}

impl VersionLine {
    pub(super) fn of(row: &VersionRow, adoptions: &[AdoptionRow]) -> Self {
        let adopted_by = adoptions
            .iter()
            .filter(|adoption| adoption.version == row.id)
            .map(|adoption| AdoptedPost {
                post: adoption.post.clone(),
                effective_at: adoption.effective_at,
            })
            .collect();
        Self {
            version_id: row.id,
            number: row.number,
            digest: row.digest.clone(),
            published_at: row.published_at,
            adopted_by,
        }
    }
}

impl RegulationLine {
    pub(super) fn of(
        row: &RegulationRow,
        versions: &[VersionRow],
        adoptions: &[AdoptionRow],
    ) -> Self {
        Self {
            regulation_id: row.id,
            key: row.key.clone(),
            title_zh: row.title_zh.clone(),
            title_en: row.title_en.clone(),
            draft_state: row.draft_state,
            versions: versions
                .iter()
                .filter(|version| version.regulation == row.id)
                .map(|version| VersionLine::of(version, adoptions))
                .collect(),
        }
    }
}

impl From<Checked> for CheckView {
    fn from(checked: Checked) -> Self {
        Self {
            errors: checked.errors(),
            printed: checked.regulation.as_ref().map(print),
            document: checked.regulation,
            diagnostics: checked.diagnostics,
        }
    }
}
