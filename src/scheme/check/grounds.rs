//! Veto grounds, their effects, what adds up and what rises from people to their unit.

use super::Check;
use super::bands::grade_names;
use super::head::named;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::{RawAccumulation, RawEffect, RawEscalation, RawGround};
use crate::scheme::words::{MeasureFrom, Named};
use crate::scheme::worth::{
    AccumulatedOver, Accumulation, Effect, EffectOn, EffectRow, Escalation, EscalationCounts, Ground, Track, Whose,
};
use crate::terms::{Grade, GroundCode, ItemCode, RoleCode, SanctionCode};

pub(super) fn grounds(check: &mut Check<'_>) -> (Vec<Named<GroundCode>>, Vec<Ground>) {
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.ground {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = GroundCode::new(raw.code.get_ref());
        let rule = check.rule(&format!("ground:{code}"), spot, &raw.basis, raw.assumed);
        // With further effects the four keys say only what they say.
        let asked = raw.effects.is_empty();
        let ground = Ground {
            name: raw.name.trim().to_owned(),
            unit: highest(check, spot, "unit", &raw.unit, Whose::Unit, asked),
            principal: highest(check, spot, "principal", &raw.principal, Whose::Person, asked),
            in_charge: highest(check, spot, "in_charge", &raw.in_charge, Whose::Person, asked),
            person: highest(check, spot, "person", &raw.person, Whose::Person, asked),
            effects: effects(check, spot, &raw.effects),
            years: years(check, spot, raw.years),
            needs_document: raw.needs_document,
            authority: raw.authority.as_deref().map(str::trim).map(str::to_owned),
            decision_may_lift: check.need(spot, "decision_may_lift", &raw.decision_may_lift).unwrap_or_default(),
            code,
            rule,
        };
        without_effect(check, entry, &ground);
        words.push(named(ground.code.as_str(), &raw.name, &raw.aliases));
        worth.push(ground);
    }
    (words, worth)
}

/// In how many years the caps hold; one where nothing is said.
fn years(check: &mut Check<'_>, spot: &Spot, years: Option<u32>) -> u32 {
    if let Some(years) = years.filter(|years| !(1..=20).contains(years)) {
        check.out_of_range(spot, "years", &years.to_string(), "1 至 20", "1 to 20");
    }
    years.unwrap_or(1).clamp(1, 20)
}

/// The highest grade left, or nothing for `"none"`.
fn highest(
    check: &mut Check<'_>,
    spot: &Spot,
    key: &str,
    value: &Option<String>,
    of: Whose,
    asked: bool,
) -> Option<Grade> {
    if value.is_none() && (!asked || (of == Whose::Person && !check.has_people())) {
        return None;
    }
    let value = check.need(spot, key, value)?;
    if value.trim() == "none" {
        return None;
    }
    let known = grade_names(check, of);
    if !check.tables.lost("band") {
        check.known(spot, key, &value, &known);
    }
    Some(Grade::new(&value))
}

fn without_effect(check: &mut Check<'_>, entry: &Entry<RawGround>, ground: &Ground) {
    let nobody = ground.all_effects().next().is_none();
    if nobody && entry.raw.unit.as_deref() == Some("none") && !is_read_elsewhere(check, entry.raw.code.get_ref().trim())
    {
        check.unused(&entry.spot, "unit", "这一事由对谁都没有影响", "this ground has no effect on anybody");
    }
}

/// Whether another rule reads the events of a ground: they then lead to something, though to no grade.
fn is_read_elsewhere(check: &Check<'_>, code: &str) -> bool {
    let tables = check.tables;
    let named = |grounds: &[String]| grounds.iter().any(|ground| ground.trim() == code);
    let reads = |grounds: &[String]| grounds.is_empty() || named(grounds);
    tables.ladder.iter().any(|entry| reads(&entry.raw.grounds))
        || tables.responsibility.iter().any(|entry| reads(&entry.raw.grounds))
        || tables.procedure.iter().any(|entry| reads(&entry.raw.grounds))
        || tables.deadline.iter().any(|entry| entry.raw.of == Some(Track::Events) && reads(&entry.raw.grounds))
        || tables.measure.iter().any(|entry| entry.raw.from == Some(MeasureFrom::Events) && reads(&entry.raw.grounds))
        || tables.accumulation.iter().any(|entry| named(&entry.raw.grounds))
        || tables.escalation.iter().any(|entry| named(&entry.raw.grounds))
}

/// The rows of `effects`: each key beside `on` is one effect.
pub(super) fn effects(check: &mut Check<'_>, spot: &Spot, rows: &[RawEffect]) -> Vec<EffectRow> {
    let mut effects = Vec::new();
    for row in rows {
        let Some(on) = on(check, spot, "effects", &row.on) else { continue };
        for effect in effects_of(check, spot, row, on == EffectOn::Unit) {
            effects.push(EffectRow { on: on.clone(), effect });
        }
    }
    effects
}

/// Whom an effect, or a count, is about.
pub(super) fn on(check: &mut Check<'_>, spot: &Spot, key: &str, word: &str) -> Option<EffectOn> {
    let on = match word.trim() {
        "unit" => EffectOn::Unit,
        "principal" => EffectOn::Principal,
        "in_charge" => EffectOn::InCharge,
        "person" => EffectOn::Person,
        "member" => EffectOn::Member,
        "team" => EffectOn::Team,
        "supervisor" => EffectOn::Supervisor,
        other => match other.strip_prefix("role:") {
            Some(role) => {
                let known = check.role_codes();
                check.known(spot, key, role, &known);
                EffectOn::Role(RoleCode::new(role))
            }
            None => {
                let words = "unit | principal | in_charge | person | member | team | supervisor | role:…";
                check.out_of_range(spot, key, other, words, words);
                return None;
            }
        },
    };
    if on != EffectOn::Unit && !check.has_people() {
        check.unused(spot, key, "方案没有 [people]，影响不到个人", "the scheme has no [people]; nobody is reached");
    }
    Some(on)
}

fn effects_of(check: &mut Check<'_>, spot: &Spot, row: &RawEffect, is_unit: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(grade) = &row.cap {
        let known = grade_names(check, if is_unit { Whose::Unit } else { Whose::Person });
        if !check.tables.lost("band") {
            check.known(spot, "effects", grade, &known);
        }
        effects.push(Effect::Cap(Grade::new(grade)));
    }
    if let Some(n) = row.lower {
        if n == 0 {
            check.out_of_range(spot, "effects", "lower = 0", "至少 1 档", "at least 1");
        }
        effects.push(Effect::Lower(n));
    }
    if let Some(points) = &row.deduct {
        if points.0.is_negative() || points.0.is_zero() {
            let found = format!("deduct = {}", points.0);
            check.out_of_range(spot, "effects", &found, "大于 0（扣分写正数）", "above 0 (points off)");
        }
        effects.push(Effect::Deduct(points.0.clone()));
    }
    if let Some(item) = &row.nil_item {
        if is_unit {
            let known = check.whole_item_codes();
            check.known(spot, "effects", item, &known);
        } else {
            check.out_of_range(spot, "effects", "nil_item", "只用于 on = \"unit\"", "used with on = \"unit\" only");
        }
        effects.push(Effect::NilItem(ItemCode::new(item)));
    }
    let flags =
        [(row.nil_total, Effect::NilTotal), (row.ungraded, Effect::Ungraded), (row.no_honours, Effect::NoHonours)];
    effects.extend(flags.into_iter().filter(|(set, _)| *set).map(|(_, effect)| effect));
    if effects.is_empty() {
        check.ask(spot, "effect");
    }
    effects
}

pub(super) fn accumulations(check: &mut Check<'_>) -> Vec<Accumulation> {
    let entries: Vec<&Entry<RawAccumulation>> = check.tables.accumulation.iter().collect();
    entries.into_iter().filter_map(|entry| accumulation(check, entry)).collect()
}

fn accumulation(check: &mut Check<'_>, entry: &Entry<RawAccumulation>) -> Option<Accumulation> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("accumulation:{code}"), spot, &raw.basis, raw.assumed);
    check.need_rows(spot, "grounds", &raw.grounds);
    let known = check.ground_codes();
    for ground in &raw.grounds {
        check.known(spot, "grounds", ground, &known);
    }
    let over = check.need(spot, "over", &raw.over);
    let at_least = check.need(spot, "at_least", &raw.at_least).unwrap_or(1);
    if at_least == 0 {
        check.out_of_range(spot, "at_least", "0", "至少 1", "at least 1");
    }
    let term_from = match over {
        Some(AccumulatedOver::Term) => {
            let text = check.need(spot, "term_from", &raw.term_from);
            text.and_then(|text| check.day(spot, "term_from", &text))
        }
        Some(_) => {
            check.need(spot, "years", &raw.years);
            None
        }
        None => None,
    };
    let years = years(check, spot, raw.years);
    let on = check.need(spot, "on", &raw.on).and_then(|word| on(check, spot, "on", &word));
    let mut effects = Vec::new();
    for row in &raw.effects {
        if raw.on.as_deref().map(str::trim) != Some(row.on.trim()) {
            check.out_of_range(spot, "effects", &row.on, "与 on 相同", "the same as on");
        }
        effects.extend(effects_of(check, spot, row, on == Some(EffectOn::Unit)));
    }
    // What adds up over the years is known before any score, but points are not its business.
    if effects.iter().any(|effect| matches!(effect, Effect::NilItem(_))) {
        check.out_of_range(spot, "effects", "nil_item", "cap、lower、deduct 等", "cap, lower, deduct …");
    }
    if effects.is_empty() && raw.list.is_none() && !spot.says("effects") {
        check.ask(spot, "effects");
    }
    Some(Accumulation {
        name: raw.name.trim().to_owned(),
        grounds: raw.grounds.iter().map(|ground| GroundCode::new(ground)).collect(),
        over: over?,
        years,
        term_from,
        at_least: at_least.max(1),
        on: on?,
        effects,
        list: raw.list.as_deref().map(str::trim).map(str::to_owned),
        reason: raw.reason.as_deref().unwrap_or(&raw.name).trim().to_owned(),
        code,
        rule,
    })
}

pub(super) fn escalations(check: &mut Check<'_>) -> Vec<Escalation> {
    let entries: Vec<&Entry<RawEscalation>> = check.tables.escalation.iter().collect();
    entries.into_iter().filter_map(|entry| escalation(check, entry)).collect()
}

fn escalation(check: &mut Check<'_>, entry: &Entry<RawEscalation>) -> Option<Escalation> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("escalation:{code}"), spot, &raw.basis, raw.assumed);
    let counts = check.need(spot, "counts", &raw.counts);
    let (kinds, grounds) = (check.sanction_codes(), check.ground_codes());
    for kind in &raw.kinds {
        check.known(spot, "kinds", kind, &kinds);
    }
    for ground in &raw.grounds {
        check.known(spot, "grounds", ground, &grounds);
    }
    let other = match counts {
        Some(EscalationCounts::Sanctions) => ("grounds", !raw.grounds.is_empty()),
        _ => ("kinds", !raw.kinds.is_empty() && counts.is_some()),
    };
    if other.1 {
        check.unused(spot, other.0, "与 counts 不符", "it does not go with counts");
    }
    check.need_rows(spot, "rows", &raw.rows);
    if raw.rows.iter().any(|row| row.at_least == 0) {
        check.out_of_range(spot, "rows", "at_least = 0", "至少 1 人", "at least 1");
    }
    let ground = check.need(spot, "ground", &raw.ground)?;
    check.known(spot, "ground", &ground, &grounds);
    if raw.grounds.iter().any(|counted| counted.trim() == ground.trim()) {
        check.out_of_range(spot, "ground", &ground, "不在所计事由之内", "not one of those counted");
    }
    Some(Escalation {
        name: raw.name.trim().to_owned(),
        counts: counts?,
        kinds: raw.kinds.iter().map(|kind| SanctionCode::new(kind)).collect(),
        grounds: raw.grounds.iter().map(|ground| GroundCode::new(ground)).collect(),
        rows: raw.rows.iter().map(|row| (row.role_kind, row.at_least.max(1))).collect(),
        ground: GroundCode::new(&ground),
        code,
        rule,
    })
}
