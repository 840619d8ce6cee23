//! Reception and deadlines.

use super::super::labels::{kind_name, minutes_zh, urgency_name};
use super::super::{DeskRules, ServiceLevel};
use super::Page;

pub(super) fn desk(rule: &DeskRules, page: &mut Page) {
    if rule.takes.is_empty() && rule.answer_limit_seconds().is_none() && rule.scripts.is_empty() {
        return;
    }
    page.title("接待");
    if !rule.takes.is_empty() {
        let kinds: Vec<&str> = rule.takes.iter().map(|kind| kind_name(*kind)).collect();
        page.item(format!("受理{}", kinds.join("、")));
    }
    if let Some(seconds) = rule.answer_limit_seconds() {
        let rings = rule
            .answer_rings
            .map_or(String::new(), |rings| format!("铃响 {rings} 声内(约 "));
        let close = if rings.is_empty() { "" } else { ")" };
        page.item(format!("{rings}{seconds} 秒{close}接听"));
    }
    for script in &rule.scripts {
        let said = script.said_in("本小区", rule.promised_wait_minutes);
        page.item(format!("{}:{}", script.moment.zh, said.zh));
    }
}

pub(super) fn levels(levels: &[ServiceLevel], page: &mut Page) {
    if levels.is_empty() {
        return;
    }
    page.title("办理时限");
    page.line("| 类别 | 紧急程度 | 派单 | 接单 | 到场 | 首次答复 | 办结 | 回访 |");
    page.line("|---|---|---|---|---|---|---|---|");
    for level in levels {
        let cell = |minutes: Option<u32>| minutes.map_or("—".to_owned(), minutes_zh);
        page.line(format!(
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            kind_name(level.kind),
            urgency_name(level.urgency),
            cell(level.dispatch_minutes),
            cell(level.accept_minutes),
            cell(level.arrive_minutes),
            cell(level.first_reply_minutes),
            cell(level.finish_minutes),
            cell(level.callback_minutes)
        ));
    }
}
