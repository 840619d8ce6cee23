//! Repeatable chance: the demo's history is the same every time.

/// A stream of chance that belongs to its seed.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number (SplitMix64).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = usize::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several; `None` when there is none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// One of several by weight; `None` when there is none.
    pub fn weighted<'a, T>(
        &mut self,
        from: &'a [T],
        weight: impl Fn(&T) -> usize,
    ) -> Option<&'a T> {
        let total: usize = from.iter().map(&weight).sum();
        let mut rest = self.below(total);
        from.iter().find(|one| {
            let own = weight(one);
            let found = rest < own;
            rest = rest.saturating_sub(own);
            found
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_seed_gives_the_same_history_and_weights_are_kept() {
        let (mut a, mut b) = (Chance::new(7), Chance::new(7));
        assert_eq!(a.between(3, 9), b.between(3, 9));
        let counts = (0..1_000).fold([0; 2], |mut counts, _| {
            let picked = a
                .weighted(&[(9, 0), (1, 1)], |one| one.0)
                .expect("one of two");
            counts[picked.1] += 1;
            counts
        });
        assert!((850..950).contains(&counts[0]), "{counts:?}");
        assert_eq!(a.pick::<u8>(&[]), None);
    }
}
