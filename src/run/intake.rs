//! From the workspace's files to checked facts: kaoze.toml, the scheme, the workbooks, the rows.

use std::collections::BTreeMap;

use super::findings::{file_unreadable, last_year_changed, last_year_unreadable, raw_empty};
use crate::assessment::{self, Allowance, Assessment};
use crate::diag::{Checked, Findings, Severity};
use crate::files::{Digest, Files, InMemory, matches};
use crate::records::{self, Records};
use crate::results::{Input, Manifest, Results};
use crate::scheme::{self, Scheme, SchemeFile};
use crate::sheets::{Limits, Workbook, read_workbook};

/// The folder of a workspace with the office's own theme and templates.
pub const REPORTS: &str = "reports";

/// Everything that was read, ready to be counted.
#[derive(Debug, Clone)]
pub struct Intake {
    /// What kaoze.toml says.
    pub assessment: Assessment,
    /// The scheme.
    pub scheme: Scheme,
    /// The rows.
    pub records: Records,
    /// Every input with its digest.
    pub inputs: Vec<Input>,
    /// Last year's results.
    pub last_year: Option<Results>,
    /// Files that the package carries as they were applied, by path: kaoze.toml, the scheme, last year's results.
    pub kept: BTreeMap<String, Vec<u8>>,
}

/// Reads and checks a workspace; the value is there if the scheme and kaoze.toml could be used.
///
/// The findings tell whether it may be scored: an error that nobody allowed stops.
#[must_use]
pub fn check(files: &dyn Files) -> Checked<Option<Intake>> {
    let mut findings = Findings::default();
    let mut inputs = Vec::new();
    let mut kept = BTreeMap::new();
    let Ok(toml) = files.read("kaoze.toml") else {
        findings.push(assessment::findings::kaoze_toml_missing("kaoze.toml"));
        return Checked { value: None, findings };
    };
    let read = assessment::read_bytes(&toml, "kaoze.toml");
    findings.append(read.findings);
    let Some(assessment) = read.value else { return Checked { value: None, findings } };
    inputs.push(input("kaoze.toml", &toml));
    kept.insert("kaoze.toml".to_owned(), toml);
    let loaded = load_scheme(files, &assessment);
    findings.append(loaded.findings);
    let (last_year, found) = read_last_year(files, &mut inputs, &mut kept);
    findings.append(found);
    keep_reports(files, &mut inputs, &mut kept);
    let raw = files.list("raw").unwrap_or_default();
    let raw: Vec<String> = raw.into_iter().filter(|path| is_kept(path)).collect();
    if raw.is_empty() {
        // What every table, row and roster would say on top of it has this one cause.
        findings.push(raw_empty::finding());
        return Checked { value: None, findings };
    }
    let workbooks = read_workbooks(files, &assessment, &raw, &mut inputs, &mut findings);
    let Some(scheme) = loaded.value else { return Checked { value: None, findings: allowed(findings, &assessment) } };
    findings.append(scheme::in_force(&scheme, assessment.from, assessment.to));
    for file in &scheme.files {
        let path = file.path();
        inputs.push(Input { path: path.clone(), sha256: file.digest.to_string() });
        kept.insert(path, file.bytes.clone());
    }
    inputs.sort();
    if raw.is_empty() {
        // One finding says it all; that each table is missing too is no news.
        return Checked { value: None, findings: allowed(findings, &assessment) };
    }
    let read = records::read(&assessment, &scheme.words, &workbooks, &raw);
    findings.append(read.findings);
    let findings = allowed(findings, &assessment);
    Checked { value: Some(Intake { assessment, scheme, records: read.value, inputs, last_year, kept }), findings }
}

fn input(path: &str, bytes: &[u8]) -> Input {
    Input { path: path.to_owned(), sha256: Digest::of(bytes).to_string() }
}

/// Lock files of Excel and WPS, and what the system leaves behind, are no raw sheets.
#[must_use]
pub fn is_kept(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !(name.starts_with("~$")
        || name.starts_with(".~")
        || name == ".DS_Store"
        || name == "Thumbs.db"
        || name == ".gitkeep")
}

/// The office's own scheme if the workspace has one of this name, else the one built into the program.
fn load_scheme(files: &dyn Files, assessment: &Assessment) -> Checked<Option<Scheme>> {
    let (name, days) = (assessment.scheme.as_str(), (assessment.from, assessment.to));
    let own = format!("scheme/{name}");
    if files.list(&own).is_ok_and(|listed| !listed.is_empty()) {
        return scheme::load_for(files, &own, name, days);
    }
    // A built-in scheme bears the path that it has in the package, so that a rerun from the package says the same.
    let built_in = scheme::builtin().0.into_iter().filter_map(|(path, bytes)| {
        let rest = path.strip_prefix(&format!("scoring/{name}/"))?.to_owned();
        Some((format!("{own}/{rest}"), bytes))
    });
    scheme::load_for(&InMemory(built_in.collect()), &own, name, days)
}

/// One digest over all files of a scheme, by name.
#[must_use]
pub fn scheme_digest(scheme: &Scheme) -> String {
    let line = |file: &SchemeFile| match &file.of {
        of if *of == scheme.code => format!("{} {}\n", file.digest, file.name),
        of => format!("{} {of}/{}\n", file.digest, file.name),
    };
    let lines: Vec<String> = scheme.files.iter().map(line).collect();
    Digest::of(lines.concat().as_bytes()).to_string()
}

fn read_workbooks(
    files: &dyn Files,
    assessment: &Assessment,
    raw: &[String],
    inputs: &mut Vec<Input>,
    findings: &mut Findings,
) -> Vec<Workbook> {
    let limits = Limits::default();
    let named = |path: &&String| assessment.tables.iter().any(|table| table.files.iter().any(|p| matches(p, path)));
    let mut workbooks = Vec::new();
    for path in raw.iter().filter(named) {
        match files.read(path) {
            Ok(bytes) => {
                inputs.push(input(path, &bytes));
                let read = read_workbook(path, &bytes, &limits);
                findings.append(read.findings);
                workbooks.extend(read.value);
            }
            Err(error) => findings.push(file_unreadable::finding(path, &error.to_string())),
        }
    }
    workbooks
}

/// Last year's results, if they are there; their manifest must still fit them.
fn read_last_year(
    files: &dyn Files,
    inputs: &mut Vec<Input>,
    kept: &mut BTreeMap<String, Vec<u8>>,
) -> (Option<Results>, Findings) {
    let mut findings = Findings::default();
    let path = "last-year/results.json";
    let Ok(bytes) = files.read(path) else { return (None, findings) };
    inputs.push(input(path, &bytes));
    kept.insert(path.to_owned(), bytes.clone());
    if let Ok(bytes_of_manifest) = files.read("last-year/manifest.json") {
        inputs.push(input("last-year/manifest.json", &bytes_of_manifest));
        kept.insert("last-year/manifest.json".to_owned(), bytes_of_manifest.clone());
        let stated = Manifest::from_json(&bytes_of_manifest)
            .ok()
            .and_then(|manifest| manifest.outputs.into_iter().find(|output| output.path == "results.json"));
        let digest = Digest::of(&bytes).to_string();
        if stated.as_ref().is_none_or(|stated| stated.sha256 != digest) {
            findings.push(last_year_changed::finding(&digest));
        }
    }
    match Results::from_json(&bytes) {
        Ok(results) => (Some(results), findings),
        Err(cause) => {
            findings.push(last_year_unreadable::finding(&cause));
            (None, findings)
        }
    }
}

/// The office's own theme and templates, which the package carries as they were applied.
fn keep_reports(files: &dyn Files, inputs: &mut Vec<Input>, kept: &mut BTreeMap<String, Vec<u8>>) {
    for path in files.list(REPORTS).unwrap_or_default().into_iter().filter(|path| is_kept(path)) {
        if let Ok(bytes) = files.read(&path) {
            inputs.push(input(&path, &bytes));
            kept.insert(path, bytes);
        }
    }
}

/// Findings that the office has let pass become warnings; only those about rows and sheets can be.
fn allowed(mut findings: Findings, assessment: &Assessment) -> Findings {
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Error) {
        let about_rows = finding.code.id.starts_with(['R', 'S']);
        let place = finding.at.first().map(|at| at.place.to_string()).unwrap_or_default();
        let fits = |allow: &&Allowance| {
            allow.code == finding.code.id && allow.at.as_ref().is_none_or(|part| place.contains(part.as_str()))
        };
        if let Some(allow) = assessment.allow.iter().find(fits).filter(|_| about_rows) {
            finding.severity = Severity::Warning;
            // "Nothing is scored" is no longer so.
            finding.effect.zh = finding.effect.zh.replace("，不评分", "");
            finding.effect.en = finding.effect.en.replace("; nothing is scored", "");
            finding.effect.zh += &format!("（{} 同意放行：{}）", allow.by, allow.reason);
            finding.effect.en += &format!(" (let pass by {}: {})", allow.by, allow.reason);
        }
    }
    findings
}
