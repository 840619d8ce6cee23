//! Live events: one stream per community, ordered by the ledger.

use std::convert::Infallible;
use std::pin::Pin;

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, watch};
use tokio_stream::wrappers::ReceiverStream;
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, Span, SubjectId};
use zhishou_platform::{AppError, Pacer, ledger};
use zhishou_rules::access::Verb;

use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Failure, InCommunity};

/// One piece of news: what happened to what. The page fetches the rest.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EventLine {
    /// Position in the ledger; send the last one as `after` to continue.
    pub seq: i64,
    /// What happened.
    pub verb: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which one.
    pub subject_id: SubjectId,
}

/// Where to begin.
#[derive(Debug, Deserialize, IntoParams)]
pub struct EventsQuery {
    /// Only what came after this position; absent: only what comes from now on.
    pub after: Option<i64>,
}

const BATCH: i64 = 200;

/// Follows what happens in a community.
#[utoipa::path(
    get, path = "/api/c/{community}/events", operation_id = "live_events", tag = "events",
    params(("community" = String, Path), EventsQuery),
    responses((status = 200, description = "text/event-stream of EventLine", body = EventLine,
        content_type = "text/event-stream"))
)]
pub async fn live_events(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<EventsQuery>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    signed_in.require(community, Verb::ReadCoverage)?;
    let after = match query.after {
        Some(after) => after,
        None => ledger::last_seq(&mut *app.platform().read().await?, community).await?,
    };
    let (sender, receiver) = mpsc::channel(32);
    tokio::spawn(follow(app, signed_in, community, after, sender));
    Ok(Sse::new(ReceiverStream::new(receiver)).keep_alive(KeepAlive::default()))
}

type Line = Result<Event, Infallible>;

/// Feeds one reader until it leaves or its session ends.
async fn follow(
    app: App,
    mut signed_in: SignedIn,
    community: CommunityId,
    mut after: i64,
    to: mpsc::Sender<Line>,
) {
    let mut news = app.platform().wakes().subscribe(community);
    let mut look_again = std::pin::pin!(Pacer.pause(LOOK_AGAIN_EVERY));
    loop {
        match deliver(&app, &signed_in, community, &mut after, &to).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                tracing::warn!(%error, "live events paused");
            }
        }
        match next(&mut news, look_again.as_mut(), &to).await {
            Next::News => {}
            Next::LookAgain => {
                match signed_in.refreshed(&app).await {
                    Ok(Some(fresh)) => signed_in = fresh,
                    _ => return,
                }
                look_again.set(Pacer.pause(LOOK_AGAIN_EVERY));
            }
            Next::Over => return,
        }
    }
}

/// Session and roles of a reader are looked at again this often.
const LOOK_AGAIN_EVERY: Span = Span::seconds(60);

/// What a stream does next.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    /// Something happened.
    News,
    /// Session and roles have to be looked at again.
    LookAgain,
    /// The reader has left, or the server stops.
    Over,
}

/// Waits for what comes next. The pause runs on while news comes: in a busy community it
/// would never end if it began anew with each piece.
async fn next(
    news: &mut watch::Receiver<u64>,
    look_again: Pin<&mut impl Future<Output = ()>>,
    to: &mpsc::Sender<Line>,
) -> Next {
    tokio::select! {
        biased;
        () = to.closed() => Next::Over,
        () = look_again => Next::LookAgain,
        changed = news.changed() => if changed.is_err() { Next::Over } else { Next::News },
    }
}

/// Sends what is new; tells whether the reader is still there and still may read.
async fn deliver(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    after: &mut i64,
    to: &mpsc::Sender<Line>,
) -> Result<bool, AppError> {
    loop {
        let lines = {
            let mut reader = app.platform().read().await?;
            ledger::news_after(&mut reader, community, *after, BATCH).await?
        };
        let Some(last) = lines.last() else {
            return Ok(true);
        };
        let last_seq = last.seq;
        for line in lines {
            if !signed_in.may(community, verb_to_read(&line.verb)) {
                continue;
            }
            let line = EventLine {
                seq: line.seq,
                verb: line.verb,
                subject_kind: line.subject_kind,
                subject_id: line.subject,
            };
            let data = serde_json::to_string(&line).map_err(AppError::internal)?;
            let event = Event::default().id(line.seq.to_string()).data(data);
            if to.send(Ok(event)).await.is_err() {
                return Ok(false);
            }
        }
        // Entries that were filtered out advance the position too.
        *after = last_seq;
    }
}

/// The permission that shows an entry, by the capability that wrote it.
fn verb_to_read(entry_verb: &str) -> Verb {
    match entry_verb.split('.').next().unwrap_or_default() {
        "desk" | "notice" | "publicmatter" | "externalcase" => Verb::ReadDesk,
        "staffcomplaint" => Verb::HandleStaffComplaints,
        "workorder" => Verb::ReadWorkOrders,
        "handover" => Verb::ReadHandover,
        "roster" => Verb::ReadRoster,
        "regulation" => Verb::ReadRegulation,
        "people" => Verb::ReadPeople,
        "dutylog" => Verb::ReadDutyLog,
        "access" | "ledger" => Verb::ReadAuditTrail,
        _ => Verb::ReadCoverage,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_session_is_looked_at_again_although_news_never_stops() {
        let (wake, mut news) = watch::channel(0);
        let (to, _reader) = mpsc::channel(1);
        let mut look_again = std::pin::pin!(Pacer.pause(Span(30)));
        let mut came = Vec::new();
        for piece in 1..5_000 {
            Pacer.pause(Span(1)).await;
            wake.send_replace(piece);
            came.push(next(&mut news, look_again.as_mut(), &to).await);
            if came.last() == Some(&Next::LookAgain) {
                break;
            }
        }
        assert_eq!(came.pop(), Some(Next::LookAgain));
        assert!(came.iter().all(|one| *one == Next::News));
    }
}
