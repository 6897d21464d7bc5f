//! What was worked by hand against what came out.

use std::fmt;

use crate::diag::Text;
use crate::exact::Exact;
use crate::results::Found;

/// A value worked by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A word or a number; `none` where nothing should stand.
    Text(String),
    /// Codes in any order, kept sorted.
    List(Vec<String>),
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::List(list) => write!(f, "[{}]", list.join("、")),
        }
    }
}

/// Nothing when it is as wanted, else what is there in words.
pub(super) fn compare(wanted: &Wanted, found: &Found) -> Option<Text> {
    let same = match (wanted, found) {
        (Wanted::Text(text), Found::Absent) => text == "none",
        (Wanted::Text(text), Found::Text(found)) => same_text(text, found),
        (Wanted::Text(text), Found::Number { used, .. }) => number(text).is_some_and(|wanted| wanted == *used),
        (Wanted::Text(text), Found::List(list)) => matches!(list.as_slice(), [one] if one == text),
        (Wanted::List(wanted), Found::List(found)) => wanted == found,
        (Wanted::List(wanted), Found::Absent) => wanted.is_empty(),
        (Wanted::List(wanted), Found::Text(found)) => matches!(wanted.as_slice(), [one] if one == found),
        (Wanted::List(_), Found::Number { .. }) => false,
    };
    (!same).then(|| said(found))
}

/// The same words, or the same number written otherwise.
fn same_text(wanted: &str, found: &str) -> bool {
    wanted == found || number(wanted).is_some_and(|wanted| number(found) == Some(wanted))
}

/// A number as a person writes it down: also a quotient of decimals, `269.9/3`.
fn number(text: &str) -> Option<Exact> {
    match text.split_once('/') {
        Some((above, below)) => above.trim().parse::<Exact>().ok()?.divided_by(&below.trim().parse().ok()?),
        None => text.trim().parse().ok(),
    }
}

fn said(found: &Found) -> Text {
    match found {
        Found::Absent => Text::new("没有值（none）", "no value (none)"),
        Found::Text(text) => Text::new(text.clone(), text.clone()),
        Found::List(list) => Text::new(format!("[{}]", list.join("、")), format!("[{}]", list.join(", "))),
        Found::Number { used, exact, .. } if used == exact => Text::new(used.to_string(), used.to_string()),
        Found::Number { used, exact, .. } => {
            Text::new(format!("{used}（取舍前 {exact}）"), format!("{used} (before rounding {exact})"))
        }
    }
}
