//! R051 roster-empty
//!
//! ## What is checked
//! Whether a roster that kaoze.toml names gave at least one row, where other sheets name units or people.
//!
//! ## Why it matters
//! Without the roster every row of every other sheet names someone unknown; told one by one, that would bury the cause.
//!
//! ## Example
//! 单位名册.xlsx is damaged, or its header says 单位全称 where 单位名称 is expected.
//!
//! ## Mend
//! Mend what is said of the roster and run again; what else there is in the other sheets is told then.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R051", name: "roster-empty", manual: include_str!("roster_empty.rs") };

/// A roster of units, or of people, without a row that could be used; `n` cells of other sheets name someone of it.
#[must_use]
pub fn roster_empty(place: Place, is_of_units: bool, n: usize) -> Finding {
    let (zh, en) = if is_of_units { ("单位", "units") } else { ("人员", "people") };
    let roster = if is_of_units { "单位名册" } else { "干部名册" };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new(format!("{roster}没有一行可用"), format!("the roster of {en} has no usable row")),
        at: vec![place.into()],
        found: String::new(),
        expected: Text::new(format!("{roster}列出全部{zh}"), format!("a roster that lists all {en}")),
        expected_at: None,
        effect: Text::new(
            format!("其他表中 {n} 处{zh}没有核对，不评分"),
            format!("{n} cells of other sheets that name {en} were not checked; nothing is scored"),
        ),
        mend: Text::new(
            format!("先改正{roster}的问题再运行一次，其余问题届时列出"),
            "mend the roster first and run again; what else there is will be told then",
        ),
    }
}
