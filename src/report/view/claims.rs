//! 加减分: every claim with what became of it, where the scheme judges claims.

use super::names::Names;
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet};
use crate::results::{ClaimLine, Results};

/// What became of a claim, in words.
fn outcome(names: &Names, claim: &ClaimLine) -> String {
    let say = names.say;
    let reason = claim.reason.as_deref().unwrap_or_default();
    match reason.split_once(':').unwrap_or((reason, "")) {
        ("", _) => say.of("计入", "counted").to_owned(),
        ("shared", n) => say.made(format!("{n}家共报，平分"), format!("shared by {n}")),
        ("one_document", _) => say.of("同一文件已计一次", "its document counts already").to_owned(),
        ("two_claimants", _) => say.of("两家以同一文件申报，都不计", "two claim its document").to_owned(),
        ("year", year) => say.made(format!("应计入{year}年度"), format!("belongs to {year}")),
        ("too_late", _) => say.of("超过截止日", "after the cut-off").to_owned(),
        ("no_evidence", _) => say.of("没有佐证材料", "without evidence").to_owned(),
        ("no_issuer", _) => say.of("没有发文机关", "without an issuing body").to_owned(),
        ("issuer_not_recognised", _) => say.of("发文机关不在认可之列", "issuing body not recognised").to_owned(),
        (other, _) => other.to_owned(),
    }
}

/// The section of the page; empty where claims are not judged.
pub(super) fn section(results: &Results, names: &Names) -> Section {
    let say = names.say;
    let heading = say.of("加减分申报", "Claims").to_owned();
    let claims = &results.lists.claims;
    if claims.is_empty() {
        return Section { id: "claims", heading, blocks: Vec::new() };
    }
    let not = claims.iter().filter(|claim| matches!(claim.state.as_str(), "rejected" | "repeated")).count();
    let n = claims.len();
    let block = Block {
        plot: None,
        caption: String::new(),
        sentence: say.made(
            format!("申报{n}件，不计{not}件；原因逐件列出。"),
            format!("{n} claims, {not} of which do not count; each with its reason."),
        ),
        sentences: Vec::new(),
        table: Some(table(results, names)),
        folded: true,
        aside: false,
    };
    Section { id: "claims", heading, blocks: vec![block] }
}

pub(super) fn columns(names: &Names) -> Vec<Column> {
    let say = names.say;
    vec![
        Column::new(say.of("编号", "No."), Kind::Mark),
        Column::new(say.of("对象", "Who"), Kind::Text),
        Column::new(say.of("类别", "Family"), Kind::Mark),
        Column::new(say.of("级别", "Level"), Kind::Mark),
        Column::new(say.of("档次", "Tier"), Kind::Mark),
        Column::new(say.of("事项", "Matter"), Kind::Long),
        Column::new(say.of("文号", "Document"), Kind::Text),
        Column::new(say.of("日期", "Date"), Kind::Mark),
        Column::new(say.of("计分", "Points"), Kind::Mark),
        Column::new(say.of("处理", "Outcome"), Kind::Text),
    ]
}

pub(super) fn row(names: &Names, claim: &ClaimLine) -> Vec<Cell> {
    vec![
        Cell::text(claim.id.clone()),
        Cell::text(names.subject(&claim.whose, &claim.subject)),
        Cell::text(claim.family_name.clone()),
        Cell::text(claim.level.clone()),
        claim.tier.clone().map_or(Cell::Empty, Cell::text),
        Cell::text(claim.title.clone()),
        Cell::text(claim.document.clone()),
        Cell::text(claim.date.clone()),
        Cell::text(claim.points.about()),
        Cell::text(outcome(names, claim)),
    ]
}

fn table(results: &Results, names: &Names) -> Table {
    let rows = results.lists.claims.iter().map(|claim| row(names, claim)).collect();
    Table { columns: columns(names), rows, when_empty: names.say.of("没有申报", "No claim").to_owned() }
}

/// The sheet 加减分, where claims are judged.
pub(super) fn sheet(results: &Results, names: &Names) -> Option<Sheet> {
    let say = names.say;
    (!results.lists.claims.is_empty()).then(|| Sheet {
        name: say.of("加减分", "Claims").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("加减分申报", "claims")),
        table: table(results, names),
        frozen: 0,
        signatures: Vec::new(),
    })
}
