//! From an event to whom it hit, the grade and what follows, as figures of a page each.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::bar_words;
use super::moves::{part_key, part_words};
use super::names::Names;
use super::plots::{FlowEvent, FlowHit, FlowPlot, Plot};
use super::{Block, titles};
use crate::results::{Results, VetoEntry};

/// How many hits one figure holds; an event stays whole.
const MOST: usize = 14;

/// The figures of all events; their table and sentences stand beside them.
pub(super) fn blocks(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Vec<Block> {
    let say = names.say;
    let vetoes = &results.lists.vetoes;
    if vetoes.is_empty() {
        return Vec::new();
    }
    let all = events(results, names);
    let (units, people) = super::cover::struck(results);
    let lowered = vetoes.iter().filter(|entry| entry.without.is_some() && entry.without != entry.grade).count();
    let title = titles::flow(say, all.len(), units, people, lowered);
    let sentence = say.made(
        format!("{}起事件，涉及{units}个单位、{people}人，其中{lowered}个等次降低；后果见图右。", all.len()),
        format!(
            "{} events, {units} units and {people} people; {lowered} grades fell. What follows stands at the right.",
            all.len()
        ),
    );
    let mut pages: Vec<Vec<FlowEvent>> = vec![Vec::new()];
    for event in all {
        let n: usize = pages.last().map_or(0, |page| page.iter().map(|event| event.hits.len()).sum());
        match pages.last_mut() {
            Some(page) if page.is_empty() || n + event.hits.len() <= MOST => page.push(event),
            _ => pages.push(vec![event]),
        }
    }
    let n = pages.len();
    let mut blocks = Vec::new();
    for (i, events) in pages.into_iter().enumerate() {
        let title = if i == 0 {
            title.clone()
        } else {
            say.of("一票否决及其后果", "Vetoes and what follows").to_owned()
        };
        let subtitle = say.made(
            format!("事件、对象、无此情形的等次与现等次、后果，按日期{}", part_words(say, i, n)),
            format!("Event, whom it hit, grade without and with it, what follows, by day{}", part_words(say, i, n)),
        );
        let frame = names.frame(format!("{title}{}", part_words(say, i, n)), subtitle, sentence.clone());
        plots.insert(part_key("vetoes", i), Plot::Flow(FlowPlot { frame, events }));
        blocks.push(Block {
            plot: Some(part_key("vetoes", i)),
            caption: String::new(),
            sentence: if i == 0 { sentence.clone() } else { String::new() },
            sentences: Vec::new(),
            table: None,
            folded: false,
            aside: false,
        });
    }
    blocks
}

/// Events by day; inside one the units before the people, else in the order of the list.
fn events(results: &Results, names: &Names) -> Vec<FlowEvent> {
    let mut by_event: BTreeMap<(&str, &str), Vec<&VetoEntry>> = BTreeMap::new();
    for entry in &results.lists.vetoes {
        by_event.entry((&entry.date, &entry.event)).or_default().push(entry);
    }
    let event = |mut entries: Vec<&VetoEntry>| {
        entries.sort_by_key(|entry| entry.whose != "unit");
        let first = entries.first()?;
        let mut note = vec![first.date.clone(), names.unit_name(&first.unit)];
        note.extend((!first.document.is_empty()).then(|| first.document.clone()));
        let hits = entries.iter().map(|entry| hit(results, names, entry)).collect();
        Some(FlowEvent { label: first.ground_name.clone(), note: note.join(names.say.of("，", ", ")), hits })
    };
    by_event.into_values().filter_map(event).collect()
}

fn hit(results: &Results, names: &Names, entry: &VetoEntry) -> FlowHit {
    let mark = |grade: &String| {
        if entry.whose == "person" { names.person_grade(grade) } else { names.unit_grade(grade) }
    };
    let (who, role) = match entry.whose.as_str() {
        "person" => (names.person_name(&entry.subject), names.say.as_what(&entry.as_what)),
        _ => (names.unit_name(&entry.subject), String::new()),
    };
    FlowHit {
        who,
        role,
        without: entry.without.as_ref().map(mark),
        grade: entry.grade.as_ref().map(mark),
        after: after(results, names, entry),
    }
}

/// What follows beside the cap of the grade: effects of the veto, entries of lists about the event, bars.
fn after(results: &Results, names: &Names, entry: &VetoEntry) -> Vec<String> {
    let mut told: Vec<String> = entry.effect.iter().map(|_| effect(names, entry)).collect();
    let about = results.lists.entries.iter().filter(|line| {
        line.subject == entry.subject && line.whose == entry.whose && line.about.as_deref() == Some(&entry.event)
    });
    told.extend(about.map(|line| line.facts.get("name").unwrap_or(&line.list).clone()));
    if entry.whose == "person" {
        let bars = results.lists.bars.iter().filter(|bar| bar.subject == entry.subject);
        told.extend(bars.map(|bar| {
            let what = bar_words(names, bar);
            names.say.made(format!("{what}，至{}", bar.until), format!("{what} until {}", bar.until))
        }));
    }
    let mut seen = BTreeSet::new();
    told.retain(|text| seen.insert(text.clone()));
    told
}

/// What a veto or warning does: the highest grade left, points off, grades lower.
pub(super) fn effect(names: &Names, entry: &VetoEntry) -> String {
    let say = names.say;
    let Some(effect) = entry.effect.as_deref() else {
        return say.made(format!("等次最高为{}", entry.cap), format!("{} at most", entry.cap));
    };
    let (name, value) = effect.split_once(':').unwrap_or((effect, ""));
    match name {
        "deduct" => say.made(format!("扣{value}分"), format!("{value} points off")),
        "lower" => say.made(format!("降{value}档"), format!("{value} grades lower")),
        "nil_item" => say.made(format!("项目{value}计0分"), format!("item {value} counts as nought")),
        "nil_total" => say.of("总分计0分", "the total counts as nought").to_owned(),
        "ungraded" => say.of("不定等次", "no grade").to_owned(),
        _ => say.of("取消评优评先", "no honours").to_owned(),
    }
}
