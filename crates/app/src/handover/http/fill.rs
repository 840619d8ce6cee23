//! Filling the lines: counts, checks, open matters, anomalies, fitness.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, HandoverId, SubjectId};
use zhishou_rules::access::Verb;
use zhishou_rules::handover::{Count, Disposition};

use super::super::actions::{Edit, EditHandover};
use super::super::views::HandoverView;
use crate::access::{ActingPerson, SignedIn};
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};

/// Counted items.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CountItemsRequest {
    /// Who counted.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// The counts; lines that are left out stay as they are.
    pub counts: Vec<Count>,
}

/// A checked line of the checklist.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CheckLineRequest {
    /// Who checked.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// The line.
    pub key: String,
    /// In order, or not.
    pub in_order: bool,
    /// What is not in order.
    #[serde(default)]
    pub note: String,
}

/// A decision about open lines.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DisposeItemRequest {
    /// Who decided.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Which lines.
    pub subject_ids: Vec<SubjectId>,
    /// What happens to them.
    pub disposition: Disposition,
}

/// An open matter without an order.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AddMatterRequest {
    /// Who noted it.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// What.
    pub text: String,
    /// Put off by the night to the next day.
    #[serde(default)]
    pub deferred: bool,
}

/// Something out of order.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NoteAnomalyRequest {
    /// Who noted it.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// What.
    pub text: String,
}

/// Whether the incoming person is fit for duty.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DeclareFitnessRequest {
    /// Who declares it.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Fit.
    pub fit: bool,
    /// What is the matter, when not.
    #[serde(default)]
    pub note: String,
}

macro_rules! edit_handover {
    ($(#[$doc:meta])* $name:ident, $id:literal, $path:literal, $request:ty,
        |$body:ident| ($acting:expr, $edit:expr)) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $path, operation_id = $id, tag = "handover",
            params(("community" = String, Path), ("handover" = String, Path)),
            request_body = $request,
            responses((status = 200, body = HandoverView), (status = 422, body = Problem)))]
        pub async fn $name(
            State(app): State<App>,
            signed_in: SignedIn,
            Path((community, handover)): Path<(CommunityId, HandoverId)>,
            IdempotencyKey(key): IdempotencyKey,
            Body($body): Body<$request>,
        ) -> Result<Json<HandoverView>, Failure> {
            signed_in.require(community, Verb::SignHandover)?;
            let by = $acting.prove(&app, &signed_in, community).await?;
            let edit = $edit;
            let action = EditHandover { handover, by, edit };
            Ok(Json(app.perform(&signed_in, community, key, &action).await?))
        }
    };
}

edit_handover!(
    /// Counts items.
    count_items, "count_items", "/api/c/{community}/handovers/{handover}/count",
    CountItemsRequest, |request| (request.acting, Edit::Count { counts: request.counts })
);
edit_handover!(
    /// Checks a line of the checklist.
    check_handover_line, "check_handover_line", "/api/c/{community}/handovers/{handover}/check",
    CheckLineRequest,
    |request| (request.acting, Edit::Check {
        key: request.key,
        in_order: request.in_order,
        note: request.note,
    })
);
edit_handover!(
    /// Decides what happens to open lines: confirmed as slip, closed, or carried with a reason.
    dispose_item, "dispose_item", "/api/c/{community}/handovers/{handover}/dispose",
    DisposeItemRequest,
    |request| (request.acting, Edit::Dispose {
        subjects: request.subject_ids,
        disposition: request.disposition,
    })
);
edit_handover!(
    /// Notes an open matter that has no order.
    add_open_matter, "add_open_matter", "/api/c/{community}/handovers/{handover}/matters",
    AddMatterRequest,
    |request| (request.acting, Edit::AddMatter {
        text: request.text,
        deferred: request.deferred,
    })
);
edit_handover!(
    /// Notes something out of order.
    note_anomaly, "note_anomaly", "/api/c/{community}/handovers/{handover}/anomalies",
    NoteAnomalyRequest, |request| (request.acting, Edit::Anomaly { text: request.text })
);
edit_handover!(
    /// Declares whether the incoming person is fit; unfit, the post does not pass.
    declare_fitness, "declare_fitness", "/api/c/{community}/handovers/{handover}/fitness",
    DeclareFitnessRequest,
    |request| (request.acting, Edit::Fitness { fit: request.fit, note: request.note })
);
edit_handover!(
    /// Takes a new snapshot of open lines and standing conditions.
    refresh_handover, "refresh_handover", "/api/c/{community}/handovers/{handover}/refresh",
    ActingPerson, |acting| (acting, Edit::Refresh)
);
