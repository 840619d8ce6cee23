//! The demo button of the set-up page.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::CommunityId;

use super::cast::{CAST, Member, PASSWORD, PIN};
use super::play::fill;
use crate::access::{device_of, open_session, require_open_link, session_cookies};
use crate::app::App;
use crate::http::{Failure, Problem};

/// An account of the demo.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemoAccount {
    /// Account name.
    pub login: String,
    /// 姓名
    pub name: String,
    /// 部门
    pub department: String,
}

impl From<&Member> for DemoAccount {
    fn from(member: &Member) -> Self {
        Self {
            login: member.login.to_owned(),
            name: member.name.to_owned(),
            department: member.department.to_owned(),
        }
    }
}

/// The demo is filled in; the answer's cookie signs its manager in.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemoFilled {
    /// The demo community.
    pub community_id: CommunityId,
    /// Password of every account.
    pub password: String,
    /// PIN of every account.
    pub pin: String,
    /// The accounts.
    pub accounts: Vec<DemoAccount>,
}

/// Fills an empty installation with the demo community and signs its manager in.
#[utoipa::path(post, path = "/api/setup/{token}/demo", operation_id = "fill_demo", tag = "setup",
    params(("token" = String, Path)),
    responses((status = 200, body = DemoFilled), (status = 422, body = Problem)))]
pub async fn fill_demo(
    State(app): State<App>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Failure> {
    require_open_link(&app, &token).await?;
    let report = fill(&app, Some(token)).await?;
    let opened = open_session(&app, "manager", device_of(&headers)).await?;
    let filled = DemoFilled {
        community_id: report.community,
        password: PASSWORD.to_owned(),
        pin: PIN.to_owned(),
        accounts: CAST.iter().map(DemoAccount::from).collect(),
    };
    Ok((session_cookies(&app, &opened), Json(filled)))
}
