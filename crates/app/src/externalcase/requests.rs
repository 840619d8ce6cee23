//! What the screen sends about a case.

use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{Instant, WorkOrderId};
use zhishou_rules::externalcase::{CaseOutcome, CaseSource, CaseStage};

use crate::workorder::RegisterWorkOrder;

/// What a list of cases is narrowed to.
#[derive(Debug, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub struct CaseListQuery {
    /// Where they stand; all unless said.
    pub stage: Option<CaseStage>,
    /// Who sent them.
    pub source: Option<CaseSource>,
    /// Only what is due before this instant.
    pub due_before: Option<Instant>,
    /// Where the page begins.
    pub cursor: Option<String>,
    /// How many rows, at most 200.
    pub limit: Option<i64>,
}

/// Words to look for among cases; in the body, because addresses are written into logs.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SearchCasesRequest {
    /// Words of a number, room, content or caller; or the caller's whole number.
    pub words: String,
    /// What else the list is narrowed to.
    #[serde(flatten)]
    pub narrowed: CaseListQuery,
}

/// An extension to be asked of the source.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AskExtensionRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// Until when the reply would be due.
    pub wanted_due_at: Instant,
    /// Why more time is needed.
    pub reason: String,
    /// When it was asked, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// The source's answer to an extension.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnswerExtensionRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// The new deadline when more time was given; absent when it was refused.
    #[serde(default)]
    pub granted_due_at: Option<Instant>,
    /// What the source said.
    #[serde(default)]
    pub note: String,
    /// When it answered, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// A reply to the source.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReplyToCaseRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// What was done and is answered.
    pub reply: String,
    /// Why there is no photo that proves it.
    #[serde(default)]
    pub no_proof_reason: String,
    /// When it was given, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// That the source does not accept a reply.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReturnCaseRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// The new deadline.
    pub due_at: Instant,
    /// Why.
    pub reason: String,
    /// When it came back, for a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// How the source ended a case.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CloseCaseRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// How.
    pub outcome: CaseOutcome,
    /// What is said with it; asked for when the source is not satisfied.
    #[serde(default)]
    pub note: String,
}

/// A work order for a case: one that there is, or a new one.
#[derive(Debug, Deserialize, ToSchema)]
pub struct JoinCaseOrderRequest {
    /// The version on the screen.
    #[serde(default)]
    pub version: Option<i64>,
    /// The order that there is.
    #[serde(default)]
    pub work_order_id: Option<WorkOrderId>,
    /// The new order; what the case says already need not be typed again.
    #[serde(default)]
    pub work_order: Option<RegisterWorkOrder>,
}

/// Why somebody wants to see the caller in full.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct RevealCaseCallerRequest {
    /// Asked for unless one works on the case.
    #[serde(default)]
    pub reason: String,
}
