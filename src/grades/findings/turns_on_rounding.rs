//! G040 grade-turns-on-rounding
//!
//! ## What is checked
//! Whether a subject would stand in another band without the rounding of its total, or with the other rounding of halves.
//!
//! ## Why it matters
//! Such a grade rests on a digit that nobody sees; it is the first to be asked about in an appeal.
//!
//! ## Example
//! 89.996 with a line at 90: rounded to 90.00 it is 优秀, exact it is not.
//!
//! ## Mend
//! Nothing, if the scheme is meant so; the committee should know the names.

use crate::diag::{Code, Finding, Severity, Text};
use crate::exact::Exact;
use crate::scheme::worth::{Band, RuleRef};
use crate::terms::Subject;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G040", name: "grade-turns-on-rounding", manual: include_str!("turns_on_rounding.rs") };

/// A subject whose band is another one by the exact value, or by the other rounding of halves.
#[must_use]
pub fn finding(subject: &Subject, exact: &Exact, value: &Exact, rule: &RuleRef, bands: (&Band, &Band)) -> Finding {
    let (band, other) = bands;
    let code = subject.code();
    Finding {
        code: CODE,
        severity: Severity::Note,
        headline: Text::new(
            format!("{code} 的等次取决于取舍方式"),
            format!("the band of {code} turns on how its total is rounded"),
        ),
        at: vec![rule.place.clone().into()],
        found: format!("{} → {value} · {}", exact.about(), band.grade),
        expected: Text::new(
            format!("不取舍或半数另取时为 {}", other.grade),
            format!("{} without rounding, or with the other rounding of halves", other.grade),
        ),
        expected_at: Some(band.rule.place.clone()),
        effect: Text::new("按方案取舍后的值定等", "graded by the rounded value, as the scheme says"),
        mend: Text::new("无需处理；上会时可说明", "nothing to mend; the committee may be told"),
    }
}
