//! Editing the cells of a person's day.

use std::collections::BTreeSet;

use zhishou_base::{Date, PersonId};

use super::{Part, Placed};
use crate::regulation::PlannedShift;

/// The cells after a person's day was set to these shifts. Each shift that has people keeps
/// exactly one responsible person: who was it stays, else the first takes it over, so that taking
/// somebody off never leaves a shift that nobody answers for.
#[must_use]
pub fn set_day(
    cells: &[Placed],
    person: PersonId,
    date: Date,
    shifts: &[&PlannedShift],
) -> Vec<Placed> {
    let of_the_day = |cell: &Placed| cell.person == person && cell.date == date;
    let was_responsible = |shift: &str| {
        cells
            .iter()
            .any(|cell| of_the_day(cell) && cell.shift == shift && cell.part == Part::Responsible)
    };
    let mut after: Vec<Placed> = cells.iter().filter(|c| !of_the_day(c)).cloned().collect();
    after.extend(shifts.iter().map(|planned| Placed {
        date,
        post: planned.post.clone(),
        shift: planned.shift.clone(),
        part: if was_responsible(&planned.shift) {
            Part::Responsible
        } else {
            Part::Second
        },
        person,
    }));
    let mut led: BTreeSet<String> = after
        .iter()
        .filter(|cell| cell.date == date && cell.part == Part::Responsible)
        .map(|cell| cell.shift.clone())
        .collect();
    for cell in after.iter_mut().filter(|cell| cell.date == date) {
        if led.insert(cell.shift.clone()) {
            cell.part = Part::Responsible;
        }
    }
    after
}
