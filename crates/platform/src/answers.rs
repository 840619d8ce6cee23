//! Answers given to acts with a client id, kept for a while so that a repeated request gets the
//! first answer again.

use serde::Serialize;
use uuid::Uuid;
use zhishou_base::Span;

use crate::act::{Act, ActRequest};
use crate::db::{DbError, Record, Row, sql};
use crate::error::AppError;
use crate::platform::Platform;

/// How long an answer is kept: longer than a phone's queue waits for the network.
const KEPT: Span = Span::days(7);
/// An erasure leaves only answers that a client may still be waiting for.
const KEPT_BY_ERASURE: Span = Span::hours(1);

struct Remembered {
    hash: [u8; 32],
    outcome: String,
}

impl Record for Remembered {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            hash: row.get("request_hash")?,
            outcome: row.get("outcome_json")?,
        })
    }
}

impl Act {
    pub(crate) async fn replayed(
        &mut self,
        request: &ActRequest,
        hash: [u8; 32],
    ) -> Result<Option<String>, AppError> {
        let Some(key) = client_key(request) else {
            return Ok(None);
        };
        let found: Option<Remembered> = sql(
            "SELECT request_hash, outcome_json FROM client_act WHERE community_id = $1 \
                 AND account_id = $2 AND device_id = $3 AND client_id = $4",
        )
        .bind(request.community)
        .bind(key[0])
        .bind(key[1])
        .bind(key[2])
        .optional(self)
        .await?;
        match found {
            Some(remembered) if remembered.hash == hash => Ok(Some(remembered.outcome)),
            Some(_) => Err(AppError::Conflict {
                detail: "同一请求编号已用于另一操作，请刷新后重试".to_owned(),
                current: None,
            }),
            None => Ok(None),
        }
    }

    pub(crate) async fn remember(
        &mut self,
        request: &ActRequest,
        hash: [u8; 32],
        outcome: &impl Serialize,
    ) -> Result<(), AppError> {
        let Some(key) = client_key(request) else {
            return Ok(());
        };
        sql(
            "INSERT INTO client_act (community_id, account_id, device_id, client_id, \
             request_hash, outcome_json, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(request.community)
        .bind(key[0])
        .bind(key[1])
        .bind(key[2])
        .bind(hash)
        .bind(serde_json::to_string(outcome).map_err(AppError::internal)?)
        .bind(self.now())
        .run(self)
        .await?;
        Ok(())
    }

    /// Drops the answers that an erasure must not leave behind; the youngest stay until they are
    /// swept, since a client may still ask for them.
    ///
    /// # Errors
    /// The database failed.
    pub async fn forget_old_answers(&mut self) -> Result<u64, AppError> {
        let (community, before) = (self.community(), self.now() - KEPT_BY_ERASURE);
        Ok(
            sql("DELETE FROM client_act WHERE community_id = $1 AND recorded_at < $2")
                .bind(community)
                .bind(before)
                .run(self)
                .await?,
        )
    }
}

impl Platform {
    /// Drops answers that nobody will ask for again. Looks before it locks the file for writing.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sweep_answers(&self) -> Result<u64, AppError> {
        let before = self.now() - KEPT;
        let mut reader = self.read().await?;
        let old: Option<(i64,)> = sql(
            "SELECT recorded_at AS value FROM client_act WHERE recorded_at < $1 \
                 ORDER BY recorded_at LIMIT 1",
        )
        .bind(before)
        .optional(&mut reader)
        .await?;
        drop(reader);
        if old.is_none() {
            return Ok(0);
        }
        let mut writer = self.write_unrecorded().await?;
        let swept = sql("DELETE FROM client_act WHERE recorded_at < $1")
            .bind(before)
            .run(&mut writer)
            .await?;
        writer.commit().await?;
        Ok(swept)
    }
}

/// A client's id counts per account and device, never across actors.
fn client_key(request: &ActRequest) -> Option<[Uuid; 3]> {
    let client = request.client_id?;
    let account = request.actor.account?;
    let device = request.actor.device.map_or(Uuid::nil(), |device| device.0);
    Some([account.0, device, client.0])
}
