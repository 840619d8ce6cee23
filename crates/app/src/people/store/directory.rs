//! Reading who and what there is: the community, its posts and its staff.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, Date, PersonId, PostId, UtcOffset};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::access::Role;
use zhishou_rules::people::{Employment, PostKind};

/// A community.
#[derive(Debug, Clone)]
pub struct Community {
    /// Which one.
    pub id: CommunityId,
    /// 小区名称
    pub name: String,
    /// How far its clock is ahead of UTC.
    pub offset: UtcOffset,
}

/// A post.
#[derive(Debug, Clone)]
pub struct Post {
    /// Which one.
    pub id: PostId,
    /// The word that regulations use for it.
    pub key: String,
    /// 岗位名称
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// What kind of place it is.
    pub kind: PostKind,
    /// 值班电话
    pub phone: String,
    /// For edits by two people.
    pub version: i64,
}

/// A member of staff.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// 姓名
    pub name: String,
    /// Digits of the phone number.
    pub phone: Option<String>,
    /// 部门
    pub department: String,
    /// First and last day of work.
    pub employment: Employment,
    /// Whether an identity number is stored.
    pub has_identity_number: bool,
    /// For edits by two people.
    pub version: i64,
    /// Roles in the community.
    pub roles: Vec<Role>,
    /// 技能与证书
    pub skills: Vec<String>,
}

impl Record for Community {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            offset: UtcOffset(row.get("utc_offset_minutes")?),
        })
    }
}

impl Record for Post {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            key: row.get("key")?,
            name: row.get("name")?,
            name_en: row.get("name_en")?,
            kind: row.parse("kind")?,
            phone: row.get("phone")?,
            version: row.get("version")?,
        })
    }
}

impl Record for Person {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            department: row.get("department")?,
            employment: Employment {
                joined_on: row.get("joined_on")?,
                left_on: row.get("left_on")?,
            },
            has_identity_number: row.get::<Option<Vec<u8>>>("identity_sealed")?.is_some(),
            version: row.get("version")?,
            roles: Vec::new(),
            skills: Vec::new(),
        })
    }
}

/// Every community of the installation.
pub async fn communities(conn: &mut Conn) -> Result<Vec<Community>, AppError> {
    Ok(
        sql("SELECT id, name, utc_offset_minutes FROM community ORDER BY id")
            .all(conn)
            .await?,
    )
}

/// One community.
pub async fn community(conn: &mut Conn, id: CommunityId) -> Result<Community, AppError> {
    sql("SELECT id, name, utc_offset_minutes FROM community WHERE id = $1")
        .bind(id)
        .optional(conn)
        .await?
        .ok_or(AppError::NotFound { what: "该小区" })
}

/// The posts of a community, in the order in which they were added.
pub async fn posts(conn: &mut Conn, community: CommunityId) -> Result<Vec<Post>, AppError> {
    Ok(sql(
        "SELECT id, key, name, name_en, kind, phone, version FROM post \
            WHERE community_id = $1 ORDER BY position, id",
    )
    .bind(community)
    .all(conn)
    .await?)
}

/// The desk, the first post of that kind; it follows every call and order of the community.
pub async fn desk(conn: &mut Conn, community: CommunityId) -> Result<Option<Post>, AppError> {
    let posts = posts(conn, community).await?;
    Ok(posts.into_iter().find(|post| post.kind == PostKind::Desk))
}

/// One post.
pub async fn post(conn: &mut Conn, community: CommunityId, id: PostId) -> Result<Post, AppError> {
    sql(
        "SELECT id, key, name, name_en, kind, phone, version FROM post \
         WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该岗位" })
}

struct Word {
    person: PersonId,
    word: String,
}

impl Record for Word {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            person: row.get("person_id")?,
            word: row.get("word")?,
        })
    }
}

async fn words(
    conn: &mut Conn,
    community: CommunityId,
    text: &'static str,
) -> Result<BTreeMap<PersonId, Vec<String>>, AppError> {
    let rows: Vec<Word> = sql(text).bind(community).all(conn).await?;
    let mut words: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for Word { person, word } in rows {
        words.entry(person).or_default().push(word);
    }
    Ok(words)
}

/// All staff of a community, those who have left included, by their names' letters.
pub async fn staff(conn: &mut Conn, community: CommunityId) -> Result<Vec<Person>, AppError> {
    let mut roles = words(
        conn,
        community,
        "SELECT person_id, role AS word FROM person_role WHERE community_id = $1 \
         ORDER BY person_id, role",
    )
    .await?;
    let mut skills = words(
        conn,
        community,
        "SELECT person_id, skill AS word FROM person_skill WHERE community_id = $1 \
         ORDER BY person_id, skill",
    )
    .await?;
    let mut people: Vec<Person> = sql("SELECT id, name, phone, department, identity_sealed, \
         joined_on, left_on, version FROM person WHERE community_id = $1 ORDER BY name_keys, id")
    .bind(community)
    .all(conn)
    .await?;
    for person in &mut people {
        let words = roles.remove(&person.id).unwrap_or_default();
        person.roles = words.iter().filter_map(|word| word.parse().ok()).collect();
        person.skills = skills.remove(&person.id).unwrap_or_default();
    }
    Ok(people)
}

/// One member of staff.
pub async fn person(
    conn: &mut Conn,
    community: CommunityId,
    id: PersonId,
) -> Result<Person, AppError> {
    staff(conn, community)
        .await?
        .into_iter()
        .find(|person| person.id == id)
        .ok_or(AppError::NotFound { what: "该人员" })
}

struct Name(PersonId, String);

impl Record for Name {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(row.get("id")?, row.get("name")?))
    }
}

/// Names of all staff, those who have left included.
pub async fn names(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<BTreeMap<PersonId, String>, AppError> {
    let rows: Vec<Name> = sql("SELECT id, name FROM person WHERE community_id = $1 ORDER BY id")
        .bind(community)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|Name(id, name)| (id, name)).collect())
}

/// The people who hold a role and work on a date.
pub async fn people_with_role(
    conn: &mut Conn,
    community: CommunityId,
    role: Role,
    date: Date,
) -> Result<Vec<Person>, AppError> {
    let mut people = staff(conn, community).await?;
    people.retain(|person| person.roles.contains(&role) && person.employment.is_active_on(date));
    Ok(people)
}
