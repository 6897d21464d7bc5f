//! A package in English has no Chinese but the data and the scheme's own words.

use std::path::Path;

use kaoze::audit::trend::years::{Given, years};
use kaoze::diag::{Findings, Lang};
use kaoze::files::{Disk, Files, InMemory};
use kaoze::package;
use kaoze::results::FindingsBoth;
use kaoze::run::{Run, Traced, check, run};
use kaoze::sheets::{Limits, read_workbook};

/// A workspace of the repository, scored for an English package.
fn scored(dataset: &str) -> (Run, InMemory) {
    let disk = Disk::at(&Path::new(env!("CARGO_MANIFEST_DIR")).join(dataset));
    let listed = disk.list("").expect("listed");
    let own = listed.into_iter().filter(|path| !path.starts_with("out/") && !path.starts_with("check/"));
    let files = InMemory(own.map(|path| (path.clone(), disk.read(&path).expect("read"))).collect());
    let checked = check(&files);
    let mut intake = checked.value.expect("read");
    intake.assessment.lang = Lang::En;
    (run(intake, checked.findings, Traced::Everybody).0.expect("scored"), files)
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '，' | '。' | '；' | '：')
}

/// Everything that may stand in Chinese: results without their Chinese findings, the scheme, the raw sheets as text.
fn allowed(made: &Run, files: &InMemory) -> String {
    let mut results = made.results.clone();
    results.findings = FindingsBoth { zh: Vec::new(), en: results.findings.en };
    let mut all = String::from_utf8(results.to_json()).expect("JSON");
    let texts = files.0.iter().chain(&made.kept).filter(|(path, _)| path.ends_with(".toml") || path.ends_with(".csv"));
    for (_, bytes) in texts {
        all += &String::from_utf8_lossy(bytes);
    }
    all.split_whitespace().collect()
}

/// Chinese runs of a text that are not among what is allowed.
fn left(name: &str, text: &str, allowed: &str) -> Vec<String> {
    let runs = text.split(|c: char| !is_chinese(c)).filter(|run| run.chars().any(|c| matches!(c, '\u{4E00}'..)));
    let mut found: Vec<String> =
        runs.filter(|run| !allowed.contains(run)).map(|run| format!("{name}: {run}")).collect();
    found.sort();
    found.dedup();
    found
}

/// Text between tags, with what stands in attributes that are read aloud or shown.
fn seen(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out += text;
        let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
        for attribute in ["title=\"", "aria-label=\"", "placeholder=\"", "alt=\""] {
            out += inside.split_once(attribute).and_then(|(_, value)| value.split('"').next()).unwrap_or_default();
            out.push(' ');
        }
        let closing = ["style", "script"].into_iter().find(|name| inside.split_whitespace().next() == Some(*name));
        rest = closing.and_then(|name| after.split_once(&format!("</{name}"))).map_or(after, |(_, behind)| behind);
    }
    out + rest
}

fn check_package(dataset: &str) {
    let (made, files) = scored(dataset);
    let allowed = allowed(&made, &files);
    let drawn = package::of_run(&made, true).expect("drawn").value;
    let mut found = Vec::new();
    for (path, bytes) in &drawn {
        let text = match path.rsplit('.').next() {
            Some("html") => seen(&String::from_utf8_lossy(bytes)),
            Some("svg") => seen(&String::from_utf8_lossy(bytes)),
            Some("xlsx") => {
                let book = read_workbook(path, bytes, &Limits::default()).value.expect("a workbook");
                let cells = book.sheets.iter().flat_map(|sheet| {
                    let own = sheet.cells.iter().map(|cell| cell.value.as_text().into_owned());
                    own.chain([sheet.name.to_string()])
                });
                cells.collect::<Vec<_>>().join("\n")
            }
            _ => continue,
        };
        found.extend(left(path, &text, &allowed));
    }
    for told in &made.results.findings.en {
        let said = [&told.headline, &told.expected, &told.effect, &told.mend].map(String::as_str).join("\n");
        found.extend(left(&told.code, &said, &allowed));
    }
    assert!(found.is_empty(), "{dataset}: {} words\n{}", found.len(), found.join("\n"));
}

#[test]
fn english_packages_have_no_chinese_beyond_the_data() {
    for dataset in ["tests/gallery/base", "datasets/years-case", "datasets/gaotai-2015-case"] {
        check_package(dataset);
    }
}

#[test]
fn english_trends_have_no_chinese_beyond_the_data() {
    let (made, files) = scored("datasets/years-case");
    let allowed = allowed(&made, &files) + &String::from_utf8_lossy(&files.0["last-year/results.json"]);
    let given = Given {
        path: "years-case".to_owned(),
        results: Some(made.results.clone()),
        statistics: None,
        findings: Findings::default(),
    };
    let bytes = years(vec![given]).value.workbook(Lang::En).expect("a workbook");
    let book = read_workbook("trend.xlsx", &bytes, &Limits::default()).value.expect("a workbook");
    let cells = book.sheets.iter().flat_map(|sheet| sheet.cells.iter().map(|cell| cell.value.as_text().into_owned()));
    let found = left("trend.xlsx", &cells.collect::<Vec<_>>().join("\n"), &allowed);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_chinese_word_in_an_english_text_is_found_by_english() {
    assert_eq!(left("page", "Total 总分 of 云山镇", "云山镇"), ["page: 总分"]);
}
