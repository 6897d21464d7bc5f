//! The workbook as a machine that counts again: every sheet with its formulas, and the sheets of numbers that they rest on.
//!
//! **In**: results and explanations. **Out**: [`Book`]. **Holds**: a formula stands only where, worked out exactly, it gives
//! the very value of the results; where it does not, or the rule has no such form, the value stands and [`Book::open`] names
//! the rule. What is withheld has neither formula nor input. **Does not**: know floats, fonts or files.

mod build;
mod charts;
mod facts;
mod look;
mod notes;
mod order;
mod rules;
mod said;
mod steps;

use std::collections::BTreeMap;

use super::names::Names;
use super::{Say, Sheet, View};
use crate::exact::{Calc, Exact};
use crate::explain::Explanations;
use crate::results::Results;
pub use rules::DAY;

/// A cell: the place of its sheet in the book, its row of data and its column, each from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ref {
    /// Sheet.
    pub sheet: usize,
    /// Row of data.
    pub row: u32,
    /// Column.
    pub column: u16,
}

/// What a cell works out.
#[derive(Debug, Clone)]
pub enum Formula {
    /// A number; the exact value that it must come to.
    Number(Calc<Ref>, Exact),
    /// A rank inside a pool.
    Rank(Rank),
    /// The band in which a value lies: thresholds from the best down, each with the cell of its grade; the last has no line.
    Band {
        /// The value.
        value: Ref,
        /// Lower end and grade.
        bands: Vec<(Option<Ref>, Ref)>,
    },
    /// The grade: what was decided, else the lowest of several; the scale runs from the best down.
    Grade {
        /// What the committee decided, if it did.
        decided: Option<Ref>,
        /// The band and what holds it down.
        lowest_of: Vec<Ref>,
        /// First and last cell of the scale.
        scale: (Ref, Ref),
    },
    /// How many rows hold these words in these columns.
    Count(Vec<(Column, Ref)>, u32),
    /// The mean of a column over the rows that hold these words in another; exact value.
    MeanIf(Column, (Column, Ref), Exact),
}

/// A column of data: sheet, column, number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Sheet.
    pub sheet: usize,
    /// Column.
    pub column: u16,
    /// Rows of data.
    pub rows: u32,
}

/// How a rank is worked out: those of the pool in a better class, then those of the same class with more.
#[derive(Debug, Clone)]
pub struct Rank {
    /// The pools.
    pub pool: Column,
    /// The values compared.
    pub key: Column,
    /// 0 in the ranks, 1 behind those without a veto, 9 not ranked.
    pub class: Column,
    /// What a chain, or ranks without gaps, adds or takes.
    pub moved: Option<Ref>,
    /// The row in those columns.
    pub row: u32,
    /// The rank.
    pub rank: u32,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Results.
    Results,
    /// Numbers that formulas rest on.
    Inputs,
    /// Charts and the numbers that only they need.
    Charts,
    /// How the book hangs together.
    Notes,
}

/// A sheet with its formulas.
#[derive(Debug, Clone)]
pub struct Live {
    /// Titles, columns and the values that stand there.
    pub sheet: Sheet,
    /// What it is for.
    pub role: Role,
    /// Formulas by row of data and column.
    pub formulas: BTreeMap<(u32, u16), Formula>,
    /// Notes on cells by row of data and column.
    pub remarks: BTreeMap<(u32, u16), String>,
    /// Full marks by column, where cells below four fifths of them are marked.
    pub full: BTreeMap<u16, Exact>,
}

/// A native chart.
#[derive(Debug, Clone)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// How it is drawn.
    pub form: Form,
    /// Name, and cells of words and of numbers: sheet, first row, last row, column of words, column of numbers.
    pub series: Vec<Series>,
    /// How many words stand on its axis.
    pub n: u32,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lying bars, the first on top.
    Bars,
    /// Standing columns side by side.
    Columns,
    /// Lying bars, each split into shares of its whole.
    Shares,
}

/// A row of numbers of a chart.
#[derive(Debug, Clone)]
pub struct Series {
    /// Name.
    pub name: String,
    /// Sheet.
    pub sheet: usize,
    /// First and last row of data.
    pub rows: (u32, u32),
    /// Column of words.
    pub words: u16,
    /// Column of numbers.
    pub numbers: u16,
    /// Tone of a grade, 1 to 5, if it stands for one.
    pub tone: Option<usize>,
}

/// The workbook.
#[derive(Debug, Clone)]
pub struct Book {
    /// Sheets from left to right.
    pub sheets: Vec<Live>,
    /// Charts, on the sheet of that place.
    pub charts: (usize, Vec<Chart>),
    /// The sheet of notes, under which the writer says where binary arithmetic differs.
    pub notes: usize,
    /// Rules whose numbers have no formula, with how many cells each has; what stands there are values.
    pub open: BTreeMap<String, u32>,
    /// Words of one language.
    pub say: Say,
}

/// The workbook of these results.
#[must_use]
pub fn book(view: &View, results: &Results, explained: &Explanations) -> Book {
    build::book(view, results, explained, &Names::of(results))
}
