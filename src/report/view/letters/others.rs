//! 整改督办函, 约谈名单 and 公示.

use serde::Serialize;

use super::measures::{is_pressed, state_word};
use crate::report::view::names::{Names, in_order};
use crate::report::view::units::groups;
use crate::results::{ListEntry, Results};

/// A letter that presses one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rectify {
    /// Number of the task.
    pub number: String,
    /// Code of the rule.
    pub code: String,
    /// What the scheme calls the letter: 整改督办函.
    pub letter: String,
    /// Name of the unit.
    pub unit: String,
    /// Who answers for it; empty where it is the unit itself.
    pub person: String,
    /// Name of the rule.
    pub name: String,
    /// The task as the list tells it.
    pub reason: String,
    /// Since when it counts.
    pub start: String,
    /// Last day; empty where none is set.
    pub due: String,
    /// Whether that day is past.
    pub overdue: bool,
    /// 待办 or 逾期.
    pub state: String,
    /// Document and clause.
    pub basis: String,
    /// The cells it rests on.
    pub places: String,
}

/// 约谈名单.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Talks {
    /// Who is to be talked to.
    pub talks: Vec<Talk>,
}

/// Somebody to be talked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Talk {
    /// Unit or person.
    pub who: String,
    /// Name of the rule.
    pub name: String,
    /// Why.
    pub reason: String,
    /// 待审定, 待办, 逾期.
    pub state: String,
    /// Last day; empty where none is set.
    pub due: String,
    /// Document and clause.
    pub basis: String,
}

/// 公示: names and grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// Units by group, those of one group by grade and code.
    pub groups: Vec<Group>,
    /// The best grade of people.
    pub best: String,
    /// People with that grade, by role; others are nobody's business.
    pub people: Vec<Group>,
}

/// A group of names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Name of the group or role.
    pub name: String,
    /// Who.
    pub members: Vec<Named>,
    /// How many have no grade yet and are left out.
    pub left_out: usize,
}

/// A name and a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Name.
    pub name: String,
    /// People: their unit.
    pub unit: String,
    /// Grade.
    pub grade: String,
}

/// A letter for each task that waits, in the order of the lists.
pub(super) fn rectifications(results: &Results, names: &Names) -> Vec<Rectify> {
    let letter = |entry: &ListEntry| {
        let is_person = entry.whose == "person";
        let unit = match entry.facts.get("unit") {
            Some(unit) => names.unit_name(unit),
            None if is_person => String::new(),
            None => names.unit_name(&entry.subject),
        };
        let fact = |key: &str| entry.facts.get(key).cloned().unwrap_or_default();
        let word = || names.say.of("整改督办函", "Rectification notice").to_owned();
        Rectify {
            number: entry.about.clone().unwrap_or_else(|| entry.subject.clone()),
            code: entry.code.clone(),
            letter: entry.facts.get("letter").cloned().unwrap_or_else(word),
            unit,
            person: if is_person { names.person_name(&entry.subject) } else { String::new() },
            name: fact("name"),
            reason: entry.reason.clone(),
            start: fact("start"),
            due: entry.due.clone().unwrap_or_default(),
            overdue: entry.state == "overdue",
            state: state_word(names, &entry.state),
            basis: entry.basis.clone(),
            places: names.say.joined(&entry.places),
        }
    };
    results.lists.entries.iter().filter(|entry| is_pressed(entry)).map(letter).collect()
}

/// Everybody whom a rule puts on a list of talks and who has not been talked to; nothing where there is nobody.
pub(super) fn talks(results: &Results, names: &Names) -> Option<Talks> {
    let is_talk = |entry: &&ListEntry| {
        entry.list.contains("约谈") && matches!(entry.state.as_str(), "open" | "overdue" | "proposed" | "confirmed")
    };
    let talk = |entry: &ListEntry| {
        let (name, trigger) = (entry.facts.get("name"), entry.facts.get("trigger"));
        Talk {
            who: match entry.whose.as_str() {
                "person" => names.person_and_unit(&entry.subject),
                _ => names.unit_name(&entry.subject),
            },
            name: name.or(trigger).cloned().unwrap_or_default(),
            reason: entry.reason.clone(),
            state: state_word(names, &entry.state),
            due: entry.due.clone().unwrap_or_default(),
            basis: entry.basis.clone(),
        }
    };
    let talks: Vec<Talk> = results.lists.entries.iter().filter(is_talk).map(talk).collect();
    (!talks.is_empty()).then_some(Talks { talks })
}

/// Names and grades that may be published; nothing where no unit has a grade.
pub(super) fn publication(results: &Results, names: &Names) -> Option<Publication> {
    let units = in_order(results, &results.units);
    let place = |grade: &str| results.scheme.unit_grades.iter().position(|info| info.grade == grade);
    let mut published = Vec::new();
    for code in groups(results) {
        let of_group = units.iter().filter(|unit| unit.group == code);
        let mut graded: Vec<(Option<usize>, &str, Named)> = of_group
            .clone()
            .filter_map(|unit| {
                let grade = unit.grade.clone()?;
                let named = Named { name: unit.name.clone(), unit: String::new(), grade };
                Some((place(&named.grade), unit.code.as_str(), named))
            })
            .collect();
        graded.sort_by(|a, b| (a.0.is_none(), a.0, a.1).cmp(&(b.0.is_none(), b.0, b.1)));
        let left_out = of_group.filter(|unit| unit.grade.is_none()).count();
        let members = graded.into_iter().map(|(.., named)| named).collect();
        published.push(Group { name: names.group(code).to_owned(), members, left_out });
    }
    if published.iter().all(|group| group.members.is_empty()) {
        return None;
    }
    let best = results.scheme.person_grades.first().map(|info| info.grade.clone()).unwrap_or_default();
    let mut people = Vec::new();
    for role in &results.scheme.roles {
        let of_role = results.people.iter().filter(|person| person.role.as_ref() == Some(&role.code));
        let members: Vec<Named> = of_role
            .filter(|person| person.grade.as_ref() == Some(&best))
            .map(|person| Named {
                name: person.name.clone(),
                unit: person.unit.as_deref().map(|unit| names.unit_name(unit)).unwrap_or_default(),
                grade: best.clone(),
            })
            .collect();
        if !members.is_empty() {
            people.push(Group { name: role.name.clone(), members, left_out: 0 });
        }
    }
    Some(Publication { groups: published, best, people })
}
