//! R041 return-missing
//!
//! ## What is checked
//! Whether every poll, period, class and subject with raw ballots has an entry in the register of ballots.
//!
//! ## Why it matters
//! Without the numbers issued and returned nobody can tell whether ballots are missing.
//!
//! ## Example
//! Ballots of class A about 云山镇, and no row in 票数登记.
//!
//! ## Mend
//! Add the row to the register.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "R041", name: "return-missing", manual: include_str!("return_missing.rs") };

/// Ballots without an entry in the register.
#[must_use]
pub fn return_missing(place: Place, what: &Text) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(format!("缺少票数登记：{}", what.zh), format!("no register of ballots: {}", what.en)),
        at: vec![place.into()],
        found: String::new(),
        expected: Text::new("票数登记中的一行", "a row in the register of ballots"),
        expected_at: None,
        effect: Text::new("照常计票，未核对发出与收回", "counted all the same; issued and returned were not checked"),
        mend: Text::new("在票数登记中补一行", "add a row to the register"),
    }
}
