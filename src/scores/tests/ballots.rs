//! Weights by group and role, polls that do not count, small samples, withheld splits, shares of ballots.

use std::collections::BTreeMap;

use super::{d, nowhere, scheme};
use crate::exact::{Exact, Mode, Rounding};
use crate::facts::Unit;
use crate::scheme::words::{MeasureOf, PollFailed, SmallSample};
use crate::scheme::worth::{
    Condition, CountedOver, Edge, EmptyPart, EmptyRate, Measure, MissingFact, NoView, Poll, ShareOver, Source, Verdict,
    WeightsFor,
};
use crate::scores::PollScore;
use crate::scores::measures::{Ask, measure, verdict};
use crate::scores::polls::{Whose, score_poll};
use crate::scores::trace::Step;
use crate::scores::values::Measured;
use crate::tally::{Asked, ClassTally, Distribution, Missed, PollTally, Tally};
use crate::terms::{ClassCode, GroupCode, MarkCode, QuestionCode, RoleCode, Subject};

/// A poll of one question with these classes; mark values as they are written.
fn poll(classes: &[(&str, &str)], values: &[&str]) -> Poll {
    let like = scheme().worth.polls.remove(0);
    Poll {
        classes: classes.iter().map(|(c, w)| (ClassCode::new(c), (*c).to_owned(), d(w))).collect(),
        questions: vec![(QuestionCode::new("Q"), "Q".to_owned(), d("1"))],
        marks: values.iter().map(|v| (MarkCode::new(v), (*v).to_owned(), d(v))).collect(),
        no_view: NoView::LeaveOut,
        blank_counts: false,
        counted_over: CountedOver::Answered,
        empty_question: EmptyPart::Redistribute,
        empty_class: EmptyPart::Redistribute,
        min_count: 1,
        ..like
    }
}

fn class(marks: &[u32], no_view: u32, blank: u32) -> ClassTally {
    let valid = marks.iter().sum::<u32>() + no_view + blank;
    let counts = Distribution { marks: marks.to_vec(), no_view, blank };
    ClassTally {
        valid,
        returned: Some(valid),
        issued: Some(valid),
        questions: BTreeMap::from([("Q".into(), counts)]),
        ..ClassTally::default()
    }
}

fn tally(classes: &[(&str, ClassTally)]) -> PollTally {
    let classes = classes.iter().map(|(code, class)| (ClassCode::new(code), class.clone())).collect();
    PollTally { classes, ..PollTally::default() }
}

fn scored(poll: &Poll, tally: &PollTally, group: &str, role: &str) -> (PollScore, Step) {
    let (group, role) = (GroupCode::new(group), RoleCode::new(role));
    let whose = Whose { group: Some(&group), role: Some(&role) };
    let (score, step) = score_poll(poll, &"year".into(), Some(tally), whose, &scheme(), true);
    (score, step.expect("traced"))
}

fn value(poll: &Poll, tally: &PollTally, group: &str, role: &str) -> Option<Exact> {
    scored(poll, tally, group, role).0.score.map(|score| score.exact)
}

fn weights(group: Option<&str>, role: Option<&str>, weights: [&str; 3]) -> WeightsFor {
    WeightsFor { group: group.map(GroupCode::new), role: role.map(RoleCode::new), weights: weights.map(d).to_vec() }
}

#[test]
fn b4_weights_depend_on_group_and_role() {
    // Leaders 90, heads and own team 80, staff 70.
    let mut poll = poll(&[("A", "0.4"), ("B", "0.3"), ("C", "0.3")], &["90", "80", "70"]);
    poll.weights_for = vec![
        weights(Some("teaching"), None, ["0.3", "0.3", "0.4"]),
        weights(Some("teaching"), Some("deputy"), ["0.2", "0.3", "0.5"]),
        weights(None, Some("deputy"), ["0.2", "0.4", "0.4"]),
    ];
    let heard =
        tally(&[("A", class(&[3, 0, 0], 0, 0)), ("B", class(&[0, 9, 0], 0, 0)), ("C", class(&[0, 0, 40], 0, 0))]);
    for (group, role, expected) in [
        // 0.3 × 90 + 0.3 × 80 + 0.4 × 70.
        ("teaching", "principal", "79"),
        // 0.2 × 90 + 0.3 × 80 + 0.5 × 70: group and role say more than either.
        ("teaching", "deputy", "77"),
        // 0.4 × 90 + 0.3 × 80 + 0.3 × 70: the plain weights.
        ("office", "principal", "81"),
        // 0.2 × 90 + 0.4 × 80 + 0.4 × 70.
        ("office", "deputy", "78"),
    ] {
        assert_eq!(value(&poll, &heard, group, role), Some(d(expected)), "{group} {role}");
    }
    let step = scored(&poll, &heard, "teaching", "deputy").1;
    assert_eq!(step.formula.zh, "A 90 × 0.2 + B 80 × 0.3 + C 70 × 0.5（按 teaching·deputy 的票类权重）");
}

#[test]
fn b15_weights_as_written() {
    // Own staff 3, service recipients 6, departments 3, county leaders 3 points; rates 0.9, 0.8, 1 and 0.5.
    let mut poll = poll(&[("A", "3"), ("B", "6"), ("C", "3"), ("D", "3")], &["1", "0"]);
    poll.classes_total = d("15");
    let all = [
        ("A", class(&[9, 1], 0, 0)),
        ("B", class(&[8, 2], 0, 0)),
        ("C", class(&[4, 0], 0, 0)),
        ("D", class(&[1, 1], 0, 0)),
    ];
    // 2.7 + 4.8 + 3 + 1.5.
    assert_eq!(value(&poll, &tally(&all), "g", "r"), Some(d("12")));
    // Without the departments (2.7 + 4.8 + 1.5) × 15 ÷ 12.
    let (score, step) = scored(&poll, &tally(&[all[0].clone(), all[1].clone(), all[3].clone()]), "g", "r");
    assert_eq!(score.score.map(|score| score.exact), Some(d("11.25")));
    assert_eq!(step.formula.zh, "(A 0.9 × 3 + B 0.8 × 6 + C — + D 0.5 × 3) × 15 ÷ 12（空缺部分的权重由其余部分分担）");
    // D3: shares of 30, 90, 10 and 10 per cent, all at 80: 112.
    let mut broken = self::poll(&[("A", "0.3"), ("B", "0.9"), ("C", "0.1"), ("D", "0.1")], &["80"]);
    broken.classes_total = d("1.4");
    let all = ["A", "B", "C", "D"].map(|code| (code, class(&[5], 0, 0)));
    assert_eq!(value(&broken, &tally(&all), "g", "r"), Some(d("112")));
}

#[test]
fn b10_a_poll_that_does_not_count() {
    let poll = poll(&[("A", "1")], &["100"]);
    let missed = |then| Missed { what: Asked::Quorum, then, n: 21, of: 42 };
    let heard = |missed: Vec<Missed>| PollTally { missed, ..tally(&[("A", class(&[21], 0, 0))]) };
    for (then, has_score, pending, said) in [
        (PollFailed::Warning, true, false, "A 100 × 1"),
        (PollFailed::Pend, false, true, "未达到法定人数（42 中收回 21），待裁定"),
        (PollFailed::Void, false, false, "未达到法定人数（42 中收回 21），测评无效，须重新测评"),
    ] {
        let (score, step) = scored(&poll, &heard(vec![missed(then)]), "g", "r");
        assert_eq!((score.score.is_some(), score.pending, &*step.formula.zh), (has_score, pending, said));
    }
    // Void goes before pending, whichever comes first.
    let both = heard(vec![missed(PollFailed::Warning), missed(PollFailed::Pend), missed(PollFailed::Void)]);
    assert_eq!(both.failed().map(|missed| missed.then), Some(PollFailed::Void));
}

#[test]
fn c5_small_samples() {
    // Telephone 12 answers at 60, paper 40 answers at 80, weights 6 : 4.
    let poll = poll(&[("phone", "0.6"), ("paper", "0.4")], &["80", "60"]);
    for (small, expected) in [
        // 0.6 × 60 + 0.4 × 80.
        (Some(SmallSample::Warning), Some("68")),
        (Some(SmallSample::LeaveOut), Some("80")),
        (Some(SmallSample::Pend), None),
    ] {
        let phone = ClassTally { small, ..class(&[0, 12], 0, 0) };
        let heard = tally(&[("phone", phone), ("paper", class(&[40, 0], 0, 0))]);
        let (score, _) = scored(&poll, &heard, "g", "r");
        assert_eq!(score.score.map(|score| score.exact), expected.map(d), "{small:?}");
        assert_eq!(score.pending, small == Some(SmallSample::Pend));
    }
}

#[test]
fn the_split_of_a_small_class_stands_in_no_trace() {
    let mut poll = poll(&[("A", "0.5"), ("B", "0.5")], &["100", "60"]);
    poll.min_count = 5;
    let heard = tally(&[("A", class(&[1, 1], 0, 0)), ("B", class(&[20, 0], 0, 0))]);
    let (score, step) = scored(&poll, &heard, "g", "r");
    // 0.5 × 80 + 0.5 × 100 stands; neither class is told, not even the large one.
    assert_eq!(score.score.map(|score| score.exact), Some(d("90")));
    assert!(step.parts.is_empty() && step.evidence.is_empty());
    assert_eq!(step.formula.zh, "有票类不足 5 张，各票类的票数和得分不公布；测评分照常计算");
    poll.min_count = 2;
    assert_eq!(scored(&poll, &heard, "g", "r").1.parts.len(), 2);
}

/// A share of marks of the unit U, over its only poll.
fn share(poll: &Poll, heard: &PollTally, marks: &[&str], over: ShareOver, classes: &[&str]) -> (Measure, Measured) {
    let mut scheme = scheme();
    let code = poll.code.clone();
    scheme.worth.polls = vec![poll.clone()];
    let source = Source::PollShare {
        poll: code.clone(),
        question: None,
        marks: marks.iter().map(|mark| MarkCode::new(mark)).collect(),
        over,
        classes: classes.iter().map(|class| ClassCode::new(class)).collect(),
        empty: EmptyRate::Missing,
    };
    let own = Measure {
        code: "rate".into(),
        name: "得票率".to_owned(),
        of: MeasureOf::Unit,
        source,
        counted_in: "%".to_owned(),
        missing: MissingFact::Pend,
        beyond_items: false,
        rule: poll.rule.clone(),
    };
    let subject = Subject::Unit("U".into());
    let mut tally = Tally::default();
    let unit = Unit {
        code: "U".into(),
        name: "U".into(),
        group: "township".into(),
        from: None,
        to: None,
        successor: None,
        place: nowhere(),
    };
    tally.units.push(unit);
    tally.polls.insert((code, "year".into(), subject.clone()), heard.clone());
    let day = |m, d| chrono::NaiveDate::from_ymd_opt(2015, m, d).expect("a day");
    let ask = Ask {
        scheme: &scheme,
        tally: &tally,
        from: day(1, 1),
        to: day(12, 31),
        year: 2015,
        subject: Some(&subject),
        period: None,
        traced: true,
    };
    let measured = measure(&own, &ask);
    (own, measured)
}

fn holds(edge: Edge, line: &str, (own, measured): &(Measure, Measured)) -> (Verdict, String) {
    let condition = Condition { measure: own.code.clone(), lines: vec![(edge, d(line))], place: nowhere() };
    let (verdict, text) = verdict(&condition, own, measured);
    (verdict, text.zh)
}

#[test]
fn b11_a_third_reached_is_not_more_than_a_third() {
    // 9 基本称职 and 5 不称职 of 42: 14 of 42 is exactly 1/3.
    let poll = poll(&[("A", "1")], &["100", "80", "60", "40"]);
    let rate = share(&poll, &tally(&[("A", class(&[20, 8, 9, 5], 0, 0))]), &["60", "40"], ShareOver::Valid, &[]);
    assert_eq!(rate.1.value, Some(d("1/3")));
    assert_eq!(holds(Edge::AtLeast, "1/3", &rate).0, Verdict::Holds);
    assert_eq!(holds(Edge::Above, "1/3", &rate).0, Verdict::Fails);
    // One ballot more on the other side: 14 of 43 does not reach it (3 × 14 < 43); 15 of 43 is more.
    let fewer = share(&poll, &tally(&[("A", class(&[21, 8, 9, 5], 0, 0))]), &["60", "40"], ShareOver::Valid, &[]);
    assert_eq!(holds(Edge::AtLeast, "1/3", &fewer).0, Verdict::Fails);
    let more = share(&poll, &tally(&[("A", class(&[20, 8, 10, 5], 0, 0))]), &["60", "40"], ShareOver::Valid, &[]);
    assert_eq!(holds(Edge::Above, "1/3", &more).0, Verdict::Holds);
}

#[test]
fn b8_the_same_ballots_over_four_divisors() {
    // 33 excellent of 44 marked, 4 blank, 2 void, 60 issued.
    let poll = poll(&[("A", "1")], &["100", "0"]);
    let heard = ClassTally { void: 2, returned: Some(50), issued: Some(60), ..class(&[33, 11], 0, 4) };
    for (over, expected) in [
        (ShareOver::Answered, "0.75"),
        (ShareOver::Valid, "0.6875"),
        (ShareOver::Returned, "0.66"),
        (ShareOver::Issued, "0.55"),
    ] {
        let rate = share(&poll, &tally(&[("A", heard.clone())]), &["100"], over, &[]);
        assert_eq!(rate.1.value, Some(d(expected)), "{over:?}");
    }
    // Without a register nobody knows the share of those issued.
    let unknown = ClassTally { issued: None, ..heard };
    let rate = share(&poll, &tally(&[("A", unknown)]), &["100"], ShareOver::Issued, &[]);
    assert_eq!((rate.1.value, rate.1.pending), (None, true));
}

#[test]
fn c3_three_numbers_that_are_all_called_satisfaction() {
    // 200 satisfied, 120 fairly, 60 not, 40 不了解.
    let poll = poll(&[("phone", "1")], &["100", "75", "55"]);
    let heard = tally(&[("phone", class(&[200, 120, 60], 40, 0))]);
    let two = Rounding { mode: Mode::HalfUp, places: 4 };
    let rate =
        |marks: &[&str]| two.apply(&share(&poll, &heard, marks, ShareOver::Answered, &[]).1.value.expect("a rate"));
    assert_eq!(rate(&["100", "75"]), d("0.8421"));
    assert_eq!(rate(&["100"]), d("0.5263"));
    assert_eq!(value(&poll, &heard, "g", "r"), Some(d("85")));
}

#[test]
fn a_share_of_few_ballots_is_used_and_not_shown() {
    let mut poll = poll(&[("A", "0.5"), ("B", "0.5")], &["100", "60"]);
    poll.min_count = 5;
    let heard = tally(&[("A", class(&[1, 1], 0, 0)), ("B", class(&[20, 0], 0, 0))]);
    // All classes together are 22 ballots: 21 ÷ 22 tells nothing about the two of class A.
    let pooled = share(&poll, &heard, &["100"], ShareOver::Valid, &[]);
    assert_eq!((pooled.1.value.clone(), pooled.1.withheld), (Some(d("21/22")), false));
    // Class A alone would be told ballot by ballot, and class B by what is left.
    for (own, expected) in [("A", "1/2"), ("B", "1")] {
        let rate = share(&poll, &heard, &["100"], ShareOver::Valid, &[own]);
        assert_eq!((rate.1.value.clone(), rate.1.withheld), (Some(d(expected)), true));
        assert_eq!(rate.1.text.zh, "得票率（票数过少，不公布）");
        assert_eq!(
            holds(Edge::AtLeast, "0.5", &rate),
            (Verdict::Holds, "得票率（票数过少，不公布），达到 50%".to_owned())
        );
    }
    assert!(pooled.1.evidence.is_empty());
}
