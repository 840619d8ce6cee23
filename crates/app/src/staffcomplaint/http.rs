//! Complaints about staff over HTTP.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, StaffComplaintId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;
use zhishou_rules::staffcomplaint::{Finding, StaffComplaintInput, may_handle};

use super::actions::{
    CloseStaffComplaint, ReplyToStaffComplaint, RevealComplainant, StaffComplaintTaken,
    TakeStaffComplaint, reply_due_at,
};
use super::store::{self, StaffComplaint};
use super::views::StaffComplaintView;
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::people::{self, PersonalData};

type ComplaintPath = Path<(CommunityId, StaffComplaintId)>;

/// Writes a complaint about staff down. Who takes it does not see it again.
#[utoipa::path(post, path = "/api/c/{community}/staff-complaints",
    operation_id = "take_staff_complaint", tag = "staffcomplaint",
    params(("community" = String, Path)), request_body = StaffComplaintInput,
    responses((status = 201, body = StaffComplaintTaken), (status = 400, body = Problem)))]
pub async fn take_staff_complaint(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<StaffComplaintInput>,
) -> Result<(StatusCode, Json<StaffComplaintTaken>), Failure> {
    let action = TakeStaffComplaint(input);
    let taken = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(taken)))
}

/// The complaints that one handles, newest first.
#[utoipa::path(get, path = "/api/c/{community}/staff-complaints",
    operation_id = "list_staff_complaints", tag = "staffcomplaint",
    params(("community" = String, Path)),
    responses((status = 200, body = Vec<StaffComplaintView>), (status = 403, body = Problem)))]
pub async fn list_staff_complaints(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<StaffComplaintView>>, Failure> {
    Ok(Json(seen(&app, &signed_in, community, None).await?))
}

/// One complaint that one handles.
#[utoipa::path(get, path = "/api/c/{community}/staff-complaints/{complaint}",
    operation_id = "show_staff_complaint", tag = "staffcomplaint",
    params(("community" = String, Path), ("complaint" = String, Path)),
    responses((status = 200, body = StaffComplaintView), (status = 404, body = Problem)))]
pub async fn show_staff_complaint(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, complaint)): ComplaintPath,
) -> Result<Json<StaffComplaintView>, Failure> {
    let found = seen(&app, &signed_in, community, Some(complaint)).await?;
    let one = found.into_iter().next();
    Ok(Json(one.ok_or(AppError::NotFound { what: "该投诉" })?))
}

/// What one may see of all complaints, or of one.
async fn seen(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    one: Option<StaffComplaintId>,
) -> Result<Vec<StaffComplaintView>, AppError> {
    signed_in.require(community, Verb::HandleStaffComplaints)?;
    let me = signed_in.person_in(community)?;
    let mut reader = app.platform().read().await?;
    let roles = people::person(&mut reader, community, me).await?.roles;
    let all = match one {
        Some(id) => vec![store::complaint(&mut reader, community, id).await?],
        None => store::complaints(&mut reader, community).await?,
    };
    let names = people::names(&mut reader, community).await?;
    let mine = |one: &&StaffComplaint| may_handle(one.about, &one.handlers, me, &roles).is_ok();
    let view = |one: &StaffComplaint| StaffComplaintView::masked(one, reply_due_at(one), &names);
    Ok(all.iter().filter(mine).map(view).collect())
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReplyRequest {
    /// What the caller was told.
    pub text: String,
}

/// Writes down what whoever complained was told.
#[utoipa::path(post, path = "/api/c/{community}/staff-complaints/{complaint}/reply",
    operation_id = "reply_to_staff_complaint", tag = "staffcomplaint",
    params(("community" = String, Path), ("complaint" = String, Path)),
    request_body = ReplyRequest, responses((status = 204), (status = 422, body = Problem)))]
pub async fn reply_to_staff_complaint(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, complaint)): ComplaintPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ReplyRequest>,
) -> Result<StatusCode, Failure> {
    let action = ReplyToStaffComplaint {
        complaint,
        text: request.text,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An end.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CloseStaffComplaintRequest {
    /// What was found.
    pub finding: Finding,
    /// What was done about it.
    pub text: String,
}

/// Ends a complaint with what was found.
#[utoipa::path(post, path = "/api/c/{community}/staff-complaints/{complaint}/close",
    operation_id = "close_staff_complaint", tag = "staffcomplaint",
    params(("community" = String, Path), ("complaint" = String, Path)),
    request_body = CloseStaffComplaintRequest,
    responses((status = 204), (status = 422, body = Problem)))]
pub async fn close_staff_complaint(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, complaint)): ComplaintPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<CloseStaffComplaintRequest>,
) -> Result<StatusCode, Failure> {
    let action = CloseStaffComplaint {
        complaint,
        finding: request.finding,
        text: request.text,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Shows name and number of whoever complained, to be called back, and records who looked.
#[utoipa::path(post, path = "/api/c/{community}/staff-complaints/{complaint}/reveal",
    operation_id = "reveal_complainant", tag = "staffcomplaint",
    params(("community" = String, Path), ("complaint" = String, Path)),
    responses((status = 200, body = PersonalData), (status = 404, body = Problem)))]
pub async fn reveal_complainant(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, complaint)): ComplaintPath,
) -> Result<Json<PersonalData>, Failure> {
    let action = RevealComplainant(complaint);
    Ok(Json(
        app.perform(&signed_in, community, None, &action).await?,
    ))
}
