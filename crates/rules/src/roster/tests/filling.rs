//! Filling a month by rotation, by a cycle and from last month.

use super::*;

#[test]
fn r01_2_night_is_held_by_a_repairer_and_noon_by_a_clerk_of_the_day() {
    let month = Month2026::filled();
    for cell in &month.placed {
        let holder = month
            .people
            .iter()
            .find(|p| p.id == cell.person)
            .expect("a person");
        match cell.shift.as_str() {
            "night" => assert_eq!(holder.roles, [Role::Repairer]),
            "noon" => {
                assert_eq!(holder.roles, [Role::ServiceClerk]);
                assert!(month.placed.iter().any(|p| {
                    p.date == cell.date && p.shift == "day" && p.person == cell.person
                }));
            }
            _ => assert!(!holder.roles.contains(&Role::Repairer)),
        }
    }
}

#[test]
fn a_rotation_fills_every_shift_and_shares_the_nights_evenly() {
    let month = Month2026::filled();
    assert_eq!(month.placed.len(), 31 * 3);
    let errors = month
        .problems()
        .into_iter()
        .filter(|p| p.severity == ProblemSeverity::Error);
    assert_eq!(errors.count(), 0);
    for n in 11..=16 {
        let nights = month.placed.iter().filter(|p| p.person == id(n)).count();
        assert!((5..=6).contains(&nights), "{n} has {nights} nights");
    }
    let in_row = month.codes().contains(&ProblemCode::NightsInRow);
    assert!(!in_row, "six repairers never need two nights in a row");
}

#[test]
fn a_rotation_keeps_what_is_placed_and_reports_what_it_cannot_fill() {
    let mut month = Month2026::r01();
    month.placed = vec![placed("2026-12-05", "night", 16)];
    month.people.retain(|p| p.roles != [Role::ServiceClerk]);
    let filled = rotate(&month.sheet());
    assert!(filled.placed.contains(&placed("2026-12-05", "night", 16)));
    assert_eq!(filled.missing.len(), 31, "nobody may take noon");
    assert!(
        filled
            .missing
            .iter()
            .all(|m| m.shift == "noon" && m.people == 1)
    );
}

#[test]
fn people_on_leave_or_gone_are_passed_over() {
    let mut month = Month2026::r01();
    month.people[5].employment.left_on = Some(date("2026-12-10"));
    month.marks = vec![Mark {
        date: date("2026-12-20"),
        person: id(12),
        kind: MarkKind::Leave,
    }];
    let filled = rotate(&month.sheet());
    assert_eq!(filled.missing, vec![]);
    assert!(
        filled
            .placed
            .iter()
            .all(|p| p.person != id(11) || p.date <= date("2026-12-10"))
    );
    assert!(
        !filled
            .placed
            .iter()
            .any(|p| p.person == id(12) && p.date == date("2026-12-20"))
    );
}

#[test]
fn a_shift_of_two_has_one_responsible_and_another_beside() {
    let mut month = Month2026::r01();
    for shift in &mut month.plan {
        if shift.shift == "day" {
            shift.count = 2;
        }
    }
    let filled = rotate(&month.sheet());
    let first: Vec<Part> = filled
        .placed
        .iter()
        .filter(|p| p.date == date("2026-12-01") && p.shift == "day")
        .map(|p| p.part)
        .collect();
    assert_eq!(first, [Part::Responsible, Part::Second]);
}

#[test]
fn an_overlapping_shift_gives_up_the_only_person_who_can_take_another() {
    let mut month = Month2026::r01();
    let day = date("2026-12-01");
    month.plan = vec![
        shift("any", day, "08:00", "16:00", &[]),
        shift("certified", day, "09:00", "17:00", &[Role::Repairer]),
    ];
    month.people = vec![person(11, Role::Repairer), person(3, Role::ServiceClerk)];
    let filled = rotate(&month.sheet());
    assert_eq!(filled.missing, vec![]);
    assert!(
        filled
            .placed
            .iter()
            .any(|p| p.shift == "certified" && p.person == id(11))
    );
}

#[test]
fn a_cycle_is_laid_over_the_month_from_each_persons_own_place() {
    let mut month = Month2026::r01();
    month.placed = Vec::new();
    let rows = (11..=16)
        .enumerate()
        .map(|(at, n)| CycleRow {
            person: id(n),
            starts_at_slot: u32::try_from((6 - at) % 6).expect("small"),
        })
        .collect();
    let mut pattern = vec![None; 6];
    pattern[0] = Some("night".to_owned());
    let laid = lay_cycle(&month.sheet(), &Cycle { pattern, rows });
    assert_eq!(laid.len(), 31);
    assert_eq!(laid[0].person, id(11));
    assert_eq!(laid[1].person, id(12));
    assert_eq!(laid[6].person, id(11));
    assert!(laid.iter().all(|p| p.part == Part::Responsible));
}

#[test]
fn the_patterns_offered_fit_the_number_of_shifts_a_day() {
    let keys = |plan: &[PlannedShift]| -> Vec<String> {
        cycle_templates(plan).into_iter().map(|t| t.key).collect()
    };
    assert!(keys(&r01_plan()).contains(&"day_night_off_off".to_owned()));
    let day = date("2026-12-01");
    let three = [
        shift("c", day, "01:00", "09:00", &[]),
        shift("a", day, "09:00", "17:00", &[]),
        shift("b", day, "17:00", "01:00", &[]),
    ];
    let crews = cycle_templates(&three);
    assert_eq!(crews[0].key, "early_middle_night_off");
    assert_eq!(crews[0].pattern[0].as_deref(), Some("c"));
    assert!(cycle_templates(&[]).is_empty());
}

#[test]
fn last_month_is_copied_by_the_day_of_the_week() {
    let mut month = Month2026::r01();
    let previous = vec![
        placed("2026-11-03", "night", 11),
        placed("2026-11-24", "night", 12),
        placed("2026-11-30", "night", 99),
    ];
    month.placed = vec![placed("2026-12-22", "night", 13)];
    let copied = copy_previous(&month.sheet(), &previous);
    assert!(
        copied.contains(&placed("2026-12-01", "night", 11)),
        "four weeks later, a Tuesday"
    );
    assert!(
        copied.contains(&placed("2026-12-29", "night", 12)),
        "five weeks later at the end"
    );
    assert!(
        copied.contains(&placed("2026-12-22", "night", 13)),
        "what is placed stays"
    );
    assert!(
        !copied.iter().any(|p| p.person == id(99)),
        "who is not on the staff is skipped"
    );
}

#[test]
fn setting_a_day_never_leaves_a_shift_without_a_responsible_person() {
    let month = Month2026::r01();
    let day = date("2026-12-01");
    let planned = month
        .plan
        .iter()
        .find(|p| p.date == day && p.shift == "day");
    let planned = [planned.expect("the day shift")];
    let (one, two) = (id(1), id(2));
    let both = set_day(&set_day(&[], one, day, &planned), two, day, &planned);
    let part = |cells: &[Placed], who| cells.iter().find(|c| c.person == who).map(|c| c.part);
    assert_eq!(part(&both, one), Some(Part::Responsible));
    assert_eq!(part(&both, two), Some(Part::Second));
    let again = set_day(&both, one, day, &planned);
    assert_eq!(
        part(&again, one),
        Some(Part::Responsible),
        "who was it stays"
    );
    let alone = set_day(&both, one, day, &[]);
    assert_eq!(part(&alone, one), None);
    assert_eq!(part(&alone, two), Some(Part::Responsible));
}

#[test]
fn who_begins_in_the_middle_of_a_month_invents_no_past() {
    let mut month = Month2026::r01();
    month.now = UtcOffset::CHINA.instant(date("2026-12-24"), "10:00".parse().expect("a time"));
    let filled = rotate(&month.sheet());
    assert!(filled.missing.is_empty());
    let first = filled
        .placed
        .iter()
        .map(|cell| (cell.date, &*cell.shift))
        .min();
    assert_eq!(
        first,
        Some((date("2026-12-24"), "day")),
        "the day that runs"
    );
    month.placed = filled.placed;
    let errors = month
        .problems()
        .into_iter()
        .filter(|p| p.severity == ProblemSeverity::Error);
    assert_eq!(errors.count(), 0, "it can be published");
}
