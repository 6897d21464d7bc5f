//! Laws on whole counties: order of rows, raised marks, floors and caps, counts, vetoes, places, reruns.

use kaoze::facts::{Entry, Event, MarkGiven};
use kaoze::results::{Results, SubjectResult};
use kaoze::tally::tally;
use order::Shuffle;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{COUNTIES, at, cases, d, outcome};

/// A shuffle that hangs on a number alone.
mod order {
    pub struct Shuffle(pub u64);

    impl Shuffle {
        fn next(&mut self) -> usize {
            // Knuth's constants for a linear congruence of 64 bits.
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize
        }

        pub fn shuffle<T>(&mut self, list: &mut [T]) {
            for last in (1..list.len()).rev() {
                let other = self.next() % (last + 1);
                list.swap(last, other);
            }
        }
    }
}

fn unit<'a>(results: &'a Results, code: &str) -> &'a SubjectResult {
    results.units.iter().find(|unit| unit.code == code).expect("a unit")
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_order_of_rows_changes_nothing(county in 0_usize..4, seed: u64) {
        let plain = outcome(county, |_| {}).to_json();
        let shuffled = outcome(county, |intake| {
            let (mut by, records) = (Shuffle(seed), &mut intake.records);
            by.shuffle(&mut records.units);
            by.shuffle(&mut records.people);
            by.shuffle(&mut records.marks);
            by.shuffle(&mut records.actions);
            by.shuffle(&mut records.ballots);
            by.shuffle(&mut records.ballot_counts);
            by.shuffle(&mut records.ballot_returns);
            by.shuffle(&mut records.cases);
            by.shuffle(&mut records.claims);
            by.shuffle(&mut records.events);
            by.shuffle(&mut records.decisions);
        });
        prop_assert!(plain == shuffled.to_json());
    }

    #[test]
    fn raising_a_mark_never_lowers_the_total(county in 0_usize..4, place: Index, share in 0_i64..=100) {
        let before = outcome(county, |_| {});
        let mut whose = String::new();
        let after = outcome(county, |intake| {
            let points: Vec<usize> = (0..intake.records.marks.len())
                .filter(|&at| matches!(intake.records.marks[at].entry, Entry::Given(MarkGiven::Points(_))))
                .collect();
            let mark = &mut intake.records.marks[points[at(place, points.len())]];
            whose = mark.unit.to_string();
            let full = if mark.item.as_str() == "J3" { d("30") } else { d("20") };
            if let Entry::Given(MarkGiven::Points(points)) = &mut mark.entry {
                let raise = &(&full - points) * &kaoze::exact::Exact::ratio(share, 100).expect("not by nought");
                *points = &*points + &raise;
            }
        });
        for unit in &before.units {
            let total = |of: &Results| self::unit(of, &unit.code).score.as_ref().and_then(|s| s.exact().cloned());
            if unit.code == whose {
                prop_assert!(total(&after) >= total(&before));
            } else {
                prop_assert_eq!(total(&after), total(&before));
            }
        }
    }

    #[test]
    fn every_item_lies_between_floor_and_cap(county in 0_usize..4, changes in prop::collection::vec((any::<Index>(), 0_u32..40), 1..30)) {
        let results = outcome(county, |intake| {
            for (place, n) in &changes {
                let records = &mut intake.records;
                let mark = at(*place, records.marks.len());
                let day = intake.assessment.from + chrono::Days::new(u64::from(n * 9));
                match &mut records.marks[mark].entry {
                    Entry::Given(MarkGiven::Count(count)) => *count = *n,
                    Entry::Given(MarkGiven::YesNo(yes)) => *yes = n % 2 == 0,
                    Entry::Given(MarkGiven::Date(date)) => *date = day,
                    Entry::Given(MarkGiven::Points(_)) if n % 7 == 0 => records.marks[mark].entry = Entry::Blank,
                    _ => {}
                }
                let action = at(*place, records.actions.len());
                if n % 3 == 0 && !records.actions.is_empty() {
                    records.actions.remove(action);
                }
            }
        });
        for unit in &results.units {
            for part in unit.items.iter().chain(&unit.components) {
                let Some(points) = part.score.as_ref().and_then(|score| score.exact()) else { continue };
                let full = part.max.clone().expect("full marks");
                prop_assert!(!points.is_negative() && *points <= full, "{} {}: {points}", unit.code, part.code);
            }
        }
    }

    #[test]
    fn parts_sum_to_wholes(county in 0_usize..4, dropped in prop::collection::vec(any::<Index>(), 0..200)) {
        let intake = &COUNTIES[county].0;
        let mut records = intake.records.clone();
        for place in dropped {
            let ballot = at(place, records.ballots.len());
            records.ballots.swap_remove(ballot);
        }
        let n_ballots = u32::try_from(records.ballots.len()).expect("few");
        let counted: u32 = records.ballot_counts.iter().map(|row| row.counts.iter().map(|(n, _)| n).sum::<u32>()).sum();
        let tally = tally(records, &intake.scheme.words, &std::collections::BTreeSet::new()).value;
        let (mut all, mut ticked_half) = (0, 0);
        for ((poll, period, _), subject) in &tally.polls {
            let n_questions = intake.scheme.words.poll(poll).expect("a poll").questions.len();
            for class in subject.classes.values() {
                prop_assert!(class.voided || class.valid == 0 || class.questions.len() == n_questions);
                for counts in class.questions.values() {
                    prop_assert_eq!(counts.ticked() + counts.no_view + counts.blank, class.valid);
                    ticked_half += if period.as_str() == "half" { counts.ticked() } else { 0 };
                }
                prop_assert!(!class.voided || (class.valid == 0 && class.returned > class.issued));
                all += if period.as_str() == "year" { class.valid + class.void } else { 0 };
            }
        }
        prop_assert_eq!(all, n_ballots);
        prop_assert_eq!(ticked_half, counted);
    }

    #[test]
    fn a_veto_never_raises_a_grade(
        county in 0_usize..4,
        events in prop::collection::vec((any::<Index>(), any::<Index>(), any::<Index>(), 0_u64..365), 1..5),
    ) {
        let results = outcome(county, |intake| {
            let intake_words = intake.scheme.words.clone();
            let records = &mut intake.records;
            records.decisions.clear();
            for (n, (unit, ground, person, day)) in events.iter().enumerate() {
                let like = &records.units[at(*unit, records.units.len())];
                let person = &records.people[at(*person, records.people.len())];
                let matter = person.posts.first().and_then(|post| post.matters.first().cloned());
                records.events.push(Event {
                    id: format!("新{n}").into(),
                    unit: like.code.clone(),
                    person: Some(person.code.clone()),
                    ground: intake_words.grounds[at(*ground, intake_words.grounds.len())].code.clone(),
                    matter,
                    date: intake.assessment.from + chrono::Days::new(*day),
                    document: "文号".into(),
                    measure: "措施".into(),
                    year: intake.assessment.year,
                    revoked: false,
                    place: like.place.clone(),
                });
            }
        });
        let best_first = ["优秀", "良好", "合格", "基本合格", "不合格"];
        let depth = |grade: &Option<String>| {
            grade.as_ref().map(|grade| best_first.iter().position(|g| g == grade).expect("a grade"))
        };
        let mut n_hit = 0;
        for subject in results.units.iter().chain(&results.people) {
            let (Some(with), Some(without)) = (depth(&subject.grade), depth(&subject.without_veto)) else { continue };
            n_hit += 1;
            prop_assert!(with >= without, "{}", subject.code);
        }
        prop_assert!(n_hit > 0);
    }

    #[test]
    fn places_given_stay_within_the_quota(county in 0_usize..4) {
        let results = outcome(county, |intake| intake.records.decisions.clear());
        for quota in &results.lists.quotas {
            let scheme = &COUNTIES[county].0.scheme;
            let rule = scheme.worth.quotas.iter().find(|rule| rule.rule.id.as_str() == quota.rule).expect("a quota");
            let including = rule.chain_end == kaoze::scheme::worth::ChainEnd::IncludeAll && !rule.chain.is_empty();
            prop_assert!(including || quota.placed.len() <= quota.places as usize, "{}", quota.rule);
            let subjects = results.units.iter().chain(&results.people);
            let top = subjects.filter(|s| s.grade.as_ref() == Some(&quota.grade) && quota.lost.contains(&s.code));
            prop_assert_eq!(top.count(), 0);
        }
    }

    #[test]
    fn results_and_json(county in 0_usize..4) {
        let results = outcome(county, |_| {});
        let json = results.to_json();
        let back = Results::from_json(&json).expect("results");
        prop_assert_eq!(&back, &results);
        prop_assert!(back.to_json() == json);
        // Once more from the same rows.
        let again = outcome(county, |_| {}).to_json();
        prop_assert!(again == json);
    }
}
