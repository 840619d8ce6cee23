//! A model week on which the hours of a post are judged.

use zhishou_base::{Date, Instant, UtcOffset, Weekday};

use super::super::labels::{days_en, days_zh};
use super::super::required::gaps;
use super::super::{PlannedShift, Regulation, WEEK, WorkCalendar, plan_day_in};

/// The linter judges local clock times only, so that any fixed offset serves.
pub(super) const ZONE: UtcOffset = UtcOffset::CHINA;

/// Days since 1970-01-01 of a Monday without any holiday near it (2026-11-23).
const MONDAY: i64 = 20_780;

/// An interval of time.
pub(super) type Interval = (Instant, Instant);

/// From when to when a planned shift lasts.
pub(super) fn interval(shift: &PlannedShift) -> Interval {
    (shift.starts_at, shift.ends_at)
}

/// The model week's day with this index, Monday is 0.
pub(super) fn day(index: i64) -> Date {
    Date::from_days_since_epoch(MONDAY + index)
}

fn midnight(index: i64) -> Instant {
    ZONE.instant(day(index), zhishou_base::LocalTime::MIDNIGHT)
}

/// The shifts of a post from a week before the model week to a week after it.
pub(super) fn shifts(
    regulation: &Regulation,
    post: &str,
    calendar: &WorkCalendar,
) -> Vec<PlannedShift> {
    (-7..14)
        .flat_map(|index| plan_day_in(regulation, post, day(index), ZONE, calendar))
        .collect()
}

/// Whether an instant lies in the model week.
pub(super) fn in_week(at: Instant) -> bool {
    midnight(0) <= at && at < midnight(7)
}

/// The intervals beginning in the model week that none of these covers.
pub(super) fn uncovered(covered: Vec<Interval>) -> Vec<Interval> {
    gaps((midnight(-7), midnight(14)), covered)
        .into_iter()
        .filter(|(from, _)| in_week(*from))
        .collect()
}

/// Intervals said in Chinese and English, equal hours of several days together:
/// `周六、周日 18:00-21:00`.
pub(super) fn say(intervals: &[Interval]) -> (String, String) {
    let mut groups: Vec<(String, String, Vec<Weekday>)> = Vec::new();
    for interval in intervals {
        let (zh, en) = clock(*interval);
        let weekday = ZONE.date_of(interval.0).weekday();
        match groups.iter_mut().find(|group| group.0 == zh) {
            Some(group) => group.2.push(weekday),
            None => groups.push((zh, en, vec![weekday])),
        }
    }
    let zh: Vec<String> = groups
        .iter()
        .map(|(zh, _, days)| format!("{} {zh}", days_zh(days)))
        .collect();
    let en: Vec<String> = groups
        .iter()
        .map(|(_, en, days)| format!("{} {en}", days_en(days)))
        .collect();
    (zh.join("；"), en.join("; "))
}

fn clock((from, to): Interval) -> (String, String) {
    let (start, end) = (ZONE.time_of(from), ZONE.time_of(to));
    let days = ZONE.date_of(to).days_since_epoch() - ZONE.date_of(from).days_since_epoch();
    match days {
        0 => (format!("{start}-{end}"), format!("{start}-{end}")),
        1 if end.minutes() == 0 => (format!("{start}-24:00"), format!("{start}-24:00")),
        1 => (
            format!("{start}-次日 {end}"),
            format!("{start}-{end} next day"),
        ),
        _ => {
            let last = ZONE.date_of(to).weekday();
            let until = WEEK
                .iter()
                .position(|day| *day == last)
                .map_or(&[][..], |at| &WEEK[at..=at]);
            (
                format!("{start} 至{} {end}", days_zh(until)),
                format!("{start} to {} {end}", days_en(until)),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_week_begins_on_a_monday() {
        assert_eq!(day(0).weekday(), Weekday::Mon);
        assert_eq!(day(6).weekday(), Weekday::Sun);
    }
}
