//! Cases as the screen sees them. The caller's name and number are masked.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{ContactId, ExternalCaseId, Instant, PhotoId, ResidentId, WorkOrderId};
use zhishou_rules::externalcase::{CaseOutcome, CaseSource, CaseStage, State};
use zhishou_rules::people::mask_name;

use super::store::CaseRow;
use crate::workorder::{OrderPerson, TimelineEntry};

/// One case in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CaseLine {
    /// Which one.
    pub id: ExternalCaseId,
    /// The number people say here: `WB20261124-001`.
    pub number: String,
    /// Who sent it.
    pub source: CaseSource,
    /// The source by name; may be empty.
    pub source_name: String,
    /// The source's own number; may be empty.
    pub external_number: String,
    /// Where it stands.
    pub stage: CaseStage,
    /// How it ended.
    pub outcome: Option<CaseOutcome>,
    /// When it came.
    pub received_at: Instant,
    /// Until when the source wants the reply; compare with `X-Server-Now` while it is open.
    pub due_at: Instant,
    /// The deadline that was asked of the source and not answered yet.
    pub wanted_due_at: Option<Instant>,
    /// How often the source gave it back 退回重办.
    pub cycle: u32,
    /// What it is about.
    pub content: String,
    /// How the desk writes the home, or how the source did.
    pub room: String,
    /// Masked name of the caller.
    pub caller_name_masked: String,
    /// The order in which the work is done.
    pub work_order_id: Option<WorkOrderId>,
    /// Its number.
    pub work_order_number: Option<String>,
    /// Send it back with a change.
    pub version: i64,
}

impl CaseLine {
    /// The line of a case.
    pub fn of(row: &CaseRow) -> Self {
        let case = &row.case;
        Self {
            id: row.id,
            number: row.number.clone(),
            source: row.source,
            source_name: row.source_name.clone(),
            external_number: row.external_number.clone(),
            stage: case.stage(),
            outcome: case.state.outcome(),
            received_at: row.received_at,
            due_at: case.due_at,
            wanted_due_at: case
                .state
                .extension_asked()
                .map(|asked| asked.wanted_due_at),
            cycle: case.cycle,
            content: row.content.clone(),
            room: row
                .room_code
                .clone()
                .unwrap_or_else(|| row.room_text.clone()),
            caller_name_masked: mask_name(&row.caller_name),
            work_order_id: row.work_order,
            work_order_number: row.work_order_number.clone(),
            version: row.version,
        }
    }
}

/// One case in full.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CaseView {
    /// What lists show of it.
    #[serde(flatten)]
    pub line: CaseLine,
    /// Where it stands, with what is known there.
    pub state: State,
    /// How often the source gave more time in this cycle 延期.
    pub extensions: u32,
    /// Masked number of the caller.
    pub caller_phone_masked: String,
    /// The resident, when known.
    pub resident_id: Option<ResidentId>,
    /// The entry of the contact log that it belongs to.
    pub contact_id: Option<ContactId>,
    /// Its number.
    pub contact_number: Option<String>,
    /// What was replied in this cycle.
    pub reply: String,
    /// Why no photo proves it.
    pub no_proof_reason: String,
    /// Whether the caller is shown to the reader without a reason: who works on the case calls.
    pub own_job: bool,
    /// Who took it.
    pub taken_by: OrderPerson,
    /// When.
    pub taken_at: Instant,
    /// Photos, the oldest first.
    pub photos: Vec<ProofView>,
    /// What happened, the oldest first.
    pub timeline: Vec<TimelineEntry>,
}

/// A photo that proves a reply 佐证.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ProofView {
    /// Which one.
    pub id: PhotoId,
    /// For the reply of which cycle.
    pub cycle: u32,
    /// Who added it.
    pub added_by: OrderPerson,
    /// When.
    pub added_at: Instant,
}
