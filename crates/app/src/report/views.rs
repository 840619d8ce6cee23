//! The report of a duty day as screen and paper show it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{
    Date, DutyId, HandoverId, Instant, PostId, ReliefId, Span, SubjectId, WorkOrderId,
};
use zhishou_rules::coverage::NoSignIn;
use zhishou_rules::desk::ContactKind;
use zhishou_rules::handover::{CountLine, HandoverState};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::Stage;

/// 值班日报: one duty day of a community.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DayReport {
    /// The community.
    pub community_name: String,
    /// The date on which the duty day begins.
    pub date: Date,
    /// When it begins: with the first duty of the first post.
    pub from_at: Instant,
    /// When it ends, exclusive.
    pub until_at: Instant,
    /// The duty day is over; before, the report is of what has happened so far.
    pub complete: bool,
    /// The instant whose record it shows.
    pub generated_at: Instant,
    /// The end of the ledger at that instant. Kept outside, on paper or by mail, it proves a
    /// later cut or rewriting of the record.
    pub ledger: Option<ReportLedger>,
    /// Each post.
    pub posts: Vec<PostReport>,
    /// Calls for help in the day 呼叫支援, with who answered.
    pub help_calls: Vec<crate::coverage::HelpCallView>,
    /// Handovers under way or finished in the day.
    pub handovers: Vec<HandoverReport>,
    /// Contacts by kind.
    pub contacts: Vec<ContactReport>,
    /// What was done with work orders.
    pub orders: OrderSums,
    /// What is not done yet, the oldest first.
    pub open_orders: Vec<OpenOrder>,
    /// Deadlines that were missed.
    pub missed: Vec<MissedDeadline>,
}

/// The end of the ledger.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ReportLedger {
    /// Position of the last entry.
    pub seq: i64,
    /// Its hash, hex.
    pub hash: String,
}

/// One post in the day.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct PostReport {
    /// The post.
    pub post_id: PostId,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// Its duties that begin in the day.
    pub duties: Vec<DutyReport>,
    /// Who answered for it, one after the other.
    pub holders: Vec<HolderReport>,
    /// When nobody was there 无人在位, the times in which nobody answered for it included.
    pub unattended: Vec<UnattendedReport>,
    /// The sum of it within the day.
    pub unattended_for: Span,
    /// Reliefs asked for, and emergency leaves.
    pub reliefs: Vec<ReliefReport>,
}

/// One duty.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DutyReport {
    /// Which.
    pub duty_id: DutyId,
    /// The shift's name in the regulation it is judged by.
    pub shift_name: String,
    /// Its English name.
    pub shift_name_en: String,
    /// When it starts.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// A night duty.
    pub night: bool,
    /// Who was rostered.
    pub assigned: Vec<String>,
    /// Why nobody has to sign in for it; absent where people have to.
    pub no_sign_in: Option<NoSignIn>,
    /// Who signed in.
    pub signed_in: Vec<SignInReport>,
}

/// A sign-in.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct SignInReport {
    /// Who.
    pub name: String,
    /// When.
    pub at: Instant,
    /// After the time the regulation asks for.
    pub late: bool,
}

/// Who answered for a post.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct HolderReport {
    /// The person, or the post to which the line was given.
    pub name: String,
    /// Another post answered.
    pub is_post: bool,
    /// From when.
    pub from_at: Instant,
    /// Until when; absent while it lasts.
    pub to_at: Option<Instant>,
    /// What made it begin, such as `handover`.
    pub began_by: String,
}

/// A time in which nobody was there.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct UnattendedReport {
    /// From when.
    pub from_at: Instant,
    /// Until when; absent while it lasts.
    pub to_at: Option<Instant>,
    /// Who answered for the post meanwhile; absent when nobody did.
    pub holder: Option<String>,
}

/// A relief that was asked for, or an emergency leave.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ReliefReport {
    /// Which.
    pub relief_id: ReliefId,
    /// Who left or wanted to.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Left at once.
    pub emergency: bool,
    /// When.
    pub asked_at: Instant,
    /// What became of it.
    pub state: String,
}

/// A handover.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct HandoverReport {
    /// Which.
    pub handover_id: HandoverId,
    /// The post.
    pub post_id: PostId,
    /// Who handed over.
    pub outgoing: String,
    /// Who took over.
    pub incoming: String,
    /// When the post should have passed.
    pub planned_at: Instant,
    /// How far it came.
    pub state: HandoverState,
    /// Lines of the item count that differ.
    pub differences: Vec<CountLine>,
    /// What was found out of order.
    pub anomalies: Vec<String>,
    /// Open lines that the next shift carries on.
    pub carried: u32,
}

/// Contacts of one kind.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ContactReport {
    /// What they were about.
    pub kind: ContactKind,
    /// How many.
    pub taken: i64,
    /// Of these neither settled nor taken over by a work order.
    pub open: i64,
}

/// How often each was done with work orders in the day.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct OrderSums {
    /// Taken down.
    pub registered: i64,
    /// Done.
    pub finished: i64,
    /// Called back.
    pub called_back: i64,
    /// Put away.
    pub archived: i64,
    /// Put off with an explanation.
    pub deferred: i64,
    /// Opened again.
    pub reopened: i64,
}

/// A work order that is not done.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct OpenOrder {
    /// Which one.
    pub id: WorkOrderId,
    /// The number people say.
    pub number: String,
    /// What kind.
    pub kind: ServiceKind,
    /// How pressing.
    pub urgency: ServiceUrgency,
    /// Where it stands.
    pub stage: Stage,
    /// The home or place.
    pub place: String,
    /// What it is about.
    pub content: String,
    /// Who has it in hand.
    pub assignee: Option<String>,
    /// The next deadline.
    pub due_at: Option<Instant>,
    /// When it was last put off.
    pub deferred_at: Option<Instant>,
    /// What the customer was told then.
    pub deferral_explanation: String,
    /// When the customer expects somebody.
    pub appointment_at: Option<Instant>,
}

/// A deadline that was missed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MissedDeadline {
    /// The rule that asks for it.
    pub rule_key: String,
    /// What it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: SubjectId,
    /// The person or post that owed it; absent when a role did.
    pub owner: Option<String>,
    /// When it was due.
    pub due_at: Instant,
    /// What became of it: `open`, `discharged`, `waived` or `withdrawn`.
    pub outcome: String,
}
