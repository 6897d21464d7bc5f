//! A008 sources-differ
//!
//! ## What is checked
//! Whether packages and statistic books of several years say the same where they speak of the same: a count of a year, the
//! total of a unit, the count of the year before that a printed percentage allows.
//!
//! ## Why it matters
//! A line over years drawn from figures that contradict each other shows a change that nobody made.
//!
//! ## Example
//! The book of 2015 prints 80件, 14.3% more than the year before, which allows 70 alone; the book of 2014 prints 72.
//!
//! ## Mend
//! Nothing is mended here: find out which source is right, and say so where the figure is used.

use crate::diag::{At, Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "A008", name: "sources-differ", manual: include_str!("sources_differ.rs") };

/// What two sources say of one thing.
#[derive(Debug, Clone)]
pub struct Two {
    /// The indicator, or the unit.
    pub what: String,
    /// Of which year.
    pub year: i32,
    /// What is used, and where it stands.
    pub used: (String, String),
    /// What the other says, and where.
    pub other: (String, String),
}

/// A count, or a total, that two sources state otherwise.
#[must_use]
pub fn sources_differ(two: &Two) -> Finding {
    let Two { what, year, used, other } = two;
    finding(
        two,
        Text::new(
            format!("{year}年“{what}”两处不一：{}与{}", used.0, other.0),
            format!("two sources differ on {what} of {year}: {} and {}", used.0, other.0),
        ),
    )
}

/// A count of the year before that the printed change of the year after does not allow.
#[must_use]
pub fn change_does_not_fit(two: &Two) -> Finding {
    let Two { what, year, used, other } = two;
    finding(
        two,
        Text::new(
            format!("“{what}”{year}年为{}，次年公布的增减只容{}", used.0, other.0),
            format!("{what} of {year} is {}; the change printed a year later allows {} alone", used.0, other.0),
        ),
    )
}

fn finding(two: &Two, headline: Text) -> Finding {
    let place = |path: &str| Place::File(path.into());
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline,
        at: vec![
            At { place: place(&two.other.1), caption: None },
            At { place: place(&two.used.1), caption: Some(Text::new("采用", "used")) },
        ],
        found: two.other.0.clone(),
        expected: Text::new(two.used.0.clone(), two.used.0.clone()),
        expected_at: Some(place(&two.used.1)),
        effect: Text::new("采用前者，矛盾照列", "the first is used, and the contradiction is listed"),
        mend: Text::new("查明哪一处属实", "find out which source is right"),
    }
}
