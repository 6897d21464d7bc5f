//! How findings are told on a terminal.

use super::*;
use crate::diag::{Code, Place};

const SLIP: Code = Code { id: "R010", name: "unit-unknown", manual: "" };
const OTHER: Code = Code { id: "R002", name: "file-unnamed", manual: "" };

fn finding(code: Code, severity: Severity, place: Place, found: &str) -> Finding {
    let text = |zh: &str| Text::new(zh, zh);
    Finding {
        code,
        severity,
        headline: text("名称不在名册中"),
        at: vec![place.into()],
        found: found.to_owned(),
        expected: text("云山镇"),
        expected_at: None,
        effect: text("该行未采用"),
        mend: text("改正单元格"),
    }
}

fn cell(row: u32) -> Place {
    Place::Cell("raw/a.csv".into(), "a".into(), row, 0)
}

#[test]
fn one_slip_at_five_places_is_told_once() {
    let slips = (0..5).map(|row| finding(SLIP, Severity::Error, cell(row), "云山缜"));
    let said = render_text(&slips.collect(), Lang::Zh);
    assert_eq!(said.matches("R010").count(), 1, "{said}");
    assert!(said.contains("▸ A1\n") && said.contains("▸ A3\n") && !said.contains("▸ A4\n"), "{said}");
    assert!(said.contains("另有 2 处"), "{said}");
}

#[test]
fn four_places_are_all_named() {
    let slips = (0..4).map(|row| finding(SLIP, Severity::Error, cell(row), "云山缜"));
    let said = render_text(&slips.collect(), Lang::En);
    assert!(said.contains("▸ A4\n") && !said.contains("more places"), "{said}");
}

#[test]
fn two_slips_are_told_twice_and_errors_come_first() {
    let all = [
        finding(OTHER, Severity::Warning, Place::File("a".into()), "x"),
        finding(SLIP, Severity::Error, cell(0), "云山缜"),
        finding(SLIP, Severity::Error, cell(1), "白石缜"),
    ];
    let said = render_text(&all.into_iter().collect(), Lang::Zh);
    assert_eq!(said.matches("R010").count(), 2, "{said}");
    assert!(said.find("R010") < said.find("R002"), "{said}");
}

#[test]
fn marks_that_turn_the_text_are_shown() {
    let said =
        render_text(&[finding(SLIP, Severity::Error, cell(0), "\u{202E}镇山云\u{7}")].into_iter().collect(), Lang::Zh);
    assert!(said.contains("\u{FFFD}镇山云\u{FFFD}"), "{said}");
}
