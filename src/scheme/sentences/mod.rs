//! Each rule as a sentence with its formula and numbers, for `scheme show` and `explain`.

mod after;
mod ballots;
mod choices;
mod gates;
mod components;
mod duties;
mod families;
mod grades;
mod items;
mod measures;
mod memory;
mod panels;
mod rules;
mod people;
mod polls;
mod sections;

pub use after::{
    appeal_sentence, consequence_sentence, consequences_sentence, ladder_sentence, procedure_sentence,
    responsibility_sentence,
};
pub use choices::Spoken;
pub use components::component_sentence;
pub use duties::{
    appointment_sentence, checklist_sentence, deadline_sentence, duty_sentence, each_words, end_words, per_words,
    record_check_sentence, roster_check_sentence, scope_words, start_words, within_words,
};
pub use families::family_sentence;
pub use gates::{ceiling_sentence, gate_sentence, trigger_sentence};
pub use grades::{
    band_sentence, compare_sentence, ground_sentence, quota_sentence, rank_sentence, rounding_sentence, total_sentence,
};
pub use items::item_sentence;
pub use measures::{condition_sentence, edge_words, measure_sentence, when_sentence};
pub use memory::{accumulation_sentence, escalation_sentence, sanction_effect_sentence, sanctions_sentence};
pub use people::{people_sentence, post_rule_sentence, unit_change_sentence};
pub use polls::poll_sentence;
pub use sections::{Section, after_sections};

use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Words;
use crate::scheme::worth::RuleRef;
use crate::terms::{GroundCode, ItemCode, PeriodCode};

/// Two texts, one after the other, with a stop or semicolon between.
pub(in crate::scheme) fn then(first: &Text, second: &Text) -> Text {
    match (first.zh.is_empty(), second.zh.is_empty()) {
        (true, _) => second.clone(),
        (_, true) => first.clone(),
        _ => Text::new(format!("{}；{}", first.zh, second.zh), format!("{}; {}", first.en, second.en)),
    }
}

/// A name in both languages.
fn same(text: impl Into<String>) -> Text {
    let text = text.into();
    Text::new(text.clone(), text)
}

/// Several texts in a row.
pub(in crate::scheme) fn listed(parts: impl IntoIterator<Item = Text>) -> Text {
    let (zh, en): (Vec<String>, Vec<String>) = parts.into_iter().map(|text| (text.zh, text.en)).unzip();
    Text::new(zh.join("、"), en.join(", "))
}

/// The name of a period, or its code.
fn period<'w>(words: &'w Words, code: &'w PeriodCode) -> &'w str {
    words.periods.iter().find(|period| period.code == *code).map_or(code.as_str(), |period| period.name.as_str())
}

/// Names of grounds; where they are many their codes, for the names stand in their own section.
fn ground_names(grounds: &[GroundCode], words: &Words) -> Text {
    let own = |code: &GroundCode| words.grounds.iter().find(|own| own.code == *code);
    let n = grounds.len();
    if n > 6 {
        // Codes that stand in a row in the scheme are told by the first and the last.
        let at = |code: &GroundCode| words.grounds.iter().position(|own| own.code == *code);
        let follows = |pair: &[&GroundCode]| at(pair[0]).zip(at(pair[1])).is_some_and(|(one, next)| one + 1 == next);
        let mut runs: Vec<Vec<&GroundCode>> = Vec::new();
        for code in grounds {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| follows(&[last, code])) => run.push(code),
                _ => runs.push(vec![code]),
            }
        }
        let told = runs.iter().map(|run| match run.as_slice() {
            [first, _, .., last] => format!("{first}—{last}"),
            few => few.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
        });
        let codes = told.collect::<Vec<_>>().join("、");
        return Text::new(format!("{codes} 共 {n} 种，名称见前"), format!("{codes}, {n} in all, named above"));
    }
    listed(grounds.iter().map(|code| same(own(code).map_or_else(|| code.to_string(), |own| own.name.clone()))))
}

fn indicator<'w>(words: &'w Words, code: &'w ItemCode) -> &'w str {
    words.cases.iter().find(|case| case.named.code == *code).map_or(code.as_str(), |case| case.named.name.as_str())
}

/// Document and clause, or the words that mark an assumption.
#[must_use]
pub fn cited(rule: &RuleRef) -> Text {
    let en = match (&rule.basis, rule.assumed) {
        (Some(basis), true) => format!("{basis} (set for this scheme; the document does not say so)"),
        (Some(basis), false) => basis.clone(),
        (None, _) => "set for this scheme; no document says so".to_owned(),
    };
    Text::new(rule.cited(), en)
}

/// A share as per cent where that is a plain decimal.
pub(super) fn percent(share: &Exact) -> String {
    let hundredfold = share * &Exact::from(100);
    if hundredfold.decimal_places().is_some() { format!("{hundredfold}%") } else { share.to_string() }
}
