//! Year over year from sheets, from published figures, and from both.

use crate::diag::{Lang, render_text};
use crate::exact::Exact;
use crate::files::InMemory;
use crate::results::Change;
use crate::scheme::words::{CaseWords, Named, Words, standard_layouts};

use super::{Before, Trend, trend};

fn folder(files: &[(&str, &[u8])]) -> InMemory {
    InMemory(files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect())
}

fn run(files: &InMemory) -> (Option<Trend>, String) {
    let outcome = trend(files, None).expect("in memory");
    (outcome.value, render_text(&outcome.findings, Lang::En))
}

fn gaotai() -> InMemory {
    folder(&[
        ("kaoze.toml", include_bytes!("../../../datasets/gaotai-2015/kaoze.toml")),
        ("published.toml", include_bytes!("../../../datasets/gaotai-2015/published.toml")),
        ("raw/案件统计.xlsx", include_bytes!("../../../datasets/gaotai-2015/raw/案件统计.xlsx")),
    ])
}

const KAOZE: &str = r#"
title = "云山县2015年案件统计（虚构）"
to = "2015-12-31"
scheme = "none"
fictional = true
[[table]]
table = "cases"
files = ["raw/*.csv"]
"#;

const INDICATORS: &str = r#"
year = 2015
source = { name = "云山县通报（虚构）" }
indicator = [
    { code = "tip_offs", name = "信访举报", measure = "件次" },
    { code = "prechecks", name = "初核", measure = "件次" },
    { code = "opened", name = "立案", measure = "件" },
    { code = "closed", name = "办结", measure = "件", aliases = ["结案"] },
    { code = "sanctions", name = "处分", measure = "人" },
]
"#;

fn county(published: &str, sheet: &str) -> (Option<Trend>, String) {
    let published = format!("{INDICATORS}{published}");
    run(&folder(&[
        ("kaoze.toml", KAOZE.as_bytes()),
        ("published.toml", published.as_bytes()),
        ("raw/案件统计.csv", sheet.as_bytes()),
    ]))
}

fn sentence(text: &str, figures: &str) -> String {
    format!("[[sentence]]\nsection = \"一\"\ntext = \"{text}\"\nfigures = [\n{figures}\n]\n")
}

#[test]
fn gaotai_2014_is_recovered_and_its_percentages_come_out() {
    let (value, said) = run(&gaotai());
    assert_eq!(said, "");
    let value = value.expect("a trend");
    let rows: Vec<_> =
        value.rows.iter().map(|row| (row.code.as_str(), row.now, row.before, row.shown(Lang::Zh))).collect();
    let recovered = |n| Before::Recovered { n };
    assert_eq!(
        rows,
        [
            ("tip_offs", Some(62), Before::Unknown, "上年无数据".to_owned()),
            ("prechecks", Some(80), recovered(70), "+14.3%".to_owned()),
            ("opened", Some(54), recovered(33), "+63.6%".to_owned()),
            ("closed", Some(49), recovered(32), "+53.1%".to_owned()),
            ("sanctions", Some(59), recovered(45), "+31.1%".to_owned()),
        ]
    );
    // What the counts give is what the source prints: 10/70, 21/33, 17/32, 14/45.
    let rates = [(1, 7), (7, 11), (17, 32), (14, 45)];
    for (row, (n, d)) in value.rows[1..].iter().zip(rates) {
        assert_eq!(row.change.exact(), Exact::ratio(n, d));
        assert_eq!(row.change.shown(Lang::Zh), row.shown(Lang::Zh));
    }
    assert_eq!(value.rows[1].now_at.as_deref(), Some("raw/案件统计.xlsx ▸ 全县 ▸ C7"));
    assert!(value.rows[0].sentence.as_deref().is_some_and(|sentence| sentence.contains("受理群众信访举报62件次")));
    assert!(value.rows[3].printed[0].note.as_deref().is_some_and(|note| note.contains("已办结49件")));
}

#[test]
fn gaotai_in_words() {
    let value = run(&gaotai()).0.expect("a trend");
    let zh = "\
高台县2015年案件统计（公布数）
有同比的4项均上升，立案升幅最大（+63.6%）

指标      计量单位  2014年  2015年  同比
信访举报  件次      无数据      62  上年无数据
初核      件次         70*      80  +14.3%
立案      件           33*      54  +63.6%
办结      件           32*      49  +53.1%
处分      人           45*      59  +31.1%

* 由公布的本年数和增减推得，合于公布数的整数只此一个
办结：原文“结案”读作同句的“已办结49件”
期间：今年以来
来源：高台县落实党风廉政建设“两个责任”六项举措（公开报道，编辑：康永强）
";
    assert_eq!(value.text(Lang::Zh), zh);
    let en = value.text(Lang::En);
    assert!(en.contains("All 4 with a change up year over year; 立案 most (+63.6%)"), "{en}");
    assert!(en.contains("信访举报   件次     not known    62  last year not known"), "{en}");
    let chart = value.chart_rows(Lang::Zh);
    assert_eq!((chart[2].label.as_str(), chart[2].before, chart[2].now), ("立案（件）", Some(33), Some(54)));
    assert_eq!(
        (chart[0].before, chart[0].before_text.as_str(), chart[0].change.as_str()),
        (None, "无数据", "上年无数据")
    );
}

#[test]
fn counts_of_two_years_in_a_sheet() {
    let sheet = "云山县案件统计\n单位,年度,信访举报,初核（件次）,立案,结案,处分\n\
        全县,2014年,60,70,0,12,45\n全县,2015年,62,80,3,12,不适用\n青石镇,2015年,5,9,1,1,1\n合计,,,,,,\n";
    let (value, said) = county("", sheet);
    assert_eq!(said, "");
    let value = value.expect("a trend");
    let shown: Vec<_> = value.rows.iter().map(|row| (row.before.shown(Lang::Zh), row.shown(Lang::Zh))).collect();
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        shown,
        [
            pair("60", "+3.3%"),
            pair("70", "+14.3%"),
            pair("0", "上年为零"),
            pair("12", "持平"),
            pair("45", "本年无数据")
        ]
    );
    assert_eq!(value.rows[2].before, Before::Zero);
    assert_eq!(value.rows[3].change, Change::Same);
    // Two up, one unchanged; 立案 and 处分 have no rate.
    assert_eq!(value.headline(Lang::Zh), "2项上升、1项持平，初核变动最大（+14.3%）");
    assert!(value.text(Lang::Zh).starts_with("云山县2015年案件统计（虚构）\n"));
}

#[test]
fn a_printed_difference_that_is_transposed_is_kept_and_marked() {
    let printed = sentence(
        "处分401人,减少268人,下降41.6%。",
        r#"{ code = "sanctions", name = "处分", value = "401", measure = "人", kind = "count" },
{ code = "fewer", name = "减少", value = "268", measure = "人", kind = "change_count", of = "sanctions", direction = "down" },
{ code = "rate", name = "下降", value = "41.6", measure = "%", kind = "change_percent", of = "sanctions", direction = "down" },"#,
    );
    let (value, said) = county(&printed, "年度,处分\n2014,687\n2015,401\n");
    // 401 − 687 = −286, and −286/687 = −41.63%: only the difference is misprinted.
    assert!(
        said.contains("warning A004 published-differs: printed change is not the difference of its own figures"),
        "{said}"
    );
    assert!(said.contains("found     401, 687, \"-268人\"") && said.contains("expected  -286人"), "{said}");
    assert_eq!(said.matches("A004").count(), 1);
    let value = value.expect("a trend");
    let row = &value.rows[0];
    let marks: Vec<_> = row.printed.iter().map(|printed| (printed.shown.as_str(), printed.differs)).collect();
    assert_eq!(marks, [("-268人", true), ("-41.6%", false)]);
    assert_eq!((row.before, row.shown(Lang::Zh)), (Before::Known { n: 687 }, "-41.6%".to_owned()));
    assert!(value.text(Lang::Zh).contains("† 处分：原文印 -268人，按其自身数字应为 -286人；照原文保留"));
}

#[test]
fn a_printed_rate_that_differs_is_shown_with_its_mark() {
    let printed = sentence(
        "初核增长13.4%。",
        r#"{ code = "rate", name = "增长", value = "13.4", measure = "%", kind = "change_percent", of = "prechecks", direction = "up" },"#,
    );
    let (value, said) = county(&printed, "年度,初核\n2014,70\n2015,80\n");
    assert!(said.contains("A004") && said.contains("expected  +14.3%"), "{said}");
    let value = value.expect("a trend");
    assert_eq!(value.rows[0].shown(Lang::Zh), "+13.4%†");
    // Nothing is said in the title from a row whose print is in doubt.
    assert_eq!(value.headline(Lang::Zh), "案件统计");
}

#[test]
fn several_and_none_are_said() {
    let printed = sentence(
        "信访举报620000件次,增长14.3%;立案3件,增长10%。",
        r#"{ code = "tip_offs", name = "信访举报", value = "620000", measure = "件次", kind = "count" },
{ code = "a", name = "增长", value = "14.3", measure = "%", kind = "change_percent", of = "tip_offs", direction = "up" },
{ code = "opened", name = "立案", value = "3", measure = "件", kind = "count" },
{ code = "b", name = "增长", value = "10", measure = "%", kind = "change_percent", of = "opened", direction = "up" },"#,
    );
    let (value, said) = county(&printed, "");
    assert!(said.contains("A003 change-fits-none") && said.contains("found     3, +10%"), "{said}");
    let value = value.expect("a trend");
    assert_eq!(value.rows[0].before, Before::Several { from: 542_196, to: Some(542_669) });
    assert_eq!(value.rows[0].shown(Lang::Zh), "+14.3%");
    assert_eq!((value.rows[1].before, value.rows[1].shown(Lang::Zh)), (Before::NoneFits, "+10%†".to_owned()));
    let text = value.text(Lang::Zh);
    assert!(text.contains("542196–542669") && text.contains("无整数可合†"), "{text}");
}

#[test]
fn a_printed_difference_gives_the_year_before_outright() {
    let printed = sentence(
        "立案54件,同比增加21件。",
        r#"{ code = "opened", name = "立案", value = "54", measure = "件", kind = "count" },
{ code = "more", name = "增加", value = "21", measure = "件", kind = "change_count", of = "opened", direction = "up" },"#,
    );
    let (value, said) = county(&printed, "");
    assert!(!said.contains("A00"), "{said}");
    let row = &value.expect("a trend").rows[0];
    assert_eq!((row.before, row.shown(Lang::Zh)), (Before::Recovered { n: 33 }, "+63.6%".to_owned()));
}

#[test]
fn sheets_that_contradict_are_said() {
    let printed =
        sentence("立案54件。", r#"{ code = "opened", name = "立案", value = "54", measure = "件", kind = "count" },"#);
    let (value, said) = county(&printed, "年度,立案,办结\n2015,45,约49\n2015,46,\n");
    assert!(said.contains("printed count is not the one in the sheet") && said.contains("expected  45件"), "{said}");
    assert!(said.contains("A006 count-unreadable") && said.contains("约49"), "{said}");
    assert!(said.contains("A007 year-twice"), "{said}");
    assert_eq!(value.expect("a trend").rows.len(), 1);
}

#[test]
fn what_is_missing_is_said() {
    let (value, said) = county("", "年度,立案\n2013,45\n2014,50\n");
    assert!(said.contains("A005 county-row-missing") && said.contains("found     2013, 2014"), "{said}");
    assert_eq!(value.expect("a trend").rows[0].shown(Lang::Zh), "本年无数据");
    let other = INDICATORS.replace("year = 2015", "year = 2014");
    let sheet = "年度,立案\n2015,45\n";
    let (value, said) = run(&folder(&[
        ("kaoze.toml", KAOZE.as_bytes()),
        ("published.toml", other.as_bytes()),
        ("raw/案件统计.csv", sheet.as_bytes()),
    ]));
    assert!(said.contains("year = 2014") && value.is_some_and(|value| value.source.is_none()), "{said}");
    let (value, said) = run(&folder(&[]));
    assert!(value.is_none() && said.contains("A001") && said.contains("kaoze.toml"), "{said}");
    let (value, said) = run(&folder(&[("kaoze.toml", KAOZE.as_bytes())]));
    assert!(value.is_none() && said.contains("indicator"), "{said}");
    let (value, said) = run(&folder(&[("kaoze.toml", b"title = 3\n")]));
    assert!(value.is_none() && said.contains("kaoze.toml:1"), "{said}");
}

#[test]
fn titles_say_no_more_than_the_rows() {
    let headline = |sheet: &str, lang| county("", sheet).0.expect("a trend").headline(lang);
    let two = "年度,立案,处分\n2014,10,10\n";
    assert_eq!(headline(&format!("{two}2015,8,9\n"), Lang::Zh), "2项同比均下降，立案降幅最大（-20.0%）");
    assert_eq!(headline(&format!("{two}2015,8,12\n"), Lang::Zh), "1项上升、1项下降");
    assert_eq!(headline(&format!("{two}2015,8,12\n"), Lang::En), "1 up, 1 down");
    assert_eq!(headline(&format!("{two}2015,10,10\n"), Lang::Zh), "案件统计");
    assert_eq!(headline(&format!("{two}2015,8,\n"), Lang::Zh), "立案同比-20.0%");
}

#[test]
fn a_scheme_names_the_indicators() {
    let case = |code: &str, name: &str| CaseWords {
        named: Named { code: code.into(), name: name.to_owned(), aliases: vec![] },
        measure: "件".to_owned(),
    };
    let words = Words {
        groups: vec![],
        periods: vec![],
        roles: vec![],
        items: vec![],
        cases: vec![case("petition_referred", "信访转办"), case("opened", "立案")],
        polls: vec![],
        families: vec![],
        grounds: vec![],
        grades: vec![],
        layouts: standard_layouts(),
        ..Words::default()
    };
    // 信访转办 is counted per unit and has no column of the whole county: no row. 33 after 32 is 1/32 = 3.125%.
    let published = "year = 2015\nsource = { name = \"通报\" }\n".to_owned()
        + &sentence(
            "立案数增长3.2%。",
            r#"{ code = "r", name = "增长", value = "3.2", measure = "%", kind = "change_percent", of = "opened", direction = "up" },"#,
        );
    let files = folder(&[
        ("kaoze.toml", KAOZE.as_bytes()),
        ("published.toml", published.as_bytes()),
        ("raw/案件统计.csv", "年度,立案\n2014,32\n2015,33\n".as_bytes()),
    ]);
    let outcome = trend(&files, Some(&words)).expect("in memory");
    let said = render_text(&outcome.findings, Lang::En);
    assert!(said.contains("expected  +3.1%"), "{said}");
    let value = outcome.value.expect("a trend");
    assert_eq!(value.rows.len(), 1);
    let json = serde_json::to_value(&value).expect("json");
    assert_eq!(json["rows"][0]["change"], serde_json::json!({ "kind": "rate", "exact": "1/32" }));
    assert_eq!(json["rows"][0]["before"], serde_json::json!({ "kind": "known", "n": 32 }));
    assert_eq!(json["rows"][0]["printed"][0]["differs"], true);
}
