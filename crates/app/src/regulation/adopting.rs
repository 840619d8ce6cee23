//! Versions, and the posts that come to live by them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;
use zhishou_base::{Instant, VersionId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::regulation::{AdoptedPost, Checked, adopt, check, presets};

use super::actions::regulation_of;
use super::in_force::{regulation_in_force, typed, version_row};
use super::store::{self, RegulationRow, VersionRow};
use super::views::VersionLine;
use crate::action::Action;

/// Stores a checked text as the next version of a regulation, and records it.
pub(super) async fn publish_version(
    act: &mut Act,
    row: &mut RegulationRow,
    source: &str,
    checked: &Checked,
) -> Result<VersionRow, AppError> {
    let (Some(text), Some(digest)) = (checked.text.clone(), checked.digest.clone()) else {
        return Err(AppError::internal("a checked text without its digest"));
    };
    let (community, now) = (act.community(), act.now());
    row.version += 1;
    row.updated_at = now;
    store::save_regulation(act, community, row).await?;
    let before = store::newest_version(act, community, row.id).await?;
    let version = VersionRow {
        id: act.new_id(),
        regulation: row.id,
        number: before.map_or(1, |before| before.number + 1),
        source_text: source.to_owned(),
        text,
        digest,
        published_at: now,
    };
    store::add_version(act, community, &version).await?;
    let entry = Entry::new("regulation.published")
        .subject("regulation", row.id.subject())
        .body(&json!({
            "key": row.key,
            "version_id": version.id,
            "number": version.number,
            "digest": version.digest,
        }));
    act.record(entry).await?;
    Ok(version)
}

/// Lets posts live by a version from a wished instant on, at their next shift boundary.
pub(super) async fn adopt_version(
    act: &mut Act,
    version: &VersionRow,
    posts: &[String],
    wished_at: Option<Instant>,
) -> Result<Vec<AdoptedPost>, AppError> {
    let (community, now) = (act.community(), act.now());
    let wished_at = wished_at.unwrap_or(now);
    let mut before = BTreeMap::new();
    for post in posts {
        if let Some(found) = regulation_in_force(act, community, post, wished_at.max(now)).await? {
            before.insert(post.clone(), found.regulation);
        }
    }
    let offset = store::utc_offset(act, community).await?;
    let in_force = |post: &str| before.get(post).cloned();
    let adopted = adopt(&*typed(version)?, posts, in_force, wished_at, now, offset)?;
    for post in &adopted {
        store::adopt(act, community, version.id, post, now).await?;
    }
    let entry = Entry::new("regulation.adopted")
        .subject("regulation", version.regulation.subject())
        .body(&json!({ "version_id": version.id, "digest": version.digest, "posts": adopted }));
    act.record(entry).await?;
    Ok(adopted)
}

/// Lets posts live by a published version.
#[derive(Debug, Serialize)]
pub struct AdoptVersion {
    /// The version.
    pub version: VersionId,
    /// The posts.
    pub posts: Vec<String>,
    /// From when; absent: as soon as possible.
    pub effective_at: Option<Instant>,
}

impl Action for AdoptVersion {
    type Outcome = VersionLine;
    const NAME: &'static str = "regulation.adopt_version";
    const VERB: Verb = Verb::PublishRegulation;

    async fn perform(&self, act: &mut Act) -> Result<VersionLine, AppError> {
        let community = act.community();
        let version = version_row(act, community, self.version).await?;
        let adopted_by = adopt_version(act, &version, &self.posts, self.effective_at).await?;
        Ok(VersionLine {
            adopted_by,
            ..VersionLine::of(&version, &[])
        })
    }
}

/// Publishes a preset and adopts it for posts, inside the act of a set-up.
///
/// A preset that the community already published unchanged is not published again.
///
/// # Errors
/// There is no such preset, or it does not describe one of the posts.
pub async fn adopt_preset(
    act: &mut Act,
    preset: &str,
    posts: &[String],
    effective_at: Instant,
) -> Result<VersionId, AppError> {
    let source = presets::preset(preset)
        .ok_or(AppError::NotFound {
            what: "该预设制度"
        })?
        .source;
    let checked = check(source);
    let mut row = regulation_of(act, &checked).await?;
    let community = act.community();
    let newest = store::newest_version(act, community, row.id).await?;
    let version = match newest {
        Some(same) if Some(&same.digest) == checked.digest.as_ref() => same,
        _ => publish_version(act, &mut row, source, &checked).await?,
    };
    adopt_version(act, &version, posts, Some(effective_at)).await?;
    Ok(version.id)
}
