//! The desk over HTTP.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, ContactId, Date, Instant, LocalTime, ResidentId, Span};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;
use zhishou_rules::desk::{ContactChannel, ContactInput, ContactKind};

use super::actions::{ContactTaken, CorrectContact, RevealCaller, SettleContact, TakeContact};
use super::store::{self, ContactFilter};
use super::views::{CallerCard, ContactView};
use crate::access::SignedIn;
use crate::action::Circumstances;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::lists::Page;
use crate::people::{self, PersonalData, ResidentView};

/// A contact to be written down.
#[derive(Debug, Deserialize, ToSchema)]
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

/// What the list is narrowed by.
#[derive(Debug, Deserialize, IntoParams)]
pub struct ContactsQuery {
    /// Only this local day, `YYYY-MM-DD`.
    #[param(value_type = Option<String>)]
    pub date: Option<Date>,
    /// Only this kind.
    pub kind: Option<ContactKind>,
    /// Only this channel.
    pub channel: Option<ContactChannel>,
    /// Only what is neither settled nor taken over by a work order.
    #[serde(default)]
    pub open: bool,
    /// Part of room, number, phone number or content.
    pub q: Option<String>,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// At most so many rows.
    pub limit: Option<i64>,
}

/// A page of the contact log.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactPage {
    /// The contacts, newest first.
    pub items: Vec<ContactView>,
    /// Send it back as `cursor` for the next page.
    pub next_cursor: Option<String>,
}

/// The contact log 来电来访登记表, newest first.
#[utoipa::path(get, path = "/api/c/{community}/contacts", operation_id = "list_contacts",
    tag = "desk", params(("community" = String, Path), ContactsQuery),
    responses((status = 200, body = ContactPage)))]
pub async fn list_contacts(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<ContactsQuery>,
) -> Result<Json<ContactPage>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let offset = people::community(&mut reader, community).await?.offset;
    let midnight = |date: Date| offset.instant(date, LocalTime::MIDNIGHT);
    let filter = ContactFilter {
        from: query.date.map(midnight),
        until: query.date.map(|date| midnight(date.plus_days(1))),
        kind: query.kind,
        channel: query.channel,
        open: query.open,
        text: query.q.filter(|text| !text.trim().is_empty()),
        cursor: query.cursor,
        limit: query.limit,
    };
    let Page { items, next_cursor } = store::contacts(&mut reader, community, &filter).await?;
    let names = people::names(&mut reader, community).await?;
    let items = items
        .iter()
        .map(|contact| ContactView::masked(contact, &names))
        .collect();
    Ok(Json(ContactPage { items, next_cursor }))
}

type ContactPath = Path<(CommunityId, ContactId)>;

/// One contact.
#[utoipa::path(get, path = "/api/c/{community}/contacts/{contact}",
    operation_id = "show_contact", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    responses((status = 200, body = ContactView), (status = 404, body = Problem)))]
pub async fn show_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
) -> Result<Json<ContactView>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let contact = store::contact(&mut reader, community, contact).await?;
    let names = people::names(&mut reader, community).await?;
    Ok(Json(ContactView::masked(&contact, &names)))
}

/// A correction.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CorrectContactRequest {
    /// As it should have been.
    #[serde(flatten)]
    pub contact: ContactInput,
    /// What was wrong.
    pub reason: String,
}

/// Corrects a contact by a new entry; the old one stays readable.
#[utoipa::path(post, path = "/api/c/{community}/contacts/{contact}/correct",
    operation_id = "correct_contact", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    request_body = CorrectContactRequest,
    responses((status = 200, body = ContactTaken), (status = 422, body = Problem)))]
pub async fn correct_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<CorrectContactRequest>,
) -> Result<Json<ContactTaken>, Failure> {
    let action = CorrectContact {
        contact,
        input: request.contact,
        reason: request.reason,
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

/// Why somebody looks.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RevealCallerRequest {
    /// Needed unless it is one's own open contact.
    #[serde(default)]
    pub reason: String,
}

/// Shows the caller's name and number in full and records who looked.
#[utoipa::path(post, path = "/api/c/{community}/contacts/{contact}/reveal",
    operation_id = "reveal_caller", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    request_body = RevealCallerRequest,
    responses((status = 200, body = PersonalData), (status = 422, body = Problem)))]
pub async fn reveal_caller(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
    Body(request): Body<RevealCallerRequest>,
) -> Result<Json<PersonalData>, Failure> {
    let action = RevealCaller {
        contact,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, None, &action).await?,
    ))
}

/// What was typed.
#[derive(Debug, Deserialize, IntoParams)]
pub struct CallersQuery {
    /// Phone number, room, name or pinyin.
    pub q: String,
}

/// Repeat callers are looked for this far back.
const REPEAT_WITHIN: Span = Span::days(30);
const MOST_EARLIER: i64 = 10;

/// Who may be calling, each with their contacts of the last 30 days.
#[utoipa::path(get, path = "/api/c/{community}/callers", operation_id = "find_callers",
    tag = "desk", params(("community" = String, Path), CallersQuery),
    responses((status = 200, body = Vec<CallerCard>)))]
pub async fn find_callers(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<CallersQuery>,
) -> Result<Json<Vec<CallerCard>>, Failure> {
    signed_in.require(community, Verb::TakeContact)?;
    let mut reader = app.platform().read().await?;
    let names = people::names(&mut reader, community).await?;
    let from = app.platform().now() - REPEAT_WITHIN;
    let mut cards = Vec::new();
    for resident in people::find_callers(&mut reader, community, &query.q).await? {
        let phone = resident.phone.clone().unwrap_or_default();
        let who = (phone.as_str(), Some(resident.room));
        let earlier: Result<_, AppError> =
            store::earlier(&mut reader, community, who, from, MOST_EARLIER).await;
        cards.push(CallerCard {
            resident: ResidentView::masked(&resident),
            earlier: earlier?
                .iter()
                .map(|one| ContactView::masked(one, &names))
                .collect(),
        });
    }
    Ok(Json(cards))
}
