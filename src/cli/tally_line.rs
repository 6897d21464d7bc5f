//! How many findings there are, in one line.

use crate::diag::{Findings, Lang, Severity};

/// "2 errors, 5 warnings, 1 note".
pub(super) fn tally_line(findings: &Findings, lang: Lang) -> String {
    let n = |severity| findings.n_of(severity);
    let (errors, warnings, notes) = (n(Severity::Error), n(Severity::Warning), n(Severity::Note));
    match lang {
        Lang::Zh if errors > 0 => {
            format!("错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处；错误改正前不计分，原有结果没有改动。")
        }
        Lang::Zh => format!("没有错误；警告 {warnings} 处，提示 {notes} 处。"),
        Lang::En if errors > 0 => format!(
            "{}, {}, {}; nothing is scored until the errors are mended, and former results are untouched.",
            some(errors, "error"),
            some(warnings, "warning"),
            some(notes, "note")
        ),
        Lang::En => format!("no errors; {}, {}.", some(warnings, "warning"), some(notes, "note")),
    }
}

fn some(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
