//! The report and the letters as PDF.

use std::collections::BTreeMap;

use super::{REPORT, write};
use crate::diag::Checked;
use crate::explain::Explanations;
use crate::report::charts::theme::built_in;
use crate::report::figures::draw;
use crate::report::notices;
use crate::report::sample::county;
use crate::report::view::View;
use crate::report::view::letters::{self, Stamp};
use crate::results::Results;

type Office = BTreeMap<String, Vec<u8>>;

fn small() -> Results {
    let mut results = county();
    results.units.truncate(3);
    results.people.truncate(20);
    results
}

fn printed(results: &Results, office: &Office) -> Checked<BTreeMap<String, Vec<u8>>> {
    let (view, stamp) = (View::of(results), Stamp::of(results, "0123456789abcdef"));
    let charts = draw(&view, &built_in()).unwrap().into_iter().map(|(name, figure)| (name, figure.svg)).collect();
    let letters = notices::word(&letters::all(results, &Explanations::default()), &stamp, office).unwrap();
    write(&view, results, &charts, &letters.value, &stamp, office).unwrap()
}

fn has(pdf: &[u8], text: &[u8]) -> bool {
    pdf.windows(text.len()).any(|window| window == text)
}

#[test]
fn one_report_and_a_letter_to_each_unit_the_same_each_time() {
    let results = small();
    let once = printed(&results, &Office::new());
    assert!(once.findings.is_empty());
    assert_eq!(once.value.len(), 1 + 3 + 1, "report, letters, publication");
    for (path, pdf) in &once.value {
        assert!(pdf.starts_with(b"%PDF-1.7"), "{path}");
        // issued 2016-01-20
        assert!(has(pdf, b"D:20160120"), "{path}");
        assert!(has(pdf, b"Kaoze "), "{path}");
    }
    assert!(has(&once.value[REPORT], b"/Outlines"), "bookmarks");
    assert_eq!(once.value, printed(&results, &Office::new()).value);
}

#[test]
fn a_character_that_the_typefaces_lack_is_a_warning() {
    let mut results = small();
    results.units[0].name = "龘山镇".to_owned();
    let printed = printed(&results, &Office::new());
    let places: Vec<String> = printed.findings.iter().map(|finding| finding.at[0].place.to_string()).collect();
    assert!(printed.findings.iter().all(|finding| finding.code.id == "O001"));
    let letter = format!("notices/{}-feedback.pdf", results.units[0].code);
    assert!(places.contains(&REPORT.to_owned()) && places.contains(&letter), "{places:?}");
}

#[test]
fn a_template_of_the_office_lays_out_and_one_that_fails_is_named_and_replaced() {
    let results = small();
    let plain = printed(&results, &Office::new()).value;
    let path = "reports/templates/notice.typ".to_owned();
    let good = "#set page(paper: \"a5\")\n#set text(font: \"Noto Sans CJK SC\")\n#json(\"/data.json\").sheet.title";
    let own = printed(&results, &BTreeMap::from([(path.clone(), good.as_bytes().to_vec())]));
    assert!(own.findings.is_empty());
    assert_ne!(own.value, plain);
    assert_eq!(own.value[REPORT], plain[REPORT], "another template");

    let faulty = "#set text(size: 12pt)\n\n#no-such-thing\n";
    let own = printed(&results, &BTreeMap::from([(path.clone(), faulty.as_bytes().to_vec())]));
    let found: Vec<_> = own.findings.iter().collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code.id, found[0].at[0].place.to_string()), ("O002", format!("{path}:3")));
    assert_eq!(own.value, plain);

    let reaching = "#read(\"/etc/passwd\")";
    let own = printed(&results, &BTreeMap::from([(path, reaching.as_bytes().to_vec())]));
    assert_eq!(own.findings.iter().count(), 1, "nothing of the disk is seen");
}
