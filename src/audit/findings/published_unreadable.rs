//! A001 published-unreadable
//!
//! ## What is checked
//! Whether published.toml, or the table list of kaoze.toml that goes with it, has the form described there: every figure
//! with code, name, digits as printed, measure and kind; every change with the figure it belongs to and its direction.
//!
//! ## Why it matters
//! A figure that is not understood would be missing from every comparison.
//!
//! ## Example
//! value = "约80" with kind = "count": about eighty is no count.
//!
//! ## Mend
//! Write the digits as the source prints them, or give the kind that fits (approximate keeps any text).

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code =
    Code { id: "A001", name: "published-unreadable", manual: include_str!("published_unreadable.rs") };

/// What is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The file is not there.
    Missing,
    /// The file is no TOML of this form.
    Form {
        /// In the words of the TOML reader.
        words: String,
    },
    /// The value is no number.
    Number {
        /// As it stands.
        value: String,
    },
    /// A field is missing.
    Lacks {
        /// Its name.
        field: &'static str,
    },
    /// The figures speak of another year than the folder.
    OtherYear {
        /// Theirs.
        year: i32,
        /// The folder's.
        expected: i32,
    },
    /// The value has a sign and a direction too.
    SignTwice {
        /// As it stands.
        value: String,
    },
    /// The code stands twice.
    Twice {
        /// The code.
        code: String,
    },
    /// `of` or `base` names no figure of the file.
    Of {
        /// What it names.
        code: String,
        /// What there is.
        known: Vec<String>,
    },
}

/// Something in the file that is not understood.
#[must_use]
pub fn published_unreadable(at: Place, why: Unreadable) -> Finding {
    let (found, expected, mend) = match why {
        Unreadable::Missing => (
            "—".to_owned(),
            Text::new("文件夹中有此文件", "this file in the folder"),
            Text::new("放入此文件，或指定另一文件夹", "add the file, or name another folder"),
        ),
        Unreadable::Form { words } => (
            words,
            Text::new("表样所列的字段", "the fields of the form"),
            Text::new("按所示位置改正文件", "correct the file at this place"),
        ),
        Unreadable::Number { value } => (
            format!("\"{value}\""),
            Text::new("数字，可带小数点、万、亿", "digits, with a point, 万 or 亿 if need be"),
            Text::new(
                "照原文写数字；约数用 kind = \"approximate\"",
                "write the digits as printed; about so many is kind = \"approximate\"",
            ),
        ),
        Unreadable::Lacks { field } => (
            format!("{field} = ?"),
            Text::new(format!("字段 {field}"), format!("a field {field}")),
            Text::new(format!("补上 {field}"), format!("add {field}")),
        ),
        Unreadable::OtherYear { year, expected } => (
            format!("year = {year}"),
            Text::new(format!("{expected}（kaoze.toml 的 to）"), format!("{expected} (`to` of kaoze.toml)")),
            Text::new("改正年度，或移入该年的文件夹", "correct the year, or move the file to the folder of its year"),
        ),
        Unreadable::SignTwice { value } => (
            format!("\"{value}\""),
            Text::new("正负号与 direction 只取其一", "a sign or a direction, not both"),
            Text::new("删去 direction，或只写数字", "drop direction, or write the digits alone"),
        ),
        Unreadable::Twice { code } => (
            format!("\"{code}\""),
            Text::new("每个代码一次", "each code once"),
            Text::new("改用另一代码", "give this figure a code of its own"),
        ),
        Unreadable::Of { code, known } => (
            format!("\"{code}\""),
            Text::new(known.join(" | "), known.join(" | ")),
            Text::new("写出本文件中的代码", "name a code of this file"),
        ),
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline: Text::new("公布数文件有不能读取之处", "published figures are not understood here"),
        at: vec![at.into()],
        found,
        expected,
        expected_at: None,
        effect: Text::new("该处未取用", "this part is left out"),
        mend,
    }
}
