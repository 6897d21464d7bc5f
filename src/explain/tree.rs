//! The rulings on top of the scoring's own trace.

use super::paragraph::paragraph;
use super::rulings::ruling_step;
use crate::diag::Text;
use crate::run::Run;
use crate::scores::Step;
use crate::terms::{PersonCode, Subject};

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
    let mut scores = own_trace(run, subject)?;
    if let Subject::Person(code) = subject {
        let units = run.scored.person(code)?.counted.iter().filter_map(|post| run.scored.unit(&post.post.unit));
        scores.extend(units.filter_map(|unit| unit.trace.clone()));
    }
    if let Some(item) = item {
        scores = scores.into_iter().filter_map(|step| only(step, item)).collect();
        if scores.is_empty() {
            return None;
        }
    }
    joined(run, subject, scores)
}

/// Explains a person without the trees of the units.
pub(super) fn explain_own(run: &Run, code: &str) -> Option<Explanation> {
    let subject = Subject::Person(PersonCode::new(code));
    joined(run, &subject, own_trace(run, &subject)?)
}

fn own_trace(run: &Run, subject: &Subject) -> Option<Vec<Step>> {
    let trace = match subject {
        Subject::Unit(code) => &run.scored.unit(code)?.trace,
        Subject::Person(code) => &run.scored.person(code)?.trace,
    };
    Some(trace.iter().cloned().collect())
}

fn joined(run: &Run, subject: &Subject, scores: Vec<Step>) -> Option<Explanation> {
    let (outcomes, results) = match subject {
        Subject::Unit(_) => (&run.graded.units, &run.results.units),
        Subject::Person(_) => (&run.graded.people, &run.results.people),
    };
    let outcome = outcomes.iter().find(|outcome| outcome.subject == *subject)?;
    let result = results.iter().find(|result| result.code == subject.code())?;
    Some(Explanation {
        code: result.code.clone(),
        name: result.name.clone(),
        paragraph: paragraph(run, result, outcome),
        rulings: outcome.rulings.iter().rev().map(ruling_step).collect(),
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
