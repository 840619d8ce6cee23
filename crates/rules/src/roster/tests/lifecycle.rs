//! Creating, editing, publishing and changing a roster.

use zhishou_base::Refusal;

use super::*;

fn at(text: &str, time: &str) -> zhishou_base::Instant {
    UtcOffset::CHINA.instant(date(text), time.parse().expect("a time"))
}

#[test]
fn a_month_is_written_and_counted() {
    assert_eq!(month().to_string(), "2026-12");
    assert_eq!(month().days().count(), 31);
    assert_eq!(month().next().to_string(), "2027-01");
    assert_eq!(month().previous().last_day(), date("2026-11-30"));
    for wrong in ["2026-13", "2026-1", "202612", "2026-12-01"] {
        assert!(wrong.parse::<Month>().is_err(), "{wrong}");
    }
}

#[test]
fn a_roster_is_made_once_and_not_for_the_past() {
    let today = date("2026-12-15");
    assert!(create(month(), today, false).is_ok());
    assert!(create(month().next(), today, false).is_ok());
    assert_eq!(
        create(month(), today, true),
        Err(RosterRefusal::AlreadyExists(month()))
    );
    let past = month().previous();
    assert_eq!(
        create(past, today, false),
        Err(RosterRefusal::MonthIsOver(past))
    );
}

#[test]
fn errors_refuse_publishing_and_warnings_ask_for_confirmation() {
    let good = Month2026::filled();
    let mut problems = good.problems();
    problems.retain(|p| p.severity == ProblemSeverity::Advice);
    assert!(publish(RosterState::Draft, &problems, false).is_ok());
    let mut warned = Month2026::filled();
    let night = warned.remove("2026-12-02", "night");
    let before = warned
        .placed
        .iter()
        .find(|p| p.shift == "night")
        .expect("the first")
        .person;
    warned.placed.push(Placed {
        person: before,
        ..night
    });
    let refusal = publish(RosterState::Draft, &warned.problems(), false).expect_err("asks");
    assert_eq!(refusal.code(), "roster_warnings_unconfirmed");
    assert!(publish(RosterState::Draft, &warned.problems(), true).is_ok());
    warned.remove("2026-12-03", "day");
    let refusal = publish(RosterState::Draft, &warned.problems(), true).expect_err("refuses");
    assert_eq!(refusal.code(), "roster_has_errors");
    assert!(publish(RosterState::Published, &problems, true).is_err());
}

#[test]
fn a_cell_takes_only_what_is_planned_for_somebody_employed() {
    let plan = r01_plan();
    let mut clerk = person(3, Role::ServiceClerk);
    let day = date("2026-12-03");
    assert_eq!(
        place(month(), &plan, &clerk, day, "day").map(|s| s.date),
        Ok(day)
    );
    let unknown = place(month(), &plan, &clerk, day, "evening").expect_err("not planned");
    assert_eq!(unknown.code(), "no_such_shift");
    let outside = place(month(), &plan, &clerk, date("2027-01-01"), "day").expect_err("outside");
    assert_eq!(outside.code(), "outside_month");
    clerk.employment.left_on = Some(date("2026-12-02"));
    let gone = place(month(), &plan, &clerk, day, "day").expect_err("left");
    assert!(gone.to_string().contains("员工3"));
}

#[test]
fn r07_3_1_1_a_published_roster_changes_only_with_a_reason_and_before_the_shift() {
    let plan = r01_plan();
    let night = plan.iter().find(|s| s.shift == "night").expect("a night");
    let before = at("2026-12-01", "17:00");
    let change = |state, reason, now| change_published(state, night, reason, now);
    assert!(change(RosterState::Published, "家中急事请假", before).is_ok());
    let silent = change(RosterState::Published, " 换 班 ", before).expect_err("no reason");
    assert_eq!(silent.code(), "reason_needed");
    let late = change(
        RosterState::Published,
        "家中急事请假",
        at("2026-12-01", "17:30"),
    );
    assert_eq!(late.expect_err("begun").code(), "shift_has_begun");
    assert!(change(RosterState::Draft, "家中急事请假", before).is_err());
    assert_eq!(
        edit(RosterState::Published),
        Err(RosterRefusal::AlreadyPublished)
    );
}
