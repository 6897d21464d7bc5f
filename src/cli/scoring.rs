//! `run`, `check`, `score` and `report`.

use std::collections::BTreeMap;
use std::path::Path;

use super::arguments::{CheckArguments, DrawArguments, PackageLang, RunArguments};
use super::failure::Failure;
use super::progress::Progress;
use super::rendering::{drawn, put, target};
use super::summary;
use super::tally_line::tally_line;
use super::terminal;
use crate::diag::{Checked, Findings, Lang, render_json, render_text};
use crate::explain::{EXPLANATIONS, Explanations};
use crate::files::{Digest, Disk, Files, write_file};
use crate::package;
use crate::report::{self, Material};
use crate::results::{Input, Manifest, Results};
use crate::run::{self, Intake, MANIFEST, REPORTS, Run, assemble, is_kept};

/// `kaoze check DIR`
pub(super) fn check(asked: &CheckArguments, lang: Lang) -> Result<u8, Failure> {
    let checked = read(&asked.dir)?;
    let findings = match checked.value {
        Some(intake) => run::run(intake, checked.findings, run::Traced::Nobody).1,
        None => checked.findings,
    };
    note(&asked.dir, &findings)?;
    if asked.json {
        println!("{:#}", render_json(&findings));
    } else {
        print!("{}", render_text(&findings, lang));
        println!("{}", tally_line(&findings, lang));
    }
    Ok(u8::from(findings.has_errors()))
}

/// `kaoze run DIR`
pub(super) fn run(asked: &DrawArguments, lang: Lang) -> Result<u8, Failure> {
    let code = make(&asked.run, lang, true)?;
    if asked.open && code == 0 {
        open(&asked.run, lang)?;
    }
    Ok(code)
}

/// Opens the page that was written.
fn open(asked: &RunArguments, lang: Lang) -> Result<(), Failure> {
    terminal::open(&target(&asked.dir, asked.out.as_ref())?.join("report.html"), lang);
    Ok(())
}

/// `kaoze score DIR`
pub(super) fn score(asked: &RunArguments, lang: Lang) -> Result<u8, Failure> {
    make(asked, lang, false)
}

fn make(asked: &RunArguments, lang: Lang, with_pages: bool) -> Result<u8, Failure> {
    let progress = Progress::start(if with_pages { 4 } else { 3 }, lang);
    folder(&asked.dir)?;
    let target = target(&asked.dir, asked.out.as_ref())?;
    progress.step("读取并核对", "reading and checking");
    let checked = read(&asked.dir)?;
    let Some(made) = scored(asked, checked, lang, &progress)? else { return Ok(1) };
    let (made, mut findings) = made;
    if with_pages {
        progress.step("绘制页面", "drawing the pages");
    }
    let (rendered, more) = drawn(package::of_run(&made, with_pages))?;
    findings.append(more);
    note(&asked.dir, &findings)?;
    progress.step("写出结果包", "writing the package");
    let files = assemble(&made, rendered);
    put(&target, &files)?;
    progress.end();
    eprint!("{}", render_text(&findings, lang));
    if asked.json {
        print!("{}", String::from_utf8_lossy(&made.results.to_json()));
    } else {
        print!("{}", summary::text(&made.results, &target, &files, &findings, lang));
    }
    Ok(0)
}

/// Passes the gate and scores; on error findings they are shown and there is nothing.
fn scored(
    asked: &RunArguments,
    checked: Checked<Option<Intake>>,
    lang: Lang,
    progress: &Progress,
) -> Result<Option<(Run, Findings)>, Failure> {
    let stop = |findings: &Findings| {
        note(&asked.dir, findings)?;
        progress.end();
        if asked.json {
            println!("{:#}", render_json(findings));
        } else {
            eprint!("{}", render_text(findings, lang));
            eprintln!("{}", tally_line(findings, lang));
        }
        Ok(None)
    };
    let Some(mut intake) = checked.value.filter(|_| !checked.findings.has_errors()) else {
        return stop(&checked.findings);
    };
    match asked.lang {
        Some(PackageLang::Zh) => intake.assessment.lang = Lang::Zh,
        Some(PackageLang::En) => intake.assessment.lang = Lang::En,
        None => {}
    }
    progress.step("计分", "scoring");
    match run::run(intake, checked.findings, run::Traced::Everybody) {
        (Some(made), findings) => Ok(Some((made, findings))),
        (None, findings) => stop(&findings),
    }
}

/// `kaoze report DIR`: the pages once more from out/results.json.
pub(super) fn report(asked: &DrawArguments, lang: Lang) -> Result<u8, Failure> {
    redraw(&asked.run, lang)?;
    if asked.open {
        open(&asked.run, lang)?;
    }
    Ok(0)
}

fn redraw(asked: &RunArguments, lang: Lang) -> Result<(), Failure> {
    let progress = Progress::start(2, lang);
    folder(&asked.dir)?;
    let target = target(&asked.dir, asked.out.as_ref())?;
    let package = Disk::at(&asked.dir.join("out"));
    let bytes =
        package.read("results.json").map_err(|e| Failure::NoResults(package.root().to_owned(), e.to_string()))?;
    let absent = |cause| Failure::NoResults(package.root().to_owned(), cause);
    let mut results = Results::from_json(&bytes).map_err(absent)?;
    let manifest = package.read(MANIFEST).map_err(|e| absent(e.to_string()))?;
    let manifest = Manifest::from_json(&manifest).map_err(absent)?;
    match asked.lang {
        Some(PackageLang::Zh) => results.assessment.lang = "zh".to_owned(),
        Some(PackageLang::En) => results.assessment.lang = "en".to_owned(),
        None => {}
    }
    let explained = match package.read(EXPLANATIONS) {
        Ok(bytes) => Explanations::from_json(&bytes).map_err(absent)?,
        Err(_) => Explanations::default(),
    };
    let workspace = Disk::at(&asked.dir);
    let mut office = BTreeMap::new();
    for path in workspace.list(REPORTS).unwrap_or_default().into_iter().filter(|path| is_kept(path)) {
        let bytes = workspace.read(&path).map_err(|error| Failure::disk(Path::new(&path), &error))?;
        office.insert(path, bytes);
    }
    let material = Material { results: &results, explained: &explained, office: &office };
    progress.step("绘制页面", "drawing the pages");
    let (mut files, findings) = drawn(report::write(material))?;
    files.extend(office);
    let applied = |path: &&String| {
        *path == "kaoze.toml" || *path == EXPLANATIONS || path.starts_with("scheme/") || path.starts_with("last-year/")
    };
    let listed = package.list("").map_err(|error| Failure::disk(package.root(), &error))?;
    for path in listed.iter().filter(applied) {
        files.insert(path.clone(), package.read(path).map_err(|error| Failure::disk(Path::new(path), &error))?);
    }
    files.insert("results.json".to_owned(), results.to_json());
    let outputs = files.iter().map(|(path, bytes)| Input { path: path.clone(), sha256: Digest::of(bytes).to_string() });
    let manifest = Manifest::of(&results, outputs.collect(), manifest.allowed);
    files.insert(MANIFEST.to_owned(), manifest.to_json());
    progress.step("写出结果包", "writing the package");
    put(&target, &files)?;
    progress.end();
    eprint!("{}", render_text(&findings, lang));
    if asked.json {
        print!("{}", String::from_utf8_lossy(&results.to_json()));
    } else {
        print!("{}", summary::text(&results, &target, &files, &findings, lang));
    }
    Ok(())
}

/// Refuses a folder that is not there.
pub(super) fn folder(dir: &Path) -> Result<(), Failure> {
    if dir.is_dir() { Ok(()) } else { Err(Failure::NoFolder(dir.to_owned())) }
}

/// Reads and checks the workspace on the disk.
pub(super) fn read(dir: &Path) -> Result<Checked<Option<Intake>>, Failure> {
    folder(dir)?;
    Ok(run::check(&Disk::at(dir)))
}

/// check/findings.json, rewritten whole.
fn note(dir: &Path, findings: &Findings) -> Result<(), Failure> {
    let text = format!("{:#}\n", render_json(findings));
    let path = dir.join("check").join("findings.json");
    write_file(&path, text.as_bytes()).map_err(Failure::from)
}
