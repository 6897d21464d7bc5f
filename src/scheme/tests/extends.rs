//! A scheme over another one, and rules that begin and end.

use chrono::NaiveDate;

use super::{MINIMAL, number};
use crate::diag::{Checked, Lang, render_text};
use crate::files::InMemory;
use crate::scheme::worth::Whose;
use crate::scheme::{Scheme, SchemeFile, load, load_for, show};
use crate::terms::ItemCode;

const HEAD: &str = "[scheme]\ncode = \"own\"\ntitle = \"本县办法（虚构）\"\nissuer = \"考核办（虚构）\"\nfrom = \"2015-01-01\"\nextends = \"minimal\"\n";

fn over(text: &str) -> Checked<Option<Scheme>> {
    let mut files = InMemory::default();
    files.0.insert("scheme/own/scheme.toml".to_owned(), format!("{HEAD}{text}").into_bytes());
    load(&files, "scheme/own", "own")
}

#[track_caller]
fn good(text: &str) -> Scheme {
    let checked = over(text);
    let words = render_text(&checked.findings, Lang::Zh);
    checked.value.unwrap_or_else(|| panic!("{words}"))
}

fn codes(checked: &Checked<Option<Scheme>>) -> Vec<&'static str> {
    checked.findings.iter().map(|finding| finding.code.id).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn nothing_said_is_the_extended_scheme() {
    let own = good("");
    assert_eq!(
        (own.code.as_str(), own.title.as_str(), own.extends.as_deref()),
        ("own", "本县办法（虚构）", Some("minimal"))
    );
    assert_eq!(own.worth.items.len(), 2);
    let files: Vec<String> = own.files.iter().map(SchemeFile::path).collect();
    assert_eq!(files, ["scheme/own/scheme.toml", "scheme/minimal/scheme.toml"]);
    assert_eq!(own.worth.items[0].rule.place.to_string(), "scheme/minimal/scheme.toml:37");
}

#[test]
fn a_row_is_changed_key_by_key_and_keeps_its_place_in_the_order() {
    let own = good("[[item]]\ncode = \"J1\"\nname = \"主体责任（县）\"\nbasis = \"县办法 第三条\"\n");
    let names: Vec<&str> = own.worth.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["主体责任（县）", "廉洁自律"]);
    let changed = own.worth.item(&ItemCode::new("J1")).expect("J1");
    assert_eq!(changed.full, number("60"));
    assert_eq!((changed.rule.basis.as_deref(), changed.rule.assumed), (Some("县办法 第三条"), false));
    assert_eq!(changed.rule.place.to_string(), "scheme/own/scheme.toml:7");
}

#[test]
fn a_changed_row_says_its_basis_anew() {
    let checked = over("[[item]]\ncode = \"J1\"\nname = \"主体责任（县）\"\n");
    assert_eq!(codes(&checked), ["C006"]);
}

#[test]
fn a_changed_row_is_told_where_each_key_stands() {
    // 70 + 40 is not the 100 of the component, whose full marks stand in the other file.
    let checked = over("[[item]]\ncode = \"J1\"\nfull = \"70\"\nassumed = true\n");
    let words = render_text(&checked.findings, Lang::Zh);
    assert!(codes(&checked).contains(&"C007"), "{words}");
    assert!(words.contains("scheme/minimal/scheme.toml"), "{words}");
}

#[test]
fn single_tables_and_rows_without_a_code_are_changed_too() {
    let own = good(
        "[compare]\nrank = \"exact\"\nassumed = true\n[[band]]\nfor = \"unit\"\ngrade = \"优秀\"\nfrom = \"85\"\nassumed = true\n[[band]]\nfor = \"unit\"\ngrade = \"合格\"\nbelow = \"85\"\nassumed = true\n",
    );
    let ends: Vec<String> = own.worth.bands(Whose::Unit).iter().map(|band| format!("{:?}", band.from)).collect();
    assert_eq!(ends, ["Some(85/1)", "Some(60/1)", "None"]);
}

#[test]
fn a_removed_rule_is_gone_and_told() {
    let own = good(
        "[[remove]]\nrule = \"item:J2\"\nbasis = \"县办法 附则\"\n[[item]]\ncode = \"J1\"\nfull = \"100\"\nassumed = true\n",
    );
    assert_eq!(own.worth.items.len(), 1);
    assert_eq!(own.removed.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(), ["item:J2"]);
    assert!(show(&own, Lang::Zh).contains("item:J2"));
    let checked = over("[[remove]]\nrule = \"item:J22\"\nassumed = true\n");
    assert_eq!(codes(&checked), ["C010"]);
    assert!(render_text(&checked.findings, Lang::Zh).contains("改为 \"item:J"));
}

#[test]
fn remove_without_extends_has_no_use() {
    let checked = super::load_text(&format!("{MINIMAL}\n[[remove]]\nrule = \"item:J3\"\nassumed = true\n"));
    assert_eq!(codes(&checked), ["C013"]);
}

#[test]
fn a_wrong_value_is_told_in_its_own_file() {
    let checked = over("[[item]]\ncode = \"J1\"\nfull = 60.5\nassumed = true\n");
    let words = render_text(&checked.findings, Lang::Zh);
    assert_eq!(codes(&checked)[0], "C004", "{words}");
    assert!(words.contains("scheme/own/scheme.toml:9"), "{words}");
}

/// From July on the top grade begins at 88.
const CHANGE: &str = "[[band]]\nfor = \"unit\"\ngrade = \"优秀\"\nfrom = \"90\"\nvalid_to = \"2015-12-31\"\nassumed = true\n\n[[band]]\nfor = \"unit\"\ngrade = \"优秀\"\nfrom = \"88\"\nvalid_from = \"2016-01-01\"\nassumed = true\n\n[[band]]\nfor = \"unit\"\ngrade = \"合格\"\nfrom = \"60\"\nbelow = \"90\"\nvalid_to = \"2015-12-31\"\nassumed = true\n\n[[band]]\nfor = \"unit\"\ngrade = \"合格\"\nfrom = \"60\"\nbelow = \"88\"\nvalid_from = \"2016-01-01\"\nassumed = true\n";

fn dated(decided: &str) -> String {
    let band = |grade: &str| {
        let at = MINIMAL
            .find(&format!("[[band]]\nfor = \"unit\"\ngrade = \"{grade}\""))
            .unwrap_or_else(|| MINIMAL.find("[[band]] ").expect("bands"));
        let rest = &MINIMAL[at..];
        rest[..rest.find("assumed = true\n").expect("a band") + 15].to_owned()
    };
    let text = MINIMAL.replace(&band("优秀"), "").replace(&band("合格"), CHANGE);
    text.replace("fictional = true", &format!("fictional = true\n{decided}"))
}

fn during(text: &str, from: &str, to: &str) -> Checked<Option<Scheme>> {
    let mut files = InMemory::default();
    files.0.insert("scheme/minimal/scheme.toml".to_owned(), text.as_bytes().to_vec());
    load_for(&files, "scheme/minimal", "minimal", (day(from), day(to)))
}

#[test]
fn a_period_takes_the_rules_in_force() {
    let text = dated("change_in_period = \"refuse\"");
    let top = |from, to| {
        let checked = during(&text, from, to);
        let words = render_text(&checked.findings, Lang::Zh);
        checked.value.unwrap_or_else(|| panic!("{words}")).worth.unit_bands[0].from.clone()
    };
    assert_eq!(top("2015-01-01", "2015-12-31"), Some(number("90")));
    assert_eq!(top("2016-01-01", "2016-12-31"), Some(number("88")));
    // Checked on every day of change; the value is the scheme in force last.
    let checked = super::load_text(&text);
    assert_eq!(render_text(&checked.findings, Lang::Zh), "");
    assert_eq!(checked.value.map(|scheme| scheme.worth.unit_bands[0].from.clone()), Some(Some(number("88"))));
}

#[test]
fn a_change_inside_the_period_is_refused_or_told() {
    let refused = during(&dated("change_in_period = \"refuse\""), "2015-07-01", "2016-06-30");
    assert_eq!((codes(&refused), refused.value.is_none()), (vec!["C072"], true));
    let told = during(&dated("change_in_period = \"last_day\""), "2015-07-01", "2016-06-30");
    assert_eq!((codes(&told), told.value.is_some()), (vec!["C072"], true));
    assert_eq!(codes(&during(&dated(""), "2015-01-01", "2015-12-31")), ["C005"]);
}

#[test]
fn rules_that_overlap_or_leave_a_gap_are_told_with_their_day() {
    let overlap =
        dated("change_in_period = \"refuse\"").replacen("valid_to = \"2015-12-31\"", "valid_to = \"2016-03-31\"", 1);
    let checked = super::load_text(&overlap);
    let words = render_text(&checked.findings, Lang::Zh);
    assert!(codes(&checked).contains(&"C011"), "{words}");
    assert!(words.contains("（自 2016-01-01 起）"), "{words}");
    let gap =
        dated("change_in_period = \"refuse\"").replacen("valid_to = \"2015-12-31\"", "valid_to = \"2015-09-30\"", 1);
    assert!(codes(&super::load_text(&gap)).contains(&"C008"));
}

#[test]
fn days_are_days() {
    let text = dated("change_in_period = \"refuse\"");
    let wrong = |from: &str, to: &str| codes(&super::load_text(&text.replacen(from, to, 1))).first().copied();
    assert_eq!(wrong("valid_to = \"2015-12-31\"", "valid_to = 2015-12-31"), Some("C004"));
    assert_eq!(wrong("valid_to = \"2015-12-31\"", "valid_to = \"2015-12-32\""), Some("C016"));
    assert_eq!(
        wrong("valid_to = \"2015-12-31\"", "valid_from = \"2015-02-01\"\nvalid_to = \"2015-01-31\""),
        Some("C016")
    );
    let checked = super::load_text(&text.replacen("valid_to =", "valid_too =", 1));
    assert!(render_text(&checked.findings, Lang::Zh).contains("把 valid_too 改为 valid_to"));
}
