//! Calling for help 呼叫支援: one press rings the guards on post and whoever leads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, HelpCallId, Instant, PersonId, PostId};
use zhishou_platform::{Act, AppError, Conn, Entry, Target};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::{Board, calls_for_help, rings_for_help};
use zhishou_rules::people::PostKind;

use super::calling::{HELP_CALLED, ring_all, target};
use super::record::duty_of;
use super::store::{self, HelpCall};
use crate::action::Action;
use crate::people::{self, Post};

/// A call for help, whom it rang and who answered.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HelpCallView {
    /// Which one.
    pub id: HelpCallId,
    /// The post the caller was at, if at one.
    pub post_id: Option<PostId>,
    /// Its name.
    pub post_name: Option<String>,
    /// Who called.
    pub caller_id: PersonId,
    /// The name of who called.
    pub caller_name: String,
    /// When.
    pub called_at: Instant,
    /// Whom it rang: posts by name, then people. Empty where nobody else was there.
    pub called: Vec<String>,
    /// Who answered, the first one first.
    pub answers: Vec<HelpAnswer>,
}

/// An answer to a call for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HelpAnswer {
    /// Who.
    pub name: String,
    /// When.
    pub answered_at: Instant,
    /// `coming`, `by_phone` or `received`.
    pub answer: String,
}

/// What a press of the button did.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HelpCalled {
    /// The call.
    pub call: HelpCallView,
    /// It rang before, less than a minute ago, and does not ring again.
    pub again: bool,
}

/// Calls for help. Never refused.
#[derive(Debug, Serialize)]
pub struct CallForHelp;

impl Action for CallForHelp {
    type Outcome = HelpCalled;
    const NAME: &'static str = "coverage.call_for_help";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<HelpCalled, AppError> {
        let (community, now) = (act.community(), act.now());
        let caller = act
            .actor()
            .person
            .ok_or_else(|| AppError::forbidden("请用个人账号登录后呼叫支援"))?;
        let board = store::load_board(act, community, now).await?;
        let standing = act.actor().post;
        let post = standing.or_else(|| board.present_at(caller).first().copied());
        let last = store::last_help_call(act, caller, post).await?;
        if let Some(last) = last.filter(|last| !rings_for_help(Some(last.called_at), now)) {
            record(act, "coverage.help_called_again", &last, &board, 0).await?;
            let call = view(act, community, last).await?;
            return Ok(HelpCalled { call, again: true });
        }
        let call = HelpCall {
            id: act.new_id(),
            post,
            called_by: caller,
            called_at: now,
        };
        store::add_help_call(act, &call).await?;
        let rung = ring(act, &board, &call).await?;
        record(act, "coverage.help_called", &call, &board, rung).await?;
        let call = view(act, community, call).await?;
        Ok(HelpCalled { call, again: false })
    }
}

/// Rings everybody who is called; tells how many.
async fn ring(act: &mut Act, board: &Board, call: &HelpCall) -> Result<usize, AppError> {
    let community = act.community();
    let posts = people::posts(act, community).await?;
    let guards: Vec<PostId> = posts.iter().filter(guards).map(|post| post.id).collect();
    let callees = calls_for_help(board, &guards, call.called_by);
    let targets: Vec<Target> = callees.iter().map(target).collect();
    let rung = targets.len();
    let about = (HELP_CALLED, "help_call", call.id.subject());
    let body = json!({ "caller_id": call.called_by });
    ring_all(act, call.post, targets, about, body).await?;
    Ok(rung)
}

/// The control room stays: it watches the fire alarms.
fn guards(post: &&Post) -> bool {
    matches!(post.kind, PostKind::Gate | PostKind::Patrol)
}

async fn record(
    act: &mut Act,
    verb: &'static str,
    call: &HelpCall,
    board: &Board,
    rung: usize,
) -> Result<(), AppError> {
    let community = act.community();
    // The button is the desk's: a call from no post stands in the log in which it is looked for.
    let log = match call.post {
        Some(post) => Some(post),
        None => people::desk(act, community).await?.map(|desk| desk.id),
    };
    let entry = Entry::new(verb)
        .subject("help_call", call.id.subject())
        .post(log)
        .duty(call.post.and_then(|post| duty_of(board, post)))
        .body(&json!({ "person_id": call.called_by, "called": rung }));
    act.record(entry).await?;
    Ok(())
}

/// The calls for help of a time, `from` included, `to` not, in order.
///
/// # Errors
/// The database failed.
pub async fn help_calls_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<HelpCallView>, AppError> {
    let mut views = Vec::new();
    for call in store::help_between(conn, community, from, to).await? {
        views.push(view(conn, community, call).await?);
    }
    Ok(views)
}

async fn view(
    conn: &mut Conn,
    community: CommunityId,
    call: HelpCall,
) -> Result<HelpCallView, AppError> {
    let names = people::names(conn, community).await?;
    let posts = people::posts(conn, community).await?;
    let person = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let post = |id: PostId| posts.iter().find(|post| post.id == id);
    let rings = store::rings_of_help(conn, community, &call).await?;
    let called = rings.iter().filter_map(|ring| match &ring.target {
        Target::Person(id) => names.get(id).cloned(),
        Target::Post(id) => post(*id).map(|post| post.name.clone()),
        Target::Role(_) => None,
    });
    // One answer serves for all rings of the call, so that it stands in each of them.
    let mut first: BTreeMap<PersonId, HelpAnswer> = BTreeMap::new();
    for ring in &rings {
        let (Some(by), Some(answered_at), Some(answer)) =
            (ring.answered_by, ring.answered_at, ring.answer.clone())
        else {
            continue;
        };
        first.entry(by).or_insert_with(|| HelpAnswer {
            name: person(&by),
            answered_at,
            answer,
        });
    }
    let called = called.collect();
    let mut answers: Vec<HelpAnswer> = first.into_values().collect();
    answers.sort_by_key(|answer| answer.answered_at);
    Ok(HelpCallView {
        id: call.id,
        post_id: call.post,
        post_name: call.post.and_then(post).map(|post| post.name.clone()),
        caller_id: call.called_by,
        caller_name: person(&call.called_by),
        called_at: call.called_at,
        called,
        answers,
    })
}
