//! What an inspector put down.

use chrono::NaiveDate;

use crate::exact::Exact;

/// The five states of a cell, less "scored by rule", which only `scores` can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry<T> {
    /// A value.
    Given(T),
    /// An empty cell: not submitted.
    Blank,
    /// Does not apply.
    NotApplicable,
}

/// What an inspector put down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkGiven {
    /// Points.
    Points(Exact),
    /// A number of actions or events.
    Count(u32),
    /// A date.
    Date(NaiveDate),
    /// 有 or 无.
    YesNo(bool),
    /// Any exact number.
    Number(Exact),
    /// A word, by its place in the item's list.
    Word(usize),
    /// Late with leave.
    Excused,
}
