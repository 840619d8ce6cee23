//! How much the limits speak against one more stretch of work.

use zhishou_base::Date;

use super::Limits;
use super::stint::Stint;

/// How much the limits speak against giving this stretch to the person.
pub(super) fn burden(own: &[Stint], wanted: &Stint, limits: Limits) -> u32 {
    let rest_ms = i64::from(limits.rest_between_shifts_hours) * 3_600_000;
    let too_close = own.iter().any(|stint| {
        let gap = if stint.ends_at <= wanted.starts_at {
            wanted.starts_at.since(stint.ends_at)
        } else {
            stint.starts_at.since(wanted.ends_at)
        };
        gap.0 < rest_ms
    });
    let works_on = |date: Date| own.iter().any(|stint| stint.date == date);
    let reach = |step: i64| {
        let mut days = 0;
        while works_on(wanted.date.plus_days(step * (days + 1))) {
            days += 1;
        }
        days
    };
    let run = 1 + reach(-1) + reach(1);
    let week = |date: Date| (date.days_since_epoch() + 3).div_euclid(7);
    let week_ms: i64 = own
        .iter()
        .filter(|s| s.counts_hours && !s.nested && week(s.date) == week(wanted.date))
        .map(|s| s.length().0)
        .sum();
    let over_hours = week_ms + wanted.length().0 > i64::from(limits.week_hours_max) * 3_600_000;
    let after_night = wanted.night
        && own.iter().any(|s| {
            s.night && (s.date.days_since_epoch() - wanted.date.days_since_epoch()).abs() == 1
        });
    u32::from(too_close) * 8
        + u32::from(run > i64::from(limits.run_of_days_max)) * 4
        + u32::from(over_hours) * 2
        + u32::from(after_night)
}
