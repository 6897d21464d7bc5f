//! Which posts count, and a person's score from the unit's and the own ballots (D9, D10).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{d, nowhere, scheme};
use crate::charges::Charged;
use crate::exact::Exact;
use crate::facts::{Person, Post, Unit};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{By, Transfer, TwoPosts, WhenMissing};
use crate::scores::claims::Claims;
use crate::scores::heard::Around;
use crate::scores::links::Links;
use crate::scores::model::{Rounded, UnitScore};
use crate::scores::people::score_person;
use crate::scores::posts::{Settle, counted_posts};
use crate::tally::{ClassTally, Distribution, PollTally, Tally};
use crate::terms::{QuestionCode, Subject};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, month, day).expect("a day of 2015")
}

const WHOLE: ((u32, u32), Option<(u32, u32)>) = ((1, 1), None);

type Held = (&'static str, &'static str, ((u32, u32), Option<(u32, u32)>), bool);

fn post((unit, role, (from, to), main): &Held) -> Post {
    let kind = if *role == "principal" { RoleKind::Principal } else { RoleKind::Member };
    Post {
        unit: (*unit).into(),
        post: "职务".into(),
        role: (*role).into(),
        kind,
        from: day(from.0, from.1),
        to: to.map(|(m, d)| day(m, d)),
        matters: Vec::new(),
        main: *main,
        layer: None,
        supervises: Vec::new(),
        managed_by: None,
        excluded: None,
        place: nowhere(),
    }
}

fn settle(transfer: Transfer, two_posts: TwoPosts) -> Settle<'static> {
    Settle { post_rules: &[], two_posts, transfer, cutoff: None }
}

#[track_caller]
fn counts(held: &[Held], transfer: Transfer, two: TwoPosts, expected: &[(&str, &str)]) {
    let posts: Vec<Post> = held.iter().map(post).collect();
    let counted = counted_posts(&posts, day(1, 1), day(12, 31), &settle(transfer, two));
    let mut found: Vec<(String, Exact)> = counted.iter().map(|c| (c.post.unit.to_string(), c.share.clone())).collect();
    found.sort();
    let expected: Vec<(String, Exact)> = expected.iter().map(|(unit, share)| ((*unit).to_owned(), d(share))).collect();
    assert_eq!(found, expected, "{transfer:?} {two:?}");
}

#[test]
fn transfers() {
    // 1 January to 10 May are 130 days, 11 May to 31 December 235, of 365.
    let moved: [Held; 2] =
        [("A", "principal", ((1, 1), Some((5, 10))), false), ("B", "principal", ((5, 11), None), false)];
    counts(&moved, Transfer::AtEnd, TwoPosts::Main, &[("B", "1")]);
    counts(&moved, Transfer::Longest, TwoPosts::Main, &[("B", "1")]);
    counts(&moved, Transfer::ProRata, TwoPosts::Main, &[("A", "130/365"), ("B", "235/365")]);
    // 1 January to 31 August are 243 days, the rest 122.
    let late: [Held; 2] = [("A", "member", ((1, 1), Some((8, 31))), false), ("B", "member", ((9, 1), None), false)];
    counts(&late, Transfer::AtEnd, TwoPosts::Main, &[("B", "1")]);
    counts(&late, Transfer::Longest, TwoPosts::Main, &[("A", "1")]);
    counts(&late, Transfer::ProRata, TwoPosts::Main, &[("A", "243/365"), ("B", "122/365")]);
    // The order of the rows is nothing.
    let turned = [late[1], late[0]];
    counts(&turned, Transfer::Longest, TwoPosts::Main, &[("A", "1")]);
}

#[test]
fn one_who_left_in_the_year() {
    let left: [Held; 1] = [("A", "member", ((1, 1), Some((3, 31))), false)];
    for transfer in [Transfer::AtEnd, Transfer::Longest, Transfer::ProRata] {
        counts(&left, transfer, TwoPosts::Main, &[("A", "1")]);
    }
}

#[test]
fn posts_outside_the_period_do_not_count() {
    let mut before = post(&("A", "member", WHOLE, false));
    before.from = NaiveDate::from_ymd_opt(2012, 1, 1).expect("a day");
    before.to = NaiveDate::from_ymd_opt(2014, 12, 31);
    assert!(
        counted_posts(&[before.clone()], day(1, 1), day(12, 31), &settle(Transfer::Longest, TwoPosts::Main)).is_empty()
    );
    // One day inside is enough to count.
    before.to = Some(day(1, 1));
    let counted = counted_posts(&[before], day(1, 1), day(12, 31), &settle(Transfer::ProRata, TwoPosts::Main));
    assert_eq!(counted.iter().map(|c| c.days).collect::<Vec<_>>(), [1]);
}

#[test]
fn two_posts_at_once() {
    let two: [Held; 2] = [("A", "principal", WHOLE, true), ("B", "member", WHOLE, false)];
    for transfer in [Transfer::AtEnd, Transfer::Longest, Transfer::ProRata] {
        counts(&two, transfer, TwoPosts::Main, &[("A", "1")]);
        counts(&two, transfer, TwoPosts::Mean, &[("A", "1/2"), ("B", "1/2")]);
    }
    // A post before the main one began is no second post.
    let three: [Held; 3] = [
        ("A", "principal", ((5, 11), None), true),
        ("B", "member", ((5, 11), None), false),
        ("C", "member", ((1, 1), Some((5, 10))), false),
    ];
    counts(&three, Transfer::ProRata, TwoPosts::Main, &[("A", "235/365"), ("C", "130/365")]);
}

/// A unit with a total, as rounded to two places.
fn unit(code: &str, total: &str) -> UnitScore {
    let place = nowhere();
    let rounding = scheme().worth.rounding[0].1;
    UnitScore {
        unit: Unit {
            code: code.into(),
            name: code.into(),
            group: "department".into(),
            from: None,
            to: None,
            successor: None,
            place,
        },
        items: Vec::new(),
        polls: Vec::new(),
        components: Vec::new(),
        adjustments: Vec::new(),
        charged: Vec::new(),
        spared: None,
        dissolved: false,
        total: Some(Rounded::by(d(total), Some(rounding))),
        pending: Vec::new(),
        trace: None,
    }
}

/// What is tried: posts, units' totals, own ballots' value, and the decisions of the scheme.
struct Try<'a> {
    held: &'a [Held],
    units: &'a [(&'a str, &'a str)],
    own: Option<&'a str>,
    transfer: Transfer,
    two: TwoPosts,
    missing_own: WhenMissing,
    unit_share: By,
}

impl Default for Try<'_> {
    fn default() -> Self {
        Self {
            held: &[("A", "principal", WHOLE, true)],
            units: &[("A", "90")],
            own: Some("85"),
            transfer: Transfer::Longest,
            two: TwoPosts::Main,
            missing_own: WhenMissing::Pend,
            unit_share: By::Rounded,
        }
    }
}

fn total(tried: &Try<'_>) -> Option<Exact> {
    let mut scheme = scheme();
    scheme.worth.compare.unit_share = tried.unit_share;
    let mut rule = scheme.worth.people.clone().expect("people are scored");
    (rule.transfer, rule.two_posts, rule.missing_own) = (tried.transfer, tried.two, tried.missing_own);
    let leader = rule.poll.clone().expect("own ballots");
    let person =
        Person {
            code: "P1".into(), name: "甲".into(), posts: tried.held.iter().map(post).collect(), place: nowhere()
        };
    let mut tally = Tally::default();
    if let Some(value) = tried.own {
        // One ballot of one class whose mark is worth the value.
        let poll = scheme.worth.polls.iter_mut().find(|poll| poll.code == leader).expect("a poll");
        poll.marks[0].2 = d(value);
        let counts =
            |code: &QuestionCode| (code.clone(), Distribution { marks: vec![1, 0, 0, 0], no_view: 0, blank: 0 });
        let questions = poll.questions.iter().map(|(code, ..)| counts(code)).collect();
        let heard = ClassTally { valid: 1, questions, ..ClassTally::default() };
        let classes = BTreeMap::from([(poll.classes[0].0.clone(), heard)]);
        tally.polls.insert(
            (leader, "year".into(), Subject::Person("P1".into())),
            PollTally { classes, ..PollTally::default() },
        );
    }
    let units: Vec<UnitScore> = tried.units.iter().map(|(code, total)| unit(code, total)).collect();
    let charged = Charged::default();
    let claims = Claims::default();
    let links = Links::new(&scheme, &rule, &units);
    let around = Around {
        scheme: &scheme,
        rule: &rule,
        tally: &tally,
        charged: &charged,
        links: &links,
        claims: &claims,
        from: day(1, 1),
        to: day(12, 31),
    };
    score_person(&person, &around, false).total.map(|total| total.exact)
}

#[test]
fn d9_unit_share_and_own_ballots() {
    // Principal 0.6 and 0.4: 54 + 34. Member 0.4 and 0.6: 36 + 51.
    assert_eq!(total(&Try::default()), Some(d("88")));
    assert_eq!(total(&Try { held: &[("A", "member", WHOLE, false)], ..Try::default() }), Some(d("87")));
}

#[test]
fn d9_mean_of_two_units() {
    // (91.40 + 88.20) ÷ 2 = 89.80 of units; members with 0.4: 35.92; own 90 × 0.6 = 54.
    let held: [Held; 2] = [("A", "member", WHOLE, false), ("B", "member", WHOLE, false)];
    let tried = Try {
        held: &held,
        units: &[("A", "91.40"), ("B", "88.20")],
        own: Some("90"),
        two: TwoPosts::Mean,
        ..Try::default()
    };
    assert_eq!(total(&tried), Some(d("89.92")));
    // The higher of both: 0.4 × 91.40 + 54.
    assert_eq!(total(&Try { two: TwoPosts::Highest, ..tried }), Some(d("90.56")));
}

#[test]
fn d10_pro_rata_of_two_units() {
    // Principal of A for 130 days, of B for 235: 0.6 × (80 × 130 + 90 × 235) ÷ 365 + 0.4 × 85.
    let held: [Held; 2] =
        [("A", "principal", ((1, 1), Some((5, 10))), false), ("B", "principal", ((5, 11), None), false)];
    let tried = Try { held: &held, units: &[("A", "80"), ("B", "90")], transfer: Transfer::ProRata, ..Try::default() };
    // 80 × 130 = 10400, 90 × 235 = 21150, together 31550.
    assert_eq!(total(&tried), Some(&(&d("0.6") * &d("31550/365")) + &d("34")));
    // The days settle a transfer also where the higher of two posts held at once counts: these two never were.
    assert_eq!(total(&Try { two: TwoPosts::Highest, ..tried }), Some(&(&d("0.6") * &d("31550/365")) + &d("34")));
}

#[test]
fn unit_share_exact_or_rounded() {
    // 79.996 is 80.00 when rounded: 0.6 × 80 + 34 against 0.6 × 79.996 + 34.
    let tried = Try { units: &[("A", "79.996")], ..Try::default() };
    assert_eq!(total(&tried), Some(d("82")));
    assert_eq!(total(&Try { unit_share: By::Exact, ..tried }), Some(d("81.9976")));
}

#[test]
fn missing_own_ballots() {
    for (policy, expected) in
        [(WhenMissing::Pend, None), (WhenMissing::Zero, Some("54")), (WhenMissing::Rescale, Some("90"))]
    {
        let tried = Try { own: None, missing_own: policy, ..Try::default() };
        assert_eq!(total(&tried), expected.map(d), "{policy:?}");
    }
}

#[test]
fn without_the_unit_there_is_no_total() {
    assert_eq!(total(&Try { units: &[], ..Try::default() }), None);
}
