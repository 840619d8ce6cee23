//! Whether a person's stretches of work leave room for rest.

use zhishou_base::{Date, PersonId};

use super::words::{day_en, day_zh, hours, name};
use crate::roster::stint::Stint;
use crate::roster::{CellRef, ProblemCode, ProblemSeverity, RosterProblem, Sheet};

pub(super) fn check_stints(
    sheet: &Sheet<'_>,
    person: PersonId,
    stints: &[Stint],
    problems: &mut Vec<RosterProblem>,
) {
    let reporter = Reporter { sheet, person };
    problems.extend(reporter.overlaps(stints));
    let own: Vec<&Stint> = stints.iter().filter(|stint| !stint.nested).collect();
    problems.extend(reporter.short_rests(&own));
    problems.extend(reporter.long_runs(&own));
    problems.extend(reporter.week_hours(&own));
    problems.extend(reporter.nights_in_row(&own));
}

struct Reporter<'a> {
    sheet: &'a Sheet<'a>,
    person: PersonId,
}

impl Reporter<'_> {
    fn overlaps(&self, stints: &[Stint]) -> Vec<RosterProblem> {
        let mut problems = Vec::new();
        for (at, first) in stints.iter().enumerate() {
            for second in &stints[at + 1..] {
                let clash = first.overlaps(second) && !first.is_part_of_same_duty(second);
                if clash && (first.here || second.here) {
                    let (a, b) = (self.label_zh(first), self.label_zh(second));
                    let (c, d) = (self.label_en(first), self.label_en(second));
                    let who = name(self.sheet, self.person);
                    problems.push(self.problem(
                        (ProblemSeverity::Error, ProblemCode::DoubleBooked, None),
                        &[first, second],
                        format!(
                            "{who}在 {}的{a}与{b}时间重叠，只能保留一个",
                            day_zh(second.date)
                        ),
                        format!("{who}: {c} and {d} overlap on {}", day_en(second.date)),
                    ));
                }
            }
        }
        problems
    }

    fn short_rests(&self, own: &[&Stint]) -> Vec<RosterProblem> {
        let least = self.sheet.limits.rest_between_shifts_hours;
        own.windows(2)
            .filter_map(|pair| {
                let [before, after] = pair else { return None };
                let rest = after.starts_at.since(before.ends_at).0;
                let short = rest >= 0 && rest < i64::from(least) * 3_600_000;
                if !short || !(before.here || after.here) {
                    return None;
                }
                let who = name(self.sheet, self.person);
                Some(self.problem(
                    (ProblemSeverity::Warning, ProblemCode::ShortRest, None),
                    &[before, after],
                    format!(
                        "{who} {}{}下班到 {}{}上班只休息 {} 小时，少于 {least} 小时",
                        day_zh(before.date),
                        self.label_zh(before),
                        day_zh(after.date),
                        self.label_zh(after),
                        hours(rest),
                    ),
                    format!(
                        "{who} rests {} h between {} ({}) and {} ({}), less than {least} h",
                        hours(rest),
                        self.label_en(before),
                        day_en(before.date),
                        self.label_en(after),
                        day_en(after.date),
                    ),
                ))
            })
            .collect()
    }

    fn long_runs(&self, own: &[&Stint]) -> Vec<RosterProblem> {
        let most = self.sheet.limits.run_of_days_max as usize;
        runs(own)
            .into_iter()
            .filter(|run| run.len() > most && run.iter().any(|stint| stint.here))
            .map(|run| {
                let who = name(self.sheet, self.person);
                let from = run.first().map_or_else(String::new, |s| day_zh(s.date));
                let from_en = run.first().map_or_else(String::new, |s| day_en(s.date));
                self.problem(
                    (
                        ProblemSeverity::Advice,
                        ProblemCode::LongRun,
                        Some("劳动法第三十八条"),
                    ),
                    &run[most..],
                    format!(
                        "{who}自 {from}起连续上班 {} 天，每周应至少休息一天",
                        run.len()
                    ),
                    format!(
                        "{who} works {} days in a row from {from_en}; one rest day a week is due",
                        run.len()
                    ),
                )
            })
            .collect()
    }

    fn week_hours(&self, own: &[&Stint]) -> Vec<RosterProblem> {
        let most = self.sheet.limits.week_hours_max;
        let mut weeks: Vec<(i64, Vec<&Stint>)> = Vec::new();
        for stint in own.iter().filter(|stint| stint.counts_hours) {
            let week = week_of(stint.date);
            match weeks.last_mut() {
                Some((last, members)) if *last == week => members.push(stint),
                _ => weeks.push((week, vec![stint])),
            }
        }
        weeks
            .into_iter()
            .filter_map(|(week, members)| {
                let sum: i64 = members.iter().map(|stint| stint.length().0).sum();
                let over = sum > i64::from(most) * 3_600_000;
                if !over || !members.iter().any(|stint| stint.here) {
                    return None;
                }
                let monday = Date::from_days_since_epoch(week * 7 - 3);
                let who = name(self.sheet, self.person);
                Some(self.problem(
                    (
                        ProblemSeverity::Warning,
                        ProblemCode::WeekHours,
                        Some("劳动法第三十六条"),
                    ),
                    &members,
                    format!(
                        "{who}在 {}起的一周排了 {} 小时，超过 {most} 小时",
                        day_zh(monday),
                        hours(sum)
                    ),
                    format!(
                        "{who} has {} h in the week of {}, more than {most} h",
                        hours(sum),
                        day_en(monday)
                    ),
                ))
            })
            .collect()
    }

    fn nights_in_row(&self, own: &[&Stint]) -> Vec<RosterProblem> {
        let most = self.sheet.limits.nights_in_row_max as usize;
        let nights: Vec<&Stint> = own.iter().filter(|stint| stint.night).copied().collect();
        runs(&nights)
            .into_iter()
            .filter(|run| run.len() > most && run.iter().any(|stint| stint.here))
            .map(|run| {
                let who = name(self.sheet, self.person);
                let from = run.first().map_or_else(String::new, |s| day_zh(s.date));
                let from_en = run.first().map_or_else(String::new, |s| day_en(s.date));
                self.problem(
                    (ProblemSeverity::Warning, ProblemCode::NightsInRow, None),
                    &run[most..],
                    format!("{who}自 {from}起连续 {} 个夜班，超过 {most} 个", run.len()),
                    format!(
                        "{who} has {} nights in a row from {from_en}, more than {most}",
                        run.len()
                    ),
                )
            })
            .collect()
    }

    fn label_zh(&self, stint: &Stint) -> String {
        self.sheet.label(&stint.post, &stint.shift).zh
    }

    fn label_en(&self, stint: &Stint) -> String {
        self.sheet.label(&stint.post, &stint.shift).en
    }

    fn problem(
        &self,
        (severity, code, article): (ProblemSeverity, ProblemCode, Option<&str>),
        stints: &[&Stint],
        zh: String,
        en: String,
    ) -> RosterProblem {
        let cells = stints
            .iter()
            .filter(|stint| stint.here)
            .map(|stint| CellRef {
                person: Some(self.person),
                date: stint.date,
                post: stint.post.clone(),
                shift: Some(stint.shift.clone()),
            })
            .collect();
        RosterProblem {
            severity,
            code,
            cells,
            zh,
            en,
            article: article.map(str::to_owned),
        }
    }
}

/// The Monday-to-Sunday week of a date, counted from the epoch (a Thursday).
fn week_of(date: Date) -> i64 {
    (date.days_since_epoch() + 3).div_euclid(7)
}

/// Stretches on days that follow each other, one a day.
fn runs<'a>(stints: &[&'a Stint]) -> Vec<Vec<&'a Stint>> {
    let mut runs: Vec<Vec<&Stint>> = Vec::new();
    for stint in stints {
        let previous = runs.last().and_then(|run| run.last()).map(|last| last.date);
        match (previous, runs.last_mut()) {
            (Some(date), _) if date == stint.date => {}
            (Some(date), Some(run)) if date.plus_days(1) == stint.date => run.push(stint),
            _ => runs.push(vec![stint]),
        }
    }
    runs
}
