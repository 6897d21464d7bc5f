//! The rulings on top of the scoring's own trace.

use super::paragraph::paragraph;
use super::rulings::ruling_step;
use crate::diag::Text;
use crate::run::Run;
use crate::scores::Step;
use crate::terms::Subject;

/// The answer to "why?" about one subject.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// A short paragraph.
    pub paragraph: Text,
    /// Rulings from the last to the first.
    pub rulings: Vec<Step>,
    /// The scores; for a person also those of the units.
    pub scores: Vec<Step>,
}

/// Explains a subject whose trace the run has kept; `item` keeps only the steps of that code and what is above them.
#[must_use]
pub fn explain(run: &Run, subject: &Subject, item: Option<&str>) -> Option<Explanation> {
    let outcome = run.graded.units.iter().chain(&run.graded.people).find(|outcome| outcome.subject == *subject)?;
    let results = match subject {
        Subject::Unit(_) => &run.results.units,
        Subject::Person(_) => &run.results.people,
    };
    let result = results.iter().find(|result| result.code == subject.code())?;
    let mut scores = Vec::new();
    match subject {
        Subject::Unit(code) => scores.extend(run.scored.unit(code)?.trace.clone()),
        Subject::Person(code) => {
            let person = run.scored.person(code)?;
            scores.extend(person.trace.clone());
            let units = person.counted.iter().filter_map(|post| run.scored.unit(&post.post.unit));
            scores.extend(units.filter_map(|unit| unit.trace.clone()));
        }
    }
    if let Some(item) = item {
        scores = scores.into_iter().filter_map(|step| only(step, item)).collect();
        if scores.is_empty() {
            return None;
        }
    }
    let rulings = outcome.rulings.iter().rev().map(ruling_step).collect();
    Some(Explanation {
        code: result.code.clone(),
        name: result.name.clone(),
        paragraph: paragraph(run, result, outcome),
        rulings,
        scores,
    })
}

/// The branches that hold a step of this code (or of this code in some period), and nothing else.
fn only(mut step: Step, item: &str) -> Option<Step> {
    let own = step.code == item || step.code.split('@').next() == Some(item);
    if own {
        return Some(step);
    }
    step.parts = step.parts.into_iter().filter_map(|part| only(part, item)).collect();
    (!step.parts.is_empty()).then_some(step)
}
