//! The case indicators that a rate is made of.

use super::Check;
use crate::scheme::load::Entry;
use crate::scheme::raw::RawItem;
use crate::scheme::worth::ZeroDenominator;
use crate::terms::ItemCode;

/// The two case indicators of a rate, and what happens when there is nothing below the line.
pub(super) fn indicators(check: &mut Check<'_>, entry: &Entry<RawItem>) -> (ItemCode, ItemCode, ZeroDenominator) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let known = check.codes("case_indicator", &check.tables.case_indicator, |raw| raw.code.get_ref());
    let mut indicator = |key: &str, value: &Option<String>| {
        let code = check.need(spot, key, value).unwrap_or_default();
        if value.is_some() {
            check.known(spot, key, &code, &known);
        }
        ItemCode::new(&code)
    };
    let numerator = indicator("numerator", &raw.numerator);
    let denominator = indicator("denominator", &raw.denominator);
    let zero = check.need(spot, "zero_denominator", &raw.zero_denominator);
    (numerator, denominator, zero.unwrap_or(ZeroDenominator::NotApplicable))
}
