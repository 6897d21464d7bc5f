//! ballots.toml and surveys.toml: questions within a class, then classes; 不了解 and blanks leave the divisor, an empty
//! question or class hands its weight to the others, and a class with more ballots returned than issued is void.

use std::collections::BTreeMap;

use super::fraction::{Fraction, decimal, weighted, whole};
use super::sheet::Row;

/// The numbers of one poll.
pub struct Poll {
    pub classes: &'static [(&'static str, &'static str)],
    pub questions: &'static [(&'static str, &'static str)],
    pub marks: [(&'static str, &'static str); 4],
    pub void: &'static str,
}

pub const TEAM: Poll = Poll {
    classes: &[("A票", "0.3"), ("B票", "0.3"), ("C票", "0.4")],
    questions: &[("履行主体责任", "0.4"), ("作风建设", "0.3"), ("廉洁自律", "0.3")],
    marks: [("优秀", "100"), ("良好", "85"), ("一般", "70"), ("较差", "40")],
    void: "废票",
};
pub const LEADER: Poll = Poll {
    classes: &[("A票", "0.4"), ("B票", "0.3"), ("C票", "0.3")],
    questions: &[("履行一岗双责", "0.5"), ("廉洁从政", "0.5")],
    marks: [("优秀", "100"), ("合格", "85"), ("基本合格", "65"), ("不合格", "30")],
    void: "废票",
};
pub const PUBLIC: Poll = Poll {
    classes: &[("电话访问", "0.6"), ("问卷调查", "0.4")],
    questions: &[("办事公道", "0.5"), ("清正廉洁", "0.5")],
    marks: [("很满意", "100"), ("满意", "85"), ("基本满意", "65"), ("不满意", "0")],
    void: "废卷",
};

/// What one class said about one subject: how many ticked each mark, by question; and whether all of it is void.
#[derive(Default, Clone)]
struct Heard {
    ticks: BTreeMap<(String, String), usize>,
    too_many: bool,
}

/// Counted votes of one poll in one period, by subject and class.
#[derive(Default)]
pub struct Votes(BTreeMap<(String, String), Heard>);

impl Votes {
    fn heard(&mut self, subject: &str, class: &str) -> &mut Heard {
        self.0.entry((subject.to_owned(), class.to_owned())).or_default()
    }

    /// A row per ballot and subject, a column per question.
    pub fn cast(&mut self, poll: &Poll, class: &str, subject: &str, row: &Row) {
        if poll.questions.iter().any(|(question, _)| row[*question] == poll.void) {
            return;
        }
        for (question, _) in poll.questions {
            *self.heard(subject, class).ticks.entry(((*question).to_owned(), row[*question].clone())).or_default() += 1;
        }
    }

    /// A row per subject, class and question, a column per mark.
    pub fn counted(&mut self, poll: &Poll, row: &Row) {
        let heard = self.heard(&row["测评对象"], &row["票类"]);
        for (mark, _) in poll.marks {
            let n: usize = row[mark].parse().expect("a count");
            *heard.ticks.entry((row["测评项目"].clone(), mark.to_owned())).or_default() += n;
        }
    }

    /// Issued and returned.
    pub fn returned(&mut self, row: &Row) {
        let number = |header: &str| row[header].parse::<usize>().expect("a count");
        if number("收回") > number("发出") {
            self.heard(&row["测评对象"], &row["票类"]).too_many = true;
        }
    }

    /// The poll's value for a subject.
    pub fn score(&self, poll: &Poll, subject: &str) -> Option<Fraction> {
        let class = |name: &str| {
            let heard = self.0.get(&(subject.to_owned(), name.to_owned())).filter(|heard| !heard.too_many)?;
            let question = |name: &str| {
                let (mut points, mut answers) = (whole(0), 0);
                for (mark, value) in poll.marks {
                    let n = heard.ticks.get(&(name.to_owned(), mark.to_owned())).copied().unwrap_or(0);
                    points = points + decimal(value) * whole(n);
                    answers += n;
                }
                (answers > 0).then(|| points / whole(answers))
            };
            let parts: Vec<_> = poll.questions.iter().map(|(name, w)| (decimal(w), question(name))).collect();
            weighted(&parts)
        };
        let parts: Vec<_> = poll.classes.iter().map(|(name, w)| (decimal(w), class(name))).collect();
        weighted(&parts)
    }
}
