//! What rises, what lasts and what adds up (F3, F5; 4.15).

use super::{charged, event, on, rule, sanction, scheme, struck, tally};
use crate::charges::Charge;
use crate::facts::{Event, Sanction, SanctionState};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{
    AccumulatedOver, Accumulation, Effect, EffectOn, EffectRow, Escalation, EscalationCounts, Worth,
};
use crate::tally::Tally;

/// One principal, or two or more other members, sanctioned: the unit is struck by V1 (S07).
fn escalating() -> Worth {
    let mut worth = scheme().worth;
    worth.escalations.push(Escalation {
        code: "UP".to_owned(),
        name: "班子成员受处分".to_owned(),
        counts: EscalationCounts::Sanctions,
        kinds: Vec::new(),
        grounds: Vec::new(),
        rows: vec![(RoleKind::Principal, 1), (RoleKind::Member, 2)],
        ground: "V1".into(),
        rule: rule("escalation:UP"),
    });
    worth
}

fn with_sanctions(sanctions: Vec<Sanction>) -> Tally {
    Tally { sanctions, ..tally(Vec::new()) }
}

#[test]
fn f3_two_members_or_the_principal_strike_the_unit() {
    let worth = escalating();
    let found = |sanctions| struck(&charged(&with_sanctions(sanctions), &worth));
    // One member is not enough; two sanctions of one member are one person.
    let m = |id, day| sanction(id, "M", "警告", day);
    assert!(found(vec![m("S1", "2015-02-01")]).is_empty());
    assert!(found(vec![m("S1", "2015-02-01"), m("S2", "2015-09-01")]).is_empty());
    // Two members: the unit, and downward its principal on the day of the second sanction.
    let two = vec![m("S1", "2015-02-01"), sanction("S2", "D1", "警告", "2015-09-01")];
    assert_eq!(found(two), ["A unit 不合格", "NEW principal 基本合格"]);
    // The principal alone; it falls back on himself.
    let alone = vec![sanction("S1", "OLD", "警告", "2015-04-01")];
    assert_eq!(found(alone), ["A unit 不合格", "OLD principal 基本合格"]);
    // A deputy and a member are two of the team; what was revoked, is under way or of another year does not count.
    let state = |state| Sanction { state, ..sanction("S2", "D1", "警告", "2015-09-01") };
    assert!(found(vec![m("S1", "2015-02-01"), state(SanctionState::Revoked)]).is_empty());
    assert!(found(vec![m("S1", "2015-02-01"), state(SanctionState::UnderWay)]).is_empty());
    assert!(found(vec![m("S1", "2015-02-01"), sanction("S2", "D1", "警告", "2014-09-01")]).is_empty());
}

#[test]
fn f3_the_evidence_is_the_rows_that_count() {
    let worth = escalating();
    let two = vec![sanction("S1", "M", "警告", "2015-02-01"), sanction("S2", "D1", "警告", "2015-09-01")];
    let found = charged(&with_sanctions(two), &worth);
    let unit = &found.charges[0];
    assert_eq!(unit.places.len(), 2);
    assert_eq!(unit.event.date, on::<chrono::NaiveDate>("2015-09-01"));
    assert_eq!(unit.through.as_ref().map(|rule| rule.id.as_str()), Some("escalation:UP"));
}

#[test]
fn f5_caps_last_for_the_years_of_the_ground() {
    // Honours cancelled this and next year (S23): an event of 2014 on a ground of two years caps in 2015, not one of 2013.
    let mut worth = scheme().worth;
    let found = |worth: &Worth, day| struck(&charged(&tally(vec![event("E", "V2", day, None, None)]), worth));
    assert!(found(&worth, "2014-06-01").is_empty());
    let v2 = worth.grounds.iter_mut().find(|ground| ground.code.as_str() == "V2").expect("V2");
    v2.years = 2;
    // The principal of the day of 2014 carries it on, though he moved in 2015.
    assert_eq!(found(&worth, "2014-06-01"), ["A unit 合格", "OLD principal 合格"]);
    assert!(found(&worth, "2013-06-01").is_empty());
    // A deduction was taken in its own year.
    let v2 = worth.grounds.iter_mut().find(|ground| ground.code.as_str() == "V2").expect("V2");
    v2.effects = vec![EffectRow { on: EffectOn::Unit, effect: Effect::Lower(1) }];
    assert_eq!(found(&worth, "2014-06-01"), ["A unit 合格", "OLD principal 合格"]);
}

fn accumulating(over: AccumulatedOver, years: u32, on_whom: EffectOn) -> Worth {
    let mut worth = scheme().worth;
    worth.accumulations.push(Accumulation {
        code: "ACC".to_owned(),
        name: "任期内两次一票否决".to_owned(),
        grounds: vec!["V2".into()],
        over,
        years,
        term_from: Some(on("2011-01-01")),
        at_least: if over == AccumulatedOver::ConsecutiveYears { 1 } else { 2 },
        on: on_whom,
        effects: vec![Effect::Cap("不合格".into())],
        list: Some("组织调整建议".to_owned()),
        reason: "任期内两次被一票否决".to_owned(),
        rule: rule("accumulation:ACC"),
    });
    worth
}

/// Who is struck by the accumulation, and how often it is proposed.
fn added(worth: &Worth, days: &[&str]) -> (Vec<String>, usize) {
    let events = (1..).zip(days).map(|(n, day)| event(&format!("E{n}"), "V2", day, None, None)).collect();
    let found = charged(&tally(events), worth);
    let own = |charge: &&Charge| charge.rule.id.as_str() == "accumulation:ACC";
    let who = found.charges.iter().filter(own).map(|charge| charge.subject.code().to_owned()).collect();
    (who, found.accumulated.len())
}

#[test]
fn f5_two_vetoes_in_one_term_of_the_leader() {
    let worth = accumulating(AccumulatedOver::Term, 1, EffectOn::Principal);
    // OLD led A in 2012 and in March 2015; in June 2015 it is NEW, who has only one.
    assert_eq!(added(&worth, &["2012-06-01", "2015-03-01"]), (vec!["OLD".to_owned()], 1));
    assert_eq!(added(&worth, &["2012-06-01", "2015-06-01"]), (vec![], 0));
    // Before the term; and two that were full last year and nothing new.
    assert_eq!(added(&worth, &["2010-12-31", "2015-03-01"]), (vec![], 0));
    assert_eq!(added(&worth, &["2012-06-01", "2014-03-01"]), (vec![], 0));
}

#[test]
fn f5_consecutive_years_and_a_span_of_years() {
    let running = accumulating(AccumulatedOver::ConsecutiveYears, 2, EffectOn::Unit);
    assert_eq!(added(&running, &["2014-06-01", "2015-06-01"]).0, ["A"]);
    assert_eq!(added(&running, &["2013-06-01", "2015-06-01"]).0, Vec::<String>::new());
    assert_eq!(added(&running, &["2015-06-01", "2015-07-01"]).0, Vec::<String>::new());
    let span = accumulating(AccumulatedOver::Years, 3, EffectOn::Unit);
    assert_eq!(added(&span, &["2013-06-01", "2015-06-01"]).0, ["A"]);
    assert_eq!(added(&span, &["2012-06-01", "2015-06-01"]).0, Vec::<String>::new());
}

#[test]
fn a_revoked_event_adds_nothing() {
    let worth = accumulating(AccumulatedOver::Years, 3, EffectOn::Unit);
    let first = Event { revoked: true, ..event("E1", "V2", "2014-06-01", None, None) };
    let found = charged(&tally(vec![first, event("E2", "V2", "2015-06-01", None, None)]), &worth);
    assert!(found.accumulated.is_empty());
}
