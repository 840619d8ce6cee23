//! Over random sequences of steps.

use proptest::prelude::*;
use zhishou_base::Span;

use super::*;

/// One random step by one of three people, some time later.
fn apply(order: &WorkOrder, verb: u8, by: By) -> Result<WorkOrder, WorkOrderRefusal> {
    let other = if by.person == WANG { ZHAO } else { WANG };
    let later = Postponement {
        cause: DeferralCause::ALL[usize::from(verb) % 4],
        explanation: "已说明",
        appointment_at: Some(by.at + Span::hours(10)),
    };
    match verb % 14 {
        0 => dispatch(order, other, by),
        1 => reassign(order, other, "原因", by),
        2 | 3 => accept(order, by),
        4 => arrive(order, by),
        5 => finish(order, by),
        6 => reject(order, "原因", by),
        7 => defer(order, later, by),
        8 => call_back(order, CallResult::NoAnswer, by),
        9 => call_back(order, CallResult::Reached { satisfied: true }, by),
        10 => archive(order, "", by),
        11 => reopen(order, "原因", by),
        12 => carry_over(order, "原因", by),
        _ => confirm_as_slip(order, by),
    }
}

/// What a walk checks after each step that was taken.
fn holds(before: &WorkOrder, after: &WorkOrder, by: By) -> Result<(), TestCaseError> {
    let due = deadlines(after, &plain());
    // Each rule is owed at most once, and an unfinished repair is never without
    // somebody who owes its finish.
    let mut rules: Vec<DueRule> = due.iter().map(|due| due.rule).collect();
    let all = rules.len();
    rules.dedup();
    prop_assert_eq!(rules.len(), all);
    prop_assert_eq!(rules.contains(&DueRule::Finish), after.is_unfinished());
    if let Some(doer) = after.state.doer() {
        let by_doer = matches!(after.state, State::CalledBack { by, .. } if by == doer);
        prop_assert!(!by_doer);
    }
    if by.night && after.is_unfinished() && after.night_at == Some(by.at) {
        prop_assert!(disposition_needed(after).is_some());
    }
    prop_assert!(after.cycle >= before.cycle && after.clock_from >= before.clock_from);
    // What is no longer owed has an outcome: a step forward meets it.
    let closed = deadlines(before, &plain()).into_iter().filter(|old| {
        !due.iter()
            .any(|new| new.rule == old.rule && new.occurrence == old.occurrence)
    });
    for old in closed {
        if old.rule == DueRule::Finish && after.stage() == Stage::Done {
            prop_assert_eq!(settled(old.rule, after), Settled::Met);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_sequence_of_steps_keeps_what_is_owed(
        steps in proptest::collection::vec((0_u8..=255, 0_usize..3, 1_i64..600, any::<bool>()), 1..60)
    ) {
        let mut order = repair();
        let mut now = at("2026-11-24T09:10");
        for (verb, who, minutes, night) in steps {
            now = now + Span::minutes(minutes);
            let by = By { person: [CLERK, WANG, ZHAO][who], leads: who == 0, night, at: now };
            if let Ok(next) = apply(&order, verb, by) {
                holds(&order, &next, by)?;
                order = next;
            }
        }
    }

    #[test]
    fn working_time_only_grows(minutes in 0_u32..5_000, offset in 0_i64..20_160) {
        let terms = repair().terms;
        let from = at("2026-11-24T00:00") + Span::minutes(offset);
        let limit = |minutes| Limit { minutes, calendar: terms.finish.expect("stated").calendar };
        let due = terms.due(from, limit(minutes), &plain());
        prop_assert!(due >= from + Span::minutes(i64::from(minutes)));
        prop_assert!(terms.due(from, limit(minutes + 1), &plain()) > due);
    }
}
