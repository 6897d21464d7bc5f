//! O001 glyph-missing
//!
//! ## What is checked
//! Every character drawn in a chart or set in a PDF is in the embedded typeface.
//!
//! ## Why it matters
//! A rare character of a name would stand as an empty box in the picture, and a reader could not tell
//! whose score it is. The page, the workbook and the Word files use
//! the reader's own typefaces and are not concerned.
//!
//! ## Example
//! A unit named 「龘山镇」: 「龘」 is not among the 8,105 characters of 通用规范汉字表.
//!
//! ## Mend
//! Write the name with a character of that table in the roster, or use the page, the workbook and
//! the Word files instead.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{At, Code, Finding, Place, Severity, Text};

pub(super) const CODE: Code = Code { id: "O001", name: "glyph-missing", manual: include_str!("glyph_missing.rs") };

/// The characters that the typeface lacks, in the chart or PDF at this path of the package.
#[must_use]
pub fn glyph_missing(path: &str, missing: &BTreeSet<char>) -> Finding {
    let found: Vec<String> = missing.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new("图或 PDF 中有字体里没有的字", "a chart or PDF has characters that the typeface lacks"),
        at: vec![At::from(Place::File(Arc::from(path)))],
        found: found.join(" "),
        expected: Text::new(
            "内嵌字体所含的字（通用规范汉字表）",
            "characters of the embedded typeface (通用规范汉字表)",
        ),
        expected_at: None,
        effect: Text::new(
            "图片和 PDF 中这些字显示为空框；网页、工作簿和 Word 文件不受影响",
            "empty boxes in the picture and the PDF; page, workbook and Word files are not concerned",
        ),
        mend: Text::new("在名册中改用规范字", "use a character of the table in the roster"),
    }
}
