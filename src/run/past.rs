//! The year before: its results, and both years' facts ready to be scored under the other year's rules.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::years_not_comparable::{self, Direction};
use super::findings::{last_year_changed, last_year_unreadable};
use super::inputs::{input, is_kept, load_scheme, passed, scheme_digest};
use crate::assessment::{self, Assessment};
use crate::diag::{Findings, Place, Severity, Text};
use crate::files::{Digest, Files, matches};
use crate::records::{self, Records};
use crate::results::{Input, Manifest, Results};
use crate::scheme::Scheme;
use crate::scores::{Rounded, score};
use crate::sheets::{Limits, Workbook, read_workbook};
use crate::tally::tally;
use crate::terms::Subject;

/// Where the year before lies in a workspace.
const FOLDER: &str = "last-year";

/// The year before.
#[derive(Debug, Clone)]
pub struct Past {
    /// Its results.
    pub results: Results,
    /// Last year's facts in this year's words; none if they cannot be read so.
    pub(super) again: Option<Facts>,
    /// Whether last year's facts are there.
    pub(super) tried: bool,
    /// This year's facts in last year's words.
    pub(super) reversed: Option<Facts>,
}

/// Facts of one year ready for the rules of another.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    assessment: Assessment,
    scheme: Scheme,
    records: Records,
}

impl Facts {
    /// The totals of every unit and person; the first error where a count fails.
    pub(super) fn totals(self) -> Result<BTreeMap<Subject, Rounded>, Text> {
        let nobody = BTreeSet::new();
        let counted = tally(self.records, &self.scheme.words, &nobody);
        if let Some(error) = first_error(&counted.findings) {
            return Err(error);
        }
        let scored = score(&counted.value, &self.scheme, self.assessment.from, self.assessment.to, &nobody);
        let units = scored.units.iter().map(|own| (Subject::Unit(own.unit.code.clone()), own.total.as_ref()));
        let people = scored.people.iter().map(|own| (Subject::Person(own.person.code.clone()), own.total.as_ref()));
        Ok(units.chain(people).filter_map(|(subject, total)| Some((subject, total?.clone()))).collect())
    }
}

fn first_error(findings: &Findings) -> Option<Text> {
    let error = findings.iter().find(|finding| finding.severity == Severity::Error)?;
    let at = error.at.first().map(|at| at.place.to_string()).unwrap_or_default();
    let id = error.code.id;
    Some(Text::new(format!("{id} {}（{at}）", error.headline.zh), format!("{id} {} ({at})", error.headline.en)))
}

/// What a workspace keeps and states of its inputs.
pub(super) struct Kept<'a> {
    pub(super) inputs: &'a mut Vec<Input>,
    pub(super) kept: &'a mut BTreeMap<String, Vec<u8>>,
}

impl Kept<'_> {
    fn take(&mut self, path: &str, bytes: &[u8]) {
        self.inputs.push(input(path, bytes));
        self.kept.insert(path.to_owned(), bytes.to_vec());
    }
}

/// Last year's results, if they are there, with their manifest; it must still fit them.
pub(super) fn read_results(
    files: &dyn Files,
    mut kept: Kept<'_>,
    findings: &mut Findings,
) -> Option<(Results, Option<Manifest>)> {
    let path = format!("{FOLDER}/results.json");
    let bytes = files.read(&path).ok()?;
    kept.take(&path, &bytes);
    let mut manifest = None;
    let of_manifest = format!("{FOLDER}/manifest.json");
    if let Ok(bytes_of_manifest) = files.read(&of_manifest) {
        kept.take(&of_manifest, &bytes_of_manifest);
        manifest = Manifest::from_json(&bytes_of_manifest).ok();
        let outputs = manifest.iter().flat_map(|manifest| &manifest.outputs);
        let stated = outputs.into_iter().find(|output| output.path == "results.json");
        let digest = Digest::of(&bytes).to_string();
        if stated.is_none_or(|stated| stated.sha256 != digest) {
            findings.push(last_year_changed::finding(&digest));
        }
    }
    match Results::from_json(&bytes) {
        Ok(results) => Some((results, manifest)),
        Err(cause) => {
            findings.push(last_year_unreadable::finding(&cause));
            None
        }
    }
}

/// This year's side of the comparison.
pub(super) struct ThisYear<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) scheme: &'a Scheme,
    pub(super) workbooks: &'a [Workbook],
    pub(super) raw: &'a [String],
}

/// Reads both years' facts in the other year's words where the schemes differ; what cannot be read is a note.
pub(super) fn other_rules(
    files: &dyn Files,
    now: &ThisYear<'_>,
    (results, manifest): (Results, Option<Manifest>),
    mut kept: Kept<'_>,
    findings: &mut Findings,
) -> Past {
    let mut past = Past { results, again: None, tried: false, reversed: None };
    if past.results.scheme.digest == scheme_digest(now.scheme) {
        return past;
    }
    let toml = format!("{FOLDER}/kaoze.toml");
    let mut note = |direction, path: &str, why: Text| {
        findings.push(years_not_comparable::finding(direction, Place::File(path.into()), &why));
    };
    let Ok(bytes) = files.read(&toml) else {
        let why = Text::new(
            "两年办法不同，而 last-year/ 中没有上年的 kaoze.toml、raw/、scheme/",
            "the schemes differ, and last-year/ has no kaoze.toml, raw/ and scheme/ of last year",
        );
        note(Direction::Rescored, &toml, why);
        return past;
    };
    kept.take(&toml, &bytes);
    let read = assessment::read_bytes(&bytes, &toml);
    let Some(before) = read.value else {
        note(Direction::Rescored, &toml, first_error(&read.findings).unwrap_or_default());
        return past;
    };
    match last_facts(files, &before, now.scheme, manifest.as_ref(), &mut kept) {
        Ok(records) => {
            past.again = Some(Facts { assessment: before.clone(), scheme: now.scheme.clone(), records });
            past.tried = true;
        }
        Err((tried, path, why)) => {
            past.tried = tried;
            note(Direction::Rescored, &path, why);
        }
    }
    match last_rules(files, &before, &past.results, &mut kept) {
        Ok(scheme) => {
            let read = records::read(now.assessment, &scheme.words, now.workbooks, now.raw);
            match first_error(&passed(read.findings, now.assessment)) {
                None => {
                    let (assessment, records) = (now.assessment.clone(), read.value);
                    past.reversed = Some(Facts { assessment, scheme, records });
                }
                Some(why) => note(Direction::Reversed, "raw", why),
            }
        }
        Err((path, why)) => note(Direction::Reversed, &path, why),
    }
    past
}

/// Last year's rows in this year's words; else whether there were files, where it failed, and why.
fn last_facts(
    files: &dyn Files,
    before: &Assessment,
    scheme: &Scheme,
    manifest: Option<&Manifest>,
    kept: &mut Kept<'_>,
) -> Result<Records, (bool, String, Text)> {
    let folder = format!("{FOLDER}/raw");
    let listed = files.list(&folder).unwrap_or_default();
    let inside = |path: &String| path.strip_prefix(&format!("{FOLDER}/")).map(str::to_owned);
    let raw: Vec<String> = listed.iter().filter(|path| is_kept(path)).filter_map(inside).collect();
    if raw.is_empty() {
        let why = Text::new("last-year/raw/ 中没有文件", "there is no file in last-year/raw/");
        return Err((false, folder, why));
    }
    let stated: BTreeMap<&str, &str> = manifest
        .iter()
        .flat_map(|manifest| &manifest.inputs)
        .filter(|input| input.path.starts_with("raw/"))
        .map(|input| (input.path.as_str(), input.sha256.as_str()))
        .collect();
    if let Some(missing) = stated.keys().find(|path| !raw.iter().any(|own| own == *path)) {
        let why = Text::new("上年结果用过的文件不在", "a file that last year's results used is missing");
        return Err((false, format!("{FOLDER}/{missing}"), why));
    }
    let named = |path: &&String| before.tables.iter().any(|table| table.files.iter().any(|p| matches(p, path)));
    let (mut workbooks, mut found) = (Vec::new(), Findings::default());
    for path in raw.iter().filter(named) {
        let full = format!("{FOLDER}/{path}");
        let failed = |zh: &str, en: &str| (false, full.clone(), Text::new(zh, en));
        let bytes = files.read(&full).map_err(|_| failed("文件读不出", "the file cannot be read"))?;
        kept.inputs.push(input(&full, &bytes));
        if !stated.is_empty() && stated.get(path.as_str()) != Some(&Digest::of(&bytes).as_str()) {
            return Err(failed("不是上年结果用过的那个文件", "it is not the file that last year's results used"));
        }
        let read = read_workbook(path, &bytes, &Limits::default());
        found.append(read.findings);
        workbooks.extend(read.value);
    }
    let read = records::read(before, &scheme.words, &workbooks, &raw);
    found.append(read.findings);
    match first_error(&passed(found, before)) {
        None => Ok(read.value),
        Some(why) => Err((true, folder, why)),
    }
}

/// Last year's scheme, which must be that of last year's results.
fn last_rules(
    files: &dyn Files,
    before: &Assessment,
    results: &Results,
    kept: &mut Kept<'_>,
) -> Result<Scheme, (String, Text)> {
    let folder = format!("{FOLDER}/scheme/{}", before.scheme);
    let is_there = files.list(&folder).is_ok_and(|listed| !listed.is_empty());
    let loaded = load_scheme(files, &folder, before);
    let failed = |why: Text| (folder.clone(), why);
    let absent = || Text::new("没有上年的办法", "last year's scheme is not there");
    let scheme = loaded.value.ok_or_else(|| failed(first_error(&loaded.findings).unwrap_or_else(absent)))?;
    if scheme_digest(&scheme) != results.scheme.digest {
        return Err(failed(match is_there {
            true => Text::new("不是上年结果所用的办法", "it is not the scheme of last year's results"),
            false => absent(),
        }));
    }
    for file in &scheme.files {
        kept.take(&format!("{FOLDER}/{}", file.path()), &file.bytes);
    }
    Ok(scheme)
}
