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
fn bars_of_a_ranking_are_proportional_from_nought() {
    for format in FORMATS {
        let chart = samples::ranking(format, &samples::TOWNSHIPS, 3);
        let svg = chart.svg_text();
        let mut bars: Vec<&str> = svg.lines().filter(|line| line.contains(" kz-bar")).collect();
        bars.retain(|line| line.starts_with("<rect"));
        let lengths: Vec<f64> = bars.iter().filter_map(|bar| number(bar, "width")).collect();
        let values: Vec<f64> = chart.rows.iter().filter_map(|row| row.value.as_ref()?.shown.parse().ok()).collect();
        check_proportional(&lengths, &values);
        let starts: std::collections::BTreeSet<_> =
            bars.iter().filter_map(|bar| number(bar, "x")).map(|x| x as i64).collect();
        assert_eq!(starts.len(), 1);
    }
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
fn both_ends_of_a_move_are_drawn() {
    let movers = samples::movers(Format::Page);
    let svg = movers.svg_text();
    assert_eq!(marks(&svg, "before").len(), 7);
    assert_eq!(marks(&svg, "after").len(), 8);
    assert_eq!(marks(&svg, "move").len(), 7);
}
