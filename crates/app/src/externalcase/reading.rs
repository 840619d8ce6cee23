//! Putting a case together for the screen.

use zhishou_base::{CommunityId, ExternalCaseId, Instant, PersonId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::externalcase::CaseStage;
use zhishou_rules::people::mask_phone;

use super::SUBJECT;
use super::store::{self, CaseFilter, CaseRow};
use super::views::{CaseLine, CaseView, ProofView};
use crate::coverage;
use crate::lists::Page;
use crate::people;
use crate::workorder::{OrderPerson, timeline};

/// One page of cases.
///
/// # Errors
/// The cursor is foreign, or the database failed.
pub async fn page(
    conn: &mut Conn,
    community: CommunityId,
    filter: CaseFilter,
) -> Result<Page<CaseLine>, AppError> {
    let rows = store::list(conn, community, filter).await?;
    Ok(Page {
        items: rows.items.iter().map(CaseLine::of).collect(),
        next_cursor: rows.next_cursor,
    })
}

/// One case in full, for a reader.
///
/// # Errors
/// There is no such case, or the database failed.
pub async fn case_view(
    conn: &mut Conn,
    community: CommunityId,
    id: ExternalCaseId,
    reader: Option<PersonId>,
    now: Instant,
) -> Result<CaseView, AppError> {
    let names = people::names(conn, community).await?;
    let row = store::load(conn, community, id).await?;
    let named = |id: PersonId| OrderPerson::of(id, &names);
    let photos = store::photos_of(conn, community, id).await?;
    let photos = photos
        .into_iter()
        .map(|photo| ProofView {
            id: photo.id,
            cycle: photo.cycle,
            added_by: named(photo.added_by),
            added_at: photo.added_at,
        })
        .collect();
    let own_job = is_own_job(conn, community, &row, reader, now).await?;
    Ok(CaseView {
        line: CaseLine::of(&row),
        state: row.case.state.clone(),
        extensions: row.case.extensions,
        caller_phone_masked: mask_phone(&row.caller_phone),
        resident_id: row.resident,
        contact_id: row.contact,
        contact_number: row.contact_number.clone(),
        reply: row.reply.clone(),
        no_proof_reason: row.no_proof_reason.clone(),
        own_job,
        taken_by: named(row.taken_by),
        taken_at: row.taken_at,
        photos,
        timeline: timeline(conn, community, (SUBJECT, id.subject()), &names).await?,
    })
}

/// One's own job: a case under way that one took, or that the desk follows while one answers for
/// the desk. Who calls the caller back needs the number.
///
/// # Errors
/// The database failed.
pub async fn is_own_job(
    conn: &mut Conn,
    community: CommunityId,
    row: &CaseRow,
    person: Option<PersonId>,
    now: Instant,
) -> Result<bool, AppError> {
    if person.is_none() || row.case.stage() == CaseStage::Closed {
        return Ok(false);
    }
    if person == Some(row.taken_by) {
        return Ok(true);
    }
    match row.post {
        Some(post) => Ok(coverage::holder_at(conn, community, post, now).await? == person),
        None => Ok(false),
    }
}
