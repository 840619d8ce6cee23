//! The ends of the chains, and how often things stand in them.

use serde::{Deserialize, Serialize};
use zhishou_base::{CommunityId, Instant};

use crate::db::{Conn, DbError, Record, Row, sql};

/// The position of the last entry; 0 for an empty or unknown chain.
pub async fn last_seq(conn: &mut Conn, community: CommunityId) -> Result<i64, DbError> {
    let row: Option<(i64,)> = sql("SELECT seq AS value FROM ledger_head WHERE community_id = $1")
        .bind(community)
        .optional(conn)
        .await?;
    Ok(row.map_or(0, |(seq,)| seq))
}

/// All chains of the installation.
pub async fn chains(conn: &mut Conn) -> Result<Vec<CommunityId>, DbError> {
    let rows: Vec<(CommunityId,)> =
        sql("SELECT community_id AS value FROM ledger_head ORDER BY community_id")
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|(community,)| community).collect())
}

/// The last entry of a chain, to compare with a head kept outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainHead {
    /// Whose chain it is.
    pub community_id: CommunityId,
    /// Position of the last entry.
    pub seq: i64,
    /// Its hash, hex.
    pub hash: String,
}

impl Record for ChainHead {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let hash: [u8; 32] = row.get("hash")?;
        Ok(Self {
            community_id: row.get("community_id")?,
            seq: row.get("seq")?,
            hash: data_encoding::HEXLOWER.encode(&hash),
        })
    }
}

/// The heads of all chains.
pub async fn heads(conn: &mut Conn) -> Result<Vec<ChainHead>, DbError> {
    sql("SELECT community_id, seq, hash FROM ledger_head ORDER BY community_id")
        .all(conn)
        .await
}

/// The head of one chain; nothing for an empty one.
pub async fn head_of(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Option<ChainHead>, DbError> {
    sql("SELECT community_id, seq, hash FROM ledger_head WHERE community_id = $1")
        .bind(community)
        .optional(conn)
        .await
}

/// How often one thing happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbCount {
    /// What happened, such as `workorder.registered`.
    pub verb: String,
    /// How many entries say so.
    pub entries: i64,
}

impl Record for VerbCount {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            verb: row.get("verb")?,
            entries: row.get("entries")?,
        })
    }
}

/// How often each thing happened within a time, by verb.
pub async fn verbs_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<VerbCount>, DbError> {
    sql(
        "SELECT verb, COUNT(*) AS entries FROM ledger_entry WHERE community_id = $1 \
         AND happened_at >= $2 AND happened_at < $3 GROUP BY verb ORDER BY verb",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await
}

/// The hash of one entry in hex, to compare with a head kept outside.
pub async fn hash_at(
    conn: &mut Conn,
    community: CommunityId,
    seq: i64,
) -> Result<Option<String>, DbError> {
    let row: Option<([u8; 32],)> =
        sql("SELECT hash AS value FROM ledger_entry WHERE community_id = $1 AND seq = $2")
            .bind(community)
            .bind(seq)
            .optional(conn)
            .await?;
    Ok(row.map(|(hash,)| data_encoding::HEXLOWER.encode(&hash)))
}
