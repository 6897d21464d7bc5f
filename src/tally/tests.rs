//! What makes a poll count: whole numbers on both sides of a line.

use std::collections::BTreeMap;

use super::model::{Asked, ClassTally, PollTally};
use super::valid_polls::check_polls;
use crate::diag::{Findings, Place};
use crate::scheme::words::{
    Blank, Named, OverReturn, PollFailed, PollKind, PollSubject, PollWords, Quorum, QuorumOf, ShareLine, SmallSample,
    Validity, VoidLimit,
};
use crate::terms::{ClassCode, Subject};

fn poll(validity: Validity, over_return: OverReturn) -> PollWords {
    let class = |code: &str| Named { code: ClassCode::new(code), name: code.to_owned(), aliases: Vec::new() };
    PollWords {
        code: "team".into(),
        name: "班子测评".to_owned(),
        kind: PollKind::Appraisal,
        subject: PollSubject::Unit,
        periods: vec!["year".into()],
        classes: vec![class("A"), class("B")],
        questions: Vec::new(),
        marks: Vec::new(),
        no_view_words: Vec::new(),
        void_words: Vec::new(),
        blank: Blank::LeaveOut,
        over_return,
        min_count: 1,
        voters: None,
        validity,
        place: Place::Line("ballots.toml".into(), 3),
    }
}

fn line(share: &str, strict: bool) -> ShareLine {
    ShareLine { share: share.parse().expect("a share"), strict }
}

/// Entitled, issued, returned and void.
type Class = (Option<u32>, u32, u32, u32);

fn checked(poll: PollWords, classes: [Class; 2]) -> (PollTally, Vec<&'static str>) {
    let class = |(entitled, issued, returned, void): Class| ClassTally {
        entitled,
        issued: Some(issued),
        returned: Some(returned),
        valid: returned - void,
        void,
        ..ClassTally::default()
    };
    let classes = ["A", "B"].map(ClassCode::new).into_iter().zip(classes.map(class)).collect();
    let key = ("team".into(), "year".into(), Subject::Unit("U".into()));
    let mut polls = BTreeMap::from([(key, PollTally { classes, ..PollTally::default() })]);
    let mut findings = Findings::default();
    check_polls(&mut polls, &[poll], &[], &mut findings);
    let codes = findings.iter().map(|finding| finding.code.id).collect();
    (polls.into_values().next().unwrap_or_default(), codes)
}

fn quorum(share: &str, strict: bool, of: QuorumOf) -> PollWords {
    let quorum = Quorum { line: line(share, strict), of, failed: PollFailed::Void };
    poll(Validity { quorum: Some(quorum), ..Validity::default() }, OverReturn::Error)
}

#[test]
fn b10_more_than_half_of_those_entitled() {
    // 21 of 42 is exactly half: enough where half will do, not where more is needed. 22 of 42 is more.
    let half: [Class; 2] = [(Some(30), 28, 15, 0), (Some(12), 12, 6, 0)];
    let more: [Class; 2] = [(Some(30), 28, 16, 0), (Some(12), 12, 6, 0)];
    for (strict, classes, is_missed) in [(true, half, true), (false, half, false), (true, more, false)] {
        let (tally, codes) = checked(quorum("1/2", strict, QuorumOf::Entitled), classes);
        assert_eq!(
            (tally.failed().is_some(), codes.as_slice()),
            (is_missed, if is_missed { &["T010"][..] } else { &[] })
        );
    }
    // Of those issued, 21 of 40 is more than half.
    assert!(checked(quorum("1/2", true, QuorumOf::Issued), half).0.failed().is_none());
    // Where one class does not say how many are entitled, nobody knows.
    let unknown: [Class; 2] = [(None, 28, 15, 0), (Some(12), 12, 6, 0)];
    assert_eq!(checked(quorum("1/2", true, QuorumOf::Entitled), unknown).1, ["T013"]);
}

#[test]
fn too_many_void_ballots() {
    // 8 of 40 is exactly a fifth.
    let classes: [Class; 2] = [(None, 30, 30, 6), (None, 10, 10, 2)];
    for (strict, is_missed) in [(true, false), (false, true)] {
        let limit = VoidLimit { line: line("0.2", strict), failed: PollFailed::Pend };
        let own = poll(Validity { void_limit: Some(limit), ..Validity::default() }, OverReturn::Error);
        let (tally, codes) = checked(own, classes);
        assert_eq!(
            tally.failed().map(|missed| (missed.what, missed.n, missed.of)),
            is_missed.then_some((Asked::FewVoid, 8, 40))
        );
        assert_eq!(codes.len(), usize::from(is_missed));
    }
}

#[test]
fn more_returned_than_issued() {
    let classes: [Class; 2] = [(None, 30, 31, 0), (None, 10, 10, 0)];
    for (over, then) in [
        (OverReturn::VoidPoll, Some(PollFailed::Void)),
        (OverReturn::Pend, Some(PollFailed::Pend)),
        (OverReturn::Void, None),
        (OverReturn::Warning, None),
    ] {
        let (tally, codes) = checked(poll(Validity::default(), over), classes);
        assert_eq!(tally.failed().map(|missed| missed.then), then, "{over:?}");
        assert!(codes.is_empty(), "told where it is read");
    }
}

#[test]
fn c5_a_sample_of_fewer_than_twenty() {
    let validity = Validity { min_sample: Some((20, SmallSample::LeaveOut)), ..Validity::default() };
    let (tally, codes) = checked(poll(validity, OverReturn::Error), [(None, 20, 20, 0), (None, 20, 20, 1)]);
    let small: Vec<_> = tally.classes.values().map(|class| class.small).collect();
    assert_eq!((small, codes), (vec![None, Some(SmallSample::LeaveOut)], vec!["T012"]));
}
