//! Two years of one person make one file.

use super::records;
use crate::diag::{Lang, render_text};
use crate::files::InMemory;
use crate::results::Results;
use crate::run;

const SCHEME: &str = include_str!("../../../scoring/examples/23-consequences/scheme.toml");

fn package(year: i32, name: &str, events: &str) -> Results {
    let toml = format!(
        "title = \"{year}年度考核（虚构）\"\nfrom = \"{year}-01-01\"\nto = \"{year}-12-31\"\nstatus = \"final\"\nissued = \"{year}-12-31\"\nlang = \"zh\"\nscheme = \"23-consequences\"\nfictional = true\n"
    );
    let tables = ["units", "people", "marks", "events"];
    let tables: String = tables
        .iter()
        .map(|table| format!("\n[[table]]\ntable = \"{table}\"\nfiles = [\"raw/{table}.csv\"]\n"))
        .collect();
    let mut files = InMemory::default();
    let mut put = |path: &str, text: String| files.0.insert(path.to_owned(), text.into_bytes());
    put("kaoze.toml", toml + &tables);
    put("scheme/23-consequences/scheme.toml", SCHEME.to_owned());
    put("raw/units.csv", "单位代码,单位名称,单位类别\nT01,甲局（虚构）,局机关\n".to_owned());
    put("raw/people.csv", format!("人员代码,姓名,单位,职务,角色,任职起\nP1,{name},T01,书记,书记,2013-01-01\n"));
    put("raw/marks.csv", "单位,考核期,检查人,J1\nT01,年度,第一组,90\n".to_owned());
    put("raw/events.csv", format!("编号,单位,涉及人员,事由,日期,文号,计入年度\n{events}"));
    let checked = run::check(&files);
    let said = render_text(&checked.findings, Lang::Zh);
    let made = run::run(checked.value.unwrap_or_else(|| panic!("{said}")), checked.findings, run::Traced::Nobody).0;
    made.unwrap_or_else(|| panic!("{said}")).results
}

#[test]
fn two_years_make_one_file() {
    let first = package(2015, "赵一（虚构）", "E1,T01,P1,诫勉,2015-08-31,纪〔2015〕1号,2015\n");
    let second = package(2016, "赵一（虚构）", "");
    let all = records(&[second, first], Some("赵一（虚构）"));
    let [one] = all.as_slice() else { panic!("{} records", all.len()) };
    assert_eq!(one.years.iter().map(|year| year.year).collect::<Vec<_>>(), [2015, 2016]);
    let kinds: Vec<&str> = one.years[0].lines.iter().map(|line| line.kind.as_str()).collect();
    assert!(kinds.contains(&"veto") && kinds.contains(&"后果"), "{kinds:?}");
    // 31 August and 6 months: until 29 February 2016, free on 1 March.
    assert_eq!(one.years[0].bars.iter().map(|bar| bar.free_from.as_str()).collect::<Vec<_>>(), ["2016-03-01"]);
    assert_eq!(one.years[1].grade.as_deref(), Some("称职"));
    let text = one.text(Lang::Zh);
    assert!(
        text.contains("2015年度考核（虚构）") && text.contains("至2016-02-29") || text.contains("至 2016-02-29"),
        "{text}"
    );
}

#[test]
fn a_code_with_two_names_is_told() {
    let all = records(&[package(2015, "赵一（虚构）", ""), package(2016, "赵壹（虚构）", "")], None);
    assert_eq!(all[0].name, "赵壹（虚构）");
    assert_eq!(all[0].other_names, ["赵一（虚构）"]);
}
