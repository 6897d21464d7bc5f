//! Findings as text for a person and as JSON for a program.

use serde::Serialize;

use super::{Finding, Findings, Lang, Severity, Text};

/// How many findings of one code the screen shows; JSON always has all.
const SHOWN_PER_CODE: usize = 20;

/// One finding with its words in one language, as it stands in findings.json and results.json.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Rendered {
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// `R021`.
    pub code: String,
    /// `mark-unknown`.
    pub name: String,
    /// One line that suffices alone.
    pub headline: String,
    /// Places, each with its caption if it has one.
    pub at: Vec<String>,
    /// The original text.
    pub found: String,
    /// What was expected, and where that is written.
    pub expected: String,
    /// Where the expectation is written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expected_at: Option<String>,
    /// What the program did.
    pub effect: String,
    /// What to do.
    pub mend: String,
}

impl Rendered {
    /// The finding in one language.
    #[must_use]
    pub fn of(finding: &Finding, lang: Lang) -> Self {
        let words = |text: &Text| text.in_lang(lang).to_owned();
        let at = finding.at.iter().map(|at| match &at.caption {
            Some(caption) => format!("{} ({})", at.place, caption.in_lang(lang)),
            None => at.place.to_string(),
        });
        Self {
            severity: severity(finding.severity, Lang::En).to_owned(),
            code: finding.code.id.to_owned(),
            name: finding.code.name.to_owned(),
            headline: words(&finding.headline),
            at: at.collect(),
            found: finding.found.clone(),
            expected: words(&finding.expected),
            expected_at: finding.expected_at.as_ref().map(ToString::to_string),
            effect: words(&finding.effect),
            mend: words(&finding.mend),
        }
    }
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Zh) => "错误",
        (Severity::Warning, Lang::Zh) => "警告",
        (Severity::Note, Lang::Zh) => "提示",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Note, Lang::En) => "note",
    }
}

/// All findings as text, by place and then code; at most twenty of one code, with a count of the rest.
#[must_use]
pub fn render_text(findings: &Findings, lang: Lang) -> String {
    let labels = match lang {
        Lang::Zh => ["位置", "发现", "应为", "影响", "处理"],
        Lang::En => ["at", "found", "expected", "effect", "mend"],
    };
    let width = if lang == Lang::Zh { 0 } else { 8 };
    let mut shown: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let mut out = String::new();
    for finding in findings.sorted() {
        let n = shown.entry(finding.code.id).or_default();
        *n += 1;
        if *n > SHOWN_PER_CODE {
            continue;
        }
        let r = Rendered::of(finding, lang);
        out += &format!("{} {} {}: {}\n", severity(finding.severity, lang), r.code, r.name, clean(&r.headline));
        let mut line = |label: &str, text: &str| {
            if !text.is_empty() {
                out += &format!("  {label:<width$}  {}\n", clean(text));
            }
        };
        for place in &r.at {
            line(labels[0], place);
        }
        line(labels[1], &r.found);
        match &r.expected_at {
            Some(place) => line(labels[2], &format!("{}    {place}", r.expected)),
            None => line(labels[2], &r.expected),
        }
        line(labels[3], &r.effect);
        line(labels[4], &r.mend);
        out.push('\n');
    }
    for (code, n) in shown.into_iter().filter(|(_, n)| *n > SHOWN_PER_CODE) {
        let rest = n - SHOWN_PER_CODE;
        out += &match lang {
            Lang::Zh => format!("{code}：另有 {rest} 处，见 check/findings.json\n"),
            Lang::En => format!("{code}: {rest} more, see check/findings.json\n"),
        };
    }
    out
}

/// Text on one line with control characters made visible, so that a sheet cannot steer the terminal.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c == '\n' {
                '⏎'
            } else if c.is_control() {
                '\u{FFFD}'
            } else {
                c
            }
        })
        .collect()
}

/// All findings, each in both languages, by place and then code.
#[must_use]
pub fn render_json(findings: &Findings) -> serde_json::Value {
    let all = findings.sorted();
    let of = |lang| all.iter().map(|finding| Rendered::of(finding, lang)).collect::<Vec<_>>();
    serde_json::json!({ "schema": "kaoze-findings-1", "zh": of(Lang::Zh), "en": of(Lang::En) })
}
