//! Components of the total.

use super::Check;
use super::periods::{ByPeriod, period_shares};
use crate::scheme::worth::{Component, WhenMissing};
use crate::terms::{ComponentCode, PollCode};

pub(super) fn components(check: &mut Check<'_>, by_period: &Option<ByPeriod>) -> Vec<Component> {
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
        let mut shares = period_shares(check, spot, &raw.periods, &periods, by_period.as_ref());
        if by_period.is_some() && raw.periods_total.is_some() {
            check.unused(spot, "periods_total", "各期先合成总分", "periods are blended as totals");
        }
        if let Some((all, _)) = by_period {
            // Under a blend of totals a component shows the mean of its own periods by the shares of the total.
            shares.retain(|(period, _)| all.iter().any(|(known, _)| known == period));
        }
        let floor = raw.floor.as_ref().and_then(|_| check.limit(spot, "floor", &raw.floor));
        let cap = raw.cap.as_ref().and_then(|_| check.limit(spot, "cap", &raw.cap));
        if let (Some(floor), Some(cap)) = (&floor, &cap)
            && floor > cap
        {
            check.out_of_range(spot, "floor", &floor.to_string(), "不高于 cap", "not above cap");
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
        // Under a blend of totals the total says what happens without one of its periods.
        let missing_period = match by_period {
            None => check.need(spot, "missing_period", &raw.missing_period),
            Some(_) => raw.missing_period.or(Some(WhenMissing::Rescale)),
        };
        let missing = check.need(spot, "missing", &raw.missing);
        components.push(Component {
            code,
            name: raw.name.trim().to_owned(),
            weight,
            full,
            poll: poll.map(|poll| PollCode::new(poll)),
            periods: shares,
            floor,
            cap,
            missing_period: missing_period.unwrap_or(WhenMissing::Pend),
            missing: missing.unwrap_or(WhenMissing::Pend),
            rule,
        });
    }
    components
}
