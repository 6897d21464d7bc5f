//! G013 mean-above-ceiling
//!
//! ## What is checked
//! The mean of the totals of a whole set against the ceiling that the scheme sets.
//!
//! ## Why it matters
//! A ceiling binds all of the set together; no single score is wrong, and no program can say whose is to come down.
//!
//! ## Example
//! Eight people whose totals sum to 641, with a mean of 80 at most.
//!
//! ## Mend
//! Let the scorers of the set look at their marks again, or have the committee decide.

use crate::diag::{Code, Finding, Severity, Text};
use crate::grades::Exceeded;
use crate::scheme::worth::Ceiling;

/// The code of this finding.
pub const CODE: Code = Code { id: "G013", name: "mean-above-ceiling", manual: include_str!("mean_exceeded.rs") };

/// The totals of a set sum to more than its ceiling allows.
#[must_use]
pub fn finding(ceiling: &Ceiling, exceeded: &Exceeded) -> Finding {
    let (n, sum, at_most) = (exceeded.subjects.len(), exceeded.sum.about(), &exceeded.at_most);
    let line = &ceiling.mean_at_most;
    let pool = if exceeded.pool.is_empty() { "全部" } else { exceeded.pool.as_str() };
    let effect = if exceeded.waits {
        Text::new("整组等次待裁定", "the grades of the whole set wait")
    } else {
        Text::new("等次照定，列入上会清单", "the grades stand; the committee is told")
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("“{pool}”{n} 个对象的平均分超过上限 {line}"),
            format!("the mean of \"{pool}\" ({n}) is above its ceiling {line}"),
        ),
        at: vec![ceiling.rule.place.clone().into()],
        found: format!("{sum} ÷ {n}"),
        expected: Text::new(
            format!("合计不超过 {line} × {n} = {at_most}"),
            format!("a sum of {line} × {n} = {at_most} at most"),
        ),
        expected_at: Some(ceiling.rule.place.clone()),
        effect,
        mend: Text::new(
            "请评分人重新核对本组评分，或报裁定",
            "let the scorers look again, or have the committee decide",
        ),
    }
}
