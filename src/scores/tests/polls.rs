//! Ballots and surveys: values of marks, divisors, empty questions and classes.

use std::collections::BTreeMap;

use super::{d, scheme};
use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::Scheme;
use crate::scheme::worth::{CountedOver, EmptyPart, NoView, Poll, RoundingPoint};
use crate::scores::polls::{Whose, score_poll};
use crate::tally::{ClassTally, Distribution, PollTally};
use crate::terms::{ClassCode, MarkCode, QuestionCode};

/// A poll with classes, questions and mark values, all of which leave out what says nothing.
fn poll(classes: &[(&str, &str)], questions: &[(&str, &str)], values: &[&str]) -> Poll {
    let like = scheme().worth.polls.remove(0);
    Poll {
        classes: classes.iter().map(|(c, w)| (ClassCode::new(c), (*c).to_owned(), d(w))).collect(),
        questions: questions.iter().map(|(q, w)| (QuestionCode::new(q), (*q).to_owned(), d(w))).collect(),
        marks: values.iter().map(|v| (MarkCode::new(v), (*v).to_owned(), d(v))).collect(),
        no_view: NoView::LeaveOut,
        blank_counts: false,
        counted_over: CountedOver::Answered,
        empty_question: EmptyPart::Redistribute,
        empty_class: EmptyPart::Redistribute,
        ..like
    }
}

/// One class: by question, how many ticked each mark, then 不了解 and blank.
fn class(questions: &[(&str, &[u32], u32, u32)]) -> ClassTally {
    let all = |(_, marks, no_view, blank): &(&str, &[u32], u32, u32)| marks.iter().sum::<u32>() + no_view + blank;
    let valid = questions.iter().map(all).max().unwrap_or(0);
    let counts = questions.iter().map(|(question, marks, no_view, blank)| {
        (QuestionCode::new(question), Distribution { marks: marks.to_vec(), no_view: *no_view, blank: *blank })
    });
    ClassTally {
        valid,
        returned: Some(valid),
        issued: Some(valid),
        questions: counts.collect(),
        ..ClassTally::default()
    }
}

fn value_in(scheme: &Scheme, poll: &Poll, classes: Vec<(&str, ClassTally)>) -> Option<Exact> {
    let classes: BTreeMap<ClassCode, ClassTally> =
        classes.into_iter().map(|(code, class)| (ClassCode::new(code), class)).collect();
    let tally = PollTally { classes, ..PollTally::default() };
    let (score, _) = score_poll(poll, &"year".into(), Some(&tally), Whose::default(), scheme, false);
    score.score.map(|score| score.exact)
}

fn value(poll: &Poll, classes: Vec<(&str, ClassTally)>) -> Option<Exact> {
    value_in(&scheme(), poll, classes)
}

#[test]
fn b1_values_of_marks() {
    // (1200 + 400 + 120 + 40) ÷ 20.
    let poll = poll(&[("A", "1")], &[("Q", "1")], &["100", "80", "60", "40"]);
    assert_eq!(value(&poll, vec![("A", class(&[("Q", &[12, 5, 2, 1], 0, 0)]))]), Some(d("88")));
}

#[test]
fn b3_class_means_first_not_pooled_ballots() {
    // Three leaders 90, forty staff 80, weights half and half: 85; pooled it would be 80.70.
    let poll = poll(&[("A", "0.5"), ("B", "0.5")], &[("Q", "1")], &["90", "80"]);
    let classes = vec![("A", class(&[("Q", &[3, 0], 0, 0)])), ("B", class(&[("Q", &[0, 40], 0, 0)]))];
    assert_eq!(value(&poll, classes), Some(d("85")));
}

#[test]
fn b7_empty_class() {
    for (policy, expected) in
        [(EmptyPart::Redistribute, Some("86")), (EmptyPart::Zero, Some("68.8")), (EmptyPart::Pend, None)]
    {
        let poll = Poll {
            empty_class: policy,
            ..poll(&[("A", "0.2"), ("B", "0.4"), ("C", "0.4")], &[("Q", "1")], &["82", "90"])
        };
        let present = || vec![("B", class(&[("Q", &[4, 0], 0, 0)])), ("C", class(&[("Q", &[0, 7], 0, 0)]))];
        assert_eq!(value(&poll, present()), expected.map(d), "{policy:?}, class absent");
        // A class whose ballots all say nothing is as empty as one without ballots.
        let mut silent = present();
        silent.push(("A", class(&[("Q", &[0, 0], 3, 2)])));
        assert_eq!(value(&poll, silent), expected.map(d), "{policy:?}, class silent");
    }
}

#[test]
fn no_class_at_all_is_no_score() {
    for policy in [EmptyPart::Redistribute, EmptyPart::Zero, EmptyPart::Pend] {
        let poll = Poll { empty_class: policy, ..poll(&[("A", "1")], &[("Q", "1")], &["100"]) };
        assert_eq!(value(&poll, Vec::new()), None, "{policy:?}");
    }
}

#[test]
fn b8_denominators() {
    // 33 excellent of 44 marked, 4 left blank: 33/44 = 75 %, 33/48 = 68.75 %.
    let base = || poll(&[("A", "1")], &[("Q", "1")], &["100", "0"]);
    let heard = || ClassTally { issued: Some(50), ..class(&[("Q", &[33, 11], 0, 4)]) };
    for (counted_over, blank_counts, expected) in [
        (CountedOver::Answered, false, "75"),
        (CountedOver::Answered, true, "68.75"),
        (CountedOver::Returned, false, "68.75"),
        (CountedOver::Issued, false, "66"),
    ] {
        let poll = Poll { counted_over, blank_counts, ..base() };
        assert_eq!(value(&poll, vec![("A", heard())]), Some(d(expected)), "{counted_over:?} {blank_counts}");
    }
}

#[test]
fn c1_survey_index() {
    // Shares .30 .40 .20 .07 .03: 30 + 32 + 12 + 2.1 + 0.
    let poll = poll(&[("phone", "1")], &[("S", "1")], &["100", "80", "60", "30", "0"]);
    assert_eq!(value(&poll, vec![("phone", class(&[("S", &[30, 40, 20, 7, 3], 0, 0)]))]), Some(d("76.1")));
}

#[test]
fn c2_no_view_in_or_out() {
    // 200/120/60 and 40 不了解: 32300 ÷ 380 = 85; 32300 ÷ 420 = 76.90 to two places.
    let heard = || vec![("phone", class(&[("S", &[200, 120, 60], 40, 0)]))];
    let poll = poll(&[("phone", "1")], &[("S", "1")], &["100", "75", "55"]);
    assert_eq!(value(&poll, heard()), Some(d("85")));
    let counted = Poll { no_view: NoView::CountZero, ..poll };
    let scored = value(&counted, heard()).expect("answers");
    assert_eq!(scored, d("32300/420"));
    assert_eq!(Rounding { mode: Mode::HalfUp, places: 2 }.apply(&scored), d("76.90"));
}

#[test]
fn c4_channels() {
    // Telephone 6 : questionnaire 4: 0.6 × 85 + 0.4 × 80.
    let poll = poll(&[("phone", "0.6"), ("paper", "0.4")], &[("S", "1")], &["85", "80"]);
    let classes = vec![("phone", class(&[("S", &[9, 0], 0, 0)])), ("paper", class(&[("S", &[0, 2], 0, 0)]))];
    assert_eq!(value(&poll, classes), Some(d("83")));
}

#[test]
fn b12_questions_of_a_class() {
    // 0.3 × 100 + 0.3 × 80 + 0.4 × 60 = 78; with the second one silent (30 + 24) ÷ 0.7 or 30 + 0 + 24.
    let questions = [("Q1", "0.3"), ("Q2", "0.3"), ("Q3", "0.4")];
    let full = || vec![("A", class(&[("Q1", &[5, 0, 0], 0, 0), ("Q2", &[0, 5, 0], 0, 0), ("Q3", &[0, 0, 5], 0, 0)]))];
    let silent = || vec![("A", class(&[("Q1", &[5, 0, 0], 0, 0), ("Q2", &[0, 0, 0], 3, 2), ("Q3", &[0, 0, 5], 0, 0)]))];
    for (policy, expected) in
        [(EmptyPart::Redistribute, Some("54/0.7")), (EmptyPart::Zero, Some("54")), (EmptyPart::Pend, None)]
    {
        let poll = Poll { empty_question: policy, ..poll(&[("A", "1")], &questions, &["100", "80", "60"]) };
        assert_eq!(value(&poll, full()), Some(d("78")));
        let expected = expected.map(|text| match text.split_once('/') {
            Some((n, by)) => d(n).divided_by(&d(by)).expect("not nought"),
            None => d(text),
        });
        assert_eq!(value(&poll, silent()), expected, "{policy:?}");
    }
}

#[test]
fn i1_rounding_of_classes_only_where_the_scheme_says() {
    // Means 91.125 and 88.4, half and half: exact 89.7625; classes rounded first (91.13): 89.765.
    let poll = poll(&[("A", "0.5"), ("B", "0.5")], &[("Q", "1")], &["91.125", "88.4"]);
    let classes = || vec![("A", class(&[("Q", &[1, 0], 0, 0)])), ("B", class(&[("Q", &[0, 1], 0, 0)]))];
    assert_eq!(value(&poll, classes()), Some(d("89.7625")));
    let mut rounding = scheme();
    let (_, two, rule) = rounding.worth.rounding[0].clone();
    rounding.worth.rounding.push((RoundingPoint::Class, two, rule));
    // I4: 89.765 → 89.77, 89.7625 → 89.76.
    assert_eq!(value_in(&rounding, &poll, classes()), Some(d("89.765")));
    assert_eq!(two.apply(&d("89.765")), d("89.77"));
    assert_eq!(two.apply(&d("89.7625")), d("89.76"));
}
