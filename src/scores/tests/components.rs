//! Items of a component, blend of periods, total with bonus and penalty (A3, A5, A29, D5, D6).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{d, nowhere, scheme};
use crate::exact::Exact;
use crate::facts::{Claim, Entry, MarkGiven, Unit};
use crate::scheme::Scheme;
use crate::scheme::worth::{NotApplicable, NotSubmitted, WhenMissing};
use crate::scores::model::UnitScore;
use crate::scores::score;
use crate::tally::{CaseCount, ClassTally, Counted, Distribution, Given, PollTally, Tally};
use crate::terms::Subject;

fn day(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, month, date).expect("a day of 2015")
}

fn given(tally: &mut Tally, item: &str, period: &str, entry: Entry<MarkGiven>) {
    let given = Given { inspector: "甲".into(), entry, member: None, note: None, place: nowhere() };
    tally.marks.entry(("U".into(), item.into(), period.into())).or_default().push(given);
}

/// A unit with full marks everywhere: two meetings a period, all facts in order, every vote the highest.
fn perfect(scheme: &Scheme) -> Tally {
    let unit = Unit {
        code: "U".into(),
        name: "某单位".into(),
        group: "department".into(),
        from: None,
        to: None,
        successor: None,
        place: nowhere(),
    };
    let mut tally = Tally { units: vec![unit], ..Tally::default() };
    for (period, month) in [("half", 3), ("year", 9)] {
        for date in [1, 2] {
            let action = Counted { date: day(month, date), what: "会议".into(), place: nowhere() };
            tally.actions.entry(("U".into(), "J1".into(), period.into())).or_default().push(action);
        }
        for (item, points) in [("J3", "30"), ("J4", "20")] {
            given(&mut tally, item, period, Entry::Given(MarkGiven::Points(d(points))));
        }
        given(&mut tally, "J5", period, Entry::Given(MarkGiven::Date(day(month, 5))));
        given(&mut tally, "J6", period, Entry::Given(MarkGiven::Count(0)));
        given(&mut tally, "J7.1", period, Entry::Given(MarkGiven::Count(3)));
        for item in ["J2", "J7.2"] {
            given(&mut tally, item, period, Entry::Given(MarkGiven::YesNo(true)));
        }
    }
    for (poll, period) in [("team", "half"), ("team", "year"), ("public", "year")] {
        let rule = scheme.worth.poll(&poll.into()).expect("a poll");
        let counts = Distribution { marks: vec![5, 0, 0, 0], no_view: 0, blank: 0 };
        let questions: BTreeMap<_, _> =
            rule.questions.iter().map(|(code, ..)| (code.clone(), counts.clone())).collect();
        let heard = ClassTally { valid: 5, questions, ..ClassTally::default() };
        let classes = rule.classes.iter().map(|(code, ..)| (code.clone(), heard.clone())).collect();
        tally.polls.insert(
            (poll.into(), period.into(), Subject::Unit("U".into())),
            PollTally { classes, ..PollTally::default() },
        );
    }
    for indicator in ["petition_referred", "petition_closed", "lead_received", "lead_handled"] {
        case(&mut tally, indicator, 4);
    }
    tally
}

fn case(tally: &mut Tally, indicator: &str, count: u32) {
    tally.cases.insert((Some("U".into()), 2015, indicator.into()), CaseCount { count, place: nowhere() });
}

fn replace(tally: &mut Tally, item: &str, period: &str, entry: Entry<MarkGiven>) {
    tally.marks.remove(&("U".into(), item.into(), period.into()));
    given(tally, item, period, entry);
}

fn scored(tally: &Tally, scheme: &Scheme) -> UnitScore {
    score(tally, scheme, day(1, 1), day(12, 31), &BTreeSet::new()).units.remove(0)
}

/// The total, exact.
fn total(change: impl Fn(&mut Tally), decide: impl Fn(&mut Scheme)) -> Option<Exact> {
    let mut scheme = scheme();
    decide(&mut scheme);
    let mut tally = perfect(&scheme);
    change(&mut tally);
    scored(&tally, &scheme).total.map(|total| total.exact)
}

fn item(tally: &Tally, scheme: &Scheme, code: &str, period: &str) -> Option<Exact> {
    let unit = scored(tally, scheme);
    let found = unit.items.into_iter().find(|i| i.item.as_str() == code && i.period.as_str() == period);
    found.expect("an item").score.map(|score| score.value)
}

fn as_it_is(_: &mut Scheme) {}

#[test]
fn full_marks_are_a_hundred() {
    assert_eq!(total(|_| {}, as_it_is), Some(d("100")));
}

#[test]
fn items_by_rule() {
    let scheme = scheme();
    for (code, period, entry, points) in [
        ("J6", "half", Entry::Given(MarkGiven::Count(6)), "0"), // A3: 10 − 12
        ("J6", "half", Entry::Given(MarkGiven::Count(3)), "4"),
        ("J5", "half", Entry::Given(MarkGiven::Date(day(7, 31))), "10"), // the day counts
        ("J5", "half", Entry::Given(MarkGiven::Date(day(8, 1))), "0"),
        ("J5", "year", Entry::Given(MarkGiven::Date(day(12, 20))), "10"),
        ("J5", "year", Entry::Given(MarkGiven::Date(day(12, 21))), "0"),
        ("J2", "year", Entry::Given(MarkGiven::YesNo(false)), "0"), // A1
        ("J2", "year", Entry::Blank, "0"),                          // not submitted: nought
    ] {
        let mut tally = perfect(&scheme);
        replace(&mut tally, code, period, entry.clone());
        assert_eq!(item(&tally, &scheme, code, period), Some(d(points)), "{code} {entry:?}");
    }
}

#[test]
fn a5_sum_of_parts() {
    let scheme = scheme();
    // 6 for three talks, 2 less for each missing; 4 for the lecture.
    for (talks, lecture, points) in [(3, true, "10"), (2, true, "8"), (0, true, "4"), (1, false, "2"), (0, false, "0")]
    {
        let mut tally = perfect(&scheme);
        replace(&mut tally, "J7.1", "half", Entry::Given(MarkGiven::Count(talks)));
        replace(&mut tally, "J7.2", "half", Entry::Given(MarkGiven::YesNo(lecture)));
        assert_eq!(item(&tally, &scheme, "J7", "half"), Some(d(points)), "{talks} {lecture}");
    }
    // A part that does not apply: 4 of 6 left, 4 ÷ 6 × 10.
    let mut tally = perfect(&scheme);
    replace(&mut tally, "J7.1", "half", Entry::Given(MarkGiven::Count(2)));
    replace(&mut tally, "J7.2", "half", Entry::NotApplicable);
    assert_eq!(item(&tally, &scheme, "J7", "half"), Some(d("40/6")));
}

#[test]
fn a29_item_that_does_not_apply() {
    // J2 (8 of 100) does not apply at half-year, and J6 loses 2: 90 ÷ 92 × 100, 90, or 98 of 100; weight 0.6 × 0.4.
    for (policy, half) in [
        (NotApplicable::Rescale, Some("9000/92")),
        (NotApplicable::Full, Some("98")),
        (NotApplicable::Zero, Some("90")),
        (NotApplicable::Refuse, None),
    ] {
        let change = |tally: &mut Tally| {
            replace(tally, "J2", "half", Entry::NotApplicable);
            replace(tally, "J6", "half", Entry::Given(MarkGiven::Count(1)));
        };
        let decide = |scheme: &mut Scheme| {
            for item in &mut scheme.worth.items {
                item.not_applicable = policy;
            }
            scheme.worth.rounding.clear();
        };
        // 0.24 × half + 0.36 × 100 + 40.
        let expected = half.map(|half| &(&d("0.24") * &d(half)) + &d("76"));
        assert_eq!(total(change, decide), expected, "{policy:?}");
    }
}

#[test]
fn items_not_submitted() {
    for (policy, half) in
        [(NotSubmitted::Zero, Some("92")), (NotSubmitted::Rescale, Some("100")), (NotSubmitted::Pend, None)]
    {
        let decide = |scheme: &mut Scheme| {
            for item in &mut scheme.worth.items {
                item.not_submitted = policy;
            }
        };
        let expected = half.map(|half| &(&d("0.24") * &d(half)) + &d("76"));
        assert_eq!(total(|tally| replace(tally, "J2", "half", Entry::Blank), decide), expected, "{policy:?}");
    }
}

#[test]
fn rate_without_a_denominator() {
    // Nothing referred: the other rate alone fills the component, 3 of 4 handled: 75. Both empty: its weight goes over.
    let one = |tally: &mut Tally| {
        case(tally, "petition_referred", 0);
        case(tally, "petition_closed", 0);
        case(tally, "lead_handled", 3);
    };
    assert_eq!(total(one, as_it_is), Some(d("98.75")));
    let both = |tally: &mut Tally| {
        for indicator in ["petition_referred", "petition_closed", "lead_received", "lead_handled"] {
            case(tally, indicator, 0);
        }
        replace(tally, "J2", "half", Entry::Given(MarkGiven::YesNo(false)));
    };
    // (0.6 × (0.4 × 92 + 60) + 20 + 15) ÷ 0.95 = 93.08 ÷ 0.95.
    assert_eq!(total(both, as_it_is), d("93.08").divided_by(&d("0.95")));
}

#[test]
fn d5_missing_period() {
    // No poll at half-year; the year's end gives 100 in every question but stands for 85 here.
    let change = |tally: &mut Tally| {
        tally.polls.remove(&("team".into(), "half".into(), Subject::Unit("U".into())));
        let year = tally.polls.get_mut(&("team".into(), "year".into(), Subject::Unit("U".into()))).expect("a poll");
        for counts in year.classes.values_mut().flat_map(|class| class.questions.values_mut()) {
            counts.marks = vec![0, 5, 0, 0];
        }
    };
    // Rescaled 85; as nought 0.7 × 85 = 59.5; of the total 0.2.
    for (policy, component) in
        [(WhenMissing::Rescale, Some("85")), (WhenMissing::Zero, Some("59.5")), (WhenMissing::Pend, None)]
    {
        let decide = |scheme: &mut Scheme| scheme.worth.components[1].missing_period = policy;
        let expected = component.map(|value| &(&d("0.2") * &d(value)) + &d("80"));
        assert_eq!(total(change, decide), expected, "{policy:?}");
    }
}

#[test]
fn a_missing_component() {
    let change = |tally: &mut Tally| {
        tally.polls.remove(&("public".into(), "year".into(), Subject::Unit("U".into())));
    };
    assert_eq!(total(change, as_it_is), None);
    for (policy, expected) in [(WhenMissing::Rescale, "100"), (WhenMissing::Zero, "85")] {
        let decide = |scheme: &mut Scheme| {
            scheme.worth.components[2].missing = policy;
            scheme.worth.components[2].missing_period = WhenMissing::Rescale;
        };
        assert_eq!(total(change, decide), Some(d(expected)), "{policy:?}");
    }
}

fn claim(tally: &mut Tally, family: &str, level: usize, year: i32) {
    let claim = Claim {
        id: "JF".into(),
        unit: "U".into(),
        family: family.into(),
        level,
        title: "事项".into(),
        document: "文号".into(),
        date: day(5, 1),
        year,
        person: None,
        tier: None,
        issuer: None,
        evidence: None,
        source: "文号".into(),
        place: nowhere(),
    };
    tally.claims.push(claim);
}

#[test]
fn d6_families_are_capped_each_for_itself() {
    // 2 + 1 + 0.5 = 3.5 against 3; the total may pass 100.
    let honours = |tally: &mut Tally| (0..3).for_each(|level| claim(tally, "honour", level, 2015));
    assert_eq!(total(honours, as_it_is), Some(d("103")));
    // 3 + 3 = 6 against 5 taken away; the bonus stays.
    let both = |tally: &mut Tally| {
        honours(tally);
        claim(tally, "criticism", 0, 2015);
        claim(tally, "criticism", 0, 2015);
    };
    assert_eq!(total(both, as_it_is), Some(d("98")));
    // Charged to another year.
    assert_eq!(total(|tally| claim(tally, "honour", 0, 2016), as_it_is), Some(d("100")));
    // A ceiling that the scheme writes.
    let capped = |scheme: &mut Scheme| scheme.worth.total.cap = Some(d("100"));
    assert_eq!(total(honours, capped), Some(d("100")));
}

#[test]
fn the_total_stops_at_its_floor() {
    let penalty = |tally: &mut Tally| claim(tally, "criticism", 0, 2015);
    let floor = |scheme: &mut Scheme| scheme.worth.total.floor = Some(d("99"));
    assert_eq!(total(penalty, floor), Some(d("99")));
    assert_eq!(total(penalty, as_it_is), Some(d("97")));
}

#[test]
fn components_are_rounded_once_and_the_total_takes_the_rounded() {
    // Two of three panel marks 29, one 29.5: mean 29.1666…; inspection 0.4 × 99.1666… + 60 = 99.666… → 99.67.
    let change = |tally: &mut Tally| {
        replace(tally, "J3", "half", Entry::Given(MarkGiven::Points(d("29"))));
        given(tally, "J3", "half", Entry::Given(MarkGiven::Points(d("29"))));
        given(tally, "J3", "half", Entry::Given(MarkGiven::Points(d("29.5"))));
    };
    // 0.6 × 99.67 + 40 = 99.802; without rounding 0.6 × 99.666… + 40 = 99.8.
    assert_eq!(total(change, as_it_is), Some(d("99.802")));
    assert_eq!(total(change, |scheme| scheme.worth.rounding.clear()), Some(d("99.8")));
}
