//! Putting an order together for the screen, and who it may be given to.

use std::collections::{BTreeMap, BTreeSet};

use zhishou_base::{CommunityId, ContactId, Instant, PersonId, WorkOrderId};
use zhishou_platform::obligations::open_of_subject;
use zhishou_platform::{AppError, Conn, Target};
use zhishou_rules::access::{Role, Verb, may};
use zhishou_rules::regulation::{ServiceKind, WorkCalendar};

use super::deadlines::SUBJECT;
use super::store::{self, ListFilter};
use super::timeline::timeline;
use super::views::{
    AssigneeView, CallerView, CountsView, DeadlineView, DeferralView, OrderLine, OrderPerson,
    OrderView, PhotoView, masked_phone,
};
use crate::coverage::holder_at;
use crate::lists::Page;
use crate::people;

/// One page of orders.
///
/// # Errors
/// The cursor is foreign, or the database failed.
pub async fn page(
    conn: &mut Conn,
    community: CommunityId,
    filter: ListFilter,
) -> Result<Page<OrderLine>, AppError> {
    let names = people::names(conn, community).await?;
    let rows = store::list(conn, community, filter).await?;
    Ok(Page {
        items: rows
            .items
            .iter()
            .map(|row| OrderLine::of(row, &names))
            .collect(),
        next_cursor: rows.next_cursor,
    })
}

/// The photos of an order.
async fn photos(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
    names: &BTreeMap<PersonId, String>,
) -> Result<Vec<PhotoView>, AppError> {
    let photos = store::photos_of(conn, community, id).await?;
    let view = |photo: store::PhotoRow| PhotoView {
        id: photo.id,
        media_type: photo.media_type,
        size_bytes: photo.size_bytes,
        stage: photo.stage,
        added_by: OrderPerson::of(photo.added_by, names),
        added_at: photo.added_at,
    };
    Ok(photos.into_iter().map(view).collect())
}

/// Who answers for the desk now.
async fn desk_holder(
    conn: &mut Conn,
    community: CommunityId,
    now: Instant,
) -> Result<Option<PersonId>, AppError> {
    match people::desk(conn, community).await? {
        Some(desk) => Ok(holder_at(conn, community, desk.id, now).await?),
        None => Ok(None),
    }
}

/// One order in full.
///
/// # Errors
/// There is no such order, or the database failed.
pub async fn order_view(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
    now: Instant,
) -> Result<OrderView, AppError> {
    let names = people::names(conn, community).await?;
    let row = store::load(conn, community, id).await?;
    let named = |id: PersonId| OrderPerson::of(id, &names);
    let deadlines = open_of_subject(conn, community, id.subject())
        .await?
        .into_iter()
        .map(|line| DeadlineView {
            id: line.id,
            rule_key: line.rule_key,
            due_at: line.due_at,
            breached_at: line.breached_at,
            person: match line.owner {
                Target::Person(person) => Some(named(person)),
                Target::Post(_) | Target::Role(_) => None,
            },
        })
        .collect();
    let photos = photos(conn, community, id, &names).await?;
    let desk_holder_id = desk_holder(conn, community, now).await?;
    let order = &row.order;
    Ok(OrderView {
        line: OrderLine::of(&row, &names),
        matter: order.matter.clone(),
        state: order.state.clone(),
        desk_holder_id,
        contact_id: row.contact,
        room_id: row.room,
        resident_id: row.resident,
        caller_phone_masked: masked_phone(&row),
        department: row.department.clone(),
        result: row.result.clone(),
        material: row.material.clone(),
        fee_cents: row.fee_cents,
        registered_by: named(row.registered_by),
        doer: order.state.doer().map(named),
        deferral: order.deferral.map(|deferral| DeferralView {
            cause: deferral.cause,
            explanation: row.deferral_explanation.clone(),
            by: named(deferral.by),
            at: deferral.at,
        }),
        attempts: order.attempts,
        suggested_appointment_at: order.terms.next_opening(now, &WorkCalendar::default()),
        deadlines,
        photos,
        timeline: timeline(conn, community, (SUBJECT, id.subject()), &names).await?,
        now,
    })
}

/// One order as a list shows it.
///
/// # Errors
/// There is no such order, or the database failed.
pub async fn order_line(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
) -> Result<OrderLine, AppError> {
    let names = people::names(conn, community).await?;
    let row = store::load(conn, community, id).await?;
    Ok(OrderLine::of(&row, &names))
}

/// The entry of the contact log that an order came from, if it did.
///
/// # Errors
/// There is no such order, or the database failed.
pub async fn contact_of_order(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
) -> Result<Option<ContactId>, AppError> {
    Ok(store::load(conn, community, id).await?.contact)
}

/// The caller of an order in full; the act that allows it is recorded before.
///
/// # Errors
/// There is no such order, or the database failed.
pub async fn caller(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
) -> Result<CallerView, AppError> {
    let row = store::load(conn, community, id).await?;
    Ok(CallerView {
        name: row.caller_name,
        phone: row.caller_phone,
    })
}

/// How many orders stand where.
///
/// # Errors
/// The database failed.
pub async fn counts(
    conn: &mut Conn,
    community: CommunityId,
    person: Option<PersonId>,
    now: Instant,
) -> Result<CountsView, AppError> {
    let counts = store::counts(conn, community, person, now).await?;
    let [
        unassigned,
        dispatched,
        accepted,
        arrived,
        call_back,
        to_archive,
    ] = counts.by_stage;
    Ok(CountsView {
        open: counts.by_stage.iter().sum(),
        unassigned,
        in_hand: dispatched + accepted + arrived,
        call_back,
        to_archive,
        overdue: counts.overdue,
        mine: counts.mine,
    })
}

/// Who an order of a kind may be given to: those on duty first, then those whose
/// work it is, then those with the least in hand.
///
/// # Errors
/// The database failed.
pub async fn assignees(
    conn: &mut Conn,
    community: CommunityId,
    kind: ServiceKind,
    on_duty: &BTreeSet<PersonId>,
    now: Instant,
) -> Result<Vec<AssigneeView>, AppError> {
    let today = people::community(conn, community)
        .await?
        .offset
        .date_of(now);
    let in_hand = store::open_per_assignee(conn, community).await?;
    let mut views: Vec<AssigneeView> = people::staff(conn, community)
        .await?
        .into_iter()
        .filter(|person| person.employment.is_active_on(today))
        .filter(|person| carries_out(&person.roles))
        .map(|person| AssigneeView {
            id: person.id,
            on_duty: on_duty.contains(&person.id),
            open_orders: in_hand.get(&person.id).copied().unwrap_or(0),
            name: person.name,
            roles: person.roles,
            skills: person.skills,
        })
        .collect();
    views.sort_by_key(|view| {
        let theirs = view.roles.iter().any(|role| usual_for(kind, *role));
        (!theirs, !view.on_duty, view.open_orders)
    });
    Ok(views)
}

fn carries_out(roles: &[Role]) -> bool {
    roles.iter().any(|role| may(*role, Verb::CarryOutWorkOrder))
}

fn usual_for(kind: ServiceKind, role: Role) -> bool {
    match kind {
        ServiceKind::Repair | ServiceKind::Help | ServiceKind::Entrusted => role == Role::Repairer,
        _ => role == Role::ServiceSupervisor,
    }
}
