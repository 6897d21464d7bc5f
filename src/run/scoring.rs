//! From checked facts to sealed results.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::years_not_comparable::{self, Direction};
use super::inputs::scheme_digest;
use super::intake::Intake;
use super::lineage::origins;
use super::past::{Facts, Past};
use crate::assessment::Assessment;
use crate::consequences::{Given, consequences};
use crate::diag::{Findings, Place, nearest};
use crate::grades::{Graded, flips, grade};
use crate::records::Records;
use crate::results::{Made, Origin, Results, YearBefore, seal};
use crate::scheme::Scheme;
use crate::scores::{Rounded, Scored, score};
use crate::tally::tally;
use crate::terms::{PersonCode, Subject};

/// Who was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// This subject.
    One(Subject),
    /// No subject of this name; perhaps this one was meant.
    Unknown(Option<String>),
    /// Several: their codes with names.
    Several(Vec<String>),
}

/// Whose scores are to be explained: a trace is kept of those alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traced<'a> {
    /// Nobody's.
    Nobody,
    /// This subject's, and of a person the units of the posts.
    One(&'a Subject),
    /// Everybody's, as a package needs it.
    Everybody,
}

/// A scored workspace.
#[derive(Debug, Clone)]
pub struct Run {
    /// What kaoze.toml says.
    pub assessment: Assessment,
    /// The scheme.
    pub scheme: Scheme,
    /// The scores, with traces of those asked about.
    pub scored: Scored,
    /// The grades.
    pub graded: Graded,
    /// The sealed results.
    pub results: Results,
    /// Files that the package carries as they were applied.
    pub kept: BTreeMap<String, Vec<u8>>,
}

/// Finds a subject by code or by name.
#[must_use]
pub fn asked(records: &Records, text: &str) -> Asked {
    let text = text.trim();
    let units = records.units.iter().map(|unit| (Subject::Unit(unit.code.clone()), unit.name.as_ref()));
    let people = records.people.iter().map(|person| (Subject::Person(person.code.clone()), person.name.as_ref()));
    let all: Vec<(Subject, &str)> = units.chain(people).collect();
    if let Some((subject, _)) = all.iter().find(|(subject, _)| subject.code() == text) {
        return Asked::One(subject.clone());
    }
    let named: Vec<&(Subject, &str)> = all.iter().filter(|(_, name)| *name == text).collect();
    match named.as_slice() {
        [] => Asked::Unknown(nearest(text, all.iter().map(|(_, name)| *name)).map(str::to_owned)),
        [(subject, _)] => Asked::One(subject.clone()),
        several => Asked::Several(several.iter().map(|(subject, name)| format!("{} {name}", subject.code())).collect()),
    }
}

/// Counts, scores, grades and seals. The findings of the intake go into the results with those of the later stages.
///
/// `None` when a later stage found an error; the findings then say which.
#[must_use]
pub fn run(intake: Intake, mut findings: Findings, traced: Traced<'_>) -> (Option<Run>, Findings) {
    let Intake { assessment, scheme, records, inputs, last_year, kept } = intake;
    let asked = traced_subjects(traced, &records);
    let before = last_year.map(|past| Before::of(past, &records, &assessment, &mut findings));
    let counted = tally(records, &scheme.words, &asked);
    findings.append(counted.findings);
    if findings.has_errors() {
        return (None, findings);
    }
    let scored = score(&counted.value, &scheme, assessment.from, assessment.to, &asked);
    let graded = grade(&scored, &scheme, assessment.year);
    findings.append(graded.findings);
    let after = consequences(Given {
        tally: &counted.value,
        scored: &scored,
        graded: &graded.value,
        scheme: &scheme,
        from: assessment.from,
        to: assessment.to,
        as_of: assessment.issued,
        year: assessment.year,
    });
    findings.append(after.findings);
    findings.append(flips(&scored, &scheme));
    let results = seal(Made {
        assessment: &assessment,
        scheme: &scheme,
        scheme_digest: &scheme_digest(&scheme),
        tally: &counted.value,
        scored: &scored,
        graded: &graded.value,
        after: &after.value,
        inputs: &inputs,
        last_year: before.as_ref().map(Before::lent),
        findings: &findings,
    });
    (Some(Run { assessment, scheme, scored, graded: graded.value, results, kept }), findings)
}

/// The year before with both years under the other rules.
struct Before {
    results: Results,
    origins: BTreeMap<String, Vec<Origin>>,
    rescored: Option<BTreeMap<Subject, Rounded>>,
    tried: bool,
    reversed: Option<BTreeMap<Subject, Rounded>>,
}

impl Before {
    fn of(past: Past, records: &Records, assessment: &Assessment, findings: &mut Findings) -> Self {
        let origins = origins(&records.unit_steps, &records.units, assessment, &past.results);
        findings.append(origins.findings);
        let mut totals = |facts: Option<Facts>, direction, path: &str| match facts?.totals() {
            Ok(totals) => Some(totals),
            Err(why) => {
                findings.push(years_not_comparable::finding(direction, Place::File(path.into()), &why));
                None
            }
        };
        let rescored = totals(past.again, Direction::Rescored, "last-year/raw");
        let reversed = totals(past.reversed, Direction::Reversed, "raw");
        Self { results: past.results, origins: origins.value, rescored, tried: past.tried, reversed }
    }

    fn lent(&self) -> YearBefore<'_> {
        YearBefore {
            results: &self.results,
            origins: &self.origins,
            rescored: self.rescored.as_ref(),
            tried: self.tried,
            reversed: self.reversed.as_ref(),
        }
    }
}

/// A person's explanation needs the units of his posts.
fn traced_subjects(traced: Traced<'_>, records: &Records) -> BTreeSet<Subject> {
    let units = records.units.iter().map(|unit| Subject::Unit(unit.code.clone()));
    let people = records.people.iter().map(|person| Subject::Person(person.code.clone()));
    match traced {
        Traced::Nobody => BTreeSet::new(),
        Traced::Everybody => units.chain(people).collect(),
        Traced::One(subject) => {
            let is_asked = |code: &PersonCode| matches!(subject, Subject::Person(asked) if asked == code);
            let posts = records.people.iter().filter(|person| is_asked(&person.code)).flat_map(|person| &person.posts);
            posts.map(|post| Subject::Unit(post.unit.clone())).chain([subject.clone()]).collect()
        }
    }
}
