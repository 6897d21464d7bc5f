//! A unit or a person on a page of its own: what stands on top, the way from the parts to the grade, the tables under it.

mod compare;
mod follows;
mod parts;
mod path;
mod polls;

pub use path::{PathKind, PathStep};

use super::names::{Names, in_order};
use super::table::{Cell, Table};
use super::{Block, people};
use crate::explain::{Both, Explanations, Told};
use crate::results::{Results, SubjectResult};
use compare::Medians;

/// Everything on the page of one subject but its figures and its tree.
#[derive(Debug, Clone)]
pub struct Portrait {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether it is a person.
    pub is_person: bool,
    /// Group code, of a person that of the unit.
    pub group: String,
    /// The group's name.
    pub group_name: String,
    /// People: the unit of the counted post.
    pub unit: Option<String>,
    /// People: role in words.
    pub role: String,
    /// People: post as written.
    pub post: String,
    /// Rank in the group or pool.
    pub rank: Option<u32>,
    /// How many are ranked there.
    pub ranked: Option<u32>,
    /// Total, or the word in its place.
    pub total: Cell,
    /// Grade, or the word in its place.
    pub grade: Cell,
    /// Last year's total and the change since.
    pub last: [Cell; 2],
    /// What has to be said beside it: vetoes, places, what is pending and why.
    pub notes: String,
    /// In words why the grade is what it is.
    pub paragraph: String,
    /// From the parts to the grade.
    pub path: Vec<PathStep>,
    /// Tables and sentences.
    pub blocks: Vec<Block>,
}

/// What the portraits of one kind of subject share.
struct Wall<'a> {
    results: &'a Results,
    names: &'a Names<'a>,
    explained: &'a Explanations,
    medians: Medians<'a>,
    is_person: bool,
}

/// Units in the order of the ranking, then people by role and rank.
#[must_use]
pub fn portraits(results: &Results, explained: &Explanations) -> Vec<Portrait> {
    let names = Names::of(results);
    let wall = |is_person: bool| {
        let medians = match is_person {
            true => Medians::of(&results.people, |person| person.role.as_deref().unwrap_or_default()),
            false => Medians::of(&results.units, |unit| unit.group.as_str()),
        };
        Wall { results, names: &names, explained, medians, is_person }
    };
    let (units, others) = (wall(false), wall(true));
    let mut all: Vec<Portrait> = in_order(results, &results.units).into_iter().map(|one| units.portrait(one)).collect();
    all.extend(people::ordered(results).into_iter().map(|one| others.portrait(one)));
    all
}

impl Wall<'_> {
    fn portrait(&self, subject: &SubjectResult) -> Portrait {
        let names = self.names;
        let whose = if self.is_person { "person" } else { "unit" };
        let told =
            if self.is_person { self.explained.person(&subject.code) } else { self.explained.unit(&subject.code) };
        let mut blocks = self.parts(subject);
        blocks.extend(self.polls(subject, told));
        blocks.extend(self.years(subject));
        blocks.extend(self.rulings(subject));
        blocks.extend(self.follows(subject));
        Portrait {
            code: subject.code.clone(),
            name: subject.name.clone(),
            is_person: self.is_person,
            group: subject.group.clone(),
            group_name: names.group(&subject.group).to_owned(),
            unit: subject.unit.clone(),
            role: subject.role.as_deref().map(|role| names.role(role).to_owned()).unwrap_or_default(),
            post: if self.is_person { people::post(subject) } else { String::new() },
            rank: subject.rank,
            ranked: subject.ranked,
            total: names.total(subject),
            grade: names.grade(whose, subject),
            last: names.last_year(subject),
            notes: names.notes_of(self.results, subject),
            paragraph: told.map(|told| self.both(&told.paragraph).to_owned()).unwrap_or_default(),
            path: self.path(subject),
            blocks,
        }
    }

    /// The words of the package's language.
    fn both<'b>(&self, words: &'b Both) -> &'b str {
        words.of(&self.results.assessment.lang)
    }

    /// A poll's name where the tree names it, else its code.
    fn poll_name(&self, told: Option<&Told>, code: &str) -> Option<String> {
        let mut waiting: Vec<_> = told?.scores.iter().collect();
        while let Some(step) = waiting.pop() {
            if step.code == code {
                return Some(self.both(&step.what).to_owned());
            }
            waiting.extend(&step.parts);
        }
        None
    }
}

/// A block without a figure.
fn block(caption: &str, sentences: Vec<String>, table: Option<Table>) -> Block {
    Block {
        plot: None,
        caption: caption.to_owned(),
        sentence: String::new(),
        sentences,
        table,
        folded: false,
        aside: false,
    }
}
