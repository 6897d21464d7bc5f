//! Shares of periods, in components or in the total.

use super::Check;
use crate::exact::Exact;
use crate::scheme::load::Spot;
use crate::scheme::raw::RawPeriodWeight;
use crate::scheme::worth::{Blend, WhenMissing};
use crate::terms::PeriodCode;

/// Periods with their shares of the year, and what happens without the total of one.
pub(super) type ByPeriod = (Vec<(PeriodCode, Exact)>, WhenMissing);

/// The periods of a blend of totals; nothing where each component blends its own.
pub(super) fn by_period(check: &mut Check<'_>) -> Option<ByPeriod> {
    let tables = check.tables;
    let entry = tables.total.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let says_periods = !raw.periods.is_empty();
    let blend = if says_periods { check.need(spot, "blend", &raw.blend) } else { raw.blend };
    if blend != Some(Blend::Totals) {
        for key in ["periods", "periods_total", "missing_period"].iter().filter(|key| spot.says(key)) {
            if blend.is_some() || !says_periods {
                check.unused(spot, key, "只用于 blend = \"totals\"", "used with blend = \"totals\" only");
            }
        }
        return None;
    }
    let known = check.period_codes();
    let shares = period_shares(check, spot, &raw.periods, &known, None);
    let missing = check.need(spot, "missing_period", &raw.missing_period);
    Some((shares, missing.unwrap_or(WhenMissing::Pend)))
}

/// Periods with their shares, each once. Under a blend of totals a component only says in which periods it is there.
pub(super) fn period_shares(
    check: &mut Check<'_>,
    spot: &Spot,
    rows: &[RawPeriodWeight],
    known: &[String],
    totals: Option<&ByPeriod>,
) -> Vec<(PeriodCode, Exact)> {
    check.need_rows(spot, "periods", rows);
    let mut shares: Vec<(PeriodCode, Exact)> = Vec::new();
    for row in rows {
        check.known(spot, "periods", &row.period, known);
        let period = PeriodCode::new(&row.period);
        if shares.iter().any(|(known, _)| *known == period) {
            check.out_of_range(spot, "periods", &row.period, "每个考核期一次", "each period once");
        }
        let share = match (totals, &row.weight) {
            (None, Some(weight)) => weight.0.clone(),
            (None, None) => {
                if !spot.lines.keys.get("periods").is_some_and(|lines| lines.damaged) {
                    check.ask(spot, "weight");
                }
                Exact::zero()
            }
            (Some((all, _)), weight) => {
                if weight.is_some() {
                    check.unused(
                        spot,
                        "periods",
                        "各期先合成总分，占比写在 [total]",
                        "periods are blended as totals; [total] has the shares",
                    );
                }
                all.iter().find(|(known, _)| *known == period).map(|(_, share)| share.clone()).unwrap_or_default()
            }
        };
        check.not_below_nought(spot, "periods", &share);
        shares.push((period, share));
    }
    shares
}
