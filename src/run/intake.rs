//! From the workspace's files to checked facts: kaoze.toml, the scheme, the workbooks, the rows.

use std::collections::BTreeMap;

use super::findings::{file_unreadable, raw_empty};
use super::inputs::{input, is_kept, load_scheme, passed};
use super::past::{Kept, Past, ThisYear, other_rules, read_results};
use crate::assessment::{self, Assessment};
use crate::diag::{Checked, Findings};
use crate::files::{Files, matches};
use crate::records::{self, Records};
use crate::results::Input;
use crate::scheme::{self, Scheme};
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
    /// The year before.
    pub last_year: Option<Past>,
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
    let loaded = load_scheme(files, &format!("scheme/{}", assessment.scheme), &assessment);
    findings.append(loaded.findings);
    let last_year = read_results(files, Kept { inputs: &mut inputs, kept: &mut kept }, &mut findings);
    keep_reports(files, &mut inputs, &mut kept);
    let raw = files.list("raw").unwrap_or_default();
    let raw: Vec<String> = raw.into_iter().filter(|path| is_kept(path)).collect();
    if raw.is_empty() {
        // What every table, row and roster would say on top of it has this one cause.
        findings.push(raw_empty::finding());
        return Checked { value: None, findings };
    }
    let workbooks = read_workbooks(files, &assessment, &raw, &mut inputs, &mut findings);
    let Some(scheme) = loaded.value else { return Checked { value: None, findings: passed(findings, &assessment) } };
    findings.append(scheme::in_force(&scheme, assessment.from, assessment.to));
    for file in &scheme.files {
        let path = file.path();
        inputs.push(Input { path: path.clone(), sha256: file.digest.to_string() });
        kept.insert(path, file.bytes.clone());
    }
    let read = records::read(&assessment, &scheme.words, &workbooks, &raw);
    findings.append(read.findings);
    let mut findings = passed(findings, &assessment);
    let last_year = last_year.filter(|_| !findings.has_errors()).map(|last| {
        let now = ThisYear { assessment: &assessment, scheme: &scheme, workbooks: &workbooks, raw: &raw };
        other_rules(files, &now, last, Kept { inputs: &mut inputs, kept: &mut kept }, &mut findings)
    });
    inputs.sort();
    Checked { value: Some(Intake { assessment, scheme, records: read.value, inputs, last_year, kept }), findings }
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

/// The office's own theme and templates, which the package carries as they were applied.
fn keep_reports(files: &dyn Files, inputs: &mut Vec<Input>, kept: &mut BTreeMap<String, Vec<u8>>) {
    for path in files.list(REPORTS).unwrap_or_default().into_iter().filter(|path| is_kept(path)) {
        if let Ok(bytes) = files.read(&path) {
            inputs.push(input(&path, &bytes));
            kept.insert(path, bytes);
        }
    }
}
