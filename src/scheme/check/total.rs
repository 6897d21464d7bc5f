//! The total, rounding points, what is compared, and ranks.

use super::Check;
use super::periods::ByPeriod;
use crate::diag::Text;
use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::findings::{code_duplicate, decision_missing, total_not_customary};
use crate::scheme::load::{Spot, question, table};
use crate::scheme::worth::{Blend, By, Compare, RankRule, RankTies, RoundingPoint, RuleRef, Total, VetoedRank, Whose};

type Rounded = Vec<(RoundingPoint, Rounding, RuleRef)>;

pub(super) fn total(
    check: &mut Check<'_>,
    by_period: Option<ByPeriod>,
) -> (Option<Total>, Rounded, Option<Compare>, Option<RankRule>) {
    let total = ends(check, by_period);
    let rounding = rounding(check);
    let compare = compare(check);
    let rank = rank(check);
    (total, rounding, compare, rank)
}

fn ends(check: &mut Check<'_>, by_period: Option<ByPeriod>) -> Option<Total> {
    let entry = check.tables.total.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("total", spot, &raw.basis, raw.assumed);
    let declared = check.number(spot, "declared", &raw.declared);
    if raw.declared.is_some() && declared != Exact::from(100) {
        check.findings.push(total_not_customary(spot.at("declared"), &declared.to_string()));
    }
    let cap = check.limit(spot, "cap", &raw.cap);
    let floor = check.limit(spot, "floor", &raw.floor);
    if let (Some(cap), Some(floor)) = (&cap, &floor)
        && floor > cap
    {
        check.out_of_range(spot, "floor", &floor.to_string(), "不高于 cap", "not above cap");
    }
    Some(Total { declared, cap, floor, by_period, rule })
}

/// A rounding point as files write it.
pub(super) fn point_name(point: RoundingPoint) -> &'static str {
    match point {
        RoundingPoint::Item => "item",
        RoundingPoint::Class => "class",
        RoundingPoint::Poll => "poll",
        RoundingPoint::Component => "component",
        RoundingPoint::PeriodTotal => "period_total",
        RoundingPoint::UnitTotal => "unit_total",
        RoundingPoint::PersonTotal => "person_total",
    }
}

fn rounding(check: &mut Check<'_>) -> Rounded {
    let totals = check.tables.total.as_ref().is_some_and(|entry| entry.raw.blend == Some(Blend::Totals));
    let mut points: Rounded = Vec::new();
    for entry in &check.tables.rounding {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let at = *raw.at.get_ref();
        let name = point_name(at);
        let rule = check.rule(&format!("rounding:{name}"), spot, &raw.basis, raw.assumed);
        if let Some((.., first)) = points.iter().find(|(known, ..)| *known == at) {
            let first = first.place.clone();
            check.findings.push(code_duplicate(spot.at("at"), first, &table("rounding"), name));
        }
        let without: Option<(&str, &str)> = match at {
            RoundingPoint::PersonTotal if !check.has_people() => {
                Some(("方案没有 [people]", "the scheme has no [people]"))
            }
            RoundingPoint::Class | RoundingPoint::Poll if !check.tables.seen.contains("poll") => {
                Some(("方案没有测评", "the scheme has no poll"))
            }
            RoundingPoint::PeriodTotal if !totals => {
                Some(("各期不先合成总分（blend）", "periods are not blended as totals"))
            }
            RoundingPoint::Item if !check.tables.seen.contains("item") => {
                Some(("方案没有考核项目", "the scheme has no item"))
            }
            _ => None,
        };
        if let Some((zh, en)) = without {
            check.unused(spot, "at", zh, en);
        }
        let places = check.need(spot, "places", &raw.places);
        let places = check.places(spot, places);
        let mode = check.need(spot, "mode", &raw.mode).unwrap_or(Mode::HalfUp);
        points.push((at, Rounding { mode, places }, rule));
    }
    points
}

fn compare(check: &mut Check<'_>) -> Option<Compare> {
    let entry = check.tables.compare.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("compare", spot, &raw.basis, raw.assumed);
    let band = check.need(spot, "band", &raw.band);
    let rank = check.need(spot, "rank", &raw.rank);
    let people = check.has_people();
    let unit_share = if people {
        check.need(spot, "unit_share", &raw.unit_share)
    } else {
        if spot.says("unit_share") {
            check.unused(spot, "unit_share", "方案没有 [people]", "the scheme has no [people]");
        }
        raw.unit_share
    };
    let rounds = |point| check.tables.rounding.iter().any(|entry| *entry.raw.at.get_ref() == point);
    let unit = rounds(RoundingPoint::UnitTotal);
    let person = rounds(RoundingPoint::PersonTotal) || !people;
    if !check.tables.lost("rounding") {
        asks_rounding(check, spot, "band", band, unit && person, if unit { "person_total" } else { "unit_total" });
        asks_rounding(check, spot, "rank", rank, unit && person, if unit { "person_total" } else { "unit_total" });
        asks_rounding(check, spot, "unit_share", unit_share, unit, "unit_total");
    }
    let near_line = raw.near_line.as_ref().map(|margin| margin.0.clone());
    if let Some(margin) = near_line.as_ref().filter(|margin| margin.is_negative() || margin.is_zero()) {
        check.out_of_range(spot, "near_line", &margin.to_string(), "大于 0", "above 0");
    }
    Some(Compare {
        band: band.unwrap_or(By::Exact),
        rank: rank.unwrap_or(By::Exact),
        unit_share: unit_share.unwrap_or(By::Exact),
        near_line,
        rule,
    })
}

/// A rounded value can be compared only where something says how it is rounded.
fn asks_rounding(check: &mut Check<'_>, spot: &Spot, key: &str, by: Option<By>, rounded: bool, point: &str) {
    if by == Some(By::Rounded) && !rounded {
        let (asked, choices) = question("", "rounding");
        let called = Text::new(format!("{} {key} ", spot.called.zh), format!("{} {key}", spot.called.en));
        let key = format!("[[rounding]] at = \"{point}\"");
        let finding = decision_missing(spot.at(key.as_str()), &called, &key, &asked, choices);
        check.findings.push(finding);
    }
}

fn rank(check: &mut Check<'_>) -> Option<RankRule> {
    let entry = check.tables.rank.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("rank", spot, &raw.basis, raw.assumed);
    let ties = check.need(spot, "ties", &raw.ties).unwrap_or(RankTies::Competition);
    let vetoed = check.need(spot, "vetoed", &raw.vetoed).unwrap_or(VetoedRank::Kept);
    let chain = check.links(spot, "tie_chain", &raw.tie_chain, Whose::Unit);
    Some(RankRule { ties, chain, vetoed, rule })
}
