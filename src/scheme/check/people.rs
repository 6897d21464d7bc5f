//! How people are scored, and which of their posts count.

use super::Check;
use super::head::named;
use super::roles::{role, spoken_of};
use crate::exact::Exact;
use crate::scheme::load::Spot;
use crate::scheme::raw::{Limit, RawPeople};
use crate::scheme::words::RoleWords;
use crate::scheme::worth::{
    PartSource, PeopleRule, PostRule, Role, ShortService, Transfer, TwoPosts, UnitChange, WhenMissing, Whose,
};
use crate::terms::{PollCode, RoleCode};

pub(super) fn people(check: &mut Check<'_>) -> (Vec<RoleWords>, Option<PeopleRule>) {
    let post_rules = post_rules(check);
    let Some(entry) = check.tables.people.as_ref() else { return (Vec::new(), None) };
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("people", spot, &raw.basis, raw.assumed);
    let own = raw.roles.iter().any(|role| {
        let weighed = role.weights.iter().any(|(part, weight)| part.trim() == "own" && !weight.0.is_zero());
        weighed || role.own_share.as_ref().is_some_and(|share| !share.0.is_zero())
    });
    let known = check.poll_codes();
    match &raw.poll {
        Some(poll) => {
            check.known(spot, "poll", poll, &known);
        }
        None if own => check.ask(spot, "poll"),
        None => {}
    }
    check.need_rows(spot, "roles", &raw.roles);
    let (mut words, mut roles) = (Vec::new(), Vec::new());
    for (n, row) in raw.roles.iter().enumerate() {
        words.push(RoleWords { named: named(&row.code, &row.name, &row.aliases), kind: row.kind });
        roles.push(role(check, spot, n, row));
    }
    let transfer = check.need(spot, "transfer", &raw.transfer).unwrap_or(Transfer::AtEnd);
    let two_posts = check.need(spot, "two_posts", &raw.two_posts).unwrap_or(TwoPosts::Main);
    let missing_own = if own {
        check.need(spot, "missing_own", &raw.missing_own).unwrap_or(WhenMissing::Pend)
    } else {
        raw.missing_own.unwrap_or(WhenMissing::Pend)
    };
    let rule = PeopleRule {
        poll: raw.poll.as_deref().map(PollCode::new),
        cutoff: cutoff(check, spot, raw, transfer),
        missing_part: missing_part(check, spot, raw, &roles),
        service: service(check, spot, raw),
        cap: ends(check, spot, "cap", &raw.cap),
        floor: ends(check, spot, "floor", &raw.floor),
        roles,
        post_rules,
        transfer,
        two_posts,
        missing_own,
        rule,
    };
    (words, Some(rule))
}

/// The day of the year that settles a transfer.
fn cutoff(check: &mut Check<'_>, spot: &Spot, raw: &RawPeople, transfer: Transfer) -> Option<(u32, u32)> {
    if transfer != Transfer::Cutoff {
        if spot.says("cutoff") {
            check.unused(spot, "cutoff", "只用于 transfer = \"cutoff\"", "used with transfer = \"cutoff\" only");
        }
        return None;
    }
    let text = check.need(spot, "cutoff", &raw.cutoff)?;
    Some(check.month_day(spot, "cutoff", &text))
}

/// Asked where a part can be missing beside a unit that has no total and the own ballots.
fn missing_part(check: &mut Check<'_>, spot: &Spot, raw: &RawPeople, roles: &[Role]) -> WhenMissing {
    let plain = |source: &PartSource| matches!(source, PartSource::Unit | PartSource::Own);
    if roles.iter().flat_map(|role| &role.parts).all(|part| plain(&part.source)) {
        if spot.says("missing_part") {
            let (zh, en) = ("各角色只有单位得分和本人测评", "roles are made of the unit's total and own ballots only");
            check.unused(spot, "missing_part", zh, en);
        }
        return WhenMissing::Pend;
    }
    check.need(spot, "missing_part", &raw.missing_part).unwrap_or(WhenMissing::Pend)
}

/// Asked where people have bonuses or penalties of their own; the lowest total also where an event can take points off.
fn ends(check: &mut Check<'_>, spot: &Spot, key: &str, value: &Option<Limit>) -> Option<Exact> {
    let claims = check.tables.family.iter().any(|family| family.raw.of == Some(Whose::Person));
    let deducted = key == "floor" && takes_points_off(check);
    if claims || deducted || value.is_some() {
        return check.limit(spot, key, value);
    }
    None
}

/// Whether the effect of an event, of several or of a confirmed review takes points off somebody's own total.
fn takes_points_off(check: &Check<'_>) -> bool {
    let tables = check.tables;
    let grounds = tables.ground.iter().flat_map(|entry| &entry.raw.effects);
    let several = tables.accumulation.iter().flat_map(|entry| &entry.raw.effects);
    let reviews = tables.trigger.iter().flat_map(|entry| &entry.raw.effects);
    grounds.chain(several).chain(reviews).any(|row| row.deduct.is_some() && row.on.trim() != "unit")
}

fn service(check: &mut Check<'_>, spot: &Spot, raw: &RawPeople) -> Option<(u32, ShortService)> {
    let Some(days) = raw.min_days else {
        if spot.says("short_service") && !spot.says("min_days") {
            check.unused(spot, "short_service", "没有 min_days", "there is no min_days");
        }
        return None;
    };
    if days == 0 {
        check.out_of_range(spot, "min_days", "0", "大于 0", "above 0");
    }
    Some((days, check.need(spot, "short_service", &raw.short_service)?))
}

/// Which of several posts held at once counts.
fn post_rules(check: &mut Check<'_>) -> Vec<PostRule> {
    let mut rules = Vec::new();
    for entry in &check.tables.post_rule {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let holds: Vec<RoleCode> = raw.holds.iter().map(|code| RoleCode::new(code)).collect();
        let counts_as = RoleCode::new(raw.counts_as.get_ref());
        let joined = holds.iter().map(RoleCode::as_str).collect::<Vec<_>>().join("+");
        let rule = check.rule(&format!("post_rule:{joined}"), spot, &raw.basis, raw.assumed);
        let people = check.tables.people.as_ref();
        match people {
            None => check.unused(spot, "holds", "方案没有 [people]", "the scheme has no [people]"),
            Some(people) => {
                let known: Vec<String> = people.raw.roles.iter().map(|role| role.code.trim().to_owned()).collect();
                for code in &raw.holds {
                    check.known(spot, "holds", code, &known);
                }
            }
        }
        if holds.len() < 2 || holds.iter().enumerate().any(|(at, code)| holds[..at].contains(code)) {
            let (zh, en) = ("至少两种不同的角色", "two different roles or more");
            check.out_of_range(spot, "holds", &spoken_of(&raw.holds), zh, en);
        }
        if !holds.contains(&counts_as) {
            let (zh, en) = ("holds 中的一种角色", "one of the roles in holds");
            check.out_of_range(spot, "counts_as", counts_as.as_str(), zh, en);
        }
        rules.push(PostRule { holds, counts_as, rule });
    }
    rules
}

/// Units set up, merged or abolished inside the year.
pub(super) fn unit_change(check: &mut Check<'_>) -> Option<UnitChange> {
    let entry = check.tables.unit_change.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("unit_change", spot, &raw.basis, raw.assumed);
    let before = check.need(spot, "before", &raw.before);
    let dissolved = check.need(spot, "dissolved", &raw.dissolved);
    Some(UnitChange { before: before?, dissolved: dissolved?, rule })
}
