//! Findings as text for a person and as JSON for a program.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Finding, Findings, Lang, Severity, Text};

/// How many findings of one code the screen shows; JSON always has all.
const SHOWN_PER_CODE: usize = 20;

/// How many places of one finding the screen shows.
const PLACES_SHOWN: usize = 3;

/// One finding with its words in one language, as it stands in findings.json and results.json.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize)]
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

/// All findings as text: errors, then warnings, then notes, each by place and then code. What is the same at several places
/// is told once with the places; at most twenty of one code are told, with a count of the rest.
#[must_use]
pub fn render_text(findings: &Findings, lang: Lang) -> String {
    let labels = match lang {
        Lang::Zh => ["位置", "发现", "应为", "影响", "处理"],
        Lang::En => ["at", "found", "expected", "effect", "mend"],
    };
    let width = if lang == Lang::Zh { 0 } else { 8 };
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = String::new();
    for (finding, r) in gathered(findings, lang) {
        let n = shown.entry(finding.code.id).or_default();
        *n += 1;
        if *n > SHOWN_PER_CODE {
            continue;
        }
        out += &format!("{} {} {}: {}\n", severity(finding.severity, lang), r.code, r.name, clean(&r.headline));
        let mut line = |label: &str, text: &str| {
            if !text.is_empty() {
                out += &format!("  {label:<width$}  {}\n", clean(text));
            }
        };
        let n_told = if r.at.len() > PLACES_SHOWN + 1 { PLACES_SHOWN } else { r.at.len() };
        for place in &r.at[..n_told] {
            line(labels[0], place);
        }
        if n_told < r.at.len() {
            let rest = r.at.len() - n_told;
            line(labels[0], Text::new(format!("另有 {rest} 处"), format!("{rest} more places")).in_lang(lang));
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

/// The findings as they are told: what differs in nothing but its one place stands once with all its places.
fn gathered(findings: &Findings, lang: Lang) -> Vec<(&Finding, Rendered)> {
    let mut all: Vec<(&Finding, Rendered)> = Vec::new();
    let mut at_one_place: BTreeMap<Rendered, usize> = BTreeMap::new();
    for finding in findings.sorted() {
        let mut told = Rendered::of(finding, lang);
        if finding.at.len() != 1 {
            all.push((finding, told));
            continue;
        }
        let at = std::mem::take(&mut told.at);
        let first = *at_one_place.entry(told.clone()).or_insert(all.len());
        match all.get_mut(first) {
            Some((_, earlier)) => earlier.at.extend(at),
            None => all.push((finding, Rendered { at, ..told })),
        }
    }
    all.sort_by_key(|(finding, _)| finding.severity);
    all
}

/// Text on one line with control characters, and marks that turn the direction of text, made visible, so that a sheet cannot steer the terminal.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c == '\n' {
                '⏎'
            } else if c.is_control()
                || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
            {
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

#[cfg(test)]
#[path = "render_tests.rs"]
mod tests;
