//! published.toml as typed, and the way to [`Published`].

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::audit::findings::{Unreadable, published_unreadable, value_not_in_sentence};
use crate::diag::{Checked, Findings, Place};
use crate::scheme::words::{CaseWords, Named};
use crate::terms::ItemCode;

use super::figure::{Figure, Kind, Published};
use super::interval::Printed;

/// Name of the file inside its folder.
pub const FILE: &str = "published.toml";

/// The file as typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPublished {
    /// Year of the figures.
    year: i32,
    /// The source.
    source: RawSource,
    /// Case indicators.
    #[serde(default)]
    indicator: Vec<RawIndicator>,
    /// Sentences with their figures.
    #[serde(default)]
    sentence: Vec<RawSentence>,
}

/// What the source is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    /// What it is called.
    name: String,
    /// The stretch of time in its own words.
    period: Option<String>,
}

/// A case indicator.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIndicator {
    code: String,
    name: String,
    measure: String,
    #[serde(default)]
    aliases: Vec<String>,
}

/// A sentence of the source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSentence {
    /// The part of the source in which it stands.
    section: String,
    /// Letter by letter.
    text: String,
    /// The figures it prints, in its order.
    figures: Vec<RawFigure>,
}

/// A figure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    code: Spanned<String>,
    name: String,
    value: Spanned<String>,
    measure: String,
    kind: RawKind,
    /// The figure whose change or share this is.
    of: Option<String>,
    /// The whole of a share.
    base: Option<String>,
    /// What the words beside an unsigned change say.
    direction: Option<Direction>,
    /// How the figure is read.
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawKind {
    Count,
    Approximate,
    Before,
    ChangePercent,
    ChangeCount,
    SharePercent,
}

/// 增长 or 下降.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Direction {
    Up,
    Down,
}

/// Reads the text of a published.toml; the value is absent if it is no TOML of this form.
///
/// A change may be `of` a figure of the file, of an indicator of the file, or of one of `others` (those of a scheme): its
/// counts may stand in the sheets alone.
#[must_use]
pub fn read_published(file: &str, text: &str, others: &[CaseWords]) -> Checked<Option<Published>> {
    let place = |at: usize| Place::Line(file.into(), line_of(text, at));
    let raw: RawPublished = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(e) => {
            let at = place(e.span().map_or(0, |span| span.start));
            let finding = published_unreadable(at, Unreadable::Form { words: e.message().to_owned() });
            return Checked { value: None, findings: Findings::from_iter([finding]) };
        }
    };
    let mut findings = Findings::default();
    let mut figures: Vec<Figure> = Vec::new();
    for sentence in raw.sentence {
        let (text, section): (Arc<str>, Arc<str>) = (sentence.text.into(), sentence.section.into());
        for figure in sentence.figures {
            let at = place(figure.value.span().start);
            match checked(figure, &text, &section, at.clone()) {
                Ok(figure) if figures.iter().any(|other| other.code == figure.code) => {
                    findings.push(published_unreadable(at, Unreadable::Twice { code: figure.code.to_string() }));
                }
                Ok(figure) => {
                    let cited = figure.cited();
                    if !prints(&cited.sentence, &cited.number) {
                        findings.push(value_not_in_sentence(&cited));
                    }
                    figures.push(figure);
                }
                Err(why) => findings.push(published_unreadable(at, why)),
            }
        }
    }
    let indicator = |raw: RawIndicator| CaseWords {
        named: Named { code: ItemCode::new(&raw.code), name: raw.name, aliases: raw.aliases },
        measure: raw.measure,
    };
    let indicators: Vec<CaseWords> = raw.indicator.into_iter().map(indicator).collect();
    let cases = indicators.iter().chain(others).map(|case| &case.named.code);
    let known: BTreeSet<&ItemCode> = figures.iter().map(|figure| &figure.code).chain(cases).collect();
    for figure in &figures {
        let named = match &figure.kind {
            Kind::Count(_) | Kind::Approximate => vec![],
            Kind::Before(_, of) | Kind::ChangePercent(_, of) | Kind::ChangeCount(_, of) => vec![of],
            Kind::SharePercent { of, base, .. } => vec![of, base],
        };
        for code in named.into_iter().filter(|code| !known.contains(code)) {
            let why = Unreadable::Of { code: code.to_string(), known: known.iter().map(ToString::to_string).collect() };
            findings.push(published_unreadable(figure.place.clone(), why));
        }
    }
    let (source, period) = (raw.source.name, raw.source.period);
    Checked { value: Some(Published { year: raw.year, source, period, indicators, figures }), findings }
}

fn checked(raw: RawFigure, sentence: &Arc<str>, section: &Arc<str>, place: Place) -> Result<Figure, Unreadable> {
    let value = raw.value.into_inner();
    let code = raw.code.into_inner();
    let number = || value.parse::<Printed>().map_err(|_| Unreadable::Number { value: value.clone() });
    let of = |field: &'static str, code: &Option<String>| match code {
        Some(code) => Ok(ItemCode::new(code)),
        None => Err(Unreadable::Lacks { field }),
    };
    let signed = || {
        let printed = number()?;
        let has_sign = value.starts_with(['+', '-', '−', '－', '＋']);
        match raw.direction {
            Some(Direction::Up) if !has_sign => Ok(printed),
            Some(Direction::Down) if !has_sign => Ok(printed.negated()),
            None if has_sign || printed.value().is_zero() => Ok(printed),
            None => Err(Unreadable::Lacks { field: "direction" }),
            Some(_) => Err(Unreadable::SignTwice { value: value.clone() }),
        }
    };
    let kind = match raw.kind {
        RawKind::Count => Kind::Count(number()?),
        RawKind::Approximate => Kind::Approximate,
        RawKind::Before => Kind::Before(number()?, of("of", &raw.of)?),
        RawKind::ChangePercent => Kind::ChangePercent(signed()?, of("of", &raw.of)?),
        RawKind::ChangeCount => Kind::ChangeCount(signed()?, of("of", &raw.of)?),
        RawKind::SharePercent => {
            Kind::SharePercent { printed: number()?, of: of("of", &raw.of)?, base: of("base", &raw.base)? }
        }
    };
    Ok(Figure {
        code: ItemCode::new(&code),
        name: raw.name,
        value,
        measure: raw.measure,
        kind,
        sentence: sentence.clone(),
        section: section.clone(),
        note: raw.note,
        place,
    })
}

/// Whether a sentence prints exactly this number: `62件次` stands in 举报62件次 and not in 举报162件次.
fn prints(sentence: &str, number: &str) -> bool {
    sentence.match_indices(number).any(|(at, _)| {
        let before = sentence[..at].chars().next_back();
        !number.is_empty() && !before.is_some_and(|c| c.is_ascii_digit() || c == '.')
    })
}

/// The line, numbered from one, in which a byte stands.
fn line_of(text: &str, at: usize) -> u32 {
    let breaks = text.bytes().take(at).filter(|b| *b == b'\n').count();
    u32::try_from(breaks).map_or(u32::MAX, |n| n.saturating_add(1))
}
