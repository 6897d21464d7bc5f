//! Events: who is reached, by which effect (F1–F4, F6, F8; 4.15).

use super::{charged, event, on, people, post, scheme, struck, tally};
use crate::charges::{Reach, reached};
use crate::exact::Exact;
use crate::facts::Event;
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{Effect, EffectOn, EffectRow, Worth};

fn hit_by(events: Vec<Event>) -> Vec<String> {
    struck(&charged(&tally(events), &scheme().worth))
}

#[test]
fn f6_the_principal_of_the_day_carries_it() {
    let v1 = |on| hit_by(vec![event("E", "V1", on, Some("采购"), Some("M"))]);
    let others = ["A unit 不合格", "D1 in_charge 基本合格", "M person 不合格"];
    let with = |principal: &'static str| [&others[..], &[principal]].concat();
    assert_eq!(v1("2015-03-18"), with("OLD principal 基本合格"));
    // The last day of the one and the first of the other.
    assert_eq!(v1("2015-05-10"), with("OLD principal 基本合格"));
    assert_eq!(v1("2015-05-11"), with("NEW principal 基本合格"));
}

#[test]
fn only_the_one_in_charge_of_the_matter_is_hit() {
    let v2 = |matter| hit_by(vec![event("E", "V2", "2015-08-20", matter, None)]);
    assert_eq!(v2(Some("基建")), ["A unit 合格", "D2 in_charge 合格", "NEW principal 合格"]);
    assert_eq!(v2(Some("信访")), ["A unit 合格", "NEW principal 合格"]);
    assert_eq!(v2(None), ["A unit 合格", "NEW principal 合格"]);
}

#[test]
fn grounds_hit_those_they_name() {
    let v3 = hit_by(vec![event("E", "V3", "2015-09-05", Some("采购"), Some("M"))]);
    assert_eq!(v3, ["A unit 基本合格", "M person 基本合格", "NEW principal 合格"]);
    assert_eq!(hit_by(vec![event("E", "V4", "2015-04-22", None, Some("D2"))]), ["D2 person 合格"]);
}

#[test]
fn revoked_events_and_later_years_hit_nobody() {
    let v1 = || event("E", "V1", "2015-03-18", None, None);
    assert!(hit_by(vec![Event { revoked: true, ..v1() }]).is_empty());
    assert!(hit_by(vec![Event { year: 2016, ..v1() }]).is_empty());
}

#[test]
fn the_relations_of_a_day() {
    let mut all = people();
    // X sits in unit B, and is in charge of unit A from March on.
    let mut above = post("B", RoleKind::Member, "2015-03-01", None, &[]);
    above.supervises = vec!["A".into()];
    all.push(super::person("X", vec![above]));
    let who = |word: &EffectOn, day| {
        let reach = Reach { unit: &"A".into(), person: None, matter: None, day: on(day) };
        reached(word, reach, &all).iter().map(|subject| subject.code().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(who(&EffectOn::Member, "2015-03-18"), "D1 D2 M");
    assert_eq!(who(&EffectOn::Team, "2015-03-18"), "D1 D2 M OLD");
    assert_eq!(who(&EffectOn::Team, "2015-06-01"), "D1 D2 M NEW");
    assert_eq!(who(&EffectOn::Supervisor, "2015-02-28"), "");
    assert_eq!(who(&EffectOn::Supervisor, "2015-03-01"), "X");
    assert_eq!(who(&EffectOn::Role("role".into()), "2015-03-18"), "D1 D2 M OLD");
}

/// The scheme with a ground W that does this and nothing else.
fn with_effects(effects: Vec<(EffectOn, Effect)>) -> Worth {
    let mut worth = scheme().worth;
    let ground = &mut worth.grounds[0];
    ground.code = "W".into();
    (ground.unit, ground.principal, ground.in_charge, ground.person) = (None, None, None, None);
    ground.effects = effects.into_iter().map(|(on, effect)| EffectRow { on, effect }).collect();
    worth
}

#[test]
fn f8_warnings_by_colour() {
    // 黄 −2, 橙 −4, 红 one grade lower (S25), on unit and principal alike.
    let points = |n: i64| Effect::Deduct(Exact::from(n));
    for (effect, told) in [(points(2), "deduct:2"), (points(4), "deduct:4"), (Effect::Lower(1), "lower:1")] {
        let worth = with_effects(vec![(EffectOn::Unit, effect.clone()), (EffectOn::Principal, effect)]);
        let found = struck(&charged(&tally(vec![event("E", "W", "2015-06-01", None, None)]), &worth));
        assert_eq!(found, [format!("A unit {told}"), format!("NEW principal {told}")]);
    }
}

#[test]
fn a_ground_that_needs_a_document() {
    let mut worth = with_effects(vec![(EffectOn::Unit, Effect::Cap("合格".into()))]);
    worth.grounds[0].needs_document = true;
    let without = Event { document: "待补".into(), ..event("E", "W", "2015-06-01", None, None) };
    let found = charged(&tally(vec![without]), &worth);
    assert!(found.charges.is_empty());
    assert_eq!(found.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["G010"]);
    assert_eq!(struck(&charged(&tally(vec![event("E", "W", "2015-06-01", None, None)]), &worth)), ["A unit 合格"]);
}

#[test]
fn one_reached_in_two_ways_loses_points_once() {
    let off = || Effect::Deduct(Exact::from(2));
    let worth = with_effects(vec![(EffectOn::Principal, off()), (EffectOn::Team, off())]);
    let found = struck(&charged(&tally(vec![event("E", "W", "2015-06-01", None, None)]), &worth));
    let expected = ["D1 team deduct:2", "D2 team deduct:2", "M team deduct:2", "NEW principal deduct:2"];
    assert_eq!(found, expected);
}
