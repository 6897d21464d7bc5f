//! The rulings on top of the scoring's own trace.

use crate::diag::Text;
use crate::grades::{RulingStep, Stage};
use crate::run::Run;
use crate::scores::{Evidence, Step};
use crate::terms::Subject;

use super::paragraph::{as_zh, paragraph};

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

fn ruling_step(ruling: &RulingStep) -> Step {
    let grade = |grade: &Option<_>| grade.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
    let (from, to) = (grade(&ruling.from), grade(&ruling.to));
    let what = match ruling.stage {
        Stage::Band => Text::new(format!("等次线：{to}"), format!("band: {to}")),
        Stage::Veto => Text::new(format!("一票否决：{from} → {to}"), format!("veto: {from} → {to}")),
        Stage::Quota => Text::new(format!("名额：{from} → {to}"), format!("places: {from} → {to}")),
        Stage::Decision => Text::new(format!("裁定：{from} → {to}"), format!("decision: {from} → {to}")),
    };
    let fact = |name: &str| ruling.facts.get(name).map_or("", String::as_str);
    let (zh, en) = match ruling.stage {
        Stage::Band => (
            format!("{} 达到 {}{}", fact("value"), or(fact("from"), "最低线"), below(fact("below"), "，未达到 ")),
            format!(
                "{} reaches {}{}",
                fact("value"),
                or(fact("from"), "the lowest line"),
                below(fact("below"), ", below ")
            ),
        ),
        Stage::Veto => (
            format!(
                "{} {}（{}，{}），本对象为{}，等次最高为{}",
                fact("date"),
                fact("ground"),
                fact("event"),
                fact("document"),
                as_zh(fact("as")),
                fact("cap")
            ),
            format!(
                "{} {} ({}, {}), hit as {}, at most {}",
                fact("date"),
                fact("ground"),
                fact("event"),
                fact("document"),
                fact("as"),
                fact("cap")
            ),
        ),
        Stage::Quota => (
            format!(
                "应占名额 {} 个（基数 {} 个，理论数 {}），达到者 {} 个，结果：{}",
                fact("places"),
                fact("base"),
                fact("theoretical"),
                fact("reached"),
                placed_zh(fact("result"))
            ),
            format!(
                "{} places (base {}, theoretical {}), {} reach the band: {}",
                fact("places"),
                fact("base"),
                fact("theoretical"),
                fact("reached"),
                fact("result")
            ),
        ),
        Stage::Decision => (
            format!(
                "{} {} 决定为{}：{}{}",
                fact("date"),
                fact("body"),
                fact("decided"),
                fact("reason"),
                if fact("refused_by").is_empty() { "" } else { "（与不可解除的否决相抵触，未执行）" }
            ),
            format!(
                "{} {} decided {}: {}{}",
                fact("date"),
                fact("body"),
                fact("decided"),
                fact("reason"),
                if fact("refused_by").is_empty() {
                    ""
                } else {
                    " (against a veto that may not be lifted: not carried out)"
                }
            ),
        ),
    };
    let cells = ruling.places.iter().map(|place| Evidence { place: place.clone(), text: Text::default() });
    Step::new(ruling.stage.word(), what, None).formula(zh, en).rule(&ruling.rule).evidence(cells.collect())
}

fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

fn below(text: &str, lead: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{lead}{text}") }
}

fn placed_zh(word: &str) -> &'static str {
    match word {
        "placed" => "占得名额",
        "lost" => "未占得名额，按规则降一档",
        _ => "并列在名额线上，待裁定",
    }
}
