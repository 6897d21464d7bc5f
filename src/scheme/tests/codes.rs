//! Each code of the stage: one edit of the minimal scheme provokes it and nothing else; unedited, the scheme is clean.

use super::{MINIMAL, load_text};
use crate::diag::{Lang, render_text};
use crate::files::InMemory;
use crate::scheme::load;

/// Replaces `from` by `to` once; the only findings then are `codes`, the first of them on the first line that begins with
/// `at` (anywhere, if `at` is empty).
#[track_caller]
fn edit(from: &str, to: &str, codes: &[&str], at: &str) {
    assert!(MINIMAL.contains(from), "{from:?} stands in the minimal scheme");
    let text = MINIMAL.replacen(from, to, 1);
    let checked = load_text(&text);
    let words = render_text(&checked.findings, Lang::Zh);
    let mut found: Vec<&str> = checked.findings.iter().map(|finding| finding.code.id).collect();
    found.sort_unstable();
    assert_eq!(found, codes, "{words}");
    assert_eq!(checked.value.is_none(), checked.findings.has_errors());
    if at.is_empty() {
        return;
    }
    let line = text.lines().position(|line| line.starts_with(at)).map_or(0, |line| line + 1);
    let first = checked.findings.iter().next().and_then(|finding| finding.at.first()).map(|at| at.place.to_string());
    assert_eq!(first, Some(format!("scheme/minimal/scheme.toml:{line}")), "{words}");
}

/// Adds text at the end.
#[track_caller]
fn add(text: &str, codes: &[&str], at: &str) {
    let last = "vetoed = \"last\"\nassumed = true\n";
    edit(last, &format!("{last}{text}"), codes, at);
}

#[test]
fn unedited_it_is_clean() {
    assert_eq!(render_text(&load_text(MINIMAL).findings, Lang::En), "");
}

#[test]
fn c001_no_such_scheme() {
    let checked = load(&InMemory::default(), "scheme/yunsan", "yunsan");
    let words = render_text(&checked.findings, Lang::En);
    assert!(words.contains("C001") && words.contains("\"yunshan\""), "{words}");
}

#[test]
fn c002_not_toml() {
    edit("name = \"年度\"", "name = \"年度", &["C002"], "name = \"年度");
    let mut files = InMemory::default();
    files.0.insert("s/a.toml".to_owned(), vec![0xd4, 0xc6]);
    let found = load(&files, "s", "s").findings;
    assert_eq!(found.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["C002"]);
}

#[test]
fn c003_a_misspelt_key_is_one_finding() {
    edit("weight = \"1\"\nfull", "wieght = \"1\"\nfull", &["C003"], "wieght");
    edit("[rank]", "[rang]", &["C003"], "[rang]");
    edit("name = \"全部单位\"", "nam = \"全部单位\"", &["C003"], "nam =");
    edit("fictional = true", "colour = true", &["C003"], "colour");
}

#[test]
fn c004_a_bare_decimal_a_word_off_the_list_a_date_without_quotes() {
    edit("full = \"60\"", "full = 60.0", &["C004"], "full = 60.0");
    edit("rule = \"panel\"", "rule = \"pannel\"", &["C004"], "rule = \"pannel\"");
    edit("from = \"2015-01-01\"", "from = 2015-01-01", &["C004"], "from = 2015-01-01");
    edit("places = 2", "places = \"2\"", &["C004"], "places = \"2\"");
    edit("for = \"unit\"", "for = \"team\"", &["C004"], "for = \"team\"");
    edit("weight = \"1\" }", "weight = 1.0 }", &["C004"], "periods");
}

#[test]
fn c004_all_of_one_file_come_in_one_pass() {
    let text = MINIMAL.replace("full = \"60\"", "full = 60.0").replace("full = \"40\"", "full = 40.0");
    let checked = load_text(&text.replace("mode = \"half_up\"", "mode = \"up\""));
    assert_eq!(checked.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["C004", "C004", "C004"]);
}

#[test]
fn c005_each_decision_left_open_is_asked_for_where_the_rule_stands() {
    edit("rule = \"panel\"                   # 检查人打分\n", "", &["C005"], "[[item]]");
    edit("combine = \"mean\"\n", "", &["C005"], "[[item]]");
    edit("missing = \"pend\"", "# missing = \"pend\"", &["C005"], "[[component]]");
    edit("cap = \"none\"\n", "", &["C005"], "[total]");
    edit("mode = \"half_up\"", "#", &["C005"], "[[rounding]]");
    edit("rank = \"rounded\"\n", "", &["C005"], "[compare]");
    edit("ties = \"competition\"", "#", &["C005"], "[rank]");
    edit("not_submitted = \"zero\"", "#", &["C005", "C005"], "[[item]]");
    edit("places = 1 ", "# ", &["C005", "C005"], "[[item]]");
    edit("name = \"主体责任\"\n", "", &["C005"], "[[item]]");
    // Compared by the rounded total, which nothing rounds: asked for band and for rank.
    edit("at = \"unit_total\"", "at = \"item\"", &["C005", "C005"], "[compare]");
}

#[test]
fn c005_a_table_that_every_scheme_needs() {
    let cut = MINIMAL.find("[rank]").unwrap_or_default();
    let checked = load_text(MINIMAL.get(..cut).unwrap_or_default());
    let words = render_text(&checked.findings, Lang::Zh);
    assert!(words.contains("C005") && words.contains("名次怎样排"), "{words}");
}

#[test]
fn c006_no_basis() {
    edit("vetoed = \"last\"\nassumed = true\n", "vetoed = \"last\"\n", &["C006"], "[rank]");
    edit("floor = \"0\"\nassumed = true", "floor = \"0\"\nassumed = false\nbasis = \" \"", &["C006"], "[total]");
    edit("vetoed = \"last\"\nassumed = true\n", "vetoed = \"last\"\nbasis = \"甲 第一条\"\n", &[], "");
}

#[test]
fn c007_parts_and_wholes() {
    // 50 + 40 = 90, not 100
    edit("full = \"60\"", "full = \"50\"", &["C007"], "full = \"100\"");
    // one period with a share of 0.9
    edit("weight = \"1\" }", "weight = \"0.9\" }", &["C007"], "periods");
    // 0.9 × 100 = 90, not 100
    edit("weight = \"1\"\n", "weight = \"0.9\"\n", &["C007"], "declared");
    // thirds add to one exactly
    let three = "full = \"100/3\"";
    edit("full = \"60\"", three, &["C007"], "full = \"100\"");
    edit("full = \"60\"\nfrom", "full = \"120/2\"\nfrom", &[], "");
}

#[test]
fn c008_a_hole_between_bands() {
    edit("below = \"90\"", "below = \"89\"", &["C008"], "");
    edit("below = \"60\"\n", "from = \"0\"\nbelow = \"60\"\n", &["C008"], "");
    edit("from = \"90\"\n", "from = \"90\"\nbelow = \"100\"\n", &["C008"], "[[band]]");
}

#[test]
fn c008_names_a_value_that_falls_through() {
    let checked = load_text(&MINIMAL.replace("below = \"90\"", "below = \"89\""));
    let words = render_text(&checked.findings, Lang::Zh);
    assert!(words.contains("89.5 不属于任何等次"), "{words}");
}

#[test]
fn c009_two_grades_for_one_value() {
    edit("below = \"90\"", "below = \"91\"", &["C009"], "");
    edit("from = \"60\"\nbelow = \"90\"\n", "below = \"90\"\n", &["C009"], "");
}

#[test]
fn c010_names_that_lead_nowhere() {
    edit("component = \"inspection\"", "component = \"inspektion\"", &["C007", "C010"], "component = \"inspektion\"");
    edit("period = \"year\"", "period = \"jear\"", &["C010"], "periods");
    add("[[layout]]\ntable = \"units\"\nfields = { nane = \"名称\" }\n", &["C010"], "fields");
}

#[test]
fn c011_twice() {
    edit("code = \"J2\"", "code = \"J1\"", &["C011"], "");
    edit("grade = \"合格\"", "grade = \"优秀\"", &["C011"], "");
    add("[[rounding]]\nat = \"unit_total\"\nplaces = 1\nmode = \"floor\"\nassumed = true\n", &["C011"], "");
    let mut files = InMemory::default();
    files.0.insert("s/a.toml".to_owned(), MINIMAL.as_bytes().to_vec());
    files.0.insert("s/b.toml".to_owned(), b"[rank]\nties = \"dense\"\nvetoed = \"kept\"\nassumed = true\n".to_vec());
    let found = load(&files, "s", "minimal").findings;
    let places: Vec<String> = found.iter().flat_map(|f| f.at.iter().map(|at| at.place.to_string())).collect();
    assert_eq!(places.len(), 2);
    assert_eq!(places.first().map(String::as_str), Some("s/b.toml:1"));
    assert!(places.last().is_some_and(|place| place.starts_with("s/a.toml:")));
}

#[test]
fn c012_another_total_is_a_warning() {
    let text =
        MINIMAL.replace("declared = \"100\"", "declared = \"200\"").replace("weight = \"1\"\n", "weight = \"2\"\n");
    let weights = "weight = \"1\"\n";
    assert!(MINIMAL.contains(weights));
    let checked = load_text(&text);
    assert_eq!(checked.findings.iter().map(|f| f.code.id).collect::<Vec<_>>(), ["C012"]);
    assert!(checked.value.is_some());
}

#[test]
fn c013_keys_without_effect() {
    edit("combine = \"mean\"\n", "combine = \"mean\"\ndrop_high = 1\n", &["C013"], "drop_high");
    edit("combine = \"mean\"\n", "combine = \"mean\"\nfloor = \"0\"\n", &["C013"], "floor = \"0\"");
    edit(
        "at = \"unit_total\"",
        "at = \"unit_total\"\nplaces = 2\nmode = \"half_up\"\nassumed = true\n[[rounding]]\nat = \"person_total\"",
        &["C013"],
        "at = \"person_total\"",
    );
    add("[[band]]\nfor = \"person\"\ngrade = \"合格\"\nassumed = true\n", &["C013"], "");
}

#[test]
fn c014_one_word_for_two() {
    add("[[group]]\ncode = \"b\"\nname = \"全部单位\"\n", &["C014"], "");
    edit("name = \"廉洁自律\"", "name = \"J1\"", &["C014"], "");
}

#[test]
fn c015_out_of_range() {
    edit("places = 2", "places = 10", &["C015"], "places = 10");
    edit("full = \"60\"\n", "full = \"160\"\n", &["C007"], "full = \"100\"");
    edit("floor = \"0\"", "floor = \"101\"", &[], "");
    edit("cap = \"none\"\nfloor = \"0\"", "cap = \"100\"\nfloor = \"101\"", &["C015"], "floor = \"101\"");
    edit("from = \"60\"\nbelow = \"90\"", "from = \"90\"\nbelow = \"60\"", &["C015"], "");
}

#[test]
fn c016_days_that_do_not_exist() {
    edit("to = \"12-31\"", "to = \"12-32\"", &["C016"], "to = \"12-32\"");
    edit("from = \"01-01\"\nto = \"12-31\"", "from = \"07-01\"\nto = \"06-30\"", &["C016"], "to = \"06-30\"");
    edit("from = \"2015-01-01\"", "from = \"2015-1-1\"", &["C016"], "from = \"2015-1-1\"");
    edit("from = \"2015-01-01\"", "to = \"2014-01-01\"\nfrom = \"2015-01-01\"", &["C016"], "to = \"2014-01-01\"");
}

#[test]
fn c018_the_code_is_not_the_name() {
    edit("code = \"minimal\"", "code = \"baishi\"", &["C018"], "code = \"baishi\"");
}
