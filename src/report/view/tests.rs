//! The view of a believable county.

use super::{Cell, GradeMark, HeatCell, HeatPlot, Plot, Section, Sheet, View, signed, signed_percent};
use crate::exact::Exact;
use crate::report::charts::theme::grade_tone;
use crate::report::sample::county;
use crate::results::{Classes, Lists, PollResult, Predecessor, Results, Value};

fn sheet<'a>(view: &'a View, name: &str) -> &'a Sheet {
    view.sheets.iter().find(|sheet| sheet.name == name).unwrap()
}

fn section<'a>(view: &'a View, id: &str) -> &'a Section {
    view.sections.iter().find(|section| section.id == id).unwrap()
}

/// All words that a reader of any output can meet.
fn words(view: &View) -> String {
    format!("{view:?}")
}

fn shown(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(Cell::shown).collect()
}

#[test]
fn every_row_has_a_cell_for_every_column() {
    let view = View::of(&county());
    let tables = view.sheets.iter().map(|sheet| &sheet.table);
    let blocks = view.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| block.table.as_ref());
    for table in tables.chain(blocks) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{:?}", table.columns);
    }
}

#[test]
fn sheets_and_sections_stand_in_their_order() {
    let view = View::of(&county());
    let names: Vec<&str> = view.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["总表", "分项", "个人", "否决", "名额", "上会", "案件", "说明"]);
    let ids: Vec<&str> = view.sections.iter().map(|section| section.id).collect();
    assert_eq!(
        ids,
        [
            "grades",
            "ranking",
            "items",
            "disagreement",
            "movers",
            "vetoes",
            "committee",
            "quotas",
            "people",
            "statistics",
            "about"
        ]
    );
}

#[test]
fn key_figures_are_counts_of_the_results() {
    let keys: Vec<(String, u32)> = View::of(&county()).keys.into_iter().map(|key| (key.label, key.value)).collect();
    // 3 places for 9 townships and 17 for 68 departments, all taken; two units vetoed, one pending.
    let expected = [("参评单位", 77), ("优秀", 20), ("一票否决", 2), ("待裁定单位", 1), ("参评个人", 315)];
    assert_eq!(keys, expected.map(|(label, n)| (label.to_owned(), n)));
}

#[test]
fn year_over_year_says_why_there_is_no_rate() {
    let view = View::of(&county());
    let rows: Vec<Vec<String>> = sheet(&view, "案件").table.rows.iter().map(|row| shown(row)).collect();
    // 11/401 = 2.74…%, 5/91 = 5.49…%, 7/49 = 5/35 = 14.28…%, −2/43 = −4.65…%.
    let changes: Vec<&str> = rows.iter().map(|row| row[4].as_str()).collect();
    assert_eq!(changes, ["+2.7%", "+5.5%", "+14.3%", "+14.3%", "−4.7%", "上年为零，不计比率", "上年无数据"]);
    assert_eq!(rows[6], ["提醒谈话", "人次", "—", "128", "上年无数据"]);
}

#[test]
fn signs_stand_before_every_change_but_nought() {
    let exact = |text: &str| text.parse::<Exact>().unwrap();
    assert_eq!(signed(&exact("2.15"), 2), "+2.15");
    assert_eq!(signed(&exact("-3.1"), 2), "−3.10");
    assert_eq!(signed(&exact("-0.004"), 2), "0.00");
    assert_eq!(signed_percent(&exact("1/7")), "+14.3%");
}

#[test]
fn vetoes_are_told_as_sentences() {
    let mut results = county();
    results.lists.vetoes[0].without = Some("良好".to_owned());
    results.lists.vetoes[1].without = None;
    let view = View::of(&results);
    let told = &section(&view, "vetoes").blocks[0].sentences;
    assert_eq!(
        told[0],
        "云川镇：2015-06-12，发生严重违纪违法案件（云纪〔2015〕12号），等次最高为不合格；无此情形应为良好，现为不合格。"
    );
    assert!(told[1].ends_with(
        "（云川镇），作为正职：2015-06-12，发生严重违纪违法案件（云纪〔2015〕12号），等次最高为基本合格；现为基本合格。"
    ));
}

#[test]
fn the_committee_reads_facts_and_reasons_in_words() {
    let view = View::of(&county());
    let table = section(&view, "committee").blocks[0].table.as_ref().unwrap();
    let facts: Vec<String> = table.rows.iter().map(|row| row[4].shown()).collect();
    assert_eq!(facts[0], "范围：部门；等次：优秀；名额：17；剩余名额：1");
    assert_eq!(facts[1], "缺少得分（群众满意度），等待裁定");
    assert_eq!(facts[3], "得分：89.97；等次线：90；相差：0.03；等次：优秀");
    let states: Vec<String> = table.rows.iter().map(|row| row[5].shown()).collect();
    assert_eq!(states, ["待裁定", "待裁定", "已执行", "供参考"]);
}

#[test]
fn what_is_withheld_is_a_word_in_every_output() {
    let mut results = county();
    let secret = "77.7131";
    for unit in &mut results.units {
        unit.components[1].score = Some(Value::Withheld { withheld: "min_count:5".to_owned() });
        unit.items[0].score = Some(Value::Withheld { withheld: format!("min_count {secret}") });
    }
    let view = View::of(&results);
    assert!(!words(&view).contains(secret), "not even the reason of a withheld value is printed");
    let table = &sheet(&view, "总表").table;
    let column = table.columns.iter().position(|column| column.label == "民主测评（20%）").unwrap();
    assert!(table.rows.iter().all(|row| row[column] == Cell::Instead("不公开".to_owned())));
}

#[test]
fn polls_by_class_reach_no_page() {
    let mut results = county();
    let classes = Classes::Withheld { withheld: "min_count:5".to_owned() };
    let (code, period) = ("team".to_owned(), "year".to_owned());
    results.units[0].polls =
        vec![PollResult { code, period, score: None, failed: None, n: 4711, issued: None, returned: None, classes }];
    assert!(!words(&View::of(&results)).contains("4711"));
}

#[test]
fn pending_units_come_last_and_say_why() {
    let view = View::of(&county());
    let row = sheet(&view, "总表").table.rows.last().unwrap();
    let cells = shown(row);
    assert_eq!(cells[0], "", "no rank");
    assert!(cells.contains(&"待定".to_owned()));
    assert_eq!(cells.last().unwrap(), "缺少得分（群众满意度），等待裁定");
}

#[test]
fn english_pages_have_no_chinese_labels() {
    let mut results = county();
    results.assessment.lang = "en".to_owned();
    let view = View::of(&results);
    let labels: Vec<&str> = view.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(labels, ["Overall", "Items", "People", "Vetoes", "Places", "Committee", "Cases", "Method"]);
    assert_eq!(view.head.status, "Proposed");
    let totals = &section(&view, "statistics").blocks[0].table.as_ref().unwrap().columns;
    assert!(totals.iter().all(|column| column.label.is_ascii()), "{totals:?}");
}

#[test]
fn a_county_without_people_statistics_or_last_year_has_a_shorter_page() {
    let mut results = county();
    results.people.clear();
    results.lists = Lists::default();
    results.cases.clear();
    results.units.iter_mut().for_each(|unit| unit.last_year = None);
    let view = View::of(&results);
    let ids: Vec<&str> = view.sections.iter().map(|section| section.id).collect();
    assert_eq!(ids, ["grades", "ranking", "items", "disagreement", "movers", "vetoes", "committee", "about"]);
    assert_eq!(section(&view, "movers").blocks[0].sentence, "没有上年结果，无从比较。");
    assert_eq!(section(&view, "vetoes").blocks[0].sentence, "本期没有一票否决。");
}

#[test]
fn nothing_at_all_is_still_a_view() {
    let mut results: Results = county();
    results.units.clear();
    results.people.clear();
    results.cases.clear();
    results.lists = Lists::default();
    results.scheme.unit_grades.clear();
    results.scheme.components.clear();
    let view = View::of(&results);
    assert_eq!(view.sheets.len(), 8);
    assert!(view.plots.is_empty());
}

#[test]
fn tones_of_grades_are_those_of_the_charts() {
    for of in 1..=7 {
        for index in 0..of {
            let mark = GradeMark { text: String::new(), index: Some(index), of };
            assert_eq!(mark.tone(), Some(grade_tone(index, of) + 1), "{index} of {of}");
        }
    }
}

#[test]
fn each_group_has_a_ranking_of_all_its_units() {
    let view = View::of(&county());
    for (keys, n) in [(&["ranking-township"][..], 9), (&["ranking-department", "ranking-department-p2"], 68)] {
        let rows = keys.iter().map(|key| {
            let Plot::Ranking(plot) = &view.plots[*key] else { panic!("{key} is a ranking") };
            plot.rows.len()
        });
        assert_eq!(rows.sum::<usize>(), n);
    }
}

#[test]
fn what_cannot_be_compared_is_not_joined() {
    let mut results = county();
    let known: Vec<usize> = (0..results.units.len()).filter(|i| results.units[*i].last_year.is_some()).collect();
    let [merged, renamed, ruled] = [known[0], known[1], known[2]];
    let predecessor = |name: &str, how: &str| Predecessor {
        code: String::new(),
        name: name.to_owned(),
        how: how.to_owned(),
        date: "2015-03-01".to_owned(),
        score: None,
        grade: None,
    };
    let last = |results: &mut Results, i: usize, from: Vec<Predecessor>, broken: Option<&str>| {
        let last = results.units[i].last_year.as_mut().unwrap();
        (last.from, last.broken) = (from, broken.map(str::to_owned));
    };
    let from = vec![predecessor("甲局", "merged"), predecessor("乙局", "merged")];
    last(&mut results, merged, from, Some("merged"));
    last(&mut results, renamed, vec![predecessor("丙局", "renamed")], None);
    last(&mut results, ruled, Vec::new(), Some("rules"));
    let view = View::of(&results);
    let Plot::Moves(plot) = &view.plots["movers"] else { panic!("slopes") };
    // And the unit whose total of this year waits for a decision.
    assert_eq!(plot.rows.iter().filter(|row| !row.joined).count(), 4);
    assert!(plot.rows.iter().all(|row| row.joined || (!row.named && row.change.is_empty())));
    let name = |i: usize| results.units[i].name.clone();
    for told in [
        format!("※ {}：由甲局、乙局合并而来（2015-03-01），不与上年相连", name(merged)),
        format!("※ {}：由丙局更名而来（2015-03-01），不与上年相连", name(renamed)),
        format!("※ {}：上年办法不同，不与上年相连", name(ruled)),
    ] {
        assert!(plot.remarks.contains(&told), "{told} in {:?}", plot.remarks);
    }
    assert!(!view.plots.contains_key("movers-split"), "nothing was scored again");
}

#[test]
fn a_move_is_split_into_own_part_and_rules() {
    let mut results = county();
    let exact = |text: &str| text.parse::<Exact>().unwrap();
    let score = |text: &str| Some(Value::Score { exact: exact(text), shown: text.to_owned() });
    let unit = results.units.iter_mut().find(|unit| unit.last_year.is_some()).unwrap();
    unit.score = score("88.00");
    let last = unit.last_year.as_mut().unwrap();
    (last.score, last.rescored) = (score("85.50"), score("87.25"));
    let name = unit.name.clone();
    let view = View::of(&results);
    let Plot::Splits(plot) = &view.plots["movers-split"] else { panic!("two parts") };
    // 88.00 − 87.25 by its own doing, 87.25 − 85.50 by the rules, 88.00 − 85.50 in all.
    let [row] = plot.rows.as_slice() else { panic!("one unit") };
    assert_eq!([&row.label, &row.own.shown, &row.rule.shown, &row.sum], [&name, "+0.75", "+1.75", "+2.50"]);
    assert_eq!(plot.frame.title, "1个单位中1个的升降主要因办法改变");
}

#[test]
fn large_groups_stand_in_even_parts_on_one_scale() {
    let view = View::of(&county());
    let part = |key: &str| match &view.plots[key] {
        Plot::Ranking(plot) => plot.clone(),
        other => panic!("{other:?}"),
    };
    let (first, second) = (part("ranking-department"), part("ranking-department-p2"));
    assert_eq!((first.rows.len(), second.rows.len()), (34, 34));
    assert_eq!(first.ends, second.ends);
    let Plot::Heat(heat) = &view.plots["items-department-2"] else { panic!("a heat map") };
    let Plot::Heat(rest) = &view.plots["items-department-2-p2"] else { panic!("a heat map") };
    let weak = |plot: &HeatPlot| {
        let cells = plot.rows.iter().flat_map(|row| &row.cells);
        cells.filter(|cell| matches!(cell, HeatCell::Scored { weak: true, .. })).count()
    };
    assert_eq!(weak(heat) + weak(rest), heat.n_weak);
    assert!(heat.n_weak <= 15);
}
