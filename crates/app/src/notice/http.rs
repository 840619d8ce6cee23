//! Notices over HTTP.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, NoticeId, Span};
use zhishou_rules::access::Verb;
use zhishou_rules::notice::{NoticeInput, NoticeStanding};

use super::actions::{ChangeNotice, WithdrawNotice, WriteNotice};
use super::store;
use super::views::NoticeView;
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::people;

/// How far back past notices are shown: long enough to answer “you told us last week”.
const SHOWN_AFTERWARDS: Span = Span::days(30);

/// Which notices.
#[derive(Debug, Deserialize, IntoParams)]
pub struct NoticesQuery {
    /// The past ones of the last 30 days, instead of the present and the coming ones.
    #[serde(default)]
    pub past: bool,
}

/// The notices that count now or are to come, the next to end first; or the past ones.
#[utoipa::path(get, path = "/api/c/{community}/notices", operation_id = "list_notices",
    tag = "notice", params(("community" = String, Path), NoticesQuery),
    responses((status = 200, body = Vec<NoticeView>), (status = 403, body = Problem)))]
pub async fn list_notices(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<NoticesQuery>,
) -> Result<Json<Vec<NoticeView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let now = app.platform().now();
    let since = if query.past {
        now - SHOWN_AFTERWARDS
    } else {
        now
    };
    let mut reader = app.platform().read().await?;
    let names = people::names(&mut reader, community).await?;
    let found = store::notices_since(&mut reader, community, since).await?;
    let views = found
        .into_iter()
        .map(|notice| NoticeView::of(notice, &names, now));
    Ok(Json(
        views
            .filter(|view| (view.standing == NoticeStanding::Past) == query.past)
            .collect(),
    ))
}

/// Writes a notice to the desk.
#[utoipa::path(post, path = "/api/c/{community}/notices", operation_id = "write_notice",
    tag = "notice", params(("community" = String, Path)), request_body = NoticeInput,
    responses((status = 201, body = NoticeView), (status = 400, body = Problem)))]
pub async fn write_notice(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<NoticeInput>,
) -> Result<(StatusCode, Json<NoticeView>), Failure> {
    let action = WriteNotice { input };
    let written = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(written)))
}

/// A changed notice.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangeNoticeRequest {
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub notice: NoticeInput,
}

/// Changes a notice that is not over.
#[utoipa::path(put, path = "/api/c/{community}/notices/{notice}",
    operation_id = "change_notice", tag = "notice",
    params(("community" = String, Path), ("notice" = String, Path)),
    request_body = ChangeNoticeRequest,
    responses((status = 200, body = NoticeView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn change_notice(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, notice)): Path<(CommunityId, NoticeId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ChangeNoticeRequest>,
) -> Result<Json<NoticeView>, Failure> {
    let action = ChangeNotice {
        notice,
        version: request.version,
        input: request.notice,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// Takes a notice back before its end; it stays readable among the past ones.
#[utoipa::path(post, path = "/api/c/{community}/notices/{notice}/withdraw",
    operation_id = "withdraw_notice", tag = "notice",
    params(("community" = String, Path), ("notice" = String, Path)),
    responses((status = 200, body = NoticeView), (status = 422, body = Problem)))]
pub async fn withdraw_notice(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, notice)): Path<(CommunityId, NoticeId)>,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<Json<NoticeView>, Failure> {
    let action = WithdrawNotice { notice };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}
