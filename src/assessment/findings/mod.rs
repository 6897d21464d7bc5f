//! What can be found in kaoze.toml, one file per code.

mod date_wrong;
mod kaoze_toml_missing;
mod kaoze_toml_unreadable;
mod key_unknown;
mod pattern_outside_raw;
mod value_missing;
mod value_wrong;

use crate::diag::Code;

pub use date_wrong::date_wrong;
pub use kaoze_toml_missing::kaoze_toml_missing;
pub use kaoze_toml_unreadable::kaoze_toml_unreadable;
pub use key_unknown::key_unknown;
pub use pattern_outside_raw::pattern_outside_raw;
pub use value_missing::value_missing;
pub use value_wrong::value_wrong;

/// Every code of this stage.
pub const ALL: &[Code] = &[
    kaoze_toml_missing::CODE,
    kaoze_toml_unreadable::CODE,
    key_unknown::CODE,
    value_missing::CODE,
    date_wrong::CODE,
    pattern_outside_raw::CODE,
    value_wrong::CODE,
];
