//! Which days are rest days: the week, corrected by the published holiday arrangement.

use std::collections::BTreeSet;

use zhishou_base::{Date, Weekday};

use super::{HolidayRule, Shift, WorkHours};

/// Days that depart from the plain week. Empty means the plain week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    /// Days off by the holiday arrangement.
    pub holidays: BTreeSet<Date>,
    /// Weekend days worked instead 调休上班.
    pub workdays: BTreeSet<Date>,
}

impl WorkCalendar {
    /// The weekday this date counts as: a holiday as Sunday, a make-up workday as Monday.
    fn counts_as(&self, date: Date) -> Weekday {
        if self.holidays.contains(&date) {
            Weekday::Sun
        } else if self.workdays.contains(&date) {
            Weekday::Mon
        } else {
            date.weekday()
        }
    }

    /// Whether a shift begins on a date.
    pub fn runs(&self, shift: &Shift, date: Date) -> bool {
        let plain = shift.days.contains(&date.weekday());
        let holiday = self.holidays.contains(&date);
        match shift.holidays {
            HolidayRule::AsWeekday => plain,
            HolidayRule::AsRestDay => shift.days.contains(&self.counts_as(date)),
            HolidayRule::Only => plain && holiday,
            HolidayRule::Never => plain && !holiday,
        }
    }

    /// Whether a date is worked.
    pub fn is_worked(&self, work: &WorkHours, date: Date) -> bool {
        work.days.contains(&self.counts_as(date))
    }
}
