//! What the linter must find in the regulations of the source.

use zhishou_rules::regulation::{Severity, check};

use super::{found, source};

#[test]
fn every_regulation_can_be_published_as_it_stands() {
    for number in 1..=23 {
        let key = format!("r{number:02}");
        let checked = check(source(&key));
        let errors: Vec<_> = checked
            .diagnostics
            .iter()
            .filter(|d| d.is_error())
            .collect();
        assert!(errors.is_empty(), "{key}: {errors:#?}");
        let regulation = checked.regulation.expect("a regulation");
        assert!(!regulation.clauses.is_empty(), "{key} has clauses");
    }
}

#[test]
fn r01_a_single_long_night_is_lawful_only_as_duty_with_rest() {
    let checked = check(source("r01"));
    let nights = found(&checked, "long_night");
    assert_eq!(nights.len(), 1);
    assert_eq!(nights[0].severity, Severity::Warning);
    assert!(
        nights[0].message_zh.contains("15.5 小时"),
        "{}",
        nights[0].message_zh
    );
    assert!(nights[0].help_zh.contains("可以休息"));
}

#[test]
fn r02_and_r09_say_when_their_line_is_not_held() {
    let office = check(source("r02"));
    let gaps = found(&office, "gap");
    assert_eq!(gaps.len(), 1);
    assert!(
        gaps[0].message_zh.contains("周一至周五 08:30-17:30"),
        "{}",
        gaps[0].message_zh
    );
    let weekend = check(source("r09"));
    assert!(
        found(&weekend, "gap")[0]
            .message_zh
            .contains("周日 18:00 至周六 09:00")
    );
}

#[test]
fn r06_a_fine_by_the_employer_is_doubtful() {
    let checked = check(source("r06"));
    assert_eq!(
        found(&checked, "fine_by_employer")[0].severity,
        Severity::Warning
    );
}

#[test]
fn r08_weekend_evenings_and_nights_belong_to_the_gate() {
    let checked = check(source("r08"));
    let said = found(&checked, "line_elsewhere")[0];
    assert_eq!(said.severity, Severity::Advice);
    assert!(
        said.message_zh.contains("周一至周五 21:00-次日 09:00"),
        "{}",
        said.message_zh
    );
    assert!(
        said.message_zh.contains("周六、周日 18:00-次日 09:00"),
        "{}",
        said.message_zh
    );
}

#[test]
fn r08_without_the_gate_has_no_weekend_evening_and_no_night() {
    let source = source("r08").replace(
        "line_to = \"south_gate\"",
        "line_to = \"south_gate\"\noptional = true",
    );
    let checked = check(&source);
    let gap = found(&checked, "gap_unless_optional")[0];
    assert!(
        gap.message_zh.contains("周六、周日 18:00-次日 09:00"),
        "{}",
        gap.message_zh
    );
}

#[test]
fn r09_one_person_cannot_patrol_and_hold_the_desk() {
    let checked = check(source("r09"));
    assert_eq!(found(&checked, "one_person_two_places").len(), 1);
}

#[test]
fn r18_has_a_hole_unless_its_optional_night_runs() {
    let checked = check(source("r18"));
    let hole = found(&checked, "gap_unless_optional")[0];
    assert_eq!(hole.severity, Severity::Warning);
    assert!(
        hole.message_zh.contains("每天 21:00-次日 07:00"),
        "{}",
        hole.message_zh
    );
    assert!(hole.message_en.contains("every day 21:00-07:00 next day"));
}

#[test]
fn r19_gives_six_people_56_hours_a_week_and_needs_nine() {
    let checked = check(source("r19"));
    let week = found(&checked, "week_too_long")[0];
    assert!(
        week.message_zh.contains("每周 56 小时"),
        "{}",
        week.message_zh
    );
    assert!(week.help_zh.contains("需要 9 人"), "{}", week.help_zh);
    assert!(
        found(&checked, "long_night").is_empty(),
        "eight hours are not long"
    );
}
