//! A stretch of work of one person, from this roster or another.

use std::collections::BTreeMap;

use zhishou_base::{Date, Instant, PersonId, Span};

use super::{Elsewhere, Placed, Sheet};
use crate::regulation::{DutyMode, PlannedShift};

/// One stretch of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stint {
    pub date: Date,
    pub post: String,
    pub shift: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub night: bool,
    pub counts_hours: bool,
    /// The shift it lies within, e.g. noon within day.
    pub within: Option<String>,
    /// Whether it lies inside another stretch that the person works as well.
    pub nested: bool,
    /// Whether it stands on this roster.
    pub here: bool,
}

impl Stint {
    pub fn planned(shift: &PlannedShift) -> Self {
        Self {
            date: shift.date,
            post: shift.post.clone(),
            shift: shift.shift.clone(),
            starts_at: shift.starts_at,
            ends_at: shift.ends_at,
            night: shift.night,
            counts_hours: matches!(shift.mode, DutyMode::AtPost),
            within: shift.within.clone(),
            nested: false,
            here: true,
        }
    }

    fn elsewhere(work: &Elsewhere) -> Self {
        Self {
            date: work.date,
            post: work.post.clone(),
            shift: work.shift.clone(),
            starts_at: work.starts_at,
            ends_at: work.ends_at,
            night: work.night,
            counts_hours: work.counts_hours,
            within: None,
            nested: work.nested,
            here: false,
        }
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// Whether one of the two is the part of the other that the regulation means it to be.
    pub fn is_part_of_same_duty(&self, other: &Self) -> bool {
        let inside = |inner: &Self, outer: &Self| {
            inner.post == outer.post
                && inner.date == outer.date
                && inner.within.as_deref() == Some(outer.shift.as_str())
        };
        inside(self, other) || inside(other, self) || self.nested || other.nested
    }

    pub fn length(&self) -> Span {
        self.ends_at.since(self.starts_at)
    }
}

/// All work by person in order of time, nested stretches marked.
pub(super) fn stints_by_person(sheet: &Sheet<'_>) -> BTreeMap<PersonId, Vec<Stint>> {
    let mut by_person: BTreeMap<PersonId, Vec<Stint>> = BTreeMap::new();
    for work in sheet.elsewhere {
        by_person
            .entry(work.person)
            .or_default()
            .push(Stint::elsewhere(work));
    }
    for placed in sheet.placed {
        if let Some(shift) = sheet.planned(placed) {
            add_stint(by_person.entry(placed.person).or_default(), shift);
        }
    }
    for stints in by_person.values_mut() {
        mark_nested(stints);
        stints.sort_by_key(|stint| (stint.starts_at, stint.ends_at));
    }
    by_person
}

fn add_stint(stints: &mut Vec<Stint>, shift: &PlannedShift) {
    stints.push(Stint::planned(shift));
}

fn mark_nested(stints: &mut [Stint]) {
    let outer: Vec<(String, Date, String)> = stints
        .iter()
        .filter(|stint| stint.within.is_none() && stint.here)
        .map(|stint| (stint.post.clone(), stint.date, stint.shift.clone()))
        .collect();
    for stint in stints.iter_mut() {
        if let Some(parent) = &stint.within {
            let inside = (stint.post.clone(), stint.date, parent.clone());
            stint.nested = outer.contains(&inside);
        }
    }
}

/// Whether a placement's person is also on the shift around it.
pub(super) fn holds_parent(placed: &Placed, parent: &str, all: &[Placed]) -> bool {
    all.iter().any(|other| {
        other.person == placed.person
            && other.date == placed.date
            && other.post == placed.post
            && other.shift == parent
    })
}
