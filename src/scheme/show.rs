//! A whole scheme as a document that a person reads from top to bottom.

use super::Scheme;
use super::sentences::{
    Spoken as _, accumulation_sentence, after_sections, band_sentence, ceiling_sentence, cited, compare_sentence,
    component_sentence, escalation_sentence, family_sentence, gate_sentence, ground_sentence, item_sentence,
    measure_sentence, people_sentence, poll_sentence, quota_sentence, rank_sentence, rounding_sentence,
    sanction_effect_sentence, sanctions_sentence, total_sentence, trigger_sentence,
};
use super::worth::{Band, Item, RuleRef};
use crate::diag::{Lang, Text};
use crate::exact::Exact;

/// The stages in their order, which no scheme can change.
const STAGES: [(&str, &str); 13] = [
    ("事实", "facts"),
    ("项目得分", "item scores"),
    ("民主测评和满意度调查", "ballots and surveys"),
    ("各部分", "components"),
    ("各考核期合成", "blend of periods"),
    ("加分和扣分", "bonus and penalty"),
    ("总分", "total"),
    ("取舍", "rounding"),
    ("等次", "band"),
    ("一票否决和处理上限", "vetoes and sanction caps"),
    ("资格条件", "eligibility"),
    ("名额和并列", "quota and ties"),
    ("裁定、后果和名单", "decision, consequences and lists"),
];

/// Lines in one language.
struct Page {
    lang: Lang,
    out: String,
}

impl Page {
    fn heading(&mut self, zh: &str, en: &str) {
        self.out += &format!("\n## {}\n\n", Text::new(zh, en).in_lang(self.lang));
    }

    fn line(&mut self, text: &Text) {
        self.out += &format!("{}\n", text.in_lang(self.lang));
    }

    /// A rule: its name, its sentence, its clause.
    fn rule(&mut self, indent: &str, name: &str, sentence: &Text, rule: &RuleRef) {
        let cited = cited(rule);
        let cited = cited.in_lang(self.lang);
        let label = Text::new("依据", "basis");
        let sentence = sentence.in_lang(self.lang);
        let name = if name.is_empty() { String::new() } else { format!("{name}: ") };
        let name = if self.lang == Lang::Zh { name.replace(": ", "：") } else { name };
        self.out +=
            &format!("{indent}- {name}{sentence}\n{indent}  {} {cited}（{}）\n", label.in_lang(self.lang), rule.place);
    }
}

/// The scheme in words: stages, highest score, and every rule with its clause and place.
#[must_use]
pub fn show(scheme: &Scheme, lang: Lang) -> String {
    let mut page = Page { lang, out: String::new() };
    head(&mut page, scheme);
    stages(&mut page);
    total(&mut page, scheme);
    measures(&mut page, scheme);
    components(&mut page, scheme);
    polls(&mut page, scheme);
    adjustments(&mut page, scheme);
    bands(&mut page, scheme);
    vetoes(&mut page, scheme);
    sanctions(&mut page, scheme);
    gates(&mut page, scheme);
    quotas(&mut page, scheme);
    people(&mut page, scheme);
    after(&mut page, scheme);
    page.out
}

fn head(page: &mut Page, scheme: &Scheme) {
    page.out += &format!("# {}\n\n", scheme.title);
    let to = scheme.to.map_or_else(|| "…".to_owned(), |to| to.to_string());
    let (code, issuer, from) = (&scheme.code, &scheme.issuer, scheme.from);
    page.line(&Text::new(
        format!("代码 {code}　制定 {issuer}　施行 {from} 至 {to}"),
        format!("code {code} · issued by {issuer} · in force {from} to {to}"),
    ));
    if let Some(day) = scheme.checked_on {
        page.line(&Text::new(format!("最近核对 {day}"), format!("last checked {day}")));
    }
    if scheme.fictional {
        page.line(&Text::new("本方案为虚构示例。", "This scheme is an invented example."));
    }
}

fn stages(page: &mut Page) {
    page.heading("计分次序", "Order of the stages");
    for (n, (zh, en)) in STAGES.iter().enumerate() {
        let n = n + 1;
        page.line(&Text::new(format!("{n}. {zh}"), format!("{n}. {en}")));
    }
}

fn or_open(value: Option<Exact>, lang: Lang) -> String {
    value.map_or_else(|| Text::new("不限", "unlimited").in_lang(lang).to_owned(), |value| value.to_string())
}

fn total(page: &mut Page, scheme: &Scheme) {
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

fn measures(page: &mut Page, scheme: &Scheme) {
    if scheme.worth.measures.is_empty() {
        return;
    }
    page.heading("指标量", "Measures");
    for measure in &scheme.worth.measures {
        let name = format!("{} {}", measure.code, measure.name);
        page.rule("", &name, &measure_sentence(measure, &scheme.words, &scheme.worth), &measure.rule);
    }
}

fn components(page: &mut Page, scheme: &Scheme) {
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

fn show_item(page: &mut Page, scheme: &Scheme, item: &Item, indent: &str) {
    let name = format!("{} {}", item.code, item.name);
    page.rule(indent, &name, &item_sentence(item, &scheme.words, &scheme.worth), &item.rule);
}

fn polls(page: &mut Page, scheme: &Scheme) {
    if scheme.worth.polls.is_empty() {
        return;
    }
    page.heading("民主测评和满意度调查", "Ballots and surveys");
    for poll in &scheme.worth.polls {
        let name = format!("{} {}", poll.code, poll.name);
        page.rule("", &name, &poll_sentence(poll, &scheme.words), &poll.rule);
    }
}

fn adjustments(page: &mut Page, scheme: &Scheme) {
    if scheme.worth.families.is_empty() {
        return;
    }
    page.heading("加分和扣分", "Bonus and penalty");
    for family in &scheme.worth.families {
        let name = format!("{} {}", family.code, family.name);
        page.rule("", &name, &family_sentence(family), &family.rule);
    }
}

fn bands(page: &mut Page, scheme: &Scheme) {
    let mut list = |zh: &str, en: &str, bands: &[Band]| {
        if !bands.is_empty() {
            page.heading(zh, en);
        }
        for band in bands {
            page.rule("", band.grade.as_str(), &band_sentence(band, &scheme.worth), &band.rule);
        }
    };
    list("单位等次", "Grades of units", &scheme.worth.unit_bands);
    list("个人等次", "Grades of people", &scheme.worth.person_bands);
}

fn vetoes(page: &mut Page, scheme: &Scheme) {
    if scheme.worth.grounds.is_empty() {
        return;
    }
    page.heading("一票否决", "Vetoes");
    page.line(&Text::new(
        "否决只限定等次，不改得分；责任由事发当日在任的人承担。",
        "A veto caps the grade and leaves the score; it falls on whoever held the post on that day.",
    ));
    for ground in &scheme.worth.grounds {
        let name = format!("{} {}", ground.code, ground.name);
        page.rule("", &name, &ground_sentence(ground), &ground.rule);
    }
    for rule in &scheme.worth.escalations {
        let name = format!("{} {}", rule.code, rule.name);
        page.rule("", &name, &escalation_sentence(rule, &scheme.words, &scheme.worth), &rule.rule);
    }
    for rule in &scheme.worth.accumulations {
        let name = format!("{} {}", rule.code, rule.name);
        page.rule("", &name, &accumulation_sentence(rule, &scheme.worth), &rule.rule);
    }
}

fn sanctions(page: &mut Page, scheme: &Scheme) {
    let Some(sanctions) = &scheme.worth.sanctions else { return };
    page.heading("处分与等次", "Sanctions and grades");
    page.rule("", "", &sanctions_sentence(sanctions), &sanctions.rule);
    for effect in &sanctions.effects {
        page.rule("", "", &sanction_effect_sentence(effect, &sanctions.kinds), &effect.rule);
    }
}

fn gates(page: &mut Page, scheme: &Scheme) {
    let worth = &scheme.worth;
    if !worth.gates.is_empty() {
        page.heading("资格条件", "Gates before a grade");
    }
    for gate in &worth.gates {
        page.rule("", &gate.code, &gate_sentence(gate, worth), &gate.rule);
    }
    if !worth.triggers.is_empty() {
        page.heading("触发、复核和清单", "Triggers, reviews and lists");
    }
    for trigger in &worth.triggers {
        let name = format!("{} {}", trigger.code, trigger.name);
        page.rule("", &name, &trigger_sentence(trigger, worth), &trigger.rule);
    }
}

fn quotas(page: &mut Page, scheme: &Scheme) {
    page.heading("名次和名额", "Ranks and quotas");
    page.rule("", "", &rank_sentence(&scheme.worth.rank), &scheme.worth.rank.rule);
    for quota in &scheme.worth.quotas {
        page.rule("", "", &quota_sentence(quota, &scheme.words, &scheme.worth), &quota.rule);
    }
    for ceiling in &scheme.worth.ceilings {
        page.rule("", "", &ceiling_sentence(ceiling), &ceiling.rule);
    }
}

fn people(page: &mut Page, scheme: &Scheme) {
    let Some(people) = &scheme.worth.people else { return };
    page.heading("个人得分", "People");
    page.rule("", "", &people_sentence(people, &scheme.words), &people.rule);
    let kinds: Vec<String> =
        people.roles.iter().map(|role| format!("{}＝{}", role.name, role.kind.spoken().in_lang(page.lang))).collect();
    page.line(&Text::new(
        format!("- 否决所指：{}", kinds.join("、")),
        format!("- what roles are to vetoes: {}", kinds.join(", ")),
    ));
}

fn after(page: &mut Page, scheme: &Scheme) {
    for (heading, rules) in after_sections(scheme) {
        page.heading(&heading.zh, &heading.en);
        for (name, sentence, rule) in rules {
            page.rule("", &name, &sentence, rule);
        }
    }
}
