//! Hours of a day as a regulation writes them: `17:30-09:00`, or derived from
//! the working day as `work_end-work_start`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::ToSchema;
use zhishou_base::{LocalTime, Weekday};

/// All seven days, Monday first.
pub const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// One end of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A time on the clock.
    At(LocalTime),
    /// When the working day begins (`[work_hours]`).
    WorkStart,
    /// When the working day ends (`[work_hours]`).
    WorkEnd,
}

/// From one edge to the next, half-open; an end not after its start lies on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// When it begins.
    pub from: Edge,
    /// When it ends.
    pub to: Edge,
}

/// Why a text is not hours. Each has a message of its own in [`super::explain`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursError {
    /// Not two times joined by a hyphen, or no such time.
    Malformed(String),
    /// An hour written with one digit, such as the `2:00` of `12:00-2:00`, may
    /// be the night's or the afternoon's.
    Ambiguous(String),
}

/// The usual working hours, from which derived shifts take their edges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkHours {
    /// From start of work to end of work, on the clock.
    #[schema(value_type = String, example = "08:30-17:30")]
    pub hours: Hours,
    /// The days that are worked; Monday to Friday unless said.
    #[serde(default = "working_week")]
    pub days: Vec<Weekday>,
}

fn working_week() -> Vec<Weekday> {
    WEEK[..5].to_vec()
}

/// Every day of the week: the default of a day filter.
pub(super) fn whole_week() -> Vec<Weekday> {
    WEEK.to_vec()
}

/// Marks a message of ours inside an error of the TOML reader: `mark code mark argument`.
pub(super) const MARK: char = '\u{1}';

impl fmt::Display for HoursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, text) = match self {
            Self::Malformed(text) => ("malformed_hours", text),
            Self::Ambiguous(text) => ("ambiguous_time", text),
        };
        write!(f, "{MARK}{code}{MARK}{text}")
    }
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(time) => time.fmt(f),
            Self::WorkStart => f.write_str("work_start"),
            Self::WorkEnd => f.write_str("work_end"),
        }
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

fn edge(text: &str, whole: &str) -> Result<Edge, HoursError> {
    match text {
        "work_start" => return Ok(Edge::WorkStart),
        "work_end" => return Ok(Edge::WorkEnd),
        _ => {}
    }
    if let Ok(time) = text.parse::<LocalTime>() {
        return Ok(Edge::At(time));
    }
    let one_digit = text.split_once(':').is_some_and(|(hour, minute)| {
        hour.len() == 1 && format!("0{hour}:{minute}").parse::<LocalTime>().is_ok()
    });
    if one_digit {
        Err(HoursError::Ambiguous(whole.to_owned()))
    } else {
        Err(HoursError::Malformed(whole.to_owned()))
    }
}

impl FromStr for Hours {
    type Err = HoursError;
    fn from_str(text: &str) -> Result<Self, HoursError> {
        let (from, to) = text
            .split_once('-')
            .ok_or_else(|| HoursError::Malformed(text.to_owned()))?;
        Ok(Self {
            from: edge(from.trim(), text)?,
            to: edge(to.trim(), text)?,
        })
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl Hours {
    /// The two clock times, when neither edge is derived from the working day.
    pub fn clock(&self) -> Option<(LocalTime, LocalTime)> {
        match (self.from, self.to) {
            (Edge::At(from), Edge::At(to)) => Some((from, to)),
            _ => None,
        }
    }

    /// How long clock hours last, in minutes; `None` for derived hours.
    pub fn minutes(&self) -> Option<u32> {
        let (from, to) = self.clock()?;
        let (from, to) = (u32::from(from.minutes()), u32::from(to.minutes()));
        Some(if to > from {
            to - from
        } else {
            to + 1_440 - from
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_over_midnight_are_measured_to_the_next_day() {
        let night: Hours = "17:30-09:00".parse().expect("hours");
        assert_eq!(night.minutes(), Some(930));
        assert_eq!(night.to_string(), "17:30-09:00");
        let derived: Hours = "work_end-work_start".parse().expect("derived hours");
        assert_eq!(derived.minutes(), None);
    }

    #[test]
    fn a_one_digit_hour_is_ambiguous_not_merely_wrong() {
        assert_eq!(
            "12:00-2:00".parse::<Hours>(),
            Err(HoursError::Ambiguous("12:00-2:00".into()))
        );
        assert_eq!(
            "12:00".parse::<Hours>(),
            Err(HoursError::Malformed("12:00".into()))
        );
        assert_eq!(
            "12:00-26:00".parse::<Hours>(),
            Err(HoursError::Malformed("12:00-26:00".into()))
        );
    }
}
