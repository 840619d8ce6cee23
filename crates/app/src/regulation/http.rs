//! The interface of regulations.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use zhishou_base::{CommunityId, RegulationId, VersionId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;
use zhishou_rules::regulation::{Text, check, presets, print};

use super::actions::{PublishDraft, SaveDraft, SubmitDraft};
use super::adopting::AdoptVersion;
use super::in_force::{typed, version_row};
use super::requests::{
    AdoptVersionRequest, CheckRequest, CreateDraftRequest, PublishDraftRequest, SaveDraftRequest,
    SubmitDraftRequest,
};
use super::store;
use super::views::{
    CheckView, DraftView, InForceLine, PresetLine, PresetView, RegulationLine, RegulationView,
    VersionLine, VersionView,
};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::lists::Page;

/// The regulations of a community with their versions.
#[utoipa::path(get, path = "/api/c/{community}/regulations", operation_id = "list_regulations",
    tag = "regulation", params(("community" = String, Path)),
    responses((status = 200, body = Page<RegulationLine>), (status = 403, body = Problem)))]
pub async fn list_regulations(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Page<RegulationLine>>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    let mut reader = app.platform().read().await?;
    let versions = store::versions(&mut reader, community).await?;
    let adoptions = store::adoptions(&mut reader, community).await?;
    let items = store::regulations(&mut reader, community)
        .await?
        .iter()
        .map(|row| RegulationLine::of(row, &versions, &adoptions))
        .collect();
    Ok(Json(Page {
        items,
        next_cursor: None,
    }))
}

/// Begins a draft.
#[utoipa::path(post, path = "/api/c/{community}/regulations", operation_id = "create_draft",
    tag = "regulation", params(("community" = String, Path)), request_body = CreateDraftRequest,
    responses((status = 201, body = DraftView), (status = 409, body = Problem)))]
pub async fn create_draft(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<CreateDraftRequest>,
) -> Result<(StatusCode, Json<DraftView>), Failure> {
    signed_in.require(community, Verb::EditRegulation)?;
    let action = request.into_action()?;
    let draft = app
        .perform(&signed_in, community, client_id, &action)
        .await?;
    Ok((StatusCode::CREATED, Json(draft)))
}

/// Checks a text without storing it.
#[utoipa::path(post, path = "/api/c/{community}/regulations/check",
    operation_id = "check_regulation", tag = "regulation",
    params(("community" = String, Path)), request_body = CheckRequest,
    responses((status = 200, body = CheckView), (status = 403, body = Problem)))]
pub async fn check_regulation(
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<CheckRequest>,
) -> Result<Json<CheckView>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    Ok(Json(check(&request.text).into()))
}

/// The presets to begin from.
#[utoipa::path(get, path = "/api/c/{community}/regulations/presets",
    operation_id = "list_presets", tag = "regulation", params(("community" = String, Path)),
    responses((status = 200, body = Page<PresetLine>), (status = 403, body = Problem)))]
pub async fn list_presets(
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Page<PresetLine>>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    let items = presets::PRESETS
        .iter()
        .filter_map(|preset| {
            let title = check(preset.source).regulation?.regulation.title;
            Some(PresetLine {
                key: preset.key.to_owned(),
                title,
                summary: Text {
                    zh: preset.summary_zh.to_owned(),
                    en: preset.summary_en.to_owned(),
                },
            })
        })
        .collect();
    Ok(Json(Page {
        items,
        next_cursor: None,
    }))
}

/// One preset in full.
#[utoipa::path(get, path = "/api/c/{community}/regulations/presets/{preset}",
    operation_id = "show_preset", tag = "regulation",
    params(("community" = String, Path), ("preset" = String, Path)),
    responses((status = 200, body = PresetView), (status = 404, body = Problem)))]
pub async fn show_preset(
    signed_in: SignedIn,
    Path((community, preset)): Path<(CommunityId, String)>,
) -> Result<Json<PresetView>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    let preset = presets::preset(&preset).ok_or(AppError::NotFound {
        what: "该预设制度"
    })?;
    Ok(Json(PresetView {
        text: preset.source.to_owned(),
        check: check(preset.source).into(),
    }))
}

/// Which regulation each post lives by, and which takes over next.
#[utoipa::path(get, path = "/api/c/{community}/regulations/in-force",
    operation_id = "list_in_force", tag = "regulation", params(("community" = String, Path)),
    responses((status = 200, body = Page<InForceLine>), (status = 403, body = Problem)))]
pub async fn list_in_force(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Page<InForceLine>>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let items = super::in_force::lines(&mut reader, community, now).await?;
    Ok(Json(Page {
        items,
        next_cursor: None,
    }))
}

/// One published version in full.
#[utoipa::path(get, path = "/api/c/{community}/regulations/versions/{version}",
    operation_id = "show_regulation_version", tag = "regulation",
    params(("community" = String, Path), ("version" = String, Path)),
    responses((status = 200, body = VersionView), (status = 404, body = Problem)))]
pub async fn show_version(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, version)): Path<(CommunityId, VersionId)>,
) -> Result<Json<VersionView>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    let mut reader = app.platform().read().await?;
    let row = version_row(&mut reader, community, version).await?;
    let adoptions = store::adoptions(&mut reader, community).await?;
    let document = typed(&row)?;
    Ok(Json(VersionView {
        regulation_id: row.regulation,
        line: VersionLine::of(&row, &adoptions),
        printed: print(&document),
        document: document.as_ref().clone(),
        source: row.source_text,
        text: row.text,
    }))
}

/// Lets posts live by a published version.
#[utoipa::path(post, path = "/api/c/{community}/regulations/versions/{version}/adopt",
    operation_id = "adopt_regulation_version", tag = "regulation",
    params(("community" = String, Path), ("version" = String, Path)),
    request_body = AdoptVersionRequest,
    responses((status = 200, body = VersionLine), (status = 422, body = Problem)))]
pub async fn adopt_version(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, version)): Path<(CommunityId, VersionId)>,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<AdoptVersionRequest>,
) -> Result<Json<VersionLine>, Failure> {
    let action = AdoptVersion {
        version,
        posts: request.posts,
        effective_at: request.effective_at,
    };
    let line = app
        .perform(&signed_in, community, client_id, &action)
        .await?;
    Ok(Json(line))
}

/// One regulation with its draft.
#[utoipa::path(get, path = "/api/c/{community}/regulations/{regulation}",
    operation_id = "show_regulation", tag = "regulation",
    params(("community" = String, Path), ("regulation" = String, Path)),
    responses((status = 200, body = RegulationView), (status = 404, body = Problem)))]
pub async fn show_regulation(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, regulation)): Path<(CommunityId, RegulationId)>,
) -> Result<Json<RegulationView>, Failure> {
    signed_in.require(community, Verb::ReadRegulation)?;
    let mut reader = app.platform().read().await?;
    let row = store::regulation(&mut reader, community, regulation)
        .await?
        .ok_or(AppError::NotFound { what: "该制度" })?;
    let versions = store::versions(&mut reader, community).await?;
    let adoptions = store::adoptions(&mut reader, community).await?;
    Ok(Json(RegulationView {
        line: RegulationLine::of(&row, &versions, &adoptions),
        draft: DraftView::checked(&row),
    }))
}

/// Saves the text of a draft, mistakes and all; a stale version gets what is stored now.
#[utoipa::path(put, path = "/api/c/{community}/regulations/{regulation}/draft",
    operation_id = "save_draft", tag = "regulation",
    params(("community" = String, Path), ("regulation" = String, Path)),
    request_body = SaveDraftRequest,
    responses((status = 200, body = DraftView), (status = 409, body = Problem)))]
pub async fn save_draft(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, regulation)): Path<(CommunityId, RegulationId)>,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<SaveDraftRequest>,
) -> Result<Json<DraftView>, Failure> {
    let action = SaveDraft {
        regulation,
        version: request.version,
        text: request.text,
    };
    let draft = app
        .perform(&signed_in, community, client_id, &action)
        .await?;
    Ok(Json(draft))
}

/// Hands a draft in for review.
#[utoipa::path(post, path = "/api/c/{community}/regulations/{regulation}/draft/submit",
    operation_id = "submit_draft", tag = "regulation",
    params(("community" = String, Path), ("regulation" = String, Path)),
    request_body = SubmitDraftRequest,
    responses((status = 200, body = DraftView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn submit_draft(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, regulation)): Path<(CommunityId, RegulationId)>,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<SubmitDraftRequest>,
) -> Result<Json<DraftView>, Failure> {
    let action = SubmitDraft {
        regulation,
        version: request.version,
    };
    let draft = app
        .perform(&signed_in, community, client_id, &action)
        .await?;
    Ok(Json(draft))
}

/// Publishes a reviewed draft as an immutable version.
#[utoipa::path(post, path = "/api/c/{community}/regulations/{regulation}/draft/publish",
    operation_id = "publish_draft", tag = "regulation",
    params(("community" = String, Path), ("regulation" = String, Path)),
    request_body = PublishDraftRequest,
    responses((status = 201, body = VersionLine), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn publish_draft(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, regulation)): Path<(CommunityId, RegulationId)>,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<PublishDraftRequest>,
) -> Result<(StatusCode, Json<VersionLine>), Failure> {
    let action = PublishDraft {
        regulation,
        version: request.version,
        effective_at: request.effective_at,
        posts: request.posts,
    };
    let line = app
        .perform(&signed_in, community, client_id, &action)
        .await?;
    Ok((StatusCode::CREATED, Json(line)))
}
