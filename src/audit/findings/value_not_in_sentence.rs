//! A002 value-not-in-sentence
//!
//! ## What is checked
//! Whether the sentence quoted for a figure prints its digits followed by its measure.
//!
//! ## Why it matters
//! The quotation is the evidence of the figure; without the digits in it nobody can check the figure.
//!
//! ## Example
//! 62件次 with the sentence 全县共受理群众信访举报26件次.
//!
//! ## Mend
//! Compare with the source and correct the digits, the measure or the sentence.

use crate::diag::{Code, Finding, Severity, Text};

use super::Cited;

/// The code.
pub const CODE: Code =
    Code { id: "A002", name: "value-not-in-sentence", manual: include_str!("value_not_in_sentence.rs") };

/// A figure that its sentence does not print.
#[must_use]
pub fn value_not_in_sentence(figure: &Cited) -> Finding {
    let number = &figure.number;
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("所引原句中没有该数", "quoted sentence does not print the figure"),
        at: vec![figure.place.clone().into()],
        found: format!("\"{}\"", figure.sentence),
        expected: Text::new(format!("含“{number}”的原句"), format!("a sentence with \"{number}\"")),
        expected_at: None,
        effect: Text::new("该数照用", "figure used all the same"),
        mend: Text::new(
            "对照原文，改正数字、计量单位或原句",
            "compare with the source; correct digits, measure or sentence",
        ),
    }
}
