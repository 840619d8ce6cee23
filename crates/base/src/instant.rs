//! Points in time and lengths of time, in milliseconds, as stored.

use std::fmt;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, server time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = i64)]
pub struct Instant(pub i64);

/// A length of time in milliseconds; negative lengths look backwards.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = i64)]
pub struct Span(pub i64);

impl Instant {
    /// The beginning of the era; useful as "before everything".
    pub const EPOCH: Self = Self(0);
    /// Later than anything that is stored.
    pub const FAR_FUTURE: Self = Self(i64::MAX / 4);

    /// The length from `earlier` to this instant.
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0 - earlier.0)
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Whole seconds.
    pub const fn seconds(n: i64) -> Self {
        Self(n * 1_000)
    }

    /// Whole minutes.
    pub const fn minutes(n: i64) -> Self {
        Self(n * 60_000)
    }

    /// Whole hours.
    pub const fn hours(n: i64) -> Self {
        Self(n * 3_600_000)
    }

    /// Whole days of 24 hours.
    pub const fn days(n: i64) -> Self {
        Self(n * 86_400_000)
    }

    /// The length in whole minutes, rounded down.
    pub const fn whole_minutes(self) -> i64 {
        self.0.div_euclid(60_000)
    }
}

impl Add<Span> for Instant {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0 + span.0)
    }
}

impl Sub<Span> for Instant {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0 - span.0)
    }
}

impl Add for Span {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Span {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, for logs and messages to operators.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(timestamp) => write!(f, "{timestamp}"),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_and_spans_add_up() {
        let nine = Instant(1_700_000_000_000);
        assert_eq!((nine + Span::minutes(15)).since(nine), Span::seconds(900));
        assert_eq!(Span::minutes(-1).whole_minutes(), -1);
        assert_eq!(Span::seconds(59).whole_minutes(), 0);
    }

    #[test]
    fn an_instant_prints_as_rfc_3339() {
        assert_eq!(Instant(0).to_string(), "1970-01-01T00:00:00Z");
    }
}
