//! What screens see of coverage.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, DutyId, Instant, PersonId, PostId, ReliefId};
use zhishou_rules::access::Role;
use zhishou_rules::coverage::{
    Board, Duty, DutyMode, Fitting, Gap, Holder, LineState, Passing, PostState, Relief,
    ReliefState, answers_for, candidates, gap,
};

/// A post as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Standing {
    /// The post.
    pub post_id: PostId,
    /// Its name.
    pub name: String,
    /// The person who answers for it, also through another post's line.
    pub answers_person_id: Option<PersonId>,
    /// The open hold; absent when the post is closed or nobody has taken it.
    pub hold: Option<HoldView>,
    /// Who is physically there.
    pub present: Vec<PresentView>,
    /// Since when nobody is there although somebody should be.
    pub unattended_since_at: Option<Instant>,
    /// Reliefs that wait or run, oldest first.
    pub reliefs: Vec<ReliefView>,
    /// The line, when it is offered or away.
    pub line: Option<LineView>,
    /// Whether the post must be held now.
    pub required: bool,
    /// The duty that runs now; the innermost when one lies within another.
    pub current_duty: Option<DutyView>,
    /// The next duty that does not lie within another.
    pub next_duty: Option<DutyView>,
    /// What is missing, if anything.
    pub gap: Option<GapView>,
    /// Posts whose line is answered here.
    pub answers_for_post_ids: Vec<PostId>,
    /// Posts to which the line may be given.
    pub line_targets: Vec<PostId>,
}

/// The open hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HoldView {
    /// The person who holds it, or none when another post answers.
    pub person_id: Option<PersonId>,
    /// The post that answers, or none when a person holds it.
    pub via_post_id: Option<PostId>,
    /// Since when.
    pub since_at: Instant,
    /// At the post or on call.
    pub mode: DutyMode,
    /// How it came to the holder.
    pub began_by: Passing,
    /// The duty that is stood.
    pub duty_id: Option<DutyId>,
}

/// Somebody at the post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresentView {
    /// Who.
    pub person_id: PersonId,
    /// Since when.
    pub since_at: Instant,
}

/// A relief that waits or runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReliefView {
    /// Which.
    pub relief_id: ReliefId,
    /// The post.
    pub post_id: PostId,
    /// Who asked.
    pub asker_id: PersonId,
    /// Who was asked; absent: everybody who may stand in.
    pub asked_id: Option<PersonId>,
    /// Why.
    pub reason: String,
    /// The asker left for an emergency.
    pub emergency: bool,
    /// When it was asked.
    pub asked_at: Instant,
    /// Who approved it, where approval is needed.
    pub approved_by_id: Option<PersonId>,
    /// Whether approval is still needed.
    pub needs_approval: bool,
    /// Who stands in, once accepted.
    pub reliever_id: Option<PersonId>,
    /// Since when.
    pub accepted_at: Option<Instant>,
    /// Accepted by voice: until when the reliever must confirm.
    pub confirm_by_at: Option<Instant>,
}

/// A line that is offered or away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineView {
    /// Whose line.
    pub post_id: PostId,
    /// Who is to answer.
    pub to_post_id: PostId,
    /// Who gave it.
    pub given_by_id: PersonId,
    /// When.
    pub given_at: Instant,
    /// When the other post took it.
    pub accepted_at: Option<Instant>,
}

/// A planned duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DutyView {
    /// Which.
    pub duty_id: DutyId,
    /// The shift's key in the regulation.
    pub shift: String,
    /// The date on which it starts.
    pub date: Date,
    /// When it starts.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// The latest instant of a timely sign-in.
    pub sign_in_by_at: Instant,
    /// The shift it lies within.
    pub within: Option<String>,
    /// `handover`, `one_tap` or `line_transfer`.
    pub change: String,
    /// At the post or on call.
    pub mode: DutyMode,
    /// Who may stand it.
    pub roles: Vec<Role>,
    /// Who is named for it.
    pub assigned: Vec<PersonId>,
    /// Who has signed in for it.
    pub signed_in: Vec<PersonId>,
}

/// What is missing at a post, and who can fill it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GapView {
    /// `nobody_holds`, `unattended` or `nobody_signed_in`.
    pub kind: GapKind,
    /// Since when.
    pub since_at: Instant,
    /// Who can fill it, best first.
    pub candidates: Vec<CandidateView>,
}

/// What kind of gap 空岗 it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Required time runs and nobody answers for the post.
    NobodyHolds,
    /// Somebody answers but nobody is there.
    Unattended,
    /// The sign-in of the coming duty is overdue.
    NobodySignedIn,
}

/// Somebody who can fill a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CandidateView {
    /// Who.
    pub person_id: PersonId,
    /// `on_duty`, `from_own_post`, `on_roster` or `leader`.
    pub why: FittingView,
}

/// Why a person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FittingView {
    /// On duty now, in a role that may stand the post.
    OnDuty,
    /// On duty at a post that must not be left, from where the person may answer.
    FromOwnPost,
    /// Named by the roster.
    OnRoster,
    /// May name somebody or come.
    Leader,
}

/// What a sign-in answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignedInView {
    /// The duty it counts for.
    pub duty_id: DutyId,
    /// How many minutes later than demanded; absent when in time.
    pub late_minutes: Option<i64>,
    /// Somebody else holds the post, or its time has not come.
    pub waits: bool,
    /// The post as it stands now.
    pub post: Standing,
}

/// A post as it stands on a board.
pub fn standing_of(board: &Board, post: PostId, now: Instant) -> Standing {
    let empty = PostState::default();
    let state = board.post(post).unwrap_or(&empty);
    let missing = gap(board, post, now);
    Standing {
        post_id: post,
        name: state.rules.name.clone(),
        answers_person_id: answers_for(board, post),
        hold: state.hold.as_ref().map(|hold| {
            let (person_id, via_post_id) = match hold.holder {
                Holder::Person(person) => (Some(person), None),
                Holder::Post(via) => (None, Some(via)),
            };
            HoldView {
                person_id,
                via_post_id,
                since_at: hold.from_at,
                mode: hold.mode,
                began_by: hold.began_by,
                duty_id: hold.duty,
            }
        }),
        present: state
            .present
            .iter()
            .map(|here| PresentView {
                person_id: here.person,
                since_at: here.from_at,
            })
            .collect(),
        unattended_since_at: state.unattended_since,
        reliefs: state
            .reliefs
            .iter()
            .map(|relief| relief_view(relief, state))
            .collect(),
        line: line_view(state),
        required: state.is_required(now),
        current_duty: current_duty(state, now).map(|duty| duty_view(state, duty)),
        next_duty: next_duty(state, now).map(|duty| duty_view(state, duty)),
        gap: missing.map(|missing| gap_view(board, post, missing, now)),
        answers_for_post_ids: board.pointing_at(post),
        line_targets: state.rules.line_to.clone(),
    }
}

fn current_duty(state: &PostState, now: Instant) -> Option<&Duty> {
    state.current(now).max_by_key(|duty| duty.within.is_some())
}

/// The next duty that does not lie within another.
pub fn next_duty(state: &PostState, now: Instant) -> Option<&Duty> {
    state
        .duties
        .iter()
        .filter(|duty| duty.within.is_none() && duty.starts_at > now)
        .min_by_key(|duty| duty.starts_at)
}

/// A duty with who signed in for it.
pub fn duty_view(state: &PostState, duty: &Duty) -> DutyView {
    use zhishou_rules::coverage::DutyChange;
    let change = match duty.change {
        DutyChange::Handover => "handover",
        DutyChange::OneTap => "one_tap",
        DutyChange::LineTransfer { .. } => "line_transfer",
    };
    DutyView {
        duty_id: duty.id,
        shift: duty.shift.clone(),
        date: duty.date,
        starts_at: duty.starts_at,
        ends_at: duty.ends_at,
        sign_in_by_at: duty.sign_in_by(),
        within: duty.within.clone(),
        change: change.to_owned(),
        mode: duty.mode,
        roles: duty.roles.clone(),
        assigned: duty.assigned.clone(),
        signed_in: state
            .sign_ins
            .iter()
            .filter(|sign_in| sign_in.duty == duty.id)
            .map(|sign_in| sign_in.person)
            .collect(),
    }
}

/// A relief as screens see it.
pub fn relief_view(relief: &Relief, state: &PostState) -> ReliefView {
    let (accepted_at, confirm_by_at) = match relief.state {
        ReliefState::Accepted { at, confirm_by, .. } => (Some(at), confirm_by),
        _ => (None, None),
    };
    let waits = relief.state == ReliefState::Asked && !relief.emergency;
    ReliefView {
        relief_id: relief.id,
        post_id: relief.post,
        asker_id: relief.asker,
        asked_id: relief.asked,
        reason: relief.reason.clone(),
        emergency: relief.emergency,
        asked_at: relief.asked_at,
        approved_by_id: relief.approved_by,
        needs_approval: waits
            && relief.approved_by.is_none()
            && !state.rules.approval_roles.is_empty(),
        reliever_id: relief.reliever(),
        accepted_at,
        confirm_by_at,
    }
}

/// The live line of a post.
pub fn line_view(state: &PostState) -> Option<LineView> {
    let line = state.line.as_ref()?;
    let accepted_at = match line.state {
        LineState::Accepted { at, .. } => Some(at),
        _ => None,
    };
    Some(LineView {
        post_id: line.post,
        to_post_id: line.to_post,
        given_by_id: line.given_by,
        given_at: line.given_at,
        accepted_at,
    })
}

fn gap_view(board: &Board, post: PostId, missing: Gap, now: Instant) -> GapView {
    let (kind, since_at) = match missing {
        Gap::NobodyHolds { since } => (GapKind::NobodyHolds, since),
        Gap::Unattended { since, .. } => (GapKind::Unattended, since),
        Gap::NobodySignedIn { since, .. } => (GapKind::NobodySignedIn, since),
    };
    let candidates = candidates(board, post, now)
        .into_iter()
        .map(|(person_id, fitting)| CandidateView {
            person_id,
            why: match fitting {
                Fitting::OnDuty => FittingView::OnDuty,
                Fitting::FromOwnPost => FittingView::FromOwnPost,
                Fitting::OnRoster => FittingView::OnRoster,
                Fitting::Leader => FittingView::Leader,
            },
        })
        .collect();
    GapView {
        kind,
        since_at,
        candidates,
    }
}
