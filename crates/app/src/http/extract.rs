//! Extractors: which community, which client id, from which address.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Path};
use axum::http::request::Parts;
use serde::Deserialize;
use zhishou_base::{ClientId, CommunityId};
use zhishou_platform::AppError;

use super::problem::Failure;
use crate::app::App;

/// The community in the path.
#[derive(Debug, Clone, Copy)]
pub struct InCommunity(pub CommunityId);

#[derive(Deserialize)]
struct CommunityPath {
    community: CommunityId,
}

impl FromRequestParts<App> for InCommunity {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path(path) = Path::<CommunityPath>::from_request_parts(parts, app)
            .await
            .map_err(|_| AppError::NotFound { what: "该小区" })?;
        Ok(Self(path.community))
    }
}

/// The client's own id of a writing request, header `Idempotency-Key`.
#[derive(Debug, Clone, Copy)]
pub struct IdempotencyKey(pub Option<ClientId>);

impl FromRequestParts<App> for IdempotencyKey {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(Self(None));
        };
        let id = value.to_str().ok().and_then(|text| text.parse().ok());
        id.map(|id| Self(Some(id)))
            .ok_or_else(|| AppError::invalid("/Idempotency-Key", "必须是 UUID").into())
    }
}

/// The address the request came from.
#[derive(Debug, Clone)]
pub struct CallerAddress(pub String);

impl FromRequestParts<App> for CallerAddress {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let peer = ConnectInfo::<SocketAddr>::from_request_parts(parts, app)
            .await
            .ok()
            .map(|ConnectInfo(address)| address.ip());
        let forwarded = parts
            .headers
            .get("x-forwarded-for")
            .filter(|_| app.config().behind_proxy)
            .and_then(|value| value.to_str().ok())
            // The last address is the one our own proxy saw; earlier ones may be invented.
            .and_then(|list| list.rsplit(',').next())
            .and_then(|address| address.trim().parse::<IpAddr>().ok());
        let address = forwarded.or(peer);
        Ok(Self(address.map_or_else(
            || "unknown".to_owned(),
            |address| address.to_string(),
        )))
    }
}
