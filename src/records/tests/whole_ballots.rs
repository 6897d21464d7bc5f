//! Rules over the whole ballot.

use std::collections::BTreeMap;

use super::{all, county, exact, read_with, words};
use crate::diag::{Checked, Severity};
use crate::records::Records;
use crate::scheme::words::{BallotEffect, BallotRule, Words};

fn with(rules: Vec<BallotRule>) -> Words {
    let mut words = words();
    words.polls[0].validity.ballot_rules = rules;
    words
}

fn rule(marks: &[&str]) -> BallotRule {
    BallotRule {
        marks: marks.iter().map(|mark| (*mark).into()).collect(),
        effect: Some(BallotEffect::Void),
        ..BallotRule::default()
    }
}

/// Ballots of class A: for each, six marks on three units and two questions.
fn cast(papers: &[[&str; 6]], words: &Words) -> Checked<Records> {
    let mut text = "测评|考核期|票类|票号|测评对象|履行责任|作风建设".to_owned();
    for (n, marks) in papers.iter().enumerate() {
        for (unit, two) in ["U1", "U2", "U3"].iter().zip(marks.chunks(2)) {
            text += &format!("\nteam|年终|A票|{}|{unit}|{}|{}", n + 1, two[0], two[1]);
        }
    }
    let tables = BTreeMap::from([("units", county()["units"].clone()), ("ballots", text)]);
    read_with(&tables, words)
}

/// Numbers of the ballots that count, each once.
fn counting(checked: &Checked<Records>) -> Vec<&str> {
    let ballots = checked.value.ballots.iter().filter(|ballot| !ballot.void);
    let mut numbers: Vec<&str> = ballots.map(|ballot| &*ballot.number).collect();
    numbers.dedup();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

const E: &str = "优秀";
const G: &str = "良好";
const P: &str = "较差";

#[test]
fn b9_at_most_three_excellent_and_at_least_two_poor() {
    let words = with(vec![
        BallotRule { at_most: Some(3), ..rule(&["excellent"]) },
        BallotRule { at_least: Some(2), ..rule(&["poor"]) },
    ]);
    let papers = [
        // Three and two: counts.
        [E, E, E, G, P, P],
        // Four excellent.
        [E, E, E, E, P, P],
        // One poor.
        [E, E, E, G, G, P],
        // 不了解 and blank are no marks, and help nobody.
        [E, "不了解", "", G, P, P],
    ];
    let told = cast(&papers, &words);
    assert_eq!(counting(&told), ["1", "4"]);
    // The whole ballot is void: all its subjects.
    let void = told.value.ballots.iter().filter(|ballot| ballot.void);
    assert_eq!((void.clone().count(), void.filter(|ballot| ballot.by_rule).count()), (6, 6));
    let found: Vec<(&str, &str)> =
        all(&told, "R074").iter().map(|finding| (&*finding.found, &*finding.expected.zh)).collect();
    assert_eq!(found, [("1", "优秀 ≤ 3"), ("1", "较差 ≥ 2")]);
}

#[test]
fn b9_a_ballot_that_says_the_same_of_everyone() {
    let words = with(vec![BallotRule { not_all_equal: true, ..rule(&[]) }]);
    let papers = [[G; 6], [G, G, G, G, G, E], [G, "", "", "", "", ""], ["", "", "", "", "", ""]];
    // One mark alone is not "the same of everyone", and no mark says nothing.
    assert_eq!(counting(&cast(&papers, &words)), ["2", "3", "4"]);
}

#[test]
fn b9_a_share_of_the_marks_on_the_ballot() {
    // S11: at most 20 % excellent. One of five marks is exactly that; two of six are more.
    let words = with(vec![BallotRule { share_at_most: Some(exact("0.2")), ..rule(&["excellent"]) }]);
    let papers = [[E, G, G, G, G, ""], [E, E, G, G, G, G]];
    assert_eq!(counting(&cast(&papers, &words)), ["1"]);
    let least = with(vec![BallotRule { share_at_least: Some(exact("1/3")), ..rule(&["poor", "fair"]) }]);
    assert_eq!(counting(&cast(&[[P, P, G, G, G, G], [P, G, G, G, G, G]], &least)), ["1"]);
}

#[test]
fn a_rule_over_one_question_and_a_rule_that_only_warns() {
    let first = BallotRule { question: Some("Q1".into()), at_most: Some(1), ..rule(&["excellent"]) };
    let papers = [[E, E, G, E, G, E], [E, G, E, G, G, G]];
    assert_eq!(counting(&cast(&papers, &with(vec![first.clone()]))), ["1"]);
    let told = cast(&papers, &with(vec![BallotRule { effect: Some(BallotEffect::Warning), ..first }]));
    assert_eq!(counting(&told), ["1", "2"]);
    assert_eq!(all(&told, "R074")[0].severity, Severity::Warning);
}

#[test]
fn counts_cannot_show_the_whole_ballot() {
    let words = with(vec![BallotRule { not_all_equal: true, ..rule(&[]) }]);
    assert_eq!(all(&read_with(&county(), &words), "R075").len(), 1);
}
