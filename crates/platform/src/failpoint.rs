//! Places where a test can make the process "die": just before a commit, and between the commit and
//! the reply.

use std::sync::Mutex;

use crate::error::AppError;

/// Where a failure can be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailPoint {
    /// The work is done in the transaction, nothing is committed.
    BeforeCommit,
    /// Everything is committed, the caller was not told.
    AfterCommit,
}

/// Failures that were ordered and not yet happened; empty outside tests.
#[derive(Debug, Default)]
pub struct FailPoints(Mutex<Vec<FailPoint>>);

impl FailPoints {
    /// The next act fails at `point`, once.
    pub fn order(&self, point: FailPoint) {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .push(point);
    }

    /// Fails when a failure was ordered for this point.
    pub(crate) fn pass(&self, point: FailPoint) -> Result<(), AppError> {
        let mut ordered = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        match ordered.iter().position(|one| *one == point) {
            Some(index) => {
                ordered.remove(index);
                Err(AppError::internal(format!("fail point {point:?}")))
            }
            None => Ok(()),
        }
    }
}
