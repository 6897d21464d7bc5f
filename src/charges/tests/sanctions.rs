//! Sanctions (mechanisms G): 1998 and later rules, later years, several at once, investigations (4.17, 4.18).

use super::{charged, nowhere, on, people, rule, sanction, scheme};
use crate::charges::charge;
use crate::facts::{Sanction, SanctionState};
use crate::scheme::worth::{
    SanctionEffect, SanctionFamily, SanctionKind, SanctionOutcome, Sanctions, SeveralSanctions, Worth,
};
use crate::tally::Tally;

/// Kind, year, duty, outcome, in force from, to. The table of mechanisms G, with the grades of the built-in scheme.
type Row = (&'static str, u32, Option<bool>, SanctionOutcome, Option<&'static str>, Option<&'static str>);

fn cap() -> SanctionOutcome {
    SanctionOutcome::Cap("合格".into())
}

fn fails() -> SanctionOutcome {
    SanctionOutcome::Grade("不合格".into())
}

const NONE: SanctionOutcome = SanctionOutcome::Ungraded { later: false };

fn table() -> Vec<Row> {
    vec![
        ("警告", 1, None, cap(), None, None),
        ("严重警告", 1, Some(true), fails(), None, Some("2016-08-31")),
        ("严重警告", 1, Some(false), NONE, None, Some("2016-08-31")),
        ("严重警告", 1, None, NONE, Some("2016-09-01"), None),
        ("撤销党内职务", 1, None, fails(), None, None),
        ("留党察看一年", 1, None, fails(), None, None),
        ("留党察看一年", 2, None, NONE, None, None),
        ("留党察看两年", 1, None, fails(), None, None),
        ("留党察看两年", 2, None, NONE, None, None),
        ("留党察看两年", 3, None, NONE, None, None),
        ("记过", 1, None, NONE, None, None),
        ("记大过", 1, None, NONE, None, None),
        ("记大过", 2, None, NONE, None, None),
        ("诫勉", 1, None, cap(), None, None),
        ("立案", 1, None, SanctionOutcome::Ungraded { later: true }, None, None),
    ]
}

fn worth(several: SeveralSanctions) -> Worth {
    let mut worth = scheme().worth;
    let family = |kind: &str| match kind {
        "记过" | "记大过" => SanctionFamily::Administrative,
        "诫勉" => SanctionFamily::Organisational,
        "立案" => SanctionFamily::Investigation,
        _ => SanctionFamily::Party,
    };
    let rows = table();
    let mut names: Vec<&str> = rows.iter().map(|row| row.0).collect();
    names.dedup();
    worth.sanctions = Some(Sanctions {
        kinds: names
            .iter()
            .map(|name| SanctionKind {
                code: (*name).into(),
                name: (*name).to_owned(),
                family: family(name),
                rule: rule(&format!("sanction:{name}")),
            })
            .collect(),
        effects: rows
            .into_iter()
            .map(|(kind, year, duty_related, outcome, from, to)| SanctionEffect {
                sanction: kind.into(),
                year,
                duty_related,
                outcome,
                valid_from: from.map(on),
                valid_to: to.map(on),
                rule: rule(&format!("sanction_effect:{kind}/{year}")),
            })
            .collect(),
        several,
        ungraded_above: Some("不合格".into()),
        rule: rule("sanctions"),
    });
    worth
}

fn word(outcome: Option<&SanctionOutcome>) -> String {
    match outcome {
        None => "open".to_owned(),
        Some(SanctionOutcome::Cap(grade)) => format!("≤{grade}"),
        Some(SanctionOutcome::Grade(grade)) => format!("={grade}"),
        Some(SanctionOutcome::Ungraded { later: false }) => "none".to_owned(),
        Some(SanctionOutcome::Ungraded { later: true }) => "later".to_owned(),
    }
}

/// The governing outcome in a year, or a dash.
fn governs(several: SeveralSanctions, sanctions: Vec<Sanction>, year: i32) -> String {
    let tally = Tally { people: people(), sanctions, ..Tally::default() };
    let found = charge(&tally, &worth(several), on(&format!("{year}-12-31")));
    let governing = found.sanctions.iter().find(|charge| charge.governs);
    governing.map_or_else(|| "-".to_owned(), |charge| word(charge.outcome.as_ref()))
}

fn one(kind: &str, decided: &str, year: i32) -> String {
    governs(SeveralSanctions::Worst, vec![sanction("S", "M", kind, decided)], year)
}

#[test]
fn g_the_year_of_the_decision_and_later_years() {
    for (kind, years) in [
        ("警告", ["≤合格", "-", "-", "-"]),
        ("撤销党内职务", ["=不合格", "-", "-", "-"]),
        ("留党察看一年", ["=不合格", "none", "-", "-"]),
        ("留党察看两年", ["=不合格", "none", "none", "-"]),
        ("记过", ["none", "-", "-", "-"]),
        ("记大过", ["none", "none", "-", "-"]),
        ("诫勉", ["≤合格", "-", "-", "-"]),
    ] {
        for (year, expected) in (2015..).zip(years) {
            assert_eq!(one(kind, "2015-03-01", year), expected, "{kind} in {year}");
        }
        // Nothing before it was decided.
        assert_eq!(one(kind, "2015-03-01", 2014), "-", "{kind}");
    }
}

#[test]
fn g_severe_warning_by_the_rule_of_its_day() {
    let severe = |decided, duty_related| {
        let own = Sanction { duty_related, ..sanction("S", "M", "严重警告", decided) };
        let year = decided[..4].parse().expect("a year");
        governs(SeveralSanctions::Worst, vec![own], year)
    };
    // 1998: to do with the duty → 不称职, else no grade; a fact that nobody stated is asked for.
    assert_eq!(severe("2015-03-01", Some(true)), "=不合格");
    assert_eq!(severe("2015-03-01", Some(false)), "none");
    assert_eq!(severe("2015-03-01", None), "open");
    // From the later rule on: no grade in both cases; the last day and the first.
    assert_eq!(severe("2016-08-31", Some(true)), "=不合格");
    assert_eq!(severe("2016-09-01", Some(true)), "none");
    assert_eq!(severe("2022-03-01", None), "none");
}

#[test]
fn g_several_at_once() {
    let two = |a: &str, b: &str| vec![sanction("S1", "M", a, "2015-03-01"), sanction("S2", "M", b, "2015-04-01")];
    let worst = |a, b| governs(SeveralSanctions::Worst, two(a, b), 2015);
    let party = |a, b| governs(SeveralSanctions::PartyFirst, two(a, b), 2015);
    // 党内警告 (not 优秀) and 记过 (no grade): the heavier governs; by the rule of 1998 that of the party.
    assert_eq!(worst("警告", "记过"), "none");
    assert_eq!(party("警告", "记过"), "≤合格");
    assert_eq!(worst("记过", "留党察看一年"), "=不合格");
    assert_eq!(party("记过", "诫勉"), "none");
    // Two of the party: the heavier of them.
    assert_eq!(party("警告", "留党察看一年"), "=不合格");
    // The order of the rows makes no difference.
    assert_eq!(worst("记过", "警告"), "none");
}

#[test]
fn g_under_investigation_then_filled_in_later() {
    let state = |state, decided| Sanction { state, ..sanction("S", "M", "立案", decided) };
    let in_year = |own, year| governs(SeveralSanctions::Worst, vec![own], year);
    assert_eq!(in_year(state(SanctionState::UnderWay, "2015-11-01"), 2015), "later");
    // Still under way next year; closed it has no effect, and a warning that came of it has its own row.
    assert_eq!(in_year(state(SanctionState::UnderWay, "2015-11-01"), 2016), "later");
    assert_eq!(in_year(state(SanctionState::Revoked, "2015-11-01"), 2015), "-");
    assert_eq!(in_year(state(SanctionState::Decided, "2015-11-01"), 2015), "-");
}

#[test]
fn what_is_not_decided_or_not_ruled_is_told() {
    let worth = worth(SeveralSanctions::Worst);
    let own = |sanctions| {
        let tally = Tally { people: people(), sanctions, ..Tally::default() };
        let found = charged(&tally, &worth);
        found.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>().join(" ")
    };
    let under_way = Sanction { state: SanctionState::UnderWay, ..sanction("S", "M", "警告", "2015-03-01") };
    assert_eq!(own(vec![under_way]), "G011");
    let mut late = worth.clone();
    for effect in &mut late.sanctions.as_mut().expect("sanctions").effects {
        effect.valid_from = Some(on("2016-01-01"));
    }
    let tally =
        Tally { people: people(), sanctions: vec![sanction("S", "M", "警告", "2015-03-01")], ..Tally::default() };
    let found = charged(&tally, &late);
    assert_eq!(found.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["G012"]);
    assert_eq!(nowhere(), found.findings.iter().next().map(|f| f.at[0].place.clone()).expect("a place"));
}
