//! C070 extends-cycle
//!
//! ## What is checked
//! A scheme does not extend itself, neither directly nor through others.
//!
//! ## Why it matters
//! Where each rests on the other nobody says which rule is the first.
//!
//! ## Example
//! `extends = "county"` in city/, and `extends = "city"` in county/.
//!
//! ## Mend
//! Strike `extends` from one of them.

use super::refused;
use crate::diag::{Code, Finding, Place, Text};

/// The code.
pub const CODE: Code = Code { id: "C070", name: "extends-cycle", manual: include_str!("extends_cycle.rs") };

/// The names in the order in which each extends the next; the last is one that came before.
#[must_use]
pub fn extends_cycle(at: Place, names: &[String]) -> Finding {
    refused(
        CODE,
        Text::new("方案以自己为基础", "the scheme extends itself"),
        vec![at.into()],
        &names.join(" → "),
        Text::new("各方案的 extends 不回到自己", "no way back by extends"),
        Text::new("删去其中一个方案的 extends", "strike extends from one of them"),
    )
}
