//! C075 line-between-places
//!
//! ## What is checked
//! Where grades go by rounded totals, the line of a grade has no more digits than the total keeps.
//!
//! ## Why it matters
//! No total ever stands on such a line, so the line that decides is another one than the line that is written.
//!
//! ## Example
//! `from = "89.995"` with a total of two places: 89.99 is below and 90.00 above.
//!
//! ## Mend
//! Write the line with as many digits as the total keeps, or grade by the exact value.

use super::refused;
use crate::diag::{Code, Finding, Place, Severity, Text};
use crate::exact::Exact;

/// The code.
pub const CODE: Code = Code { id: "C075", name: "line-between-places", manual: include_str!("line_between_places.rs") };

/// The line of a grade that rounded totals step over.
#[must_use]
pub fn line_between_places(at: Place, grade: &str, line: &Exact, places: u32) -> Finding {
    let finding = refused(
        CODE,
        Text::new(
            format!("等次 {grade} 的分数线比总分多几位小数"),
            format!("the line of the grade {grade} has more digits than the total"),
        ),
        vec![at.into()],
        &line.to_string(),
        Text::new(format!("不多于 {places} 位小数"), format!("{places} decimals or fewer")),
        Text::new(
            "分数线按总分的位数写，或在 [compare] 改用准确值定等",
            "write the line with as many digits as the total, or grade by the exact value in [compare]",
        ),
    );
    Finding {
        severity: Severity::Warning,
        effect: Text::new("取舍后的总分不会正好等于这条线", "no rounded total stands on this line"),
        ..finding
    }
}
