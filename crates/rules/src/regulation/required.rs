//! When a post must be held, and which shift holds it at an instant.

use zhishou_base::{Date, Instant, LocalTime, Span, UtcOffset};

use super::{PlannedShift, Regulation, plan_day};

/// The hours of a local date in which a post must be held, half-open, in order, merged.
///
/// A post of 24 hours is required the whole day; another whenever one of its
/// shifts that is not optional runs, also one begun the day before.
pub fn required_hours(
    regulation: &Regulation,
    post: &str,
    date: Date,
    offset: UtcOffset,
) -> Vec<(Instant, Instant)> {
    let Some(stated) = regulation.post(post) else {
        return Vec::new();
    };
    let day = (
        offset.instant(date, LocalTime::MIDNIGHT),
        offset.instant(date, LocalTime::END_OF_DAY),
    );
    if stated.all_day {
        return vec![day];
    }
    let spans = around(regulation, post, date, offset)
        .into_iter()
        .filter(|shift| !shift.optional && shift.within.is_none())
        .map(|shift| (shift.starts_at.max(day.0), shift.ends_at.min(day.1)))
        .filter(|(from, to)| from < to)
        .collect();
    merge(spans)
}

/// The shift that holds a post at an instant: the innermost, and not an optional
/// one when another runs. `None` outside all shifts.
pub fn shift_at(
    regulation: &Regulation,
    post: &str,
    at: Instant,
    offset: UtcOffset,
) -> Option<PlannedShift> {
    around(regulation, post, offset.date_of(at), offset)
        .into_iter()
        .filter(|shift| shift.starts_at <= at && at < shift.ends_at)
        .max_by_key(|shift| (!shift.optional, shift.within.is_some(), shift.starts_at))
}

/// The shifts of a post that begin from `first` to `last`, both inclusive.
pub fn plan_period(
    regulation: &Regulation,
    post: &str,
    first: Date,
    last: Date,
    offset: UtcOffset,
) -> Vec<PlannedShift> {
    let days = last.days_since_epoch() - first.days_since_epoch();
    (0..=days)
        .flat_map(|day| plan_day(regulation, post, first.plus_days(day), offset))
        .collect()
}

/// The next instant after `at` at which a main shift of one of these posts begins,
/// looked for within two weeks: where a new version of a regulation may take effect.
pub fn next_boundary(
    regulation: &Regulation,
    posts: &[String],
    at: Instant,
    offset: UtcOffset,
) -> Option<Instant> {
    let today = offset.date_of(at);
    (0..=14).find_map(|day| {
        posts
            .iter()
            .flat_map(|post| plan_day(regulation, post, today.plus_days(day), offset))
            .filter(|shift| shift.within.is_none() && shift.starts_at >= at)
            .map(|shift| shift.starts_at)
            .min()
    })
}

/// The shifts that may touch a date: no shift lasts longer than 24 hours and a bit.
fn around(regulation: &Regulation, post: &str, date: Date, offset: UtcOffset) -> Vec<PlannedShift> {
    plan_period(regulation, post, date.plus_days(-2), date, offset)
}

/// Joins intervals that touch or overlap.
pub(super) fn merge(mut spans: Vec<(Instant, Instant)>) -> Vec<(Instant, Instant)> {
    spans.sort();
    let mut merged: Vec<(Instant, Instant)> = Vec::new();
    for (from, to) in spans {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The parts of `whole` that no interval covers.
pub(super) fn gaps(
    whole: (Instant, Instant),
    spans: Vec<(Instant, Instant)>,
) -> Vec<(Instant, Instant)> {
    let mut open = whole.0;
    let mut gaps = Vec::new();
    for (from, to) in merge(spans) {
        if from.since(open) > Span::ZERO && from < whole.1 {
            gaps.push((open, from));
        }
        open = open.max(to);
    }
    if open < whole.1 {
        gaps.push((open, whole.1));
    }
    gaps
}
