//! How long a guesser must wait. A delay, never a lockout that a stranger can
//! cause at 3 a.m.: a device that signed in to the account before is delayed
//! only by its own mistakes.

use zhishou_base::{Instant, Span};

/// What failures are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThrottleScope {
    /// The address the attempts come from.
    Address,
    /// The account, from devices that never signed in to it.
    AccountFromStrangers,
    /// The account, from one device that did.
    AccountFromKnownDevice,
    /// A person's PIN, on one device or typed under one account.
    Pin,
}

/// Failures so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// How many in a row.
    pub count: u32,
    /// The last one.
    pub last_at: Instant,
}

/// Failures older than this are forgotten.
pub const FORGOTTEN_AFTER: Span = Span::minutes(30);

struct Policy {
    free_tries: u32,
    first_wait: Span,
    longest_wait: Span,
}

impl ThrottleScope {
    /// The word stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::AccountFromStrangers => "account_strangers",
            Self::AccountFromKnownDevice => "account_device",
            Self::Pin => "pin",
        }
    }

    fn policy(self) -> Policy {
        let seconds = Span::seconds;
        match self {
            // One address may stand for a whole office.
            Self::Address => Policy {
                free_tries: 20,
                first_wait: seconds(1),
                longest_wait: seconds(300),
            },
            Self::AccountFromStrangers => Policy {
                free_tries: 5,
                first_wait: seconds(2),
                longest_wait: seconds(60),
            },
            Self::AccountFromKnownDevice => Policy {
                free_tries: 5,
                first_wait: seconds(1),
                longest_wait: seconds(30),
            },
            // A PIN has few digits, so its waits grow long.
            Self::Pin => Policy {
                free_tries: 5,
                first_wait: seconds(60),
                longest_wait: seconds(900),
            },
        }
    }

    /// How much longer the next attempt must wait at `now`.
    pub fn wait(self, failures: Failures, now: Instant) -> Span {
        let policy = self.policy();
        if failures.count < policy.free_tries || now.since(failures.last_at) >= FORGOTTEN_AFTER {
            return Span::ZERO;
        }
        let doublings = (failures.count - policy.free_tries).min(12);
        let wait = (policy.first_wait.0 << doublings).min(policy.longest_wait.0);
        Span((failures.last_at.0 + wait - now.0).max(0))
    }
}

/// Counts one more failure; old ones are forgotten first.
pub fn one_more(before: Option<Failures>, now: Instant) -> Failures {
    let count = before
        .filter(|before| now.since(before.last_at) < FORGOTTEN_AFTER)
        .map_or(0, |before| before.count);
    Failures {
        count: count.saturating_add(1),
        last_at: now,
    }
}

/// Takes an attempt back that was counted before it turned out right; `before` is what had
/// been counted until then, `stands` what is counted now, other attempts included.
pub fn one_less(stands: Failures, before: Option<Failures>) -> Option<Failures> {
    match before {
        Some(before) if stands.count == before.count.saturating_add(1) => Some(before),
        _ if stands.count > 1 => Some(Failures {
            count: stands.count - 1,
            ..stands
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIGHT: Instant = Instant(1_700_000_000_000);

    fn after(scope: ThrottleScope, count: u32) -> Span {
        scope.wait(
            Failures {
                count,
                last_at: NIGHT,
            },
            NIGHT,
        )
    }

    #[test]
    fn a_stranger_never_delays_an_account_for_more_than_a_minute() {
        assert_eq!(after(ThrottleScope::AccountFromStrangers, 4), Span::ZERO);
        assert_eq!(
            after(ThrottleScope::AccountFromStrangers, 5),
            Span::seconds(2)
        );
        assert_eq!(
            after(ThrottleScope::AccountFromStrangers, 1_000_000),
            Span::seconds(60)
        );
    }

    #[test]
    fn a_pin_waits_long_and_is_forgiven_in_the_end() {
        assert_eq!(after(ThrottleScope::Pin, 9), Span::seconds(900));
        let failures = Failures {
            count: 9,
            last_at: NIGHT,
        };
        let later = NIGHT + FORGOTTEN_AFTER;
        assert_eq!(ThrottleScope::Pin.wait(failures, later), Span::ZERO);
        assert_eq!(one_more(Some(failures), later).count, 1);
    }

    #[test]
    fn an_attempt_that_was_right_leaves_the_count_as_it_found_it() {
        let earlier = Failures {
            count: 3,
            last_at: NIGHT,
        };
        let later = NIGHT + Span::minutes(10);
        let counted = one_more(Some(earlier), later);
        assert_eq!(one_less(counted, Some(earlier)), Some(earlier));
        assert_eq!(one_less(one_more(None, later), None), None);
        // Another attempt failed meanwhile: only one is taken back.
        let two = one_more(Some(counted), later);
        assert_eq!(one_less(two, Some(earlier)).map(|f| f.count), Some(4));
    }
}
