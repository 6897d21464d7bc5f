//! Vetoes: who is hit, how far, and what a decision can do about it (F1–F6, 4.15, 4.16).

use super::{d, day, decision, entrants, graded, grades, hit, nowhere, scheme, unit};
use crate::diag::Findings;
use crate::exact::Mode;
use crate::facts::{Event, Person, Post};
use crate::grades::decide::{Round, decide};
use crate::grades::vetoes::hits;
use crate::scheme::words::RoleKind;
use crate::scheme::worth::Whose;
use crate::scores::{PersonScore, Scored};

#[test]
fn a_cap_lowers_and_never_raises() {
    let mut worth = scheme().worth;
    worth.quotas.clear();
    let all = entrants(&["95", "85", "65", "50"]);
    let cap = |cap: &str| ["U1", "U2", "U3", "U4"].map(|code| hit(code, cap, false));
    assert_eq!(grades(&graded(&worth, &all, &cap("合格"), &[]).0), "合格 合格 基本合格 不合格");
    assert_eq!(grades(&graded(&worth, &all, &cap("不合格"), &[]).0), "不合格 不合格 不合格 不合格");
    // Two caps: the lower one holds, in whichever order.
    let both = [hit("U1", "基本合格", false), hit("U1", "合格", false)];
    assert_eq!(grades(&graded(&worth, &all, &both, &[]).0), "基本合格 良好 基本合格 不合格");
    let turned = [hit("U1", "合格", false), hit("U1", "基本合格", false)];
    assert_eq!(grades(&graded(&worth, &all, &turned, &[]).0), "基本合格 良好 基本合格 不合格");
}

#[test]
fn a_decision_against_a_veto() {
    let mut worth = scheme().worth;
    worth.quotas.clear();
    let all = entrants(&["95"]);
    for (may_lift, decided, grade) in [
        (false, "合格", "基本合格"), // refused: the veto stands
        (true, "合格", "合格"),
        (true, "优秀", "优秀"),
        (false, "不合格", "不合格"), // lower than the veto leaves: the committee may
        (false, "基本合格", "基本合格"),
    ] {
        let (outcomes, _) = graded(&worth, &all, &[hit("U1", "基本合格", may_lift)], &[decision("U1", decided)]);
        assert_eq!(grades(&outcomes), grade, "{may_lift} {decided}");
    }
    // Of two vetoes only one may be lifted.
    let two = [hit("U1", "合格", false), hit("U1", "基本合格", true)];
    assert_eq!(grades(&graded(&worth, &all, &two, &[decision("U1", "合格")]).0), "合格");
    assert_eq!(grades(&graded(&worth, &all, &two, &[decision("U1", "良好")]).0), "基本合格");
}

#[test]
fn a_decision_settles_what_waits() {
    let worth = scheme().worth;
    let mut all = entrants(&["95"]);
    all[0].total = None;
    let (outcomes, _) = graded(&worth, &all, &[], &[decision("U1", "合格")]);
    assert_eq!(grades(&outcomes), "合格");
    assert_eq!(outcomes[0].why_not, None);
}

fn post(unit: &str, kind: RoleKind, from: (u32, u32), to: Option<(u32, u32)>, matters: &[&str]) -> Post {
    Post {
        unit: unit.into(),
        post: "职务".into(),
        role: "role".into(),
        kind,
        from: day(from.0, from.1),
        to: to.map(|(m, d)| day(m, d)),
        matters: matters.iter().map(|matter| (*matter).into()).collect(),
        main: false,
        layer: None,
        supervises: Vec::new(),
        managed_by: None,
        excluded: None,
        place: nowhere(),
    }
}

fn person(code: &str, posts: Vec<Post>) -> PersonScore {
    PersonScore {
        person: Person { code: code.into(), name: code.into(), posts, place: nowhere() },
        counted: Vec::new(),
        listed: None,
        parts: Vec::new(),
        polls: Vec::new(),
        adjustments: Vec::new(),
        service: 365,
        short: None,
        total: None,
        pending: Vec::new(),
        no_post: false,
        trace: None,
    }
}

fn event(ground: &str, on: (u32, u32), matter: Option<&str>, named: Option<&str>) -> Event {
    Event {
        ground: ground.into(),
        date: day(on.0, on.1),
        matter: matter.map(Into::into),
        person: named.map(Into::into),
        ..hit("A", "合格", false).event
    }
}

/// Unit A: OLD is principal to 10 May, NEW from 11 May; D1 and D2 are in charge of matters; M is a member.
fn county(events: Vec<Event>) -> Scored {
    let people = vec![
        person("D1", vec![post("A", RoleKind::InCharge, (1, 1), None, &["财务", "采购"])]),
        person("D2", vec![post("A", RoleKind::InCharge, (1, 1), None, &["基建"])]),
        person("M", vec![post("A", RoleKind::Member, (1, 1), None, &[])]),
        person(
            "NEW",
            vec![
                post("B", RoleKind::Principal, (1, 1), Some((5, 10)), &[]),
                post("A", RoleKind::Principal, (5, 11), None, &[]),
            ],
        ),
        person(
            "OLD",
            vec![
                post("A", RoleKind::Principal, (1, 1), Some((5, 10)), &[]),
                post("B", RoleKind::Principal, (5, 11), None, &[]),
            ],
        ),
    ];
    Scored { units: Vec::new(), people, events, ..Scored::default() }
}

/// Who is hit, as what and how far.
fn hit_by(events: Vec<Event>, year: i32) -> Vec<String> {
    let found = hits(&county(events), &scheme().worth, year, &mut Findings::default());
    let mut all: Vec<String> =
        found.iter().map(|hit| format!("{} {} {}", hit.subject.code(), hit.as_what, hit.cap)).collect();
    all.sort();
    all
}

#[test]
fn f6_the_principal_of_the_day_carries_it() {
    let v1 = |on| hit_by(vec![event("V1", on, Some("采购"), Some("M"))], 2015);
    let others = ["A unit 不合格", "D1 in_charge 基本合格", "M person 不合格"];
    let with = |principal: &'static str| [&others[..], &[principal]].concat();
    assert_eq!(v1((3, 18)), with("OLD principal 基本合格"));
    // The last day of the one and the first of the other.
    assert_eq!(v1((5, 10)), with("OLD principal 基本合格"));
    assert_eq!(v1((5, 11)), with("NEW principal 基本合格"));
}

#[test]
fn only_the_one_in_charge_of_the_matter_is_hit() {
    let v2 = |matter| hit_by(vec![event("V2", (8, 20), matter, None)], 2015);
    assert_eq!(v2(Some("基建")), ["A unit 合格", "D2 in_charge 合格", "NEW principal 合格"]);
    assert_eq!(v2(Some("信访")), ["A unit 合格", "NEW principal 合格"]);
    assert_eq!(v2(None), ["A unit 合格", "NEW principal 合格"]);
}

#[test]
fn grounds_hit_those_they_name() {
    let v3 = hit_by(vec![event("V3", (9, 5), Some("采购"), Some("M"))], 2015);
    assert_eq!(v3, ["A unit 基本合格", "M person 基本合格", "NEW principal 合格"]);
    assert_eq!(hit_by(vec![event("V4", (4, 22), None, Some("D2"))], 2015), ["D2 person 合格"]);
}

#[test]
fn revoked_events_and_other_years_hit_nobody() {
    let v1 = || event("V1", (3, 18), None, None);
    assert!(hit_by(vec![Event { revoked: true, ..v1() }], 2015).is_empty());
    assert!(hit_by(vec![Event { year: 2016, ..v1() }], 2015).is_empty());
}

#[test]
fn what_it_would_have_been_without_the_veto() {
    // Two places (half of three is 1.5): U1 and U2 have them. Capped, U1 leaves its place to U3; spared, it has it.
    let mut worth = scheme().worth;
    worth.quotas.retain(|quota| quota.group.as_ref().is_some_and(|group| group.as_str() == "department"));
    (worth.quotas[0].share, worth.quotas[0].rounding) = (d("0.5"), Mode::HalfUp);
    let all = entrants(&["94", "93", "92"]);
    let hits = [hit("U1", "合格", false)];
    let (outcomes, _) = graded(&worth, &all, &hits, &[]);
    assert_eq!(grades(&outcomes), "合格 优秀 优秀");
    let spared = unit("U1");
    let round =
        Round { whose: Whose::Unit, worth: &worth, entrants: &all, hits: &hits, decisions: &[], spared: Some(&spared) };
    assert_eq!(grades(&decide(&round).0), "优秀 优秀 良好");
    // The band stays visible beside the veto.
    assert_eq!(outcomes[0].band.as_ref().map(ToString::to_string), Some("优秀".to_owned()));
}
