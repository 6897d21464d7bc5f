//! Which rows of a scheme are in force: on every day on which something begins or ends, or on the last day of a period.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::check::check;
use super::findings::{decision_missing, rules_change_in_period};
use super::lints::lints;
use super::load::{Spot, Tables, question};
use super::worth::ChangeInPeriod;
use super::{Scheme, SchemeFile};
use crate::diag::{Checked, Finding, Findings, Text};

/// Checks the scheme on each of its days of change; the value is the scheme that is in force last.
pub(super) fn everywhere(tables: &Tables, files: &[SchemeFile], mut found: Findings) -> Checked<Option<Scheme>> {
    ask_change(tables, &mut found);
    let mut days = days(tables);
    let begins = head_day(tables);
    if let Some(begins) = begins {
        days.retain(|day| *day > begins);
    }
    // Before the first change the rules of the scheme's own first day hold.
    let first = begins.or_else(|| days.first().and_then(NaiveDate::pred_opt));
    let mut value = None;
    let mut whole = true;
    for day in first.into_iter().chain(days.iter().copied()) {
        let (scheme, findings) = checked(&tables.on(day), files.to_vec(), Findings::default());
        whole &= scheme.is_some();
        value = scheme;
        let same =
            |a: &Finding, b: &Finding| (a.code, &a.at, &a.headline, &a.found) == (b.code, &b.at, &b.headline, &b.found);
        let is_new = |finding: &&Finding| !found.iter().any(|told| same(told, finding));
        let news = findings.iter().filter(is_new).cloned().map(|mut finding| {
            if Some(day) != first {
                finding.effect.zh += &format!("（自 {day} 起）");
                finding.effect.en += &format!(" (from {day} on)");
            }
            finding
        });
        let news: Findings = news.collect();
        found.append(news);
    }
    if first.is_none() {
        let (scheme, findings) = checked(tables, files.to_vec(), Findings::default());
        found.append(findings);
        (value, whole) = (scheme, true);
    }
    Checked { value: value.filter(|_| whole && !found.has_errors()), findings: found }
}

/// Checks the rules in force on the last day; a change inside the period is told.
pub(super) fn during(
    tables: &Tables,
    files: Vec<SchemeFile>,
    mut found: Findings,
    from: NaiveDate,
    to: NaiveDate,
) -> Checked<Option<Scheme>> {
    ask_change(tables, &mut found);
    let inside: Vec<NaiveDate> = days(tables).into_iter().filter(|day| from < *day && *day <= to).collect();
    if !inside.is_empty() {
        let is_inside = |spot: &&Spot| changes(spot).iter().any(|day| inside.contains(day));
        let rows = tables.spots().filter(is_inside).map(Spot::place).collect();
        let days = inside.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        let decided = tables.scheme.as_ref().and_then(|head| head.raw.change_in_period);
        let is_decided = decided == Some(ChangeInPeriod::LastDay);
        found.push(rules_change_in_period(rows, &days, &format!("{from} – {to}"), is_decided));
    }
    let (value, findings) = checked(&tables.on(to), files, found);
    Checked { value, findings }
}

/// The check, and what a sound scheme hardly means.
fn checked(tables: &Tables, files: Vec<SchemeFile>, found: Findings) -> (Option<Scheme>, Findings) {
    let (scheme, mut findings) = check(tables, files, found);
    if let Some(scheme) = &scheme {
        findings.append(lints(scheme));
    }
    (scheme, findings)
}

fn head_day(tables: &Tables) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(tables.scheme.as_ref()?.raw.from.trim(), "%Y-%m-%d").ok()
}

/// The days on which a row begins, or on which it is the first time not in force.
fn changes(spot: &Spot) -> Vec<NaiveDate> {
    let force = spot.lines.force;
    force.from.into_iter().chain(force.to.and_then(|to| to.succ_opt())).collect()
}

fn days(tables: &Tables) -> BTreeSet<NaiveDate> {
    tables.spots().flat_map(changes).collect()
}

/// A scheme whose rules change says what happens to a period in which they do.
fn ask_change(tables: &Tables, found: &mut Findings) {
    let Some(head) = tables.scheme.as_ref().filter(|_| tables.spots().any(|spot| !changes(spot).is_empty())) else {
        return;
    };
    if head.raw.change_in_period.is_none() && !head.spot.says("change_in_period") {
        let (asked, choices) = question("scheme", "change_in_period");
        let called = Text::new("方案抬头", "[scheme]");
        found.push(decision_missing(head.spot.place(), &called, "change_in_period", &asked, choices));
    }
}
