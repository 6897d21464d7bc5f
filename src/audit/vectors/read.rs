//! vectors/*.toml as typed, and the way to [`Vector`].

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::compare::Wanted;
use crate::diag::Place;

/// The file as typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    /// What every vector of the file has unless it says otherwise.
    #[serde(default)]
    shared: RawShared,
    /// The vectors.
    #[serde(default)]
    vector: Vec<RawVector>,
}

/// Days and tables for all vectors of a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawShared {
    year: Option<i32>,
    from: Option<String>,
    to: Option<String>,
    raw: BTreeMap<String, Sheets>,
}

/// One vector.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVector {
    name: Spanned<String>,
    #[serde(default)]
    rows: Vec<String>,
    #[serde(default)]
    mechanisms: Vec<u32>,
    /// The arithmetic as a person does it, with its source.
    worked: String,
    year: Option<i32>,
    from: Option<String>,
    to: Option<String>,
    #[serde(default)]
    raw: BTreeMap<String, Sheets>,
    expect: BTreeMap<Spanned<String>, RawWanted>,
}

/// One csv text, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Sheets {
    One(String),
    Several(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum RawWanted {
    Text(String),
    Whole(i64),
    Truth(bool),
    List(Vec<String>),
}

/// A vector ready to be run.
#[derive(Debug, Clone)]
pub(super) struct Vector {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) rows: Vec<String>,
    pub(super) mechanisms: Vec<u32>,
    /// First and last day.
    pub(super) days: (String, String),
    /// Raw tables with their csv texts.
    pub(super) raw: BTreeMap<String, Vec<String>>,
    /// Where to look, what should stand there, and the line that says so.
    pub(super) expect: Vec<(String, Wanted, Place)>,
}

type Unread = (Place, String);

/// Reads a file of vectors; the place and the reason when it is not of this form.
pub(super) fn read_vectors(file: &str, bytes: &[u8]) -> Result<Vec<Vector>, Unread> {
    let whole = || Place::File(file.into());
    let text = std::str::from_utf8(bytes).map_err(|_| (whole(), "UTF-8".to_owned()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line = |at: usize| {
        let breaks = text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        Place::Line(file.into(), u32::try_from(breaks).map_or(u32::MAX, |n| n.saturating_add(1)))
    };
    let raw: RawFile = toml::from_str(text)
        .map_err(|error| (line(error.span().map_or(0, |span| span.start)), error.message().to_owned()))?;
    let shared = raw.shared;
    raw.vector.into_iter().map(|vector| checked(vector, &shared, &line)).collect()
}

fn checked(raw: RawVector, shared: &RawShared, line: &dyn Fn(usize) -> Place) -> Result<Vector, Unread> {
    let place = line(raw.name.span().start);
    let lacks = |what: &str| Err((place.clone(), format!("{}：{what}", raw.name.get_ref())));
    if raw.worked.trim().is_empty() {
        return lacks("worked 没有写手算过程 / worked is empty");
    }
    if raw.expect.is_empty() {
        return lacks("expect 没有一项期望 / nothing is expected");
    }
    let year = raw.year.or(shared.year);
    let day = |own: &Option<String>, all: &Option<String>, end: &str| {
        let of_year = || year.map(|year| format!("{year}-{end}"));
        own.clone().or_else(|| raw.year.and_then(|_| of_year())).or_else(|| all.clone()).or_else(of_year)
    };
    let days = day(&raw.from, &shared.from, "01-01").zip(day(&raw.to, &shared.to, "12-31"));
    let Some(days) = days else {
        return lacks("没有写 year，也没有写 from 和 to / neither year nor from and to");
    };
    let mut sheets = shared.raw.clone();
    sheets.extend(raw.raw);
    let texts = |sheets: Sheets| match sheets {
        Sheets::One(text) => vec![trimmed(&text)],
        Sheets::Several(texts) => texts.iter().map(|text| trimmed(text)).collect(),
    };
    let expect = raw.expect.into_iter().map(|(path, wanted)| {
        let at = line(path.span().start);
        (path.into_inner().trim().to_owned(), wanted.into(), at)
    });
    Ok(Vector {
        name: raw.name.into_inner(),
        rows: raw.rows,
        mechanisms: raw.mechanisms,
        days,
        raw: sheets.into_iter().map(|(table, sheets)| (table, texts(sheets))).collect(),
        expect: expect.collect(),
        place,
    })
}

/// Lines without the blanks by which they were set in.
fn trimmed(text: &str) -> String {
    text.trim().lines().map(|line| format!("{}\n", line.trim())).collect()
}

impl From<RawWanted> for Wanted {
    fn from(raw: RawWanted) -> Self {
        match raw {
            RawWanted::Text(text) => Self::Text(text),
            RawWanted::Whole(number) => Self::Text(number.to_string()),
            RawWanted::Truth(truth) => Self::Text(truth.to_string()),
            RawWanted::List(mut list) => {
                list.sort();
                Self::List(list)
            }
        }
    }
}
