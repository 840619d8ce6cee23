//! Shifts that nobody can staff, and lead times that cannot be kept.

use zhishou_base::Span;

use super::super::{Diagnostic, PostKind, Regulation, Shift, WorkCalendar};
use super::week;
use crate::access::{Role, Verb, may};

pub(super) fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for shift in &regulation.shifts {
        people(shift, &mut found);
        if shift.needs_person() {
            roles(shift, &mut found);
        }
    }
    for post in &regulation.posts {
        leads(regulation, &post.key, &mut found);
    }
    duties(regulation, &mut found);
    stand_ins(regulation, &mut found);
    two_places(regulation, &mut found);
    found
}

fn holds(role: &Role) -> bool {
    may(*role, Verb::HoldPost)
}

fn roles(shift: &Shift, found: &mut Vec<Diagnostic>) {
    let path = format!("shifts.{}.roles", shift.key);
    if shift.roles.is_empty() {
        found.push(
            Diagnostic::error(
                "nobody_may_staff",
                path,
                format!("“{}”没有写明由什么人值班", shift.name.zh),
                format!("“{}” names no role to staff it", shift.name.en),
            )
            .help(
                "写上 roles，例如 roles = [\"repairer\"]；由别的岗位接电话则写 line_to",
                "Give roles, e.g. roles = [\"repairer\"]; or line_to when another post holds the line.",
            ),
        );
    } else if !shift.roles.iter().any(holds) {
        found.push(
            Diagnostic::error(
                "nobody_may_staff",
                path,
                format!("“{}”所列角色都无权在岗值班", shift.name.zh),
                format!("no role of “{}” may hold a post", shift.name.en),
            )
            .help(
                format!("可值班的角色：{}", holding_roles("、")),
                format!("Roles that may hold a post: {}", holding_roles(", ")),
            ),
        );
    }
}

fn holding_roles(and: &str) -> String {
    let roles: Vec<&str> = Role::ALL
        .iter()
        .filter(|role| holds(role))
        .map(|role| role.as_str())
        .collect();
    roles.join(and)
}

fn people(shift: &Shift, found: &mut Vec<Diagnostic>) {
    let most = shift.people_at_most.unwrap_or(shift.people);
    if shift.needs_person() && shift.people == 0 || most < shift.people {
        found.push(
            Diagnostic::error(
                "impossible_number",
                format!("shifts.{}.people", shift.key),
                format!(
                    "“{}”的人数不成立：至少 {}，至多 {most}",
                    shift.name.zh, shift.people
                ),
                format!(
                    "“{}” cannot have at least {} and at most {most} people",
                    shift.name.en, shift.people
                ),
            )
            .help(
                "人数至少为 1，上限不小于下限",
                "At least 1, and no maximum below the minimum.",
            ),
        );
    }
    if !shift.needs_person() && (!shift.roles.is_empty() || shift.on_call.is_some()) {
        found.push(
            Diagnostic::error(
                "line_and_person",
                format!("shifts.{}.line_to", shift.key),
                format!("“{}”既转给别的岗位，又写了值班人", shift.name.zh),
                format!(
                    "“{}” both goes to another post and names people",
                    shift.name.en
                ),
            )
            .help(
                "line_to 与 roles、on_call 只取其一",
                "Keep either line_to or roles and on_call.",
            ),
        );
    }
}

/// A lead longer than the shift before it would have two people waiting for a third.
fn leads(regulation: &Regulation, post: &str, found: &mut Vec<Diagnostic>) {
    let planned = week::shifts(regulation, post, &WorkCalendar::default());
    let main: Vec<_> = planned
        .iter()
        .filter(|shift| shift.within.is_none())
        .collect();
    let mut said: Vec<&str> = Vec::new();
    for shift in main.iter().filter(|shift| week::in_week(shift.starts_at)) {
        let lead = Span::minutes(shift.sign_in_lead_minutes.into());
        let before = main.iter().find(|before| before.ends_at == shift.starts_at);
        let longest = before.map_or(Span::hours(12), |before| {
            before.ends_at.since(before.starts_at)
        });
        if lead > longest && !said.contains(&shift.shift.as_str()) {
            said.push(&shift.shift);
            found.push(impossible_lead(regulation, &shift.shift, lead, longest));
        }
        let ready = regulation.sign_in.outgoing_ready_minutes.unwrap_or(0);
        if Span::minutes(ready.into()) > shift.ends_at.since(shift.starts_at) {
            found.push(
                Diagnostic::error(
                    "impossible_lead",
                    "sign_in.outgoing_ready_minutes",
                    format!("交班准备 {ready} 分钟，比班次 {} 还长", shift.shift),
                    format!(
                        "getting ready {ready} minutes ahead is longer than the shift {}",
                        shift.shift
                    ),
                )
                .help("改小提前量", "Shorten it."),
            );
        }
    }
}

fn impossible_lead(regulation: &Regulation, shift: &str, lead: Span, longest: Span) -> Diagnostic {
    let own = regulation
        .shift(shift)
        .is_some_and(|shift| shift.sign_in_lead_minutes.is_some());
    let path = if own {
        format!("shifts.{shift}.sign_in_lead_minutes")
    } else {
        "sign_in.lead_minutes".to_owned()
    };
    let (lead, longest) = (lead.whole_minutes(), longest.whole_minutes());
    Diagnostic::error(
        "impossible_lead",
        path,
        format!("班次 {shift} 要求提前 {lead} 分钟到岗，而上一班只有 {longest} 分钟"),
        format!(
            "the shift {shift} asks for {lead} minutes ahead, but the shift before lasts {longest}"
        ),
    )
    .help("提前量改为 10 或 15 分钟", "Ask for 10 or 15 minutes.")
}

/// Who holds a post should be able to read what it asks of them (R06.4, R14.2).
fn duties(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    for post in regulation
        .posts
        .iter()
        .filter(|post| post.duties.is_empty())
    {
        found.push(
            Diagnostic::advice(
                "no_duties",
                format!("posts.{}", post.key),
                format!("“{}”没有写明岗位职责", post.name.zh),
                format!("“{}” states no duties", post.name.en),
            )
            .help(
                "在 duties 里写上该岗位做什么，值班人可随时查看",
                "Write in duties what the post does, for its holder to read.",
            ),
        );
    }
}

fn stand_ins(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let named = &regulation.leaving.stand_in_roles;
    if !named.is_empty() && !named.iter().any(holds) {
        found.push(
            Diagnostic::error(
                "nobody_may_stand_in",
                "leaving.stand_in_roles",
                "代值角色都无权在岗值班",
                "no role that may stand in may hold a post",
            )
            .help(
                format!("可值班的角色：{}", holding_roles("、")),
                format!("Roles that may hold a post: {}", holding_roles(", ")),
            ),
        );
    }
}

/// One person cannot walk a patrol and hold the desk (R09).
fn two_places(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    for post in &regulation.posts {
        let patrols = |key: &String| {
            regulation
                .post(key)
                .is_some_and(|other| other.kind == PostKind::Patrol)
        };
        if post.kind == PostKind::Desk && post.may_combine_with.iter().any(patrols) {
            found.push(
                Diagnostic::error(
                    "desk_and_patrol",
                    format!("posts.{}.may_combine_with", post.key),
                    "前台不能与巡逻岗互兼：人在外面，前台就空了",
                    "the desk cannot be combined with a patrol: the desk would stand empty",
                )
                .help("去掉这一对兼岗", "Remove this pair."),
            );
        }
        let patrol_owed = regulation.periodic.iter().find(|duty| {
            duty.post.as_ref() == Some(&post.key) && duty.mechanism.as_deref() == Some("patrol")
        });
        let alone = regulation.shifts_of(&post.key).any(|shift| {
            shift.is_main() && shift.needs_person() && shift.on_call.is_none() && shift.people < 2
        });
        if let (PostKind::Desk, Some(duty), true) = (post.kind, patrol_owed, alone) {
            found.push(
                Diagnostic::warning(
                    "one_person_two_places",
                    format!("periodic.{}", duty.key),
                    format!("“{}”由前台人员承担，而前台可能只有一人：巡查时前台无人", duty.name.zh),
                    format!("“{}” falls to the desk, which may have one person: it is empty during the patrol", duty.name.en),
                )
                .help(
                    "巡查改由秩序维护员承担，或前台至少两人，或巡查时先请人代值",
                    "Give the patrol to a guard, or have two people, or arrange a stand-in first.",
                ),
            );
        }
    }
}
