//! Shares of posts, whatever somebody has held.

use std::collections::BTreeSet;

use chrono::Days;
use kaoze::exact::Exact;
use kaoze::facts::Post;
use kaoze::scheme::worth::{Transfer, TwoPosts};
use kaoze::scores::score;
use kaoze::tally::tally;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{COUNTIES, at, cases};

const TRANSFERS: [Transfer; 3] = [Transfer::AtEnd, Transfer::Longest, Transfer::ProRata];
const TWO: [TwoPosts; 3] = [TwoPosts::Main, TwoPosts::Mean, TwoPosts::Highest];

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn shares_sum_to_one(
        posts in prop::collection::vec((any::<Index>(), 0_u64..800, 0_u64..500, any::<bool>(), any::<bool>()), 1..5),
        transfer in 0_usize..3,
        two in 0_usize..3,
    ) {
        let intake = &COUNTIES[3].0;
        let mut scheme = intake.scheme.clone();
        let rule = scheme.worth.people.as_mut().expect("people are scored");
        (rule.transfer, rule.two_posts) = (TRANSFERS[transfer], TWO[two]);
        let mut records = intake.records.clone();
        let (first, last) = (intake.assessment.from, intake.assessment.to);
        let like = records.people[0].posts[0].clone();
        let start = first - Days::new(400);
        records.people[0].posts = posts
            .iter()
            .map(|(unit, after, long, open, main)| Post {
                unit: records.units[at(*unit, records.units.len())].code.clone(),
                from: start + Days::new(*after),
                to: (!open).then(|| start + Days::new(after + long)),
                main: *main,
                ..like.clone()
            })
            .collect();
        let person = records.people[0].code.clone();
        let inside = records.people[0].posts.iter().any(|post| post.from <= last && post.to.is_none_or(|to| to >= first));
        let tally = tally(records, &scheme.words, &BTreeSet::new()).value;
        let scored = score(&tally, &scheme, first, last, &BTreeSet::new());
        let score = scored.person(&person).expect("a person");
        prop_assert_eq!(score.no_post, !inside);
        prop_assert_eq!(!score.counted.is_empty(), inside);
        let shares: Exact = score.counted.iter().map(|counted| &counted.share).sum();
        prop_assert_eq!(shares, if inside { Exact::one() } else { Exact::zero() });
        let year = (last - first).num_days() + 1;
        prop_assert!(score.counted.iter().all(|counted| (1..=year).contains(&counted.days)));
    }
}
