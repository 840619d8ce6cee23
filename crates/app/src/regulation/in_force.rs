//! Which regulation a post lives by, for every other capability.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use zhishou_base::{CommunityId, Instant, RegulationId, VersionId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::regulation::{Regulation, parse};

use super::store::{self, VersionRow};
use super::views::InForceLine;

/// The regulation a post lives by.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The version, to be stored with whatever begins under it.
    pub version_id: VersionId,
    /// The regulation it is a version of.
    pub regulation_id: RegulationId,
    /// Since when.
    pub effective_at: Instant,
    /// The typed rules.
    pub regulation: Arc<Regulation>,
}

/// The regulation that a post lives by at an instant; `None` before it adopted one.
///
/// # Errors
/// The database failed.
pub async fn regulation_in_force(
    conn: &mut Conn,
    community: CommunityId,
    post_key: &str,
    at: Instant,
) -> Result<Option<InForce>, AppError> {
    let Some(adoption) = store::version_in_force(conn, community, post_key, at).await? else {
        return Ok(None);
    };
    let row = version_row(conn, community, adoption.version).await?;
    Ok(Some(InForce {
        version_id: row.id,
        regulation_id: row.regulation,
        effective_at: adoption.effective_at,
        regulation: typed(&row)?,
    }))
}

/// The regulation that a post lives by at an instant and every one that takes over until
/// another, in order; each governs from its `effective_at` until the next takes over.
///
/// # Errors
/// The database failed.
pub async fn regulations_until(
    conn: &mut Conn,
    community: CommunityId,
    post_key: &str,
    (from, until): (Instant, Instant),
) -> Result<Vec<InForce>, AppError> {
    let coming = store::adoptions(conn, community)
        .await?
        .into_iter()
        .filter(|adoption| adoption.post == post_key)
        .map(|adoption| adoption.effective_at)
        .filter(|at| from < *at && *at <= until);
    let mut instants: Vec<Instant> = std::iter::once(from).chain(coming).collect();
    instants.dedup();
    let mut found: Vec<InForce> = Vec::new();
    for at in instants {
        found.extend(regulation_in_force(conn, community, post_key, at).await?);
    }
    Ok(found)
}

/// The regulations of all posts at an instant, by post key.
///
/// # Errors
/// The database failed.
pub async fn regulations_in_force(
    conn: &mut Conn,
    community: CommunityId,
    at: Instant,
) -> Result<BTreeMap<String, InForce>, AppError> {
    let mut posts: Vec<String> = store::adoptions(conn, community)
        .await?
        .into_iter()
        .map(|adoption| adoption.post)
        .collect();
    posts.dedup();
    let mut all = BTreeMap::new();
    for post in posts {
        if let Some(in_force) = regulation_in_force(conn, community, &post, at).await? {
            all.insert(post, in_force);
        }
    }
    Ok(all)
}

/// Each post with the version it lives by and the one that takes over next.
pub(super) async fn lines(
    conn: &mut Conn,
    community: CommunityId,
    at: Instant,
) -> Result<Vec<InForceLine>, AppError> {
    let adoptions = store::adoptions(conn, community).await?;
    let mut current = regulations_in_force(conn, community, at).await?;
    let mut posts: Vec<&str> = adoptions.iter().map(|known| known.post.as_str()).collect();
    posts.dedup();
    let lines = posts.into_iter().map(|post| {
        let in_force = current.remove(post);
        let next = adoptions
            .iter()
            .find(|known| known.post == post && known.effective_at > at);
        InForceLine {
            post: post.to_owned(),
            version_id: in_force.as_ref().map(|found| found.version_id),
            regulation_id: in_force.as_ref().map(|found| found.regulation_id),
            effective_at: in_force.as_ref().map(|found| found.effective_at),
            title: in_force.map(|found| found.regulation.regulation.title.clone()),
            next_version_id: next.map(|next| next.version),
            next_effective_at: next.map(|next| next.effective_at),
        }
    });
    Ok(lines.collect())
}

/// The rules of one version, as a duty period began under them.
///
/// # Errors
/// The community has no such version, or the database failed.
pub async fn version(
    conn: &mut Conn,
    community: CommunityId,
    version_id: VersionId,
) -> Result<Arc<Regulation>, AppError> {
    let row = version_row(conn, community, version_id).await?;
    typed(&row)
}

pub(super) async fn version_row(
    conn: &mut Conn,
    community: CommunityId,
    version_id: VersionId,
) -> Result<VersionRow, AppError> {
    store::version(conn, community, version_id)
        .await?
        .ok_or(AppError::NotFound {
            what: "该制度版本"
        })
}

/// How many typed texts are kept at hand.
const MOST_KEPT: usize = 64;

/// Typed texts by their digest. The key is the content itself, so that an entry
/// can never be stale; forgetting one costs a millisecond.
fn kept() -> &'static Mutex<BTreeMap<String, Arc<Regulation>>> {
    static KEPT: OnceLock<Mutex<BTreeMap<String, Arc<Regulation>>>> = OnceLock::new();
    KEPT.get_or_init(Mutex::default)
}

/// The typed rules of a stored text.
pub(super) fn typed(row: &VersionRow) -> Result<Arc<Regulation>, AppError> {
    let mut kept = kept().lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(regulation) = kept.get(&row.digest) {
        return Ok(Arc::clone(regulation));
    }
    let parsed = parse(&row.text).map_err(|found| {
        let first = found.first().map(|found| found.message_en.clone());
        AppError::internal(format!(
            "the stored text of version {} does not parse: {}",
            row.id,
            first.unwrap_or_default()
        ))
    })?;
    let regulation = Arc::new(parsed.regulation);
    if kept.len() >= MOST_KEPT {
        kept.clear();
    }
    kept.insert(row.digest.clone(), Arc::clone(&regulation));
    Ok(regulation)
}
