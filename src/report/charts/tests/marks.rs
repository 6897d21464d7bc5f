//! The ink is where the numbers say.

use super::bounds::number;
use super::*;

/// The elements of a role, as lines.
fn marks<'a>(svg: &'a str, role: &str) -> Vec<&'a str> {
    let class = format!(" kz-{}\" ", role.replace(' ', " kz-"));
    svg.lines().filter(|line| line.contains(&class)).collect()
}

/// Whether each length stands for its value at the same scale, within the tenth of a pixel that the pen knows.
#[track_caller]
fn check_proportional(lengths: &[f64], values: &[f64]) {
    assert_eq!(lengths.len(), values.len());
    let (longest, largest) =
        (lengths.iter().fold(0.0, |a: f64, b| a.max(*b)), values.iter().fold(0.0, |a: f64, b| a.max(*b)));
    for (length, value) in lengths.iter().zip(values) {
        // Lengths are in tenths of a pixel and each end is rounded.
        assert!((length - value / largest * longest).abs() <= 2.0, "{length} for {value} of {largest} at {longest}");
    }
}

#[test]
fn every_unit_of_a_ranking_has_its_dot_at_its_value() {
    for format in FORMATS {
        let chart = samples::ranking(format, &samples::TOWNSHIPS, 3);
        let svg = chart.svg_text();
        let dots: Vec<f64> = marks(&svg, "dot").iter().filter_map(|dot| number(dot, "cx")).collect();
        let values: Vec<f64> = chart
            .rows
            .iter()
            .filter(|row| row.veto.is_none())
            .filter_map(|row| row.value.as_ref()?.shown.parse().ok())
            .collect();
        assert_eq!((dots.len(), values.len()), (8, 8));
        // The distance of two dots is to the distance of their values as that of any other two.
        let scale = (dots[0] - dots[7]) / (values[0] - values[7]);
        for (dot, value) in dots.iter().zip(&values) {
            assert!((dots[0] - dot - (values[0] - value) * scale).abs() <= 2.0, "{dot} for {value}");
        }
        assert_eq!(marks(&svg, "dot vetoed").len(), 1);
        // Four of the nine rows lack a last year to be joined with: the second, and each fifth from the fourth on.
        assert_eq!(marks(&svg, "before").len(), chart.rows.iter().filter(|row| row.before.is_some()).count());
    }
}

#[test]
fn the_parts_of_a_move_are_proportional_from_nought() {
    let chart = standings::splits(Format::Page);
    let svg = chart.svg_text();
    let lengths =
        |role: &str| -> Vec<f64> { marks(&svg, role).iter().filter_map(|bar| number(bar, "width")).collect() };
    let parts: Vec<f64> = lengths("own").into_iter().chain(lengths("by-rule")).collect();
    check_proportional(&parts, &[6.20, 1.00, 2.75, 1.15, 4.76, 3.00]);
}

#[test]
fn places_are_bars_of_counts_and_a_stroke_at_their_number() {
    let chart = standings::places(Format::Page);
    let svg = chart.svg_text();
    assert_eq!(marks(&svg, "bar").len(), 9, "a segment for every count that is not nought");
    assert_eq!(marks(&svg, "places").len(), 4);
}

#[test]
fn columns_are_proportional_and_what_is_missing_has_none() {
    for (format, side) in [(Format::Slide, "height"), (Format::Phone, "width")] {
        let chart = samples::grouped_bars(format);
        let values: Vec<f64> = chart
            .pairs
            .iter()
            .flat_map(|pair| [&pair.before, &pair.after])
            .flatten()
            .filter_map(|value| value.shown.parse().ok())
            .filter(|x| *x > 0.0)
            .collect();
        let svg = chart.svg_text();
        let lengths: Vec<f64> = marks(&svg, "bar").iter().filter_map(|bar| number(bar, side)).collect();
        check_proportional(&lengths, &values);
    }
}

#[test]
fn segments_share_the_full_bar_by_count() {
    let chart = samples::grade_stack(Format::Page);
    let svg = chart.svg_text();
    let segments: Vec<(f64, f64)> =
        marks(&svg, "bar").iter().filter_map(|bar| Some((number(bar, "y")?, number(bar, "width")?))).collect();
    for (row, y) in chart.rows.iter().filter(|row| row.counts.iter().any(|n| *n > 0)).zip({
        let mut ys: Vec<f64> = segments.iter().map(|(y, _)| *y).collect();
        ys.dedup();
        ys
    }) {
        let widths: Vec<f64> = segments.iter().filter(|(at, _)| *at == y).map(|(_, width)| *width).collect();
        let counts: Vec<f64> = row.counts.iter().filter(|n| **n > 0).map(|n| f64::from(*n)).collect();
        let (whole, n): (f64, f64) = (widths.iter().sum(), counts.iter().sum());
        assert_eq!(widths.len(), counts.len());
        for (width, count) in widths.iter().zip(counts) {
            // A gap of one pixel is cut from each segment but the last.
            assert!((width - whole * count / n).abs() <= 40.0, "{width} for {count} of {n}");
        }
    }
}

#[test]
fn every_unit_has_its_dot_and_every_cell_its_colour() {
    let strips = samples::distribution(Format::Page);
    let n: usize = strips.strips.iter().map(|strip| strip.dots.len()).sum();
    let svg = strips.svg_text();
    assert_eq!(marks(&svg, "dot").len(), n);
    assert_eq!(svg.lines().filter(|line| line.starts_with("<polygon") && line.contains(" kz-dot\" ")).count(), 1);

    let heat = samples::heat_map(Format::Page, &samples::TOWNSHIPS);
    let svg = heat.svg_text();
    let scored =
        heat.rows.iter().flat_map(|row| &row.cells).filter(|cell| matches!(cell, HeatCell::Scored { .. })).count();
    assert_eq!(marks(&svg, "cell").len(), scored);
    assert_eq!(marks(&svg, "cell withheld").len(), 1);
    assert!(!marks(&svg, "hatch").is_empty());
}

#[test]
fn both_ends_of_a_move_are_drawn_and_a_break_is_not_joined() {
    let slopes = standings::slopes(Format::Page);
    let svg = slopes.svg_text();
    assert_eq!(marks(&svg, "before").len(), 5);
    assert_eq!(marks(&svg, "after").len(), 5);
    assert_eq!(marks(&svg, "move").len(), 5);
    assert_eq!(marks(&svg, "other").len(), 2);
    assert_eq!(marks(&svg, "apart").len(), 1);
}

#[test]
fn the_weakest_cells_are_outlined() {
    let heat = samples::heat_map(Format::Page, &samples::DEPARTMENTS);
    let weak = |cell: &HeatCell| matches!(cell, HeatCell::Scored { weak: true, .. });
    let n = heat.rows.iter().flat_map(|row| &row.cells).filter(|cell| weak(cell)).count();
    assert!(n > 0);
    assert_eq!(marks(&heat.svg_text(), "weak").len(), 4 * n);
}
