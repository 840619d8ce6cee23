//! Counting failures, so that guessers wait.

use zhishou_platform::AppError;
use zhishou_rules::access::{ThrottleScope, one_more};

use super::store;
use crate::app::App;
use crate::http::Failure;

/// One thing that failures are counted by.
#[derive(Debug, Clone)]
pub struct Counter {
    pub scope: ThrottleScope,
    pub key: String,
}

/// Refuses to listen while one of the counters says wait.
pub async fn listen(app: &App, counters: &[Counter]) -> Result<(), Failure> {
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    for counter in counters {
        let Some(so_far) = store::failures(&mut reader, counter).await? else {
            continue;
        };
        let wait = counter.scope.wait(so_far, now);
        if wait.0 > 0 {
            let seconds = u64::try_from(wait.0.div_euclid(1000) + 1).unwrap_or(1);
            return Err(Failure::SlowDown {
                retry_after_seconds: seconds,
                detail: format!("尝试次数过多，请 {seconds} 秒后再试；着急时请主管为您解除等待"),
            });
        }
    }
    Ok(())
}

/// Counts a failure.
pub async fn count_failure(app: &App, counters: &[Counter]) -> Result<(), AppError> {
    let now = app.platform().now();
    let mut unrecorded = app.platform().write_unrecorded().await?;
    for counter in counters {
        let before = store::failures(&mut unrecorded, counter).await?;
        store::save_failures(&mut unrecorded, counter, one_more(before, now)).await?;
    }
    unrecorded.commit().await
}
