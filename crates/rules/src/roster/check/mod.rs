//! The check of a roster: pure rules, one list of problems.

mod cover;
mod people;
mod rest;
mod words;

use super::stint::stints_by_person;
use super::{CellRef, Placed, RosterProblem, Sheet};

/// Checks a month: whether every required shift has its people, whether each
/// may stand there, and whether nobody works against the limits. Problems come
/// gravest first, then by date.
pub fn check(sheet: &Sheet<'_>) -> Vec<RosterProblem> {
    let mut problems = Vec::new();
    cover::check_cover(sheet, &mut problems);
    people::check_people(sheet, &mut problems);
    for (person, stints) in stints_by_person(sheet) {
        rest::check_stints(sheet, person, &stints, &mut problems);
    }
    problems.sort_by(|a, b| {
        let first = |p: &RosterProblem| p.cells.first().cloned();
        (a.severity, first(a), a.code).cmp(&(b.severity, first(b), b.code))
    });
    problems
}

fn cell_of(placed: &Placed) -> CellRef {
    CellRef {
        person: Some(placed.person),
        date: placed.date,
        post: placed.post.clone(),
        shift: Some(placed.shift.clone()),
    }
}
