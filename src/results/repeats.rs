//! 重新测评: polls that do not count and have to be held again.

use super::made::Made;
use super::model::ListEntry;
use crate::scheme::words::PollFailed;
use crate::tally::{Asked, Missed};
use crate::terms::Subject;

/// The name of the list.
const LIST: &str = "重新测评";

/// What a poll misses, as results name it.
pub(super) fn word(missed: &Missed) -> &'static str {
    match missed.what {
        Asked::Quorum => "quorum",
        Asked::FewVoid => "void_share",
        Asked::NotOver => "more_returned_than_issued",
    }
}

/// What follows, as results name it.
pub(super) fn then(missed: &Missed) -> &'static str {
    match missed.then {
        PollFailed::Void => "void",
        PollFailed::Pend => "pend",
        PollFailed::Warning => "warning",
    }
}

/// One line for each poll about a subject that is void.
pub(super) fn repeats(made: Made<'_>) -> Vec<ListEntry> {
    let mut entries = Vec::new();
    for ((poll, period, subject), tally) in &made.tally.polls {
        let Some(rule) = made.scheme.worth.poll(poll) else { continue };
        let Some(missed) = tally.failed().filter(|missed| missed.then == PollFailed::Void) else { continue };
        let (n, of) = (missed.n, missed.of);
        let cause = match missed.what {
            Asked::Quorum => format!("未达到法定人数（{of} 中收回 {n}）"),
            Asked::FewVoid => format!("无效票过多（收回 {of} 中无效 {n}）"),
            Asked::NotOver => format!("收回 {n} 张，多于发出 {of} 张"),
        };
        let facts = [
            ("period", period.to_string()),
            ("missed", word(missed).to_owned()),
            ("n", n.to_string()),
            ("of", of.to_string()),
        ];
        entries.push(ListEntry {
            list: LIST.to_owned(),
            code: poll.to_string(),
            whose: if matches!(subject, Subject::Unit(_)) { "unit" } else { "person" }.to_owned(),
            subject: subject.code().to_owned(),
            rule: rule.rule.id.to_string(),
            basis: rule.rule.cited(),
            state: "open".to_owned(),
            facts: facts.into_iter().map(|(key, fact)| (key.to_owned(), fact)).collect(),
            reason: format!("「{}」{cause}，测评无效", rule.name),
            ..ListEntry::default()
        });
    }
    entries
}
