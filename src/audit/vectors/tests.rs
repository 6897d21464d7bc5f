//! A vector that is wrong says what was worked and what came out.

use super::test_scheme;
use crate::files::InMemory;

const MINIMAL: &str = include_str!("../../../scoring/minimal/scheme.toml");

fn misses(vectors: &str) -> Vec<(String, String, String)> {
    let mut files = InMemory::default();
    files.0.insert("scoring/minimal/scheme.toml".to_owned(), MINIMAL.as_bytes().to_vec());
    files.0.insert("scoring/minimal/vectors/a.toml".to_owned(), vectors.as_bytes().to_vec());
    let tested = test_scheme(&files, "scoring/minimal", "minimal");
    let unread = tested.unread.iter().map(|(place, why)| (place.to_string(), String::new(), why.zh.clone()));
    let misses = tested.outcomes.iter().flat_map(|outcome| &outcome.misses);
    unread.chain(misses.map(|miss| (miss.path.clone(), miss.expected.clone(), miss.actual.zh.clone()))).collect()
}

/// One unit with 50 and 40.
fn with(expect: &str) -> String {
    format!(
        "[[vector]]\nname = \"一\"\nworked = \"50 + 40 = 90\"\nyear = 2015\nraw.units = \"\"\"\n单位代码,单位名称,单位类别\nT01,甲镇（虚构）,全部单位\n\"\"\"\nraw.marks = \"\"\"\n单位,考核期,检查人,J1,J2\nT01,年度,甲,50,40\n\"\"\"\n[vector.expect]\n{expect}\n"
    )
}

#[test]
fn what_is_as_worked_says_nothing() {
    let good = "\"unit:T01/total\" = \"90.00\"\n\"unit:T01/grade\" = \"优秀\"\n\"unit:T01/pending\" = \"none\"\n\"list:约谈\" = []\n\"unit:T01/item:J1\" = \"100/2\"\n\"finding:R021\" = 0";
    assert_eq!(misses(&with(good)), []);
}

#[test]
fn a_miss_tells_both_values() {
    let said = misses(&with("\"unit:T01/total\" = \"91\""));
    assert_eq!(said, [("unit:T01/total".to_owned(), "91".to_owned(), "90".to_owned())]);
    let said = misses(&with("\"unit:T01/grade\" = \"合格\""));
    assert_eq!(said, [("unit:T01/grade".to_owned(), "合格".to_owned(), "优秀".to_owned())]);
}

#[test]
fn a_path_that_leads_nowhere_names_what_is_there() {
    let said = misses(&with("\"unit:T1/total\" = \"90\""));
    assert_eq!(said[0].2, "结果中没有“T1”，是否指“T01”（T01）");
    let said = misses(&with("\"unit:T01/grad\" = \"优秀\""));
    assert!(said[0].2.starts_with("结果中没有“grad”，是否指“grade”"), "{said:?}");
    let said = misses(&with("\"units:T01/grade\" = \"优秀\""));
    assert!(said[0].2.contains("是否指“unit”"), "{said:?}");
}

#[test]
fn an_error_of_the_sheets_is_told_first() {
    let said = misses(&with("\"unit:T01/total\" = \"90\"").replace("甲,50", "甲,七十"));
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].0.starts_with("finding:R"), "{said:?}");
    assert!(said[0].2.contains("七十"), "{said:?}");
    assert_eq!(said[1].2, "没有结果，计分已停止");
}

#[test]
fn a_file_of_another_form_is_told_with_its_line() {
    let said = misses("[[vector]]\nname = \"一\"\nworkd = \"1\"\n");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].0.starts_with("scoring/minimal/vectors/a.toml:"), "{said:?}");
    let said =
        misses("[[vector]]\nname = \"一\"\nworked = \" \"\nyear = 2015\nexpect = { \"unit:T01/total\" = \"1\" }\n");
    assert!(said[0].2.contains("worked"), "{said:?}");
}
