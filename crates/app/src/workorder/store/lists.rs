//! Lists and counts of orders.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, ContactId, Instant, PersonId, RoomId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Value, sql};
use zhishou_rules::regulation::ServiceKind;

use super::row::OrderRow;
use crate::lists::{List, Page};
use crate::workorder::views::Group;

/// What a list of orders is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    /// Which part of the way.
    pub group: Group,
    /// Which kind.
    pub kind: Option<ServiceKind>,
    /// Only what this person has in hand.
    pub assignee: Option<PersonId>,
    /// Only what was due before this instant.
    pub overdue_at: Option<Instant>,
    /// Only what came from this contact.
    pub contact: Option<ContactId>,
    /// Only what came from this home or this number.
    pub caller: Option<(RoomId, Option<String>)>,
    /// Words of number, room, place, content or caller.
    pub text: Option<String>,
    /// Where the page begins.
    pub cursor: Option<String>,
    /// How many rows.
    pub limit: Option<i64>,
}

/// One page of orders, the newest first.
pub async fn list(
    conn: &mut Conn,
    community: CommunityId,
    filter: ListFilter,
) -> Result<Page<OrderRow>, AppError> {
    let mut list = List::newest_first(
        "SELECT c.*, r.code AS room_code, c.registered_at AS list_at, c.id AS list_id \
         FROM work_order c \
         LEFT JOIN room r ON r.community_id = c.community_id AND r.id = c.room_id",
        "c.registered_at",
        "c.id",
        community,
    );
    list = match filter.group {
        Group::All => list,
        Group::Open => list.filter("c.stage <> 'archived'", Vec::new()),
        Group::Unassigned => list.filter("c.stage = 'registered'", Vec::new()),
        Group::InHand => list.filter(
            "c.stage = 'dispatched' OR c.stage = 'accepted' OR c.stage = 'arrived'",
            Vec::new(),
        ),
        Group::CallBack => list.filter("c.stage = 'done'", Vec::new()),
        Group::ToArchive => list.filter("c.stage = 'called_back'", Vec::new()),
        Group::Archived => list.filter("c.stage = 'archived'", Vec::new()),
    };
    list = list
        .filter_opt("c.kind = ?", filter.kind.map(ServiceKind::as_str))
        .filter_opt("c.assignee_id = ?", filter.assignee)
        .filter_opt("c.contact_id = ?", filter.contact)
        .filter_opt("c.due_at < ? AND c.stage <> 'archived'", filter.overdue_at);
    if let Some((room, phone)) = filter.caller {
        list = match phone {
            Some(phone) => list.filter(
                "c.room_id = ? OR c.caller_phone = ?",
                vec![Value::from(room), Value::from(phone)],
            ),
            None => list.filter("c.room_id = ?", vec![Value::from(room)]),
        };
    }
    if let Some(text) = filter
        .text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
    {
        list = saying(list, text);
    }
    list.page(filter.cursor.as_deref(), filter.limit)?
        .fetch(conn)
        .await
}

/// Only what says a text somewhere, or has it as the caller's number.
fn saying(list: List, text: &str) -> List {
    let like = Value::from(format!("%{}%", escape_like(text)));
    list.filter(
        // One engine's LIKE minds the case of letters and the other's does not.
        "LOWER(c.number) LIKE LOWER(?) ESCAPE '!' OR LOWER(c.place) LIKE LOWER(?) ESCAPE '!' \
             OR LOWER(c.content) LIKE LOWER(?) ESCAPE '!' \
             OR LOWER(c.caller_name) LIKE LOWER(?) ESCAPE '!' \
             OR LOWER(r.code) LIKE LOWER(?) ESCAPE '!' OR c.caller_phone = ?",
        vec![
            like.clone(),
            like.clone(),
            like.clone(),
            like.clone(),
            like,
            Value::from(text),
        ],
    )
}

fn escape_like(text: &str) -> String {
    text.replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_")
}

/// How many orders stand where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// By stage, in the order of [`zhishou_rules::workorder::Stage::ALL`], without the archived.
    pub by_stage: [i64; 6],
    /// Whose next deadline has passed.
    pub overdue: i64,
    /// In the hands of the one who asks.
    pub mine: i64,
}

impl Record for Counts {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            by_stage: [
                row.get("registered")?,
                row.get("dispatched")?,
                row.get("accepted")?,
                row.get("arrived")?,
                row.get("done")?,
                row.get("called_back")?,
            ],
            overdue: row.get("overdue")?,
            mine: row.get("mine")?,
        })
    }
}

/// Counts what is not archived.
pub async fn counts(
    conn: &mut Conn,
    community: CommunityId,
    person: Option<PersonId>,
    now: Instant,
) -> Result<Counts, AppError> {
    Ok(sql("SELECT \
         CAST(COALESCE(SUM(CASE WHEN stage = 'registered' THEN 1 ELSE 0 END), 0) AS BIGINT) \
           AS registered, \
         CAST(COALESCE(SUM(CASE WHEN stage = 'dispatched' THEN 1 ELSE 0 END), 0) AS BIGINT) \
           AS dispatched, \
         CAST(COALESCE(SUM(CASE WHEN stage = 'accepted' THEN 1 ELSE 0 END), 0) AS BIGINT) \
           AS accepted, \
         CAST(COALESCE(SUM(CASE WHEN stage = 'arrived' THEN 1 ELSE 0 END), 0) AS BIGINT) \
           AS arrived, \
         CAST(COALESCE(SUM(CASE WHEN stage = 'done' THEN 1 ELSE 0 END), 0) AS BIGINT) AS done, \
         CAST(COALESCE(SUM(CASE WHEN stage = 'called_back' THEN 1 ELSE 0 END), 0) AS BIGINT) \
           AS called_back, \
         CAST(COALESCE(SUM(CASE WHEN due_at < $1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue, \
         CAST(COALESCE(SUM(CASE WHEN assignee_id = $2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS mine \
         FROM work_order WHERE community_id = $3 AND stage <> 'archived'")
    .bind(now)
    .bind(person)
    .bind(community)
    .one(conn)
    .await?)
}

/// What is not done yet, the oldest first.
pub async fn unfinished(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<OrderRow>, AppError> {
    Ok(sql("SELECT w.*, r.code AS room_code FROM work_order w \
         LEFT JOIN room r ON r.community_id = w.community_id AND r.id = w.room_id \
         WHERE w.community_id = $1 AND w.stage IN ('registered', 'dispatched', 'accepted', \
         'arrived') ORDER BY w.registered_at, w.id")
    .bind(community)
    .all(conn)
    .await?)
}

struct InHand(PersonId, i64);

impl Record for InHand {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(row.get("assignee_id")?, row.get("orders")?))
    }
}

/// How many orders each person has in hand.
pub async fn open_per_assignee(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<BTreeMap<PersonId, i64>, AppError> {
    let rows: Vec<InHand> = sql("SELECT assignee_id, COUNT(*) AS orders FROM work_order \
         WHERE community_id = $1 AND assignee_id IS NOT NULL \
         GROUP BY assignee_id ORDER BY assignee_id")
    .bind(community)
    .all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|InHand(id, orders)| (id, orders))
        .collect())
}
