//! Which posts of a person count, and with what share.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate};

use super::model::CountedPost;
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::worth::{PeopleRule, PostRule, Transfer, TwoPosts};

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

/// What settles which posts count.
pub struct Settle<'a> {
    /// Which of several posts held at once counts, by rule.
    pub post_rules: &'a [PostRule],
    /// Which of two posts held at once counts otherwise.
    pub two_posts: TwoPosts,
    /// Which posts count for one who moved.
    pub transfer: Transfer,
    /// The day that parts moves, if they are parted by one.
    pub cutoff: Option<NaiveDate>,
}

impl<'a> Settle<'a> {
    /// What a scheme says, for an assessment that ends on a day.
    #[must_use]
    pub fn of(rule: &'a PeopleRule, to: NaiveDate) -> Self {
        // 29 February is the 28th in a year without it.
        let cutoff = rule.cutoff.and_then(|(month, day)| {
            let on = |day| NaiveDate::from_ymd_opt(to.year(), month, day);
            on(day).or_else(|| on(day - 1))
        });
        Self { post_rules: &rule.post_rules, two_posts: rule.two_posts, transfer: rule.transfer, cutoff }
    }
}

fn held(posts: &[Post], from: NaiveDate, to: NaiveDate) -> Vec<Held<'_>> {
    let inside = posts.iter().filter(|post| post.from <= to && post.to.is_none_or(|end| end >= from));
    inside.map(|post| Held { post, from: post.from.max(from), to: post.to.map_or(to, |end| end.min(to)) }).collect()
}

/// Days inside the period on which any post was held; a day on which two were is one day.
#[must_use]
pub fn service_days(posts: &[Post], from: NaiveDate, to: NaiveDate) -> i64 {
    let mut held = held(posts, from, to);
    held.sort_by_key(|held| (held.from, held.to));
    let (mut days, mut counted_to) = (0, None);
    for one in held {
        let start = counted_to.map_or(one.from, |last: NaiveDate| one.from.max(last + Days::new(1)));
        if start <= one.to {
            days += (one.to - start).num_days() + 1;
            counted_to = Some(one.to);
        }
    }
    days
}

/// The posts that count, each with its share; empty when no post lies inside the period.
///
/// First a rule settles posts held at once (`post_rule`), then one of two is chosen (`two_posts`), then a transfer is
/// settled (`transfer`). Of posts held equally long the later one counts. Posts that still stand side by side share
/// equally, or by their days under `pro_rata`.
#[must_use]
pub fn counted_posts(posts: &[Post], from: NaiveDate, to: NaiveDate, settle: &Settle<'_>) -> Vec<CountedPost> {
    let held = settle.post_rules.iter().fold(held(posts, from, to), by_rule);
    let held = match settle.two_posts {
        TwoPosts::Main => main_only(held),
        TwoPosts::Mean | TwoPosts::Highest => held,
    };
    let kept = match settle.transfer {
        Transfer::ProRata => held,
        Transfer::AtEnd => {
            let last = held.iter().map(|held| held.to).max();
            held.into_iter().filter(|held| Some(held.to) == last).collect()
        }
        Transfer::Longest => longest(held),
        Transfer::Cutoff => on_day(held, settle.cutoff.unwrap_or(to)),
    };
    let by_days = settle.transfer == Transfer::ProRata;
    let weight = |held: &Held<'_>| if by_days { held.days() } else { 1 };
    let total: i64 = kept.iter().map(weight).sum();
    kept.iter()
        .filter_map(|held| {
            let share = Exact::ratio(weight(held), total)?;
            Some(CountedPost { post: held.post.clone(), days: held.days(), share })
        })
        .collect()
}

/// While all roles of a rule are held at once, only the post that it names counts; before and after, the others do too.
fn by_rule<'a>(held: Vec<Held<'a>>, rule: &PostRule) -> Vec<Held<'a>> {
    let all: Vec<Vec<Held<'a>>> =
        rule.holds.iter().map(|role| held.iter().filter(|held| held.post.role == *role).cloned().collect()).collect();
    let mut spans = vec![(NaiveDate::MIN, NaiveDate::MAX)];
    for of_role in &all {
        let meet = |(from, to): &(NaiveDate, NaiveDate)| {
            let (from, to) = (*from, *to);
            let cut = of_role.iter().map(move |held| (held.from.max(from), held.to.min(to)));
            cut.filter(|(from, to)| from <= to).collect::<Vec<_>>()
        };
        spans = spans.iter().flat_map(meet).collect();
    }
    let mut left = Vec::new();
    for one in held {
        if one.post.role == rule.counts_as || !rule.holds.contains(&one.post.role) {
            left.push(one);
            continue;
        }
        let mut rest = vec![one];
        for (from, to) in &spans {
            rest = rest.into_iter().flat_map(|held| without(held, *from, *to)).collect();
        }
        left.extend(rest);
    }
    left
}

/// What remains of a post before and after a span of days.
fn without(held: Held<'_>, from: NaiveDate, to: NaiveDate) -> Vec<Held<'_>> {
    if held.to < from || held.from > to {
        return vec![held];
    }
    let before = (held.from < from).then(|| Held { to: from - Days::new(1), ..held.clone() });
    let after = (held.to > to).then(|| Held { from: to + Days::new(1), ..held.clone() });
    before.into_iter().chain(after).collect()
}

/// The posts held on a day; without any, those given up last before it, else those taken up first after it.
fn on_day(held: Vec<Held<'_>>, day: NaiveDate) -> Vec<Held<'_>> {
    let last = held.iter().map(|held| held.to).filter(|to| *to < day).max();
    let first = held.iter().map(|held| held.from).filter(|from| *from > day).min();
    let is_on = |held: &Held<'_>| held.from <= day && day <= held.to;
    if held.iter().any(is_on) {
        return held.into_iter().filter(is_on).collect();
    }
    held.into_iter()
        .filter(|held| if last.is_some() { Some(held.to) == last } else { Some(held.from) == first })
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
