//! Coming, leaving, handing over, discipline.

use super::super::labels::{breach_name, measure_name, roles_zh};
use super::super::{EmergencyLeaving, HandoverRules, Leaving, LeavingNeeds, Regulation, Side};
use super::Page;

pub(super) fn coming_and_leaving(regulation: &Regulation, page: &mut Page) {
    page.title("到岗与离岗");
    let sign_in = &regulation.sign_in;
    if sign_in.lead_minutes > 0 {
        page.item(format!("接班人提前 {} 分钟到岗签到", sign_in.lead_minutes));
    }
    if let Some(minutes) = sign_in.outgoing_ready_minutes {
        page.item(format!("交班人在交班前 {minutes} 分钟备妥交接事项"));
    }
    leaving(&regulation.leaving, page);
}

fn leaving(rule: &Leaving, page: &mut Page) {
    if rule.at_least > 0 {
        page.item(format!("任何情况下至少 {} 人在岗", rule.at_least));
    }
    let stand_in = match rule.stand_in_roles.as_slice() {
        [] => "有人代值".to_owned(),
        roles => format!("由{}代值", roles_zh(roles)),
    };
    let approval = match rule.approved_by.as_slice() {
        [] => "经批准".to_owned(),
        roles => format!("经{}批准", roles_zh(roles)),
    };
    page.item(match rule.non_urgent {
        LeavingNeeds::Nothing => "非紧急事项可短时离岗".to_owned(),
        LeavingNeeds::StandIn => format!("非紧急离岗须先{stand_in}"),
        LeavingNeeds::Approval => format!("非紧急离岗须先{approval}"),
        LeavingNeeds::StandInAndApproval => format!("非紧急离岗须先{approval}，并{stand_in}"),
    });
    page.item(match rule.emergency {
        EmergencyLeaving::LeaveFirst => "紧急情况先走后报，无人在位的时间如实记录",
        EmergencyLeaving::ReliefFirst => "紧急情况须等代值人到岗",
    });
}

pub(super) fn handover(rule: &HandoverRules, page: &mut Page) {
    page.title("交接班");
    page.item("双方签字后责任转移；签字前仍由交班人负责");
    let marks = [
        (
            rule.deferred_items_settled,
            "夜间未办事项须逐条转单、关闭或写明结转原因，方可签字",
        ),
        (rule.carry_over_needs_reason, "遗留事项逐条写明原因"),
        (rule.missing_items_explained, "物品缺损须说明去向并记录"),
        (rule.incoming_reads_log, "接班人查阅值班记录并询问未完事项"),
        (rule.fitness_check, "确认接班人状态适合上岗"),
        (rule.customer_feedback, "交接客户反馈"),
        (rule.cash_count, "清点现金与票据"),
        (
            rule.note_when_off_next_day,
            "次日轮休的，写明未办事项的原因和建议",
        ),
    ];
    for (_, mark) in marks.iter().filter(|(on, _)| *on) {
        page.item(mark);
    }
    for check in &rule.checklist {
        let side = match check.side {
            Side::Outgoing => "交班人",
            Side::Incoming => "接班人",
            Side::Both => "双方",
        };
        page.item(format!("{side}检查：{}", check.text.zh));
    }
    if !rule.items.is_empty() {
        page.line("\n| 清点物品 | 应有 |");
        page.line("|---|---|");
        for item in &rule.items {
            page.line(format!("| {} | {} |", item.name.zh, item.expected));
        }
    }
}

pub(super) fn discipline(regulation: &Regulation, page: &mut Page) {
    let rule = &regulation.discipline;
    let ladder = &regulation.assessment.ladder;
    if rule.breaches.is_empty() && rule.forbidden.is_empty() && ladder.is_empty() {
        return;
    }
    page.title("纪律与考核");
    if !rule.breaches.is_empty() {
        let breaches: Vec<&str> = rule
            .breaches
            .iter()
            .map(|breach| breach_name(*breach))
            .collect();
        page.item(format!("记为问题项：{}", breaches.join("、")));
    }
    if !rule.forbidden.is_empty() {
        let forbidden: Vec<&str> = rule.forbidden.iter().map(|text| text.zh.as_str()).collect();
        page.item(format!("值班期间不得：{}", forbidden.join("、")));
    }
    for step in ladder {
        let grave = if step.grave { "(情节严重)" } else { "" };
        page.item(format!("处理：{}{grave}", measure_name(step.measure)));
    }
}
