//! Reading handovers: the one that is due, one by its id, and the list.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, HandoverId, Instant, PersonId, PostId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::access::Verb;
use zhishou_rules::handover::{HandoverState, carried};

use super::super::actions::{OpenHandover, facts};
use super::super::snapshot::sides;
use super::super::store::{self, Stored};
use super::super::views::{HandoverDetail, HandoverView, NamedPerson, NextHandover, blocker_of};
use crate::access::{ActingPerson, SignedIn};
use crate::app::App;
use crate::coverage;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::lists::Page;
use crate::people;

async fn names(conn: &mut Conn, community: CommunityId) -> Result<Vec<NamedPerson>, AppError> {
    let names = people::names(conn, community).await?;
    Ok(names
        .into_iter()
        .map(|(person_id, name)| NamedPerson { person_id, name })
        .collect())
}

/// A handover with what belongs to it; names are left to the caller.
async fn detail(
    conn: &mut Conn,
    community: CommunityId,
    stored: &Stored,
    now: Instant,
) -> Result<HandoverDetail, AppError> {
    let handover = &stored.handover;
    let blocker = if handover.state.is_open() {
        blocker_of(handover, &facts(conn, community, handover, now).await?)
    } else {
        None
    };
    let amendments = store::amendments(conn, community, handover.id).await?;
    Ok(HandoverDetail {
        handover: HandoverView::of(stored),
        blocker,
        amendments: amendments.into_iter().map(Into::into).collect(),
        people: Vec::new(),
    })
}

/// The handover that is due at a post, and everything its wizard shows.
#[utoipa::path(get, path = "/api/c/{community}/posts/{post}/handover",
    operation_id = "show_next_handover", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path)),
    responses((status = 200, body = NextHandover), (status = 404, body = Problem)))]
pub async fn show_next_handover(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
) -> Result<Json<NextHandover>, Failure> {
    signed_in.require(community, Verb::ReadHandover)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    people::post(&mut reader, community, post).await?;
    let board = coverage::current_board(&mut reader, community, now).await?;
    let sides = sides(&board, post, now).ok();
    let duty = sides
        .as_ref()
        .and_then(|sides| sides.incoming_duty.as_ref());
    let open = match store::open_of(&mut reader, community, post).await? {
        Some(stored) => Some(detail(&mut reader, community, &stored, now).await?),
        None => None,
    };
    let last = store::last_passed(&mut reader, community, post).await?;
    Ok(Json(NextHandover {
        post_id: post,
        outgoing_id: sides.as_ref().map(|sides| sides.outgoing),
        incoming_duty: duty.and_then(|duty| {
            let state = board.post(post)?;
            Some(coverage::duty_view(state, duty))
        }),
        candidate_ids: sides.map(|sides| sides.candidates).unwrap_or_default(),
        open,
        last: last.as_ref().map(HandoverView::of),
        standing: store::standing_of(&mut reader, community, post).await?,
        people: names(&mut reader, community).await?,
    }))
}

/// Who takes over.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OpenHandoverRequest {
    /// Who asks.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Who takes over; absent: the first who signed in or is named by the roster.
    #[serde(default)]
    pub incoming_id: Option<PersonId>,
}

/// Opens the handover that is due, or gives the one that is open already.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/handover",
    operation_id = "open_handover", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = OpenHandoverRequest,
    responses((status = 200, body = HandoverView), (status = 422, body = Problem)))]
pub async fn open_handover(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<OpenHandoverRequest>,
) -> Result<Json<HandoverView>, Failure> {
    signed_in.require(community, Verb::SignHandover)?;
    let by = request.acting.prove(&app, &signed_in, community).await?;
    let action = OpenHandover {
        post,
        by,
        incoming: request.incoming_id,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// One handover.
#[utoipa::path(get, path = "/api/c/{community}/handovers/{handover}",
    operation_id = "show_handover", tag = "handover",
    params(("community" = String, Path), ("handover" = String, Path)),
    responses((status = 200, body = HandoverDetail), (status = 404, body = Problem)))]
pub async fn show_handover(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, handover)): Path<(CommunityId, HandoverId)>,
) -> Result<Json<HandoverDetail>, Failure> {
    signed_in.require(community, Verb::ReadHandover)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let stored = store::by_id(&mut reader, community, handover).await?;
    let mut found = detail(&mut reader, community, &stored, now).await?;
    found.people = names(&mut reader, community).await?;
    Ok(Json(found))
}

/// A handover in the list.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct HandoverSummary {
    /// Which.
    pub handover_id: HandoverId,
    /// The post.
    pub post_id: PostId,
    /// Who handed over.
    pub outgoing_id: PersonId,
    /// Who took over.
    pub incoming_id: PersonId,
    /// When it was opened.
    pub opened_at: Instant,
    /// When the post should have passed.
    pub planned_at: Instant,
    /// How far it has come.
    pub progress: HandoverState,
    /// How many counts differ.
    pub differing_items: usize,
    /// How many open matters the next shift carries on.
    pub carried: usize,
    /// How many things were out of order.
    pub anomalies: usize,
}

impl From<Stored> for HandoverSummary {
    fn from(stored: Stored) -> Self {
        let handover = stored.handover;
        let differing = handover.items.iter().filter(|line| line.differs());
        Self {
            handover_id: handover.id,
            post_id: handover.post,
            outgoing_id: handover.outgoing,
            incoming_id: handover.incoming,
            opened_at: stored.opened_at,
            planned_at: handover.planned_at,
            differing_items: differing.count(),
            carried: carried(&handover.open),
            anomalies: handover.anomalies.len(),
            progress: handover.state,
        }
    }
}

/// Which handovers.
#[derive(Debug, Deserialize, IntoParams)]
pub struct HandoverQuery {
    /// Of this post only.
    pub post_id: Option<PostId>,
    /// Continues a list.
    pub cursor: Option<String>,
    /// Rows of a page.
    pub limit: Option<i64>,
}

/// Handovers, newest first.
#[utoipa::path(get, path = "/api/c/{community}/handovers", operation_id = "list_handovers",
    tag = "handover", params(("community" = String, Path), HandoverQuery),
    responses((status = 200, body = Page<HandoverSummary>), (status = 403, body = Problem)))]
pub async fn list_handovers(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<HandoverQuery>,
) -> Result<Json<Page<HandoverSummary>>, Failure> {
    signed_in.require(community, Verb::ReadHandover)?;
    let mut reader = app.platform().read().await?;
    let cursor = query.cursor.as_deref();
    let page = store::list(&mut reader, community, query.post_id, cursor, query.limit).await?;
    Ok(Json(Page {
        items: page.items.into_iter().map(Into::into).collect(),
        next_cursor: page.next_cursor,
    }))
}
