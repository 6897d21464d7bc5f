//! Where something stands: a file, a line of it, or a cell of one of its sheets.

use std::fmt;
use std::sync::Arc;

use super::Text;

/// A place a person can open: `file`, `file:line` or `file ▸ sheet ▸ D17`.
///
/// Rows and columns are numbered from nought here and printed as Excel does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A whole file or folder, by its path inside the workspace.
    File(Arc<str>),
    /// A line of a text file, numbered from one.
    Line(Arc<str>, u32),
    /// A sheet of a workbook.
    Sheet(Arc<str>, Arc<str>),
    /// A cell: file, sheet, row, column.
    Cell(Arc<str>, Arc<str>, u32, u32),
}

impl Place {
    /// The file in which the place lies.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::File(file) | Self::Line(file, _) | Self::Sheet(file, _) | Self::Cell(file, ..) => file,
        }
    }

    /// The same row at another column, for a cell; any other place unchanged.
    #[must_use]
    pub fn at_column(self, column: u32) -> Self {
        match self {
            Self::Cell(file, sheet, row, _) => Self::Cell(file, sheet, row, column),
            other => other,
        }
    }

    /// The letters of a column numbered from nought.
    ///
    /// ```
    /// assert_eq!(kaoze::diag::Place::column_letters(27), "AB");
    /// ```
    #[must_use]
    pub fn column_letters(column: u32) -> String {
        let mut rest = column + 1;
        let mut letters = Vec::new();
        while rest > 0 {
            let digit = (rest - 1) % 26;
            letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => f.write_str(file),
            Self::Line(file, line) => write!(f, "{file}:{line}"),
            Self::Sheet(file, sheet) => write!(f, "{file} ▸ {sheet}"),
            Self::Cell(file, sheet, row, column) => {
                write!(f, "{file} ▸ {sheet} ▸ {}{}", Self::column_letters(*column), row + 1)
            }
        }
    }
}

/// A place with what stands there, such as the column's header.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Where.
    pub place: Place,
    /// What this place is in the matter, if more than one place is named or a header helps.
    pub caption: Option<Text>,
}

impl From<Place> for At {
    fn from(place: Place) -> Self {
        Self { place, caption: None }
    }
}
