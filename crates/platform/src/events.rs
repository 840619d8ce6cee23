//! Wakes the readers of live pages after a commit.
//!
//! A wake carries no content: readers look into the ledger from their own
//! position. On PostgreSQL the other instances are told by a coalesced NOTIFY
//! outside the business transaction, so a lost wake costs a moment, never data.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};
use zhishou_base::{CommunityId, Span};

use crate::clock::Pacer;
use crate::db::{Db, DbError};

const CHANNEL: &str = "zhishou_wake";

/// Who waits for news, per community.
#[derive(Clone, Default)]
pub struct Wakes(Arc<Inner>);

#[derive(Default)]
struct Inner {
    senders: Mutex<HashMap<CommunityId, watch::Sender<u64>>>,
    to_tell: Mutex<HashSet<CommunityId>>,
    something_to_tell: Notify,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Wakes {
    /// A receiver that changes whenever the community has news.
    pub fn subscribe(&self, community: CommunityId) -> watch::Receiver<u64> {
        lock(&self.0.senders)
            .entry(community)
            .or_insert_with(|| watch::channel(0).0)
            .subscribe()
    }

    /// Wakes the readers of this process and lets the other instances be told.
    pub fn wake(&self, community: CommunityId) {
        self.wake_here(community);
        lock(&self.0.to_tell).insert(community);
        self.0.something_to_tell.notify_one();
    }

    /// Ends all waiting: the server stops.
    pub fn close(&self) {
        lock(&self.0.senders).clear();
    }

    fn wake_here(&self, community: CommunityId) {
        if let Some(sender) = lock(&self.0.senders).get(&community) {
            sender.send_modify(|count| *count += 1);
        }
    }

    fn wake_all_here(&self) {
        for sender in lock(&self.0.senders).values() {
            sender.send_modify(|count| *count += 1);
        }
    }

    /// Tells the other instances, at most ten times a second; runs until the pool closes.
    ///
    /// # Errors
    /// The connection is gone for good.
    pub async fn tell_others(&self, db: &Db) -> Result<(), DbError> {
        let Db::Postgres(pool) = db else {
            return Ok(());
        };
        loop {
            self.0.something_to_tell.notified().await;
            let communities: Vec<_> = lock(&self.0.to_tell).drain().collect();
            for community in communities {
                let told = sqlx::query("SELECT pg_notify($1, $2)")
                    .bind(CHANNEL)
                    .bind(community.to_string())
                    .execute(pool)
                    .await;
                if let Err(error) = told {
                    tracing::warn!(%error, "other instances were not told of news");
                }
            }
            if pool.is_closed() {
                return Ok(());
            }
            Pacer.pause(Span(100)).await;
        }
    }

    /// Hears the other instances; runs until the pool closes.
    ///
    /// # Errors
    /// Listening could not begin.
    pub async fn hear_others(&self, db: &Db) -> Result<(), DbError> {
        let Db::Postgres(pool) = db else {
            return Ok(());
        };
        let mut listener = sqlx::postgres::PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        loop {
            match listener.try_recv().await {
                Ok(Some(notification)) => {
                    if let Ok(community) = notification.payload().parse() {
                        self.wake_here(community);
                    }
                }
                // The connection was lost and is made anew: something may have been missed.
                Ok(None) => self.wake_all_here(),
                Err(_) if pool.is_closed() => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
    }
}
