//! A003 change-fits-none
//!
//! ## What is checked
//! Whether some whole number for the year before gives the printed change together with this year's count.
//!
//! ## Why it matters
//! If none does, the count and the change cannot both be as printed.
//!
//! ## Example
//! 3 件, printed 增长10%: two are 50% fewer than three, three are no change; no number gives 10%.
//!
//! ## Mend
//! Check the source; digits may be transposed, or the change may belong to another count or stretch of time.

use crate::diag::{Code, Finding, Place, Severity, Text};

use super::Cited;

/// The code.
pub const CODE: Code = Code { id: "A003", name: "change-fits-none", manual: include_str!("change_fits_none.rs") };

/// A printed change that no whole number of the year before gives.
#[must_use]
pub fn change_fits_none(figure: &Cited, now: u32, now_at: &Place) -> Finding {
    let mut at = vec![figure.place.clone().into()];
    if *now_at != figure.place {
        at.push(now_at.clone().into());
    }
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("没有整数的上年数合于公布的增减", "no whole number of last year gives the printed change"),
        at,
        found: format!("{now}, {}", figure.shown),
        expected: Text::new("至少一个整数的上年数", "at least one whole number for last year"),
        expected_at: None,
        effect: Text::new(
            "照原文保留，以†标出；上年数不作推算",
            "figure kept as printed, marked †; last year left open",
        ),
        mend: Text::new("核对原文，数字或有错位", "check the source; digits may be transposed"),
    }
}
