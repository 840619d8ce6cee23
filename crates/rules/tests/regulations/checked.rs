//! Documents with mistakes: each is named, placed and comes with what to do.

use proptest::prelude::*;
use zhishou_rules::regulation::{check, parse, print};

use super::{found, source};

/// R01 with one piece of text replaced.
fn r01_with(from: &str, to: &str) -> String {
    let text = source("r01");
    assert!(text.contains(from), "R01 has {from}");
    text.replacen(from, to, 1)
}

/// The line of the one diagnostic with this code, and its path.
fn one(text: &str, code: &str) -> (usize, String) {
    let checked = check(text);
    let all = found(&checked, code);
    assert_eq!(all.len(), 1, "{code}: {:#?}", checked.diagnostics);
    assert!(!all[0].message_zh.is_empty() && !all[0].message_en.is_empty());
    assert!(!all[0].help_zh.is_empty() && !all[0].help_en.is_empty());
    let place = all[0].place.expect("a place");
    (place.line, all[0].path.clone())
}

fn line_of(text: &str, needle: &str) -> usize {
    let at = text.find(needle).expect("the text has it");
    text[..at].matches('\n').count() + 1
}

#[test]
fn malformed_toml_names_line_and_column() {
    let text = r01_with("lead_minutes = 15", "lead_minutes = ");
    let (line, _) = one(&text, "malformed_toml");
    assert_eq!(line, line_of(&text, "lead_minutes = "));
}

#[test]
fn several_mistakes_are_reported_at_once() {
    let text = r01_with("lead_minutes = 15", "lead_minutes = \"fifteen\"")
        .replacen("hours = \"17:30-09:00\"", "hours = \"17:30-9:00\"", 1)
        .replacen("kind = \"gate\"", "kind = \"gait\"", 1)
        .replacen("[roster]\nmade_by", "[roster]\nmaker = 1\nmade_by", 1)
        .replacen("[leaving]", "[leavings]", 1);
    let codes: Vec<String> = check(&text)
        .diagnostics
        .into_iter()
        .map(|d| d.code)
        .collect();
    assert_eq!(
        codes,
        [
            "unknown_word",
            "ambiguous_time",
            "wrong_type",
            "unknown_section",
            "unknown_field"
        ]
    );
}

#[test]
fn an_ambiguous_time_says_how_to_write_it() {
    let text = r01_with("hours = \"11:30-13:30\"", "hours = \"12:00-2:00\"");
    let (line, path) = one(&text, "ambiguous_time");
    assert_eq!(line, line_of(&text, "12:00-2:00"));
    assert_eq!(path, "shifts.noon");
    assert!(
        found(&check(&text), "ambiguous_time")[0]
            .help_zh
            .contains("14:00")
    );
}

#[test]
fn a_mistyped_word_gets_a_suggestion() {
    let text = r01_with("roles = [\"repairer\"]", "roles = [\"repairman\"]");
    let checked = check(&text);
    assert!(
        found(&checked, "unknown_word")[0]
            .help_zh
            .contains("repairer")
    );
    let text = r01_with("post = \"south_gate\"", "post = \"south_gat\"");
    let checked = check(&text);
    let unknown = found(&checked, "unknown_reference")[0];
    assert!(unknown.help_zh.contains("是不是想写 south_gate"));
    assert_eq!(unknown.path, "shifts.gate_early.post");
}

#[test]
fn a_gap_names_weekday_and_hours() {
    let text = r01_with("hours = \"17:30-09:00\"", "hours = \"18:00-09:00\"");
    let (line, _) = one(&text, "gap");
    assert_eq!(line, line_of(&text, "key = \"desk\""));
    assert!(
        found(&check(&text), "gap")[0]
            .message_zh
            .contains("每天 17:30-18:00")
    );
    let text = r01_with(
        "hours = \"17:30-09:00\"",
        "hours = \"17:30-09:00\"\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sun\"]",
    );
    let checked = check(&text);
    assert!(
        found(&checked, "gap")[0]
            .message_zh
            .contains("周六 17:30-次日 09:00")
    );
}

#[test]
fn a_holiday_gap_is_found() {
    let text = r01_with(
        "hours = \"17:30-09:00\"",
        "hours = \"17:30-09:00\"\nholidays = \"never\"",
    );
    one(&text, "holiday_gap");
}

#[test]
fn an_overlap_is_found() {
    let text = r01_with("hours = \"17:30-09:00\"", "hours = \"17:00-09:00\"");
    let (line, _) = one(&text, "overlap");
    assert_eq!(line, line_of(&text, "17:00-09:00"));
}

#[test]
fn a_shift_nobody_can_staff_is_found() {
    let text = r01_with("roles = [\"repairer\"]", "roles = [\"administrator\"]");
    one(&text, "nobody_may_staff");
    let text = r01_with("roles = [\"repairer\"]", "roles = []");
    one(&text, "nobody_may_staff");
    let text = r01_with(
        "roles = [\"repairer\"]",
        "roles = [\"repairer\"]\npeople = 0",
    );
    one(&text, "impossible_number");
}

#[test]
fn an_impossible_lead_time_is_found() {
    let text = r01_with(
        "rest_possible = true",
        "rest_possible = true\nsign_in_lead_minutes = 600",
    );
    let (line, _) = one(&text, "impossible_lead");
    assert_eq!(line, line_of(&text, "sign_in_lead_minutes"));
}

#[test]
fn contradictory_clauses_are_found() {
    let text = r01_with("non_urgent = \"stand_in\"", "non_urgent = \"nothing\"");
    let (line, _) = one(&text, "contradiction");
    assert_eq!(line, line_of(&text, "non_urgent"));
    let text = r01_with(
        "emergency = \"leave_first\"",
        "emergency = \"relief_first\"",
    );
    one(&text, "emergency_blocked");
    let text = r01_with("[discipline]", "[discipline]\nsleeping = \"forbidden\"").replacen(
        "rest_possible = true",
        "rest_possible = true\nsleeping = \"allowed\"",
        1,
    );
    let (line, _) = one(&text, "contradiction");
    assert_eq!(line, line_of(&text, "sleeping = \"allowed\""));
    let text = r01_with(
        "rest_possible = true",
        "on_call = { response_minutes = 15 }",
    );
    one(&text, "contradiction");
}

#[test]
fn an_unknown_mechanism_and_a_noon_outside_its_day_are_found() {
    let text = r01_with("{ enforced = \"roster\" }", "{ enforced = \"rooster\" }");
    let (line, path) = one(&text, "unknown_mechanism");
    assert_eq!(
        (line, path.as_str()),
        (
            line_of(&text, "kept_by = [{ enforced = \"rooster"),
            "clauses.2.kept_by"
        )
    );
    let text = r01_with("hours = \"11:30-13:30\"", "hours = \"08:30-10:00\"");
    one(&text, "outside_outer_shift");
}

#[test]
fn inheritance_is_resolved_with_a_digest_and_mistakes_point_at_the_child() {
    let r03 = check(source("r03"));
    let text = r03.text.expect("a flat text");
    assert_eq!(
        check(&text).digest,
        r03.digest,
        "the flat text stands for itself"
    );
    assert!(!text.contains("inherits ="));
    let child = format!(
        "{}\n[[shifts]]\nkey = \"night\"\nhours = \"18:00-09:00\"\n",
        source("r03")
    );
    one(&child, "gap");
    let child = source("r03").replace("inherits = \"r01\"", "inherits = \"r1\"");
    let (line, _) = one(&child, "unknown_base");
    assert_eq!(line, line_of(&child, "inherits"));
    let child = source("r03").replace(
        "inherits = \"r01\"",
        "inherits = \"r01\"\nwithout = [\"shifts.noon\"]",
    );
    let regulation = check(&child).regulation.expect("a regulation");
    assert!(regulation.shift("noon").is_none() && regulation.shift("day").is_some());
    let child = source("r03").replace(
        "inherits = \"r01\"",
        "inherits = \"r01\"\nwithout = [\"shifts.nope\"]",
    );
    one(&child, "nothing_to_leave_out");
}

#[test]
fn an_empty_document_says_how_to_begin() {
    one("", "missing_section");
    one(
        "posts = 3\n[regulation]\nid = \"x\"\nnumbering = \"X\"\ntitle = \"x\"\nversion = \"1\"\n",
        "wrong_type",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_mutation_of_a_document_makes_the_check_panic(
        cuts in proptest::collection::vec((0.0_f64..1.0, 0_usize..40, ".{0,12}"), 1..6),
    ) {
        let mut text: Vec<char> = source("r08").chars().collect();
        for (at, length, insert) in cuts {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let start = (text.len() as f64 * at) as usize;
            let end = (start + length).min(text.len());
            text.splice(start..end, insert.chars());
        }
        let text: String = text.into_iter().collect();
        let checked = check(&text);
        prop_assert_eq!(parse(&text).is_ok() || checked.errors() > 0, true);
        for diagnostic in checked.diagnostics {
            if let Some(place) = diagnostic.place {
                prop_assert!(text.is_char_boundary(place.offset));
                prop_assert!(place.offset + place.length <= text.len());
            }
        }
    }
}

#[test]
fn the_printed_regulation_says_hours_roles_leads_and_clauses() {
    let printed = print(&check(source("r08")).regulation.expect("a regulation"));
    assert!(printed.starts_with("# 客服中心值班制度\n"));
    assert!(printed.contains(
        "| 客服中心前台 | 晚班 | 18:00-21:00 | 周一至周五 | 客服前台、客服管理员 | 1 | 10 分钟 |"
    ));
    assert!(printed.contains("值班电话转安管南门岗"));
    assert!(printed.contains("铃响 3 声内(约 15 秒)接听"));
    assert!(printed.contains("**R08.2.7** "));
    let printed = print(&check(source("r21")).regulation.expect("a regulation"));
    assert!(printed.contains("20:30-次日 08:00"));
    assert!(printed.contains("待命(留宿)，15 分钟内到岗，可休息睡眠"));
    assert!(!print(&check(source("r20")).regulation.expect("a regulation")).contains("办理时限"));
}
