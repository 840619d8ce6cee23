//! Building a handover: who hands over to whom, and what has to be settled.

use zhishou_base::{DutyId, Instant, ItemId, PersonId, PostId};
use zhishou_platform::{Act, AppError, Conn};
use zhishou_rules::coverage::{Board, CoverageRefusal, Duty, DutyChange, PostState, answers_for};
use zhishou_rules::handover::{
    CheckLine, CountLine, Demands, Handover, HandoverState, Side, carried_anomalies, carried_notes,
};
use zhishou_rules::regulation::{HandoverRules, Regulation, Text};

use super::open_matters::open_of_desk;
use super::store::{self, PostItem};
use crate::{coverage, people, regulation};

/// The sides of a handover that is due or wished.
#[derive(Debug, Clone)]
pub struct Sides {
    /// Who answers for the post now.
    pub outgoing: PersonId,
    /// The duty that is stood.
    pub outgoing_duty: Option<DutyId>,
    /// The duty that begins.
    pub incoming_duty: Option<Duty>,
    /// Who can take it: signed in first, then named by the roster.
    pub candidates: Vec<PersonId>,
}

/// Who hands over to whom at a post now; refused while nobody answers for it.
pub fn sides(board: &Board, post: PostId, now: Instant) -> Result<Sides, CoverageRefusal> {
    let state = board.post(post).ok_or(CoverageRefusal::UnknownPost)?;
    let outgoing = answers_for(board, post).ok_or(CoverageRefusal::NobodyHolds)?;
    let outgoing_duty = state.hold.as_ref().and_then(|hold| hold.duty);
    let incoming_duty = duty_to_take(state, outgoing_duty, now).cloned();
    let candidates = incoming_duty
        .as_ref()
        .map(|duty| candidates(board, state, duty));
    Ok(Sides {
        outgoing,
        outgoing_duty,
        incoming_duty,
        candidates: candidates.unwrap_or_default(),
    })
}

/// The duty that has begun and is not yet stood, else the next one.
fn duty_to_take(state: &PostState, held: Option<DutyId>, now: Instant) -> Option<&Duty> {
    let held_shift = held.and_then(|id| state.duty(id));
    let by_handover = |duty: &&Duty| {
        duty.within.is_none()
            && !matches!(duty.change, DutyChange::LineTransfer { .. })
            && Some(duty.id) != held
            // Noon is stood within the day: the day is not taken over at its end.
            && held_shift.is_none_or(|stood| {
                stood.within.as_deref() != Some(duty.shift.as_str()) || !duty.covers(now)
            })
    };
    let begun = state.current(now).find(by_handover);
    // Who took the post ahead of his shift stands it already.
    let ahead = held_shift.is_some_and(|stood| stood.starts_at > now);
    begun.filter(|_| !ahead).or_else(|| {
        state
            .duties
            .iter()
            .filter(|duty| duty.starts_at > now)
            .filter(by_handover)
            .min_by_key(|duty| duty.starts_at)
    })
}

fn candidates(board: &Board, state: &PostState, duty: &Duty) -> Vec<PersonId> {
    let signed_in = state
        .sign_ins
        .iter()
        .filter(|sign_in| sign_in.duty == duty.id)
        .map(|sign_in| sign_in.person);
    let by_role = board
        .people
        .keys()
        .copied()
        .filter(|person| duty.assigned.is_empty() && board.has_role(*person, &duty.roles));
    let mut found: Vec<PersonId> = Vec::new();
    for person in signed_in
        .chain(duty.assigned.iter().copied())
        .chain(by_role)
    {
        if !found.contains(&person) {
            found.push(person);
        }
    }
    found
}

/// Builds the snapshot.
pub async fn build(
    act: &mut Act,
    post: PostId,
    sides: &Sides,
    incoming: PersonId,
) -> Result<Handover, AppError> {
    let (community, now) = (act.community(), act.now());
    let rules = rules_of(act, post, sides).await?;
    let items = items_of(act, post, rules.as_ref()).await?;
    let before = store::last_ended(act, community, post).await?;
    let before = before.as_ref().map(|stored| &stored.handover);
    let mut open = open_of_desk(act, community, post, now).await?;
    open.extend(before.map(carried_notes).unwrap_or_default());
    let handover_rules = rules
        .as_ref()
        .map(|(_, regulation)| regulation.handover.clone())
        .unwrap_or_default();
    Ok(Handover {
        id: act.new_id(),
        post,
        outgoing: sides.outgoing,
        outgoing_duty: sides.outgoing_duty,
        incoming,
        incoming_duty: sides.incoming_duty.as_ref().map(|duty| duty.id),
        planned_at: sides
            .incoming_duty
            .as_ref()
            .map_or(now, |duty| duty.starts_at),
        snapshot_at: now,
        demands: demands(&handover_rules),
        checks: checks(&handover_rules),
        items: items
            .iter()
            .filter(|item| !item.retired)
            .map(count_line)
            .collect(),
        open,
        anomalies: before.map(carried_anomalies).unwrap_or_default(),
        standing: store::standing_of(act, community, post).await?,
        fitness: None,
        state: HandoverState::Preparing,
    })
}

type Rules = (bool, std::sync::Arc<Regulation>);

/// The regulation the duty that begins is judged by, and whether its item count
/// is of this post: a regulation lists the things of its first post.
async fn rules_of(act: &mut Act, post: PostId, sides: &Sides) -> Result<Option<Rules>, AppError> {
    let community = act.community();
    let duty = sides
        .incoming_duty
        .as_ref()
        .map(|duty| duty.id)
        .or(sides.outgoing_duty);
    let Some(duty) = duty else { return Ok(None) };
    let Some(stored) = coverage::duty_at(act, community, duty).await? else {
        return Ok(None);
    };
    let regulation = regulation::version(act, community, stored.version).await?;
    let key = people::post(act, community, post).await?.key;
    let first = regulation
        .posts
        .first()
        .is_some_and(|first| first.key == key);
    Ok(Some((first, regulation)))
}

/// The items of the post; those of the regulation are taken up at the first handover unless they
/// were when the post was set up.
async fn items_of(
    act: &mut Act,
    post: PostId,
    rules: Option<&Rules>,
) -> Result<Vec<PostItem>, AppError> {
    let community = act.community();
    let known = store::items_of(act, community, post).await?;
    let Some((true, regulation)) = rules.filter(|_| known.is_empty()) else {
        return Ok(known);
    };
    take_up_items(act, post, regulation).await
}

/// Takes up what a regulation lists to be counted at a post.
///
/// # Errors
/// The database failed.
pub async fn take_up_items(
    act: &mut Act,
    post: PostId,
    regulation: &Regulation,
) -> Result<Vec<PostItem>, AppError> {
    let mut items = Vec::new();
    for (position, item) in (1_i64..).zip(&regulation.handover.items) {
        let id: ItemId = act.new_id();
        let item = PostItem {
            id,
            post,
            key: item.key.clone(),
            name: item.name.zh.clone(),
            name_en: item.name.en.clone(),
            expected: item.expected,
            position,
            retired: false,
            version: 1,
        };
        store::add_item(act, &item).await?;
        items.push(item);
    }
    Ok(items)
}

fn count_line(item: &PostItem) -> CountLine {
    CountLine {
        item: item.id,
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        expected: item.expected,
        counted: None,
        explanation: None,
    }
}

fn demands(rules: &HandoverRules) -> Demands {
    Demands {
        missing_items_explained: rules.missing_items_explained,
        carry_over_needs_reason: rules.carry_over_needs_reason,
        deferred_items_settled: rules.deferred_items_settled,
        fitness_check: rules.fitness_check,
        witness_within_hours: rules.witness_within_hours,
    }
}

/// The checklist of the regulation, and the lines that its other demands become.
fn checks(rules: &HandoverRules) -> Vec<CheckLine> {
    let line = |key: &str, zh: &str, en: &str, side: Side| CheckLine {
        key: key.to_owned(),
        text: zh.to_owned(),
        text_en: en.to_owned(),
        side,
        checked: None,
    };
    let mut lines: Vec<CheckLine> = rules
        .checklist
        .iter()
        .map(|item| {
            let Text { zh, en } = &item.text;
            line(&item.key, zh, en, item.side)
        })
        .collect();
    if rules.incoming_reads_log {
        lines.push(line(
            "log_read",
            "已阅读值班记录，并询问未办结事项",
            "Read the duty record and asked about open work",
            Side::Incoming,
        ));
    }
    if rules.customer_feedback {
        lines.push(line(
            "customer_feedback",
            "业主反馈与意见已逐条交代",
            "Customer feedback has been told",
            Side::Outgoing,
        ));
    }
    if rules.cash_count {
        lines.push(line(
            "cash_counted",
            "现金、票据当面点清",
            "Cash and receipts were counted together",
            Side::Both,
        ));
    }
    for post in &rules.review_record_of {
        lines.push(line(
            &format!("review_{post}"),
            "已核对门岗值守期间的值班记录",
            "Checked the record of the post that held the line",
            Side::Incoming,
        ));
    }
    lines
}

/// Reads the rest that a page shows beside a handover.
pub async fn refreshed_lines(
    conn: &mut Conn,
    handover: &Handover,
    community: zhishou_base::CommunityId,
    now: Instant,
) -> Result<
    (
        Vec<zhishou_rules::handover::OpenLine>,
        Vec<zhishou_rules::handover::StandingLine>,
    ),
    AppError,
> {
    let open = open_of_desk(conn, community, handover.post, now).await?;
    let standing = store::standing_of(conn, community, handover.post).await?;
    Ok((open, standing))
}
