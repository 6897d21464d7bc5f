//! The page as text: complete, self-contained, escaped.

use std::collections::BTreeMap;

use super::{Content, Picture, write};
use crate::explain::{Both, Explanations, Told, ToldCell, ToldStep};
use crate::report::charts::theme::built_in;
use crate::report::figures::{Figure, draw};
use crate::report::sample::county;
use crate::report::view::{View, portraits};
use crate::results::{Classes, PollResult, Results};

fn drawn(results: &Results, explained: &Explanations, pictures: &BTreeMap<String, Picture>) -> Result<String, String> {
    written(results, explained, pictures, &BTreeMap::new())
}

fn written(
    results: &Results,
    explained: &Explanations,
    pictures: &BTreeMap<String, Picture>,
    office: &BTreeMap<String, Vec<u8>>,
) -> Result<String, String> {
    let (view, portraits) = (View::of(results), portraits(results, explained));
    let chart_style = built_in().style_sheet();
    write(Content { view: &view, portraits: &portraits, explained, pictures, chart_style: &chart_style, office })
}

fn pictures(results: &Results) -> BTreeMap<String, Picture> {
    let picture = |figure: Figure| Picture { wide: figure.wide, narrow: figure.narrow };
    draw(&View::of(results), &built_in()).unwrap().into_iter().map(|(name, figure)| (name, picture(figure))).collect()
}

fn page(results: &Results) -> String {
    drawn(results, &Explanations::default(), &pictures(results)).unwrap()
}

/// The page without its own script and data, as a reader without script has it.
fn read(page: &str) -> &str {
    &page[..page.find("<script").unwrap()]
}

fn island<'a>(page: &'a str, name: &str) -> &'a str {
    between(page, &format!("<script type=\"application/json\" id=\"island-{name}\">"), "</script>")
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
    for word in ["http://", "https://", " src=", "@import", "url(", "<link", "<iframe", "<object", "<embed", "fetch("] {
        assert!(!page.contains(word), "{word}");
    }
    // One script that runs, known to the policy by its hash; the others are data.
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("<script").count(), 1 + page.matches("<script type=\"application/json\"").count());
    assert!(read(&page).contains("content=\"default-src &#x27;none&#x27;; script-src &#x27;sha256-"));
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
    for word in ["<script>alert", "<script>x", "<img", "<b>考核", "\" onload=\"alert(1)\"", " onerror=alert(1)>"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;") && page.contains(">=1+1</td>"));
    let index = island(&page, "index");
    assert!(index.contains("\\u003cscript\\u003ealert(1)\\u003c/script\\u003e") && !index.contains('<'));
    assert_eq!(page.matches("</script>").count(), 4);
}

#[test]
fn every_unit_and_person_has_a_page_with_its_tree() {
    let results = county();
    let both = |text: &str| Both { zh: text.to_owned(), en: String::new() };
    let cell = ToldCell { at: "raw/检查评分.xlsx ▸ 半年检查 ▸ D65".to_owned(), text: both("22.9 分") };
    let step = |what: &str, cells, parts| ToldStep {
        code: String::new(),
        what: both(what),
        value: None,
        shown: None,
        formula: Both::default(),
        rule: None,
        cells,
        parts,
        ..ToldStep::default()
    };
    let told = |code: &str| Told {
        code: code.to_owned(),
        name: String::new(),
        paragraph: both(&format!("{code}为什么是这个等次。")),
        rulings: Vec::new(),
        scores: vec![step("总分", Vec::new(), vec![step("检查考核", vec![cell.clone()], Vec::new())])],
        ..Told::default()
    };
    let explained = Explanations {
        schema: String::new(),
        units: results.units.iter().map(|unit| told(&unit.code)).collect(),
        people: results.people.iter().map(|person| told(&person.code)).collect(),
        ..Explanations::default()
    };
    let page = drawn(&results, &explained, &BTreeMap::new()).unwrap();
    let parsed = |name: &str| serde_json::from_str::<serde_json::Value>(island(&page, name)).unwrap();
    let (index, pages, trees) = (parsed("index"), parsed("pages"), parsed("trees"));
    assert_eq!(index["all"].as_array().unwrap().len(), results.units.len() + results.people.len());
    for unit in &results.units {
        let own = &pages["u"][&unit.code];
        let paragraph = &pages["c"][usize::try_from(own[0].as_u64().unwrap()).unwrap()];
        // The words stand once, the figures by themselves: `["D#为什么…", "01"]`.
        let words = &pages["c"][usize::try_from(paragraph[0].as_u64().unwrap()).unwrap()];
        let whole = words.as_str().unwrap().replacen('#', paragraph[1].as_str().unwrap(), 1);
        assert_eq!(whole, format!("{}为什么是这个等次。", unit.code));
        assert_eq!(trees["u"][&unit.code][1][0][6][0][5], serde_json::json!([[1, "D65", 3]]));
    }
    assert_eq!(pages["p"].as_object().unwrap().len(), results.people.len());
}

#[test]
fn what_is_withheld_is_a_word_and_a_reason() {
    let mut results = county();
    results.units[0].polls = vec![PollResult {
        code: "team".to_owned(),
        period: "year".to_owned(),
        score: None,
        failed: None,
        n: 29,
        issued: Some(29),
        returned: Some(29),
        classes: Classes::Withheld { withheld: "min_count:5".to_owned() },
    }];
    let page = drawn(&results, &Explanations::default(), &BTreeMap::new()).unwrap();
    let pages = island(&page, "pages");
    assert!(pages.contains("[\"不公开\",\"i\"]") && pages.contains("有票类不足5张") && !pages.contains("min_count"));
}

#[test]
fn a_chart_of_one_unit_waits_for_its_page() {
    let results = county();
    let code = &results.units[0].code;
    let picture = Picture { wide: "<svg>w</svg>".to_owned(), narrow: "<svg>n</svg>".to_owned() };
    let name = format!("unit-{code}-path");
    let page = drawn(&results, &Explanations::default(), &BTreeMap::from([(name.clone(), picture)])).unwrap();
    let held =
        format!("<script type=\"image/svg+xml\" data-of=\"u&#x2f;{code}\" data-wide=\"{name}\"><svg>w</svg></script>");
    assert!(page.contains(&held) && !read(&page).contains("<svg>w"));
}

#[test]
fn an_office_may_put_its_own_template_in_place() {
    let own = |bytes: &[u8]| BTreeMap::from([("reports/templates/report.html".to_owned(), bytes.to_vec())]);
    let with = |bytes: &[u8]| written(&county(), &Explanations::default(), &BTreeMap::new(), &own(bytes));
    assert_eq!(with("<p>{{ title }}</p>".as_bytes()).unwrap(), format!("<p>{}</p>", county().assessment.title));
    assert!(with("{{ nothing }}".as_bytes()).unwrap_err().contains("report.html"));
    assert!(with(&[0xff]).unwrap_err().contains("UTF-8"));
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
        assert!(page.contains(&format!("<li><a href=\"#{id}\">")));
    }
}

#[test]
fn status_and_invented_data_are_said_on_top() {
    let mut results = county();
    let first = |page: &str| page[page.find("<body").unwrap()..page.find("<section").unwrap()].to_owned();
    let top = first(&page(&results));
    assert!(top.contains("拟定") && top.contains("虚构数据，仅供演示") && top.contains("2016-01-20"));
    results.assessment.fictional = false;
    results.assessment.status = "final".to_owned();
    let top = first(&page(&results));
    assert!(top.contains("审定") && !top.contains("虚构"));
}

#[test]
fn a_chart_that_is_missing_leaves_its_table_open() {
    let page = drawn(&county(), &Explanations::default(), &BTreeMap::new()).unwrap();
    let ranking = between(&page, "<section id=\"ranking\">", "</section>");
    assert!(!ranking.contains("<details") && ranking.contains("红柳沟镇"));
}
