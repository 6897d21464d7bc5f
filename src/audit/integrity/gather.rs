//! Packages → records.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::results::{Bar, ListEntry, Results, SubjectResult};

/// One thing that stands in the file of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Line {
    /// `veto`, `ruling`, or the name of a list.
    pub kind: String,
    /// Day, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// State of the entry, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// What.
    pub text: String,
    /// Document and clause.
    pub basis: String,
}

/// One year of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Year {
    /// Year charged.
    pub year: i32,
    /// Title of the assessment.
    pub title: String,
    /// `draft`, `proposed`, `final`.
    pub status: String,
    /// Posts of the year.
    pub posts: Vec<String>,
    /// Total as shown.
    pub score: Option<String>,
    /// Grade.
    pub grade: Option<String>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_grade: Option<String>,
    /// The units he led with their change of score on the year before, if known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// Vetoes, sanctions, lists.
    pub lines: Vec<Line>,
    /// Bars.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bars: Vec<Bar>,
}

/// The file of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Code.
    pub code: String,
    /// Name, of the latest year.
    pub name: String,
    /// Other names under which the code stands in some year.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// Year by year.
    pub years: Vec<Year>,
}

/// The records of everybody, or of those of one code or name; by code, years ascending.
#[must_use]
pub fn records(packages: &[Results], who: Option<&str>) -> Vec<Record> {
    let mut packages: Vec<&Results> = packages.iter().collect();
    packages.sort_by_key(|results| (results.assessment.year, results.assessment.issued.clone()));
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut years: BTreeMap<&str, Vec<Year>> = BTreeMap::new();
    for results in packages {
        for person in &results.people {
            names.entry(&person.code).or_default().push(&person.name);
            years.entry(&person.code).or_default().push(year(results, person));
        }
    }
    let is_asked =
        |code: &str| who.is_none_or(|who| who == code || names.get(code).is_some_and(|names| names.contains(&who)));
    let made = years.into_iter().filter(|(code, _)| is_asked(code));
    made.map(|(code, years)| {
        let own = names.get(code).map(Vec::as_slice).unwrap_or_default();
        let name = own.last().copied().unwrap_or(code);
        let others: BTreeSet<&str> = own.iter().copied().filter(|other| *other != name).collect();
        Record {
            code: code.to_owned(),
            name: name.to_owned(),
            other_names: others.into_iter().map(str::to_owned).collect(),
            years,
        }
    })
    .collect()
}

fn year(results: &Results, person: &SubjectResult) -> Year {
    let unit_name = |code: &str| {
        let unit = results.units.iter().find(|unit| unit.code == code);
        unit.map_or_else(|| code.to_owned(), |unit| unit.name.clone())
    };
    let posts = person.posts.iter().map(|post| {
        let to = post.to.as_deref().unwrap_or("今");
        format!("{}{}（{} 至 {to}）", unit_name(&post.unit), post.post, post.from)
    });
    let led: BTreeSet<&str> = person.posts.iter().map(|post| post.unit.as_str()).collect();
    let units = results.units.iter().filter(|unit| led.contains(unit.code.as_str()));
    let units = units.filter_map(|unit| {
        let score = unit.score.as_ref()?.shown().to_owned();
        let change = unit.last_year.as_ref().and_then(|last| last.change.as_ref());
        let change = change.map(|change| format!("，比上年 {}{change}", if change.is_negative() { "" } else { "+" }));
        Some(format!("{} {score}{}", unit.name, change.unwrap_or_default()))
    });
    let is_own = |entry: &&ListEntry| entry.whose == "person" && entry.subject == person.code;
    let mut lines = Vec::new();
    for veto in results.lists.vetoes.iter().filter(|veto| veto.whose == "person" && veto.subject == person.code) {
        let document = if veto.document.is_empty() { String::new() } else { format!("，{}", veto.document) };
        lines.push(Line {
            kind: "veto".to_owned(),
            date: Some(veto.date.clone()),
            state: None,
            text: format!("{}（{}，{}{document}）", veto.ground_name, veto.event, unit_name(&veto.unit)),
            basis: String::new(),
        });
    }
    for ruling in person.rulings.iter().filter(|ruling| ruling.from != ruling.to && ruling.stage != "band") {
        let grade = |grade: &Option<String>| grade.clone().unwrap_or_else(|| "—".to_owned());
        lines.push(Line {
            kind: "ruling".to_owned(),
            date: ruling.facts.get("date").or_else(|| ruling.facts.get("decided")).cloned(),
            state: Some(ruling.stage.clone()),
            text: format!("{} → {}", grade(&ruling.from), grade(&ruling.to)),
            basis: ruling.basis.clone(),
        });
    }
    for entry in results.lists.entries.iter().filter(is_own) {
        lines.push(Line {
            kind: entry.list.clone(),
            date: entry.facts.get("date").or(entry.done.as_ref()).or(entry.facts.get("start")).cloned(),
            state: Some(entry.state.clone()),
            text: entry.reason.clone(),
            basis: entry.basis.clone(),
        });
    }
    Year {
        year: results.assessment.year,
        title: results.assessment.title.clone(),
        status: results.assessment.status.clone(),
        posts: posts.collect(),
        score: person.score.as_ref().map(|score| score.shown().to_owned()),
        grade: person.grade.clone(),
        without_grade: person.pending.clone().or_else(|| person.ungraded.clone()),
        units: units.collect(),
        lines,
        bars: results.lists.bars.iter().filter(|bar| bar.subject == person.code).cloned().collect(),
    }
}
