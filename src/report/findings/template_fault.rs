//! O002 template-fault
//!
//! ## What is checked
//! The office's own templates in `reports/templates/` can be read, ask only for what the results hold, and give a document.
//!
//! ## Why it matters
//! A notice that goes out with a hole in it, or does not go out, is noticed by the unit first. So the notice or the report is made
//! by the template that the program has, and the fault is named with file and line.
//!
//! ## Example
//! `reports/templates/notice.zh.md` says `{{ unti }}` where `{{ unit }}` is meant.
//!
//! ## Mend
//! Correct the line, or delete the file; `kaoze report` draws again without scoring.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{At, Code, Finding, Place, Severity, Text};

pub(super) const CODE: Code = Code { id: "O002", name: "template-fault", manual: include_str!("template_fault.rs") };

/// What the template engine says about this line of a template among the office's files, with the line itself.
#[must_use]
pub fn template_fault(office: &BTreeMap<String, Vec<u8>>, path: &str, line: Option<usize>, words: &str) -> Finding {
    let text = office.get(path).map(|bytes| String::from_utf8_lossy(bytes));
    let at = line.and_then(|line| line.checked_sub(1));
    let written = text.as_deref().zip(at).and_then(|(text, at)| text.lines().nth(at)).map(str::trim);
    let found = written.map_or_else(|| words.to_owned(), |written| format!("{words} | {written}"));
    let place = match line.and_then(|line| u32::try_from(line).ok()) {
        Some(line) => Place::Line(Arc::from(path), line),
        None => Place::File(Arc::from(path)),
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("本单位的模板有错", "a template of the office has a fault"),
        at: vec![At::from(place)],
        found,
        expected: Text::new(
            "能生成文件的模板（README“改模板”列出可用的名称）",
            "a template that gives a document; README lists the names it may use",
        ),
        expected_at: None,
        effect: Text::new(
            "有错的模板不用，改用程序内置的模板；只是提醒的，仍用本单位的模板",
            "a template that fails is not used and the one built in serves; if this is a mere warning, it is used",
        ),
        mend: Text::new("改正这一行，或者删去这个文件", "correct the line, or delete the file"),
    }
}
