//! Intervals, recovery and discrepancies, worked by hand.

use crate::audit::findings::ALL;
use crate::diag::{Lang, Place, render_text};
use crate::exact::Exact;
use crate::sheets::{CellValue, Limits, read_workbook};

use super::{
    Agreement, Fits, Kind, Printed, Published, agreement, compare_shares, read_published, recover_before, workbook,
};

const GAOTAI: &str = include_str!("../../../datasets/gaotai-2015/published.toml");

fn printed(text: &str) -> Printed {
    text.parse().unwrap_or_else(|_| panic!("{text} is a printed number"))
}

fn exact(text: &str) -> Exact {
    text.parse().expect("a decimal")
}

fn before(now: u32, percent: &str) -> Fits {
    recover_before(now, &printed(percent))
}

fn read(text: &str) -> (Option<Published>, String) {
    let read = read_published("published.toml", text, &[]);
    (read.value, render_text(&read.findings, Lang::En))
}

#[test]
fn a_printed_number_is_an_interval() {
    let inside = |text: &str, value: &str| printed(text).interval().contains(&exact(value));
    assert!(
        inside("14.3", "14.25") && !inside("14.3", "14.2499") && inside("14.3", "14.3499") && !inside("14.3", "14.35")
    );
    assert!(inside("-14.3", "-14.25") && !inside("-14.3", "-14.35") && !inside("-14.3", "14.3"));
    assert!(inside("0.0", "0.0499") && inside("0.0", "-0.0499") && !inside("0.0", "0.05") && !inside("0.0", "-0.05"));
    // 62万 has steps of ten thousand, 23.6万 of one thousand.
    assert!(
        inside("62万", "615000") && !inside("62万", "614999") && inside("62万", "624999") && !inside("62万", "625000")
    );
    assert!(inside("23.6万", "235500") && !inside("23.6万", "236500"));
    assert!(inside("1.2亿", "115000000") && !inside("1.2亿", "125000000"));
    assert_eq!((printed("62").whole(), printed("62万").whole(), printed("62.0").whole()), (Some(62), None, None));
}

#[test]
fn what_is_no_printed_number() {
    for text in [
        "",
        "约80",
        "600多",
        "1e3",
        "1/3",
        "1.",
        ".5",
        "--1",
        "+-1",
        "1,000",
        "%",
        "万",
        "1.2.3",
        "1234567890123456789",
    ] {
        assert!(text.parse::<Printed>().is_err(), "{text:?}");
    }
    assert_eq!(printed("+14.3%"), printed("14.3"));
    assert_eq!(printed("－14.3％"), printed("14.3").negated());
}

#[test]
fn the_four_years_before_are_recovered() {
    // 80/1.1435 = 69.96 < b ≤ 80/1.1425 = 70.02
    assert_eq!(before(80, "14.3"), Fits::One { n: 70 });
    // 54/1.6365 = 32.997 < b ≤ 54/1.6355 = 33.02
    assert_eq!(before(54, "63.6"), Fits::One { n: 33 });
    // 49/1.5315 = 31.995 < b ≤ 49/1.5305 = 32.02
    assert_eq!(before(49, "53.1"), Fits::One { n: 32 });
    // 59/1.3115 = 44.987 < b ≤ 59/1.3105 = 45.02
    assert_eq!(before(59, "31.1"), Fits::One { n: 45 });
}

#[test]
fn edges_go_as_half_up_goes() {
    // 457 after 400 is +14.25 exactly: printed 14.3, never 14.2.
    assert_eq!(before(457, "14.3"), Fits::One { n: 400 });
    assert_eq!(before(457, "14.2"), Fits::None);
    // 343 after 400 is −14.25 exactly: printed −14.3, never −14.2.
    assert_eq!(before(343, "-14.3"), Fits::One { n: 400 });
    assert_eq!(before(343, "-14.2"), Fits::None);
}

#[test]
fn falls_and_standstill() {
    // 401/0.5845 = 686.06 ≤ b < 401/0.5835 = 687.23
    assert_eq!(before(401, "-41.6"), Fits::One { n: 687 });
    // 50/1.0005 = 49.98 < b < 50/0.9995 = 50.03
    assert_eq!(before(50, "0.0"), Fits::One { n: 50 });
    // 3/0.625 = 4.8 ≤ b < 3/0.615 = 4.88: whole percents leave a gap here
    assert_eq!(before(3, "-38"), Fits::None);
}

#[test]
fn several_fit_where_counts_are_large_or_prints_coarse() {
    // 620000/1.1435 = 542195.02 < b ≤ 620000/1.1425 = 542669.58
    assert_eq!(before(620_000, "14.3"), Fits::Several { from: 542_196, to: Some(542_669) });
    // 100/1.105 = 90.498 < b ≤ 100/1.095 = 91.32
    assert_eq!(before(100, "10"), Fits::One { n: 91 });
    // 1000/1.105 = 904.98 < b ≤ 1000/1.095 = 913.24
    assert_eq!(before(1000, "10"), Fits::Several { from: 905, to: Some(913) });
    assert!(before(1000, "10").has(913) && !before(1000, "10").has(914));
    // 4,000,000,000 after a fall of 50.0%: 7,992,007,992 and more do not fit a count.
    assert_eq!(before(4_000_000_000, "-50.0"), Fits::None);
}

#[test]
fn none_fits() {
    // 3/1.105 = 2.71 < b ≤ 3/1.095 = 2.74
    assert_eq!(before(3, "10"), Fits::None);
    // 1 after b ≥ 1 rises by nought at most.
    assert_eq!(before(1, "100.0"), Fits::None);
    assert_eq!(before(5, "-200"), Fits::None);
    assert_eq!(before(0, "14.3"), Fits::None);
}

#[test]
fn a_fall_to_almost_nothing_has_no_upper_end() {
    // 0 after any count is −100%.
    assert_eq!(before(0, "-100.0"), Fits::Several { from: 1, to: None });
    // 1/b ≤ 0.005 in whole percents: 200 and more.
    assert_eq!(before(1, "-100"), Fits::Several { from: 200, to: None });
}

/// Every b up to a thousand by division and rounding, the way a clerk would.
#[test]
fn the_interval_says_what_trying_each_number_says() {
    for now in [0_u32, 1, 2, 7, 49, 54, 59, 62, 80, 343, 457] {
        for tenths in -1100_i64..=1500 {
            let text = format!("{}{}.{}", if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10);
            let fits = before(now, &text);
            for b in 1..=1000_u32 {
                // Tenths of a percent, half away from nought: round(1000·(now − b)/b).
                let (n, d) = (1000 * (i64::from(now) - i64::from(b)), i64::from(b));
                let rounded = n.signum() * ((2 * n.abs() + d) / (2 * d));
                assert_eq!(fits.has(b), rounded == tenths, "{now} after {b}, {text}%");
            }
        }
    }
}

#[test]
fn gaotai_is_read_without_a_finding() {
    let (published, said) = read(GAOTAI);
    assert_eq!(said, "");
    let published = published.expect("read");
    assert_eq!((published.year, published.figures.len()), (2015, 24));
    let of = |code: &str| published.figure(&code.into()).map(|figure| figure.shown());
    assert_eq!(of("tip_offs").as_deref(), Some("62件次"));
    assert_eq!(of("closed_change").as_deref(), Some("+53.1%"));
    assert_eq!(of("handbooks").as_deref(), Some("600多本"));
    let approximate = published.figures.iter().filter(|figure| figure.kind == Kind::Approximate).count();
    assert_eq!(approximate, 1);
}

#[test]
fn gaotai_workbook_has_the_printed_counts_and_no_year_before() {
    let published = read(GAOTAI).0.expect("read");
    let bytes = workbook("题", &published).expect("written");
    let book = read_workbook("raw/案件统计.xlsx", &bytes, &Limits::default()).value.expect("a workbook");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!(names, ["全县", "原文"]);
    let rows: Vec<Vec<String>> = book.sheets[0]
        .rows()
        .map(|(_, cells)| cells.iter().map(|cell| cell.value.as_text().into_owned()).collect())
        .collect();
    assert_eq!(rows[rows.len() - 2], ["年度", "信访举报", "初核", "立案", "办结", "处分"]);
    assert_eq!(rows[rows.len() - 1], ["2015", "62", "80", "54", "49", "59"]);
    // Title, header and a row per figure; the row of 立案 quotes its sentence.
    let sentences: Vec<_> = book.sheets[1].rows().collect();
    let opened = sentences.iter().find(|(_, cells)| cells.iter().any(|cell| *cell.value.as_text() == *"opened"));
    let quoted = opened.is_some_and(|(_, cells)| {
        cells.iter().any(|cell| matches!(&cell.value, CellValue::Text(text) if text.contains("立案查处案件54件")))
    });
    assert!(quoted);
    assert_eq!(sentences.len(), 3 + 24);
}

const HEAD: &str = "year = 2018\n[source]\nname = \"某地2018年通报\"\n";

fn figures(text: &str, figures: &str) -> String {
    format!("{HEAD}[[sentence]]\nsection = \"一\"\ntext = \"{text}\"\nfigures = [\n{figures}\n]\n")
}

#[test]
fn a_transposed_difference_is_found() {
    let text = figures(
        "处分401人,上年同期687人,减少268人。",
        r#"{ code = "s", name = "处分", value = "401", measure = "人", kind = "count" },
{ code = "s_before", name = "上年处分", value = "687", measure = "人", kind = "before", of = "s" },
{ code = "s_change", name = "增减", value = "268", measure = "人", kind = "change_count", of = "s", direction = "down" },"#,
    );
    let (published, said) = read(&text);
    assert_eq!(said, "");
    let published = published.expect("read");
    let change = published.figure(&"s_change".into()).expect("there");
    assert_eq!(change.shown(), "-268人");
    assert_eq!(change.place, Place::Line("published.toml".into(), 10));
    // 401 − 687 = −286
    assert_eq!(agreement(401, 687, change), Agreement::Differs { expected: Some("-286人".into()) });
    assert_eq!(agreement(401, 669, change), Agreement::Agrees);
}

#[test]
fn a_share_is_checked_against_the_intervals_of_its_parts() {
    let of = |share: &str| {
        figures(
            &format!("33.2万件中23.6万件,占{share}%。"),
            &format!(
                r#"{{ code = "all", name = "全部", value = "33.2万", measure = "件", kind = "count" }},
{{ code = "part", name = "其中", value = "23.6万", measure = "件", kind = "count" }},
{{ code = "share", name = "占比", value = "{share}", measure = "%", kind = "share_percent", of = "part", base = "all" }},"#
            ),
        )
    };
    let findings = |share: &str| compare_shares(&read(&of(share)).0.expect("read"));
    // 235,500/332,500 = 70.83% and 236,500/331,500 = 71.34% are the ends.
    assert!(findings("70.9").is_empty() && findings("71.1").is_empty() && findings("71.3").is_empty());
    let said = render_text(&findings("71.4"), Lang::En);
    assert!(said.contains("A004") && said.contains("70.82–71.35%"), "{said}");
    assert!(!findings("70.7").is_empty());
}

#[test]
fn what_is_not_understood_is_said_with_its_line() {
    let one =
        |fields: &str| read(&figures("约80件,增长5%。", &format!("{{ code = \"a\", name = \"甲\", {fields} }},"))).1;
    let said = one(r#"value = "约80", measure = "件", kind = "count""#);
    assert!(said.contains("A001") && said.contains("published.toml:8") && said.contains("约80"), "{said}");
    let said = one(r#"value = "5", measure = "%", kind = "change_percent", of = "a""#);
    assert!(said.contains("direction"), "{said}");
    let said = one(r#"value = "5", measure = "%", kind = "change_percent", direction = "up""#);
    assert!(said.contains("a field of"), "{said}");
    let said = one(r#"value = "5", measure = "%", kind = "change_percent", of = "b", direction = "up""#);
    assert!(said.contains("\"b\""), "{said}");
    let said = one(r#"value = "-5", measure = "%", kind = "change_percent", of = "a", direction = "up""#);
    assert!(said.contains("not both"), "{said}");
    // 80件 stands in the sentence, 0件 does not stand alone in it.
    let said = one(r#"value = "0", measure = "件", kind = "count""#);
    assert!(said.contains("A002"), "{said}");
    let (value, said) = read("year = 2018\nsource = 3\n");
    assert!(value.is_none() && said.contains("published.toml:2"), "{said}");
}

#[test]
fn every_code_has_its_manual_entry() {
    for code in ALL {
        let entry = code.entry();
        assert!(entry.starts_with(&format!("{} {}\n", code.id, code.name)), "{entry}");
        for section in ["## What is checked", "## Why it matters", "## Example", "## Mend"] {
            assert!(entry.contains(section), "{} lacks {section}", code.id);
        }
    }
}
