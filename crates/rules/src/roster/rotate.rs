//! Filling the month by rotation: every required shift gets its people, in turn.
//!
//! A greedy walk over the shifts in order of time: among those who may staff
//! the shift and are free, the one whom the limits burden least and who has
//! worked least so far. Where everybody eligible is taken by an overlapping
//! shift, one of them is exchanged. The result is the same for the same input.

use zhishou_base::{Date, PersonId};

use super::burden::burden;
use super::sheet::may_staff;
use super::stint::{Stint, holds_parent, stints_by_person};
use super::{Part, Placed, RosterPerson, Sheet};
use crate::regulation::PlannedShift;

/// A required shift that the rotation could not fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Date on which the shift starts.
    pub date: Date,
    /// Shift key.
    pub shift: String,
    /// How many people are still missing.
    pub people: u32,
}

/// What a rotation placed and what it could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// All placements, those that were there before included.
    pub placed: Vec<Placed>,
    /// Required shifts that are still short.
    pub missing: Vec<Missing>,
}

/// Fills every required shift of the month that has not ended over the people of the sheet, in
/// their order; cells already filled stay as they are. Optional shifts are
/// left to the supervisor.
pub fn rotate(sheet: &Sheet<'_>) -> Filled {
    let mut placed = sheet.placed.to_vec();
    let mut shifts: Vec<&PlannedShift> = sheet
        .open_plan()
        .filter(|shift| shift.within.is_none() && !shift.optional)
        .collect();
    shifts.sort_by_key(|shift| (shift.starts_at, shift.ends_at, shift.shift.clone()));
    for shift in shifts {
        while on_shift(&placed, shift).count() < shift.count as usize {
            let Some(person) = next_person(sheet, &mut placed, shift) else {
                break;
            };
            placed.push(placement(shift, person));
        }
    }
    fill_nested(sheet, &mut placed);
    settle_parts(&mut placed);
    let missing = still_missing(sheet, &placed);
    Filled { placed, missing }
}

/// Gives each shift that lies within another (noon within day) to one of those
/// on the outer shift, in turn.
pub(super) fn fill_nested(sheet: &Sheet<'_>, placed: &mut Vec<Placed>) {
    let nested = sheet
        .open_plan()
        .filter(|shift| shift.within.is_some() && !shift.optional);
    for shift in nested {
        let parent = shift.within.clone().unwrap_or_default();
        while on_shift(placed, shift).count() < shift.count as usize {
            let mut candidates: Vec<(usize, usize, PersonId)> = sheet
                .people
                .iter()
                .enumerate()
                .filter(|(_, person)| may_staff(person, shift))
                .map(|(at, person)| (at, placement(shift, person.id)))
                .filter(|(_, cell)| {
                    holds_parent(cell, &parent, placed)
                        && !placed.iter().any(|p| is_same_cell(p, cell))
                })
                .map(|(at, cell)| (times_on(placed, shift, cell.person), at, cell.person))
                .collect();
            candidates.sort_unstable();
            let Some((_, _, person)) = candidates.first() else {
                break;
            };
            placed.push(placement(shift, *person));
        }
    }
}

/// Makes exactly one person of each shift the responsible one: the one marked
/// already, else the first placed.
pub(super) fn settle_parts(placed: &mut [Placed]) {
    let mut settled: Vec<(Date, String, String)> = placed
        .iter()
        .filter(|p| p.part == Part::Responsible)
        .map(shift_of)
        .collect();
    for cell in placed.iter_mut() {
        let shift = shift_of(cell);
        if !settled.contains(&shift) {
            cell.part = Part::Responsible;
            settled.push(shift);
        }
    }
}

fn shift_of(placed: &Placed) -> (Date, String, String) {
    (placed.date, placed.post.clone(), placed.shift.clone())
}

fn is_same_cell(a: &Placed, b: &Placed) -> bool {
    a.person == b.person && shift_of(a) == shift_of(b)
}

fn placement(shift: &PlannedShift, person: PersonId) -> Placed {
    Placed {
        date: shift.date,
        post: shift.post.clone(),
        shift: shift.shift.clone(),
        part: Part::Second,
        person,
    }
}

fn on_shift<'a>(placed: &'a [Placed], shift: &'a PlannedShift) -> impl Iterator<Item = &'a Placed> {
    placed
        .iter()
        .filter(move |p| p.date == shift.date && p.post == shift.post && p.shift == shift.shift)
}

fn times_on(placed: &[Placed], shift: &PlannedShift, person: PersonId) -> usize {
    placed
        .iter()
        .filter(|p| p.person == person && p.shift == shift.shift && p.post == shift.post)
        .count()
}

fn still_missing(sheet: &Sheet<'_>, placed: &[Placed]) -> Vec<Missing> {
    sheet
        .open_plan()
        .filter(|shift| !shift.optional)
        .filter_map(|shift| {
            let there = u32::try_from(on_shift(placed, shift).count()).unwrap_or(u32::MAX);
            let people = shift.count.saturating_sub(there);
            (people > 0).then(|| Missing {
                date: shift.date,
                shift: shift.shift.clone(),
                people,
            })
        })
        .collect()
}

/// The next person for a shift; when all are taken by an overlapping shift,
/// one of them is replaced there by somebody free.
fn next_person(sheet: &Sheet<'_>, placed: &mut [Placed], shift: &PlannedShift) -> Option<PersonId> {
    if let Some(person) = best_free(sheet, placed, shift) {
        return Some(person);
    }
    let blocked: Vec<PersonId> = employed(sheet, shift)
        .filter(|person| on_shift(placed, shift).all(|p| p.person != person.id))
        .map(|person| person.id)
        .collect();
    blocked.into_iter().find(|person| {
        let clash = clashes(sheet, placed, *person, shift);
        let [only] = clash.as_slice() else {
            return false;
        };
        let Some(other) = sheet.planned(&placed[*only]) else {
            return false;
        };
        let Some(stand_in) = best_free(sheet, placed, other) else {
            return false;
        };
        placed[*only].person = stand_in;
        true
    })
}

fn clashes(
    sheet: &Sheet<'_>,
    placed: &[Placed],
    person: PersonId,
    shift: &PlannedShift,
) -> Vec<usize> {
    let wanted = Stint::planned(shift);
    (0..placed.len())
        .filter(|at| {
            placed[*at].person == person
                && sheet
                    .planned(&placed[*at])
                    .is_some_and(|other| Stint::planned(other).overlaps(&wanted))
        })
        .collect()
}

fn employed<'a>(
    sheet: &'a Sheet<'_>,
    shift: &'a PlannedShift,
) -> impl Iterator<Item = &'a RosterPerson> {
    sheet.people.iter().filter(move |person| {
        may_staff(person, shift)
            && person.employment.is_active_on(shift.date)
            && !sheet.is_on_leave(person.id, shift.date)
    })
}

fn best_free(sheet: &Sheet<'_>, placed: &[Placed], shift: &PlannedShift) -> Option<PersonId> {
    let with_placed = Sheet {
        placed,
        ..sheet.clone()
    };
    let stints = stints_by_person(&with_placed);
    let wanted = Stint::planned(shift);
    let needs_nested = nested_role_is_open(sheet, placed, shift);
    let none = Vec::new();
    employed(sheet, shift)
        .filter_map(|person| {
            let own = stints.get(&person.id).unwrap_or(&none);
            if own.iter().any(|stint| stint.overlaps(&wanted)) {
                return None;
            }
            let nested = sheet
                .staffed_plan()
                .find(|inner| is_within(inner, shift))
                .is_some_and(|inner| needs_nested && !may_staff(person, inner));
            let burden = burden(own, &wanted, sheet.limits);
            let hours: i64 = own
                .iter()
                .filter(|s| s.here && !s.nested)
                .map(|s| s.length().0)
                .sum();
            let last = own.iter().rev().find(|s| s.starts_at < wanted.starts_at);
            Some((nested, burden, hours, last.map(|s| s.starts_at), person.id))
        })
        // The first of equals wins, so the order of the rows is the order of rotation.
        .min_by(|a, b| (a.0, a.1, a.2, a.3).cmp(&(b.0, b.1, b.2, b.3)))
        .map(|(.., person)| person)
}

fn is_within(inner: &PlannedShift, outer: &PlannedShift) -> bool {
    inner.date == outer.date
        && inner.post == outer.post
        && inner.within.as_deref() == Some(outer.shift.as_str())
}

/// Whether a shift within this one still lacks somebody with its role among those placed.
fn nested_role_is_open(sheet: &Sheet<'_>, placed: &[Placed], shift: &PlannedShift) -> bool {
    sheet
        .staffed_plan()
        .filter(|inner| is_within(inner, shift) && !inner.optional)
        .any(|inner| {
            !on_shift(placed, shift)
                .filter_map(|p| sheet.person(p.person))
                .any(|person| may_staff(person, inner))
        })
}
