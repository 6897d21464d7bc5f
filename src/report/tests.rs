//! All files of the package that show results.

use std::collections::BTreeMap;

use super::sample::county;
use super::{Material, write as write_material};
use crate::diag::Checked;
use crate::explain::Explanations;
use crate::results::Results;

fn write(results: &Results) -> Result<Checked<BTreeMap<String, Vec<u8>>>, String> {
    let (explained, office) = (Explanations::default(), BTreeMap::new());
    write_material(Material { results, explained: &explained, office: &office })
}

#[test]
fn the_package_has_a_workbook_a_page_and_two_files_a_chart() {
    let written = write(&county()).unwrap();
    let paths: Vec<&str> = written.value.keys().map(String::as_str).collect();
    for path in ["report.html", "results.xlsx", "charts/grades.svg", "charts/grades.png", "charts/ranking-township.svg"]
    {
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
    assert!(written.findings.is_empty());
}

#[test]
fn running_twice_gives_the_same_bytes() {
    assert_eq!(write(&county()).unwrap().value, write(&county()).unwrap().value);
}

#[test]
fn a_character_that_the_typeface_lacks_is_a_warning_that_names_it() {
    let mut results = county();
    let unit = results.units.iter_mut().find(|unit| unit.code == "T01").unwrap();
    unit.name = "龘山镇".to_owned();
    let written = write(&results).unwrap();
    let finding = written.findings.iter().find(|finding| finding.code.id == "O001").unwrap();
    assert_eq!(finding.found, "龘 (U+9F98)");
    assert!(written.findings.iter().any(|f| f.at[0].place.to_string() == "charts/ranking-township.svg"));
}

#[test]
fn codes_of_groups_become_plain_file_names() {
    let mut results = county();
    results.scheme.groups[0].code = "../乡 镇".to_owned();
    for unit in results.units.iter_mut().filter(|unit| unit.group == "township") {
        unit.group = "../乡 镇".to_owned();
    }
    let written = write(&results).unwrap();
    assert!(written.value.keys().all(|path| !path.contains("..") && path.matches('/').count() <= 1));
    assert!(written.value.contains_key("charts/ranking-___乡_镇.svg"));
}
