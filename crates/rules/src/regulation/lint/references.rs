//! Names that lead nowhere.

use super::super::explain::nearest;
use super::super::{Diagnostic, KeptBy, MECHANISMS, Regulation, mechanism_name};

pub(super) fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    presence(regulation, &mut found);
    posts(regulation, &mut found);
    shifts(regulation, &mut found);
    mechanisms(regulation, &mut found);
    found
}

fn presence(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    if regulation.posts.is_empty() {
        found.push(
            Diagnostic::error(
                "no_posts",
                "regulation",
                "制度没有任何岗位",
                "the regulation has no posts",
            )
            .help("至少写一个 [[posts]]", "Write at least one [[posts]]."),
        );
    }
}

fn unknown(path: String, kind: (&str, &str), word: &str, known: &[&str]) -> Diagnostic {
    let (zh, en) = match nearest(word, known) {
        Some(near) => (
            format!("是不是想写 {near}?"),
            format!("Did you mean {near}? "),
        ),
        None => (String::new(), String::new()),
    };
    Diagnostic::error(
        "unknown_reference",
        path,
        format!("引用了不存在的{}“{word}”", kind.0),
        format!("there is no {} “{word}”", kind.1),
    )
    .help(
        format!("{zh}已有：{}", known.join("、")),
        format!("{en}Known: {}", known.join(", ")),
    )
}

fn posts(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = regulation
        .posts
        .iter()
        .map(|post| post.key.as_str())
        .collect();
    let mut named: Vec<(String, &str)> = Vec::new();
    for post in &regulation.posts {
        for other in &post.may_combine_with {
            named.push((format!("posts.{}.may_combine_with", post.key), other));
        }
    }
    for shift in &regulation.shifts {
        named.push((format!("shifts.{}.post", shift.key), &shift.post));
        if let Some(to) = &shift.line_to {
            named.push((format!("shifts.{}.line_to", shift.key), to));
        }
    }
    for duty in &regulation.periodic {
        if let Some(post) = &duty.post {
            named.push((format!("periodic.{}.post", duty.key), post));
        }
    }
    for post in &regulation.handover.review_record_of {
        named.push(("handover.review_record_of".to_owned(), post));
    }
    for permit in &regulation.permits {
        for post in &permit.taken_up_by {
            named.push((format!("permits.{}.taken_up_by", permit.key), post));
        }
    }
    for chain in &regulation.escalations {
        for post in chain.steps.iter().flat_map(|step| &step.posts) {
            named.push((format!("escalations.{}.steps", chain.key), post));
        }
    }
    for (path, word) in named {
        if !known.contains(&word) {
            found.push(unknown(path, ("岗位", "post"), word, &known));
        }
    }
}

fn shifts(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = regulation
        .shifts
        .iter()
        .map(|shift| shift.key.as_str())
        .collect();
    let qualifications: Vec<&str> = regulation
        .qualifications
        .iter()
        .map(|known| known.key.as_str())
        .collect();
    for shift in &regulation.shifts {
        for word in &shift.qualifications {
            if !qualifications.contains(&word.as_str()) {
                let path = format!("shifts.{}.qualifications", shift.key);
                found.push(unknown(
                    path,
                    ("资格", "qualification"),
                    word,
                    &qualifications,
                ));
            }
        }
        let Some(outer) = &shift.within else { continue };
        let path = format!("shifts.{}.within", shift.key);
        match regulation.shift(outer) {
            None => found.push(unknown(path, ("班次", "shift"), outer, &known)),
            Some(outer) if outer.post != shift.post || !outer.is_main() => found.push(
                Diagnostic::error(
                    "within_wrong_shift",
                    path,
                    format!("“{}”不能套在“{}”里", shift.name.zh, outer.name.zh),
                    format!("“{}” cannot lie within “{}”", shift.name.en, outer.name.en),
                )
                .help(
                    "within 只能指向同一岗位的主班次",
                    "within must name a main shift of the same post.",
                ),
            ),
            Some(_) => {}
        }
    }
}

fn mechanisms(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let mut named: Vec<(String, &str)> = Vec::new();
    for clause in &regulation.clauses {
        let path = format!("clauses.{}.kept_by", clause.number);
        if clause.kept_by.is_empty() {
            found.push(
                Diagnostic::error(
                    "clause_kept_by_nothing",
                    format!("clauses.{}", clause.number),
                    format!("条款 {} 没有写明由什么落实", regulation.address(clause)),
                    format!("nothing keeps clause {}", regulation.address(clause)),
                )
                .help(
                    "在 kept_by 里写 enforced、checked、guided 或 stated",
                    "Give kept_by one of enforced, checked, guided or stated.",
                ),
            );
        }
        for kept in &clause.kept_by {
            if let KeptBy::Enforced(mechanism) = kept {
                named.push((path.clone(), mechanism));
            }
        }
    }
    for duty in &regulation.periodic {
        if let Some(mechanism) = &duty.mechanism {
            named.push((format!("periodic.{}.mechanism", duty.key), mechanism));
        }
    }
    let known: Vec<&str> = MECHANISMS.iter().map(|(word, _)| *word).collect();
    for (path, word) in named {
        if mechanism_name(word).is_none() {
            let mut diagnostic = unknown(path, ("系统管控机制", "mechanism"), word, &known);
            diagnostic.code = "unknown_mechanism".to_owned();
            found.push(diagnostic);
        }
    }
}
