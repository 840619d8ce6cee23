//! Writing contacts down, correcting and settling them.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{Instant, ResidentId};
use zhishou_rules::desk::{ContactChannel, ContactCorrection, ContactInput, ContactKind};

use super::ContactPath;
use crate::access::SignedIn;
use crate::action::Circumstances;
use crate::app::App;
use crate::desk::actions::{ContactTaken, CorrectContact, SettleContact, TakeContact};
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};

/// A contact to be written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(from = "TypedContact")]
pub struct TakeContactRequest {
    /// What was typed.
    #[serde(flatten)]
    pub contact: ContactInput,
    /// The resident, when the card was chosen.
    #[serde(default)]
    pub resident_id: Option<ResidentId>,
    /// When it happened, if it is entered later 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// The same as it is read: flattened structs are read without knowing where a wrong value stood.
#[derive(Deserialize)]
struct TypedContact {
    kind: ContactKind,
    channel: ContactChannel,
    #[serde(default)]
    room: String,
    #[serde(default)]
    caller_name: String,
    #[serde(default)]
    caller_phone: String,
    #[serde(default)]
    content: String,
    #[serde(default)]
    handling: String,
    #[serde(default)]
    told: String,
    #[serde(default)]
    plate: String,
    #[serde(default)]
    answered_after_seconds: Option<u32>,
    #[serde(default)]
    settled: bool,
    #[serde(default)]
    resident_id: Option<ResidentId>,
    #[serde(default)]
    happened_at: Option<Instant>,
}

impl From<TypedContact> for TakeContactRequest {
    fn from(typed: TypedContact) -> Self {
        Self {
            contact: ContactInput {
                kind: typed.kind,
                channel: typed.channel,
                room: typed.room,
                caller_name: typed.caller_name,
                caller_phone: typed.caller_phone,
                content: typed.content,
                handling: typed.handling,
                told: typed.told,
                plate: typed.plate,
                answered_after_seconds: typed.answered_after_seconds,
                settled: typed.settled,
            },
            resident_id: typed.resident_id,
            happened_at: typed.happened_at,
        }
    }
}

/// Writes down a call, a visit or a message.
#[utoipa::path(post, path = "/api/c/{community}/contacts", operation_id = "take_contact",
    tag = "desk", params(("community" = String, Path)), request_body = TakeContactRequest,
    responses((status = 201, body = ContactTaken), (status = 400, body = Problem)))]
pub async fn take_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<TakeContactRequest>,
) -> Result<(StatusCode, Json<ContactTaken>), Failure> {
    let action = TakeContact {
        input: request.contact,
        resident: request.resident_id,
    };
    let circumstances = Circumstances {
        client_id,
        happened_at: request.happened_at,
    };
    let taken = app
        .perform_as(&signed_in, community, circumstances, &action)
        .await?;
    Ok((StatusCode::CREATED, Json(taken)))
}

/// Corrects a contact by a new entry; the old one stays readable.
#[utoipa::path(post, path = "/api/c/{community}/contacts/{contact}/correct",
    operation_id = "correct_contact", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    request_body = ContactCorrection,
    responses((status = 200, body = ContactTaken), (status = 422, body = Problem)))]
pub async fn correct_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(correction): Body<ContactCorrection>,
) -> Result<Json<ContactTaken>, Failure> {
    let action = CorrectContact {
        contact,
        correction,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// An outcome.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SettleContactRequest {
    /// How it was settled.
    pub outcome: String,
}

/// Settles a contact that needs no work order.
#[utoipa::path(post, path = "/api/c/{community}/contacts/{contact}/settle",
    operation_id = "settle_contact", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    request_body = SettleContactRequest,
    responses((status = 204), (status = 422, body = Problem)))]
pub async fn settle_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<SettleContactRequest>,
) -> Result<StatusCode, Failure> {
    let action = SettleContact {
        contact,
        outcome: request.outcome,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}
