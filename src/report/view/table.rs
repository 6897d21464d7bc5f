//! Tables as both writers draw them: labelled columns, typed cells, nothing left to decide but the look.

use crate::exact::Exact;

/// A number and its printed form; the printed form is the one that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Exact value.
    pub exact: Exact,
    /// As printed: `89.50`.
    pub shown: String,
}

/// A grade and its place among the grades of its scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeMark {
    /// The scheme's word.
    pub text: String,
    /// Which grade it is, best first; none when the scale does not know it.
    pub index: Option<usize>,
    /// How many grades the scale has.
    pub of: usize,
}

impl GradeMark {
    /// Which of five tones this grade gets, 1 (best) to 5; none when the scale does not know it.
    ///
    /// Two grades take the ends, three the ends and the middle, four leave the middle out: as in the charts.
    ///
    /// ```
    /// use kaoze::report::view::GradeMark;
    /// let worst_of_four = GradeMark { text: "不合格".into(), index: Some(3), of: 4 };
    /// assert_eq!(worst_of_four.tone(), Some(5));
    /// ```
    #[must_use]
    pub fn tone(&self) -> Option<usize> {
        let order: &[usize] = match self.of {
            0..=1 => &[1],
            2 => &[1, 5],
            3 => &[1, 3, 5],
            4 => &[1, 2, 4, 5],
            _ => &[1, 2, 3, 4, 5],
        };
        self.index.and_then(|i| order.get(i).or(order.last()).copied())
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// Words that stand where a number is missing or kept back: 未报, 不公开.
    Instead(String),
    /// A number with its printed form.
    Number(Number),
    /// A change, printed with its sign.
    Change(Number),
    /// A whole number.
    Count(u32),
    /// A grade.
    Grade(GradeMark),
}

impl Cell {
    /// Words, or nothing when there are none.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// What a person reads in the cell.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Instead(text) => text.clone(),
            Self::Number(number) | Self::Change(number) => number.shown.clone(),
            Self::Count(n) => n.to_string(),
            Self::Grade(mark) => mark.text.clone(),
        }
    }
}

/// What a column holds, for alignment and width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, to the left, on one line if possible.
    Text,
    /// Long words that wrap.
    Long,
    /// Numbers, to the right.
    Number,
    /// Short marks in the middle: rank, grade, date.
    Mark,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Header.
    pub label: String,
    /// What it holds.
    pub kind: Kind,
    /// What it stands for in formulas: the code of a component, item or family, or `#total` and the like; else empty.
    pub key: String,
}

impl Column {
    /// A column of this kind.
    #[must_use]
    pub fn new(label: impl Into<String>, kind: Kind) -> Self {
        Self { label: label.into(), kind, key: String::new() }
    }

    /// With what it stands for in formulas.
    #[must_use]
    pub fn keyed(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Columns; every row has as many cells.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there are no rows.
    pub when_empty: String,
}

impl Table {
    /// A table without the columns in which every row is empty, but for the first `kept`.
    #[must_use]
    pub fn without_empty_columns(mut self, kept: usize) -> Self {
        if self.rows.is_empty() {
            return self;
        }
        let used =
            |i: usize| i < kept || self.rows.iter().any(|row| row.get(i).is_some_and(|cell| *cell != Cell::Empty));
        let keep: Vec<bool> = (0..self.columns.len()).map(used).collect();
        let mut flags = keep.iter();
        self.columns.retain(|_| flags.next().copied().unwrap_or(true));
        for row in &mut self.rows {
            let mut flags = keep.iter();
            row.retain(|_| flags.next().copied().unwrap_or(true));
        }
        self
    }
}
