//! Random sequences of all acts, with time passing and crashes in between:
//! what always holds, holds after every one of them.

use proptest::prelude::*;
use zhishou_base::{Instant, PostId};

use super::walk::{Step, World, step, world};
use super::*;

impl World {
    fn check(&self) {
        for (post, state) in &self.board.posts {
            assert_eq!(
                state.unattended_since.is_some(),
                state.lacks_presence(self.now),
                "unattended exactly while somebody should be there and nobody is"
            );
            if state.hold.is_some() {
                assert!(
                    answers_for(&self.board, *post).is_some(),
                    "a held post has a person"
                );
            }
            assert!(
                state
                    .reliefs
                    .iter()
                    .filter(|r| r.reliever().is_none())
                    .count()
                    <= 1
            );
            self.check_tiling(*post);
        }
        for person in self.board.people.keys() {
            for places in [self.board.held_by(*person), self.board.present_at(*person)] {
                for pair in places.windows(2) {
                    assert!(
                        self.board.may_combine(pair[0], pair[1]),
                        "two posts at once"
                    );
                }
            }
        }
    }

    /// The holds of a post touch; only a closing outside required hours leaves time between them.
    fn check_tiling(&self, post: PostId) {
        let mut open: Option<(i64, Instant)> = None;
        let mut closed: Option<(i64, Instant, Passing)> = None;
        for change in self.stored.iter().filter(|change| change.post() == post) {
            match change {
                Change::HoldOpened { hold, .. } => {
                    assert!(open.is_none(), "two open holds");
                    if let Some((seq, to_at, by)) = closed {
                        assert_eq!(hold.seq, seq + 1);
                        assert!(hold.from_at >= to_at, "holds overlap");
                        assert!(hold.from_at == to_at || by == Passing::Closing, "a gap");
                    }
                    open = Some((hold.seq, hold.from_at));
                }
                Change::HoldClosed { seq, at, by, .. } => {
                    let (opened, from_at) = open.take().expect("closes what is open");
                    assert_eq!(*seq, opened);
                    assert!(*at >= from_at);
                    if *by == Passing::Closing {
                        let state = &self.start.posts[&post];
                        assert!(!state.is_required(*at), "closed in required hours");
                    }
                    closed = Some((*seq, *at, *by));
                }
                _ => {}
            }
        }
        if let (None, Some((_, _, by))) = (open, closed) {
            assert_eq!(
                by,
                Passing::Closing,
                "a post that was once held is held or closed"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn holds_tile_time_over_random_sequences(
        acts in proptest::collection::vec((step(), 0_usize..3, 0_usize..8), 1..120)
    ) {
        let mut world = world();
        for act in &acts {
            world.take(act);
            world.check();
        }
        world.crash();
    }

    /// Two acts meant for the same moment: whichever comes first, what always
    /// holds holds, and two people never both leave a post empty unalarmed.
    #[test]
    fn of_two_acts_at_once_either_order_is_sound(
        before in proptest::collection::vec((step(), 0_usize..3, 0_usize..8), 1..40),
        pair in ((step(), 0_usize..3, 0_usize..8), (step(), 0_usize..3, 0_usize..8)),
    ) {
        for order in [[&pair.0, &pair.1], [&pair.1, &pair.0]] {
            let mut world = world();
            before.iter().for_each(|act| world.take(act));
            for act in order {
                world.take(act);
                world.check();
            }
        }
    }

    /// Leaving without an emergency never empties a post.
    #[test]
    fn leaving_never_empties_a_post(
        acts in proptest::collection::vec((step(), 0_usize..3, 0_usize..8), 1..120)
    ) {
        let mut world = world();
        for act in &acts {
            let before = world.board.clone();
            world.take(act);
            for (post, state) in &world.board.posts {
                let emptied = state.unattended_since.is_some()
                    && before.posts[post].unattended_since.is_none();
                prop_assert!(!(emptied && matches!(act.0, Step::Leave)), "{:?}", act);
            }
        }
    }
}

/// A walk that never relieves, lends or closes would prove nothing.
#[test]
fn the_random_walk_reaches_every_way_a_post_passes() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let walk = proptest::collection::vec((step(), 0_usize..3, 0_usize..8), 60..120);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..300 {
        let acts = walk.new_tree(&mut runner).expect("a walk").current();
        let mut world = world();
        acts.iter().for_each(|act| world.take(act));
        for change in &world.stored {
            match change {
                Change::HoldOpened { hold, .. } => seen.insert(format!("{:?}", hold.began_by)),
                Change::HoldClosed { by, .. } => seen.insert(format!("{by:?}")),
                Change::UnattendedEnded { .. } => seen.insert("UnattendedEnded".to_owned()),
                _ => false,
            };
        }
    }
    for way in [
        "SignIn",
        "OneTap",
        "Relief",
        "ReliefEnded",
        "ReliefLapsed",
        "LineGiven",
        "LineReturned",
        "Handover",
        "SelfCheck",
        "Supervisor",
        "Closing",
        "UnattendedEnded",
    ] {
        assert!(seen.contains(way), "never seen: {way}");
    }
}
