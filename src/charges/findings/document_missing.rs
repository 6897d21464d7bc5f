//! G010 ground-document-missing
//!
//! ## What is checked
//! An event on a ground that needs a document names one.
//!
//! ## Why it matters
//! Such a ground takes effect only by a document; hearsay must not cost anybody a grade.
//!
//! ## Example
//! An event whose 文号 reads 待补 on a ground with `needs_document = true`.
//!
//! ## Mend
//! Fill in the number of the document, or strike the event until there is one.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Event;
use crate::scheme::worth::Ground;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G010", name: "ground-document-missing", manual: include_str!("document_missing.rs") };

/// An event without a document on a ground that needs one.
#[must_use]
pub fn finding(event: &Event, ground: &Ground) -> Finding {
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("事件 {} 没有文号，“{}”须有正式文件，未予执行", event.id, ground.name),
            format!("event {} names no document, and \"{}\" needs one; it has no effect", event.id, ground.name),
        ),
        at: vec![event.place.clone().into()],
        found: format!("\"{}\"", event.document),
        expected: Text::new("文号，如 云纪发〔2015〕3号", "the number of a document"),
        expected_at: Some(ground.rule.place.clone()),
        effect: Text::new("该事件不产生影响", "the event has no effect"),
        mend: Text::new("补上文号；没有正式文件的撤下该事件", "fill in the number, or strike the event"),
    }
}
