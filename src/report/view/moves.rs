//! Last year beside this year: what may be joined, and in words why the rest may not. Large figures in parts.

use super::names::Names;
use super::numbers::number;
use super::table::Number;
use super::words::Say;
use crate::results::{LastYear, Predecessor, SubjectResult};

/// Last year's total of a unit.
pub(super) struct Last {
    /// As it was published, or from last year's facts under this year's rules where those are known.
    pub(super) before: Option<Number>,
    /// Why it may not be joined with this year's.
    pub(super) broken: Option<String>,
}

/// Last year's total; nothing where there was no last year.
pub(super) fn last_of(names: &Names, unit: &SubjectResult) -> Option<Last> {
    let last = unit.last_year.as_ref()?;
    let before = last.rescored.as_ref().or(last.score.as_ref()).and_then(number);
    Some(Last { before, broken: broken(names.say, last) })
}

/// In words why the two years may not be joined.
fn broken(say: Say, last: &LastYear) -> Option<String> {
    let came = |from: &Predecessor| {
        let (zh, en) = match from.how.as_str() {
            "renamed" => ("更名而来", "renamed from"),
            "merged" => ("合并而来", "merged from"),
            _ => ("分设而来", "split from"),
        };
        (from.name.clone(), say.of(zh, en), from.date.clone())
    };
    let from: Vec<_> = last.from.iter().map(came).collect();
    if let Some((_, how, date)) = from.first() {
        let names: Vec<&str> = from.iter().map(|(name, ..)| name.as_str()).collect();
        let (names, day) = (say.list(&names), say.bracketed(date));
        return Some(say.made(format!("由{names}{how}{day}，不与上年相连"), format!("{how} {names}{day}, not joined")));
    }
    let without_rules = (!last.same_scheme && last.rescored.is_none()).then_some("rules");
    let (zh, en) = match last.broken.as_deref().or(without_rules)? {
        "rules" => ("上年办法不同，不与上年相连", "another scheme last year, not joined"),
        "facts" => ("上年数据不足以按今年办法计分，不与上年相连", "last year's facts do not suffice, not joined"),
        "merged" => ("合并而来，不与上年相连", "merged, not joined"),
        "split" => ("分设而来，不与上年相连", "split off, not joined"),
        _ => ("与上年不可比", "not comparable with last year"),
    };
    Some(say.of(zh, en).to_owned())
}

/// Whether some unit's last year is shown under this year's rules.
pub(super) fn is_rescored<'a>(units: impl IntoIterator<Item = &'a SubjectResult>) -> bool {
    units.into_iter().any(|unit| unit.last_year.as_ref().is_some_and(|last| last.rescored.is_some()))
}

/// Last year in words, with how its totals are shown.
pub(super) fn before_words(say: Say, year: i32, is_rescored: bool) -> String {
    match is_rescored {
        true => say.made(format!("{year}年（按今年办法）"), format!("{year} (under this year's rules)")),
        false => year_words(say, year),
    }
}

/// A year in words.
pub(super) fn year_words(say: Say, year: i32) -> String {
    say.made(format!("{year}年"), year.to_string())
}

/// Rows in parts of at most `most`, as even as they can be; no rows are one empty part.
pub(super) fn parts<T>(rows: &[T], most: usize) -> Vec<&[T]> {
    let n = rows.len().div_ceil(most.max(1)).max(1);
    if rows.is_empty() { vec![rows] } else { rows.chunks(rows.len().div_ceil(n)).collect() }
}

/// The name of a part of a figure: the first keeps the name of the whole.
pub(super) fn part_key(key: &str, i: usize) -> String {
    if i == 0 { key.to_owned() } else { format!("{key}-p{}", i + 1) }
}

/// `（2/3）` after a title or caption, where there are several parts.
pub(super) fn part_words(say: Say, i: usize, n: usize) -> String {
    if n > 1 { say.bracketed(&format!("{}/{n}", i + 1)) } else { String::new() }
}
