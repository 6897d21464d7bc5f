//! Items: panel, count, events, rate, floor and cap.

use super::d;
use crate::exact::Exact;
use crate::scheme::worth::{Combine, Panel};
use crate::scores::points::{count, events, panel, rate, within};

fn trimmed(from: u32) -> Panel {
    Panel { combine: Combine::Trimmed, drop_high: 1, drop_low: 1, trim_from: from, self_words: Vec::new() }
}

#[track_caller]
fn panel_gives(rule: &Panel, marks: &[&str], mean: Option<&str>) {
    let marks: Vec<Exact> = marks.iter().map(|mark| d(mark)).collect();
    assert_eq!(panel(&marks, rule).map(|(mean, _)| mean), mean.map(d));
}

#[test]
fn a22_trimmed_mean() {
    // More than five raters: one highest and one lowest go. (84 + 88.5 + 90 + 91.5) ÷ 4 = 354 ÷ 4.
    let six = ["84", "88.5", "90", "91.5", "93", "79"];
    panel_gives(&trimmed(6), &six, Some("88.5"));
    // Five raters are not more than five: (84 + 88.5 + 90 + 91.5 + 93) ÷ 5 = 447 ÷ 5.
    panel_gives(&trimmed(6), &six[..5], Some("89.4"));
    // From five on: (88.5 + 90 + 91.5) ÷ 3.
    panel_gives(&trimmed(5), &six[..5], Some("90"));
    // Only one copy of a tied extreme is dropped: (70 + 80 + 90 + 90) ÷ 4.
    panel_gives(&trimmed(6), &["90", "70", "90", "80", "70", "90"], Some("82.5"));
    // All alike.
    panel_gives(&trimmed(3), &["88", "88", "88"], Some("88"));
    // The same marks in another order.
    panel_gives(&trimmed(6), &["79", "93", "91.5", "90", "88.5", "84"], Some("88.5"));
}

#[test]
fn a22_undefined_for_two_raters_or_fewer() {
    // One and one dropped whatever the number: nothing is left of two, and one cannot lose two.
    panel_gives(&trimmed(1), &["90", "80"], None);
    panel_gives(&trimmed(1), &["90"], None);
    panel_gives(&trimmed(1), &[], None);
    panel_gives(&trimmed(1), &["90", "80", "70"], Some("80"));
    // Below the number from which extremes go, the plain mean stands.
    panel_gives(&trimmed(3), &["90", "80"], Some("85"));
    panel_gives(&trimmed(3), &["90"], Some("90"));
}

#[test]
fn a21_plain_mean() {
    let mean = Panel { combine: Combine::Mean, drop_high: 1, drop_low: 1, trim_from: 1, self_words: Vec::new() };
    panel_gives(&mean, &["84", "88.5", "90", "91.5", "93", "79"], Some("526/6"));
    panel_gives(&mean, &["17.9"], Some("17.9"));
}

#[test]
fn a22_kept_marks_are_told() {
    let marks = ["84", "88.5", "90", "91.5", "93", "79"].map(d);
    let (_, kept) = panel(&marks, &trimmed(6)).expect("six marks");
    assert_eq!(kept, ["84", "88.5", "90", "91.5"].map(d));
}

#[test]
fn a6_required_count() {
    // Full marks, required, lost for each missing, won for each extra, done → points before floor and cap.
    for (full, required, missing, extra, done, points) in [
        ("4", 2, "1", "0", 1, "3"), // S32: two meetings required, −1 for each missing
        ("4", 2, "1", "0", 2, "4"),
        ("4", 2, "1", "0", 5, "4"),
        ("2", 4, "2", "1", 6, "4"),  // S31: four times → 2, each extra → 1
        ("2", 4, "2", "1", 3, "0"),  // S31: three times → 0
        ("12", 2, "4", "0", 0, "4"), // J1 of the example scheme without any meeting
        ("12", 2, "4", "0", 1, "8"),
        ("6", 3, "2", "0", 0, "0"),
        ("2", 4, "2", "1", 0, "-6"), // the floor comes after
    ] {
        assert_eq!(count(&d(full), required, &d(missing), &d(extra), done), d(points), "{done} of {required}");
    }
}

#[test]
fn a2_a3_points_per_event_between_floor_and_cap() {
    // Base, per event, number, floor, cap → points.
    for (base, per_event, n, floor, cap, points) in [
        ("10", "-2", 6, Some("0"), Some("10"), "0"), // A3: 10 − 12 stops at nought
        ("10", "-2", 5, Some("0"), Some("10"), "0"),
        ("10", "-2", 1, Some("0"), Some("10"), "8"),
        ("10", "-2", 0, Some("0"), Some("10"), "10"),
        ("0", "1", 3, Some("0"), Some("2"), "2"), // A2: min(3 × 1, 2)
        ("0", "0.5", 3, Some("0"), Some("2"), "1.5"),
        ("103", "-5", 8, None, None, "63"), // A4: 100 + 3 − 8 × 5, no floor
        ("10", "-2", 6, None, None, "-2"),
    ] {
        let (floor, cap) = (floor.map(d), cap.map(d));
        assert_eq!(within(events(&d(base), &d(per_event), n), floor.as_ref(), cap.as_ref()), d(points));
    }
}

#[test]
fn rates_are_exact() {
    assert_eq!(rate(&d("60"), 19, 20), Some(d("57")));
    assert_eq!(rate(&d("40"), 1, 3), Some(d("40/3")));
    assert_eq!(rate(&d("60"), 0, 7), Some(d("0")));
    assert_eq!(rate(&d("60"), 0, 0), None);
}
