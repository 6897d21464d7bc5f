//! Quotas: places in a grade.

use super::Check;
use super::bands::{grade_names, order_of_grades, reads, tag};
use crate::diag::Text;
use crate::exact::{Exact, Mode};
use crate::scheme::findings::code_duplicate;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawQuota;
use crate::scheme::worth::{ChainEnd, ChainKey, ChainLink, EdgeTies, Places, Quota, QuotaBase, QuotaPool, Whose};
use crate::terms::{ComponentCode, Grade, GroupCode, ItemCode};

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
    if of == Whose::Unit && matches!(pool, Some(QuotaPool::Role | QuotaPool::GroupAndRole | QuotaPool::Layer)) {
        check.out_of_range(spot, "pool", "role", "单位：group 或 all", "group or all, for units");
    }
    if let Some(group) = &raw.group {
        let known = check.group_codes();
        check.known(spot, "group", group, &known);
        if matches!(pool, Some(QuotaPool::Role | QuotaPool::Layer | QuotaPool::All)) {
            check.unused(
                spot,
                "group",
                "只用于 group 或 group_and_role",
                "used with pool group or group_and_role only",
            );
        }
    }
    let (places, rounding) = places(check, entry);
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
        places,
        minimum: raw.minimum,
        base: check.need(spot, "base", &raw.base).unwrap_or(QuotaBase::All),
        rounding,
        ties: ties.unwrap_or(EdgeTies::Committee),
        chain,
        chain_end,
        overflow: Grade::new(overflow.as_deref().unwrap_or_default()),
        borrow: borrow(check, entry),
        refill: check.need(spot, "refill", &raw.refill).unwrap_or_default(),
        grade,
        rule,
    }
}

/// Share, fixed number or steps: one of them; a broken number only comes from a share.
fn places(check: &mut Check<'_>, entry: &Entry<RawQuota>) -> (Places, Mode) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let n = ["share", "places", "places_by"].iter().filter(|key| spot.says(key)).count();
    if n > 1 {
        let (zh, en) = ("share、places、places_by 三者之一", "one of share, places and places_by");
        check.out_of_range(spot, "places", &n.to_string(), zh, en);
    }
    if raw.places.is_none() && raw.places_by.is_empty() && !spot.says("places") && !spot.says("places_by") {
        let share = check.number(spot, "share", &raw.share);
        if share > Exact::one() {
            check.out_of_range(spot, "share", &share.to_string(), "0 至 1，如 \"0.25\"", "0 to 1, such as \"0.25\"");
        }
        return (Places::Share(share), check.need(spot, "rounding", &raw.rounding).unwrap_or(Mode::Floor));
    }
    if spot.says("rounding") {
        let (zh, en) = ("只用于 share（整数名额无小数）", "used with share only; whole places have no rest");
        check.unused(spot, "rounding", zh, en);
    }
    let steps = raw.places_by.iter().map(|row| (row.up_to, row.places)).collect::<Vec<_>>();
    for (at, pair) in steps.windows(2).enumerate() {
        let rises = pair[0].0.is_some_and(|first| pair[1].0.is_none_or(|second| first < second));
        if !rises {
            let found = format!("{}", at + 2);
            check.out_of_range(
                spot,
                "places_by",
                &found,
                "up_to 逐行增大，只有末行不写",
                "up_to rising, left out in the last row only",
            );
        }
    }
    if steps.last().is_some_and(|(up_to, _)| up_to.is_some()) {
        check.ask(spot, "places_end");
    }
    let places = match raw.places {
        Some(n) => Places::Fixed(n),
        None => Places::Steps(steps),
    };
    (places, Mode::Floor)
}

/// The pool whose empty places others may take.
fn borrow(check: &mut Check<'_>, entry: &Entry<RawQuota>) -> Option<String> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let text = raw.borrow.as_deref()?.trim();
    if text == "never" {
        return None;
    }
    let pool = text.strip_prefix("from:").map(str::trim).filter(|pool| !pool.is_empty());
    if pool.is_none() {
        check.out_of_range(spot, "borrow", text, "never 或 from:范围", "never, or from:POOL");
    } else if raw.pool == Some(QuotaPool::All) {
        check.unused(spot, "borrow", "全部在一个范围内，无处可借", "all are in one pool; there is none to borrow from");
    }
    pool.map(str::to_owned)
}

fn chain(check: &mut Check<'_>, entry: &Entry<RawQuota>, ties: Option<EdgeTies>) -> (Vec<ChainLink>, ChainEnd) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let mut links = Vec::new();
    match ties {
        Some(EdgeTies::Chain) => {
            check.need_rows(spot, "chain", &raw.chain);
            check.need(spot, "chain_end", &raw.chain_end);
            links = check.links(spot, "chain", &raw.chain, raw.of);
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
    (links, raw.chain_end.unwrap_or(ChainEnd::Committee))
}

impl Check<'_> {
    /// What the scores of people are made of.
    fn person_parts(&self) -> Vec<String> {
        let mut parts = vec!["unit".to_owned(), "own".to_owned()];
        for role in self.tables.people.iter().flat_map(|people| &people.raw.roles) {
            let from = role.unit_from.as_deref().map(str::trim).map(|from| match from {
                "supervised_mean" => "supervised",
                from => from.strip_prefix("component:").unwrap_or(from).trim(),
            });
            parts.extend(role.weights.keys().map(|part| part.trim()).chain(from).map(str::to_owned));
        }
        parts
    }

    /// The links of a chain: components and items of units, parts of the score of people.
    pub(super) fn links(&mut self, spot: &Spot, key: &str, codes: &[String], of: Whose) -> Vec<ChainLink> {
        let components = match of {
            Whose::Unit => self.component_codes(),
            Whose::Person => self.person_parts(),
        };
        let items = if of == Whose::Unit { self.whole_item_codes() } else { Vec::new() };
        let measures = self.codes("measure", &self.tables.measure, |raw| raw.code.get_ref());
        let known: Vec<String> = components.iter().chain(&items).chain(&measures).cloned().collect();
        let mut links = Vec::new();
        for text in codes {
            let (code, lower_first) = match text.trim().strip_prefix('-') {
                Some(code) => (code.trim(), true),
                None => (text.trim(), false),
            };
            if !self.known(spot, key, code, &known) {
                continue;
            }
            let chain_key = if components.iter().any(|known| known == code) {
                ChainKey::Component(ComponentCode::new(code))
            } else if items.iter().any(|known| known == code) {
                ChainKey::Item(ItemCode::new(code))
            } else {
                ChainKey::Measure(self.measure(spot, key, code, reads(of)))
            };
            links.push(ChainLink { key: chain_key, lower_first });
        }
        links
    }
}

/// The grades below one, in the order of the bands.
fn lower(check: &Check<'_>, of: Whose, grade: &str) -> Vec<String> {
    let order = order_of_grades(check, of);
    order.into_iter().skip_while(|name| name != grade).skip(1).collect()
}
