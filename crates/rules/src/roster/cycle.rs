//! Rotation patterns that a supervisor knows by name: 早中晚休, 四班三运转, 白夜休休.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::PersonId;

use super::rotate::{fill_nested, settle_parts};
use super::sheet::{may_staff, needs_people};
use super::{Placed, Sheet};
use crate::regulation::PlannedShift;

/// One person's place in a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CycleRow {
    /// Who.
    pub person: PersonId,
    /// The place of the pattern on the first day of the month, counted from 0.
    pub starts_at_slot: u32,
}

/// A pattern of shifts and rest days, and who walks through it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cycle {
    /// Shift keys; `null` is a rest day.
    pub pattern: Vec<Option<String>>,
    /// The people and where each begins.
    pub rows: Vec<CycleRow>,
}

/// A pattern offered for a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CycleTemplate {
    /// Stable key.
    pub key: String,
    /// Name in Chinese.
    pub name_zh: String,
    /// Name in English.
    pub name_en: String,
    /// Shift keys; `null` is a rest day.
    pub pattern: Vec<Option<String>>,
}

/// Lays the cycle over the month on top of what is placed. A slot is skipped
/// where the shift is not planned or has ended, the person may not staff it, is not employed
/// or on leave; what stays open is reported by the check.
pub fn lay_cycle(sheet: &Sheet<'_>, cycle: &Cycle) -> Vec<Placed> {
    let mut placed = sheet.placed.to_vec();
    let length = cycle.pattern.len();
    if length == 0 {
        return placed;
    }
    for (day, date) in sheet.month.days().enumerate() {
        for row in &cycle.rows {
            let slot = (day + row.starts_at_slot as usize) % length;
            let Some(Some(key)) = cycle.pattern.get(slot) else {
                continue;
            };
            let planned = sheet
                .open_plan()
                .find(|shift| shift.date == date && &shift.shift == key);
            if let Some(shift) = planned.filter(|shift| fits(sheet, row.person, shift, &placed)) {
                placed.push(Placed {
                    date,
                    post: shift.post.clone(),
                    shift: shift.shift.clone(),
                    part: super::Part::Second,
                    person: row.person,
                });
            }
        }
    }
    fill_nested(sheet, &mut placed);
    settle_parts(&mut placed);
    placed
}

fn fits(sheet: &Sheet<'_>, person: PersonId, shift: &PlannedShift, placed: &[Placed]) -> bool {
    let employed = sheet.person(person).is_some_and(|person| {
        may_staff(person, shift) && person.employment.is_active_on(shift.date)
    });
    let busy = placed
        .iter()
        .any(|p| p.person == person && p.date == shift.date);
    employed && !busy && !sheet.is_on_leave(person, shift.date)
}

/// The usual patterns for the shifts a post has, by the number of shifts a day.
pub fn cycle_templates(plan: &[PlannedShift]) -> Vec<CycleTemplate> {
    let mut main: Vec<&PlannedShift> = plan
        .iter()
        .filter(|shift| shift.within.is_none() && needs_people(shift))
        .collect();
    main.sort_by_key(|shift| shift.starts_at);
    let mut keys: Vec<String> = Vec::new();
    for shift in main {
        if !keys.contains(&shift.shift) {
            keys.push(shift.shift.clone());
        }
    }
    named_patterns(&keys)
}

/// A pattern by name: how many shifts a day it is for (three stands for three
/// or more), its key and names, and its places: 0 is a rest day, n the n-th shift.
type NamedPattern = (
    usize,
    &'static str,
    &'static str,
    &'static str,
    &'static [usize],
);

const NAMED_PATTERNS: &[NamedPattern] = &[
    (
        1,
        "five_on_two_off",
        "上五休二",
        "Five on, two off",
        &[1, 1, 1, 1, 1, 0, 0],
    ),
    (
        1,
        "four_on_two_off",
        "上四休二",
        "Four on, two off",
        &[1, 1, 1, 1, 0, 0],
    ),
    (1, "one_on_one_off", "上一休一", "One on, one off", &[1, 0]),
    (
        2,
        "day_night_off_off",
        "白夜休休",
        "Day, night, off, off",
        &[1, 2, 0, 0],
    ),
    (
        2,
        "two_two_four_off",
        "两白两夜休四",
        "Two days, two nights, four off",
        &[1, 1, 2, 2, 0, 0, 0, 0],
    ),
    (
        2,
        "days_only",
        "长白班（上五休二）",
        "Days only, five on, two off",
        &[1, 1, 1, 1, 1, 0, 0],
    ),
    (
        2,
        "nights_of_six",
        "夜班六人轮",
        "Nights in turn of six",
        &[2, 0, 0, 0, 0, 0],
    ),
    (
        3,
        "early_middle_night_off",
        "早中晚休",
        "Early, middle, night, off",
        &[1, 2, 3, 0],
    ),
    (
        3,
        "four_crews",
        "四班三运转",
        "Four crews, three shifts",
        &[1, 1, 2, 2, 3, 3, 0, 0],
    ),
    (
        3,
        "three_each",
        "三早三中三晚休三",
        "Three each, three off",
        &[1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 0, 0],
    ),
];

fn named_patterns(keys: &[String]) -> Vec<CycleTemplate> {
    let shift_at = |place: &usize| place.checked_sub(1).and_then(|at| keys.get(at)).cloned();
    NAMED_PATTERNS
        .iter()
        .filter(|(shifts, ..)| *shifts == keys.len().min(3))
        .map(|(_, key, zh, en, places)| CycleTemplate {
            key: (*key).to_owned(),
            name_zh: (*zh).to_owned(),
            name_en: (*en).to_owned(),
            pattern: places.iter().map(shift_at).collect(),
        })
        .collect()
}
