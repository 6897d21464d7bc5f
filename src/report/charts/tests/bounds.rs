//! Nothing is cut off, nothing overlaps, nothing is too small.

use super::*;
use crate::report::charts::plate::Words;
use crate::report::fonts::{Weight, width_in};

/// One attribute of an element as a number.
pub fn number(element: &str, name: &str) -> Option<f64> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    rest.split_once('"')?.0.parse().ok()
}

/// Left, top, right and bottom of a `<text>` element, from the SVG alone.
fn text_bounds(element: &str) -> Option<[f64; 4]> {
    let size = number(element, "font-size")?;
    let text = element.split_once('>')?.1.trim_end_matches("</text>");
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let weight = if element.contains("font-weight") { Weight::Bold } else { Weight::Regular };
    let (x, y, width) = (number(element, "x")?, number(element, "y")?, width_in(&text, size, weight));
    let left = match element.split_once("text-anchor=\"") {
        Some((_, rest)) if rest.starts_with("middle") => x - width / 2.0,
        Some(_) => x - width,
        None => x,
    };
    Some([left, y - 0.88 * size, left + width, y + 0.2 * size])
}

#[track_caller]
fn check(kind: &str, chart: &dyn Chart) {
    let (plate, height) = chart.closed();
    let (width, margin) = (plate.measures.width, plate.measures.margin);
    let svg = chart.svg_text();
    for line in svg.lines().filter(|line| line.starts_with("<text")) {
        let size = number(line, "font-size").unwrap_or_default();
        assert!(size >= 11.0, "{kind} at {width}: {size} px: {line}");
        let inside = text_bounds(line).is_some_and(|[left, top, right, bottom]| {
            left >= margin * 0.5 && right <= width - margin * 0.5 && top >= 0.0 && bottom <= height
        });
        assert!(inside, "{kind} at {width}: outside: {line}");
    }
    for (i, a) in plate.words.iter().enumerate() {
        for b in &plate.words[i + 1..] {
            assert!(!touch(a, b), "{kind} at {width}: “{}” on “{}”", a.text, b.text);
        }
    }
}

fn touch(a: &Words, b: &Words) -> bool {
    let ([l1, t1, r1, b1], [l2, t2, r2, b2]) = (a.bounds(), b.bounds());
    l1 + 0.5 < r2 && l2 + 0.5 < r1 && t1 + 0.5 < b2 && t2 + 0.5 < b1
}

#[test]
fn the_samples_fit() {
    for format in FORMATS {
        for (kind, chart) in standings::all(format) {
            check(kind, chart.as_ref());
        }
    }
}

#[test]
fn long_names_and_many_units_fit() {
    let long = "县委全面依法治县委员会办公室（县司法局）暨县行政复议委员会办公室联合工作专班";
    for format in FORMATS {
        let mut ranking = samples::ranking(format, &samples::DEPARTMENTS, 1);
        ranking.rows[5].label = long.to_owned();
        let extra: Vec<_> = ranking.rows[10..22].to_vec();
        ranking.rows.splice(30..30, extra);
        check("ranking of 80", &ranking);
        let mut stack = samples::grade_stack(format);
        stack.rows[1].label = long.to_owned();
        stack.rows[1].counts = vec![1, 1, 97, 1];
        check("grade_stack", &stack);
        let mut slopes = standings::slopes(format);
        slopes.rows[0].label = long.to_owned();
        check("slopes", &slopes);
        let mut splits = standings::splits(format);
        splits.rows[1].label = long.to_owned();
        check("splits", &splits);
        let mut places = standings::places(format);
        places.rows[1].label = long.to_owned();
        check("places", &places);
        let mut flow = standings::flow(format);
        flow.events[0].hits[1].who = long.to_owned();
        flow.events[1].label = long.to_owned();
        check("flow", &flow);
        let mut scatter = standings::scatter(format);
        scatter.panels[0].dots[3].label = Some("县祁连山国家级自然保护区管护站".to_owned());
        check("scatter", &scatter);
        let mut strips = samples::distribution(format);
        for i in [3, 9, 20, 21, 30] {
            strips.strips[2].dots[i].label = Some(samples::DEPARTMENTS[i].to_owned());
        }
        check("distribution", &strips);
        let mut heat = samples::heat_map(format, &samples::DEPARTMENTS);
        heat.columns.extend(heat.columns.clone().into_iter().take(5));
        heat.rows.iter_mut().for_each(|row| row.cells.extend(row.cells.clone().into_iter().take(5)));
        check("heat_map of 12", &heat);
        let mut bars = samples::grouped_bars(format);
        bars.pairs[1].label = "处置反映领导干部问题线索（件）".to_owned();
        bars.pairs[1].before = Some(samples::value("1234567"));
        check("grouped_bars", &bars);
    }
}

#[test]
fn empty_and_odd_data_are_drawn() -> Result<(), DrawError> {
    let zero = || Some(samples::value("0"));
    for format in FORMATS {
        let mut stack = samples::grade_stack(format);
        stack.grades.clear();
        check("grade_stack", &stack);
        stack.rows.clear();
        stack.draw()?;
        let mut ranking = samples::ranking(format, &samples::TOWNSHIPS, 3);
        ranking.lines.clear();
        ranking.rows.iter_mut().for_each(|row| row.value = zero());
        check("ranking", &ranking);
        ranking.rows[0].value = Some(samples::value("1e60"));
        ranking.rows[1].value = Some(samples::value("-5"));
        ranking.rows[1].band = Some(99);
        check("ranking", &ranking);
        ranking.rows.clear();
        ranking.draw()?;
        let mut heat = samples::heat_map(format, &samples::TOWNSHIPS);
        heat.rows[0].cells.clear();
        check("heat_map", &heat);
        heat.columns.clear();
        heat.draw()?;
        heat.rows.clear();
        heat.draw()?;
        let mut slopes = standings::slopes(format);
        slopes.rows.truncate(1);
        slopes.rows[0].after = None;
        check("slopes", &slopes);
        slopes.rows.clear();
        slopes.draw()?;
        let mut splits = standings::splits(format);
        splits.rows.clear();
        splits.draw()?;
        let mut places = standings::places(format);
        places.rows.iter_mut().for_each(|row| row.counts = [0; 6]);
        check("places", &places);
        places.rows.clear();
        places.draw()?;
        let mut scatter = standings::scatter(format);
        scatter.panels[0].dots.truncate(1);
        scatter.panels[1].dots.clear();
        check("scatter", &scatter);
        scatter.panels.clear();
        scatter.draw()?;
        let mut flow = standings::flow(format);
        flow.events[0].hits.clear();
        check("flow", &flow);
        flow.events.clear();
        flow.draw()?;
        let mut bars = samples::grouped_bars(format);
        bars.pairs.iter_mut().for_each(|pair| (pair.before, pair.after) = (zero(), None));
        check("grouped_bars", &bars);
        bars.pairs.clear();
        bars.draw()?;
        let mut strips = samples::distribution(format);
        strips.strips.iter_mut().for_each(|strip| strip.dots.truncate(1));
        check("distribution", &strips);
        strips.strips.clear();
        strips.lines.clear();
        strips.draw()?;
    }
    Ok(())
}
