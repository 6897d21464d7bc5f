//! Families of bonuses and penalties.

use super::Check;
use super::head::named;
use super::polls::trimmed;
use crate::exact::Exact;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawFamily;
use crate::scheme::words::{FamilyWords, Sign};
use crate::scheme::worth::{Family, LateAward, Level, OneDocument, TwoClaimants, Whose};
use crate::terms::FamilyCode;

pub(super) fn families(check: &mut Check<'_>) -> (Vec<FamilyWords>, Vec<Family>) {
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.family {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = FamilyCode::new(raw.code.get_ref());
        let rule = check.rule(&format!("family:{code}"), spot, &raw.basis, raw.assumed);
        let sign = check.need(spot, "sign", &raw.sign).unwrap_or(Sign::Bonus);
        let cap = check.limit(spot, "cap", &raw.cap);
        if let Some(cap) = &cap {
            check.not_below_nought(spot, "cap", cap);
        }
        let of = raw.of.unwrap_or(Whose::Unit);
        if of == Whose::Person && !check.has_people() {
            check.unused(spot, "for", "方案没有 [people]", "the scheme has no [people]");
        }
        let levels = levels(check, entry);
        let tiers = tiers(check, entry);
        let documents = documents(check, spot, raw);
        words.push(FamilyWords {
            named: named(code.as_str(), &raw.name, &[]),
            levels: raw.levels.iter().map(|level| named(&level.name, &level.name, &level.aliases)).collect(),
            sign,
            of_people: of == Whose::Person,
            tiers: raw.tiers.iter().map(|tier| named(&tier.name, &tier.name, &tier.aliases)).collect(),
            one_document: documents.is_some_and(|(one, _)| one != OneDocument::Each),
        });
        worth.push(Family {
            code,
            name: raw.name.trim().to_owned(),
            of,
            sign,
            cap,
            levels,
            tiers,
            documents,
            evidence_required: raw.evidence_required.unwrap_or_default(),
            cutoff: cutoff(check, spot, raw),
            rule,
        });
    }
    (words, worth)
}

fn levels(check: &mut Check<'_>, entry: &Entry<RawFamily>) -> Vec<Level> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    check.need_rows(spot, "levels", &raw.levels);
    let of_family = trimmed(&raw.issuers);
    let mut levels = Vec::new();
    for level in &raw.levels {
        if level.points.0.is_negative() || level.points.0.is_zero() {
            let found = format!("{} {}", level.name, level.points.0);
            check.out_of_range(spot, "levels", &found, "大于 0（扣分由 sign 表示）", "above 0 (sign says which way)");
        }
        let own = trimmed(&level.issuers);
        levels.push(Level {
            name: level.name.trim().to_owned(),
            points: level.points.0.clone(),
            issuers: if own.is_empty() { of_family.clone() } else { own },
        });
    }
    levels
}

fn tiers(check: &mut Check<'_>, entry: &Entry<RawFamily>) -> Vec<(String, Exact)> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    for tier in &raw.tiers {
        let share = &tier.share.0;
        if share.is_negative() || *share > Exact::one() {
            check.out_of_range(spot, "tiers", &format!("{} {share}", tier.name), "0 至 1", "0 to 1");
        }
    }
    raw.tiers.iter().map(|tier| (tier.name.trim().to_owned(), tier.share.0.clone())).collect()
}

fn documents(check: &mut Check<'_>, spot: &Spot, raw: &RawFamily) -> Option<(OneDocument, TwoClaimants)> {
    match raw.one_document {
        Some(OneDocument::Each) => {
            if spot.says("two_claimants") {
                check.unused(spot, "two_claimants", "one_document = \"each\"", "one_document = \"each\"");
            }
            Some((OneDocument::Each, TwoClaimants::Each))
        }
        Some(one) => Some((one, check.need(spot, "two_claimants", &raw.two_claimants)?)),
        None => {
            if spot.says("two_claimants") && !spot.says("one_document") {
                check.ask(spot, "one_document");
            }
            None
        }
    }
}

fn cutoff(check: &mut Check<'_>, spot: &Spot, raw: &RawFamily) -> Option<((u32, u32), LateAward)> {
    let Some(text) = &raw.award_cutoff else {
        if spot.says("late_award") && !spot.says("award_cutoff") {
            check.ask(spot, "award_cutoff");
        }
        return None;
    };
    let day = check.month_day(spot, "award_cutoff", text);
    Some((day, check.need(spot, "late_award", &raw.late_award)?))
}
