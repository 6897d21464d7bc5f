//! Polls as they may be shown: the split by class, or the reason why it is withheld.

use std::collections::BTreeMap;

use super::made::Made;
use super::model::{ClassResult, Classes, PollResult};
use super::repeats::{then, word};
use super::shown::value;
use crate::exact::Exact;
use crate::scheme::worth::Poll;
use crate::scores::PollScore;
use crate::tally::{ClassTally, PollTally};
use crate::terms::{ClassCode, QuestionCode, Subject};

/// One poll about a subject; nothing when there is no ballot at all.
///
/// Where any class with ballots has fewer than `min_count`, the whole split is withheld, so that nothing can be recovered by
/// subtraction; the score that was built from it stands.
pub(super) fn poll_result(score: &PollScore, subject: &Subject, made: Made<'_>) -> Option<PollResult> {
    let poll = made.scheme.worth.poll(&score.poll)?;
    let key = (score.poll.clone(), score.period.clone(), subject.clone());
    let tally = made.tally.polls.get(&key)?;
    let n = tally.classes.values().map(|class| class.valid).sum();
    let sum = |of: fn(&ClassTally) -> Option<u32>| tally.classes.values().map(of).sum::<Option<u32>>();
    let classes = if tally.is_withheld(poll.min_count) {
        Classes::Withheld { withheld: format!("min_count:{}", poll.min_count) }
    } else {
        Classes::Shown(split(poll, score, tally))
    };
    Some(PollResult {
        code: score.poll.to_string(),
        period: score.period.to_string(),
        score: score.score.as_ref().map(value),
        failed: tally.failed().map(|missed| format!("{}:{}", word(missed), then(missed))),
        n,
        issued: sum(|class| class.issued),
        returned: sum(|class| class.returned),
        classes,
    })
}

fn split(poll: &Poll, score: &PollScore, tally: &PollTally) -> Vec<ClassResult> {
    let none = ClassTally::default();
    let class_result = |(code, name, _): &(ClassCode, String, Exact)| {
        let class = tally.classes.get(code).unwrap_or(&none);
        ClassResult {
            code: code.to_string(),
            name: name.clone(),
            score: score.classes.get(code).and_then(Option::as_ref).map(value),
            n: class.valid,
            questions: poll.questions.iter().map(|(q, ..)| (q.to_string(), counts(poll, class, q))).collect(),
        }
    };
    poll.classes.iter().map(class_result).collect()
}

fn counts(poll: &Poll, class: &ClassTally, question: &QuestionCode) -> BTreeMap<String, u32> {
    let Some(found) = class.questions.get(question) else { return BTreeMap::new() };
    let marks = poll.marks.iter().zip(&found.marks).map(|((code, ..), n)| (code.to_string(), *n));
    marks.chain([("no_view".to_owned(), found.no_view), ("blank".to_owned(), found.blank)]).collect()
}
