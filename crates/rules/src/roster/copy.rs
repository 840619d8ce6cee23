//! "Copy last month": the same people on the same days of the week.

use zhishou_base::Date;

use super::{Placed, Sheet};

/// Places last month's people on this month's days, four weeks later (five for
/// the last days of the month, whose day four weeks ago lies in this month).
/// People who have left and shifts that are no longer planned or have ended are skipped;
/// cells already filled stay as they are.
pub fn copy_previous(sheet: &Sheet<'_>, previous: &[Placed]) -> Vec<Placed> {
    let mut placed = sheet.placed.to_vec();
    for date in sheet.month.days() {
        let source = source_day(sheet, date);
        for old in previous.iter().filter(|old| old.date == source) {
            let copy = Placed {
                date,
                ..old.clone()
            };
            let works = sheet
                .person(copy.person)
                .is_some_and(|person| person.employment.is_active_on(date));
            let open = sheet
                .planned(&copy)
                .filter(|shift| shift.ends_at > sheet.now);
            let full = open.is_none_or(|shift| {
                let there = placed
                    .iter()
                    .filter(|p| p.date == date && p.post == copy.post && p.shift == copy.shift);
                there.count() >= shift.count as usize
            });
            let is_there = placed
                .iter()
                .any(|p| p.date == date && p.person == copy.person && p.shift == copy.shift);
            if works && !full && !is_there && !sheet.is_on_leave(copy.person, date) {
                placed.push(copy);
            }
        }
    }
    super::rotate::settle_parts(&mut placed);
    placed
}

fn source_day(sheet: &Sheet<'_>, date: Date) -> Date {
    let four_weeks_ago = date.plus_days(-28);
    if sheet.month.contains(four_weeks_ago) {
        date.plus_days(-35)
    } else {
        four_weeks_ago
    }
}
