//! Clauses that contradict one another.

use super::super::{
    Diagnostic, EmergencyLeaving, LeavingNeeds, PostKind, Regulation, ServiceLevel, Sleeping,
};

pub(super) fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    leaving(regulation, &mut found);
    sleeping(regulation, &mut found);
    answering(regulation, &mut found);
    for level in &regulation.service_levels {
        deadlines(level, &mut found);
    }
    escalation(regulation, &mut found);
    weights(regulation, &mut found);
    found
}

fn leaving(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let rule = &regulation.leaving;
    if rule.non_urgent == LeavingNeeds::Nothing && rule.at_least >= 1 {
        found.push(
            Diagnostic::error(
                "contradiction",
                "leaving.non_urgent",
                format!(
                    "既要求至少 {} 人在岗，又允许不找人代值就离岗",
                    rule.at_least
                ),
                format!(
                    "at least {} must be at the post, yet leaving needs nobody",
                    rule.at_least
                ),
            )
            .help(
                "non_urgent 改为 stand_in，或 at_least 改为 0",
                "Set non_urgent to stand_in, or at_least to 0.",
            ),
        );
    }
    if rule.emergency == EmergencyLeaving::ReliefFirst {
        found.push(
            Diagnostic::error(
                "emergency_blocked",
                "leaving.emergency",
                "紧急情况必须先走后报，不能等人代值",
                "an emergency is never blocked: leave first, report at once",
            )
            .help("改为 leave_first", "Set it to leave_first."),
        );
    }
    approval(regulation, found);
    on_call(regulation, found);
}

fn approval(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let rule = &regulation.leaving;
    let needs_approval = matches!(
        rule.non_urgent,
        LeavingNeeds::Approval | LeavingNeeds::StandInAndApproval
    );
    if needs_approval && rule.approved_by.is_empty() {
        found.push(
            Diagnostic::error(
                "nobody_approves",
                "leaving.approved_by",
                "离岗须经批准，却没有写明由谁批准",
                "leaving needs approval, but nobody is named to approve",
            )
            .help("写上 approved_by", "Give approved_by."),
        );
    }
}

/// Waiting elsewhere and being at the post in every case exclude one another,
/// except for a leader or an emergency post, which nobody visits.
fn on_call(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let rule = &regulation.leaving;
    let visited = |post: &str| {
        let remote = [PostKind::Leader, PostKind::Emergency];
        regulation
            .post(post)
            .is_some_and(|post| !remote.contains(&post.kind))
    };
    let away = regulation
        .shifts
        .iter()
        .find(|shift| shift.on_call.is_some() && visited(&shift.post));
    if let (Some(shift), 1..) = (away, rule.at_least) {
        found.push(
            Diagnostic::error(
                "contradiction",
                format!("shifts.{}.on_call", shift.key),
                format!(
                    "“{}”不在岗待命，与“至少 {} 人在岗”矛盾",
                    shift.name.zh, rule.at_least
                ),
                format!(
                    "“{}” waits on call, against “at least {} at the post”",
                    shift.name.en, rule.at_least
                ),
            )
            .help(
                "待命制度把 leaving.at_least 写为 0，或夜间改为在岗值班",
                "With on-call duty set leaving.at_least to 0, or staff the night at the post.",
            ),
        );
    }
}

fn sleeping(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    if regulation.discipline.sleeping != Sleeping::Forbidden {
        return;
    }
    for shift in regulation
        .shifts
        .iter()
        .filter(|shift| shift.sleeping == Sleeping::Allowed)
    {
        found.push(
            Diagnostic::error(
                "contradiction",
                format!("shifts.{}.sleeping", shift.key),
                format!("纪律禁止睡岗，“{}”却允许睡觉", shift.name.zh),
                format!(
                    "discipline forbids sleeping, yet “{}” allows it",
                    shift.name.en
                ),
            )
            .help(
                "两处只能留一处；允许留宿的班次请去掉 discipline.sleeping",
                "Keep one of the two.",
            ),
        );
    }
}

fn answering(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let desk = &regulation.desk;
    if let (Some(rings), Some(seconds)) = (desk.answer_rings, desk.answer_seconds)
        && rings.saturating_mul(5) != seconds
    {
        found.push(
            Diagnostic::error(
                "contradiction",
                "desk.answer_seconds",
                format!(
                    "接听时限写了两次且不一致：{rings} 声(约 {} 秒)与 {seconds} 秒",
                    rings.saturating_mul(5)
                ),
                format!(
                    "two limits for answering that differ: {rings} rings ({} s) and {seconds} s",
                    rings.saturating_mul(5)
                ),
            )
            .help("只保留一个", "Keep one of them."),
        );
    }
    let promised = desk.promised_wait_minutes.is_some();
    let told = desk.scripts.iter().find(|script| script.tells_wait());
    if let Some(script) = told.filter(|_| !promised) {
        found.push(
            Diagnostic::error(
                "wait_not_promised",
                format!("desk.scripts.{}", script.key),
                format!("话术“{}”要告知等候时间，却没有写明几分钟", script.moment.zh),
                format!(
                    "the script “{}” tells a wait, but no number of minutes is promised",
                    script.moment.en
                ),
            )
            .help(
                "写上 desk.promised_wait_minutes，例如 2",
                "Give desk.promised_wait_minutes, such as 2.",
            ),
        );
    }
}

fn deadlines(level: &ServiceLevel, found: &mut Vec<Diagnostic>) {
    let before_arrival = level.dispatch_minutes.unwrap_or(0) + level.accept_minutes.unwrap_or(0);
    let late_arrival = level
        .arrive_minutes
        .is_some_and(|arrive| before_arrival > arrive);
    let early_finish = match (level.arrive_minutes, level.finish_minutes) {
        (Some(arrive), Some(finish)) => arrive > finish,
        _ => false,
    };
    if late_arrival || early_finish {
        found.push(
            Diagnostic::error(
                "impossible_deadline",
                "service_levels",
                format!(
                    "{}({})的时限前后矛盾",
                    super::super::labels::kind_name(level.kind),
                    super::super::labels::urgency_name(level.urgency)
                ),
                format!(
                    "the deadlines of {:?} ({:?}) contradict one another",
                    level.kind, level.urgency
                ),
            )
            .help(
                "派单加接单不得晚于到场，到场不得晚于完工",
                "Dispatch and acceptance together come before arrival, arrival before the finish.",
            ),
        );
    }
}

fn escalation(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    for chain in &regulation.escalations {
        let path = format!("escalations.{}.steps", chain.key);
        let rising = chain
            .steps
            .windows(2)
            .all(|pair| pair[0].after_minutes < pair[1].after_minutes);
        let told = chain
            .steps
            .iter()
            .all(|step| !step.roles.is_empty() || !step.posts.is_empty());
        if chain.steps.is_empty() || !told {
            found.push(
                Diagnostic::error(
                    "escalates_to_nobody",
                    path.clone(),
                    format!("上报链“{}”有一步没有写明报给谁", chain.key),
                    format!("a step of the chain “{}” tells nobody", chain.key),
                )
                .help(
                    "每一步写上 roles 或 posts",
                    "Give every step roles or posts.",
                ),
            );
        }
        if !rising {
            found.push(
                Diagnostic::error(
                    "escalation_order",
                    path,
                    format!("上报链“{}”的时间没有逐级递增", chain.key),
                    format!("the steps of “{}” do not follow in time", chain.key),
                )
                .help(
                    "after_minutes 逐级增大",
                    "Let after_minutes rise from step to step.",
                ),
            );
        }
    }
}

fn weights(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let indicators = &regulation.assessment.indicators;
    let sum: u64 = indicators
        .iter()
        .map(|indicator| u64::from(indicator.weight_percent))
        .sum();
    if !indicators.is_empty() && sum != 100 {
        found.push(
            Diagnostic::warning(
                "weights_not_100",
                "assessment.indicators",
                format!("考核权重合计 {sum}%，不是 100%"),
                format!("the weights add up to {sum}%, not 100%"),
            )
            .help("调整各项 weight_percent", "Adjust weight_percent."),
        );
    }
}
