//! Planned duties.

use std::collections::BTreeSet;

use zhishou_base::{CommunityId, Date, DutyId, Instant, PersonId, PostId, Span, VersionId};
use zhishou_platform::{Act, Conn, DbError, Record, Row, sql};
use zhishou_rules::coverage::{Duty, DutyChange, DutyMode};

use super::super::terms::PostTerms;

/// A duty with what only the record needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDuty {
    /// The post it is a duty of.
    pub post: PostId,
    /// The regulation version it is judged by.
    pub version: VersionId,
    /// Whether it is a night duty.
    pub night: bool,
    /// What the regulation says about the post during this duty.
    pub terms: PostTerms,
    /// The duty itself.
    pub duty: Duty,
}

impl Record for StoredDuty {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let change = match row.get::<String>("change_kind")?.as_str() {
            "one_tap" => DutyChange::OneTap,
            "line_transfer" => DutyChange::LineTransfer {
                to_post: row.get("change_post_id")?,
            },
            _ => DutyChange::Handover,
        };
        Ok(Self {
            post: row.get("post_id")?,
            version: row.get("version_id")?,
            night: row.get("night")?,
            terms: row.json("terms_json")?,
            duty: Duty {
                id: row.get("id")?,
                shift: row.get("shift_key")?,
                date: row.get::<Date>("duty_date")?,
                starts_at: row.get("starts_at")?,
                ends_at: row.get("ends_at")?,
                within: row.get("within_shift")?,
                change,
                mode: read_mode(row)?,
                roles: row.json("roles_json")?,
                count: row.get("people")?,
                sign_in_lead: row.get::<Span>("sign_in_lead")?,
                optional: row.get("optional")?,
                assigned: Vec::new(),
            },
        })
    }
}

/// Reads the columns `mode` and `response_minutes`.
pub(super) fn read_mode(row: &Row) -> Result<DutyMode, DbError> {
    Ok(match row.get::<String>("mode")?.as_str() {
        "on_call" => DutyMode::OnCall {
            response_minutes: row.get("response_minutes")?,
        },
        _ => DutyMode::AtPost,
    })
}

/// The columns `mode` and `response_minutes` as stored.
pub(super) fn mode_columns(mode: DutyMode) -> (&'static str, Option<u32>) {
    match mode {
        DutyMode::AtPost => ("at_post", None),
        DutyMode::OnCall { response_minutes } => ("on_call", Some(response_minutes)),
    }
}

struct Assigned {
    duty: DutyId,
    person: PersonId,
}

impl Record for Assigned {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            duty: row.get("duty_id")?,
            person: row.get("person_id")?,
        })
    }
}

/// The duties that touch a time, and those an open hold stands, with the people named for them.
pub async fn duties_around(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<StoredDuty>, DbError> {
    let mut duties: Vec<StoredDuty> = sql(
        "SELECT d.id, d.post_id, d.version_id, d.shift_key, d.duty_date, d.starts_at, d.ends_at, \
         d.within_shift, d.change_kind, d.change_post_id, d.mode, d.response_minutes, \
         d.roles_json, d.people, d.sign_in_lead, d.optional, d.night, d.terms_json FROM duty d \
         WHERE d.community_id = $1 AND ((d.ends_at > $2 AND d.starts_at < $3) \
         OR d.id IN (SELECT h.duty_id FROM post_hold h \
             WHERE h.community_id = $4 AND h.to_at IS NULL)) \
         ORDER BY d.starts_at, d.ends_at DESC, d.id",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .bind(community)
    .all(conn)
    .await?;
    let assigned: Vec<Assigned> = sql("SELECT p.duty_id, p.person_id FROM duty_person p \
         JOIN duty d ON d.community_id = p.community_id AND d.id = p.duty_id \
         WHERE p.community_id = $1 AND ((d.ends_at > $2 AND d.starts_at < $3) \
         OR d.id IN (SELECT h.duty_id FROM post_hold h \
             WHERE h.community_id = $4 AND h.to_at IS NULL)) \
         ORDER BY p.duty_id, p.place, p.person_id")
    .bind(community)
    .bind(from)
    .bind(to)
    .bind(community)
    .all(conn)
    .await?;
    for named in assigned {
        if let Some(stored) = duties
            .iter_mut()
            .find(|stored| stored.duty.id == named.duty)
        {
            stored.duty.assigned.push(named.person);
        }
    }
    Ok(duties)
}

/// The coming duties for which somebody has signed in or that somebody already stands.
pub async fn touched_duties(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
) -> Result<BTreeSet<DutyId>, DbError> {
    let rows: Vec<(DutyId,)> = sql(
        "SELECT d.id AS value FROM duty d WHERE d.community_id = $1 AND d.ends_at > $2 \
         AND (EXISTS (SELECT 1 FROM sign_in s \
             WHERE s.community_id = d.community_id AND s.duty_id = d.id) \
         OR EXISTS (SELECT 1 FROM post_hold h \
             WHERE h.community_id = d.community_id AND h.duty_id = d.id)) ORDER BY d.id",
    )
    .bind(community)
    .bind(from)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// One duty, without the people named for it.
pub async fn duty(
    conn: &mut Conn,
    community: CommunityId,
    id: DutyId,
) -> Result<Option<StoredDuty>, DbError> {
    sql(
        "SELECT id, post_id, version_id, shift_key, duty_date, starts_at, ends_at, within_shift, \
         change_kind, change_post_id, mode, response_minutes, roles_json, people, sign_in_lead, \
         optional, night, terms_json FROM duty WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await
}

/// Stores a new duty.
pub async fn add_duty(act: &mut Act, stored: &StoredDuty) -> Result<(), DbError> {
    let community = act.community();
    let duty = &stored.duty;
    let (mode, response) = mode_columns(duty.mode);
    let (change, to_post) = change_columns(duty.change);
    sql(
        "INSERT INTO duty (community_id, id, post_id, version_id, shift_key, duty_date, \
         starts_at, ends_at, within_shift, change_kind, change_post_id, mode, response_minutes, \
         roles_json, people, sign_in_lead, optional, night, terms_json) VALUES ($1, $2, $3, $4, \
         $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    )
    .bind(community)
    .bind(duty.id)
    .bind(stored.post)
    .bind(stored.version)
    .bind(&duty.shift)
    .bind(duty.date)
    .bind(duty.starts_at)
    .bind(duty.ends_at)
    .bind(duty.within.as_deref())
    .bind(change)
    .bind(to_post)
    .bind(mode)
    .bind(response)
    .bind(json_text(&duty.roles))
    .bind(duty.count)
    .bind(duty.sign_in_lead)
    .bind(duty.optional)
    .bind(stored.night)
    .bind(json_text(&stored.terms))
    .run(act)
    .await?;
    set_assigned(act, duty.id, &duty.assigned).await
}

/// Changes a duty that has not begun.
pub async fn change_duty(act: &mut Act, stored: &StoredDuty) -> Result<(), DbError> {
    let community = act.community();
    let duty = &stored.duty;
    let (mode, response) = mode_columns(duty.mode);
    let (change, to_post) = change_columns(duty.change);
    sql(
        "UPDATE duty SET version_id = $1, starts_at = $2, ends_at = $3, within_shift = $4, \
         change_kind = $5, change_post_id = $6, mode = $7, response_minutes = $8, \
         roles_json = $9, people = $10, sign_in_lead = $11, optional = $12, night = $13, \
         terms_json = $14 WHERE community_id = $15 AND id = $16",
    )
    .bind(stored.version)
    .bind(duty.starts_at)
    .bind(duty.ends_at)
    .bind(duty.within.as_deref())
    .bind(change)
    .bind(to_post)
    .bind(mode)
    .bind(response)
    .bind(json_text(&duty.roles))
    .bind(duty.count)
    .bind(duty.sign_in_lead)
    .bind(duty.optional)
    .bind(stored.night)
    .bind(json_text(&stored.terms))
    .bind(community)
    .bind(duty.id)
    .run(act)
    .await?;
    set_assigned(act, duty.id, &duty.assigned).await
}

/// Drops a duty that never began and that the plan no longer has.
pub async fn drop_duty(act: &mut Act, id: DutyId) -> Result<(), DbError> {
    let community = act.community();
    set_assigned(act, id, &[]).await?;
    sql("DELETE FROM duty WHERE community_id = $1 AND id = $2")
        .bind(community)
        .bind(id)
        .run(act)
        .await?;
    Ok(())
}

/// Names the people of a duty, the first of them responsible.
async fn set_assigned(act: &mut Act, id: DutyId, people: &[PersonId]) -> Result<(), DbError> {
    let community = act.community();
    sql("DELETE FROM duty_person WHERE community_id = $1 AND duty_id = $2")
        .bind(community)
        .bind(id)
        .run(act)
        .await?;
    for (place, person) in (0_i64..).zip(people) {
        sql(
            "INSERT INTO duty_person (community_id, duty_id, person_id, place) \
             VALUES ($1, $2, $3, $4)",
        )
        .bind(community)
        .bind(id)
        .bind(*person)
        .bind(place)
        .run(act)
        .await?;
    }
    Ok(())
}

fn change_columns(change: DutyChange) -> (&'static str, Option<PostId>) {
    match change {
        DutyChange::Handover => ("handover", None),
        DutyChange::OneTap => ("one_tap", None),
        DutyChange::LineTransfer { to_post } => ("line_transfer", Some(to_post)),
    }
}

/// JSON of values that always have one.
pub(super) fn json_text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
