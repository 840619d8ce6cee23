//! Finding entries of the contact log.

use zhishou_base::{CommunityId, Instant, RoomId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Value, sql};
use zhishou_rules::desk::{ContactChannel, ContactKind};

use super::contact::Contact;
use crate::lists::{List, Page};

/// What a list of contacts is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct ContactFilter {
    /// From when.
    pub from: Option<Instant>,
    /// Until when, exclusive.
    pub until: Option<Instant>,
    /// What kind.
    pub kind: Option<ContactKind>,
    /// Which channel.
    pub channel: Option<ContactChannel>,
    /// Only what is neither settled nor taken over.
    pub open: bool,
    /// What was typed into the search.
    pub search: Option<ContactSearch>,
    /// Continue behind it.
    pub cursor: Option<String>,
    /// At most so many.
    pub limit: Option<i64>,
}

/// What was typed into the search of the log, read in several ways at once.
#[derive(Debug, Clone)]
pub struct ContactSearch {
    /// The words as typed: part of room, number, name, plate or content.
    pub words: String,
    /// The last digits of a phone number, four or more.
    pub digits: Option<String>,
    /// The home that is written so.
    pub room: Option<RoomId>,
}

impl ContactSearch {
    /// The condition and its values. Both sides are lowered, since only one of the engines
    /// compares letters by their case.
    fn condition(&self) -> (&'static str, Vec<Value>) {
        let plain = self.words.trim().replace(['%', '_', '\\'], "");
        let words = Value::from(format!("%{}%", plain.to_ascii_lowercase()));
        let mut values = vec![words; 5];
        let digits = self.digits.as_ref().map(|digits| format!("%{digits}"));
        // A reading that the words do not allow is NULL, which matches nothing.
        values.push(Value::from(digits));
        values.push(Value::from(self.room));
        (
            "LOWER(c.room_text) LIKE ? OR LOWER(c.number) LIKE ? OR LOWER(c.caller_name) LIKE ? \
             OR LOWER(c.content) LIKE ? OR LOWER(c.plate) LIKE ? \
             OR c.caller_phone LIKE ? OR c.room_id = ?",
            values,
        )
    }
}

/// A page of contacts, newest first; corrected ones are left out.
pub async fn contacts(
    conn: &mut Conn,
    community: CommunityId,
    filter: &ContactFilter,
) -> Result<Page<Contact>, AppError> {
    let mut list = List::newest_first(
        "SELECT c.*, c.happened_at AS list_at, c.id AS list_id FROM contact c",
        "c.happened_at",
        "c.id",
        community,
    )
    .filter("c.corrected_by_id IS NULL", Vec::new())
    .filter_opt("c.happened_at >= ?", filter.from)
    .filter_opt("c.happened_at < ?", filter.until)
    .filter_opt("c.kind = ?", filter.kind.map(ContactKind::as_str))
    .filter_opt("c.channel = ?", filter.channel.map(ContactChannel::as_str));
    if filter.open {
        list = list.filter(
            "c.settled_at IS NULL AND c.work_order_id IS NULL",
            Vec::new(),
        );
    }
    if let Some(search) = &filter.search {
        let (text, values) = search.condition();
        list = list.filter(text, values);
    }
    list.page(filter.cursor.as_deref(), filter.limit)?
        .fetch(conn)
        .await
}

/// Earlier contacts of a phone number or a home, newest first.
pub async fn earlier(
    conn: &mut Conn,
    community: CommunityId,
    (phone, room): (&str, Option<RoomId>),
    from: Instant,
    limit: i64,
) -> Result<Vec<Contact>, AppError> {
    Ok(sql(
        "SELECT * FROM contact WHERE community_id = $1 AND corrected_by_id IS NULL \
            AND happened_at >= $2 AND ((caller_phone = $3 AND caller_phone <> '') \
            OR room_id = $4) ORDER BY happened_at DESC, id DESC LIMIT $5",
    )
    .bind(community)
    .bind(from)
    .bind(phone)
    .bind(room)
    .bind(limit)
    .all(conn)
    .await?)
}

/// What is neither settled nor taken over by a work order, however long ago it was taken.
pub async fn open_contacts(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<Contact>, AppError> {
    Ok(sql(
        "SELECT * FROM contact WHERE community_id = $1 AND corrected_by_id IS NULL \
            AND settled_at IS NULL AND work_order_id IS NULL ORDER BY happened_at, id",
    )
    .bind(community)
    .all(conn)
    .await?)
}

/// How many contacts of one kind were taken.
#[derive(Debug, Clone, Copy)]
pub struct ContactTally {
    /// What they were about.
    pub kind: ContactKind,
    /// How many.
    pub taken: i64,
    /// Of these neither settled nor taken over by a work order.
    pub open: i64,
}

impl Record for ContactTally {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            kind: row.parse("kind")?,
            taken: row.get("taken")?,
            open: row.get("open_ones")?,
        })
    }
}

/// What was taken within a time, by kind.
pub async fn tally(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<ContactTally>, AppError> {
    Ok(sql("SELECT kind, COUNT(*) AS taken, \
         CAST(SUM(CASE WHEN settled_at IS NULL AND work_order_id IS NULL THEN 1 ELSE 0 END) \
           AS BIGINT) AS open_ones \
         FROM contact WHERE community_id = $1 AND corrected_by_id IS NULL \
         AND happened_at >= $2 AND happened_at < $3 GROUP BY kind ORDER BY kind")
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await?)
}
