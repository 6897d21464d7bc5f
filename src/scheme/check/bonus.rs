//! Veto grounds.

use super::Check;
use super::bands::grade_names;
use super::head::named;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawGround;
use crate::scheme::words::Named;
use crate::scheme::worth::{Ground, Whose};
use crate::terms::{Grade, GroundCode};

pub(super) fn grounds(check: &mut Check<'_>) -> (Vec<Named<GroundCode>>, Vec<Ground>) {
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.ground {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = GroundCode::new(raw.code.get_ref());
        let rule = check.rule(&format!("ground:{code}"), spot, &raw.basis, raw.assumed);
        let ground = Ground {
            name: raw.name.trim().to_owned(),
            unit: effect(check, spot, "unit", &raw.unit, Whose::Unit),
            principal: effect(check, spot, "principal", &raw.principal, Whose::Person),
            in_charge: effect(check, spot, "in_charge", &raw.in_charge, Whose::Person),
            person: effect(check, spot, "person", &raw.person, Whose::Person),
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

/// The highest grade left, or nothing for `"none"`.
fn effect(check: &mut Check<'_>, spot: &Spot, key: &str, value: &Option<String>, of: Whose) -> Option<Grade> {
    if of == Whose::Person && !check.has_people() && value.is_none() {
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
    let nobody = ground.unit.is_none() && ground.principal.is_none();
    if nobody && ground.in_charge.is_none() && ground.person.is_none() && entry.raw.unit.as_deref() == Some("none") {
        check.unused(&entry.spot, "unit", "这一事由对谁都没有影响", "this ground has no effect on anybody");
    }
}
