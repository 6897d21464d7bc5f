//! Letters that go out, as plain words for a template: 反馈意见, 整改督办函, 约谈名单, 公示.
//!
//! **In**: [`Results`] and [`Explanations`]. **Out**: [`Letter`]s in the order of their names, each a tree of words. **Holds**:
//! what is withheld is a word; a letter to a unit speaks of that unit, of the middle of its group and of nobody else; what is
//! published has names and grades and no reason. **Does not**: know files, fonts or the wording around the words.

mod feedback;
mod losses;
mod measures;
mod others;
mod stamp;

pub use feedback::{Feedback, LastTotal, PollLine, RulingLine, ScoreLine};
pub use losses::{Loss, Without};
pub use measures::{AppealLine, Task};
pub use others::{Group, Named, Publication, Rectify, Talk, Talks};
pub use stamp::Stamp;

use serde::Serialize;

use super::names::Names;
use crate::explain::Explanations;
use crate::results::Results;

/// A letter before it is worded.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Which template words it: `notice`, `rectify`, `talks`, `publication`.
    pub template: &'static str,
    /// What its file is called, without folder and ending; it may hold anything.
    pub name: String,
    /// What it says.
    pub said: Said,
}

/// What a letter says, by kind.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// 考核结果反馈意见.
    Feedback(Box<Feedback>),
    /// 整改督办函.
    Rectify(Box<Rectify>),
    /// 约谈名单.
    Talks(Talks),
    /// 公示.
    Publication(Publication),
}

/// Every letter: one to each unit, one for each task that waits, the talks if there are any, the publication.
#[must_use]
pub fn all(results: &Results, explained: &Explanations) -> Vec<Letter> {
    let names = Names::of(results);
    let mut letters: Vec<Letter> = results
        .units
        .iter()
        .map(|unit| Letter {
            template: "notice",
            name: format!("{}-feedback", unit.code),
            said: Said::Feedback(Box::new(feedback::of(results, explained, &names, unit))),
        })
        .collect();
    letters.extend(others::rectifications(results, &names).into_iter().map(|letter| Letter {
        template: "rectify",
        name: format!("rectify-{}-{}", letter.number, letter.code),
        said: Said::Rectify(Box::new(letter)),
    }));
    letters.extend(others::talks(results, &names).map(|talks| Letter {
        template: "talks",
        name: "talks".to_owned(),
        said: Said::Talks(talks),
    }));
    letters.extend(others::publication(results, &names).map(|publication| Letter {
        template: "publication",
        name: "publication".to_owned(),
        said: Said::Publication(publication),
    }));
    letters
}

#[cfg(test)]
mod tests;
