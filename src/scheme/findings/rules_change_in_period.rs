//! C072 rules-change-in-period
//!
//! ## What is checked
//! No rule comes into force or ends inside the assessment period.
//!
//! ## Why it matters
//! One part of the year would be scored by rules that did not hold then.
//!
//! ## Example
//! A band with `valid_from = "2015-07-01"`, for the assessment of 2015.
//!
//! ## Mend
//! Assess the two parts apart, or decide with `change_in_period = "last_day"` in [scheme] that the rules of the last day
//! hold for the whole period; then this is a warning.

use super::refused;
use crate::diag::{At, Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "C072", name: "rules-change-in-period", manual: include_str!("rules_change_in_period.rs") };

/// The rows that begin or end inside the period; `is_decided` when the scheme says that the last day decides.
#[must_use]
pub fn rules_change_in_period(rows: Vec<Place>, days: &str, period: &str, is_decided: bool) -> Finding {
    let finding = refused(
        CODE,
        Text::new("规则在考核期内有变更", "rules change inside the assessment period"),
        rows.into_iter().map(At::from).collect(),
        days,
        Text::new(format!("考核期 {period} 内规则不变"), format!("the same rules throughout {period}")),
        Text::new(
            "分段考核；或在 [scheme] 写 change_in_period = \"last_day\"，全期按最后一天的规则",
            "assess the parts apart, or write change_in_period = \"last_day\" in [scheme]",
        ),
    );
    if !is_decided {
        return finding;
    }
    Finding {
        severity: Severity::Warning,
        effect: Text::new("全期按最后一天的规则计分", "the rules of the last day are applied to the whole period"),
        ..finding
    }
}
