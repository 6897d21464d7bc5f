//! The order of the stages, which no scheme can change, with the rules that act in each.

use super::page::Page;
use crate::diag::{Lang, Text};
use crate::scheme::Scheme;
use crate::scheme::sentences::{Spoken as _, after_sections, listed};
use crate::scheme::words::{FactTable, MeasureFrom};

/// A stage and what acts in it.
struct Stage {
    name: Text,
    rules: Vec<Text>,
}

fn stage(zh: &str, en: &str, rules: Vec<Text>) -> Stage {
    Stage { name: Text::new(zh, en), rules }
}

fn same(text: impl ToString) -> Text {
    Text::new(text.to_string(), text.to_string())
}

/// The stages in order.
pub(super) fn stages(page: &mut Page<'_>, scheme: &Scheme) {
    page.heading("计分次序", "Order of the stages");
    for (n, stage) in all(scheme).iter().enumerate() {
        let n = n + 1;
        let rules = listed(stage.rules.iter().cloned());
        let text = match (stage.rules.is_empty(), page.lang) {
            (true, Lang::Zh) => format!("{n}. {}：本方案没有", stage.name.zh),
            (true, Lang::En) => format!("{n}. {}: none in this scheme", stage.name.en),
            (false, Lang::Zh) => format!("{n}. {}：{}", stage.name.zh, rules.zh),
            (false, Lang::En) => format!("{n}. {}: {}", stage.name.en, rules.en),
        };
        page.line(&same(text));
    }
}

fn all(scheme: &Scheme) -> Vec<Stage> {
    let worth = &scheme.worth;
    let coded = |code: &dyn ToString, name: &str| same(format!("{} {name}", code.to_string()));
    let items = worth.items.iter().filter(|item| item.part_of.is_none()).map(|item| coded(&item.code, &item.name));
    let polls = worth.polls.iter().map(|poll| coded(&poll.code, &poll.name));
    let components = worth.components.iter().map(|component| coded(&component.code, &component.name));
    let blended = worth.components.iter().filter(|component| component.periods.len() > 1);
    let blended = blended.map(|component| coded(&component.code, &component.name));
    let families = worth.families.iter().map(|family| coded(&family.code, &family.name));
    let roundings = worth.rounding.iter().map(|(point, ..)| point.spoken());
    let bands = worth.unit_bands.iter().map(|band| same(&band.grade));
    let vetoes = worth.grounds.iter().filter(|ground| ground.all_effects().next().is_some());
    let grounds = vetoes.map(|ground| coded(&ground.code, &ground.name));
    let quotas = worth.quotas.iter().map(|quota| same(quota.rule.id.as_str().trim_start_matches("quota:")));
    let measures = worth.measures.iter().map(|measure| coded(&measure.code, &measure.name));
    let acting = grounds.chain(worth.escalations.iter().map(|rule| coded(&rule.code, &rule.name)));
    let acting = acting.chain(worth.accumulations.iter().map(|rule| coded(&rule.code, &rule.name)));
    let kinds = worth.sanctions.iter().flat_map(|sanctions| &sanctions.kinds);
    let acting = acting.chain(kinds.map(|kind| coded(&kind.code, &kind.name)));
    let gates = worth.gates.iter().map(|gate| coded(&gate.code, &gate.reason));
    let reviews = worth.triggers.iter().filter(|trigger| trigger.review);
    let gates = gates.chain(reviews.map(|trigger| coded(&trigger.code, &trigger.name)));
    vec![
        stage("事实", "facts", facts(scheme)),
        stage("指标量", "measures", measures.collect()),
        stage("项目得分", "item scores", items.collect()),
        stage("民主测评和满意度调查", "ballots and surveys", polls.collect()),
        stage("各部分", "components", components.collect()),
        stage("各考核期合成", "blend of periods", blended.collect()),
        stage("加分和扣分", "bonus and penalty", families.collect()),
        stage("总分", "total", vec![total(scheme)]),
        stage("取舍", "rounding", roundings.collect()),
        stage("等次", "band", bands.collect()),
        stage("一票否决和处理上限", "vetoes and sanction caps", acting.collect()),
        stage("资格条件", "eligibility", gates.collect()),
        stage("名额和并列", "quota and ties", quotas.collect()),
        stage("裁定、后果和名单", "decision, consequences and lists", decided(scheme)),
    ]
}

/// Decisions, and how many rules there are of each kind behind the grades.
fn decided(scheme: &Scheme) -> Vec<Text> {
    let sections = after_sections(scheme).into_iter().map(|(heading, rules)| {
        let n = rules.len();
        Text::new(format!("{} {n} 条", heading.zh), format!("{} ({n})", heading.en))
    });
    std::iter::once(Text::new("裁定", "decisions of the committee")).chain(sections).collect()
}

/// Full marks and how far the total can go.
fn total(scheme: &Scheme) -> Text {
    let (declared, highest) = (&scheme.worth.total.declared, scheme.worth.highest_total());
    match highest {
        Some(highest) => {
            Text::new(format!("满分 {declared}，最高 {highest}"), format!("full marks {declared}, at most {highest}"))
        }
        None => Text::new(format!("满分 {declared}，不封顶"), format!("full marks {declared}, no cap")),
    }
}

/// The raw tables from which facts are read.
fn facts(scheme: &Scheme) -> Vec<Text> {
    let (words, worth) = (&scheme.words, &scheme.worth);
    let of_items = |table| words.items.iter().any(|item| item.table == table);
    let measured = |from| words.measures.iter().any(|measure| measure.from == from);
    let registers = &words.registers;
    let tables = [
        (true, "单位名册", "roster of units"),
        (worth.people.is_some(), "干部名册", "roster of people"),
        (of_items(FactTable::Marks), "检查评分", "item marks"),
        (of_items(FactTable::Ledger) || !registers.actions.is_empty(), "履责台账", "duty ledger"),
        (registers.talks, "约谈台账", "talks"),
        (registers.tasks, "整改任务台账", "tasks"),
        (!registers.checks.is_empty(), "清单自查", "checklists"),
        (!worth.polls.is_empty(), "测评和调查", "ballots and survey answers"),
        (!words.cases.is_empty(), "案件统计", "case statistics"),
        (measured(MeasureFrom::Facts), "事实登记", "facts"),
        (of_items(FactTable::Occurrences) || measured(MeasureFrom::Occurrences), "事项登记", "occurrences"),
        (!worth.families.is_empty(), "加减分", "claims"),
        (!worth.grounds.is_empty(), "责任追究", "events"),
        (registers.collective, "集体决策", "decisions taken together"),
        (!registers.steps.is_empty(), "办理步骤", "steps of procedures"),
        (registers.receipts, "送达", "receipts"),
        (worth.sanctions.is_some(), "处分", "sanctions"),
        (words.remembers_years, "历年结果", "earlier years"),
        (!words.triggers.is_empty(), "确认", "confirmations"),
        (true, "裁定", "decisions"),
    ];
    tables.into_iter().filter(|(is_used, ..)| *is_used).map(|(_, zh, en)| Text::new(zh, en)).collect()
}
