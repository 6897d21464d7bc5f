//! F005 predecessor-unknown
//!
//! ## What is checked
//! Whether the old units of 单位沿革 are in last year's results, and the new ones in this year's roster.
//!
//! ## Why it matters
//! A unit is followed from last year by these rows.
//!
//! ## Example
//! 更名 from D10, a code that last year's results do not have.
//!
//! ## Mend
//! Write the code under which the unit stands in last-year/results.json, or in this year's roster.

use crate::diag::{Code, Finding, Place, Severity, Text, nearest};

/// The code of this finding.
pub const CODE: Code = Code { id: "F005", name: "predecessor-unknown", manual: include_str!("predecessor_unknown.rs") };

/// A unit that nobody knows; `is_old` tells whether it stands under the old ones.
#[must_use]
pub fn finding(place: Place, text: &str, is_old: bool, known: &[String]) -> Finding {
    let near = nearest(text, known.iter().map(String::as_str));
    let mend = match near {
        Some(near) => Text::new(format!("是否为“{near}”？改正代码或名称"), format!("is \"{near}\" meant? correct it")),
        None => Text::new("改正代码或名称", "correct the code or the name"),
    };
    let expected = match is_old {
        true => Text::new("上年结果中的单位", "a unit of last year's results"),
        false => Text::new("本年单位名册中的单位", "a unit of this year's roster"),
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: match is_old {
            true => Text::new(
                format!("单位沿革的原单位不在上年结果中：“{text}”"),
                format!("unit history names an old unit that last year's results do not have: \"{text}\""),
            ),
            false => Text::new(
                format!("单位沿革的新单位不在名册中：“{text}”"),
                format!("unit history names a new unit that is not in the roster: \"{text}\""),
            ),
        },
        at: vec![place.into()],
        found: format!("\"{text}\""),
        expected,
        expected_at: None,
        effect: Text::new(
            "与上年比较时不用该行；本年得分不受影响",
            "the row is not used in the comparison with last year; this year's scores are untouched",
        ),
        mend,
    }
}
