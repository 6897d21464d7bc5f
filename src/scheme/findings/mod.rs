//! The codes of this stage, one file each.

mod band_gap;
mod band_overlap;
mod basis_missing;
mod classes_total_not_one;
mod code_duplicate;
mod date_wrong;
mod decision_missing;
mod extended_not_found;
mod extends_cycle;
mod overlay_ambiguous;
mod row_unreachable;
mod rules_change_in_period;
mod key_unknown;
mod key_without_use;
mod measure_too_late;
mod line_between_places;
mod name_ambiguous;
mod reference_unknown;
mod scheme_code_differs;
mod scheme_not_found;
mod scheme_not_in_force;
mod scheme_unreadable;
mod self_vote_contradicts;
mod total_not_customary;
mod type_wrong;
mod value_out_of_range;
mod weights_equally_specific;
mod weights_as_written;
mod weights_off;

pub use band_gap::band_gap;
pub use band_overlap::band_overlap;
pub use basis_missing::basis_missing;
pub use classes_total_not_one::classes_total_not_one;
pub use code_duplicate::code_duplicate;
pub use date_wrong::date_wrong;
pub use decision_missing::decision_missing;
pub use extended_not_found::extended_not_found;
pub use extends_cycle::extends_cycle;
pub use key_unknown::key_unknown;
pub use key_without_use::key_without_use;
pub use line_between_places::line_between_places;
pub use measure_too_late::measure_too_late;
pub use name_ambiguous::name_ambiguous;
pub use overlay_ambiguous::overlay_ambiguous;
pub use reference_unknown::reference_unknown;
pub use row_unreachable::row_unreachable;
pub use rules_change_in_period::rules_change_in_period;
pub use scheme_code_differs::scheme_code_differs;
pub use scheme_not_found::scheme_not_found;
pub use scheme_not_in_force::scheme_not_in_force;
pub use scheme_unreadable::scheme_unreadable;
pub use self_vote_contradicts::self_vote_contradicts;
pub use total_not_customary::total_not_customary;
pub use type_wrong::type_wrong;
pub use value_out_of_range::value_out_of_range;
pub use weights_as_written::weights_as_written;
pub use weights_equally_specific::weights_equally_specific;
pub use weights_off::weights_off;

use crate::diag::{At, Code, Finding, Severity, Text};

/// All codes of the stage, in order.
pub const ALL: &[Code] = &[
    scheme_not_found::CODE,
    scheme_unreadable::CODE,
    key_unknown::CODE,
    type_wrong::CODE,
    decision_missing::CODE,
    basis_missing::CODE,
    weights_off::CODE,
    band_gap::CODE,
    band_overlap::CODE,
    reference_unknown::CODE,
    code_duplicate::CODE,
    total_not_customary::CODE,
    key_without_use::CODE,
    name_ambiguous::CODE,
    value_out_of_range::CODE,
    date_wrong::CODE,
    scheme_not_in_force::CODE,
    scheme_code_differs::CODE,
    measure_too_late::CODE,
    weights_equally_specific::CODE,
    classes_total_not_one::CODE,
    self_vote_contradicts::CODE,
    weights_as_written::CODE,
    extends_cycle::CODE,
    extended_not_found::CODE,
    rules_change_in_period::CODE,
    overlay_ambiguous::CODE,
    row_unreachable::CODE,
    line_between_places::CODE,
];

/// An error that refuses the scheme.
fn refused(code: Code, headline: Text, at: Vec<At>, found: &str, expected: Text, mend: Text) -> Finding {
    Finding {
        code,
        severity: Severity::Error,
        headline,
        at,
        found: found.to_owned(),
        expected,
        expected_at: None,
        effect: Text::new("方案不采用，不计分", "scheme refused; nothing is scored"),
        mend,
    }
}
