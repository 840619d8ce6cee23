//! A calendar month, the period of a roster.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, de};
use utoipa::ToSchema;
use zhishou_base::Date;

/// A month, written `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, example = "2026-12")]
pub struct Month(Date);

impl Month {
    /// The month in which a date lies.
    pub fn of(date: Date) -> Self {
        Self(date.first_of_month())
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        self.0
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        self.0.plus_days(i64::from(self.0.days_in_month()) - 1)
    }

    /// All days in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        (0..i64::from(self.0.days_in_month())).map(move |n| self.0.plus_days(n))
    }

    /// Whether the date lies in the month.
    pub fn contains(self, date: Date) -> bool {
        Self::of(date) == self
    }

    /// The month after.
    pub fn next(self) -> Self {
        Self::of(self.last_day().plus_days(1))
    }

    /// The month before.
    pub fn previous(self) -> Self {
        Self::of(self.0.plus_days(-1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, _) = self.0.parts();
        write!(f, "{year:04}-{month:02}")
    }
}

impl FromStr for Month {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let first = if text.len() == 7 {
            format!("{text}-01").parse().ok()
        } else {
            None
        };
        first
            .map(Self)
            .ok_or_else(|| format!("“{text}”不是月份，应写成 YYYY-MM，例如 2026-12"))
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
