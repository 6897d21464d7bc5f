//! T001 facts-differ
//!
//! ## What is checked
//! Inspectors of one panel may give different points, but a count, a date, 有/无 and "does not apply" are facts: all
//! inspectors who state one must state the same.
//!
//! ## Why it matters
//! Taking the first, the last or the mean of two different facts would decide silently who is right.
//!
//! ## Example
//! Two rows of 云山镇 give 约谈谈话次数 3 and 2.
//!
//! ## Mend
//! Find out which is right and correct the other cell, or leave it empty.

use crate::diag::{At, Code, Finding, Severity, Text};
use crate::facts::{Entry, MarkGiven};
use crate::tally::Given;

/// The code of this finding.
pub const CODE: Code = Code { id: "T001", name: "facts-differ", manual: include_str!("facts_differ.rs") };

/// Two inspectors state different facts about one item of one unit.
#[must_use]
pub fn finding(unit: &str, item: &str, first: &Given, second: &Given) -> Finding {
    let at = |given: &Given| At {
        place: given.place.clone(),
        caption: Some(Text::new(given.inspector.as_ref(), given.inspector.as_ref())),
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(
            format!("两名检查人对 {unit} 的 {item} 所报事实不一致"),
            format!("two inspectors state different facts about {item} of {unit}"),
        ),
        at: vec![at(first), at(second)],
        found: format!("\"{}\" / \"{}\"", shown(first), shown(second)),
        expected: Text::new("同一事实只有一个值，或只由一名检查人填写", "one value, or only one inspector states it"),
        expected_at: None,
        effect: Text::new("停止计分", "scoring stops"),
        mend: Text::new("核实后改正其中一格，或将其留空", "correct one of the cells, or leave it empty"),
    }
}

fn shown(given: &Given) -> String {
    match &given.entry {
        Entry::Given(MarkGiven::Points(points)) => points.to_string(),
        Entry::Given(MarkGiven::Count(n)) => n.to_string(),
        Entry::Given(MarkGiven::Date(day)) => day.to_string(),
        Entry::Given(MarkGiven::YesNo(yes)) => if *yes { "有" } else { "无" }.to_owned(),
        Entry::Given(MarkGiven::Number(number)) => number.to_string(),
        Entry::Given(MarkGiven::Word(at)) => format!("第 {} 档", at + 1),
        Entry::Given(MarkGiven::Excused) => "经批准延期".to_owned(),
        Entry::NotApplicable => "不适用".to_owned(),
        Entry::Blank => String::new(),
    }
}
