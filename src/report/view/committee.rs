//! 上会: what the committee has to look at, in the order of the results: open matters first.

use std::collections::BTreeMap;

use super::names::Names;
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet};
use crate::results::{Case, Results};

/// The order in which facts are told; others follow by name.
const ORDER: [&str; 16] = [
    "pool",
    "value",
    "line",
    "missing",
    "grade",
    "places",
    "open",
    "decision",
    "body",
    "date",
    "decided",
    "from",
    "to",
    "reason",
    "refused_by",
    "event",
];

/// The facts in words; a matter without any says why it waits.
pub(super) fn facts(results: &Results, names: &Names, case: &Case) -> String {
    if case.facts.is_empty() && case.kind == "pending" {
        return names.reason(results, &format!("value:{}", case.rule));
    }
    told(results, names, &case.facts)
}

/// Facts by name as clauses in a row.
pub(super) fn told(results: &Results, names: &Names, facts: &BTreeMap<String, String>) -> String {
    let say = names.say;
    let worded = |key: &str, value: &str| match key {
        "pool" => names.pool(value),
        "unit" => names.unit_name(value),
        "as" => say.as_what(value),
        "refused_by" => names.rule(results, value),
        "through" => names.rule(results, value),
        "borrowed" => names.pool(value),
        key => say.fact_word(key, value),
    };
    // A decision that was applied says its grade as what the old one became.
    let said_twice = |key: &str| key == "decided" && facts.get("to") == facts.get("decided");
    let mut told: Vec<(&String, &String)> =
        facts.iter().filter(|(key, value)| *key != "place" && !value.is_empty() && !said_twice(key)).collect();
    told.sort_by_key(|(key, _)| ORDER.iter().position(|known| known == key).unwrap_or(ORDER.len()));
    let parts: Vec<String> =
        told.into_iter().map(|(key, value)| say.pair(&say.fact(key), &worded(key, value))).collect();
    say.joined(&parts)
}

fn subjects(names: &Names, case: &Case) -> String {
    let all: Vec<String> = case.subjects.iter().map(|code| names.subject(&case.whose, code)).collect();
    names.say.list(&all)
}

fn table(results: &Results, names: &Names, minutes: bool) -> Table {
    let say = names.say;
    let mut columns = vec![
        Column::new(say.of("序号", "No."), Kind::Mark),
        Column::new(say.of("事项", "Matter"), Kind::Mark),
        Column::new(say.of("范围", "Of"), Kind::Mark),
        Column::new(say.of("对象", "Who"), Kind::Long),
        Column::new(say.of("情况", "Facts"), Kind::Long),
        Column::new(say.of("状态", "State"), Kind::Mark),
    ];
    if minutes {
        columns.push(Column::new(say.of("规则", "Rule"), Kind::Long));
        columns.push(Column::new(say.of("会议意见（手填）", "Decision (by hand)"), Kind::Long));
    }
    let rows = results.cases.iter().zip(1_u32..).map(|(case, n)| {
        let state = match (case.kind.as_str(), case.open) {
            ("near_line" | "veto" | "borrowed", _) => say.of("供参考", "for review"),
            ("decision", true) => say.of("未执行", "not applied"),
            ("decision", false) => say.of("已执行", "applied"),
            (_, true) => say.of("待裁定", "open"),
            (_, false) => say.of("已定", "settled"),
        };
        let mut cells = vec![
            Cell::Count(n),
            Cell::text(say.case_kind(&case.kind)),
            Cell::text(say.whose(&case.whose)),
            Cell::text(subjects(names, case)),
            Cell::text(facts(results, names, case)),
            Cell::text(state),
        ];
        if minutes {
            let rules: Vec<String> = case.rule.split(',').map(|id| names.rule(results, id)).collect();
            cells.push(Cell::text(say.list(&rules)));
            cells.push(Cell::Empty);
        }
        cells
    });
    Table {
        columns, rows: rows.collect(), when_empty: say.of("没有上会事项", "Nothing for the committee").to_owned()
    }
}

/// The section of the page: matters with the most open ones named.
pub(super) fn section(results: &Results, names: &Names) -> Section {
    let say = names.say;
    let open = results.cases.iter().filter(|case| case.open).count();
    let all = results.cases.len();
    let sentence = match (all, open) {
        (0, _) => say.of("没有需要上会的事项。", "Nothing for the committee.").to_owned(),
        (_, 0) => say.made(format!("共{all}项，没有等待裁定的。"), format!("{all} matters, none of them open.")),
        _ => say.made(format!("共{all}项，其中{open}项等待裁定。"), format!("{all} matters, {open} of them open.")),
    };
    let table = (all > 0).then(|| table(results, names, false));
    let block = Block {
        plot: None,
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table,
        folded: false,
        aside: false,
    };
    Section { id: "committee", heading: say.of("上会事项", "For the committee").to_owned(), blocks: vec![block] }
}

/// The sheet 上会, with a column to write in.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    Sheet {
        name: say.of("上会", "Committee").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("上会清单", "matters for the committee")),
        table: table(results, names, true),
        frozen: 0,
        signatures: Vec::new(),
    }
}
