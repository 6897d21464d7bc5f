//! Tests over all kinds of charts.

use super::drawing::Chart;
use super::*;
use crate::{diag, exact};

mod bounds;
mod marks;
mod samples;
mod standings;

const FORMATS: [Format; 3] = [Format::Page, Format::Slide, Format::Phone];

/// The texts of an SVG, without tags and blanks.
fn texts(svg: &str) -> String {
    let mut out = String::new();
    for line in svg.lines().filter(|line| line.starts_with("<text")) {
        let text = line.split_once('>').map_or("", |(_, rest)| rest.trim_end_matches("</text>"));
        out.extend(text.chars().filter(|c| !c.is_whitespace()));
    }
    out
}

#[track_caller]
fn check_texts(chart: &dyn Chart, expected: &[&str]) {
    let found = texts(&chart.svg_text());
    let frame = chart.frame();
    for text in expected.iter().copied().chain([frame.title.as_str(), &frame.subtitle, &frame.source]) {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(found.contains(&text), "{text} not in {found}");
    }
}

#[test]
fn every_text_of_the_input_appears() {
    for format in FORMATS {
        let stack = samples::grade_stack(format);
        for row in &stack.rows {
            check_texts(&stack, &[&row.label, &row.total]);
        }
        check_texts(&stack, &["优秀", "良好", "一般", "较差", "16", "22"]);
        for ranking in
            [samples::ranking(format, &samples::TOWNSHIPS, 3), samples::ranking(format, &samples::DEPARTMENTS, 7)]
        {
            for row in &ranking.rows {
                check_texts(&ranking, &[&row.rank, &row.label, row.value.as_ref().map_or(&row.instead, |v| &v.shown)]);
                check_texts(&ranking, &[row.veto.as_deref().unwrap_or_default()]);
            }
            check_texts(&ranking, &["一票否决", "2014年", "2015年"]);
        }
        let heat = samples::heat_map(format, &samples::DEPARTMENTS[20..50]);
        for row in &heat.rows {
            check_texts(&heat, &[&row.label]);
            for cell in &row.cells {
                if let HeatCell::Scored { shown, .. } = cell {
                    check_texts(&heat, &[shown]);
                }
            }
        }
        check_texts(&heat, &["主体责任", "民主测评", "30分", "未报", "— 不适用", "※ 不公开"]);
        let slopes = standings::slopes(format);
        for row in slopes.rows.iter().filter(|row| row.named) {
            let shown = |value: &Option<Value>| value.as_ref().map_or(String::new(), |value| value.shown.clone());
            check_texts(&slopes, &[&row.label, &row.change, &shown(&row.before), &shown(&row.after)]);
        }
        check_texts(&slopes, &["2014年", "2015年", &slopes.remarks[0]]);
        let splits = standings::splits(format);
        for row in &splits.rows {
            check_texts(&splits, &[&row.label, &row.own.shown, &row.rule.shown, &row.sum]);
        }
        let places = standings::places(format);
        for row in &places.rows {
            check_texts(&places, &[&row.label, &row.told]);
        }
        let flow = standings::flow(format);
        for event in &flow.events {
            check_texts(&flow, &[&event.label, &event.note]);
            for hit in &event.hits {
                check_texts(&flow, &[&hit.who, &hit.role]);
                hit.after.iter().for_each(|text| check_texts(&flow, &[text]));
            }
        }
        let scatter = standings::scatter(format);
        for dot in scatter.panels.iter().flat_map(|panel| &panel.dots) {
            check_texts(&scatter, &[dot.label.as_deref().unwrap_or_default()]);
        }
        let bars = samples::grouped_bars(format);
        for pair in &bars.pairs {
            check_texts(&bars, &[&pair.label, &pair.change, pair.after.as_ref().map_or("", |value| &value.shown)]);
        }
        check_texts(&bars, &["2014年", "2015年", "312", "—"]);
        let strips = samples::distribution(format);
        check_texts(
            &strips,
            &["乡镇（9个）", "县水务局 72.40", "县人力资源和社会保障局", "优秀线 90", "中位数", "一票否决"],
        );
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    for (kind, chart) in standings::all(Format::Page) {
        let (first, second) = (chart.draw(), chart.draw());
        assert!(first.is_ok(), "{kind}");
        assert!(first == second, "{kind}");
        assert_eq!(first.map(|drawing| drawing.svg_text), Ok(chart.svg_text()), "{kind}");
    }
}

#[test]
fn outlines_stand_alone_and_the_picture_has_their_size() -> Result<(), DrawError> {
    for (kind, chart) in standings::all(Format::Phone) {
        let drawing = chart.draw()?;
        let svg = &drawing.svg_outlines;
        assert!(!svg.contains("<text") && !svg.contains("font-family"), "{kind}");
        assert!(svg.contains(&format!("<title>{}</title>", chart.frame().title)), "{kind}");
        assert!(svg.contains(&format!("<desc>{}</desc>", chart.frame().description)), "{kind}");
        assert!(svg.contains("<path") && outlines::tree(svg).is_ok(), "{kind}");
        assert!(outlines::tree(&drawing.svg_text).is_ok(), "{kind} is not well formed");
        let number = |at: usize| drawing.png.get(at..at + 4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]));
        assert!(drawing.png.starts_with(b"\x89PNG\r\n\x1a\n"), "{kind}");
        assert_eq!(number(16), Some(drawing.width * PNG_SCALE), "{kind}");
        assert_eq!(number(20), Some(drawing.height * PNG_SCALE), "{kind}");
        assert!(drawing.missing.is_empty(), "{kind}: {:?}", drawing.missing);
    }
    Ok(())
}

#[test]
fn a_slide_is_1280_by_720_where_it_can_be() {
    for (kind, chart) in standings::all(Format::Slide) {
        let (_, height) = chart.closed();
        if !matches!(kind, "ranking_68" | "heat_map_30") {
            assert_eq!(height, 720.0, "{kind}");
        }
    }
}

#[test]
fn what_the_font_lacks_is_named() -> Result<(), DrawError> {
    let mut chart = standings::slopes(Format::Page);
    chart.rows[0].label = "龘\u{7}镇".to_owned();
    assert_eq!(chart.draw()?.missing, ['龘'].into());
    Ok(())
}

#[test]
fn hostile_texts_are_shown_as_text() -> Result<(), DrawError> {
    let mut chart = standings::slopes(Format::Page);
    chart.rows[2].label = "<script>alert('x')</script>\u{0}&\"\u{202e}".to_owned();
    chart.frame.title = "</title><b>\u{1}&amp;".to_owned();
    let drawing = chart.draw()?;
    for svg in [&drawing.svg_text, &drawing.svg_outlines] {
        assert!(
            !svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\u{0}') && !svg.contains('\u{202e}')
        );
        assert!(svg.contains("&lt;/title&gt;&lt;b&gt;"));
        assert!(outlines::tree(svg).is_ok());
    }
    Ok(())
}

#[test]
fn an_embedded_chart_follows_light_and_dark() {
    let svg = standings::slopes(Format::Page).svg_text();
    assert!(svg.contains("@media screen and (prefers-color-scheme:dark)"));
    for line in svg
        .lines()
        .filter(|line| ["<text", "<rect", "<line", "<circle", "<polygon"].iter().any(|t| line.starts_with(t)))
    {
        assert!(line.contains("class=\"f-") || line.contains(" class=\"s-"), "{line}");
    }
}

#[test]
fn own_words_follow_the_language() {
    let mut heat = samples::heat_map(Format::Page, &samples::TOWNSHIPS);
    heat.frame.lang = diag::Lang::En;
    check_texts(&heat, &["not submitted", "— not applicable", "※ withheld", "below 84%", "96% and over"]);
    let mut slopes = standings::slopes(Format::Page);
    slopes.frame.lang = diag::Lang::En;
    check_texts(&slopes, &["largest rises", "largest falls", "云山镇 89.76 (+5.76)"]);
}
