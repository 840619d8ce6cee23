//! Alerts: calls that ring on screens until a person answers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use zhishou_base::{AlertId, CommunityId, Instant, PersonId, PostId, SubjectId};

use crate::act::Act;
use crate::db::{Conn, DbError, sql};
use crate::error::AppError;

/// Who owes something or is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "key", rename_all = "snake_case")]
pub enum Target {
    /// One person.
    Person(PersonId),
    /// Whoever answers for a post.
    Post(PostId),
    /// Everyone with a role in the community, by the role's word.
    Role(String),
}

impl Target {
    /// The word stored beside the key.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Post(_) => "post",
            Self::Role(_) => "role",
        }
    }

    /// The key as stored.
    pub fn key(&self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::Post(id) => id.to_string(),
            Self::Role(role) => role.clone(),
        }
    }

    /// Reads kind and key as stored.
    ///
    /// # Errors
    /// An unknown kind or a key that is no identifier.
    pub fn parse(kind: &str, key: &str) -> Result<Self, String> {
        match kind {
            "person" => key
                .parse()
                .map(Self::Person)
                .map_err(|error| format!("{error}")),
            "post" => key
                .parse()
                .map(Self::Post)
                .map_err(|error| format!("{error}")),
            "role" => Ok(Self::Role(key.to_owned())),
            other => Err(format!("“{other}” is not a kind of target")),
        }
    }
}

/// How loudly an alert rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Shown; no sound.
    Notice,
    /// Rings once.
    Ordinary,
    /// Rings until answered.
    Urgent,
}

impl Urgency {
    /// The word stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Ordinary => "ordinary",
            Self::Urgent => "urgent",
        }
    }
}

impl fmt::Display for Urgency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Urgency {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "notice" => Ok(Self::Notice),
            "ordinary" => Ok(Self::Ordinary),
            "urgent" => Ok(Self::Urgent),
            other => Err(format!("“{other}” is not an urgency")),
        }
    }
}

/// A call to be made.
#[derive(Debug, Clone)]
pub struct Ring {
    /// Who is called.
    pub target: Target,
    /// How loudly.
    pub urgency: Urgency,
    /// What for, a stable word such as `post_unattended`.
    pub kind: &'static str,
    /// What it is about.
    pub subject_kind: &'static str,
    /// Which one.
    pub subject: SubjectId,
    /// The post concerned.
    pub post: Option<PostId>,
    /// Facts for the screen; no personal data.
    pub body: Json,
}

pub(crate) async fn raise(
    conn: &mut Conn,
    community: CommunityId,
    id: AlertId,
    at: Instant,
    ring: &Ring,
) -> Result<(), DbError> {
    sql(
        "INSERT INTO alert (community_id, id, target_kind, target_key, urgency, kind, \
         subject_kind, subject_id, post_id, body_json, raised_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(community)
    .bind(id)
    .bind(ring.target.kind())
    .bind(ring.target.key())
    .bind(ring.urgency.as_str())
    .bind(ring.kind)
    .bind(ring.subject_kind)
    .bind(ring.subject)
    .bind(ring.post)
    .bind(ring.body.to_string())
    .bind(at)
    .run(conn)
    .await?;
    Ok(())
}

impl Act {
    /// Stops the rings of a kind about a subject: the actor just did what they call for.
    /// Tells how many rang.
    pub async fn stop_rings(
        &mut self,
        kind: &'static str,
        subject: SubjectId,
    ) -> Result<u64, AppError> {
        let (community, now) = (self.community(), self.now());
        let person = self.actor().person;
        Ok(sql(
            "UPDATE alert SET answered_at = $1, answered_by = $2, answer = 'done' \
             WHERE community_id = $3 AND subject_id = $4 AND kind = $5 \
             AND answered_at IS NULL",
        )
        .bind(now)
        .bind(person)
        .bind(community)
        .bind(subject)
        .bind(kind)
        .run(self)
        .await?)
    }
}
