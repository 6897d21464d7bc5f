//! Which posts of a person count, and with what share.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::model::CountedPost;
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::worth::{Transfer, TwoPosts};

/// A post cut to the assessment period.
#[derive(Clone)]
struct Held<'a> {
    post: &'a Post,
    from: NaiveDate,
    to: NaiveDate,
}

impl Held<'_> {
    fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// The posts that count, each with its share; empty when no post lies inside the period.
///
/// First one of two posts held at once is chosen (`two_posts`), then a transfer is settled (`transfer`). Of posts held
/// equally long the later one counts. Posts that still stand side by side share equally, or by their days under `pro_rata`.
#[must_use]
pub fn counted_posts(
    posts: &[Post],
    from: NaiveDate,
    to: NaiveDate,
    transfer: Transfer,
    two_posts: TwoPosts,
) -> Vec<CountedPost> {
    let held: Vec<Held<'_>> = posts
        .iter()
        .filter(|post| post.from <= to && post.to.is_none_or(|end| end >= from))
        .map(|post| Held { post, from: post.from.max(from), to: post.to.map_or(to, |end| end.min(to)) })
        .collect();
    let held = match two_posts {
        TwoPosts::Main => main_only(held),
        TwoPosts::Mean | TwoPosts::Highest => held,
    };
    let kept = match transfer {
        Transfer::ProRata => held,
        Transfer::AtEnd => {
            let last = held.iter().map(|held| held.to).max();
            held.into_iter().filter(|held| Some(held.to) == last).collect()
        }
        Transfer::Longest => longest(held),
    };
    let by_days = transfer == Transfer::ProRata;
    let weight = |held: &Held<'_>| if by_days { held.days() } else { 1 };
    let total: i64 = kept.iter().map(weight).sum();
    kept.iter()
        .filter_map(|held| {
            let share = Exact::ratio(weight(held), total)?;
            Some(CountedPost { post: held.post.clone(), days: held.days(), share })
        })
        .collect()
}

/// Without the side posts of those who hold a main one at the same time.
fn main_only(held: Vec<Held<'_>>) -> Vec<Held<'_>> {
    let mains: Vec<Held<'_>> = held.iter().filter(|held| held.post.main).cloned().collect();
    held.into_iter().filter(|held| held.post.main || !mains.iter().any(|main| main.overlaps(held))).collect()
}

/// The unit and role held on most days, with what was held beside it.
fn longest(held: Vec<Held<'_>>) -> Vec<Held<'_>> {
    let mut days: BTreeMap<(&str, &str), (i64, NaiveDate)> = BTreeMap::new();
    for held in &held {
        let entry = days.entry((held.post.unit.as_str(), held.post.role.as_str())).or_insert((0, held.to));
        entry.0 += held.days();
        entry.1 = entry.1.max(held.to);
    }
    let best = days.iter().max_by_key(|(_, rank)| **rank).map(|(key, _)| *key);
    let is_best = |held: &Held<'_>| Some((held.post.unit.as_str(), held.post.role.as_str())) == best;
    let chosen: Vec<Held<'_>> = held.iter().filter(|held| is_best(held)).cloned().collect();
    held.into_iter()
        .filter(|held| {
            is_best(held)
                || chosen.iter().any(|best| best.overlaps(held) && best.from == held.from && best.to == held.to)
        })
        .collect()
}
