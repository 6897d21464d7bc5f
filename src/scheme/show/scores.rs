//! From facts to the total: total, measures, components with their items, polls, bonuses.

use super::page::Page;
use crate::diag::{Lang, Text};
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::sentences::{
    compare_sentence, component_sentence, family_sentence, item_sentence, measure_sentence, poll_sentence,
    rounding_sentence, total_sentence, unit_change_sentence,
};
use crate::scheme::worth::Item;

fn or_open(value: Option<Exact>, lang: Lang) -> String {
    value.map_or_else(|| Text::new("不限", "unlimited").in_lang(lang).to_owned(), |value| value.to_string())
}

pub(super) fn total(page: &mut Page<'_>, scheme: &Scheme) {
    let worth = &scheme.worth;
    page.heading("总分", "Total");
    page.rule("", "", &total_sentence(&worth.total), &worth.total.rule);
    let (own, bonus) = (or_open(worth.true_maximum(), page.lang), or_open(worth.bonus_maximum(), page.lang));
    let all = or_open(worth.highest_total(), page.lang);
    page.line(&Text::new(
        format!("- 实际最高分：各部分合计 {own}，加分最多 {bonus}，总分最高 {all}"),
        format!("- true maximum: components {own}, bonuses {bonus}, total {all}"),
    ));
    for (point, rounding, rule) in &worth.rounding {
        page.rule("", "", &rounding_sentence(*point, *rounding), rule);
    }
    page.line(&Text::new("- 其他各处都不取舍，按准确值往下算", "- nothing is rounded anywhere else"));
    page.rule("", "", &compare_sentence(&worth.compare, worth.people.is_some()), &worth.compare.rule);
}

pub(super) fn measures(page: &mut Page<'_>, scheme: &Scheme) {
    if scheme.worth.measures.is_empty() {
        return;
    }
    page.heading("指标量", "Measures");
    for measure in &scheme.worth.measures {
        let name = format!("{} {}", measure.code, measure.name);
        page.rule("", &name, &measure_sentence(measure, &scheme.words, &scheme.worth), &measure.rule);
    }
}

pub(super) fn components(page: &mut Page<'_>, scheme: &Scheme) {
    let (words, worth) = (&scheme.words, &scheme.worth);
    page.heading("各部分和考核项目", "Components and items");
    for component in &worth.components {
        let name = format!("{} {}", component.code, component.name);
        page.rule("", &name, &component_sentence(component, words, worth), &component.rule);
        for item in worth.items.iter().filter(|item| item.component.as_ref() == Some(&component.code)) {
            show_item(page, scheme, item, "  ");
            for part in worth.items.iter().filter(|part| part.part_of.as_ref() == Some(&item.code)) {
                show_item(page, scheme, part, "    ");
            }
        }
    }
}

/// Units that changed inside the year.
pub(super) fn changes(page: &mut Page<'_>, scheme: &Scheme) {
    if let Some(change) = &scheme.worth.unit_change {
        page.heading("单位变动", "Units that change");
        page.rule("", "", &unit_change_sentence(change), &change.rule);
    }
}

fn show_item(page: &mut Page<'_>, scheme: &Scheme, item: &Item, indent: &str) {
    let name = format!("{} {}", item.code, item.name);
    page.rule(indent, &name, &item_sentence(item, &scheme.words, &scheme.worth), &item.rule);
}

pub(super) fn polls(page: &mut Page<'_>, scheme: &Scheme) {
    if scheme.worth.polls.is_empty() {
        return;
    }
    page.heading("民主测评和满意度调查", "Ballots and surveys");
    for poll in &scheme.worth.polls {
        let name = format!("{} {}", poll.code, poll.name);
        page.rule("", &name, &poll_sentence(poll, &scheme.words), &poll.rule);
    }
}

pub(super) fn adjustments(page: &mut Page<'_>, scheme: &Scheme) {
    if scheme.worth.families.is_empty() {
        return;
    }
    page.heading("加分和扣分", "Bonus and penalty");
    for family in &scheme.worth.families {
        let name = format!("{} {}", family.code, family.name);
        page.rule("", &name, &family_sentence(family), &family.rule);
    }
}
