//! Properties of filling and checking over many months.

use proptest::prelude::*;

use super::*;

fn a_community() -> impl Strategy<Value = Month2026> {
    let leaves = prop::collection::vec((0..31_i64, 0..12_u128), 0..6);
    (2..5_u128, 4..9_u128, 1..3_u32, leaves).prop_map(|(clerks, repairers, day_count, leaves)| {
        let mut month = Month2026::r01();
        // At least one more of each than the shifts and the leaves of one day can take.
        month.people = (1..=clerks + 4)
            .map(|n| person(n, Role::ServiceClerk))
            .collect();
        month
            .people
            .extend((0..repairers).map(|n| person(100 + n, Role::Repairer)));
        month
            .plan
            .iter_mut()
            .filter(|s| s.shift == "day")
            .for_each(|s| s.count = day_count);
        let everybody: Vec<PersonId> = month.people.iter().map(|p| p.id).collect();
        let mut taken: Vec<i64> = Vec::new();
        for (day, who) in leaves {
            // One leave a day keeps every day fillable.
            if !taken.contains(&day) {
                taken.push(day);
                month.marks.push(Mark {
                    date: date("2026-12-01").plus_days(day),
                    person: everybody[who as usize % everybody.len()],
                    kind: MarkKind::Leave,
                });
            }
        }
        month
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_filled_month_covers_every_required_shift(mut month in a_community()) {
        let filled = rotate(&month.sheet());
        prop_assert_eq!(&filled.missing, &vec![]);
        month.placed = filled.placed;
        let errors: Vec<RosterProblem> = month
            .problems()
            .into_iter()
            .filter(|p| p.severity == ProblemSeverity::Error)
            .collect();
        prop_assert_eq!(errors, vec![]);
        for shift in &month.plan {
            let there = month.placed.iter().filter(|p| p.date == shift.date && p.shift == shift.shift);
            prop_assert_eq!(there.count(), shift.count as usize);
        }
    }

    #[test]
    fn filling_twice_changes_nothing(mut month in a_community()) {
        month.placed = rotate(&month.sheet()).placed;
        let again = rotate(&month.sheet()).placed;
        prop_assert_eq!(again, month.placed);
    }

    #[test]
    fn any_cell_taken_out_is_missed(mut month in a_community(), at in 0..200_usize) {
        month.placed = rotate(&month.sheet()).placed;
        let gone = month.placed.remove(at % month.placed.len());
        let found = month.problems().into_iter().any(|p| {
            matches!(p.code, ProblemCode::Uncovered | ProblemCode::Understaffed)
                && p.cells.iter().all(|c| c.date == gone.date && c.shift.as_deref() == Some(&gone.shift))
        });
        prop_assert!(found);
    }

    #[test]
    fn any_cell_given_to_the_wrong_trade_is_found(mut month in a_community(), at in 0..200_usize) {
        month.placed = rotate(&month.sheet()).placed;
        let place = at % month.placed.len();
        let is_night = month.placed[place].shift == "night";
        month.placed[place].person = if is_night { id(1) } else { id(100) };
        prop_assert!(month.codes().contains(&ProblemCode::WrongRole) || month.codes().contains(&ProblemCode::OnLeave));
    }
}
