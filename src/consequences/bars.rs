//! 后果: honours lost, and posts that are barred for so many months.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::around::Around;
use super::model::{Bar, Entry, State};
use crate::diag::Place;
use crate::facts::SanctionState;
use crate::grades::ListState;
use crate::scheme::months_after;
use crate::scheme::worth::{
    BarKind, BarRule, Cause, Consequence, ConsequenceRule, FirstDay, Honours, RuleRef, SeveralBars, StartsOn, Whose,
};
use crate::terms::{PersonCode, SanctionCode, Subject};

/// A cause that came about.
struct Came {
    subject: Subject,
    about: Option<String>,
    date: NaiveDate,
    what: String,
    place: Option<Place>,
}

/// A bar before several are made one.
struct Single {
    start: NaiveDate,
    months: u32,
    rule: RuleRef,
    reason: String,
}

/// One entry for each consequence of each cause, and the bars.
pub(super) fn entries(around: &Around<'_>) -> (Vec<Entry>, Vec<Bar>) {
    let after = &around.scheme.worth.after;
    let mut entries = Vec::new();
    let mut singles: BTreeMap<(PersonCode, BarKind), Vec<Single>> = BTreeMap::new();
    for rule in &after.consequences {
        for came in causes(rule, around) {
            entries.push(entry(rule, &came, around));
            if let (Some(bar), Subject::Person(person)) = (&rule.bar, &came.subject) {
                let reason = entries.last().map(|entry| entry.reason.clone()).unwrap_or_default();
                let single =
                    Single { start: start(bar, &came, around), months: bar.months, rule: rule.rule.clone(), reason };
                singles.entry((person.clone(), bar.kind)).or_default().push(single);
            }
        }
    }
    let bars = after.consequence_rule.as_ref().map_or_else(Vec::new, |rule| {
        singles.into_iter().filter_map(|((person, kind), list)| joined(person, kind, list, rule)).collect()
    });
    (entries, bars)
}

fn causes(rule: &Consequence, around: &Around<'_>) -> Vec<Came> {
    let is_of = |subject: &Subject| {
        matches!((subject, rule.whose), (Subject::Unit(_), Whose::Unit) | (Subject::Person(_), Whose::Person))
    };
    match rule.on {
        Cause::Grade => {
            let outcomes = around.graded.units.iter().chain(&around.graded.people);
            let hit = outcomes.filter(|outcome| is_of(&outcome.subject));
            hit.filter_map(|outcome| {
                let grade = outcome.grade.as_ref().filter(|grade| rule.of.iter().any(|own| own == grade.as_str()))?;
                let (subject, what) = (outcome.subject.clone(), format!("{}年度等次为{grade}", around.year));
                Some(Came { subject, about: None, date: around.to, what, place: None })
            })
            .collect()
        }
        Cause::Ground => {
            let hits = around.graded.hits.iter().filter(|hit| is_of(&hit.subject));
            let hits = hits.filter(|hit| rule.of.iter().any(|own| own == hit.event.ground.as_str()));
            let hits = hits.filter(|hit| rule.hit_as.is_empty() || rule.hit_as.iter().any(|own| own == hit.as_what));
            let mut seen = BTreeSet::new();
            let hits = hits.filter(move |hit| seen.insert((hit.event.id.clone(), hit.subject.clone())));
            hits.map(|hit| Came {
                subject: hit.subject.clone(),
                about: Some(hit.event.id.to_string()),
                date: hit.event.date,
                what: format!(
                    "{} 因“{}”被追究（{}，{}）",
                    hit.event.date, hit.ground_name, hit.event.id, hit.event.document
                ),
                place: Some(hit.event.place.clone()),
            })
            .collect()
        }
        Cause::Sanction => sanctions(rule, around),
        Cause::List => {
            let lines = around.graded.listed.iter().filter(|line| is_of(&line.subject));
            let lines = lines.filter(|line| line.state == ListState::Confirmed && rule.of.contains(&line.list));
            lines
                .map(|line| Came {
                    subject: line.subject.clone(),
                    about: line.about.clone(),
                    date: around.to,
                    what: format!("列入“{}”并已确认（{}）", line.list, line.reason),
                    place: line.places.first().cloned(),
                })
                .collect()
        }
    }
}

/// Sanctions decided up to the last day: those of the year, and earlier ones whose bar or loss of honours reaches into it.
fn sanctions(rule: &Consequence, around: &Around<'_>) -> Vec<Came> {
    if rule.whose == Whose::Unit {
        return Vec::new();
    }
    let decided =
        around.tally.sanctions.iter().filter(|own| own.state == SanctionState::Decided && own.decided <= around.to);
    let of_kind = decided.filter(|own| rule.of.iter().any(|kind| kind == own.kind.as_str()));
    let reaches = |day: NaiveDate| {
        let honours = matches!(rule.honours, Some(Honours::NextYear | Honours::Both)) && day.year() + 1 == around.year;
        let all = around.scheme.worth.after.consequence_rule.as_ref();
        let bar = rule.bar.as_ref().zip(all).and_then(|(bar, all)| until(day, bar.months, all));
        day >= around.from || honours || bar.is_some_and(|end| end >= around.from)
    };
    let name = |code: &SanctionCode| {
        let kind = around.scheme.words.sanctions.iter().find(|kind| kind.code == *code);
        kind.map_or_else(|| code.to_string(), |kind| kind.name.clone())
    };
    of_kind
        .filter(|own| reaches(own.decided))
        .map(|own| {
            let document = if own.document.is_empty() { String::new() } else { format!("，{}", own.document) };
            Came {
                subject: Subject::Person(own.person.clone()),
                about: Some(own.id.to_string()),
                date: own.decided,
                what: format!("{} 受到{}（{}{document}）", own.decided, name(&own.kind), own.id),
                place: Some(own.place.clone()),
            }
        })
        .collect()
}

fn start(bar: &BarRule, came: &Came, around: &Around<'_>) -> NaiveDate {
    match bar.starts {
        StartsOn::DecisionDate => came.date,
        StartsOn::YearEnd => around.to,
    }
}

/// The last day of so many months from a day, as the scheme counts.
fn until(start: NaiveDate, months: u32, rule: &ConsequenceRule) -> Option<NaiveDate> {
    let end = months_after(start, months, rule.month_end)?;
    if rule.first_day == FirstDay::SameDay { end.pred_opt() } else { Some(end) }
}

fn entry(rule: &Consequence, came: &Came, around: &Around<'_>) -> Entry {
    let mut entry = Entry::new(&rule.list, &rule.code, came.subject.clone(), &rule.rule).fact("name", &rule.name);
    entry.about = came.about.clone();
    entry.state = State::Proposed;
    entry.places = came.place.iter().cloned().collect();
    let mut text = format!("{}：{}", came.what, rule.name);
    if let Some(honours) = rule.honours {
        // The year of a sanction is that of its decision.
        let this = if rule.on == Cause::Sanction { came.date.year() } else { around.year };
        let next = this + 1;
        let years = match honours {
            Honours::ThisYear => this.to_string(),
            Honours::NextYear => next.to_string(),
            Honours::Both => format!("{this}、{next}"),
        };
        text += &format!("；不得评优的年度为 {years}");
        entry = entry.fact("no_honours", years);
    }
    if let (Some(bar), Some(all)) = (&rule.bar, &around.scheme.worth.after.consequence_rule) {
        let from = start(bar, came, around);
        let end = until(from, bar.months, all);
        let again = end.and_then(|end| end.succ_opt());
        entry = entry.fact("bar", bar.kind.word()).fact("months", bar.months).fact("from", from);
        if let (Some(end), Some(again)) = (end, again) {
            text += &format!("；期限自 {from} 起 {} 个月，至 {end}，{again} 起不再受此限", bar.months);
            entry = entry.fact("until", end).fact("free_from", again);
            entry.due = Some(end);
        }
    }
    if let Some(place) = &rule.filed_in {
        text += &format!("；记入{place}");
        entry = entry.fact("filed_in", place);
    }
    entry.reason = text;
    entry
}

/// Several bars of one kind on one person, made one.
fn joined(person: PersonCode, kind: BarKind, mut list: Vec<Single>, rule: &ConsequenceRule) -> Option<Bar> {
    list.sort_by(|a, b| (a.start, &a.rule.id).cmp(&(b.start, &b.rule.id)));
    let from = list.first()?.start;
    let n = list.len();
    let (last, decides) = match rule.several {
        SeveralBars::Longest => {
            let ends = list.iter().enumerate().filter_map(|(at, one)| Some((until(one.start, one.months, rule)?, at)));
            let (end, at) = ends.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)))?;
            (end, at)
        }
        SeveralBars::Sum => {
            let mut end = until(list[0].start, list[0].months, rule)?;
            for one in &list[1..] {
                end = until(one.start.max(end), one.months, rule)?;
            }
            (end, n - 1)
        }
    };
    list.swap(0, decides);
    let several = match (n, rule.several) {
        (1, _) => String::new(),
        (n, SeveralBars::Longest) => format!("（同类限制 {n} 项，按影响期长的执行）"),
        (n, SeveralBars::Sum) => format!("（同类限制 {n} 项，逐项相接）"),
    };
    let reason = format!("{}{several}", list[0].reason);
    let rules = list.into_iter().map(|one| one.rule).collect();
    Some(Bar { person, kind, from, until: last, free_from: last.succ_opt()?, rules, reason })
}
