//! Faults planted in a good month are found, each by its code.

use super::*;

fn article_of(month: &Month2026, code: ProblemCode) -> Option<String> {
    month
        .problems()
        .into_iter()
        .find(|p| p.code == code)
        .and_then(|p| p.article)
}

#[test]
fn an_empty_shift_is_an_error_that_says_which() {
    let mut month = Month2026::filled();
    month.remove("2026-12-03", "night");
    let problems = month.problems();
    assert_eq!(problems[0].code, ProblemCode::Uncovered);
    assert_eq!(problems[0].severity, ProblemSeverity::Error);
    assert_eq!(problems[0].zh, "12月3日夜班无人值班，需排 1 人");
    assert_eq!(problems[0].en, "3 Dec: nobody on night shift, 1 needed");
    assert_eq!(problems[0].cells[0].date, date("2026-12-03"));
}

#[test]
fn too_few_and_too_many_are_told_apart() {
    let mut month = Month2026::filled();
    month.placed.push(Placed {
        part: Part::Second,
        ..placed("2026-12-03", "day", 1)
    });
    month.placed.push(Placed {
        part: Part::Second,
        ..placed("2026-12-03", "day", 2)
    });
    assert!(month.codes().contains(&ProblemCode::Overstaffed));
    for shift in &mut month.plan {
        if shift.shift == "night" {
            shift.count = 2;
        }
    }
    assert_eq!(
        month
            .codes()
            .iter()
            .filter(|c| **c == ProblemCode::Understaffed)
            .count(),
        31
    );
}

#[test]
fn an_optional_shift_may_stay_empty() {
    let mut month = Month2026::filled();
    month.remove("2026-12-03", "night");
    for shift in &mut month.plan {
        shift.optional = true;
    }
    assert!(!month.codes().contains(&ProblemCode::Uncovered));
}

#[test]
fn a_clerk_on_the_night_is_the_wrong_role() {
    let mut month = Month2026::filled();
    let taken = month.remove("2026-12-03", "night");
    month.placed.push(Placed {
        person: id(3),
        ..taken
    });
    assert!(month.codes().contains(&ProblemCode::WrongRole));
}

#[test]
fn who_left_is_not_employed_and_a_stranger_is_unknown() {
    let mut month = Month2026::filled();
    let night = month.remove("2026-12-30", "night");
    let at = month
        .people
        .iter()
        .position(|p| p.id == id(11))
        .expect("a repairer");
    month.people[at].employment.left_on = Some(date("2026-12-29"));
    month.placed.push(Placed {
        person: id(11),
        ..night
    });
    assert!(month.codes().contains(&ProblemCode::InactivePerson));
    month.people.remove(at);
    assert!(month.codes().contains(&ProblemCode::UnknownPerson));
}

#[test]
fn a_shift_that_the_regulation_no_longer_plans_is_found() {
    let mut month = Month2026::filled();
    month.placed.push(placed("2026-12-03", "evening", 3));
    assert!(month.codes().contains(&ProblemCode::UnknownShift));
}

#[test]
fn noon_inside_the_day_is_no_overlap_but_another_post_is() {
    let mut month = Month2026::filled();
    assert!(!month.codes().contains(&ProblemCode::DoubleBooked));
    let day = month
        .placed
        .iter()
        .find(|p| p.shift == "day")
        .expect("a day")
        .clone();
    let planned = month.sheet().planned(&day).expect("planned").clone();
    month.elsewhere.push(Elsewhere {
        person: day.person,
        date: day.date,
        post: "south_gate".into(),
        shift: "a".into(),
        starts_at: planned.starts_at,
        ends_at: planned.ends_at,
        night: false,
        counts_hours: true,
        nested: false,
    });
    assert!(month.codes().contains(&ProblemCode::DoubleBooked));
}

#[test]
fn noon_by_somebody_not_on_the_day_shift_is_a_warning() {
    let mut month = Month2026::filled();
    let noon = month.remove("2026-12-03", "noon");
    let other = (3..=5)
        .map(id)
        .find(|other| *other != noon.person)
        .expect("another clerk");
    month.placed.push(Placed {
        person: other,
        ..noon
    });
    let problem = month
        .problems()
        .into_iter()
        .find(|p| p.code == ProblemCode::OutsideParentShift)
        .expect("found");
    assert_eq!(problem.severity, ProblemSeverity::Warning);
}

#[test]
fn exactly_one_is_responsible() {
    let mut month = Month2026::filled();
    month.placed.push(placed("2026-12-03", "night", 99));
    assert!(month.codes().contains(&ProblemCode::ResponsibleTwice));
    for cell in &mut month.placed {
        cell.part = Part::Second;
    }
    assert!(month.codes().contains(&ProblemCode::ResponsibleMissing));
}

#[test]
fn r14_3_a_short_rest_is_found_across_months_too() {
    let mut month = Month2026::r01();
    month.placed = vec![placed("2026-12-01", "day", 3)];
    let night_before = shift("night", date("2026-11-30"), "17:30", "09:00", &[]);
    month.elsewhere = vec![Elsewhere {
        person: id(3),
        date: night_before.date,
        post: "desk".into(),
        shift: "night".into(),
        starts_at: night_before.starts_at,
        ends_at: night_before.ends_at,
        night: true,
        counts_hours: true,
        nested: false,
    }];
    let problem = month
        .problems()
        .into_iter()
        .find(|p| p.code == ProblemCode::ShortRest)
        .expect("found");
    assert!(problem.zh.contains("只休息 0 小时"), "{}", problem.zh);
    assert_eq!(problem.severity, ProblemSeverity::Warning);
}

#[test]
fn seven_days_in_a_row_and_long_weeks_cite_their_articles() {
    let mut month = Month2026::r01();
    month.placed = (1..=7)
        .map(|d| placed(&format!("2026-12-{d:02}"), "day", 3))
        .collect();
    assert_eq!(
        article_of(&month, ProblemCode::LongRun).as_deref(),
        Some("劳动法第三十八条")
    );
    // Tuesday 1 to Sunday 6 December are one week: 6 × 8.5 = 51 hours.
    assert_eq!(
        article_of(&month, ProblemCode::WeekHours).as_deref(),
        Some("劳动法第三十六条")
    );
}

#[test]
fn noon_inside_the_day_adds_no_hours_and_fifty_one_hours_are_too_many() {
    let mut month = Month2026::r01();
    // Monday 7 to Friday 11 December with noon: 5 × 8.5 = 42.5 hours.
    for d in 7..=11 {
        let text = format!("2026-12-{d:02}");
        month.placed.push(placed(&text, "day", 3));
        month.placed.push(placed(&text, "noon", 3));
    }
    assert!(!month.codes().contains(&ProblemCode::WeekHours));
    month.placed.push(placed("2026-12-12", "day", 3));
    let problem = month
        .problems()
        .into_iter()
        .find(|p| p.code == ProblemCode::WeekHours)
        .expect("found");
    assert!(problem.zh.contains("51 小时"), "{}", problem.zh);
}

#[test]
fn two_nights_in_a_row_are_a_warning() {
    let mut month = Month2026::r01();
    month.placed = vec![
        placed("2026-12-01", "night", 11),
        placed("2026-12-02", "night", 11),
    ];
    assert!(month.codes().contains(&ProblemCode::NightsInRow));
}

#[test]
fn a_shift_on_a_day_of_leave_is_an_error() {
    let mut month = Month2026::filled();
    let night = month
        .placed
        .iter()
        .find(|p| p.shift == "night")
        .expect("a night")
        .clone();
    month.marks.push(Mark {
        date: night.date,
        person: night.person,
        kind: MarkKind::Leave,
    });
    assert!(month.codes().contains(&ProblemCode::OnLeave));
}
