//! Published results against recomputed ones: every unit, person and number that differs.

use std::collections::BTreeMap;

use super::{Difference, Kind, difference};
use crate::results::{Results, SubjectResult, Value};

/// Every difference between two results, subject by subject and number by number.
pub(super) fn compare_results(published: &Results, recomputed: &Results, inputs_differ: bool) -> Vec<Difference> {
    let (zh, en) = if inputs_differ {
        ("输入不同所致", "follows from the inputs that differ")
    } else {
        (
            "输入相同而结果不同：结果被改动，或程序版本不同",
            "same inputs, another result: it was changed, or the program is of another version",
        )
    };
    let mut found = Vec::new();
    for (before, now) in [(&published.units, &recomputed.units), (&published.people, &recomputed.people)] {
        let (before, now) = (numbers(before), numbers(now));
        let mut keys: Vec<&(String, String)> = before.keys().chain(now.keys()).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            let (old, new) = (before.get(key), now.get(key));
            if old != new {
                let text = |value: Option<&String>| value.cloned().unwrap_or_else(|| "—".to_owned());
                let what = format!("{} {}", key.0, key.1);
                found.push(difference(Kind::Number, &what, &text(old), &text(new), zh, en));
            }
        }
    }
    if found.is_empty() && published != recomputed {
        let (zh, en) = ("清单、名单或说明不同", "lists, cases or notes differ");
        found.push(difference(Kind::Number, "results.json", "…", "…", zh, en));
    }
    found
}

/// Every number and grade of each subject by subject and name.
fn numbers(subjects: &[SubjectResult]) -> BTreeMap<(String, String), String> {
    let mut all = BTreeMap::new();
    for subject in subjects {
        let who = format!("{} {}", subject.code, subject.name);
        let mut put = |name: String, value: Option<String>| {
            if let Some(value) = value {
                all.insert((who.clone(), name), value);
            }
        };
        put("score".to_owned(), subject.score.as_ref().map(exact));
        put("grade".to_owned(), subject.grade.clone());
        put("band".to_owned(), subject.band.clone());
        put("pending".to_owned(), subject.pending.clone());
        put("without_veto".to_owned(), subject.without_veto.clone());
        put("rank".to_owned(), subject.rank.map(|rank| rank.to_string()));
        for part in subject.components.iter().chain(&subject.items).chain(&subject.adjustments) {
            put(part.code.clone(), part.score.as_ref().map(exact));
        }
        for poll in &subject.polls {
            put(format!("{}@{}", poll.code, poll.period), poll.score.as_ref().map(exact));
        }
    }
    all
}

fn exact(value: &Value) -> String {
    match value.exact() {
        Some(exact) => format!("{} ({})", value.shown(), exact.as_fraction()),
        None => value.shown().to_owned(),
    }
}
