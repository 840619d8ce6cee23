//! Local calendar time of a community.
//!
//! A community lives by one fixed offset from UTC (China has one zone and no
//! daylight saving time), so local time is plain arithmetic and needs no
//! time-zone database in the pure rules.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Serialize, de};
use utoipa::ToSchema;

use crate::{Instant, Span};

/// Offset of a community's clock from UTC, in minutes; China is 480.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct UtcOffset(pub i32);

/// A calendar date of the community, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, format = Date)]
pub struct Date(civil::Date);

/// A time of day in minutes after midnight, written `HH:MM`; `24:00` is allowed as an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, example = "17:30")]
pub struct LocalTime(u16);

/// A day of the week, Monday first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// The text was not a date or a time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not a {expected}")]
pub struct ParseLocalError {
    text: String,
    expected: &'static str,
}

impl UtcOffset {
    /// China Standard Time.
    pub const CHINA: Self = Self(480);

    /// The local date at an instant.
    pub fn date_of(self, at: Instant) -> Date {
        let local_ms = at.0 + i64::from(self.0) * 60_000;
        let days = local_ms.div_euclid(86_400_000);
        Date::from_days_since_epoch(days)
    }

    /// The local time of day at an instant, rounded down to the minute.
    pub fn time_of(self, at: Instant) -> LocalTime {
        let local_ms = at.0 + i64::from(self.0) * 60_000;
        let minutes = local_ms.rem_euclid(86_400_000) / 60_000;
        LocalTime(u16::try_from(minutes).unwrap_or(0))
    }

    /// The instant of a local date and time of day.
    pub fn instant(self, date: Date, time: LocalTime) -> Instant {
        let minutes = date.days_since_epoch() * 1_440 + i64::from(time.0) - i64::from(self.0);
        Instant::EPOCH + Span::minutes(minutes)
    }
}

impl Date {
    /// A date from its parts; `None` when there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Days since 1970-01-01.
    pub fn days_since_epoch(self) -> i64 {
        i64::from((self.0 - EPOCH).get_days())
    }

    /// The date so many days after 1970-01-01; clamped to the calendar's range.
    pub fn from_days_since_epoch(days: i64) -> Self {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        Self(EPOCH.saturating_add(span))
    }

    /// The date `days` later (or earlier when negative).
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_days_since_epoch(self.days_since_epoch() + days)
    }

    /// Day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            civil::Weekday::Monday => Weekday::Mon,
            civil::Weekday::Tuesday => Weekday::Tue,
            civil::Weekday::Wednesday => Weekday::Wed,
            civil::Weekday::Thursday => Weekday::Thu,
            civil::Weekday::Friday => Weekday::Fri,
            civil::Weekday::Saturday => Weekday::Sat,
            civil::Weekday::Sunday => Weekday::Sun,
        }
    }

    /// Year, month (1-12) and day of the month (1-31).
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The first day of this date's month.
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// How many days this date's month has.
    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }
}

const EPOCH: civil::Date = civil::date(1970, 1, 1);

impl LocalTime {
    /// Midnight, the start of a day.
    pub const MIDNIGHT: Self = Self(0);
    /// The end of a day.
    pub const END_OF_DAY: Self = Self(1_440);

    /// A time of day; `None` beyond 24:00.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        (minute < 60 && minutes <= 1_440).then_some(Self(minutes))
    }

    /// Minutes after midnight, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Date {
    type Err = ParseLocalError;
    fn from_str(text: &str) -> Result<Self, ParseLocalError> {
        let wrong = || ParseLocalError {
            text: text.to_owned(),
            expected: "date (YYYY-MM-DD)",
        };
        if text.len() != 10 {
            return Err(wrong());
        }
        text.parse().map(Self).map_err(|_| wrong())
    }
}

impl FromStr for LocalTime {
    type Err = ParseLocalError;
    fn from_str(text: &str) -> Result<Self, ParseLocalError> {
        let wrong = || ParseLocalError {
            text: text.to_owned(),
            expected: "time of day (HH:MM, 24 hours)",
        };
        let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
        if hour.len() != 2 || minute.len() != 2 {
            return Err(wrong());
        }
        let hour = hour.parse().map_err(|_| wrong())?;
        let minute = minute.parse().map_err(|_| wrong())?;
        Self::new(hour, minute).ok_or_else(wrong)
    }
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    )*};
}

as_text!(Date, LocalTime);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_goes_to_an_instant_and_back() {
        let date: Date = "2026-11-24".parse().expect("a date");
        let time: LocalTime = "08:45".parse().expect("a time");
        let at = UtcOffset::CHINA.instant(date, time);
        assert_eq!(at.to_string(), "2026-11-24T00:45:00Z");
        assert_eq!(UtcOffset::CHINA.date_of(at), date);
        assert_eq!(UtcOffset::CHINA.time_of(at), time);
        assert_eq!(date.weekday(), Weekday::Tue);
    }

    #[test]
    fn nonsense_is_refused_with_what_was_expected() {
        assert!("25:00".parse::<LocalTime>().is_err());
        assert!("8:45".parse::<LocalTime>().is_err());
        assert_eq!(
            "24:00".parse::<LocalTime>().expect("an end"),
            LocalTime::END_OF_DAY
        );
        let error = "2026-02-30".parse::<Date>().expect_err("no such day");
        assert!(error.to_string().contains("YYYY-MM-DD"));
    }
}
