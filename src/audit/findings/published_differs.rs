//! A004 published-differs
//!
//! ## What is checked
//! Whether a printed change is the difference of its own figures, a printed count is the one in the sheet, and a printed
//! share lies within what its part and its whole allow. Printed numbers are intervals: 14.3 stands for 14.25 ≤ x < 14.35.
//!
//! ## Why it matters
//! Published figures are evidence, not truth; misprints occur, and a figure taken over unseen carries them on.
//!
//! ## Example
//! 401 this year, 687 last year, printed 减少268件; the difference is 286.
//!
//! ## Mend
//! Check the source; digits may be transposed. The program keeps what is printed and marks it.

use crate::diag::{At, Code, Finding, Place, Severity, Text};

use super::Cited;

/// The code.
pub const CODE: Code = Code { id: "A004", name: "published-differs", manual: include_str!("published_differs.rs") };

/// The two counts of a change and where they stand.
#[derive(Debug, Clone)]
pub struct Counts {
    /// This year's.
    pub now: u32,
    /// Where.
    pub now_at: Place,
    /// Last year's.
    pub before: u32,
    /// Where.
    pub before_at: Place,
}

/// A printed change that its counts do not give; `expected` is what they give, if anything.
#[must_use]
pub fn published_differs(figure: &Cited, counts: &Counts, expected: Option<&str>) -> Finding {
    let caption = |zh: &str, en: &str, place: &Place| {
        (*place != figure.place).then(|| At { place: place.clone(), caption: Some(Text::new(zh, en)) })
    };
    let places = [caption("本年数", "this year", &counts.now_at), caption("上年数", "last year", &counts.before_at)];
    let (now, before, measure, shown) = (counts.now, counts.before, &figure.measure, &figure.shown);
    let expected = match expected {
        Some(text) => Text::new(text, text),
        None => Text::new(format!("上年为零，无增减率（{measure}）"), format!("no rate ({measure}): last year is nil")),
    };
    differs(
        figure,
        Text::new("公布的增减与其自身数字不符", "printed change is not the difference of its own figures"),
        places.into_iter().flatten().collect(),
        format!("{now}, {before}, \"{shown}\""),
        expected,
    )
}

/// A printed count that is not the one in the sheet.
#[must_use]
pub fn count_differs(figure: &Cited, count: u32, at: &Place) -> Finding {
    let expected = format!("{count}{}", figure.measure);
    differs(
        figure,
        Text::new("公布数与表中数不符", "printed count is not the one in the sheet"),
        vec![At { place: at.clone(), caption: Some(Text::new("表中数", "count in the sheet")) }],
        format!("\"{}\"", figure.shown),
        Text::new(expected.clone(), expected),
    )
}

/// A printed share outside of what its part and its whole allow, such as `70.82–71.20%`.
#[must_use]
pub fn share_differs(figure: &Cited, part: &Cited, whole: &Cited, allowed: Option<&str>) -> Finding {
    let places = [part, whole].map(|figure: &Cited| At::from(figure.place.clone())).to_vec();
    let expected = allowed.map_or_else(
        || Text::new("分母可能为零，无比重", "no share: the whole may be nil"),
        |allowed| Text::new(allowed, allowed),
    );
    let found = format!("{} / {}, \"{}\"", part.shown, whole.shown, figure.shown);
    let headline = Text::new("公布的比重超出其分子分母所容许", "printed share is outside of what its figures allow");
    differs(figure, headline, places, found, expected)
}

fn differs(figure: &Cited, headline: Text, more: Vec<At>, found: String, expected: Text) -> Finding {
    let mut at = vec![At::from(figure.place.clone())];
    at.extend(more);
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline,
        at,
        found,
        expected,
        expected_at: None,
        effect: Text::new("照原文保留，报告中以†标出", "figure kept as printed, marked † in the report"),
        mend: Text::new("核对原文，数字或有错位", "check the source; digits may be transposed"),
    }
}
