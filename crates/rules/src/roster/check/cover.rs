//! Whether every required shift has its people, one of them responsible.

use super::cell_of;
use super::words::{day_en, day_zh};
use crate::regulation::PlannedShift;
use crate::roster::{CellRef, Part, Placed, ProblemCode, ProblemSeverity, RosterProblem, Sheet};

pub(super) fn check_cover(sheet: &Sheet<'_>, problems: &mut Vec<RosterProblem>) {
    for shift in sheet.staffed_plan() {
        let there: Vec<&Placed> = sheet
            .placed
            .iter()
            .filter(|p| p.date == shift.date && p.post == shift.post && p.shift == shift.shift)
            .collect();
        if shift.ends_at > sheet.now {
            problems.extend(check_count(sheet, shift, &there));
        }
        if !there.is_empty() {
            problems.extend(check_responsible(sheet, shift, &there));
        }
    }
}

fn check_count(
    sheet: &Sheet<'_>,
    shift: &PlannedShift,
    there: &[&Placed],
) -> Option<RosterProblem> {
    let label = sheet.label(&shift.post, &shift.shift);
    let (zh_day, en_day) = (day_zh(shift.date), day_en(shift.date));
    let (needed, present) = (shift.count as usize, there.len());
    let (severity, code, zh, en) = if present == 0 && shift.optional {
        return None;
    } else if present == 0 {
        (
            ProblemSeverity::Error,
            ProblemCode::Uncovered,
            format!("{zh_day}{}无人值班，需排 {needed} 人", label.zh),
            format!("{en_day}: nobody on {}, {needed} needed", label.en),
        )
    } else if present < needed {
        (
            ProblemSeverity::Error,
            ProblemCode::Understaffed,
            format!(
                "{zh_day}{}还缺 {} 人（应 {needed} 人，已排 {present} 人）",
                label.zh,
                needed - present
            ),
            format!(
                "{en_day}: {} is {} short ({present} of {needed})",
                label.en,
                needed - present
            ),
        )
    } else if present > needed {
        (
            ProblemSeverity::Advice,
            ProblemCode::Overstaffed,
            format!(
                "{zh_day}{}多排了 {} 人（应 {needed} 人）",
                label.zh,
                present - needed
            ),
            format!(
                "{en_day}: {} more than needed on {}",
                present - needed,
                label.en
            ),
        )
    } else {
        return None;
    };
    Some(RosterProblem {
        severity,
        code,
        cells: cells(shift, there),
        zh,
        en,
        article: None,
    })
}

fn check_responsible(
    sheet: &Sheet<'_>,
    shift: &PlannedShift,
    there: &[&Placed],
) -> Option<RosterProblem> {
    let responsible = there.iter().filter(|p| p.part == Part::Responsible).count();
    let label = sheet.label(&shift.post, &shift.shift);
    let (zh_day, en_day) = (day_zh(shift.date), day_en(shift.date));
    let (code, zh, en) = match responsible {
        1 => return None,
        0 => (
            ProblemCode::ResponsibleMissing,
            format!("{zh_day}{}未指定责任人，请指定一人", label.zh),
            format!("{en_day}: nobody on {} is the responsible one", label.en),
        ),
        _ => (
            ProblemCode::ResponsibleTwice,
            format!(
                "{zh_day}{}有 {responsible} 名责任人，只能保留一名",
                label.zh
            ),
            format!("{en_day}: {responsible} responsible people on {}", label.en),
        ),
    };
    Some(RosterProblem {
        severity: ProblemSeverity::Error,
        code,
        cells: cells(shift, there),
        zh,
        en,
        article: None,
    })
}

fn cells(shift: &PlannedShift, there: &[&Placed]) -> Vec<CellRef> {
    if there.is_empty() {
        return vec![CellRef {
            person: None,
            date: shift.date,
            post: shift.post.clone(),
            shift: Some(shift.shift.clone()),
        }];
    }
    there.iter().map(|placed| cell_of(placed)).collect()
}
