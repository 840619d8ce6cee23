//! Reading orders.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{Query, State};
use zhishou_base::{CommunityId, PersonId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;

use super::{InOrder, may_read};
use crate::access::SignedIn;
use crate::app::App;
use crate::coverage::current_board;
use crate::http::{Body, Failure, InCommunity, Problem};
use crate::lists::Page;
use crate::people;
use crate::workorder::reading::{assignees, counts, order_view, page};
use crate::workorder::requests::{AssigneeQuery, ListQuery, SearchOrdersRequest};
use crate::workorder::store::ListFilter;
use crate::workorder::views::{AssigneeView, CountsView, OrderLine, OrderView};

/// Orders, the newest first.
#[utoipa::path(get, path = "/api/c/{community}/work-orders", operation_id = "list_work_orders",
    tag = "workorder", params(("community" = String, Path), ListQuery),
    responses((status = 200, body = Page<OrderLine>), (status = 403, body = Problem)))]
pub async fn list_work_orders(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<OrderLine>>, Failure> {
    Ok(Json(
        orders_page(&app, &signed_in, community, query, None).await?,
    ))
}

/// Finds words among orders, the newest first.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/search",
    operation_id = "search_work_orders", tag = "workorder",
    params(("community" = String, Path)), request_body = SearchOrdersRequest,
    responses((status = 200, body = Page<OrderLine>), (status = 403, body = Problem)))]
pub async fn search_work_orders(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<SearchOrdersRequest>,
) -> Result<Json<Page<OrderLine>>, Failure> {
    let SearchOrdersRequest { words, narrowed } = request;
    Ok(Json(
        orders_page(&app, &signed_in, community, narrowed, Some(words)).await?,
    ))
}

async fn orders_page(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    query: ListQuery,
    words: Option<String>,
) -> Result<Page<OrderLine>, AppError> {
    signed_in.require(community, Verb::ReadWorkOrders)?;
    let mut reader = app.platform().read().await?;
    let caller = match query.resident_id {
        Some(id) => {
            let resident = people::resident(&mut reader, community, id).await?;
            Some((resident.room, resident.phone))
        }
        None => None,
    };
    let filter = ListFilter {
        group: query.group,
        kind: query.kind,
        assignee: if query.mine {
            Some(signed_in.person_in(community)?)
        } else {
            None
        },
        overdue_at: query.overdue.then(|| app.platform().now()),
        contact: query.contact_id,
        caller,
        text: words,
        cursor: query.cursor,
        limit: query.limit,
    };
    page(&mut reader, community, filter).await
}

/// How many orders stand where.
#[utoipa::path(get, path = "/api/c/{community}/work-orders/counts",
    operation_id = "count_work_orders", tag = "workorder", params(("community" = String, Path)),
    responses((status = 200, body = CountsView), (status = 403, body = Problem)))]
pub async fn count_work_orders(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<CountsView>, Failure> {
    may_read(&signed_in, community)?;
    let person = Some(signed_in.person_in(community)?);
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    Ok(Json(counts(&mut reader, community, person, now).await?))
}

/// Who an order may be given to, the likeliest first.
#[utoipa::path(get, path = "/api/c/{community}/work-orders/assignees",
    operation_id = "list_assignees", tag = "workorder",
    params(("community" = String, Path), AssigneeQuery),
    responses((status = 200, body = Page<AssigneeView>), (status = 403, body = Problem)))]
pub async fn list_assignees(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<AssigneeQuery>,
) -> Result<Json<Page<AssigneeView>>, Failure> {
    may_read(&signed_in, community)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let board = current_board(&mut reader, community, now).await?;
    let on_duty: BTreeSet<PersonId> = board
        .people
        .keys()
        .copied()
        .filter(|person| board.is_on_duty(*person, now))
        .collect();
    let items = assignees(&mut reader, community, query.kind, &on_duty, now).await?;
    Ok(Json(Page {
        items,
        next_cursor: None,
    }))
}

/// One order in full, with its timeline.
#[utoipa::path(get, path = "/api/c/{community}/work-orders/{order}",
    operation_id = "show_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)),
    responses((status = 200, body = OrderView), (status = 404, body = Problem)))]
pub async fn show_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
) -> Result<Json<OrderView>, Failure> {
    may_read(&signed_in, at.community)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    Ok(Json(
        order_view(&mut reader, at.community, at.order, now).await?,
    ))
}
