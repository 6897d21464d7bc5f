//! What can be found in published figures and in the counts beside them, one file per code.

mod change_fits_none;
mod county_row_missing;
mod count_unreadable;
mod published_differs;
mod published_unreadable;
mod sources_differ;
mod value_not_in_sentence;
mod year_twice;

use crate::diag::{Code, Place};

pub use change_fits_none::change_fits_none;
pub use count_unreadable::count_unreadable;
pub use county_row_missing::county_row_missing;
pub use published_differs::{Counts, count_differs, published_differs, share_differs};
pub use published_unreadable::{Unreadable, published_unreadable};
pub use sources_differ::{Two, change_does_not_fit, sources_differ};
pub use value_not_in_sentence::value_not_in_sentence;
pub use year_twice::year_twice;

/// Every code of this stage.
pub const ALL: &[Code] = &[
    published_unreadable::CODE,
    value_not_in_sentence::CODE,
    change_fits_none::CODE,
    published_differs::CODE,
    county_row_missing::CODE,
    count_unreadable::CODE,
    year_twice::CODE,
    sources_differ::CODE,
];

/// What a finding says about a printed figure.
#[derive(Debug, Clone)]
pub struct Cited {
    /// Where the entry stands.
    pub place: Place,
    /// The figure with its measure and, for a change, its sign.
    pub shown: String,
    /// Digits and measure as printed.
    pub number: String,
    /// 计量单位.
    pub measure: String,
    /// The sentence quoted.
    pub sentence: String,
}
