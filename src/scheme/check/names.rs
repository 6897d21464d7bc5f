//! Codes stand once, and no word means two entries of one list.

use std::collections::BTreeMap;

use super::Check;
use crate::diag::{Place, Text};
use crate::scheme::findings::{code_duplicate, name_ambiguous, value_out_of_range};
use crate::scheme::load::table;
use crate::scheme::worth::Whose;

/// An entry of a list: its code, the words that mean it, and where it stands.
struct Entry<'e> {
    code: &'e str,
    words: Vec<&'e str>,
    place: Place,
}

fn entry<'e>(code: &'e str, name: &'e str, aliases: &'e [String], place: Place) -> Entry<'e> {
    let words = std::iter::once(name).chain(aliases.iter().map(String::as_str)).map(str::trim).collect();
    Entry { code: code.trim(), words, place }
}

pub(super) fn check(check: &mut Check<'_>) {
    let tables = check.tables;
    let plain = |code, name, place| entry(code, name, &[], place);
    let groups = tables.group.iter().map(|e| entry(e.raw.code.get_ref(), &e.raw.name, &e.raw.aliases, e.spot.place()));
    list(check, &table("group"), groups.collect());
    let periods = tables.period.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("period"), periods.collect());
    let components = tables.component.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("component"), components.collect());
    let items = tables.item.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("item"), items.collect());
    let cases = tables.case_indicator.iter();
    let cases = cases.map(|e| entry(e.raw.code.get_ref(), &e.raw.name, &e.raw.aliases, e.spot.place()));
    list(check, &table("case_indicator"), cases.collect());
    let measures =
        tables.measure.iter().map(|e| entry(e.raw.code.get_ref(), &e.raw.name, &e.raw.aliases, e.spot.place()));
    list(check, &table("measure"), measures.collect());
    let grounds =
        tables.ground.iter().map(|e| entry(e.raw.code.get_ref(), &e.raw.name, &e.raw.aliases, e.spot.place()));
    list(check, &table("ground"), grounds.collect());
    let sanctions =
        tables.sanction.iter().map(|e| entry(e.raw.code.get_ref(), &e.raw.name, &e.raw.aliases, e.spot.place()));
    list(check, &table("sanction"), sanctions.collect());
    let rules = tables.accumulation.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("accumulation"), rules.collect());
    let rules = tables.escalation.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("escalation"), rules.collect());
    let rules = tables.trigger.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("trigger"), rules.collect());
    for (what, codes) in [
        ("gate", tables.gate.iter().map(|e| (e.raw.code.get_ref(), e.spot.place())).collect::<Vec<_>>()),
        ("ceiling", tables.ceiling.iter().map(|e| (e.raw.code.get_ref(), e.spot.place())).collect()),
    ] {
        list(check, &table(what), codes.into_iter().map(|(code, place)| plain(code, code, place)).collect());
    }
    let polls = tables.poll.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("poll"), polls.collect());
    let families = tables.family.iter().map(|e| plain(e.raw.code.get_ref(), &e.raw.name, e.spot.place()));
    list(check, &table("family"), families.collect());
    for (of, zh, en) in [(Whose::Unit, "单位等次", "unit band"), (Whose::Person, "个人等次", "person band")] {
        let bands = tables.band.iter().filter(|e| e.raw.of == of);
        let bands = bands.map(|e| plain(e.raw.grade.get_ref(), e.raw.grade.get_ref(), e.spot.place()));
        list(check, &Text::new(zh, en), bands.collect());
    }
    for family in &tables.family {
        let rows = family.raw.levels.iter().enumerate();
        let rows = rows.map(|(n, row)| entry(&row.name, &row.name, &row.aliases, family.spot.at_row("levels", n)));
        list(check, &inside(&family.spot.called, "的级别", "levels of"), rows.collect());
        let rows = family.raw.tiers.iter().enumerate();
        let rows = rows.map(|(n, row)| entry(&row.name, &row.name, &row.aliases, family.spot.at_row("tiers", n)));
        list(check, &inside(&family.spot.called, "的档次", "tiers of"), rows.collect());
    }
    if let Some(people) = &tables.people {
        let rows = people.raw.roles.iter().enumerate();
        let rows = rows.map(|(n, row)| entry(&row.code, &row.name, &row.aliases, people.spot.at_row("roles", n)));
        list(check, &table("role"), rows.collect());
    }
    for poll in &tables.poll {
        let (raw, spot) = (&poll.raw, &poll.spot);
        let rows = raw.classes.iter().enumerate();
        let rows = rows.map(|(n, row)| entry(&row.code, &row.name, &row.aliases, spot.at_row("classes", n)));
        list(check, &inside(&spot.called, "的票类", "classes of"), rows.collect());
        let rows = raw.questions.iter().enumerate();
        let rows = rows.map(|(n, row)| entry(&row.code, &row.name, &row.aliases, spot.at_row("questions", n)));
        list(check, &inside(&spot.called, "的测评项", "questions of"), rows.collect());
        let rows = raw.marks.iter().enumerate();
        let rows = rows.map(|(n, row)| entry(&row.code, &row.name, &row.aliases, spot.at_row("marks", n)));
        let words = |key: &'static str, words: &'static str| (key, words);
        let mut rows: Vec<Entry<'_>> = rows.collect();
        for (key, list) in [("no_view_words", &raw.no_view_words), ("void_words", &raw.void_words)] {
            let (code, _) = words(key, "");
            let texts = list.iter().map(|word| word.trim()).collect();
            rows.push(Entry { code, words: texts, place: spot.at(key) });
        }
        list(check, &inside(&spot.called, "的档次", "marks of"), rows);
    }
}

/// Codes of a kind of rule that no sheet names: each stands once.
pub(super) fn plain_codes(check: &mut Check<'_>, section: &str, rows: Vec<(String, Place)>) {
    let entries = rows.iter().map(|(code, place)| entry(code, code, &[], place.clone())).collect();
    list(check, &table(section), entries);
}

fn inside(called: &Text, zh: &str, en: &str) -> Text {
    Text::new(format!("{}{zh}", called.zh), format!("{en} {}", called.en))
}

fn list(check: &mut Check<'_>, what: &Text, entries: Vec<Entry<'_>>) {
    let mut codes: BTreeMap<&str, &Entry<'_>> = BTreeMap::new();
    let mut words: BTreeMap<&str, &Entry<'_>> = BTreeMap::new();
    for entry in &entries {
        if entry.code.is_empty() || entry.words.iter().any(|word| word.is_empty()) {
            let range = Text::new("代码、名称、别名都不留空", "no code, name or alias left empty");
            check.findings.push(value_out_of_range(entry.place.clone(), what, "code", entry.code, range));
            continue;
        }
        if let Some(first) = codes.insert(entry.code, entry) {
            check.findings.push(code_duplicate(entry.place.clone(), first.place.clone(), what, entry.code));
            continue;
        }
        for word in std::iter::once(&entry.code).chain(&entry.words) {
            match words.get(word) {
                Some(first) if first.code != entry.code => {
                    let places = (entry.place.clone(), first.place.clone());
                    check.findings.push(name_ambiguous(places.0, places.1, what, word, (first.code, entry.code)));
                }
                _ => {
                    words.insert(word, entry);
                }
            }
        }
    }
}
