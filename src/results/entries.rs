//! Lines of lists that the rulings made, as results.json has them.

use super::model::ListEntry;
use crate::grades::{Graded, Listed};
use crate::terms::Subject;

/// All of them, in the order of the rulings.
pub(super) fn of_rulings(graded: &Graded) -> Vec<ListEntry> {
    graded.listed.iter().map(entry).collect()
}

fn entry(listed: &Listed) -> ListEntry {
    ListEntry {
        list: listed.list.clone(),
        code: listed.code.clone(),
        whose: if matches!(listed.subject, Subject::Unit(_)) { "unit" } else { "person" }.to_owned(),
        subject: listed.subject.code().to_owned(),
        about: listed.about.clone(),
        rule: listed.rule.id.to_string(),
        basis: listed.rule.cited(),
        state: listed.state.word().to_owned(),
        due: None,
        done: None,
        facts: listed.facts.clone(),
        reason: listed.reason.clone(),
        places: listed.places.iter().map(ToString::to_string).collect(),
    }
}
