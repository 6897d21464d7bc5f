//! What the lists say about one subject: vetoes, matters for the committee, places, consequences, claims.

use super::{Wall, block};
use crate::report::view::table::Table;
use crate::report::view::{Block, claims, committee, lists, vetoes};
use crate::results::{ListEntry, SubjectResult};

impl Wall<'_> {
    /// Every list that names the subject; a unit has also the vetoes of people that an event in it brought about.
    pub(super) fn follows(&self, subject: &SubjectResult) -> Vec<Block> {
        let (names, say) = (self.names, self.names.say);
        let whose = if self.is_person { "person" } else { "unit" };
        let found = &self.results.lists;
        let mut blocks = Vec::new();

        let is_own = |of: &str, code: &str| of == whose && *code == subject.code;
        let hits = found.vetoes.iter();
        let hits = hits.filter(|e| is_own(&e.whose, &e.subject) || !self.is_person && e.unit == subject.code);
        let hits: Vec<String> = hits.map(|entry| vetoes::sentence(names, entry)).collect();
        if !hits.is_empty() {
            blocks.push(block(say.of("一票否决", "Vetoes"), hits, None));
        }

        let mut matters: Vec<String> = Vec::new();
        for case in &self.results.cases {
            if case.whose == whose && case.subjects.contains(&subject.code) {
                let facts = committee::facts(self.results, names, case);
                matters.push(say.pair(&say.case_kind(&case.kind), &facts));
            }
        }
        for quota in found.quotas.iter().filter(|quota| quota.whose == whose) {
            let what = |codes: &[String]| codes.contains(&subject.code);
            let (zh, en) = match () {
                () if what(&quota.placed) => ("列入名额", "has a place"),
                () if what(&quota.tied) => ("名额线上并列，待裁定", "tied on the line of places"),
                () if what(&quota.lost) => ("达线而未列入名额", "reached the line without a place"),
                () => continue,
            };
            let (pool, places) = (names.pool(&quota.pool), quota.places);
            let grade = &quota.grade;
            matters.push(say.made(
                format!("{pool}的{grade}名额{places}个：{zh}。"),
                format!("{places} places of {grade}, {pool}: {en}."),
            ));
        }
        if !matters.is_empty() {
            blocks.push(block(say.of("名额和上会事项", "Places and matters for the committee"), matters, None));
        }

        let bars = found.bars.iter().filter(|bar| self.is_person && bar.subject == subject.code);
        let rows: Vec<_> = bars.map(|bar| lists::bar_cells(names, bar)).collect();
        if !rows.is_empty() {
            let table = Table { columns: lists::bar_columns(names), rows, when_empty: String::new() };
            blocks.push(block(say.of("后果", "Bars"), Vec::new(), Some(table)));
        }
        let own: Vec<&ListEntry> = found.entries.iter().filter(|e| is_own(&e.whose, &e.subject)).collect();
        let mut named: Vec<&str> = own.iter().map(|entry| entry.list.as_str()).collect();
        named.dedup();
        for list in named {
            let rows = own.iter().filter(|entry| entry.list == list).map(|entry| lists::cells(names, entry));
            let table = Table { columns: lists::columns(names), rows: rows.collect(), when_empty: String::new() };
            blocks.push(block(list, Vec::new(), Some(table.without_empty_columns(1))));
        }
        let rows = found.claims.iter().filter(|claim| is_own(&claim.whose, &claim.subject));
        let rows: Vec<_> = rows.map(|claim| claims::row(names, claim)).collect();
        if !rows.is_empty() {
            let table = Table { columns: claims::columns(names), rows, when_empty: String::new() };
            blocks.push(block(say.of("加减分申报", "Claims"), Vec::new(), Some(table.without_empty_columns(2))));
        }
        blocks
    }
}
