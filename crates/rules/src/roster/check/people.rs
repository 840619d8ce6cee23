//! Whether each person may stand where the roster puts them.

use super::cell_of;
use super::words::{day_en, day_zh, name};
use crate::roster::sheet::may_staff;
use crate::roster::stint::holds_parent;
use crate::roster::{Placed, ProblemCode, ProblemSeverity, RosterProblem, Sheet};

pub(super) fn check_people(sheet: &Sheet<'_>, problems: &mut Vec<RosterProblem>) {
    for placed in sheet.placed {
        if let Some((severity, code, zh, en)) = judge(sheet, placed) {
            problems.push(RosterProblem {
                severity,
                code,
                cells: vec![cell_of(placed)],
                zh,
                en,
                article: None,
            });
        }
    }
}

type Judgement = (ProblemSeverity, ProblemCode, String, String);

fn judge(sheet: &Sheet<'_>, placed: &Placed) -> Option<Judgement> {
    judge_person(sheet, placed)
        .or_else(|| judge_shift(sheet, placed))
        .or_else(|| judge_nested(sheet, placed))
}

fn judge_person(sheet: &Sheet<'_>, placed: &Placed) -> Option<Judgement> {
    let (zh_day, en_day) = (day_zh(placed.date), day_en(placed.date));
    let label = sheet.label(&placed.post, &placed.shift);
    let Some(person) = sheet.person(placed.person) else {
        return Some((
            ProblemSeverity::Error,
            ProblemCode::UnknownPerson,
            format!(
                "{zh_day}{}排了不在本小区名册中的人员，请清除后重排",
                label.zh
            ),
            format!(
                "{en_day}: {} is given to somebody who is not on the staff",
                label.en
            ),
        ));
    };
    let who = name(sheet, placed.person);
    if !person.employment.is_active_on(placed.date) {
        return Some((
            ProblemSeverity::Error,
            ProblemCode::InactivePerson,
            format!(
                "{who}在 {zh_day}不在职（未入职或已离职），不能排{}",
                label.zh
            ),
            format!(
                "{who} is not employed on {en_day} and cannot take {}",
                label.en
            ),
        ));
    }
    if sheet.is_on_leave(placed.person, placed.date) {
        return Some((
            ProblemSeverity::Error,
            ProblemCode::OnLeave,
            format!("{who}在 {zh_day}请假，不能排{}", label.zh),
            format!("{who} is on leave on {en_day} and cannot take {}", label.en),
        ));
    }
    None
}

fn judge_shift(sheet: &Sheet<'_>, placed: &Placed) -> Option<Judgement> {
    let (zh_day, en_day) = (day_zh(placed.date), day_en(placed.date));
    let label = sheet.label(&placed.post, &placed.shift);
    let who = name(sheet, placed.person);
    let Some(shift) = sheet.planned(placed) else {
        return Some((
            ProblemSeverity::Error,
            ProblemCode::UnknownShift,
            format!(
                "值班制度在 {zh_day}没有“{}”这个班次，请清除{who}的这一格",
                label.zh
            ),
            format!(
                "The regulation plans no {} on {en_day}: clear {who}'s cell",
                label.en
            ),
        ));
    };
    if sheet
        .person(placed.person)
        .is_some_and(|person| may_staff(person, shift))
    {
        return None;
    }
    Some((
        ProblemSeverity::Error,
        ProblemCode::WrongRole,
        format!("{who}不具备{}要求的角色，{zh_day}请换人", label.zh),
        format!("{who} has none of the roles for {} on {en_day}", label.en),
    ))
}

fn judge_nested(sheet: &Sheet<'_>, placed: &Placed) -> Option<Judgement> {
    let parent = sheet.planned(placed)?.within.as_deref()?;
    if holds_parent(placed, parent, sheet.placed) {
        return None;
    }
    let (zh_day, en_day) = (day_zh(placed.date), day_en(placed.date));
    let label = sheet.label(&placed.post, &placed.shift);
    let outer = sheet.label(&placed.post, parent);
    let who = name(sheet, placed.person);
    Some((
        ProblemSeverity::Warning,
        ProblemCode::OutsideParentShift,
        format!(
            "{zh_day}{}由{who}值守，但其当天不上{}，请确认",
            label.zh, outer.zh
        ),
        format!(
            "{en_day}: {who} holds {} without being on {}",
            label.en, outer.en
        ),
    ))
}
