//! Gates before a grade, triggers of lists and reviews, ceilings on a whole set.

use super::Check;
use super::bands::{grade_names, order_of_grades, reads, tag};
use super::conditions::Reads;
use super::grounds::effects;
use super::head::named;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::{RawCondition, RawGate, RawTrigger};
use crate::scheme::words::Named;
use crate::scheme::worth::{Ceiling, CeilingExceeded, Effect, EffectOn, Gate, QuotaPool, Trigger, Whose};
use crate::terms::{Grade, TriggerCode};

/// Whether there is a condition at all; one is needed.
fn need_condition(check: &mut Check<'_>, spot: &Spot, all: &[RawCondition], any: &[RawCondition]) {
    if all.is_empty() && any.is_empty() && !spot.says("any") {
        check.ask(spot, "when");
    }
}

fn of_people(check: &mut Check<'_>, spot: &Spot, of: Whose) {
    if of == Whose::Person && !check.has_people() {
        check.unused(spot, "for", "方案没有 [people]，个人不定等次", "the scheme has no [people]; nobody is graded");
    }
}

pub(super) fn gates(check: &mut Check<'_>) -> Vec<Gate> {
    let entries: Vec<&Entry<RawGate>> = check.tables.gate.iter().collect();
    entries.into_iter().filter_map(|entry| gate(check, entry)).collect()
}

fn gate(check: &mut Check<'_>, entry: &Entry<RawGate>) -> Option<Gate> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("gate:{code}"), spot, &raw.basis, raw.assumed);
    of_people(check, spot, raw.of);
    need_condition(check, spot, &raw.when, &raw.any);
    let when = check.when(spot, &raw.when, &raw.any, reads(raw.of));
    let grade = check.need(spot, "grade", &raw.grade);
    let otherwise = check.need(spot, "otherwise", &raw.otherwise);
    let reason = check.need(spot, "reason", &raw.reason);
    let (grade, otherwise) = (grade?, otherwise?);
    let grades = grade_names(check, raw.of);
    if !check.tables.lost("band") && check.known(spot, "grade", &grade, &grades) {
        let order = order_of_grades(check, raw.of);
        let below: Vec<String> = order.into_iter().skip_while(|name| name != grade.trim()).skip(1).collect();
        if check.known(spot, "otherwise", &otherwise, &grades) && !below.iter().any(|name| name == otherwise.trim()) {
            check.out_of_range(
                spot,
                "otherwise",
                &otherwise,
                "低于 grade 的等次",
                "a grade below the one that is barred",
            );
        }
    }
    Some(Gate {
        of: raw.of,
        grade: Grade::new(&grade),
        when,
        reason: reason.unwrap_or_default().trim().to_owned(),
        otherwise: Grade::new(&otherwise),
        code,
        rule,
    })
}

pub(super) fn triggers(check: &mut Check<'_>) -> (Vec<Named<TriggerCode>>, Vec<Trigger>) {
    let entries: Vec<&Entry<RawTrigger>> = check.tables.trigger.iter().collect();
    let triggers: Vec<Trigger> = entries.into_iter().map(|entry| trigger(check, entry)).collect();
    let words = triggers.iter().filter(|trigger| trigger.review);
    (words.map(|trigger| named(trigger.code.as_str(), &trigger.name, &[])).collect(), triggers)
}

fn trigger(check: &mut Check<'_>, entry: &Entry<RawTrigger>) -> Trigger {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = TriggerCode::new(raw.code.get_ref());
    let rule = check.rule(&format!("trigger:{code}"), spot, &raw.basis, raw.assumed);
    of_people(check, spot, raw.of);
    need_condition(check, spot, &raw.when, &raw.any);
    // A review comes before the places, so it reads no grade of its own kind.
    let latest = if raw.review { reads(raw.of) } else { Reads::Grades };
    let when = check.when(spot, &raw.when, &raw.any, latest);
    let effects = effects(check, spot, &raw.effects);
    if raw.review {
        check.need_rows(spot, "effects", &raw.effects);
    } else {
        check.need(spot, "list", &raw.list);
        if spot.says("effects") {
            check.unused(spot, "effects", "只用于 review = true", "used with review = true only");
        }
    }
    for row in &effects {
        let reaches = match (raw.of, &row.on) {
            (Whose::Unit, EffectOn::Person | EffectOn::InCharge) => false,
            (Whose::Unit, _) => true,
            (Whose::Person, on) => *on == EffectOn::Person,
        };
        if !reaches {
            let (zh, en) = match raw.of {
                Whose::Unit => (
                    "unit、principal、member、team、supervisor 或 role:代码",
                    "unit, principal, member, team, supervisor or role:CODE",
                ),
                Whose::Person => ("person", "person"),
            };
            check.out_of_range(spot, "effects", row.on.word(), zh, en);
        }
        if row.effect.is_on_score() {
            let (name, _) = row.effect.fact();
            let (zh, en) = (
                "cap、lower、ungraded 或 no_honours（复核时得分已定）",
                "cap, lower, ungraded or no_honours; scores stand by then",
            );
            check.out_of_range(spot, "effects", name, zh, en);
        }
    }
    let effects = effects.into_iter().filter(|row| !matches!(row.effect, Effect::NilTotal)).collect();
    let reason = check.need(spot, "reason", &raw.reason).unwrap_or_default().trim().to_owned();
    let list = raw.list.as_deref().map(str::trim).map(str::to_owned);
    Trigger {
        name: raw.name.trim().to_owned(),
        of: raw.of,
        when,
        list,
        review: raw.review,
        effects,
        reason,
        code,
        rule,
    }
}

pub(super) fn ceilings(check: &mut Check<'_>) -> Vec<Ceiling> {
    let mut ceilings = Vec::new();
    for entry in &check.tables.ceiling {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("ceiling:{}:{code}", tag(raw.of)), spot, &raw.basis, raw.assumed);
        of_people(check, spot, raw.of);
        let pool = check.need(spot, "pool", &raw.pool).unwrap_or(QuotaPool::All);
        if raw.of == Whose::Unit && matches!(pool, QuotaPool::Role | QuotaPool::GroupAndRole | QuotaPool::Layer) {
            check.out_of_range(spot, "pool", "role", "单位：group 或 all", "group or all, for units");
        }
        let mean_at_most = check.number(spot, "mean_at_most", &raw.mean_at_most);
        let exceeded = check.need(spot, "exceeded", &raw.exceeded).unwrap_or(CeilingExceeded::Warning);
        ceilings.push(Ceiling { of: raw.of, pool, mean_at_most, exceeded, code, rule });
    }
    ceilings
}
