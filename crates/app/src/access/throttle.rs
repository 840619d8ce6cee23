//! Counting failures, so that guessers wait.
//!
//! An attempt is counted before it is known whether it fails. Whoever sends many side by side
//! would otherwise be heard as often as they send, since each looks before any has failed.

use zhishou_platform::{AppError, Conn};
use zhishou_rules::access::{Failures, ThrottleScope, one_less, one_more};

use super::store;
use crate::app::App;
use crate::http::Failure;

/// One thing that failures are counted by.
#[derive(Debug, Clone)]
pub struct Counter {
    pub scope: ThrottleScope,
    pub key: String,
}

/// An attempt that was counted as a failure, with what had been counted before it.
pub struct Counted(Vec<(Counter, Option<Failures>)>);

/// Counts an attempt, or refuses to listen to it while one of the counters says wait.
pub async fn count(app: &App, counters: &[Counter]) -> Result<Counted, Failure> {
    let now = app.platform().now();
    let mut unrecorded = app.platform().write_unrecorded().await?;
    let mut counted = Vec::new();
    for counter in counters {
        let before = store::lock_failures(&mut unrecorded, counter, now).await?;
        let wait = before.map(|so_far| counter.scope.wait(so_far, now));
        if let Some(wait) = wait.filter(|wait| wait.0 > 0) {
            let seconds = u64::try_from(wait.0.div_euclid(1000) + 1).unwrap_or(1);
            return Err(Failure::SlowDown {
                retry_after_seconds: seconds,
                detail: format!("尝试次数过多，请 {seconds} 秒后再试；着急时请主管为您解除等待"),
            });
        }
        store::save_failures(&mut unrecorded, counter, one_more(before, now)).await?;
        counted.push((counter.clone(), before));
    }
    unrecorded.commit().await?;
    Ok(Counted(counted))
}

impl Counted {
    /// The attempt was right: the person's own failures are forgiven. An address is shared with
    /// others, so only this attempt is taken back from it; one right password must not make
    /// room for guessing others.
    pub async fn forgive(&self, conn: &mut Conn) -> Result<(), AppError> {
        for (counter, before) in &self.0 {
            let stands = match counter.scope {
                ThrottleScope::Address => store::failures(conn, counter).await?,
                _ => None,
            };
            match stands.and_then(|stands| one_less(stands, *before)) {
                Some(left) => store::save_failures(conn, counter, left).await?,
                None => store::forgive(conn, counter).await?,
            }
        }
        Ok(())
    }
}
