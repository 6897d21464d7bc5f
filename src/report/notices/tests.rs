//! Wordings read and filled, and letters packed.

use std::collections::BTreeMap;

use super::wording::{Column, Piece, Run, Side, Templates, read};
use super::{docx, word};
use crate::explain::Explanations;
use crate::report::sample::{county, entries};
use crate::report::view::letters::{self, Letter, Stamp};

fn plain(text: &str) -> Vec<Run> {
    vec![Run { text: text.to_owned(), bold: false }]
}

fn letters() -> (Vec<Letter>, Stamp) {
    let results = county();
    (letters::all(&results, &Explanations::default()), Stamp::of(&results, "0123456789abcdef"))
}

#[test]
fn a_line_is_what_it_begins_with() {
    let sheet = read("# 题目\n@ 某镇：\n\n## 一、结果\n总分**90**分\n- 甲\n=> 某委\n> 小字\n");
    assert_eq!(sheet.title, "题目");
    let bold = vec![
        Run { text: "总分".to_owned(), bold: false },
        Run { text: "90".to_owned(), bold: true },
        Run { text: "分".to_owned(), bold: false },
    ];
    let expected = [
        Piece::Address { words: plain("某镇：") },
        Piece::Heading { words: plain("一、结果") },
        Piece::Paragraph { words: bold },
        Piece::Entry { words: plain("甲") },
        Piece::Right { words: plain("某委") },
        Piece::Small { words: plain("小字") },
    ];
    assert_eq!(sheet.pieces, expected);
}

#[test]
fn a_row_of_dashes_gives_a_table_its_widths_and_sides() {
    let sheet = read("# 表\n| 甲 | 乙 |\n|--|---:|\n\n| 1 | a\\|b |\n| 丙 |\n|:-:|\n| 2 |\n");
    let first = Piece::Table {
        columns: vec![Column { width: 2, side: Side::Left }, Column { width: 3, side: Side::Right }],
        rows: vec![vec![plain("甲"), plain("乙")], vec![plain("1"), plain("a|b")]],
    };
    let second = Piece::Table {
        columns: vec![Column { width: 1, side: Side::Middle }],
        rows: vec![vec![plain("丙")], vec![plain("2")]],
    };
    assert_eq!(sheet.pieces, [first, second]);
}

#[test]
fn what_is_filled_in_is_never_a_mark() {
    let (mut all, stamp) = letters();
    let letters::Said::Feedback(said) = &mut all[0].said else { panic!("the first letter is a feedback") };
    said.unit = "# a|b**c**\nd".to_owned();
    let office = BTreeMap::from([(
        "reports/templates/notice.zh.md".to_owned(),
        "# 题\n{{ unit }}\n| 甲 |\n|-|\n| {{ unit }} |\n".as_bytes().to_vec(),
    )]);
    let sheet = Templates::of("zh", &office).fill(&all[0], &stamp).unwrap();
    let Piece::Paragraph { words } = &sheet.pieces[0] else { panic!("{:?}", sheet.pieces) };
    assert_eq!(*words, plain("# a|b**c** d"));
    let Piece::Table { rows, .. } = &sheet.pieces[1] else { panic!("{:?}", sheet.pieces) };
    assert_eq!(rows[1], [plain("# a|b**c** d")]);
}

#[test]
fn every_unit_has_a_letter_with_its_own_grade_and_no_hole() {
    let (all, stamp) = letters();
    let worded = word(&all, &stamp, &BTreeMap::new()).unwrap();
    assert!(worded.findings.is_empty());
    let results = county();
    for (unit, letter) in results.units.iter().zip(&worded.value) {
        assert_eq!(letter.path, format!("notices/{}-feedback", unit.code));
        let text = letter.sheet.text();
        let grade = unit.grade.clone().unwrap_or_else(|| "待定".to_owned());
        assert!(text.contains(&unit.name) && text.contains(&grade), "{text}");
        for hole in ["undefined", "none", "{{", "}}", "{%", "、。", "（）"] {
            assert!(!text.contains(hole), "{}: {hole}\n{text}", unit.code);
        }
    }
}

#[test]
fn a_wording_of_the_office_that_fails_is_named_with_its_line_and_replaced() {
    let (all, stamp) = letters();
    for (text, line) in [("# 题\n\n{{ unti }}\n", ":3"), ("# 题\n{% if %}\n", ":2"), ("没有题目\n", "")] {
        let office = BTreeMap::from([("reports/templates/notice.zh.md".to_owned(), text.as_bytes().to_vec())]);
        let worded = word(&all, &stamp, &office).unwrap();
        let found: Vec<_> = worded.findings.iter().collect();
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].code.id, "O002");
        assert_eq!(found[0].at[0].place.to_string(), format!("reports/templates/notice.zh.md{line}"));
        assert!(worded.value[0].sheet.title.contains("反馈意见"));
    }
}

#[test]
fn a_word_file_is_the_same_each_time_and_opens_with_the_mark_of_a_package() {
    let (all, stamp) = letters();
    let worded = word(&all[..2], &stamp, &BTreeMap::new()).unwrap().value;
    let (once, again) = (docx(&worded, &stamp).unwrap(), docx(&worded, &stamp).unwrap());
    assert_eq!(once, again);
    let file = &once[&format!("{}.docx", worded[0].path)];
    assert!(file.starts_with(b"PK\x03\x04"));
    // stored, not deflated: words stand in it as they are
    let text = String::from_utf8_lossy(file);
    for word in [worded[0].sheet.title.as_str(), "仿宋", "0123456789ab", "状态：拟定"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn other_letters_and_the_english_wordings_hold() {
    let mut results = county();
    results.lists.entries = entries();
    for lang in ["zh", "en"] {
        results.assessment.lang = lang.to_owned();
        let all = letters::all(&results, &Explanations::default());
        let worded = word(&all, &Stamp::of(&results, "0"), &BTreeMap::new()).unwrap();
        assert!(worded.findings.is_empty());
        let paths: Vec<&str> = worded.value.iter().map(|letter| letter.path.as_str()).collect();
        for path in ["notices/rectify-G03-B5", "notices/talks", "notices/publication"] {
            assert!(paths.contains(&path), "{path} in {paths:?}");
        }
        assert!(!paths.contains(&"notices/rectify-G02-B5"), "a task that is done needs no letter");
    }
}
