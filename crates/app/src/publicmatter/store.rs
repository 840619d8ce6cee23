//! Public matters, their buildings and their calls as stored.

use zhishou_base::{
    BuildingId, CommunityId, ContactId, Instant, PersonId, PublicMatterId, WorkOrderId,
};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Value, sql};
use zhishou_rules::desk::ContactKind;
use zhishou_rules::people::building_order;
use zhishou_rules::publicmatter::PublicMatterInput;

use crate::desk::Contact;
use crate::lists::{List, Page};

/// A matter as stored, without its buildings.
#[derive(Debug, Clone)]
pub struct Matter {
    /// Which one.
    pub id: PublicMatterId,
    /// Human number, such as GG20261124-001.
    pub number: String,
    /// What the calls about it are.
    pub kind: ContactKind,
    /// 事由
    pub title: String,
    /// 统一口径
    pub answer: String,
    /// The work order that mends the cause.
    pub work_order: Option<WorkOrderId>,
    /// Who opened it.
    pub opened_by: Option<PersonId>,
    /// When.
    pub opened_at: Instant,
    /// Who ended it.
    pub closed_by: Option<PersonId>,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// How it ended.
    pub outcome: String,
    /// For edits by two people.
    pub version: i64,
    /// How many calls joined it.
    pub calls: i64,
}

/// A building that a matter concerns.
#[derive(Debug, Clone)]
pub struct Concerned {
    /// Which one.
    pub id: BuildingId,
    /// 楼栋
    pub name: String,
    /// How many homes it has.
    pub homes: i64,
}

/// What the rules see of a matter.
pub fn input_of(matter: &Matter, buildings: &[Concerned]) -> PublicMatterInput {
    PublicMatterInput {
        kind: matter.kind,
        title: matter.title.clone(),
        answer: matter.answer.clone(),
        building_ids: buildings.iter().map(|building| building.id).collect(),
        work_order_id: matter.work_order,
    }
}

impl Record for Matter {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            kind: row.parse("kind")?,
            title: row.get("title")?,
            answer: row.get("answer")?,
            work_order: row.get("work_order_id")?,
            opened_by: row.get("opened_by")?,
            opened_at: row.get("opened_at")?,
            closed_by: row.get("closed_by")?,
            closed_at: row.get("closed_at")?,
            outcome: row.get("outcome")?,
            version: row.get("version")?,
            calls: row.get("calls")?,
        })
    }
}

impl Record for Concerned {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            homes: row.get("homes")?,
        })
    }
}

/// Who did something, and when.
pub type ByAt = (Option<PersonId>, Instant);

/// Stores a new matter with its buildings.
pub async fn add(
    conn: &mut Conn,
    community: CommunityId,
    (id, number): (PublicMatterId, &str),
    input: &PublicMatterInput,
    (by, at): ByAt,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO public_matter (community_id, id, number, kind, title, answer, \
         work_order_id, opened_by, opened_at, outcome, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 1)",
    )
    .bind(community)
    .bind(id)
    .bind(number)
    .bind(input.kind.as_str())
    .bind(input.title.trim())
    .bind(input.answer.trim())
    .bind(input.work_order_id)
    .bind(by)
    .bind(at)
    .run(conn)
    .await?;
    add_buildings(conn, community, id, &input.building_ids).await
}

async fn add_buildings(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
    buildings: &[BuildingId],
) -> Result<(), AppError> {
    for building in buildings {
        sql(
            "INSERT INTO public_matter_building (community_id, matter_id, building_id) \
             VALUES ($1, $2, $3)",
        )
        .bind(community)
        .bind(id)
        .bind(*building)
        .run(conn)
        .await?;
    }
    Ok(())
}

/// Stores a changed matter if nobody else changed it; tells whether it did.
pub async fn save(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
    input: &PublicMatterInput,
    version: i64,
) -> Result<bool, AppError> {
    let changed = sql(
        "UPDATE public_matter SET kind = $1, title = $2, answer = $3, work_order_id = $4, \
         version = version + 1 WHERE community_id = $5 AND id = $6 AND version = $7",
    )
    .bind(input.kind.as_str())
    .bind(input.title.trim())
    .bind(input.answer.trim())
    .bind(input.work_order_id)
    .bind(community)
    .bind(id)
    .bind(version)
    .run(conn)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    sql("DELETE FROM public_matter_building WHERE community_id = $1 AND matter_id = $2")
        .bind(community)
        .bind(id)
        .run(conn)
        .await?;
    add_buildings(conn, community, id, &input.building_ids).await?;
    Ok(true)
}

/// Ends a matter.
pub async fn set_closed(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
    (by, at): ByAt,
    outcome: &str,
) -> Result<(), AppError> {
    sql(
        "UPDATE public_matter SET closed_by = $1, closed_at = $2, outcome = $3, \
         version = version + 1 WHERE community_id = $4 AND id = $5",
    )
    .bind(by)
    .bind(at)
    .bind(outcome)
    .bind(community)
    .bind(id)
    .run(conn)
    .await?;
    Ok(())
}

/// One matter.
pub async fn matter(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
) -> Result<Matter, AppError> {
    sql("SELECT c.*, (SELECT COUNT(*) FROM public_matter_call k \
         WHERE k.community_id = c.community_id AND k.matter_id = c.id) AS calls \
         FROM public_matter c WHERE c.community_id = $1 AND c.id = $2")
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound {
        what: "该公共事项"
    })
}

/// A page of matters, newest first: those that go on, or those that have ended.
pub async fn matters(
    conn: &mut Conn,
    community: CommunityId,
    closed: bool,
    (cursor, limit): (Option<&str>, Option<i64>),
) -> Result<Page<Matter>, AppError> {
    let which = if closed {
        "c.closed_at IS NOT NULL"
    } else {
        "c.closed_at IS NULL"
    };
    List::newest_first(
        "SELECT c.*, c.opened_at AS list_at, c.id AS list_id, \
         (SELECT COUNT(*) FROM public_matter_call k \
         WHERE k.community_id = c.community_id AND k.matter_id = c.id) AS calls \
         FROM public_matter c",
        "c.opened_at",
        "c.id",
        community,
    )
    .filter(which, Vec::new())
    .page(cursor, limit)?
    .fetch(conn)
    .await
}

/// The buildings that a matter concerns, as people count them.
pub async fn buildings_of(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
) -> Result<Vec<Concerned>, AppError> {
    let mut found: Vec<Concerned> = sql("SELECT b.id, b.name, (SELECT COUNT(*) FROM room r \
         WHERE r.community_id = b.community_id AND r.building_id = b.id) AS homes \
         FROM public_matter_building m \
         JOIN building b ON b.community_id = m.community_id AND b.id = m.building_id \
         WHERE m.community_id = $1 AND m.matter_id = $2 ORDER BY b.name, b.id")
    .bind(community)
    .bind(id)
    .all(conn)
    .await?;
    found.sort_by_key(|building| building_order(&building.name));
    Ok(found)
}

/// Lets a contact join a matter.
pub async fn add_call(
    conn: &mut Conn,
    community: CommunityId,
    (matter, contact): (PublicMatterId, ContactId),
    (by, at): ByAt,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO public_matter_call (community_id, contact_id, matter_id, joined_at, \
         joined_by) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(community)
    .bind(contact)
    .bind(matter)
    .bind(at)
    .bind(by)
    .run(conn)
    .await?;
    Ok(())
}

/// Whether a contact has joined a matter, this one or another.
pub async fn has_joined(
    conn: &mut Conn,
    community: CommunityId,
    contact: ContactId,
) -> Result<bool, AppError> {
    let row: Option<(PublicMatterId,)> = sql("SELECT matter_id AS value FROM public_matter_call \
         WHERE community_id = $1 AND contact_id = $2")
    .bind(community)
    .bind(contact)
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

/// A page of the calls of a matter, the last to join first; a corrected contact is shown as it
/// stands now.
pub async fn calls(
    conn: &mut Conn,
    community: CommunityId,
    matter: PublicMatterId,
    (cursor, limit): (Option<&str>, Option<i64>),
) -> Result<Page<Contact>, AppError> {
    List::newest_first(
        "SELECT c.*, k.joined_at AS list_at, c.id AS list_id FROM public_matter_call k \
         JOIN contact j ON j.community_id = k.community_id AND j.id = k.contact_id \
         JOIN contact c ON c.community_id = j.community_id AND c.number = j.number \
         AND c.corrected_by_id IS NULL",
        "k.joined_at",
        "c.id",
        community,
    )
    .filter("k.matter_id = ?", vec![Value::from(matter)])
    .page(cursor, limit)?
    .fetch(conn)
    .await
}
