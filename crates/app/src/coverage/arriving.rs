//! The arrival of who said they would come: by accepting while on the way, by being named from
//! afar, or by the answer “on my way” to an alarm. What they said silenced the others, so it is
//! owed, and who does not come is called, and the others again.

use zhishou_base::{AlertId, PersonId, PostId, Span};
use zhishou_platform::obligations::{ObligationLine, open_of_subject};
use zhishou_platform::{Act, AppError, Owed, Target};
use zhishou_rules::coverage::defaults::{ON_THE_WAY, OTHERS_AFTER_LATE_ARRIVAL};
use zhishou_rules::coverage::{
    Arrival, Board, NotAwaited, arrival, calls_for_gap, gave_up, sets_out,
};

use super::calling::{LEFT, UNATTENDED, raise_alarm, target, urgent};
use super::store;

/// Who said they would come being at the post.
const ARRIVAL: &str = "coverage.arrival";

/// Keeps what is owed of arrivals at a post in line with a change, and rings again when a call
/// was taken back although nobody is there or will be soon.
pub(super) async fn follow_arrivals(
    act: &mut Act,
    before: &Board,
    after: &Board,
    post: PostId,
) -> Result<(), AppError> {
    let mut somebody_comes = false;
    for (person, owed) in open_arrivals(act, post).await? {
        match arrival(before, after, post, person) {
            Arrival::Awaited => somebody_comes |= is_in_time(act, &owed),
            Arrival::There => {
                act.discharge(ARRIVAL, owed.subject, &owed.occurrence)
                    .await?;
            }
            Arrival::Over(why) => end_arrival(act, &owed, why).await?,
        }
    }
    if let Some((person, hold)) = sets_out(before, after, post) {
        owe_arrival(act, after, post, (person, hold.to_string())).await?;
        somebody_comes = true;
    }
    if !somebody_comes && gave_up(before, after, post) {
        raise_alarm(act, after, post, UNATTENDED).await?;
    }
    Ok(())
}

/// Owes the arrival of who answered an alarm for an empty post by “on my way”. Other alerts, and
/// a post where somebody is again, ask nobody to come.
///
/// # Errors
/// The database failed.
pub async fn promise_to_come(
    act: &mut Act,
    person: PersonId,
    (alert, kind, post): (AlertId, &str, Option<PostId>),
) -> Result<(), AppError> {
    let Some(post) = post.filter(|_| [UNATTENDED, LEFT].contains(&kind)) else {
        return Ok(());
    };
    let (community, now) = (act.community(), act.now());
    let board = store::load_board(act, community, now).await?;
    let state = board.post(post);
    if state.is_none_or(|state| state.unattended_since.is_none()) {
        return Ok(());
    }
    owe_arrival(act, &board, post, (person, alert.to_string())).await
}

/// Calls who is late and, again, those whom the promise had silenced. Who is on the way already
/// has no more time by saying so twice; who is late and says so again gets it once more.
async fn owe_arrival(
    act: &mut Act,
    board: &Board,
    post: PostId,
    (person, occurrence): (PersonId, String),
) -> Result<(), AppError> {
    let open = open_arrivals(act, post).await?;
    let comes = |(who, owed): &(PersonId, ObligationLine)| *who == person && is_in_time(act, owed);
    if open.iter().any(comes) {
        return Ok(());
    }
    let mut steps = vec![urgent(Span::ZERO, Target::Person(person))];
    let calls = calls_for_gap(board, post, act.now());
    let others = calls.iter().filter(|call| call.after == Span::ZERO);
    steps.extend(others.map(|call| urgent(OTHERS_AFTER_LATE_ARRIVAL, target(&call.callee))));
    act.owe(Owed {
        rule_key: ARRIVAL,
        subject_kind: "post",
        subject: post.subject(),
        number: None,
        occurrence,
        owner: Target::Person(person),
        post: Some(post),
        due_at: act.now() + ON_THE_WAY,
        steps,
    })
    .await?;
    Ok(())
}

/// Who need not come any more is not late; a missed arrival ends all the same, and its finding
/// stays.
async fn end_arrival(
    act: &mut Act,
    owed: &ObligationLine,
    why: NotAwaited,
) -> Result<(), AppError> {
    let reason = match why {
        NotAwaited::PostClosed => "岗位已关闭",
        NotAwaited::SomebodyElseAnswers => "岗位已由他人负责",
        NotAwaited::SomebodyThere => "岗位已有人在位",
        NotAwaited::NobodyNeeded => "岗位已无须有人在位",
    };
    let (subject, occurrence) = (owed.subject, owed.occurrence.as_str());
    if !act.withdraw(ARRIVAL, subject, occurrence, reason).await? {
        act.discharge(ARRIVAL, subject, occurrence).await?;
    }
    Ok(())
}

/// Whose arrival at a post is owed.
async fn open_arrivals(
    act: &mut Act,
    post: PostId,
) -> Result<Vec<(PersonId, ObligationLine)>, AppError> {
    let community = act.community();
    let open = open_of_subject(act, community, post.subject()).await?;
    let arrivals = open.into_iter().filter_map(|owed| match owed.owner {
        Target::Person(person) if owed.rule_key == ARRIVAL => Some((person, owed)),
        _ => None,
    });
    Ok(arrivals.collect())
}

/// Of who is late, the others have been called.
fn is_in_time(act: &Act, owed: &ObligationLine) -> bool {
    owed.breached_at.is_none() && act.now() < owed.due_at
}
