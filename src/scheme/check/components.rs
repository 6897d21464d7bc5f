//! Components of the total.

use super::Check;
use crate::exact::Exact;
use crate::scheme::worth::{Component, WhenMissing};
use crate::terms::{ComponentCode, PeriodCode, PollCode};

pub(super) fn components(check: &mut Check<'_>) -> Vec<Component> {
    let (periods, polls) = (check.period_codes(), check.poll_codes());
    let mut components = Vec::new();
    for entry in &check.tables.component {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = ComponentCode::new(raw.code.get_ref());
        let rule = check.rule(&format!("component:{code}"), spot, &raw.basis, raw.assumed);
        let weight = check.number(spot, "weight", &raw.weight);
        let full = check.number(spot, "full", &raw.full);
        if full.is_zero() && raw.full.is_some() {
            check.out_of_range(spot, "full", "0", "大于 0", "above 0");
        }
        let poll = raw.poll.as_ref().filter(|poll| check.known(spot, "poll", poll, &polls));
        check.need_rows(spot, "periods", &raw.periods);
        let mut shares: Vec<(PeriodCode, Exact)> = Vec::new();
        for row in &raw.periods {
            check.known(spot, "periods", &row.period, &periods);
            check.not_below_nought(spot, "periods", &row.weight.0);
            let period = PeriodCode::new(&row.period);
            if shares.iter().any(|(known, _)| *known == period) {
                check.out_of_range(spot, "periods", &row.period, "每个考核期一次", "each period once");
            }
            shares.push((period, row.weight.0.clone()));
        }
        if let Some(used) =
            check.tables.poll.iter().find(|entry| poll.is_some_and(|p| p.trim() == entry.raw.code.get_ref().trim()))
        {
            let held: Vec<String> = used.raw.periods.iter().map(|period| period.trim().to_owned()).collect();
            for (period, _) in &shares {
                if periods.iter().any(|known| known == period.as_str()) && !used.spot.lines.damaged {
                    check.known(spot, "periods", period.as_str(), &held);
                }
            }
        }
        let own_items = |parts: &str| parts.trim() == code.as_str();
        let has_items = check.tables.item.iter().any(|item| item.raw.component.as_deref().is_some_and(own_items));
        if raw.poll.is_none() && !spot.says("poll") && !has_items && !check.tables.dropped.contains_key("item") {
            check.ask(spot, "item");
        }
        let missing_period = check.need(spot, "missing_period", &raw.missing_period);
        let missing = check.need(spot, "missing", &raw.missing);
        components.push(Component {
            code,
            name: raw.name.trim().to_owned(),
            weight,
            full,
            poll: poll.map(|poll| PollCode::new(poll)),
            periods: shares,
            missing_period: missing_period.unwrap_or(WhenMissing::Pend),
            missing: missing.unwrap_or(WhenMissing::Pend),
            rule,
        });
    }
    components
}
