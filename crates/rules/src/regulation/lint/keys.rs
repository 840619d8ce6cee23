//! Names used twice, and recurrences that never happen.

use std::collections::BTreeSet;

use super::super::{Diagnostic, Recurrence, Regulation};

pub(super) fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    duplicates(regulation, &mut found);
    recurrences(regulation, &mut found);
    found
}

fn duplicates(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let r = regulation;
    let lists: [(&str, Vec<&str>); 12] = [
        ("posts", r.posts.iter().map(|x| x.key.as_str()).collect()),
        ("shifts", r.shifts.iter().map(|x| x.key.as_str()).collect()),
        (
            "qualifications",
            r.qualifications.iter().map(|x| x.key.as_str()).collect(),
        ),
        (
            "periodic",
            r.periodic.iter().map(|x| x.key.as_str()).collect(),
        ),
        (
            "notices",
            r.notices.iter().map(|x| x.key.as_str()).collect(),
        ),
        (
            "inspections",
            r.inspections.iter().map(|x| x.key.as_str()).collect(),
        ),
        (
            "escalations",
            r.escalations.iter().map(|x| x.key.as_str()).collect(),
        ),
        ("plans", r.plans.iter().map(|x| x.key.as_str()).collect()),
        (
            "permits",
            r.permits.iter().map(|x| x.key.as_str()).collect(),
        ),
        (
            "handover.items",
            r.handover.items.iter().map(|x| x.key.as_str()).collect(),
        ),
        (
            "handover.checklist",
            r.handover
                .checklist
                .iter()
                .map(|x| x.key.as_str())
                .collect(),
        ),
        (
            "clauses",
            r.clauses.iter().map(|x| x.number.as_str()).collect(),
        ),
    ];
    for (list, keys) in lists {
        let mut seen = BTreeSet::new();
        let twice = keys.into_iter().filter(|key| !seen.insert(*key));
        found.extend(twice.map(|key| duplicate(list, key)));
    }
}

fn duplicate(list: &str, key: &str) -> Diagnostic {
    Diagnostic::error(
        "duplicate_key",
        format!("{list}.{key}"),
        format!("{list} 里有两个“{key}”"),
        format!("{list} has “{key}” twice"),
    )
    .help("改用不同的键", "Give each its own key.")
}

fn recurrences(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let duties = regulation
        .periodic
        .iter()
        .map(|x| (format!("periodic.{}.when", x.key), &x.when));
    let checks = regulation
        .inspections
        .iter()
        .map(|x| (format!("inspections.{}.when", x.key), &x.when));
    let training = regulation
        .training
        .iter()
        .map(|x| (format!("training.{}.when", x.key), &x.when));
    for (path, when) in duties.chain(checks).chain(training) {
        if !possible(when) {
            found.push(
                Diagnostic::error("impossible_date", path, "周期写得不成立", "this recurrence never happens")
                    .help(
                        "月内日期写 1-31，年内日期写 MM-DD，间隔和次数至少为 1",
                        "Days of a month are 1-31, days of a year MM-DD, intervals and counts at least 1.",
                    ),
            );
        }
    }
}

fn possible(when: &Recurrence) -> bool {
    match when {
        Recurrence::DailyAt(_) | Recurrence::EachShift => true,
        Recurrence::Weekly(days) => !days.is_empty(),
        Recurrence::MonthDays(days) => {
            !days.is_empty() && days.iter().all(|d| (1..=31).contains(d))
        }
        // 2028 is a leap year, so that 02-29 counts as a day that happens.
        Recurrence::YearDays(days) => {
            !days.is_empty()
                && days
                    .iter()
                    .all(|d| format!("2028-{d}").parse::<zhishou_base::Date>().is_ok())
        }
        Recurrence::EveryMinutes(n)
        | Recurrence::EveryMonths(n)
        | Recurrence::RandomPerMonth(n) => *n > 0,
    }
}
