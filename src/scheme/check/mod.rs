//! From tables as typed to a checked scheme; every decision that is open is asked for, and nothing is chosen here.

mod after;
mod ballots;
mod bands;
mod components;
mod duties;
mod conditions;
mod families;
mod gates;
mod grounds;
mod head;
mod indicators;
mod item_keys;
mod items;
mod layouts;
mod lines;
mod measures;
mod names;
mod people;
mod periods;
mod points;
mod polls;
mod quotas;
mod rows;
mod sanctions;
mod standings;
mod roles;
mod sums;
mod total;

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::NaiveDate;

use super::findings::{
    basis_missing, date_wrong, decision_missing, key_without_use, reference_unknown, value_out_of_range,
};
use super::load::{Entry, Force, Spot, Tables, question};
use super::raw::{Limit, Quoted};
use super::words::Words;
use super::worth::{RuleRef, Source, TwoPosts, Worth};
use super::{Scheme, SchemeFile};
use crate::diag::{Findings, Text};
use crate::exact::Exact;
use crate::terms::RuleId;

/// The tables under check, and what was found so far.
pub(super) struct Check<'t> {
    tables: &'t Tables,
    findings: Findings,
    /// Measures that rules name, with the latest of the stages that read them.
    reads: BTreeMap<String, conditions::Reads>,
}

/// Checks everything; the scheme is there when no error was found.
pub(super) fn check(tables: &Tables, files: Vec<SchemeFile>, findings: Findings) -> (Option<Scheme>, Findings) {
    let mut check = Check { tables, findings, reads: BTreeMap::new() };
    let head = head::head(&mut check);
    names::check(&mut check);
    let (groups, periods) = (head::groups(&check), head::periods(&mut check));
    let by_period = periods::by_period(&mut check);
    let components = components::components(&mut check, &by_period);
    let (mut item_words, items) = items::items(&mut check);
    let (poll_words, polls) = polls::polls(&mut check);
    let (family_words, families) = families::families(&mut check);
    let (ground_words, grounds) = grounds::grounds(&mut check);
    let (sanction_words, sanctions) = sanctions::sanctions(&mut check);
    let accumulations = grounds::accumulations(&mut check);
    let escalations = grounds::escalations(&mut check);
    let (unit_bands, person_bands) = bands::bands(&mut check);
    let gates = gates::gates(&mut check);
    let (trigger_words, triggers) = gates::triggers(&mut check);
    let ceilings = gates::ceilings(&mut check);
    let quotas = quotas::quotas(&mut check);
    let (roles, people) = people::people(&mut check);
    let unit_change = people::unit_change(&mut check);
    let (total, rounding, compare, rank) = total::total(&mut check, by_period);
    let after = after::after(&mut check);
    let registers = after::registers(&check, &after);
    let layouts = layouts::layouts(&mut check, &registers);
    let demanded = layouts::demanded(&check, people.as_ref(), &families, unit_change.is_some());
    sums::check(&mut check, &components, &items, &polls);
    let grades = bands::grades(&unit_bands, &person_bands);
    let cases = items::cases(&check);
    let removed = head::removed(&mut check);
    let dated = tables.spots().filter(|spot| spot.lines.force != Force::default());
    let dated = dated.map(|spot| (spot.place(), spot.lines.force)).collect();
    let (measure_words, measures) = measures::measures(&mut check);
    measures::cells(&measure_words, &measures, &periods, &mut item_words);
    let findings = check.findings;
    let parts = (head, total, compare, rank);
    let (Some(head), Some(total), Some(compare), Some(rank)) = parts else { return (None, findings) };
    if findings.has_errors() {
        return (None, findings);
    }
    let remembers_years = measures.iter().any(|own| matches!(own.source, Source::History { .. }));
    let remembers_events = !accumulations.is_empty() || grounds.iter().any(|ground| ground.years > 1);
    let words = Words {
        groups,
        periods,
        roles,
        items: item_words,
        cases,
        measures: measure_words,
        polls: poll_words,
        families: family_words,
        grounds: ground_words,
        sanctions: sanction_words,
        triggers: trigger_words,
        remembers_events,
        remembers_years,
        grades,
        layouts,
        registers,
        demanded,
        joint_posts: people.iter().flat_map(|rule| &rule.post_rules).map(|rule| rule.holds.clone()).collect(),
        unit_changes: unit_change.is_some(),
        all_posts_count: people.as_ref().is_some_and(|rule| rule.two_posts != TwoPosts::Main),
    };
    let worth = Worth {
        total,
        rounding,
        compare,
        components,
        items,
        measures,
        polls,
        families,
        grounds,
        accumulations,
        escalations,
        sanctions,
        unit_bands,
        person_bands,
        gates,
        triggers,
        ceilings,
        rank,
        quotas,
        unit_change,
        people,
        after,
    };
    let scheme = Scheme {
        code: head.code,
        title: head.title,
        issuer: head.issuer,
        from: head.from,
        to: head.to,
        checked_on: head.checked_on,
        fictional: head.fictional,
        place: head.place,
        extends: head.extends,
        removed,
        dated,
        words,
        worth,
        files,
    };
    (Some(scheme), findings)
}

impl Check<'_> {
    /// The value, or a question when the scheme leaves it open.
    fn need<T: Clone>(&mut self, spot: &Spot, key: &str, value: &Option<T>) -> Option<T> {
        if value.is_none() {
            self.ask(spot, key);
        }
        value.clone()
    }

    /// The values of a list, or a question when there is none.
    fn need_rows<T>(&mut self, spot: &Spot, key: &str, rows: &[T]) {
        if rows.is_empty() {
            self.ask(spot, key);
        }
    }

    /// Asks for a decision, unless its key was written and has a finding already.
    fn ask(&mut self, spot: &Spot, key: &str) {
        if !spot.says(key) || spot.lines.keys.get(key).is_some_and(|lines| !lines.damaged) {
            let (asked, choices) = question(spot.section, key);
            self.findings.push(decision_missing(spot.at(key), &spot.called, key, &asked, choices));
        }
    }

    /// An exact number that is not below nought; nought where it was asked for.
    fn number(&mut self, spot: &Spot, key: &str, value: &Option<Quoted>) -> Exact {
        let value = self.need(spot, key, value).map(|Quoted(value)| value).unwrap_or_default();
        self.not_below_nought(spot, key, &value);
        value
    }

    fn not_below_nought(&mut self, spot: &Spot, key: &str, value: &Exact) {
        if value.is_negative() {
            let range = Text::new("不小于 0", "not below 0");
            self.findings.push(value_out_of_range(spot.at(key), &spot.called, key, &value.to_string(), range));
        }
    }

    /// A limit said aloud.
    fn limit(&mut self, spot: &Spot, key: &str, value: &Option<Limit>) -> Option<Exact> {
        match self.need(spot, key, value)? {
            Limit::None => None,
            Limit::At(value) => Some(value),
        }
    }

    /// Digits after the point, at most nine.
    fn places(&mut self, spot: &Spot, value: Option<u32>) -> u32 {
        let places = value.unwrap_or_default();
        if places > 9 {
            let range = Text::new("0 至 9", "0 to 9");
            self.findings.push(value_out_of_range(
                spot.at("places"),
                &spot.called,
                "places",
                &places.to_string(),
                range,
            ));
        }
        places.min(9)
    }

    /// Something out of its range.
    fn out_of_range(&mut self, spot: &Spot, key: &str, found: &str, zh: &str, en: &str) {
        self.findings.push(value_out_of_range(spot.at(key), &spot.called, key, found, Text::new(zh, en)));
    }

    /// A key with no effect.
    fn unused(&mut self, spot: &Spot, key: &str, zh: impl Into<String>, en: impl Into<String>) {
        self.findings.push(key_without_use(spot.at(key), &spot.called, key, Text::new(zh, en)));
    }

    /// Whether the list knows the name; a finding when it does not.
    fn known(&mut self, spot: &Spot, key: &str, name: &str, list: &[String]) -> bool {
        let known = list.iter().any(|code| code == name.trim());
        if !known {
            self.findings.push(reference_unknown(spot.at(key), &spot.called, key, name.trim(), list));
        }
        known
    }

    /// The rule's citation.
    fn rule(&mut self, id: &str, spot: &Spot, basis: &Option<String>, assumed: Option<bool>) -> RuleRef {
        let basis = basis.as_deref().map(str::trim).filter(|basis| !basis.is_empty()).map(str::to_owned);
        let assumed = assumed.unwrap_or_default();
        if basis.is_none() && !assumed && !(spot.lines.damaged && (spot.says("basis") || spot.says("assumed"))) {
            self.findings.push(basis_missing(spot.place(), &spot.called));
        }
        RuleRef { id: RuleId::new(id), basis, assumed, place: spot.place() }
    }

    /// A day of the calendar.
    fn day(&mut self, spot: &Spot, key: &str, text: &str) -> Option<NaiveDate> {
        let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok().filter(|_| text.trim().len() == 10);
        if day.is_none() {
            let expected = Text::new("如 2015-07-31", "such as 2015-07-31");
            self.findings.push(date_wrong(spot.at(key), &spot.called, key, text, expected));
        }
        day
    }

    /// A month and day, `MM-DD`; 02-29 is allowed.
    fn month_day(&mut self, spot: &Spot, key: &str, text: &str) -> (u32, u32) {
        let parts = text.trim().split_once('-').filter(|(m, d)| m.len() == 2 && d.len() == 2);
        let numbers = parts.and_then(|(m, d)| Some((u32::from_str(m).ok()?, u32::from_str(d).ok()?)));
        // 2000 is a leap year.
        match numbers.filter(|(month, day)| NaiveDate::from_ymd_opt(2000, *month, *day).is_some()) {
            Some(found) => found,
            None => {
                let expected = Text::new("月-日，如 07-31", "month-day, such as 07-31");
                self.findings.push(date_wrong(spot.at(key), &spot.called, key, text, expected));
                (1, 1)
            }
        }
    }

    /// The codes of a kind of table, those that could not be read included.
    fn codes<T>(&self, section: &str, entries: &[Entry<T>], code: impl Fn(&T) -> &str) -> Vec<String> {
        let lost = self.tables.dropped.get(section).cloned().unwrap_or_default();
        entries.iter().map(|entry| code(&entry.raw).trim().to_owned()).chain(lost).collect()
    }

    fn period_codes(&self) -> Vec<String> {
        self.codes("period", &self.tables.period, |raw| raw.code.get_ref())
    }

    fn component_codes(&self) -> Vec<String> {
        self.codes("component", &self.tables.component, |raw| raw.code.get_ref())
    }

    fn poll_codes(&self) -> Vec<String> {
        self.codes("poll", &self.tables.poll, |raw| raw.code.get_ref())
    }

    fn ground_codes(&self) -> Vec<String> {
        self.codes("ground", &self.tables.ground, |raw| raw.code.get_ref())
    }

    fn sanction_codes(&self) -> Vec<String> {
        self.codes("sanction", &self.tables.sanction, |raw| raw.code.get_ref())
    }

    fn role_codes(&self) -> Vec<String> {
        let people = self.tables.people.as_ref();
        people.map_or_else(Vec::new, |e| e.raw.roles.iter().map(|role| role.code.trim().to_owned()).collect())
    }

    /// Items that are no parts.
    fn whole_item_codes(&self) -> Vec<String> {
        let whole = self.tables.item.iter().filter(|entry| entry.raw.part_of.is_none());
        whole.map(|entry| entry.raw.code.get_ref().trim().to_owned()).collect()
    }

    fn group_codes(&self) -> Vec<String> {
        self.codes("group", &self.tables.group, |raw| raw.code.get_ref())
    }

    /// Whether people are scored at all.
    fn has_people(&self) -> bool {
        self.tables.seen.contains("people")
    }
}
