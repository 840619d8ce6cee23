//! Reading cases, and seeing a caller in full.

use axum::Json;
use axum::extract::{Query, State};
use zhishou_base::CommunityId;
use zhishou_rules::access::Verb;

use super::{InCase, shown};
use crate::access::SignedIn;
use crate::app::App;
use crate::externalcase::actions::RevealCaseCaller;
use crate::externalcase::reading::page;
use crate::externalcase::requests::{CaseListQuery, RevealCaseCallerRequest, SearchCasesRequest};
use crate::externalcase::store::CaseFilter;
use crate::externalcase::views::{CaseLine, CaseView};
use crate::http::{Body, Failure, InCommunity, Problem};
use crate::lists::Page;
use crate::people::PersonalData;

/// Cases, the newest first.
#[utoipa::path(get, path = "/api/c/{community}/external-cases",
    operation_id = "list_external_cases", tag = "externalcase",
    params(("community" = String, Path), CaseListQuery),
    responses((status = 200, body = Page<CaseLine>), (status = 403, body = Problem)))]
pub async fn list_external_cases(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<CaseListQuery>,
) -> Result<Json<Page<CaseLine>>, Failure> {
    cases_page(&app, &signed_in, community, query, None).await
}

/// Finds words among cases, the newest first.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/search",
    operation_id = "search_external_cases", tag = "externalcase",
    params(("community" = String, Path)), request_body = SearchCasesRequest,
    responses((status = 200, body = Page<CaseLine>), (status = 403, body = Problem)))]
pub async fn search_external_cases(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<SearchCasesRequest>,
) -> Result<Json<Page<CaseLine>>, Failure> {
    let SearchCasesRequest { words, narrowed } = request;
    cases_page(&app, &signed_in, community, narrowed, Some(words)).await
}

async fn cases_page(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    query: CaseListQuery,
    text: Option<String>,
) -> Result<Json<Page<CaseLine>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let filter = CaseFilter {
        stage: query.stage,
        source: query.source,
        due_before: query.due_before,
        text,
        cursor: query.cursor,
        limit: query.limit,
    };
    let mut reader = app.platform().read().await?;
    Ok(Json(page(&mut reader, community, filter).await?))
}

/// One case in full, with its timeline.
#[utoipa::path(get, path = "/api/c/{community}/external-cases/{case}",
    operation_id = "show_external_case", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    responses((status = 200, body = CaseView), (status = 404, body = Problem)))]
pub async fn show_external_case(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
) -> Result<Json<CaseView>, Failure> {
    signed_in.require(at.community, Verb::ReadDesk)?;
    shown(&app, &signed_in, at.community, at.case).await
}

/// Shows the caller's name and number in full and records who looked.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/reveal-caller",
    operation_id = "reveal_case_caller", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = RevealCaseCallerRequest,
    responses((status = 200, body = PersonalData), (status = 422, body = Problem)))]
pub async fn reveal_case_caller(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    Body(request): Body<RevealCaseCallerRequest>,
) -> Result<Json<PersonalData>, Failure> {
    let action = RevealCaseCaller {
        opened: at.opened(None),
        reason: request.reason,
    };
    // Without a client id: what is shown must not be kept for a repetition.
    let shown = app.perform(&signed_in, at.community, None, &action).await?;
    Ok(Json(shown))
}
