//! One entry, and how it is appended.

use serde::Serialize;
use serde_json::{Map, Value as Json};
use zhishou_base::{ActId, Actor, CommunityId, DutyId, Instant, PostId, SubjectId};

use super::Secret;
use super::hash::{GENESIS, RowHasher};
use crate::db::{Conn, DbError, Record, Row, sql};
use crate::error::AppError;

/// Position of an entry in its community's chain, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Seq(pub i64);

/// What an act says happened.
#[derive(Debug, Clone)]
pub struct Entry {
    verb: &'static str,
    subject_kind: &'static str,
    subject: Option<SubjectId>,
    post: Option<PostId>,
    duty: Option<DutyId>,
    body: Map<String, Json>,
    secrets: Map<String, Json>,
    broken: Option<String>,
}

impl Entry {
    /// An entry with its verb, a past-tense word such as `coverage.relief_accepted`.
    pub fn new(verb: &'static str) -> Self {
        Self {
            verb,
            subject_kind: "community",
            subject: None,
            post: None,
            duty: None,
            body: Map::new(),
            secrets: Map::new(),
            broken: None,
        }
    }

    /// What the entry is about; without it, the community.
    pub fn subject(mut self, kind: &'static str, id: SubjectId) -> Self {
        self.subject_kind = kind;
        self.subject = Some(id);
        self
    }

    /// The post whose duty log shows the entry; without it, the post the actor holds.
    pub fn post(mut self, post: impl Into<Option<PostId>>) -> Self {
        self.post = post.into();
        self
    }

    /// The duty period the entry belongs to; without it, the one the actor is on.
    pub fn duty(mut self, duty: impl Into<Option<DutyId>>) -> Self {
        self.duty = duty.into();
        self
    }

    /// The facts, a struct or map. No personal data and nothing people said: see [`Self::secret`].
    pub fn body(mut self, facts: &impl Serialize) -> Self {
        match serde_json::to_value(facts) {
            Ok(Json::Object(map)) => self.body.extend(map),
            Ok(_) => self.broken = Some("the body of an entry must be an object".to_owned()),
            Err(error) => self.broken = Some(error.to_string()),
        }
        self
    }

    /// Erasable text under a name of its own; the body holds only its digest.
    pub fn secret(mut self, name: &str, secret: &Secret) -> Self {
        self.secrets.insert(name.to_owned(), secret.to_json());
        self
    }
}

/// The end of a community's chain, locked for one act.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: [u8; 32],
}

impl Record for Head {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            seq: row.get("seq")?,
            hash: row.get("hash")?,
        })
    }
}

/// Begins the chain of a new community; an existing one is left alone.
pub(crate) async fn open_chain(conn: &mut Conn, community: CommunityId) -> Result<(), DbError> {
    sql(
        "INSERT INTO ledger_head (community_id, seq, hash) VALUES ($1, 0, $2) \
         ON CONFLICT (community_id) DO NOTHING",
    )
    .bind(community)
    .bind(GENESIS)
    .run(conn)
    .await?;
    Ok(())
}

/// Locks the head of a community's chain until the transaction ends.
pub(crate) async fn lock_head(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Option<Head>, DbError> {
    // An UPDATE takes the row lock on PostgreSQL and the write lock on SQLite alike.
    sql("UPDATE ledger_head SET seq = seq WHERE community_id = $1 RETURNING seq, hash")
        .bind(community)
        .optional(conn)
        .await
}

/// Stores the new end of the chain.
pub(crate) async fn save_head(
    conn: &mut Conn,
    community: CommunityId,
    head: &Head,
) -> Result<(), DbError> {
    sql("UPDATE ledger_head SET seq = $1, hash = $2 WHERE community_id = $3")
        .bind(head.seq)
        .bind(head.hash)
        .bind(community)
        .run(conn)
        .await?;
    Ok(())
}

/// One stored row, exactly as it is hashed.
#[derive(Debug, Clone)]
pub(super) struct StoredEntry {
    pub(super) community: CommunityId,
    pub(super) seq: i64,
    pub(super) act: ActId,
    pub(super) happened_at: Instant,
    pub(super) recorded_at: Instant,
    pub(super) actor_kind: String,
    pub(super) actor_ids: [Option<Vec<u8>>; 4],
    pub(super) post: Option<Vec<u8>>,
    pub(super) shift: Option<Vec<u8>>,
    pub(super) subject_kind: String,
    pub(super) subject: Vec<u8>,
    pub(super) verb: String,
    pub(super) body_json: String,
    pub(super) prev_hash: [u8; 32],
}

impl StoredEntry {
    pub(super) fn hash(&self) -> [u8; 32] {
        let mut hasher = RowHasher::new()
            .bytes(self.community.as_bytes())
            .int(self.seq)
            .bytes(self.act.as_bytes())
            .int(self.happened_at.0)
            .int(self.recorded_at.0)
            .bytes(self.actor_kind.as_bytes());
        for id in &self.actor_ids {
            hasher = hasher.optional(id.as_deref());
        }
        hasher
            .optional(self.post.as_deref())
            .optional(self.shift.as_deref())
            .bytes(self.subject_kind.as_bytes())
            .bytes(&self.subject)
            .bytes(self.verb.as_bytes())
            .bytes(self.body_json.as_bytes())
            .bytes(&self.prev_hash)
            .finish()
    }
}

/// The circumstances of an act, the same for all its entries.
pub(crate) struct Circumstances<'a> {
    pub(crate) community: CommunityId,
    pub(crate) act: ActId,
    pub(crate) actor: &'a Actor,
    pub(crate) duty: Option<DutyId>,
    pub(crate) happened_at: Instant,
    pub(crate) recorded_at: Instant,
}

/// Appends an entry behind `head` and moves `head`.
pub(crate) async fn append(
    conn: &mut Conn,
    of: &Circumstances<'_>,
    head: &mut Head,
    entry: Entry,
) -> Result<Seq, AppError> {
    let stored = compose(of, head, entry)?;
    let hash = stored.hash();
    insert(conn, &stored, hash).await?;
    *head = Head {
        seq: stored.seq,
        hash,
    };
    Ok(Seq(stored.seq))
}

fn compose(of: &Circumstances<'_>, head: &Head, entry: Entry) -> Result<StoredEntry, AppError> {
    if let Some(problem) = entry.broken {
        return Err(AppError::internal(format!(
            "entry {}: {problem}",
            entry.verb
        )));
    }
    let mut body = entry.body;
    if !entry.secrets.is_empty() {
        body.insert("secrets".to_owned(), Json::Object(entry.secrets));
    }
    let actor = of.actor;
    let raw = |bytes: &[u8; 16]| bytes.to_vec();
    Ok(StoredEntry {
        community: of.community,
        seq: head.seq + 1,
        act: of.act,
        happened_at: of.happened_at,
        recorded_at: of.recorded_at,
        actor_kind: actor.kind.as_str().to_owned(),
        actor_ids: [
            actor.account.map(|id| raw(id.as_bytes())),
            actor.person.map(|id| raw(id.as_bytes())),
            actor.post.map(|id| raw(id.as_bytes())),
            actor.device.map(|id| raw(id.as_bytes())),
        ],
        post: entry.post.or(actor.post).map(|id| raw(id.as_bytes())),
        shift: entry.duty.or(of.duty).map(|id| raw(id.as_bytes())),
        subject_kind: entry.subject_kind.to_owned(),
        subject: raw(entry.subject.unwrap_or(of.community.subject()).as_bytes()),
        verb: entry.verb.to_owned(),
        body_json: Json::Object(body).to_string(),
        prev_hash: head.hash,
    })
}

async fn insert(conn: &mut Conn, row: &StoredEntry, hash: [u8; 32]) -> Result<(), DbError> {
    let [account, person, post, device] = row.actor_ids.clone();
    sql(
        "INSERT INTO ledger_entry (community_id, seq, act_id, happened_at, recorded_at, \
         actor_kind, actor_account_id, actor_person_id, actor_post_id, actor_device_id, post_id, \
         shift_id, subject_kind, subject_id, verb, body_json, prev_hash, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(row.community)
    .bind(row.seq)
    .bind(row.act)
    .bind(row.happened_at)
    .bind(row.recorded_at)
    .bind(&row.actor_kind)
    .bind(account)
    .bind(person)
    .bind(post)
    .bind(device)
    .bind(row.post.clone())
    .bind(row.shift.clone())
    .bind(&row.subject_kind)
    .bind(row.subject.clone())
    .bind(&row.verb)
    .bind(&row.body_json)
    .bind(row.prev_hash)
    .bind(hash)
    .run(conn)
    .await?;
    Ok(())
}

impl Record for (StoredEntry, [u8; 32]) {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let stored = StoredEntry {
            community: row.get("community_id")?,
            seq: row.get("seq")?,
            act: row.get("act_id")?,
            happened_at: row.get("happened_at")?,
            recorded_at: row.get("recorded_at")?,
            actor_kind: row.get("actor_kind")?,
            actor_ids: [
                row.get("actor_account_id")?,
                row.get("actor_person_id")?,
                row.get("actor_post_id")?,
                row.get("actor_device_id")?,
            ],
            post: row.get("post_id")?,
            shift: row.get("shift_id")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
            verb: row.get("verb")?,
            body_json: row.get("body_json")?,
            prev_hash: row.get("prev_hash")?,
        };
        Ok((stored, row.get("hash")?))
    }
}
