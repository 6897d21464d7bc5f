//! The gallery of figures: `reports/gallery/` shows every figure of the county, and of some cases what the county lacks.
//!
//! `BLESS=1 cargo test --release --test main -- figures_gallery` draws them anew; whoever does so looks at every picture that
//! changed. Pages of other kinds have an `.md` of their own in that folder; the README lists them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kaoze::exact::Exact;
use kaoze::files::{Digest, Disk};
use kaoze::report::charts::{picture, theme};
use kaoze::report::figures::draw;
use kaoze::report::view::View;
use kaoze::results::{Predecessor, Results, Value};
use kaoze::run::{Traced, check, run};

/// Width of the pictures, in pixels.
const WIDTH: u32 = 1000;
/// The largest sum of all pictures, in bytes.
const MOST: usize = 6_000_000;

/// A workspace, what is added to its results, and which of its figures are shown; none named are all.
struct Source {
    workspace: &'static str,
    change: fn(&mut Results),
    prefix: &'static str,
    only: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
}

const SOURCES: &[Source] = &[
    Source {
        workspace: "yunshan-2015",
        change: |_| {},
        prefix: "",
        only: &[],
        zh: "云山县2015年度（虚构），77个单位、315人",
        en: "The invented county of Yunshan, 2015: 77 units, 315 people",
    },
    Source {
        workspace: "yunshan-2015",
        change: another_scheme,
        prefix: "rules-",
        only: &["movers", "movers-split", "ranking-township"],
        zh: "同一个县，设上年办法不同、两个单位由合并和更名而来（数字为示意）",
        en: "The same county, as if the scheme had changed and two units had been merged and renamed (numbers for show)",
    },
    Source {
        workspace: "gaotai-2015-case",
        change: |_| {},
        prefix: "gaotai-",
        only: &["vetoes", "disagreement"],
        zh: "高台个案：否决与后果",
        en: "The case of Gaotai: vetoes and what follows",
    },
];

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn results(workspace: &str) -> Results {
    let checked = check(&Disk::at(&top().join("datasets").join(workspace)));
    let intake = checked.value.expect("a workspace of the repository can be used");
    run(intake, checked.findings, Traced::Nobody).0.expect("and is scored").results
}

/// Last year under this year's rules a point and a half lower, a unit that was merged and one that was renamed.
fn another_scheme(results: &mut Results) {
    for (i, unit) in results.units.iter_mut().enumerate() {
        let Some(last) = &mut unit.last_year else { continue };
        last.same_scheme = false;
        let Some(score) = last.score.as_ref().and_then(Value::exact) else { continue };
        let less = Exact::ratio(150 - i64::try_from(i % 7).expect("below seven") * 55, 100).expect("a fraction");
        let exact = score - &less;
        let shown = kaoze::exact::Rounding { mode: kaoze::exact::Mode::HalfUp, places: 2 }.show(&exact);
        last.rescored = Some(Value::Score { exact, shown });
    }
    for (code, how, names) in
        [("D07", "merged", &["原县文化局", "原县广播电影电视局"][..]), ("T05", "renamed", &["原沟口乡"])]
    {
        let unit = results.units.iter_mut().find(|unit| unit.code == code).expect("a unit of the county");
        let last = unit.last_year.get_or_insert_default();
        last.broken = (how == "merged").then(|| how.to_owned());
        last.from = names
            .iter()
            .map(|name| Predecessor {
                code: String::new(),
                name: (*name).to_owned(),
                how: how.to_owned(),
                date: "2015-03-01".to_owned(),
                score: None,
                grade: None,
            })
            .collect();
    }
}

/// The files of the folder by name: pictures, the digests of the drawings that they were made from, the README.
fn made() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut readme = "# 图表样张 · Gallery of figures\n\n\
        每张图均由程序从虚构的示例数据画出，未经修饰；`BLESS=1 cargo test --release --test main -- figures_gallery` 重画，\
        测试核对其未变。图的取舍与画法见 `theme.toml` 和 `src/report/charts/`。\n\n\
        Every figure is drawn by the program from invented sample data and not retouched. The command above draws them anew; a \
        test holds them unchanged.\n"
        .to_owned();
    let mut digests = String::new();
    for source in SOURCES {
        let mut zh = results(source.workspace);
        (source.change)(&mut zh);
        let mut en = zh.clone();
        en.assessment.lang = "en".to_owned();
        let (view, english) = (View::of(&zh), View::of(&en));
        readme += &format!("\n## {}\n\n{}\n", source.zh, source.en);
        let shown = |name: &String| source.only.is_empty() || source.only.contains(&name.as_str());
        let mut chosen = view.clone();
        chosen.plots.retain(|name, _| shown(name));
        for (name, figure) in draw(&chosen, &theme::built_in()).expect("drawn") {
            assert!(figure.missing.is_empty(), "{name}: {:?}", figure.missing);
            let file = format!("{}{name}", source.prefix);
            digests += &format!("{}  {file}.svg\n", Digest::of(figure.svg.as_bytes()).as_str());
            files.insert(format!("{file}.png"), picture(&figure.svg, WIDTH).expect("a picture"));
            let (own, other) = (view.plots[&name].frame(), english.plots[&name].frame());
            readme += &format!(
                "\n### {}\n\n{}\n\n*{}* {}\n\n![{}]({file}.png)\n",
                own.title, own.subtitle, other.title, other.subtitle, own.title
            );
        }
    }
    let pages = markdown();
    if !pages.is_empty() {
        readme += "\n## 其他样张 · Other pages\n\n";
        readme.extend(pages.iter().map(|page| format!("- [{page}]({page})\n")));
    }
    files.insert("README.md".to_owned(), readme.into_bytes());
    files.insert("digests.txt".to_owned(), digests.into_bytes());
    files
}

fn folder() -> PathBuf {
    top().join("reports/gallery")
}

fn names(folder: &Path) -> Vec<String> {
    let listed = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = listed.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Pages that others have written into the folder.
fn markdown() -> Vec<String> {
    names(&folder()).into_iter().filter(|name| name.ends_with(".md") && name != "README.md").collect()
}

#[test]
fn figures_gallery_shows_what_the_program_draws() {
    let made = made();
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(folder()).expect("the folder can be made");
        // Pictures that the list of digests named and that are drawn no longer.
        let before = fs::read_to_string(folder().join("digests.txt")).unwrap_or_default();
        for line in
            before.lines().filter_map(|line| line.split_once("  ")).map(|(_, name)| name.replace(".svg", ".png"))
        {
            if !made.contains_key(&line) {
                let _ = fs::remove_file(folder().join(line));
            }
        }
        for (name, bytes) in &made {
            fs::write(folder().join(name), bytes).expect("the file can be written");
        }
    }
    let mut faults = Vec::new();
    for (name, bytes) in &made {
        if fs::read(folder().join(name)).ok().as_ref() != Some(bytes) {
            faults.push(format!("reports/gallery/{name} is not what the program draws; BLESS=1 draws it anew"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let all: usize = made.values().map(Vec::len).sum();
    assert!(all <= MOST, "{all} bytes of pictures, more than {MOST}");
}
