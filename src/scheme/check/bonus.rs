//! Bonus and penalty families, and veto grounds.

use super::Check;
use super::bands::grade_names;
use super::head::named;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawGround;
use crate::scheme::words::{FamilyWords, Named, Sign};
use crate::scheme::worth::{Family, Ground, Whose};
use crate::terms::{FamilyCode, Grade, GroundCode};

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
        check.need_rows(spot, "levels", &raw.levels);
        for level in &raw.levels {
            if level.points.0.is_negative() || level.points.0.is_zero() {
                let found = format!("{} {}", level.name, level.points.0);
                check.out_of_range(
                    spot,
                    "levels",
                    &found,
                    "大于 0（扣分由 sign 表示）",
                    "above 0 (sign says which way)",
                );
            }
        }
        words.push(FamilyWords {
            named: named(code.as_str(), &raw.name, &[]),
            levels: raw.levels.iter().map(|level| named(&level.name, &level.name, &level.aliases)).collect(),
            sign,
        });
        let levels = raw.levels.iter().map(|level| (level.name.trim().to_owned(), level.points.0.clone()));
        worth.push(Family { code, name: raw.name.trim().to_owned(), sign, cap, levels: levels.collect(), rule });
    }
    (words, worth)
}

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
