//! The only door for writing.
//!
//! An act takes its community's ledger head first, which puts all acts of one
//! community in a row; then it loads, decides and saves. Rows, ledger entries,
//! obligations and alerts commit together, or nothing does.

use std::ops::{Deref, DerefMut};

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zhishou_base::{ActId, Actor, AlertId, ClientId, CommunityId, DutyId, Instant, SecretId};

use crate::alerts::{self, Ring};
use crate::db::{Conn, DbError, sql};
use crate::error::AppError;
use crate::failpoint::FailPoint;
use crate::ledger::{self, Entry, Secret, Seq};
use crate::obligations;
use crate::platform::Platform;

/// How often a transient failure (deadlock, busy file) is tried again.
const TRIES: u32 = 5;

/// Who asks for what, where and when.
#[derive(Debug, Clone)]
pub struct ActRequest {
    /// The community whose chain records the act.
    pub community: CommunityId,
    /// Who acts.
    pub actor: Actor,
    /// When it happened, if that was before now (late entry 补录).
    pub happened_at: Option<Instant>,
    /// The client's own id, so that a repeated request is recognised.
    pub client_id: Option<ClientId>,
    /// The act founds the community: its chain begins here.
    pub opens_chain: bool,
}

/// One change: what is done inside an act.
pub trait Work: Sync {
    /// What the caller gets; stored so that a repeated request gives the same.
    type Outcome: Serialize + DeserializeOwned + Send;

    /// A stable name and the request itself, hashed to tell a repetition from a new request.
    ///
    /// # Errors
    /// The request cannot be written as JSON.
    fn request(&self) -> Result<(&'static str, String), AppError>;

    /// Loads, decides and saves.
    fn run(&self, act: &mut Act) -> impl Future<Output = Result<Self::Outcome, AppError>> + Send;
}

/// An open change; dropping it undoes everything.
pub struct Act {
    conn: Conn,
    platform: Platform,
    id: ActId,
    community: CommunityId,
    actor: Actor,
    duty: Option<DutyId>,
    happened_at: Instant,
    recorded_at: Instant,
    head: ledger::Head,
    entries: u32,
    secrets: Vec<ledger::NewSecret>,
    may_be_empty: bool,
    wake_at: Option<Instant>,
}

impl Deref for Act {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Act {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl Platform {
    /// Runs one change whole.
    ///
    /// # Errors
    /// What the work answers; `Conflict` when the client's id was used for another request;
    /// `Internal` when the database fails beyond retrying. Nothing is stored then.
    pub async fn commit<W: Work>(
        &self,
        request: &ActRequest,
        work: &W,
    ) -> Result<W::Outcome, AppError> {
        let hash = request_hash(work)?;
        let mut tries = 1;
        loop {
            match self.attempt(request, hash, work).await {
                Err(error) if error.is_transient() && tries < TRIES => tries += 1,
                result => return result,
            }
        }
    }

    async fn attempt<W: Work>(
        &self,
        request: &ActRequest,
        hash: [u8; 32],
        work: &W,
    ) -> Result<W::Outcome, AppError> {
        let mut act = Act::begin(self.clone(), request).await?;
        if let Some(outcome) = act.replayed(request, hash).await? {
            return serde_json::from_str(&outcome).map_err(AppError::internal);
        }
        let outcome = work.run(&mut act).await?;
        act.remember(request, hash, &outcome).await?;
        let (community, changed, id) = (act.community, act.entries > 0, act.id);
        self.fail_points().pass(FailPoint::BeforeCommit)?;
        if let Err(error) = act.finish().await
            && !self.was_committed(community, id).await
        {
            return Err(error);
        }
        if changed {
            self.wakes().wake(community);
        }
        self.fail_points().pass(FailPoint::AfterCommit)?;
        Ok(outcome)
    }

    /// After a commit whose answer was lost: whether its entries are there.
    async fn was_committed(&self, community: CommunityId, act: ActId) -> bool {
        let Ok(mut reader) = self.read().await else {
            return false;
        };
        let found: Result<Option<(i64,)>, DbError> = sql(
            "SELECT seq AS value FROM ledger_entry WHERE community_id = $1 AND act_id = $2 \
                 ORDER BY seq LIMIT 1",
        )
        .bind(community)
        .bind(act)
        .optional(&mut reader)
        .await;
        matches!(found, Ok(Some(_)))
    }
}

fn request_hash(work: &impl Work) -> Result<[u8; 32], AppError> {
    let (name, json) = work.request()?;
    let mut hasher = Sha256::new();
    hasher.update(name.as_bytes());
    hasher.update([0]);
    hasher.update(json.as_bytes());
    Ok(hasher.finalize().into())
}

impl Act {
    async fn begin(platform: Platform, request: &ActRequest) -> Result<Self, AppError> {
        let mut conn = platform.db().write().await?;
        if request.opens_chain {
            ledger::open_chain(&mut conn, request.community).await?;
        }
        let head = ledger::lock_head(&mut conn, request.community)
            .await?
            .ok_or(AppError::NotFound { what: "该小区" })?;
        // The clock is read behind the lock, so that time never runs backwards along a chain.
        let recorded_at = platform.now();
        let happened_at = request.happened_at.unwrap_or(recorded_at).min(recorded_at);
        let id = ActId::from(platform.entropy().uuid(recorded_at));
        let mut actor = request.actor.clone();
        let mut duty = None;
        if let (Some(person), None) = (actor.person, actor.post) {
            let standing = platform
                .owners()
                .post_of(&mut conn, request.community, person)
                .await?;
            (actor.post, duty) = standing.map_or((None, None), |(post, duty)| (Some(post), duty));
        }
        if happened_at < recorded_at {
            // What is written down later belongs to the shift it speaks of, which its time
            // tells; the writer may hold another by now.
            duty = None;
        }
        Ok(Self {
            conn,
            platform,
            id,
            community: request.community,
            actor,
            duty,
            happened_at,
            recorded_at,
            head,
            entries: 0,
            secrets: Vec::new(),
            may_be_empty: false,
            wake_at: None,
        })
    }

    /// The plumbing, for the vault and the blobs.
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// The community of this act.
    pub fn community(&self) -> CommunityId {
        self.community
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When the act is recorded: now.
    pub fn now(&self) -> Instant {
        self.recorded_at
    }

    /// When it happened; earlier than [`Self::now`] only for a late entry.
    pub fn happened_at(&self) -> Instant {
        self.happened_at
    }

    /// A fresh identifier.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        T::from(self.platform.entropy().uuid(self.recorded_at))
    }

    /// The next human number of a series, without gaps.
    pub async fn next_number(&mut self, series: &str) -> Result<i64, AppError> {
        let (number,): (i64,) = sql(
            "INSERT INTO number_series (community_id, series, last_number) VALUES ($1, $2, 1) \
                 ON CONFLICT (community_id, series) \
                 DO UPDATE SET last_number = number_series.last_number + 1 \
                 RETURNING last_number AS value",
        )
        .bind(self.community)
        .bind(series)
        .one(&mut self.conn)
        .await?;
        Ok(number)
    }

    /// Appends an entry to the community's chain.
    pub async fn record(&mut self, entry: Entry) -> Result<Seq, AppError> {
        let of = ledger::Circumstances {
            community: self.community,
            act: self.id,
            actor: &self.actor,
            duty: self.duty,
            happened_at: self.happened_at,
            recorded_at: self.recorded_at,
        };
        let seq = ledger::append(&mut self.conn, &of, &mut self.head, entry).await?;
        self.entries += 1;
        Ok(seq)
    }

    /// Keeps erasable text beside the ledger; it is stored when the act ends, all in one trip.
    pub async fn keep_secret(&mut self, text: &str) -> Result<Secret, AppError> {
        let mut salt = [0_u8; 32];
        self.platform.entropy().fill(&mut salt);
        let id: SecretId = self.new_id();
        let secret = ledger::NewSecret::new(id, salt, text);
        let digested = secret.digested();
        self.secrets.push(secret);
        Ok(digested)
    }

    /// Rings a person, a post or a role until somebody answers.
    pub async fn ring(&mut self, ring: Ring) -> Result<AlertId, AppError> {
        let id = self.new_id();
        alerts::raise(&mut self.conn, self.community, id, self.recorded_at, &ring).await?;
        Ok(id)
    }

    /// Lets this act commit although nothing happened: for the engine that found nothing to do,
    /// since somebody else did it between its look and its turn.
    pub fn allow_empty(&mut self) {
        self.may_be_empty = true;
    }

    /// Makes the engine look at this community at `at` or earlier.
    pub(crate) fn wake_engine_at(&mut self, at: Instant) {
        self.wake_at = Some(self.wake_at.map_or(at, |earlier| earlier.min(at)));
    }

    async fn finish(mut self) -> Result<(), AppError> {
        if self.entries == 0 && !self.may_be_empty {
            return Err(AppError::internal("an act without a ledger entry"));
        }
        let secrets = std::mem::take(&mut self.secrets);
        ledger::keep_secrets(&mut self.conn, self.community, secrets).await?;
        ledger::save_head(&mut self.conn, self.community, &self.head).await?;
        if let Some(at) = self.wake_at {
            obligations::bring_wake_forward(&mut self.conn, self.community, at).await?;
        }
        self.conn.commit().await?;
        Ok(())
    }
}
