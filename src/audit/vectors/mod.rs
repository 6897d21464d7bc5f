//! A scheme's own test vectors: small workspaces with the values that a person worked out by hand.
//!
//! **In**: a scheme's folder; its `vectors/*.toml`, which are never read as rules. **Out**: [`Tested`]: each vector with what
//! did not come out as worked. **Holds**: a vector goes through the same stages as an office's workspace, from csv to
//! results; values are looked up in the results, where users see them. **Does not**: score by itself, or mend a vector.

mod compare;
mod read;
mod workspace;
#[cfg(test)]
mod tests;

use crate::diag::{Findings, Place, Severity, Text};
use crate::files::Files;
use crate::results::Found;
use crate::run;
use crate::scheme::{self, Scheme};
use compare::{Wanted, compare};
use read::{Vector, read_vectors};
use workspace::workspace;

/// What did not come out as worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// The line of the expectation, or of the vector.
    pub place: Place,
    /// Where it was looked up: `unit:T01/total`.
    pub path: String,
    /// What was worked by hand.
    pub expected: String,
    /// What came out.
    pub actual: Text,
}

/// One vector and how it went.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Rows of the systems' catalogue that it shows.
    pub rows: Vec<String>,
    /// Mechanisms of the catalogue that it shows, by number.
    pub mechanisms: Vec<u32>,
    /// How many values were compared.
    pub n_values: usize,
    /// What did not come out.
    pub misses: Vec<Miss>,
}

/// All vectors of a scheme.
#[derive(Debug, Clone, Default)]
pub struct Tested {
    /// What is wrong with the scheme itself.
    pub findings: Findings,
    /// The vectors, by file and line.
    pub outcomes: Vec<Outcome>,
    /// Vector files that could not be read: where and why.
    pub unread: Vec<(Place, Text)>,
}

impl Tested {
    /// Whether everything came out as worked.
    #[must_use]
    pub fn is_good(&self) -> bool {
        !self.findings.has_errors()
            && self.unread.is_empty()
            && self.outcomes.iter().all(|outcome| outcome.misses.is_empty())
    }
}

/// Runs every vector below `folder`/vectors; `name` is the name of the scheme, whose rules stand in `folder`.
#[must_use]
pub fn test_scheme(files: &dyn Files, folder: &str, name: &str) -> Tested {
    let loaded = scheme::load(files, folder, name);
    let mut tested = Tested { findings: loaded.findings, ..Tested::default() };
    let Some(scheme) = loaded.value else { return tested };
    let below = format!("{}/vectors", folder.trim_end_matches('/'));
    let listed = match files.list(&below) {
        Ok(listed) => listed,
        Err(error) => {
            let why = error.to_string();
            tested.unread.push((Place::File(below.as_str().into()), Text::new(why.clone(), why)));
            return tested;
        }
    };
    for path in listed.iter().filter(|path| path.ends_with(".toml")) {
        let read = files.read(path).map_err(|error| (Place::File(path.as_str().into()), error.to_string()));
        match read.and_then(|bytes| read_vectors(path, &bytes)) {
            Ok(vectors) => tested.outcomes.extend(vectors.iter().map(|vector| outcome(vector, &scheme))),
            Err((place, why)) => tested.unread.push((place, Text::new(why.clone(), why))),
        }
    }
    tested
}

fn outcome(vector: &Vector, scheme: &Scheme) -> Outcome {
    Outcome {
        name: vector.name.clone(),
        place: vector.place.clone(),
        rows: vector.rows.clone(),
        mechanisms: vector.mechanisms.clone(),
        n_values: vector.expect.len(),
        misses: misses(vector, scheme),
    }
}

fn misses(vector: &Vector, scheme: &Scheme) -> Vec<Miss> {
    let checked = run::check(&workspace(vector, scheme));
    let mut findings = checked.findings;
    let mut made = None;
    if let Some(intake) = checked.value.filter(|_| !findings.has_errors()) {
        (made, findings) = run::run(intake, findings, run::Traced::Nobody);
    }
    let mut misses = Vec::new();
    if let Some(stopped) = unexpected(vector, &findings) {
        misses.push(stopped);
    }
    for (path, wanted, place) in &vector.expect {
        let actual = match (path.strip_prefix("finding:"), &made) {
            (Some(code), _) => compare(wanted, &count(code, &findings)),
            (None, Some(made)) => match made.results.look_up(path, scheme) {
                Ok(found) => compare(wanted, &found),
                Err(why) => Some(why),
            },
            (None, None) => Some(Text::new("没有结果，计分已停止", "no results; scoring stopped")),
        };
        if let Some(actual) = actual {
            misses.push(Miss { place: place.clone(), path: path.clone(), expected: wanted.to_string(), actual });
        }
    }
    misses
}

fn count(code: &str, findings: &Findings) -> Found {
    Found::Text(findings.iter().filter(|finding| finding.code.id == code).count().to_string())
}

/// The first error that no expectation names: it would explain everything else.
fn unexpected(vector: &Vector, findings: &Findings) -> Option<Miss> {
    let is_named = |id: &str| {
        let path = format!("finding:{id}");
        vector.expect.iter().any(|(named, wanted, _)| *named == path && *wanted != Wanted::Text("0".to_owned()))
    };
    let sorted = findings.sorted();
    let error = sorted.iter().find(|found| found.severity == Severity::Error && !is_named(found.code.id))?;
    let at = error.at.first().map(|at| at.place.to_string()).unwrap_or_default();
    let words =
        |headline: &str, expected: &str| format!("{} {headline}（{at}：{}；{expected}）", error.code.id, error.found);
    Some(Miss {
        place: vector.place.clone(),
        path: format!("finding:{}", error.code.id),
        expected: "0".to_owned(),
        actual: Text::new(words(&error.headline.zh, &error.expected.zh), words(&error.headline.en, &error.expected.en)),
    })
}
