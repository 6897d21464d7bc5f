//! Five numbers of the committed county followed down to their cells, each worked by hand from what stands there.
//!
//! | number | cells | by hand |
//! |---|---|---|
//! | 云山镇 J3, half-year | 第一检查组 半年检查 D5:D10 = 24.5 24.6 24.4 24 23.9 24.3 | without 24.6 and 23.9: 97.2 ÷ 4 = 24.3 |
//! | 县统计局 J4, half-year | 第四检查组 半年检查 E20:E22 = 14.9 14.9 15 | 44.8 ÷ 3 = 224/15 |
//! | 县统计局 A票 履行主体责任, half-year | 汇总 F400:J400 = 2 9 0 0 1 | no view is left out: (2×100 + 9×85) ÷ 11 = 965/11 |
//! | 吕家川 own ballots | A票 5, B票 6, C票 9 ballots, see below | 36.4 + 27.075 + 26.5 = 89.975 |
//! | 吕家川 score | his unit's 90.76 and his own 89.975 | 90.76 × 0.6 + 89.975 × 0.4 = 90.446, shown 90.45 |

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kaoze::explain::{explain, explain_json};
use kaoze::files::Disk;
use kaoze::run::{Asked, Traced, asked, check, run};
use kaoze::sheets::{CellValue, Limits, read_workbook};
use serde_json::Value;

fn dataset() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/yunshan-2015")
}

/// The tree of a subject, as an auditor gets it with `--json`.
fn tree(subject: &str) -> Value {
    let checked = check(&Disk::at(&dataset()));
    let intake = checked.value.expect("the county can be read");
    let Asked::One(subject) = asked(&intake.records, subject) else { panic!("{subject} is in the rosters") };
    let made = run(intake, checked.findings, Traced::One(&subject)).0.expect("the county is scored");
    explain_json(&explain(&made, &subject, None).expect("it has a tree"))
}

/// The first node below `node` whose name is the first of `path`, and so on down.
fn find<'t>(node: &'t Value, path: &[&str]) -> Option<&'t Value> {
    let Some((name, rest)) = path.split_first() else { return Some(node) };
    let parts = ["scores", "parts"].into_iter().filter_map(|key| node.get(key)?.as_array()).flatten();
    for part in parts {
        let is_it = part["what"]["zh"].as_str() == Some(name);
        if let Some(found) = find(part, if is_it { rest } else { path }) {
            return Some(found);
        }
    }
    None
}

fn node<'t>(tree: &'t Value, path: &[&str]) -> &'t Value {
    find(tree, path).unwrap_or_else(|| panic!("{path:?} is in the tree"))
}

/// What stands in the cells of a node, by the name that Excel gives each, read anew from the workbook.
fn cells(node: &Value) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for cell in node["cells"].as_array().expect("cells") {
        let at: Vec<&str> = cell["at"].as_str().expect("a place").split(" ▸ ").collect();
        let [file, sheet, name] = at[..] else { panic!("{at:?} is a cell") };
        all.push((name.to_owned(), standing(file, sheet, name)));
    }
    all
}

fn standing(file: &str, sheet: &str, name: &str) -> String {
    let bytes = std::fs::read(dataset().join(file)).expect("a workbook");
    let book = read_workbook(file, &bytes, &Limits::default()).value.expect("it opens");
    let sheet = book.sheets.iter().find(|other| &*other.name == sheet).expect("the sheet");
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let row: u32 = name[letters.len()..].parse().expect("a row");
    let col = letters.bytes().fold(0, |col, letter| col * 26 + u32::from(letter - b'A') + 1);
    match sheet.cells.iter().find(|cell| (cell.row + 1, cell.col + 1) == (row, col)).map(|cell| &cell.value) {
        Some(CellValue::Number(text)) => text.clone(),
        Some(CellValue::Text(text)) => text.to_string(),
        other => panic!("{name}: {other:?}"),
    }
}

/// How often each word stands in the cells of a node.
fn words(node: &Value) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for (_, word) in cells(node) {
        *words.entry(word).or_default() += 1;
    }
    words
}

fn counted(words: &[(&str, usize)]) -> BTreeMap<String, usize> {
    words.iter().map(|(word, n)| ((*word).to_owned(), *n)).collect()
}

fn listed(cells: &[(&str, &str)]) -> Vec<(String, String)> {
    cells.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn six_inspectors_without_the_highest_and_the_lowest() {
    let tree = tree("云山镇");
    let item = node(&tree, &["检查考核·半年", "J3 主体责任落实情况（半年）"]);
    let by_hand = [("D5", "24.5"), ("D6", "24.6"), ("D7", "24.4"), ("D8", "24"), ("D9", "23.9"), ("D10", "24.3")];
    assert_eq!(cells(item), listed(&by_hand));
    // 24.5 + 24.4 + 24 + 24.3 = 97.2; 97.2 ÷ 4 = 24.3
    assert_eq!(item["value"], "243/10");
}

#[test]
fn three_inspectors_are_averaged() {
    let tree = tree("县统计局");
    let item = node(&tree, &["检查考核·半年", "J4 领导干部廉洁自律（半年）"]);
    assert_eq!(cells(item), listed(&[("E20", "14.9"), ("E21", "14.9"), ("E22", "15")]));
    // 14.9 + 14.9 + 15 = 44.8; 44.8 ÷ 3 = 448/30
    assert_eq!(item["value"], "224/15");
}

#[test]
fn tallied_ballots_leave_out_those_without_a_view() {
    let tree = tree("县统计局");
    let question = node(&tree, &["领导班子民主测评（半年）", "A票", "履行主体责任"]);
    assert_eq!(cells(question), listed(&[("F400", "2"), ("G400", "9"), ("H400", "0"), ("I400", "0")]));
    assert_eq!(standing("raw/民主测评/班子_半年_汇总.xlsx", "汇总", "J400"), "1");
    // 2 × 100 + 9 × 85 = 965 of 12 − 1 ballots
    assert_eq!(question["value"], "965/11");
}

#[test]
fn own_ballots_of_three_classes() {
    let tree = tree("P0001");
    let question = |class: &str, question: &str| node(&tree, &["班子成员民主测评（年终）", class, question]).clone();
    let (duties, honesty) = ("履行一岗双责", "廉洁从政");
    // 2 × 100 + 3 × 85 = 455; ÷ 5 = 91, both questions: A票 91
    for asked in [duties, honesty] {
        let of_a = question("A票", asked);
        assert_eq!((words(&of_a), &of_a["value"]), (counted(&[("优秀", 2), ("合格", 3)]), &Value::from("91/1")));
    }
    // 3 × 100 + 3 × 85 = 555; ÷ 6 = 92.5. 100 + 4 × 85 = 440; ÷ 5 = 88, one without a view. B票 (92.5 + 88) ÷ 2 = 90.25
    let (first, second) = (question("B票", duties), question("B票", honesty));
    assert_eq!((words(&first), &first["value"]), (counted(&[("优秀", 3), ("合格", 3)]), &Value::from("185/2")));
    let with_no_view = counted(&[("优秀", 1), ("合格", 4), ("不了解", 1)]);
    assert_eq!((words(&second), &second["value"]), (with_no_view, &Value::from("88/1")));
    // 2 × 100 + 7 × 85 = 795; ÷ 9 = 265/3, both questions
    for asked in [duties, honesty] {
        let of_c = question("C票", asked);
        assert_eq!((words(&of_c), &of_c["value"]), (counted(&[("优秀", 2), ("合格", 7)]), &Value::from("265/3")));
    }
    // 91 × 0.4 + 90.25 × 0.3 + 265/3 × 0.3 = 36.4 + 27.075 + 26.5 = 89.975
    assert_eq!(node(&tree, &["班子成员民主测评（年终）"])["value"], "3599/40");
}

#[test]
fn a_principal_is_his_unit_and_his_own_ballots() {
    let tree = tree("P0001");
    let total = node(&tree, &["云山镇 总分"]);
    // 90.44 × 0.6 + 90.25 × 0.2 + 89.65 × 0.15 + 100 × 0.05 = 54.264 + 18.05 + 13.4475 + 5 = 90.7615
    assert_eq!((&total["value"], &total["rounded"]["shown"]), (&Value::from("181523/2000"), &Value::from("90.76")));
    // 90.76 × 0.6 + 89.975 × 0.4 = 54.456 + 35.99 = 90.446
    let score = node(&tree, &["吕家川 得分"]);
    assert_eq!((&score["value"], &score["rounded"]["shown"]), (&Value::from("45223/500"), &Value::from("90.45")));
}
