//! The way from the parts of a score to the grade, step by step.

use super::Wall;
use crate::exact::Exact;
use crate::report::view::names::total_number;
use crate::report::view::percent;
use crate::report::view::table::Cell;
use crate::report::view::units::adjustment;
use crate::report::view::words::Say;
use crate::results::{Ruling, SubjectResult};

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// A part of the score.
    Part,
    /// Points added or taken off.
    Adjustment,
    /// The total.
    Total,
    /// The grade that the band gives.
    Band,
    /// A ruling that moved the grade.
    Ruling,
    /// The grade.
    Grade,
}

/// One step.
#[derive(Debug, Clone)]
pub struct PathStep {
    /// What it is.
    pub kind: PathKind,
    /// Its name.
    pub label: String,
    /// Points or grade.
    pub cell: Cell,
    /// A few words on it: weight, rank, reason.
    pub note: String,
    /// The points as a share of full marks, where there are both.
    pub share: Option<Exact>,
}

fn step(kind: PathKind, label: impl Into<String>, cell: Cell, note: String) -> PathStep {
    PathStep { kind, label: label.into(), cell, note, share: None }
}

impl Wall<'_> {
    /// Components, adjustments, total, band, rulings that moved something, grade.
    pub(super) fn path(&self, subject: &SubjectResult) -> Vec<PathStep> {
        let (names, say) = (self.names, self.names.say);
        let whose = if self.is_person { "person" } else { "unit" };
        let mut steps: Vec<PathStep> = Vec::new();
        for part in &subject.components {
            let known = self.results.scheme.components.iter().find(|known| !self.is_person && known.code == part.code);
            let weight = known.map(|known| weight(say, &known.weight)).unwrap_or_default();
            let own = part.score.as_ref().and_then(|score| score.exact());
            let share = own.zip(part.max.as_ref()).and_then(|(own, full)| own.divided_by(full));
            let made = step(PathKind::Part, part.name.clone(), names.part(Some(part)), weight);
            steps.push(PathStep { share, ..made });
        }
        for part in &subject.adjustments {
            let cell = adjustment(names, subject, &part.code);
            steps.push(step(PathKind::Adjustment, part.name.clone(), cell, String::new()));
        }
        let rank = subject.rank.filter(|_| total_number(subject).is_some());
        let rank = rank.map(|rank| match subject.ranked {
            Some(of) => say.made(format!("第{rank}名，共{of}个"), format!("rank {rank} of {of}")),
            None => say.made(format!("第{rank}名"), format!("rank {rank}")),
        });
        let total = say.of("总分", "Total");
        steps.push(step(PathKind::Total, total, names.total(subject), rank.unwrap_or_default()));
        if subject.band.is_some() {
            let cell = names.grade_of(whose, subject.band.as_ref());
            steps.push(step(PathKind::Band, say.of("分数档", "Band"), cell, String::new()));
        }
        for ruling in subject.rulings.iter().filter(|ruling| ruling.stage != "band" && ruling.from != ruling.to) {
            let cell = match &ruling.to {
                Some(_) => names.grade_of(whose, ruling.to.as_ref()),
                None => Cell::Instead(say.of("待定", "pending").to_owned()),
            };
            steps.push(step(PathKind::Ruling, stage(say, &ruling.stage), cell, reason(ruling)));
        }
        let waits = subject.pending.as_ref().or(subject.ungraded.as_ref());
        let waits = waits.map(|why| names.reason(self.results, why)).unwrap_or_default();
        steps.push(step(PathKind::Grade, say.of("等次", "Grade"), names.grade(whose, subject), waits));
        steps
    }
}

/// `权重60%`.
pub(super) fn weight(say: Say, weight: &Exact) -> String {
    let share = percent(weight).replace(".0%", "%");
    say.made(format!("权重{share}"), format!("weight {share}"))
}

/// What struck or moved, in the shortest words that the facts have.
fn reason(ruling: &Ruling) -> String {
    let fact = |name: &str| ruling.facts.get(name).filter(|fact| !fact.is_empty()).cloned();
    fact("ground").or_else(|| fact("reason")).or_else(|| fact("kind")).unwrap_or_default()
}

/// A stage of the rulings in words.
pub(super) fn stage(say: Say, stage: &str) -> String {
    let (zh, en) = match stage {
        "band" => ("等次线", "band"),
        "condition" => ("等次条件", "condition of the band"),
        "warning" => ("警告", "warning"),
        "veto" => ("一票否决", "veto"),
        "sanction" => ("处分", "sanction"),
        "gate" => ("资格条件", "gate"),
        "review" => ("复核", "review"),
        "quota" => ("名额", "places"),
        "decision" => ("裁定", "decision"),
        other => return other.to_owned(),
    };
    say.of(zh, en).to_owned()
}
