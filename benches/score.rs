//! How long each stage takes: on the committed county, and on invented ones of 77 and 770 units held in memory.
//!
//! `cargo bench --bench score` runs it in about two minutes; `-- 770/2` after it runs one stage. Reading is workbooks and
//! rows together, as `kaoze check` does it. The pages of 770 units are left out: drawing them takes about 12 s each time,
//! nearly all of it pictures. `-- language` runs the limits of the scheme language alone.

mod large;

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion};
use kaoze::consequences::{Given, consequences};
use kaoze::demo::county;
use kaoze::diag::Findings;
use kaoze::explain::Explanations;
use kaoze::files::{Files, InMemory};
use kaoze::grades::grade;
use kaoze::package;
use kaoze::report::{self, Material};
use kaoze::results::{Made, Results, seal};
use kaoze::run::{Intake, Traced, assemble, check, run, scheme_digest};
use kaoze::scores::score;
use kaoze::tally::tally;

/// The committed county of a year; nothing if it is not there.
fn committed() -> Option<InMemory> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/yunshan-2015");
    let disk = kaoze::files::Disk::at(&folder);
    let mut files = BTreeMap::new();
    for path in disk.list("").ok()?.into_iter().filter(|path| !path.starts_with("out") && !path.starts_with("check")) {
        files.insert(path.clone(), disk.read(&path).ok()?);
    }
    files.contains_key("kaoze.toml").then_some(InMemory(files))
}

/// Checked facts without an error, or a word why there are none.
fn intake(files: &InMemory) -> Result<(Intake, Findings), String> {
    let checked = check(files);
    if checked.findings.has_errors() {
        return Err(kaoze::diag::render_text(&checked.findings, kaoze::diag::Lang::En));
    }
    checked.value.map(|intake| (intake, checked.findings)).ok_or_else(|| "nothing was read".to_owned())
}

/// Every stage of one county; pages are drawn where that takes no more than seconds.
fn stages(criterion: &mut Criterion, name: &str, files: &InMemory, draw: bool) {
    let (read, findings) = match intake(files) {
        Ok(read) => read,
        Err(why) => {
            eprintln!("{name} is left out: {why}");
            return;
        }
    };
    let nobody = BTreeSet::new();
    let counted = tally(read.records.clone(), &read.scheme.words, &nobody).value;
    let days = (read.assessment.from, read.assessment.to);
    let scored = score(&counted, &read.scheme, days.0, days.1, &nobody);
    let graded = grade(&scored, &read.scheme, read.assessment.year).value;
    let after = consequences(Given {
        tally: &counted,
        scored: &scored,
        graded: &graded,
        scheme: &read.scheme,
        from: days.0,
        to: days.1,
        as_of: read.assessment.issued,
        year: read.assessment.year,
    })
    .value;
    let digest = scheme_digest(&read.scheme);
    let sealed = || -> Results {
        seal(Made {
            assessment: &read.assessment,
            scheme: &read.scheme,
            scheme_digest: &digest,
            tally: &counted,
            scored: &scored,
            graded: &graded,
            after: &after,
            inputs: &read.inputs,
            last_year: None,
            findings: &findings,
        })
    };
    let results = sealed();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    group.bench_function("1 read", |bench| bench.iter(|| black_box(check(files))));
    group.bench_function("2 tally", |bench| {
        let own = || read.records.clone();
        bench.iter_batched(
            own,
            |records| black_box(tally(records, &read.scheme.words, &nobody)),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("3 score", |bench| {
        bench.iter(|| black_box(score(&counted, &read.scheme, days.0, days.1, &nobody)));
    });
    group.bench_function("4 grade", |bench| {
        bench.iter(|| black_box(grade(&scored, &read.scheme, read.assessment.year)))
    });
    group.bench_function("5 seal", |bench| bench.iter(|| black_box(sealed().to_json())));
    if draw {
        let (explained, office) = (Explanations::default(), BTreeMap::new());
        let material = Material { results: &results, explained: &explained, office: &office };
        group.bench_function("6 report", |bench| bench.iter(|| black_box(report::write(material))));
    }
    group.bench_function("all", |bench| {
        bench.iter(|| {
            let checked = check(files);
            let made = checked.value.and_then(|read| run(read, checked.findings, Traced::Everybody).0);
            made.map(|made| {
                let pages = package::of_run(&made, draw).map(|drawn| drawn.value);
                black_box(assemble(&made, pages.unwrap_or_default()))
            })
        });
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    large::large(&mut criterion);
    if let Some(files) = committed() {
        stages(&mut criterion, "yunshan-2015", &files, true);
    }
    for units in [77, 770] {
        match county(units, 7, 2015) {
            Ok(files) => stages(&mut criterion, &units.to_string(), &InMemory(files), units < 100),
            Err(why) => eprintln!("{units} units are left out: {why}"),
        }
    }
    criterion.final_summary();
}
