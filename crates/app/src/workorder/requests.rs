//! What the screen sends about an order.

use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{ContactId, Instant, PersonId, ResidentId};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::{Closing, DeferralCause, MatterInput};

use super::actions::CallFacts;
use super::views::Group;

/// What a list is narrowed to.
#[derive(Debug, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Which part of the way; `open` unless said.
    #[serde(default)]
    #[param(inline)]
    pub group: Group,
    /// Which kind.
    pub kind: Option<ServiceKind>,
    /// Only what one has in hand oneself.
    #[serde(default)]
    pub mine: bool,
    /// Only what is overdue.
    #[serde(default)]
    pub overdue: bool,
    /// Only what came from this entry of the contact log.
    pub contact_id: Option<ContactId>,
    /// Only what this resident's home or number reported: the other orders of a repeat caller.
    pub resident_id: Option<ResidentId>,
    /// Where the page begins.
    pub cursor: Option<String>,
    /// How many rows, at most 200.
    pub limit: Option<i64>,
}

/// Words to look for among orders; in the body, because addresses are written into logs.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SearchOrdersRequest {
    /// Words of number, room, place, content or caller; or the caller's whole number.
    pub words: String,
    /// What else the list is narrowed to.
    #[serde(flatten)]
    pub narrowed: ListQuery,
}

/// For which kind somebody is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AssigneeQuery {
    /// The kind; a repair unless said.
    #[serde(default = "repair")]
    pub kind: ServiceKind,
}

fn repair() -> ServiceKind {
    ServiceKind::Repair
}

/// A new order, taken down now or entered later.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RegisterRequest {
    /// The order.
    #[serde(flatten)]
    pub order: super::actions::RegisterWorkOrder,
    /// When it was taken down, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// One tap.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct TapRequest {
    /// The version on the screen; absent when only the stage matters.
    #[serde(default)]
    pub version: Option<i64>,
    /// What is said with it; may be empty.
    #[serde(default)]
    pub note: String,
    /// When it happened, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// A step that somebody will want to understand later.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReasonRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// Why.
    pub reason: String,
}

/// To whom an order is given.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DispatchRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// To whom.
    pub assignee_id: PersonId,
}

/// To whom an order is passed, and why.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReassignRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// To whom.
    pub assignee_id: PersonId,
    /// Why.
    pub reason: String,
}

/// How an order is put off.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DeferRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// Why.
    pub cause: DeferralCause,
    /// What the customer was told.
    pub explanation: String,
    /// When somebody will come.
    pub appointment_at: Option<Instant>,
}

/// What an order really is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangeMatterRequest {
    /// The version on the screen.
    pub version: i64,
    /// Kind, and how grave a complaint is.
    #[serde(flatten)]
    pub matter: MatterInput,
    /// How pressing.
    pub urgency: ServiceUrgency,
    /// Why.
    pub reason: String,
}

/// How an order ends without work.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CloseRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// In which way.
    pub closing: Closing,
    /// Why.
    pub reason: String,
}

/// A call to the customer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CallBackRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// What came of it.
    #[serde(flatten)]
    pub facts: CallFacts,
    /// When it was, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// Who is told of a complaint.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TellHeadRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// The department.
    #[serde(default)]
    pub department: String,
    /// Its head, who is rung; absent when told in another way.
    #[serde(default)]
    pub head_id: Option<PersonId>,
}

/// Details that follow later.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DetailsRequest {
    /// The version on the screen.
    pub version: i64,
    /// What was done.
    #[serde(default)]
    pub result: String,
    /// What was used.
    #[serde(default)]
    pub material: String,
    /// What the customer paid, in hundredths of a yuan.
    #[serde(default)]
    pub fee_cents: Option<i64>,
}

/// Why somebody wants to see a number in full.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct RevealRequest {
    /// Asked for unless it is one's own job.
    #[serde(default)]
    pub reason: String,
}
