//! When a post that should have been held was not.

use zhishou_base::Instant;

/// A stretch of time, its end exclusive.
pub type Stretch = (Instant, Instant);

/// The parts of the required stretches that none of the covered ones covers, in order. Stretches
/// may touch, overlap and come in any order; what comes back does not overlap and touches nothing.
pub fn uncovered(required: &[Stretch], covered: &[Stretch]) -> Vec<Stretch> {
    let covered = merged(covered);
    let mut open = Vec::new();
    for (mut from, to) in merged(required) {
        for (begins, ends) in &covered {
            if *ends <= from || *begins >= to {
                continue;
            }
            if *begins > from {
                open.push((from, *begins));
            }
            from = *ends;
        }
        if from < to {
            open.push((from, to));
        }
    }
    open
}

fn merged(stretches: &[Stretch]) -> Vec<Stretch> {
    let mut sorted: Vec<Stretch> = stretches.iter().copied().filter(|s| s.0 < s.1).collect();
    sorted.sort_unstable();
    let mut merged: Vec<Stretch> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stretch(from: i64, to: i64) -> Stretch {
        (Instant(from), Instant(to))
    }

    #[test]
    fn what_nobody_held_is_what_is_left_of_the_required_hours() {
        let required = [stretch(9, 17), stretch(17, 33)];
        let held = [stretch(10, 12), stretch(12, 15), stretch(30, 40)];
        assert_eq!(
            uncovered(&required, &held),
            [stretch(9, 10), stretch(15, 30)]
        );
        assert_eq!(uncovered(&required, &[]), [stretch(9, 33)]);
        assert_eq!(uncovered(&[], &held), []);
    }

    fn some() -> impl Strategy<Value = Vec<Stretch>> {
        prop::collection::vec((0_i64..60, 0_i64..20), 0..8).prop_map(|all| {
            all.iter()
                .map(|(at, long)| stretch(*at, at + long))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn each_minute_is_open_exactly_when_it_is_required_and_not_covered(
            required in some(), covered in some()
        ) {
            let open = uncovered(&required, &covered);
            let within = |all: &[Stretch], at: i64| {
                all.iter().any(|(from, to)| from.0 <= at && at < to.0)
            };
            for minute in 0..90 {
                let expected = within(&required, minute) && !within(&covered, minute);
                prop_assert_eq!(within(&open, minute), expected, "minute {}", minute);
            }
        }
    }
}
