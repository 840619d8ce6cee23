//! Shows what was altered in a community's chain, and what was lawfully erased.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value as Json;
use zhishou_base::{CommunityId, SecretId};

use super::entry::{Head, StoredEntry};
use super::hash::GENESIS;
use super::secret::{KeptSecret, Secret};
use crate::db::{Conn, DbError, sql};

/// Something that does not fit the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// The entry's columns no longer give its hash.
    Altered {
        /// Which entry.
        seq: i64,
    },
    /// The entry does not continue the one before it.
    BrokenLink {
        /// Which entry.
        seq: i64,
    },
    /// An entry is missing.
    Missing {
        /// Its position.
        seq: i64,
    },
    /// An erasable text was changed, or removed without an erasure entry.
    SecretAltered {
        /// The entry that refers to it.
        seq: i64,
        /// Its name in the entry.
        name: String,
    },
    /// The stored head is not the end of the chain.
    HeadDiffers {
        /// Position the head names.
        head_seq: i64,
        /// Last position found.
        last_seq: i64,
    },
}

/// A text that was erased by the privacy procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Erasure {
    /// The entry whose text is gone.
    pub seq: i64,
    /// Its name in the entry.
    pub name: String,
    /// The entry that recorded the erasure.
    pub erased_by: i64,
}

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// Number of entries read.
    pub entries: i64,
    /// Hash of the last entry, hex, to compare with a head kept outside.
    pub head: String,
    /// What does not fit; empty when the chain is intact.
    pub problems: Vec<Problem>,
    /// What was lawfully erased.
    pub erased: Vec<Erasure>,
}

const PAGE: i64 = 500;

/// Walks a community's whole chain.
///
/// # Errors
/// The database could not be read; what does not fit is in the report.
pub async fn verify_chain(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<VerifyReport, DbError> {
    let mut walk = Walk::default();
    loop {
        let page: Vec<(StoredEntry, [u8; 32])> = sql(
            "SELECT * FROM ledger_entry WHERE community_id = $1 AND seq > $2 \
                 ORDER BY seq LIMIT $3",
        )
        .bind(community)
        .bind(walk.last_seq)
        .bind(PAGE)
        .all(conn)
        .await?;
        if page.is_empty() {
            break;
        }
        for (entry, hash) in page {
            walk.step(&entry, hash);
        }
    }
    walk.check_head(conn, community).await?;
    walk.check_secrets(conn, community).await
}

#[derive(Default)]
struct Walk {
    last_seq: i64,
    last_hash: Option<[u8; 32]>,
    entries: i64,
    problems: Vec<Problem>,
    secrets: Vec<(i64, String, Secret)>,
    erasures: HashMap<SecretId, i64>,
}

impl Walk {
    fn step(&mut self, entry: &StoredEntry, hash: [u8; 32]) {
        for seq in self.last_seq + 1..entry.seq {
            self.problems.push(Problem::Missing { seq });
        }
        // Behind a missing entry the link cannot be judged.
        let follows = entry.seq == self.last_seq + 1;
        if follows && entry.prev_hash != self.last_hash.unwrap_or(GENESIS) {
            self.problems.push(Problem::BrokenLink { seq: entry.seq });
        }
        if entry.hash() == hash {
            self.collect_secrets(entry);
        } else {
            self.problems.push(Problem::Altered { seq: entry.seq });
        }
        self.last_seq = entry.seq;
        self.last_hash = Some(hash);
        self.entries += 1;
    }

    fn collect_secrets(&mut self, entry: &StoredEntry) {
        let Ok(body) = serde_json::from_str::<Json>(&entry.body_json) else {
            return;
        };
        for (name, value) in body
            .get("secrets")
            .and_then(Json::as_object)
            .into_iter()
            .flatten()
        {
            if let Some(secret) = Secret::from_json(value) {
                self.secrets.push((entry.seq, name.clone(), secret));
            }
        }
        for id in body
            .get("erased")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
        {
            if let Some(id) = id.as_str().and_then(|id| id.parse().ok()) {
                self.erasures.insert(id, entry.seq);
            }
        }
    }

    async fn check_head(&mut self, conn: &mut Conn, community: CommunityId) -> Result<(), DbError> {
        let head: Option<Head> = sql("SELECT seq, hash FROM ledger_head WHERE community_id = $1")
            .bind(community)
            .optional(conn)
            .await?;
        let (head_seq, head_hash) = head.map_or((0, GENESIS), |head| (head.seq, head.hash));
        if head_seq != self.last_seq || head_hash != self.last_hash.unwrap_or(GENESIS) {
            self.problems.push(Problem::HeadDiffers {
                head_seq,
                last_seq: self.last_seq,
            });
        }
        Ok(())
    }

    async fn check_secrets(
        mut self,
        conn: &mut Conn,
        community: CommunityId,
    ) -> Result<VerifyReport, DbError> {
        let mut erased = Vec::new();
        for (seq, name, secret) in std::mem::take(&mut self.secrets) {
            let kept: Option<KeptSecret> =
                sql("SELECT id, salt, text FROM ledger_secret WHERE community_id = $1 AND id = $2")
                    .bind(community)
                    .bind(secret.id)
                    .optional(conn)
                    .await?;
            match (kept, self.erasures.get(&secret.id)) {
                (Some(kept), _) if kept.id == secret.id && secret.matches(&kept) => {}
                (None, Some(erased_by)) => {
                    erased.push(Erasure {
                        seq,
                        name,
                        erased_by: *erased_by,
                    });
                }
                _ => self.problems.push(Problem::SecretAltered { seq, name }),
            }
        }
        self.problems.sort_by_key(Problem::seq);
        let head = self.last_hash.unwrap_or(GENESIS);
        Ok(VerifyReport {
            entries: self.entries,
            head: data_encoding::HEXLOWER.encode(&head),
            problems: self.problems,
            erased,
        })
    }
}

impl Problem {
    /// The entry the problem names.
    pub fn seq(&self) -> i64 {
        match self {
            Self::Altered { seq }
            | Self::BrokenLink { seq }
            | Self::Missing { seq }
            | Self::SecretAltered { seq, .. } => *seq,
            Self::HeadDiffers { last_seq, .. } => *last_seq,
        }
    }
}
