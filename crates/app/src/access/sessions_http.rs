//! Signing in and out, and one's own sessions.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{AccountId, CommunityId, Instant, PersonId, SessionId};
use zhishou_platform::AppError;
use zhishou_rules::access::{Role, Verb, within_reach};

use super::session::{self, DEVICE_COOKIE, SESSION_COOKIE};
use super::sign_in::{Attempt, OpenedSession, sign_in as open};
use super::signed_in::SignedIn;
use super::store;
use crate::app::App;
use crate::http::{Body, CallerAddress, Failure, Problem};

/// Who is signed in, and what they may do where.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// The session.
    pub session_id: SessionId,
    /// The account.
    pub account_id: AccountId,
    /// Account name.
    pub login: String,
    /// The password was set by somebody else and should be changed.
    pub password_is_initial: bool,
    /// A signing PIN is set.
    pub has_pin: bool,
    /// Server time.
    pub server_now: Instant,
    /// The person's name, as the first of their communities knows it.
    pub name: String,
    /// The communities the person works in.
    pub memberships: Vec<CommunityMembership>,
}

/// Who the account is in one community.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommunityMembership {
    /// The community.
    pub community_id: CommunityId,
    /// Its name.
    pub community_name: String,
    /// Minutes its clock is ahead of UTC.
    pub utc_offset_minutes: i32,
    /// The person.
    pub person_id: PersonId,
    /// The person's name.
    pub person_name: String,
    /// Roles there.
    pub roles: Vec<Role>,
    /// What these roles allow.
    pub verbs: Vec<Verb>,
    /// The roles that the person may give to staff and take from them.
    pub gives: Vec<Role>,
}

/// Account or phone number, and password.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SignInRequest {
    /// Account name or phone number.
    pub login: String,
    /// Password.
    pub password: String,
    /// How the device calls itself in the list of sessions.
    #[serde(default)]
    pub device_name: String,
}

async fn view(app: &App, signed_in: SignedIn) -> Result<SessionView, AppError> {
    let mut reader = app.platform().read().await?;
    let account = store::account(&mut reader, signed_in.account)
        .await?
        .ok_or(AppError::NotFound { what: "该账号" })?;
    let memberships: Vec<_> = signed_in
        .memberships
        .iter()
        .map(|member| CommunityMembership {
            community_id: member.community,
            community_name: member.community_name.clone(),
            utc_offset_minutes: member.utc_offset_minutes,
            person_id: member.person,
            person_name: member.person_name.clone(),
            roles: member.roles.clone(),
            verbs: Verb::ALL
                .iter()
                .copied()
                .filter(|verb| signed_in.may(member.community, *verb))
                .collect(),
            gives: within_reach(&member.roles),
        })
        .collect();
    let login = account.login;
    Ok(SessionView {
        session_id: signed_in.session,
        account_id: signed_in.account,
        password_is_initial: account.password_is_initial,
        has_pin: account.pin.is_some(),
        server_now: app.platform().now(),
        name: signed_in
            .memberships
            .first()
            .map_or_else(|| login.clone(), |member| member.person_name.clone()),
        login,
        memberships,
    })
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/session", operation_id = "show_session", tag = "access",
    responses((status = 200, body = SessionView), (status = 401, body = Problem)))]
pub async fn show_session(
    State(app): State<App>,
    signed_in: SignedIn,
) -> Result<Json<SessionView>, Failure> {
    Ok(Json(view(&app, signed_in).await?))
}

/// Signs in.
#[utoipa::path(post, path = "/api/session", operation_id = "sign_in", tag = "access",
    request_body = SignInRequest,
    responses((status = 200, body = SessionView), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub async fn sign_in(
    State(app): State<App>,
    CallerAddress(address): CallerAddress,
    headers: HeaderMap,
    Body(request): Body<SignInRequest>,
) -> Result<impl IntoResponse, Failure> {
    let attempt = Attempt {
        login: request.login,
        password: request.password,
        device: session::device_of(&headers),
        device_name: request.device_name,
        address,
    };
    let opened = open(&app, attempt).await?;
    let signed_in = session::by_token(&app, &opened.token)
        .await?
        .ok_or(Failure::SignInNeeded)?;
    Ok((
        session_cookies(&app, &opened),
        Json(view(&app, signed_in).await?),
    ))
}

/// The cookies of a session that was just opened. The browser keeps them long: the server
/// counts from the last use and decides alone when a session ends.
pub fn session_cookies(
    app: &App,
    opened: &OpenedSession,
) -> AppendHeaders<[(axum::http::HeaderName, String); 2]> {
    const YEAR_SECONDS: i64 = 365 * 24 * 3600;
    let device = opened.device.to_string();
    AppendHeaders([
        (
            SET_COOKIE,
            session::set_cookie(app, SESSION_COOKIE, &opened.token, YEAR_SECONDS),
        ),
        (
            SET_COOKIE,
            session::set_cookie(app, DEVICE_COOKIE, &device, YEAR_SECONDS),
        ),
    ])
}

/// Signs out.
#[utoipa::path(delete, path = "/api/session", operation_id = "sign_out", tag = "access",
    responses((status = 204)))]
pub async fn sign_out(
    State(app): State<App>,
    signed_in: SignedIn,
) -> Result<impl IntoResponse, Failure> {
    end_session(&app, &signed_in, signed_in.session).await?;
    let gone = session::set_cookie(&app, SESSION_COOKIE, "", -1);
    Ok((StatusCode::NO_CONTENT, AppendHeaders([(SET_COOKIE, gone)])))
}

async fn end_session(app: &App, signed_in: &SignedIn, id: SessionId) -> Result<bool, AppError> {
    let now = app.platform().now();
    let mut unrecorded = app.platform().write_unrecorded().await?;
    let ended = store::revoke_session(&mut unrecorded, signed_in.account, id, now).await?;
    unrecorded.commit().await?;
    Ok(ended)
}

/// One of one's own sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionLine {
    /// The session.
    pub id: SessionId,
    /// How the device calls itself.
    pub device_name: String,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used, to within five minutes.
    pub last_seen_at: Instant,
    /// It is the one that asks.
    pub current: bool,
}

/// One's own sessions.
#[utoipa::path(get, path = "/api/sessions", operation_id = "list_sessions", tag = "access",
    responses((status = 200, body = Vec<SessionLine>)))]
pub async fn list_sessions(
    State(app): State<App>,
    signed_in: SignedIn,
) -> Result<Json<Vec<SessionLine>>, Failure> {
    let mut reader = app.platform().read().await?;
    let lines = store::sessions_of(&mut reader, signed_in.account)
        .await?
        .into_iter()
        .filter(|session| session.lives(&app))
        .map(|session| SessionLine {
            id: session.id,
            device_name: session.device_name,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            current: session.id == signed_in.session,
        })
        .collect();
    Ok(Json(lines))
}

/// Ends one of one's own sessions.
#[utoipa::path(delete, path = "/api/sessions/{session}", operation_id = "revoke_session",
    tag = "access", params(("session" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn revoke_session(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<SessionId>,
) -> Result<StatusCode, Failure> {
    if end_session(&app, &signed_in, id).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(AppError::NotFound { what: "该会话" }.into())
}
