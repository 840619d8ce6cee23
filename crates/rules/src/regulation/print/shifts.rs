//! The table of shifts.

use super::super::labels::{days_zh, roles_zh};
use super::super::{Regulation, Shift, Sleeping};
use super::Page;

pub(super) fn shifts(regulation: &Regulation, page: &mut Page) {
    page.title("班次");
    page.line("| 岗位 | 班次 | 时间 | 日期 | 值班人 | 人数 | 提前到岗 | 说明 |");
    page.line("|---|---|---|---|---|---|---|---|");
    for shift in &regulation.shifts {
        let post = regulation
            .post(&shift.post)
            .map_or(shift.post.as_str(), |post| &post.name.zh);
        let lead = match regulation.sign_in_lead_minutes(shift) {
            0 => "—".to_owned(),
            minutes => format!("{minutes} 分钟"),
        };
        let people = match (shift.needs_person(), shift.people_at_most) {
            (false, _) => "—".to_owned(),
            (true, Some(most)) if most != shift.people => format!("{}-{most}", shift.people),
            (true, _) => shift.people.to_string(),
        };
        page.line(format!(
            "| {post} | {} | {} | {} | {} | {people} | {lead} | {} |",
            shift.name.zh,
            hours_zh(regulation, shift),
            days_zh(&shift.days),
            held_by(regulation, shift),
            remarks(regulation, shift).join("，")
        ));
    }
}

fn hours_zh(regulation: &Regulation, shift: &Shift) -> String {
    match shift.hours.clock() {
        Some((from, to)) if to <= from => format!("{from}-次日 {to}"),
        Some((from, to)) => format!("{from}-{to}"),
        None => {
            let work = regulation
                .work_hours
                .as_ref()
                .map_or(String::new(), |work| format!("(工作时间 {})", work.hours));
            let derived = shift.hours.to_string();
            let words = derived
                .replace("work_end", "下班")
                .replace("work_start", "上班");
            format!("{words}{work}")
        }
    }
}

fn held_by(regulation: &Regulation, shift: &Shift) -> String {
    match &shift.line_to {
        Some(post) => {
            let name = regulation
                .post(post)
                .map_or(post.as_str(), |post| &post.name.zh);
            format!("值班电话转{name}")
        }
        None => roles_zh(&shift.roles),
    }
}

fn remarks(regulation: &Regulation, shift: &Shift) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(outer) = shift
        .within
        .as_deref()
        .and_then(|key| regulation.shift(key))
    {
        remarks.push(format!("在{}之内，一键换人", outer.name.zh));
    }
    if let Some(on_call) = &shift.on_call {
        remarks.push(format!(
            "待命(留宿)，{} 分钟内到岗",
            on_call.response_minutes
        ));
    }
    if shift.sleeping == Sleeping::Allowed {
        remarks.push("可休息睡眠".to_owned());
    }
    if shift.optional {
        remarks.push("必要时开设".to_owned());
    }
    if let Some(form) = &shift.record_form {
        remarks.push(format!("记入《{}》", form.zh));
    }
    if !shift.stated {
        remarks.push("本预设补充，可改".to_owned());
    }
    remarks
}
