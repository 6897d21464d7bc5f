//! The page as text: complete, self-contained, escaped.

use std::collections::BTreeMap;

use super::{Picture, write};
use crate::report::charts::theme::built_in;
use crate::report::figures::{Figure, draw};
use crate::report::sample::county;
use crate::report::view::View;
use crate::results::Results;

fn page(results: &Results) -> String {
    let view = View::of(results);
    let picture = |figure: Figure| Picture { wide: figure.wide, narrow: figure.narrow };
    let pictures: BTreeMap<String, Picture> =
        draw(&view, &built_in()).unwrap().into_iter().map(|(name, figure)| (name, picture(figure))).collect();
    write(&view, &pictures, &built_in().style_sheet()).unwrap()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap() + from.len();
    &text[start..start + text[start..].find(to).unwrap()]
}

#[test]
fn every_unit_stands_once_in_the_table_of_its_ranking() {
    let results = county();
    let page = page(&results);
    let ranking = between(&page, "<section id=\"ranking\">", "</section>");
    for unit in &results.units {
        let cell = format!(">{}</td>", unit.name);
        assert_eq!(ranking.matches(&cell).count(), 1, "{}", unit.name);
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = page(&county());
    for word in ["http://", "https://", " src=", "@import", "url(", "<script", "<link", "<iframe", "<object", "<embed"]
    {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn the_same_results_give_the_same_page() {
    assert_eq!(page(&county()), page(&county()));
}

#[test]
fn markup_and_formulas_in_names_are_shown_as_text() {
    let mut results = county();
    results.units[0].name = "<script>alert(1)</script>".to_owned();
    results.units[1].name = "=1+1".to_owned();
    results.units[2].name = "\" onload=\"alert(1)".to_owned();
    results.people[0].name = "<img src=x onerror=alert(1)>".to_owned();
    results.assessment.title = "<b>考核</b>".to_owned();
    results.lists.cases[0].name = "</svg><script>x</script>".to_owned();
    results.lists.vetoes[0].document = "</li><script>x</script>".to_owned();
    results.scheme.groups[0].code = "a\"><script>".to_owned();
    results
        .units
        .iter_mut()
        .filter(|unit| unit.group == "township")
        .for_each(|unit| unit.group = "a\"><script>".to_owned());
    let page = page(&results);
    for word in ["<script", "<img", "<b>考核", "\" onload=\"alert(1)\"", " onerror=alert(1)>"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;") && page.contains(">=1+1</td>"));
}

#[test]
fn sections_and_their_links_agree() {
    let page = page(&county());
    for id in [
        "grades",
        "ranking",
        "items",
        "disagreement",
        "movers",
        "vetoes",
        "committee",
        "quotas",
        "people",
        "statistics",
        "about",
    ] {
        assert_eq!(page.matches(&format!("<section id=\"{id}\">")).count(), 1);
        assert!(page.contains(&format!("<a href=\"#{id}\">")));
    }
}

#[test]
fn status_and_invented_data_are_said_on_top() {
    let mut results = county();
    let first = |page: &str| page[..page.find("<section").unwrap()].to_owned();
    let top = first(&page(&results));
    assert!(top.contains("拟定") && top.contains("虚构数据，仅供演示") && top.contains("2016-01-20"));
    results.assessment.fictional = false;
    results.assessment.status = "final".to_owned();
    let top = first(&page(&results));
    assert!(top.contains("审定") && !top.contains("虚构"));
}

#[test]
fn a_chart_that_is_missing_leaves_its_table_open() {
    let view = View::of(&county());
    let page = write(&view, &BTreeMap::new(), "").unwrap();
    let ranking = between(&page, "<section id=\"ranking\">", "</section>");
    assert!(!ranking.contains("<details") && ranking.contains("红柳沟镇"));
}
