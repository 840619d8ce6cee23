//! Reading the contact log, finding callers, and seeing a caller in full.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, Date, LocalTime, Span};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::access::Verb;
use zhishou_rules::desk::{ContactChannel, ContactKind};
use zhishou_rules::people::{CallerQuery, room_key};

use super::ContactPath;
use crate::access::SignedIn;
use crate::app::App;
use crate::desk::revealing::{CarOwners, RevealCaller, RevealCarOwner};
use crate::desk::store::{self, ContactFilter, ContactSearch};
use crate::desk::views::{CallerCard, ContactView};
use crate::http::{Body, Failure, InCommunity, Problem};
use crate::lists::Page;
use crate::people::{self, PersonalData, ResidentView};

/// What the list is narrowed by.
#[derive(Debug, Default, Deserialize, IntoParams, ToSchema)]
pub struct ContactsQuery {
    /// Only this local day, `YYYY-MM-DD`.
    #[param(value_type = Option<String>)]
    #[schema(value_type = Option<String>)]
    pub date: Option<Date>,
    /// Only this kind.
    pub kind: Option<ContactKind>,
    /// Only this channel.
    pub channel: Option<ContactChannel>,
    /// Only what is neither settled nor taken over by a work order.
    #[serde(default)]
    pub open: bool,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// At most so many rows.
    pub limit: Option<i64>,
}

/// Words to look for in the contact log. They come in the body: what is looked for may be a name or
/// a number, and addresses are written into logs on the way.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SearchContactsRequest {
    /// Part of room, number, name or content; or the last digits of a phone number, at least 4.
    pub words: String,
    /// What else the list is narrowed by.
    #[serde(flatten)]
    pub narrowed: ContactsQuery,
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
    Ok(Json(
        contact_page(&mut reader, community, query, None).await?,
    ))
}

/// Finds words in the contact log, newest first.
#[utoipa::path(post, path = "/api/c/{community}/contacts/search",
    operation_id = "search_contacts", tag = "desk", params(("community" = String, Path)),
    request_body = SearchContactsRequest, responses((status = 200, body = ContactPage)))]
pub async fn search_contacts(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<SearchContactsRequest>,
) -> Result<Json<ContactPage>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let search = if request.words.trim().is_empty() {
        None
    } else {
        Some(read_search(&mut reader, community, request.words).await?)
    };
    Ok(Json(
        contact_page(&mut reader, community, request.narrowed, search).await?,
    ))
}

async fn contact_page(
    conn: &mut Conn,
    community: CommunityId,
    query: ContactsQuery,
    search: Option<ContactSearch>,
) -> Result<ContactPage, AppError> {
    let offset = people::community(conn, community).await?.offset;
    let midnight = |date: Date| offset.instant(date, LocalTime::MIDNIGHT);
    let filter = ContactFilter {
        from: query.date.map(midnight),
        until: query.date.map(|date| midnight(date.plus_days(1))),
        kind: query.kind,
        channel: query.channel,
        open: query.open,
        search,
        cursor: query.cursor,
        limit: query.limit,
    };
    let Page { items, next_cursor } = store::contacts(conn, community, &filter).await?;
    let names = people::names(conn, community).await?;
    let photos = store::photos_of_contacts(conn, community, &items).await?;
    let view = |contact| ContactView::masked(contact, &names).with_photos(&photos);
    let items = items.iter().map(view).collect();
    Ok(ContactPage { items, next_cursor })
}

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
    let one = std::slice::from_ref(&contact);
    let photos = store::photos_of_contacts(&mut reader, community, one).await?;
    Ok(Json(
        ContactView::masked(&contact, &names).with_photos(&photos),
    ))
}

/// The readings of what was typed: words, a home, or a number. Single digits of a number are no
/// reading, or masked numbers could be tried out one digit at a time.
async fn read_search(
    conn: &mut Conn,
    community: CommunityId,
    words: String,
) -> Result<ContactSearch, AppError> {
    let home = people::room_by_code(conn, community, &room_key(&words)).await?;
    Ok(ContactSearch {
        digits: CallerQuery::read(&words).phone,
        room: home.map(|room| room.id),
        words,
    })
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

/// Shows who can move the car that is in the way and records who looked.
#[utoipa::path(post, path = "/api/c/{community}/contacts/{contact}/car-owner",
    operation_id = "reveal_car_owner", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    request_body = RevealCallerRequest,
    responses((status = 200, body = CarOwners), (status = 422, body = Problem)))]
pub async fn reveal_car_owner(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
    Body(request): Body<RevealCallerRequest>,
) -> Result<Json<CarOwners>, Failure> {
    let action = RevealCarOwner {
        contact,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, None, &action).await?,
    ))
}

/// Who is looked for; in the body, as every search that may hold a name or a number.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FindCallersRequest {
    /// Phone number, room, name or pinyin.
    pub words: String,
}

/// Repeat callers are looked for this far back.
const REPEAT_WITHIN: Span = Span::days(30);
const MOST_EARLIER: i64 = 10;

/// Who may be calling, each with their contacts of the last 30 days.
#[utoipa::path(post, path = "/api/c/{community}/callers/search", operation_id = "find_callers",
    tag = "desk", params(("community" = String, Path)), request_body = FindCallersRequest,
    responses((status = 200, body = Vec<CallerCard>)))]
pub async fn find_callers(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<FindCallersRequest>,
) -> Result<Json<Vec<CallerCard>>, Failure> {
    signed_in.require(community, Verb::TakeContact)?;
    let mut reader = app.platform().read().await?;
    let names = people::names(&mut reader, community).await?;
    let from = app.platform().now() - REPEAT_WITHIN;
    let mut cards = Vec::new();
    for resident in people::find_callers(&mut reader, community, &request.words).await? {
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
