//! Units: 等次分布 and the sheet 总表.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Names, in_order};
use super::numbers::number;
use super::plots::{GradePlot, GradeRow, Plot};
use super::table::{Cell, Column, Kind, Table};
use super::{Block, Section, Sheet, titles};
use crate::results::{Part, Results, SubjectResult};

/// 等次分布 of units, by group.
pub(super) fn grades_section(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Section {
    let say = names.say;
    let grades: Vec<String> = results.scheme.unit_grades.iter().map(|info| info.grade.clone()).collect();
    let by_group: Vec<(String, Vec<&SubjectResult>)> = groups(results)
        .into_iter()
        .map(|code| (names.group(code).to_owned(), results.units.iter().filter(|unit| unit.group == code).collect()))
        .collect();
    let (vetoed, _) = super::cover::struck(results);
    let subject = say.of("各类单位等次分布", "Grades by group");
    let noun = ["单位", "units"];
    let block =
        grade_block(names, &GradeWords { grades: &grades, rows: &by_group, vetoed, noun, subject }, "grades", plots);
    Section { id: "grades", heading: say.of("等次分布", "Grades").to_owned(), blocks: block.into_iter().collect() }
}

/// What a distribution of grades is made from.
pub(super) struct GradeWords<'a> {
    pub(super) grades: &'a [String],
    pub(super) rows: &'a [(String, Vec<&'a SubjectResult>)],
    pub(super) vetoed: usize,
    pub(super) noun: [&'a str; 2],
    pub(super) subject: &'a str,
}

/// Chart, sentence and table of a distribution of grades; nothing where nobody is graded.
pub(super) fn grade_block(
    names: &Names,
    words: &GradeWords,
    key: &str,
    plots: &mut BTreeMap<String, Plot>,
) -> Option<Block> {
    let say = names.say;
    if words.grades.is_empty() || words.rows.is_empty() {
        return None;
    }
    let tally = |subjects: &[&SubjectResult], grade: &str| {
        count(subjects.iter().filter(|s| s.grade.as_deref() == Some(grade)).count())
    };
    let without = |subjects: &[&SubjectResult]| count(subjects.iter().filter(|s| s.grade.is_none()).count());
    let total = |n: usize| match words.noun[1] {
        "people" => say.made(format!("{n}人"), format!("n={n}")),
        _ => say.made(format!("{n}个"), format!("n={n}")),
    };
    let rows: Vec<GradeRow> = words
        .rows
        .iter()
        .map(|(label, subjects)| GradeRow {
            label: label.clone(),
            counts: words.grades.iter().map(|grade| tally(subjects, grade)).collect(),
            without: without(subjects),
            total: total(subjects.len()),
        })
        .collect();

    let mut columns = vec![Column::new(say.of("类别", "Group"), Kind::Text)];
    columns.extend(words.grades.iter().map(|grade| Column::new(grade.clone(), Kind::Number)));
    columns.push(Column::new(say.of("待定或不定", "None yet"), Kind::Number));
    columns.push(Column::new(say.of("合计", "Total"), Kind::Number));
    let table_rows = words.rows.iter().zip(&rows).map(|((label, subjects), row)| {
        let mut cells = vec![Cell::text(label.clone())];
        cells.extend(row.counts.iter().map(|n| Cell::Count(*n)));
        cells.extend([Cell::Count(row.without), Cell::Count(count(subjects.len()))]);
        cells
    });
    let table = Table { columns, rows: table_rows.collect(), when_empty: String::new() };

    let sentences: Vec<String> = words
        .rows
        .iter()
        .zip(&rows)
        .map(|((label, subjects), row)| {
            let mut parts: Vec<String> = words
                .grades
                .iter()
                .zip(&row.counts)
                .filter(|(_, n)| **n > 0)
                .map(|(grade, n)| say.made(format!("{grade}{n}"), format!("{n} {grade}")))
                .collect();
            if row.without > 0 {
                parts.push(say.made(format!("待定或不定{}", row.without), format!("{} without a grade", row.without)));
            }
            let all = total(subjects.len());
            say.made(format!("{label}{all}：{}", parts.join("、")), format!("{label}, {all}: {}", parts.join(", ")))
        })
        .collect();
    let sentence = format!("{}{}", sentences.join(say.of("；", "; ")), say.of("。", "."));

    let all: Vec<&SubjectResult> = words.rows.iter().flat_map(|(_, subjects)| subjects.iter().copied()).collect();
    let best = &words.grades[0];
    let title = titles::grades(say, best, tally(&all, best), count(all.len()), words.vetoed, words.noun, words.subject);
    let subtitle = say.made(
        if words.noun[1] == "people" {
            "各等次的人数，按角色".to_owned()
        } else {
            "各等次的单位数，按类别".to_owned()
        },
        format!("{} in each grade, by group", words.noun[1]),
    );
    let frame = names.frame(title, subtitle, sentence.clone());
    plots.insert(key.to_owned(), Plot::Grades(GradePlot { frame, grades: words.grades.to_vec(), rows }));
    Some(Block {
        plot: Some(key.to_owned()),
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table: Some(table),
        folded: true,
        aside: false,
    })
}

/// Groups that have units, in the scheme's order; groups that the scheme does not name come last.
pub(super) fn groups(results: &Results) -> Vec<&str> {
    let used: BTreeSet<&str> = results.units.iter().map(|unit| unit.group.as_str()).collect();
    let mut all: Vec<&str> = results.scheme.groups.iter().map(|group| group.code.as_str()).collect();
    all.retain(|code| used.contains(code));
    let rest: Vec<&str> = used.iter().copied().filter(|code| !all.contains(code)).collect();
    all.extend(rest);
    all
}

/// The families of adjustments that occur, code and name, by code.
pub(super) fn families(subjects: &[SubjectResult]) -> BTreeMap<&str, &str> {
    subjects
        .iter()
        .flat_map(|subject| &subject.adjustments)
        .map(|part| (part.code.as_str(), part.name.as_str()))
        .collect()
}

pub(super) fn part_of<'a>(parts: &'a [Part], code: &str) -> Option<&'a Part> {
    parts.iter().find(|part| part.code == code)
}

/// The sheet 总表.
pub(super) fn sheet(results: &Results, names: &Names) -> Sheet {
    let say = names.say;
    let families = families(&results.units);
    let mut columns = vec![
        Column::new(say.of("名次", "Rank"), Kind::Mark),
        Column::new(say.of("代码", "Code"), Kind::Mark),
        Column::new(say.of("单位", "Unit"), Kind::Text),
        Column::new(say.of("类别", "Group"), Kind::Mark),
    ];
    columns.extend(results.scheme.components.iter().map(|component| {
        let weight = super::percent(&component.weight);
        let weight = weight.replace(".0%", "%");
        Column::new(
            say.made(format!("{}（{weight}）", component.name), format!("{} ({weight})", component.name)),
            Kind::Number,
        )
    }));
    columns.extend(families.values().map(|name| Column::new(*name, Kind::Number)));
    columns.extend([
        Column::new(say.of("总分", "Total"), Kind::Number),
        Column::new(say.of("分数档", "Band"), Kind::Mark),
        Column::new(say.of("等次", "Grade"), Kind::Mark),
        Column::new(say.of("上年总分", "Last year"), Kind::Number),
        Column::new(say.of("变化", "Change"), Kind::Number),
        Column::new(say.of("备注", "Notes"), Kind::Long),
    ]);
    let rows = in_order(results, &results.units).into_iter().map(|unit| {
        let mut cells = vec![
            unit.rank.map_or(Cell::Empty, Cell::Count),
            Cell::text(unit.code.clone()),
            Cell::text(unit.name.clone()),
            Cell::text(names.group(&unit.group)),
        ];
        cells.extend(results.scheme.components.iter().map(|c| names.part(part_of(&unit.components, &c.code))));
        cells.extend(families.keys().map(|code| adjustment(names, unit, code)));
        let [last, change] = names.last_year(unit);
        cells.extend([
            names.total(unit),
            unit.band.clone().map_or(Cell::Empty, Cell::text),
            names.grade("unit", unit),
            last,
            change,
            Cell::text(names.notes_of(results, unit)),
        ]);
        cells
    });
    Sheet {
        name: say.of("总表", "Overall").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("总表", "overall")),
        table: Table { columns, rows: rows.collect(), when_empty: say.of("没有单位", "No units").to_owned() },
        frozen: 3,
        signatures: names.signatures(),
    }
}

/// A signed adjustment; a family that did not touch the subject stays empty.
pub(super) fn adjustment(names: &Names, subject: &SubjectResult, code: &str) -> Cell {
    let part = part_of(&subject.adjustments, code);
    match part.and_then(|part| part.score.as_ref()).and_then(number) {
        Some(number) => {
            let shown = super::signed(&number.exact, super::places_of(&number.shown));
            Cell::Change(super::table::Number { exact: number.exact, shown })
        }
        None => names.part(part),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
