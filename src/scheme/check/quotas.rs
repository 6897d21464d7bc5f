//! Quotas: places in a grade.

use super::Check;
use super::bands::{grade_names, tag};
use crate::diag::Text;
use crate::exact::{Exact, Mode};
use crate::scheme::findings::code_duplicate;
use crate::scheme::load::Entry;
use crate::scheme::raw::{RawBand, RawQuota};
use crate::scheme::worth::{ChainEnd, EdgeTies, Quota, QuotaBase, QuotaPool, Whose};
use crate::terms::{ComponentCode, Grade, GroupCode};

pub(super) fn quotas(check: &mut Check<'_>) -> Vec<Quota> {
    let mut quotas: Vec<Quota> = Vec::new();
    for entry in &check.tables.quota {
        let quota = quota(check, entry);
        let rivals = |other: &&Quota| {
            other.of == quota.of
                && other.grade == quota.grade
                && (other.group.is_none() || quota.group.is_none() || other.group == quota.group)
        };
        if let Some(first) = quotas.iter().find(rivals) {
            let what = Text::new("名额", "quota");
            let (second, first) = (quota.rule.place.clone(), first.rule.place.clone());
            check.findings.push(code_duplicate(second, first, &what, quota.grade.as_str()));
        }
        quotas.push(quota);
    }
    quotas
}

fn quota(check: &mut Check<'_>, entry: &Entry<RawQuota>) -> Quota {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let of = raw.of;
    let grade = Grade::new(raw.grade.get_ref());
    let group = raw.group.as_deref().map(GroupCode::new);
    let suffix = group.as_ref().map(|group| format!(":{group}")).unwrap_or_default();
    let rule = check.rule(&format!("quota:{}:{grade}{suffix}", tag(of)), spot, &raw.basis, raw.assumed);
    if of == Whose::Person && !check.has_people() {
        check.unused(spot, "for", "方案没有 [people]，个人不定等次", "the scheme has no [people]; nobody is graded");
    }
    let bands = check.tables.lost("band");
    let mut grades = grade_names(check, of);
    if !bands {
        check.known(spot, "grade", grade.as_str(), &grades);
    }
    let pool = check.need(spot, "pool", &raw.pool);
    if of == Whose::Unit && matches!(pool, Some(QuotaPool::Role | QuotaPool::GroupAndRole)) {
        check.out_of_range(spot, "pool", "role", "单位：group 或 all", "group or all, for units");
    }
    if let Some(group) = &raw.group {
        let known = check.group_codes();
        check.known(spot, "group", group, &known);
        if matches!(pool, Some(QuotaPool::Role | QuotaPool::All)) {
            check.unused(
                spot,
                "group",
                "只用于 group 或 group_and_role",
                "used with pool group or group_and_role only",
            );
        }
    }
    let share = check.number(spot, "share", &raw.share);
    if share > Exact::one() {
        check.out_of_range(spot, "share", &share.to_string(), "0 至 1，如 \"0.25\"", "0 to 1, such as \"0.25\"");
    }
    let ties = check.need(spot, "ties", &raw.ties);
    let (chain, chain_end) = chain(check, entry, ties);
    let overflow = check.need(spot, "overflow", &raw.overflow);
    if let Some(overflow) = overflow.as_deref().filter(|_| !bands) {
        let below = lower(check, of, grade.as_str());
        if grades.iter().any(|known| known == overflow.trim()) {
            if grades.iter().any(|known| known == grade.as_str()) && !below.iter().any(|name| name == overflow.trim()) {
                check.out_of_range(
                    spot,
                    "overflow",
                    overflow,
                    "低于 grade 的等次",
                    "a grade below the one of the quota",
                );
            }
        } else {
            grades.retain(|name| name != grade.as_str());
            check.known(spot, "overflow", overflow, &grades);
        }
    }
    Quota {
        of,
        pool: pool.unwrap_or(QuotaPool::All),
        group,
        share,
        base: check.need(spot, "base", &raw.base).unwrap_or(QuotaBase::All),
        rounding: check.need(spot, "rounding", &raw.rounding).unwrap_or(Mode::Floor),
        ties: ties.unwrap_or(EdgeTies::Committee),
        chain,
        chain_end,
        overflow: Grade::new(overflow.as_deref().unwrap_or_default()),
        refill: check.need(spot, "refill", &raw.refill).unwrap_or_default(),
        grade,
        rule,
    }
}

fn chain(check: &mut Check<'_>, entry: &Entry<RawQuota>, ties: Option<EdgeTies>) -> (Vec<ComponentCode>, ChainEnd) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    match ties {
        Some(EdgeTies::Chain) if raw.of == Whose::Person => {
            let (zh, en) =
                ("个人：include_all、exclude_all 或 committee", "include_all, exclude_all or committee, for people");
            check.out_of_range(spot, "ties", "chain", zh, en);
        }
        Some(EdgeTies::Chain) => {
            check.need_rows(spot, "chain", &raw.chain);
            check.need(spot, "chain_end", &raw.chain_end);
            let known = check.component_codes();
            for component in &raw.chain {
                check.known(spot, "chain", component, &known);
            }
        }
        Some(_) => {
            for key in ["chain", "chain_end"] {
                if spot.says(key) {
                    check.unused(spot, key, "只用于 ties = \"chain\"", "used with ties = \"chain\" only");
                }
            }
        }
        None => {}
    }
    let chain = raw.chain.iter().map(|code| ComponentCode::new(code)).collect();
    (chain, raw.chain_end.unwrap_or(ChainEnd::Committee))
}

/// The grades below one, by the lower ends of their bands.
fn lower(check: &Check<'_>, of: Whose, grade: &str) -> Vec<String> {
    let bands = || check.tables.band.iter().filter(|entry| entry.raw.of == of);
    let from = |entry: &Entry<RawBand>| entry.raw.from.as_ref().map(|from| from.0.clone());
    let Some(own) = bands().find(|entry| entry.raw.grade.get_ref().trim() == grade) else { return Vec::new() };
    let own = from(own);
    bands().filter(|e| from(e) < own).map(|e| e.raw.grade.get_ref().trim().to_owned()).collect()
}
