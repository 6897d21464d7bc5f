//! People: grades by role and the sheet 个人.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use super::plots::Plot;
use super::table::{Cell, Column, Kind, Table};
use super::units::{GradeWords, adjustment, families, grade_block, part_of};
use super::{Block, Section, Sheet, posts};
use crate::results::{Results, SubjectResult};

/// By role in the scheme's order, then ranked before unranked, then by code.
pub(super) fn ordered(results: &Results) -> Vec<&SubjectResult> {
    let place = |role: Option<&String>| {
        results.scheme.roles.iter().position(|known| Some(&known.code) == role).unwrap_or(usize::MAX)
    };
    let mut people: Vec<&SubjectResult> = results.people.iter().collect();
    people.sort_by_key(|person| (place(person.role.as_ref()), person.rank.unwrap_or(u32::MAX), person.code.clone()));
    people
}

/// The components that people carry, code and name, in the order of appearance.
fn parts(results: &Results) -> Vec<(&str, &str)> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for part in results.people.iter().flat_map(|person| &person.components) {
        if !seen.iter().any(|(code, _)| *code == part.code) {
            seen.push((&part.code, &part.name));
        }
    }
    seen
}

/// The last post in the period, as written.
pub(super) fn post(person: &SubjectResult) -> String {
    let of_unit = person.posts.iter().filter(|post| Some(&post.unit) == person.unit.as_ref());
    let last = of_unit.max_by(|a, b| a.from.cmp(&b.from)).or(person.posts.last());
    last.map(|post| post.post.clone()).unwrap_or_default()
}

/// The section of the page.
pub(super) fn section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let heading = say.of("个人", "People").to_owned();
    if results.people.is_empty() {
        return Section { id: "people", heading, blocks: Vec::new() };
    }
    let grades: Vec<String> = results.scheme.person_grades.iter().map(|info| info.grade.clone()).collect();
    let used: BTreeSet<&str> = results.people.iter().filter_map(|person| person.role.as_deref()).collect();
    let roles = results.scheme.roles.iter().map(|role| role.code.as_str()).filter(|code| used.contains(code));
    let rows: Vec<(String, Vec<&SubjectResult>)> = roles
        .map(|code| {
            (names.role(code).to_owned(), results.people.iter().filter(|p| p.role.as_deref() == Some(code)).collect())
        })
        .collect();
    let (_, vetoed) = super::cover::struck(results);
    let noun = ["干部", "people"];
    let subject = say.of("各类人员等次分布", "Grades by role");
    let words = GradeWords { grades: &grades, rows: &rows, vetoed, noun, subject };
    let mut blocks: Vec<Block> = grade_block(names, &words, "people", plots).into_iter().collect();
    blocks.extend(posts::block(results, names, &rows, plots));
    let table = table(results, names).without_empty_columns(5);
    let n = results.people.len();
    blocks.push(Block {
        plot: None,
        caption: say.made(format!("全部{n}人"), format!("All {n} people")),
        sentence: String::new(),
        sentences: Vec::new(),
        table: Some(table),
        folded: true,
        aside: false,
    });
    Section { id: "people", heading, blocks }
}

fn table(results: &Results, names: &Names) -> Table {
    let say = names.say;
    let (parts, families) = (parts(results), families(&results.people));
    let mut columns = vec![
        Column::new(say.of("名次", "Rank"), Kind::Mark),
        Column::new(say.of("代码", "Code"), Kind::Mark),
        Column::new(say.of("姓名", "Name"), Kind::Text),
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("职务", "Post"), Kind::Text),
        Column::new(say.of("角色", "Role"), Kind::Mark),
    ];
    columns.extend(parts.iter().map(|(_, name)| Column::new(*name, Kind::Number)));
    columns.extend(families.values().map(|name| Column::new(*name, Kind::Number)));
    columns.extend([
        Column::new(say.of("总分", "Total"), Kind::Number),
        Column::new(say.of("分数档", "Band"), Kind::Mark),
        Column::new(say.of("等次", "Grade"), Kind::Mark),
        Column::new(say.of("上年总分", "Last year"), Kind::Number),
        Column::new(say.of("变化", "Change"), Kind::Number),
        Column::new(say.of("备注", "Notes"), Kind::Long),
    ]);
    let rows = ordered(results).into_iter().map(|person| {
        let mut cells = vec![
            person.rank.map_or(Cell::Empty, Cell::Count),
            Cell::text(person.code.clone()),
            Cell::text(person.name.clone()),
            person.unit.as_deref().map_or(Cell::Empty, |unit| Cell::text(names.unit(unit))),
            Cell::text(post(person)),
            person.role.as_deref().map_or(Cell::Empty, |role| Cell::text(names.role(role))),
        ];
        cells.extend(parts.iter().map(|(code, _)| names.part(part_of(&person.components, code))));
        cells.extend(families.keys().map(|code| adjustment(names, person, code)));
        let [last, change] = names.last_year(person);
        cells.extend([
            names.total(person),
            person.band.clone().map_or(Cell::Empty, Cell::text),
            names.grade("person", person),
            last,
            change,
            Cell::text(names.notes_of(results, person)),
        ]);
        cells
    });
    Table { columns, rows: rows.collect(), when_empty: say.of("只考核单位", "Only units are assessed").to_owned() }
}

/// The sheet 个人.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    Sheet {
        name: say.of("个人", "People").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("个人得分和等次", "people")),
        table: table(results, names).without_empty_columns(6),
        frozen: 3,
        signatures: names.signatures(),
    }
}
