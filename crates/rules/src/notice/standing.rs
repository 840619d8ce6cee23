//! Where a notice stands at an instant, and what may still be done with it.

use zhishou_base::Instant;

use super::NoticeRefusal;
use crate::words::words;

words! {
    /// Where a notice stands by the clock.
    NoticeStanding {
        /// 生效中: the desk goes by it now.
        Present = "present",
        /// 未生效: it is still to come.
        Coming = "coming",
        /// 已结束: its time is over, or it was withdrawn.
        Past = "past",
    }
}

/// What is stored of a notice that decides where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeState {
    /// From when it counts.
    pub from_at: Instant,
    /// Until when, exclusive.
    pub until_at: Instant,
    /// Somebody took it back.
    pub withdrawn: bool,
}

impl NoticeState {
    /// Where it stands; a notice that was withdrawn is past, whatever its time says.
    pub fn standing(self, now: Instant) -> NoticeStanding {
        if self.withdrawn || now >= self.until_at {
            NoticeStanding::Past
        } else if now < self.from_at {
            NoticeStanding::Coming
        } else {
            NoticeStanding::Present
        }
    }
}

/// Whether a notice may be changed.
///
/// # Errors
/// It was withdrawn, or its time is over: what the desk went by then is history.
pub fn change(state: NoticeState, now: Instant) -> Result<(), NoticeRefusal> {
    if state.withdrawn {
        return Err(NoticeRefusal::Withdrawn);
    }
    if state.standing(now) == NoticeStanding::Past {
        return Err(NoticeRefusal::Over);
    }
    Ok(())
}

/// Whether a notice may be withdrawn.
///
/// # Errors
/// As [`change`].
pub fn withdraw(state: NoticeState, now: Instant) -> Result<(), NoticeRefusal> {
    change(state, now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WATER_CUT: NoticeState = NoticeState {
        from_at: Instant(1_000),
        until_at: Instant(2_000),
        withdrawn: false,
    };

    #[test]
    fn it_comes_counts_and_ends_to_the_millisecond() {
        let at = |now| WATER_CUT.standing(Instant(now));
        assert_eq!(at(999), NoticeStanding::Coming);
        assert_eq!(at(1_000), NoticeStanding::Present);
        assert_eq!(at(1_999), NoticeStanding::Present);
        assert_eq!(at(2_000), NoticeStanding::Past);
    }

    #[test]
    fn what_was_withdrawn_is_past_and_stays_so() {
        let withdrawn = NoticeState {
            withdrawn: true,
            ..WATER_CUT
        };
        assert_eq!(withdrawn.standing(Instant(1_500)), NoticeStanding::Past);
        let refused = Err(NoticeRefusal::Withdrawn);
        assert_eq!(change(withdrawn, Instant(1_500)), refused);
        assert_eq!(withdraw(withdrawn, Instant(1_500)), refused);
    }

    #[test]
    fn a_notice_changes_until_its_end_and_not_after() {
        assert_eq!(change(WATER_CUT, Instant(500)), Ok(()));
        assert_eq!(withdraw(WATER_CUT, Instant(1_999)), Ok(()));
        assert_eq!(change(WATER_CUT, Instant(2_000)), Err(NoticeRefusal::Over));
    }
}
