//! What other capabilities ask of coverage.

use serde_json::json;
use zhishou_base::{CommunityId, DutyId, HandoverId, Instant, PersonId, PostId};
use zhishou_platform::{Act, AppError, Conn};
use zhishou_rules::coverage::{Board, HandoverPass, Passing, answers_for, pass_by_handover};

use super::record::{keep, record_at};
use super::store::{self, Absence, PastHold, PastRelief, PastSignIn, StoredDuty};

/// The person who answers for a post now.
///
/// # Errors
/// The database failed.
pub async fn answering(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    now: Instant,
) -> Result<Option<PersonId>, AppError> {
    Ok(answers_for(
        &store::load_board(conn, community, now).await?,
        post,
    ))
}

/// The board of a community now, for those who need more than one answer of it.
///
/// # Errors
/// The database failed.
pub async fn current_board(
    conn: &mut Conn,
    community: CommunityId,
    now: Instant,
) -> Result<Board, AppError> {
    store::load_board(conn, community, now).await
}

/// The posts a person answers for now, through lines given away as well, in the board's order.
///
/// # Errors
/// The database failed.
pub async fn posts_answered_by(
    conn: &mut Conn,
    community: CommunityId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<PostId>, AppError> {
    let board = store::load_board(conn, community, now).await?;
    let answered = |post: &PostId| answers_for(&board, *post) == Some(person);
    Ok(board.posts.keys().copied().filter(answered).collect())
}

/// One duty with its regulation version.
///
/// # Errors
/// The database failed.
pub async fn duty_at(
    conn: &mut Conn,
    community: CommunityId,
    duty: DutyId,
) -> Result<Option<StoredDuty>, AppError> {
    Ok(store::duty(conn, community, duty).await?)
}

/// The duties that touch a time, all posts, by start.
///
/// # Errors
/// The database failed.
pub async fn duties_touching(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<StoredDuty>, AppError> {
    Ok(store::duties_around(conn, community, from, to).await?)
}

/// What was so at the posts within a time.
#[derive(Debug, Clone)]
pub struct DutyRecord {
    /// The duties that touch the time, by start, with the people named for them.
    pub duties: Vec<StoredDuty>,
    /// Who answered for each post.
    pub holds: Vec<PastHold>,
    /// Who signed in for those duties.
    pub sign_ins: Vec<PastSignIn>,
    /// When nobody was there.
    pub absences: Vec<Absence>,
    /// The reliefs asked for within the time, emergencies among them.
    pub reliefs: Vec<PastRelief>,
}

/// The record of a time, `from` included, `to` not.
///
/// # Errors
/// The database failed.
pub async fn record_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<DutyRecord, AppError> {
    Ok(DutyRecord {
        duties: store::duties_around(conn, community, from, to).await?,
        holds: store::holds_between(conn, community, from, to).await?,
        sign_ins: store::sign_ins_between(conn, community, from, to).await?,
        absences: store::absences_between(conn, community, from, to).await?,
        reliefs: store::reliefs_between(conn, community, from, to).await?,
    })
}

/// How a finished handover passes a post.
#[derive(Debug, Clone, Copy)]
pub struct PassRequest {
    /// The handover.
    pub handover: HandoverId,
    /// The post.
    pub post: PostId,
    /// Who hands over.
    pub outgoing: PersonId,
    /// Who takes over.
    pub incoming: PersonId,
    /// The duty that begins.
    pub duty: Option<DutyId>,
    /// Two signatures, a self-check, or a supervisor.
    pub by: Passing,
}

/// Passes the post inside the act that finished the handover.
///
/// # Errors
/// A rule of coverage says no; nothing is stored then.
pub async fn pass_post(act: &mut Act, request: PassRequest) -> Result<(), AppError> {
    let (community, now) = (act.community(), act.now());
    let board = store::load_board(act, community, now).await?;
    let pass = HandoverPass {
        post: request.post,
        outgoing: request.outgoing,
        incoming: request.incoming,
        duty: request.duty,
        by: request.by,
    };
    let changes = pass_by_handover(&board, pass, now)?;
    let body = json!({
        "handover_id": request.handover,
        "outgoing_id": request.outgoing,
        "person_id": request.incoming,
        "by": request.by,
    });
    record_at(
        act,
        "coverage.post_passed",
        request.post,
        request.duty,
        body,
    )
    .await?;
    keep(act, &board, changes).await
}
