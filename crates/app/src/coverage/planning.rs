//! The planner of coverage: which duties there are in the next two days, who is
//! named for them, and what is owed for each.

use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;

use zhishou_base::{CommunityId, DutyId, Instant, PersonId, PostId, Span, UtcOffset, VersionId};
use zhishou_platform::obligations::open_of_subject;
use zhishou_platform::{Act, AppError, Conn, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::{Duty, DutyChange, lines_in_place, next_settling, settle};
use zhishou_rules::regulation::{Change as PlannedChange, PlannedShift, Regulation, plan_day};

use super::neighbours;
use super::owing::{
    LINE_TRANSFER, REPLANNED, SIGN_IN, Staff, discharge_lines, owe_anew, owe_passing, owe_sign_ins,
    withdraw_duty,
};
use super::record::keep;
use super::store::{self, StoredDuty};
use super::terms::PostTerms;
use crate::action::Action;
use crate::app::App;
use crate::people;
use crate::regulation::regulations_until;

/// How far ahead duties are laid out.
const AHEAD: Span = Span::hours(48);

/// Brings duties, deadlines and holds of a community up to now.
#[derive(Debug, Serialize)]
struct BringUpToDate {}

impl Action for BringUpToDate {
    type Outcome = ();
    const NAME: &'static str = "coverage.bring_up_to_date";
    const VERB: Verb = Verb::ResolveCoverage;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let (community, now) = (act.community(), act.now());
        let wanted = wanted_duties(act, community, now).await?;
        let stored = store::duties_around(act, community, now, now + AHEAD).await?;
        let touched = store::touched_duties(act, community, now).await?;
        let moves = compare(wanted, &stored, &touched, now);
        let count = moves.len();
        let staff = neighbours::roles_now(act, community, now).await?;
        for step in moves {
            carry_out(act, step, &staff).await?;
        }
        if count > 0 {
            let body = json!({ "duties": count, "until_at": now + AHEAD });
            act.record(Entry::new("coverage.duties_planned").body(&body))
                .await?;
        }
        let board = store::load_board(act, community, now).await?;
        let changes = settle(&board, now);
        if count == 0 && changes.is_empty() {
            act.allow_empty();
        }
        discharge_lines(act, &board).await?;
        keep(act, &board, changes).await
    }
}

/// Plans one community when there is something to plan; tells when to look again.
pub async fn tick_community(
    app: &App,
    community: CommunityId,
    now: Instant,
) -> Result<Option<Instant>, AppError> {
    if is_behind(&mut *app.platform().read().await?, community, now).await? {
        app.perform_engine(community, &BringUpToDate {}).await?;
    }
    let mut reader = app.platform().read().await?;
    let board = store::load_board(&mut reader, community, now).await?;
    Ok(next_settling(&board, now))
}

/// Whether the engine has something to write; an act without effect is not made.
async fn is_behind(
    conn: &mut Conn,
    community: CommunityId,
    now: Instant,
) -> Result<bool, AppError> {
    let wanted = wanted_duties(conn, community, now).await?;
    let stored = store::duties_around(conn, community, now, now + AHEAD).await?;
    let touched = store::touched_duties(conn, community, now).await?;
    if !compare(wanted, &stored, &touched, now).is_empty() {
        return Ok(true);
    }
    let board = store::load_board(conn, community, now).await?;
    for duty in lines_in_place(&board, now) {
        let open = open_of_subject(conn, community, duty.subject()).await?;
        if open.iter().any(|owed| owed.rule_key == LINE_TRANSFER) {
            return Ok(true);
        }
    }
    Ok(!settle(&board, now).is_empty())
}

/// A duty as the regulation and the roster want it; its id is given when it is stored.
type Wanted = StoredDuty;

async fn wanted_duties(
    conn: &mut Conn,
    community: CommunityId,
    now: Instant,
) -> Result<Vec<Wanted>, AppError> {
    let posts = people::posts(conn, community).await?;
    let offset = people::community(conn, community).await?.offset;
    let mut wanted = Vec::new();
    for post in &posts {
        let find = |key: &str| {
            posts
                .iter()
                .find(|post| post.key == key)
                .map(|post| post.id)
        };
        for ahead in shifts_ahead(conn, community, &post.key, offset, now).await? {
            let Ahead {
                version,
                regulation,
                shift,
            } = ahead;
            let assigned =
                neighbours::assigned(conn, community, post.id, &shift.shift, shift.date).await?;
            wanted.push(StoredDuty {
                post: post.id,
                version,
                night: shift.night,
                terms: PostTerms::of(&regulation, &post.key, find),
                duty: duty_of(shift, assigned, find),
            });
        }
    }
    Ok(wanted)
}

/// A shift with the rules it is judged by.
struct Ahead {
    version: VersionId,
    regulation: Arc<Regulation>,
    shift: PlannedShift,
}

/// The shifts of a post that run now or begin within the time laid out. A new
/// version takes effect at a shift boundary: what begins before it is planned by
/// the version before, what begins from it on by the new one, until the next.
async fn shifts_ahead(
    conn: &mut Conn,
    community: CommunityId,
    post_key: &str,
    offset: UtcOffset,
    now: Instant,
) -> Result<Vec<Ahead>, AppError> {
    let versions = regulations_until(conn, community, post_key, (now, now + AHEAD)).await?;
    let mut ahead = Vec::new();
    for (place, found) in versions.iter().enumerate() {
        // What began under an earlier version and runs on is planned by the one in force.
        let from = Some(found.effective_at).filter(|at| *at > now);
        let until = versions.get(place + 1).map(|next| next.effective_at);
        for days in -1..=2 {
            let date = offset.date_of(now).plus_days(days);
            for shift in plan_day(&found.regulation, post_key, date, offset) {
                let in_time = shift.ends_at > now && shift.starts_at < now + AHEAD;
                let governed = from.is_none_or(|at| shift.starts_at >= at)
                    && until.is_none_or(|at| shift.starts_at < at);
                if in_time && governed {
                    ahead.push(Ahead {
                        version: found.version_id,
                        regulation: Arc::clone(&found.regulation),
                        shift,
                    });
                }
            }
        }
    }
    Ok(ahead)
}

fn duty_of(
    shift: PlannedShift,
    assigned: Vec<PersonId>,
    find: impl Fn(&str) -> Option<PostId>,
) -> Duty {
    let change = match shift.change {
        PlannedChange::Handover => DutyChange::Handover,
        PlannedChange::OneTap => DutyChange::OneTap,
        PlannedChange::LineTransfer { to_post } => match find(&to_post) {
            Some(to_post) => DutyChange::LineTransfer { to_post },
            // A line to a post the community does not have is handed over by people.
            None => DutyChange::Handover,
        },
    };
    Duty {
        id: DutyId(zhishou_base::CommunityId::INSTALLATION.0),
        shift: shift.shift,
        date: shift.date,
        starts_at: shift.starts_at,
        ends_at: shift.ends_at,
        within: shift.within,
        change,
        mode: shift.mode,
        roles: shift.roles,
        count: shift.count,
        sign_in_lead: Span::minutes(i64::from(shift.sign_in_lead_minutes)),
        optional: shift.optional,
        assigned,
    }
}

/// A duty that should run already when it is first laid out begins then, and leaves the time to
/// sign in that it would have left before its start: a centre that begins to use the system at ten
/// in the evening has not left its desk empty since half past five, and nobody is late.
fn from_now_on(mut wanted: Wanted, now: Instant) -> Wanted {
    let duty = &mut wanted.duty;
    if duty.starts_at < now {
        duty.starts_at = now;
        duty.sign_in_lead = Span::ZERO - duty.sign_in_lead;
    }
    wanted
}

/// One step from what is stored to what is wanted.
#[derive(Debug, PartialEq, Eq)]
enum Move {
    Add(StoredDuty),
    Change {
        from: Box<StoredDuty>,
        to: Box<StoredDuty>,
    },
    Drop(StoredDuty),
}

/// What has to change. A duty that has begun, or for which somebody has signed
/// in, keeps its version and its terms; only the people named for it may change.
fn compare(
    wanted: Vec<Wanted>,
    stored: &[StoredDuty],
    touched: &BTreeSet<DutyId>,
    now: Instant,
) -> Vec<Move> {
    let same = |a: &StoredDuty, b: &StoredDuty| {
        a.post == b.post && a.duty.shift == b.duty.shift && a.duty.date == b.duty.date
    };
    let begun =
        |known: &StoredDuty| known.duty.starts_at <= now || touched.contains(&known.duty.id);
    let mut moves: Vec<Move> = stored
        .iter()
        .filter(|known| !begun(known) && !wanted.iter().any(|wanted| same(wanted, known)))
        .map(|known| Move::Drop(known.clone()))
        .collect();
    for mut next in wanted {
        let Some(known) = stored.iter().find(|known| same(known, &next)) else {
            moves.push(Move::Add(from_now_on(next, now)));
            continue;
        };
        next.duty.id = known.duty.id;
        let to = if begun(known) {
            let mut to = known.clone();
            to.duty.assigned = next.duty.assigned;
            to
        } else {
            next
        };
        if *known != to {
            let from = known.clone();
            moves.push(Move::Change {
                from: Box::new(from),
                to: Box::new(to),
            });
        }
    }
    moves
}

async fn carry_out(act: &mut Act, step: Move, staff: &Staff) -> Result<(), AppError> {
    match step {
        Move::Add(mut stored) => {
            stored.duty.id = act.new_id();
            store::add_duty(act, &stored).await?;
            owe_sign_ins(act, &stored, &stored.duty.assigned, staff).await?;
            owe_passing(act, &stored, staff).await
        }
        Move::Change { from, to } => {
            store::change_duty(act, &to).await?;
            let gone = from.duty.assigned.iter();
            for person in gone.filter(|person| !to.duty.assigned.contains(person)) {
                act.withdraw(
                    SIGN_IN,
                    to.duty.id.subject(),
                    &person.to_string(),
                    REPLANNED,
                )
                .await?;
            }
            owe_anew(act, &from, &to, staff).await
        }
        Move::Drop(stored) => {
            withdraw_duty(act, &stored).await?;
            store::drop_duty(act, stored.duty.id).await?;
            Ok(())
        }
    }
}
