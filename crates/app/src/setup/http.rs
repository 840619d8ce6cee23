//! The set-up page.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{CommunityId, PersonId, UtcOffset};
use zhishou_platform::{AppError, FieldError};
use zhishou_rules::people::StaffInput;
use zhishou_rules::regulation::presets::PRESETS;

use super::actions::{FIRST_ROLES, SetUp};
use crate::access::{
    NewAccount, device_of, needs_setup, open_session, require_open_link, session_cookies,
};
use crate::app::App;
use crate::http::{Body, Failure, Problem};
use crate::people::NewCommunity;

/// How far the installation is.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetupState {
    /// Nobody has an account yet: the link in the server's terminal sets the installation up.
    pub needs_setup: bool,
}

/// What the set-up page offers.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetupOffer {
    /// The regulations to begin with.
    pub presets: Vec<PresetChoice>,
}

/// A regulation to begin with.
#[derive(Debug, Serialize, ToSchema)]
pub struct PresetChoice {
    /// Its key.
    pub key: String,
    /// When to choose it, in Chinese.
    pub summary_zh: String,
    /// When to choose it, in English.
    pub summary_en: String,
}

/// What the set-up page asks.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SetupRequest {
    /// Name of the community 小区名称.
    pub community_name: String,
    /// Key of the regulation to begin with.
    pub preset: String,
    /// The first administrator.
    pub administrator: FirstAdministrator,
}

/// The first administrator.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FirstAdministrator {
    /// 姓名
    pub name: String,
    /// Account name to sign in with: letters, digits and . - _
    pub login: String,
    /// Phone number, to sign in with as well.
    #[serde(default)]
    pub phone: String,
    /// At least 8 characters and not easily guessed.
    pub password: String,
    /// 4 to 6 digits, for signing.
    pub pin: String,
}

/// The installation is set up; the answer's cookie signs its first administrator in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetupDone {
    /// The community that was founded.
    pub community_id: CommunityId,
}

/// Tells the sign-in page whether anybody can sign in yet.
#[utoipa::path(get, path = "/api/setup", operation_id = "show_setup_state", tag = "setup",
    responses((status = 200, body = SetupState)))]
pub async fn show_setup_state(State(app): State<App>) -> Result<Json<SetupState>, Failure> {
    let needs_setup = needs_setup(&app).await?;
    Ok(Json(SetupState { needs_setup }))
}

/// What can be chosen at set-up.
#[utoipa::path(get, path = "/api/setup/{token}", operation_id = "show_setup", tag = "setup",
    params(("token" = String, Path)),
    responses((status = 200, body = SetupOffer), (status = 422, body = Problem)))]
pub async fn show_setup(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Json<SetupOffer>, Failure> {
    require_open_link(&app, &token).await?;
    let presets = PRESETS
        .iter()
        .map(|preset| PresetChoice {
            key: preset.key.to_owned(),
            summary_zh: preset.summary_zh.to_owned(),
            summary_en: preset.summary_en.to_owned(),
        })
        .collect();
    Ok(Json(SetupOffer { presets }))
}

/// Sets the installation up and signs its first administrator in.
#[utoipa::path(post, path = "/api/setup/{token}", operation_id = "complete_setup", tag = "setup",
    params(("token" = String, Path)), request_body = SetupRequest,
    responses((status = 200, body = SetupDone), (status = 400, body = Problem),
        (status = 422, body = Problem)))]
pub async fn complete_setup(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
    Body(request): Body<SetupRequest>,
) -> Result<impl IntoResponse, Failure> {
    require_open_link(&app, &token).await?;
    let platform = app.platform();
    let community_id = CommunityId(platform.entropy().uuid(platform.now()));
    let login = request.administrator.login.clone();
    let action = set_up_from(&app, token, request).await?;
    app.found(community_id, &action).await?;
    let opened = open_session(&app, &login, device_of(&headers)).await?;
    Ok((
        session_cookies(&app, &opened),
        Json(SetupDone { community_id }),
    ))
}

async fn set_up_from(app: &App, token: String, request: SetupRequest) -> Result<SetUp, AppError> {
    let who = request.administrator;
    let phone = Some(who.phone.as_str()).filter(|phone| !phone.trim().is_empty());
    let nobody = PersonId(zhishou_base::CommunityId::INSTALLATION.0);
    let account = NewAccount::prepare(app, nobody, &who.login, phone, who.password, Some(who.pin))
        .await
        .map_err(below_administrator)?
        .with_own_password();
    Ok(SetUp {
        token,
        community: NewCommunity {
            name: request.community_name,
            utc_offset_minutes: UtcOffset::CHINA.0,
        },
        preset: request.preset,
        person: StaffInput {
            name: who.name,
            phone: Some(who.phone),
            department: String::new(),
            joined_on: UtcOffset::CHINA.date_of(app.platform().now()),
            left_on: None,
            roles: FIRST_ROLES.to_vec(),
            skills: Vec::new(),
            identity_number: None,
        },
        account,
    })
}

/// Complaints about the account point below `/administrator`.
fn below_administrator(error: AppError) -> AppError {
    let AppError::Invalid(fields) = error else {
        return error;
    };
    let below = |field: FieldError| {
        FieldError::new(format!("/administrator{}", field.pointer), field.detail)
    };
    AppError::Invalid(fields.into_iter().map(below).collect())
}
