//! Whole-number draws from SplitMix64. **This stream must stay the same for ever**: every published demo county hangs on it.

/// A stream of draws. Each fact has its own stream, so that one more draw in one table changes no other table.
#[derive(Debug, Clone)]
pub(super) struct Draws(u64);

/// What a stream is for; the numbers are part of the stream and never change.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stream {
    Rank = 1,
    Name = 2,
    Leaning = 3,
    Replaced = 4,
    Year = 5,
    Facts = 6,
    Marks = 7,
    Inspector = 8,
    Ledger = 9,
    Ballots = 10,
    Survey = 11,
    Cases = 12,
    County = 13,
    Claims = 14,
}

impl Draws {
    /// The stream of one fact: what it is for, then everything that it depends on.
    pub(super) fn of(stream: Stream, parts: &[u64]) -> Self {
        let mut draws = Self(stream as u64);
        for part in parts {
            draws.0 = draws.next() ^ *part;
        }
        draws
    }

    /// A stream from a bare state, to compare it with the published numbers.
    #[cfg(test)]
    pub(super) fn from_state(state: u64) -> Self {
        Self(state)
    }

    /// SplitMix64 as published by Steele, Lea and Flood (2014).
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From nought to below `n`; nought when `n` is.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        u32::try_from(((self.next() >> 32) * u64::from(n)) >> 32).unwrap_or(0)
    }

    /// One of a list's places.
    pub(super) fn place_in<T>(&mut self, list: &[T]) -> usize {
        self.below(u32::try_from(list.len()).unwrap_or(u32::MAX)) as usize
    }

    /// From `-width` to `width`, both included, the middle likelier than the ends.
    pub(super) fn spread(&mut self, width: u32) -> i32 {
        let sum = self.below(width + 1) + self.below(width + 1);
        i32::try_from(sum).unwrap_or(0) - i32::try_from(width).unwrap_or(0)
    }

    /// True in so many of a thousand cases; never for a number below one.
    pub(super) fn chance(&mut self, per_mille: i32) -> bool {
        i32::try_from(self.below(1000)).unwrap_or(0) < per_mille
    }

    /// Fisher and Yates.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(u32::try_from(last + 1).unwrap_or(u32::MAX)) as usize;
            list.swap(last, other);
        }
    }
}
