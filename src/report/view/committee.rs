//! 上会: what the committee has to look at, open matters first.

use super::names::Names;
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet};
use crate::results::{Case, Results};

fn ordered(results: &Results) -> Vec<&Case> {
    let rank =
        |kind: &str| ["tie", "pending", "near_line", "veto", "decision"].iter().position(|k| *k == kind).unwrap_or(9);
    let mut cases: Vec<&Case> = results.cases.iter().collect();
    cases.sort_by_key(|case| (!case.open, case.whose == "person", rank(&case.kind)));
    cases
}

fn facts(names: &Names, case: &Case) -> String {
    let say = names.say;
    let parts: Vec<String> =
        case.facts.iter().map(|(key, value)| say.pair(&say.fact(key), &say.reason(value))).collect();
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
        Column::new(say.of("规则", "Rule"), Kind::Text),
        Column::new(say.of("状态", "State"), Kind::Mark),
    ];
    if minutes {
        columns.push(Column::new(say.of("会议意见（手填）", "Decision (by hand)"), Kind::Long));
    }
    let rows = ordered(results).into_iter().zip(1_u32..).map(|(case, n)| {
        let state = match (case.open, case.kind.as_str()) {
            (true, "near_line" | "veto") => say.of("供审议", "for review"),
            (true, _) => say.of("待裁定", "open"),
            (false, _) => say.of("已定", "settled"),
        };
        let mut cells = vec![
            Cell::Count(n),
            Cell::text(say.case_kind(&case.kind)),
            Cell::text(say.whose(&case.whose)),
            Cell::text(subjects(names, case)),
            Cell::text(facts(names, case)),
            Cell::text(case.rule.clone()),
            Cell::text(state),
        ];
        if minutes {
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
        (_, 0) => say.made(format!("共{all}项，均已有结论。"), format!("{all} matters, all settled.")),
        _ => {
            say.made(format!("共{all}项，其中{open}项等待裁定或审议。"), format!("{all} matters, {open} of them open."))
        }
    };
    let table = (all > 0).then(|| table(results, names, false));
    let block = Block { plot: None, caption: String::new(), sentence, sentences: Vec::new(), table, folded: false };
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
