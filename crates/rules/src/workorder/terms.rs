//! How long each step of an order may take: the regulation's service level, kept
//! with the order so that a new version of the regulation changes no running clock.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, LocalTime, Span, UtcOffset};

use crate::regulation::{
    Regulation, ServiceCalendar, ServiceKind, ServiceLevel, ServiceUrgency, WorkCalendar, WorkHours,
};

/// How many days working-time arithmetic looks ahead before it gives up on finding a working day.
const MOST_DAYS: i64 = 400;

/// So many minutes by one clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Limit {
    /// How many.
    pub minutes: u32,
    /// By which clock.
    pub calendar: ServiceCalendar,
}

/// The limits of one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Terms {
    /// From the clock's start to dispatch.
    pub dispatch: Option<Limit>,
    /// From dispatch to acceptance.
    pub accept: Option<Limit>,
    /// From the clock's start to arrival.
    pub arrive: Option<Limit>,
    /// From the clock's start to the first reply.
    pub first_reply: Option<Limit>,
    /// From the clock's start to done.
    pub finish: Option<Limit>,
    /// From done to the call-back.
    pub callback: Option<Limit>,
    /// Whether the night may put it off by itself (R01.4).
    pub night_may_defer: bool,
    /// The working hours that office limits count.
    pub office: Option<WorkHours>,
    /// The community's clock.
    pub offset: UtcOffset,
}

impl Terms {
    /// The terms of a kind and urgency by a regulation. A kind without a service
    /// level has no deadlines and may be put off.
    pub fn of(
        regulation: &Regulation,
        kind: ServiceKind,
        urgency: ServiceUrgency,
        offset: UtcOffset,
    ) -> Self {
        match regulation.service_level(kind, urgency) {
            Some(level) => Self::of_level(level, regulation.work_hours.clone(), offset),
            None => Self::none(offset),
        }
    }

    /// No deadlines at all.
    pub fn none(offset: UtcOffset) -> Self {
        Self {
            dispatch: None,
            accept: None,
            arrive: None,
            first_reply: None,
            finish: None,
            callback: None,
            night_may_defer: true,
            office: None,
            offset,
        }
    }

    fn of_level(level: &ServiceLevel, office: Option<WorkHours>, offset: UtcOffset) -> Self {
        let limit = |minutes: Option<u32>| {
            minutes.map(|minutes| Limit {
                minutes,
                calendar: level.calendar,
            })
        };
        Self {
            dispatch: limit(level.dispatch_minutes),
            accept: limit(level.accept_minutes),
            arrive: limit(level.arrive_minutes),
            first_reply: limit(level.first_reply_minutes),
            finish: limit(level.finish_minutes),
            callback: limit(level.callback_minutes),
            night_may_defer: level.night_may_defer,
            office,
            offset,
        }
    }

    /// The instant at which a limit that began at `from` has passed.
    pub fn due(&self, from: Instant, limit: Limit, calendar: &WorkCalendar) -> Instant {
        let plain = from + Span::minutes(i64::from(limit.minutes));
        match (limit.calendar, &self.office) {
            (ServiceCalendar::OfficeHours, Some(office)) => {
                office_due(from, limit.minutes, office, self.offset, calendar).unwrap_or(plain)
            }
            _ => plain,
        }
    }

    /// Of each limit the one that ends earlier, when both begin at `from`: what a
    /// change of kind or urgency leaves of the old clock and the new.
    pub fn tighter(&self, other: &Self, from: Instant, calendar: &WorkCalendar) -> Self {
        let earlier = |mine: Option<Limit>, theirs: Option<Limit>| match (mine, theirs) {
            (Some(mine), Some(theirs)) => {
                let later = other.due(from, theirs, calendar) < self.due(from, mine, calendar);
                Some(if later { theirs } else { mine })
            }
            (mine, theirs) => mine.or(theirs),
        };
        Self {
            dispatch: earlier(self.dispatch, other.dispatch),
            accept: earlier(self.accept, other.accept),
            arrive: earlier(self.arrive, other.arrive),
            first_reply: earlier(self.first_reply, other.first_reply),
            finish: earlier(self.finish, other.finish),
            callback: earlier(self.callback, other.callback),
            night_may_defer: self.night_may_defer && other.night_may_defer,
            office: self.office.clone().or_else(|| other.office.clone()),
            offset: self.offset,
        }
    }
}

/// Adds minutes of working time; `None` when the working hours are not stated on
/// the clock or no day is worked for more than a year.
fn office_due(
    from: Instant,
    minutes: u32,
    office: &WorkHours,
    offset: UtcOffset,
    calendar: &WorkCalendar,
) -> Option<Instant> {
    let (opens, closes) = office.hours.clock()?;
    let first = offset.date_of(from).plus_days(-1);
    let mut left = Span::minutes(i64::from(minutes));
    for day in 0..MOST_DAYS {
        let date = first.plus_days(day);
        if !calendar.is_worked(office, date) {
            continue;
        }
        let begins = offset.instant(date, opens).max(from);
        let ends = offset.instant(
            if closes > opens {
                date
            } else {
                date.plus_days(1)
            },
            closes,
        );
        let worked = ends.since(begins);
        if worked <= Span::ZERO {
            continue;
        }
        if left <= worked {
            return Some(begins + left);
        }
        left = left - worked;
    }
    None
}

impl Terms {
    /// When work begins on the next worked day after `at`; the same time tomorrow
    /// when no working hours are stated.
    pub fn next_opening(&self, at: Instant, calendar: &WorkCalendar) -> Instant {
        let clock = self
            .office
            .as_ref()
            .and_then(|office| Some((office, office.hours.clock()?.0)));
        let today = self.offset.date_of(at);
        let found = clock.and_then(|(office, opens): (&WorkHours, LocalTime)| {
            (0..MOST_DAYS)
                .map(|day| today.plus_days(day))
                .filter(|date| calendar.is_worked(office, *date))
                .map(|date| self.offset.instant(date, opens))
                .find(|opening| *opening > at)
        });
        found.unwrap_or(at + Span::days(1))
    }
}
