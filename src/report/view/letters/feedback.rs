//! 考核结果反馈意见: what a unit is told.

use serde::Serialize;

use super::losses::{Loss, Without, cells, find, losses, without};
use super::measures::{AppealLine, Task, appeal_basis, appeals, tasks};
use crate::exact::Exact;
use crate::explain::{Explanations, Told, ToldStep};
use crate::report::view::names::Names;
use crate::report::view::numbers::{percent, places_of, signed, two_places};
use crate::results::{ClassResult, Classes, Part, PollResult, Results, Ruling, SubjectResult, Value};

/// The middle of a group is told from so many units on: of fewer it would give the others away.
const ENOUGH: usize = 3;

/// What a unit is told about its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// Code.
    pub code: String,
    /// Name.
    pub unit: String,
    /// Name of its group.
    pub group: String,
    /// Total as printed, or the word in its place.
    pub total: String,
    /// The true maximum before bonuses.
    pub maximum: String,
    /// Grade, or the word in its place.
    pub grade: String,
    /// Whether there is a grade.
    pub graded: bool,
    /// Why there is none; empty otherwise.
    pub why_no_grade: String,
    /// The grade that the band alone gives.
    pub band: String,
    /// The grade without any veto, where a veto changed it.
    pub without_veto: String,
    /// Rank inside the group.
    pub rank: Option<u32>,
    /// How many are ranked there.
    pub ranked: Option<u32>,
    /// Last year's outcome, if it is known.
    pub last: Option<LastTotal>,
    /// Components, then the adjustments that touched it.
    pub scores: Vec<ScoreLine>,
    /// The middle total of the group.
    pub median: String,
    /// The total less that, with its sign.
    pub off: String,
    /// Items below full marks.
    pub losses: Vec<Loss>,
    /// Items without points.
    pub without: Vec<Without>,
    /// Steps from band to grade.
    pub rulings: Vec<RulingLine>,
    /// Polls about the unit.
    pub polls: Vec<PollLine>,
    /// What it has to do.
    pub tasks: Vec<Task>,
    /// Its objections.
    pub appeals: Vec<AppealLine>,
    /// The clause on objections; none where the scheme is silent.
    pub appeal_basis: Option<String>,
}

/// Last year beside this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastTotal {
    /// Total as printed.
    pub total: String,
    /// Grade.
    pub grade: String,
    /// Change of the totals with its sign.
    pub change: String,
    /// Whether the two may be compared.
    pub comparable: bool,
    /// Why they may not, or with what care; empty otherwise.
    pub note: String,
}

/// A component or an adjustment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreLine {
    /// Name.
    pub name: String,
    /// Full marks; empty for an adjustment.
    pub max: String,
    /// Weight; empty for an adjustment.
    pub weight: String,
    /// Points as printed, or the word in their place.
    pub score: String,
    /// The middle of the group.
    pub median: String,
    /// The points less that, with their sign.
    pub off: String,
    /// What it was made from; of adjustments only.
    pub why: String,
    /// The cells it rests on; of adjustments only.
    pub cells: String,
}

/// A step from band to grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulingLine {
    /// What was decided.
    pub what: String,
    /// Why, in words and numbers.
    pub why: String,
    /// Document and clause.
    pub basis: String,
}

/// A poll about the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PollLine {
    /// Name of the poll with its period.
    pub name: String,
    /// Score, or the word in its place.
    pub score: String,
    /// Ballots counted.
    pub n: u32,
    /// By class with its number of ballots, or that it is withheld.
    pub classes: String,
}

/// What this unit is told.
pub(super) fn of(results: &Results, explained: &Explanations, names: &Names, unit: &SubjectResult) -> Feedback {
    let told = explained.unit(&unit.code);
    let peers: Vec<&SubjectResult> = results.units.iter().filter(|other| other.group == unit.group).collect();
    let [median, off] = beside(unit.score.as_ref(), peers.iter().filter_map(|peer| peer.score.as_ref()));
    let why = unit.pending.iter().chain(&unit.ungraded).map(|why| names.reason(results, why));
    Feedback {
        code: unit.code.clone(),
        unit: unit.name.clone(),
        group: names.group_name(&unit.group),
        total: names.total(unit).shown(),
        maximum: results.scheme.maximum.plain(),
        grade: names.grade("unit", unit).shown(),
        graded: unit.grade.is_some(),
        why_no_grade: names.say.joined(&why.collect::<Vec<_>>()),
        band: unit.band.clone().unwrap_or_default(),
        without_veto: unit.without_veto.clone().unwrap_or_default(),
        rank: unit.rank,
        ranked: unit.ranked,
        last: last(names, unit),
        scores: scores(results, names, unit, &peers, told),
        median,
        off,
        losses: losses(names, unit, told),
        without: without(names, unit),
        rulings: rulings(names, unit, told),
        polls: unit.polls.iter().map(|poll| poll_line(names, poll, told)).collect(),
        tasks: tasks(results, names, unit),
        appeals: appeals(results, unit),
        appeal_basis: appeal_basis(results),
    }
}

fn last(names: &Names, unit: &SubjectResult) -> Option<LastTotal> {
    let last = unit.last_year.as_ref()?;
    let [total, change] = names.last_year(unit);
    let comparable = last.same_scheme && last.broken.is_none();
    let note = if comparable {
        String::new()
    } else {
        names
            .say
            .of("上年办法或单位有变，不宜直接比较", "rules or unit changed; not comparable as it stands")
            .to_owned()
    };
    Some(LastTotal {
        total: total.shown(),
        grade: last.grade.clone().unwrap_or_default(),
        change: if last.broken.is_some() { String::new() } else { change.shown() },
        comparable,
        note,
    })
}

/// The middle of the values that may be shown, and how far one is from it; words where there are too few.
fn beside<'a>(own: Option<&Value>, all: impl Iterator<Item = &'a Value>) -> [String; 2] {
    let mut values: Vec<Exact> = all.filter_map(Value::exact).cloned().collect();
    if values.len() < ENOUGH {
        return ["—".to_owned(), String::new()];
    }
    values.sort();
    let (low, high) = (&values[(values.len() - 1) / 2], &values[values.len() / 2]);
    let median = Exact::ratio(1, 2).map_or_else(|| low.clone(), |half| &(low + high) * &half);
    let median = two_places(&median).shown;
    let own = own.filter(|value| value.exact().is_some()).and_then(|value| value.shown().parse::<Exact>().ok());
    let off = own.zip(median.parse::<Exact>().ok()).map(|(own, median)| signed(&(&own - &median), 2));
    [median, off.unwrap_or_default()]
}

fn scores(
    results: &Results,
    names: &Names,
    unit: &SubjectResult,
    peers: &[&SubjectResult],
    told: Option<&Told>,
) -> Vec<ScoreLine> {
    let lang = names.say.of("zh", "en");
    let mut lines = Vec::new();
    for part in &unit.components {
        let info = results.scheme.components.iter().find(|info| info.code == part.code);
        let same = peers.iter().filter_map(|peer| peer.components.iter().find(|other| other.code == part.code));
        let [median, off] = beside(part.score.as_ref(), same.filter_map(|other| other.score.as_ref()));
        lines.push(ScoreLine {
            name: part.name.clone(),
            max: part.max.as_ref().map(Exact::plain).unwrap_or_default(),
            weight: info.map(|info| percent(&info.weight).replace(".0%", "%")).unwrap_or_default(),
            score: names.part(Some(part)).shown(),
            median,
            off,
            why: String::new(),
            cells: String::new(),
        });
    }
    for part in &unit.adjustments {
        let step = told.and_then(|told| find(&told.scores, &part.code));
        lines.push(ScoreLine {
            name: part.name.clone(),
            max: String::new(),
            weight: String::new(),
            score: adjustment(names, part),
            median: String::new(),
            off: String::new(),
            why: step.map(|step| step.formula.of(lang).to_owned()).unwrap_or_default(),
            cells: step.map(|step| cells(names, step)).unwrap_or_default(),
        });
    }
    lines
}

fn adjustment(names: &Names, part: &Part) -> String {
    match part.score.as_ref().and_then(|score| score.exact().zip(Some(score.shown()))) {
        Some((exact, shown)) => signed(exact, places_of(shown)),
        None => names.part(Some(part)).shown(),
    }
}

/// From the explanations, first to last; without them from the results.
fn rulings(names: &Names, unit: &SubjectResult, told: Option<&Told>) -> Vec<RulingLine> {
    let lang = names.say.of("zh", "en");
    if let Some(told) = told.filter(|told| !told.rulings.is_empty()) {
        let line = |step: &ToldStep| RulingLine {
            what: step.what.of(lang).to_owned(),
            why: step.formula.of(lang).to_owned(),
            basis: step.rule.as_ref().map(|rule| rule.basis.clone()).unwrap_or_default(),
        };
        return told.rulings.iter().rev().map(line).collect();
    }
    let line = |ruling: &Ruling| {
        let grade = |grade: &Option<String>| grade.clone().unwrap_or_else(|| "—".to_owned());
        RulingLine {
            what: format!("{} → {}", grade(&ruling.from), grade(&ruling.to)),
            why: String::new(),
            basis: ruling.basis.clone(),
        }
    };
    unit.rulings.iter().map(line).collect()
}

fn poll_line(names: &Names, poll: &PollResult, told: Option<&Told>) -> PollLine {
    let say = names.say;
    let step = told.and_then(|told| find(&told.scores, &format!("{}@{}", poll.code, poll.period)));
    let code = || format!("{}{}", poll.code, say.bracketed(&say.period(&poll.period)));
    let value = |value: Option<&Value>| names.value(value).shown();
    let classes = match &poll.classes {
        Classes::Withheld { .. } => say.of("分类结果不公开", "split by class withheld").to_owned(),
        Classes::Shown(classes) => {
            let one = |class: &ClassResult| {
                let (name, n, score) = (&class.name, class.n, value(class.score.as_ref()));
                say.made(format!("{name} {score}（{n}票）"), format!("{name} {score} ({n})"))
            };
            say.joined(&classes.iter().map(one).collect::<Vec<_>>())
        }
    };
    PollLine {
        name: step.map_or_else(code, |step| step.what.of(say.of("zh", "en")).to_owned()),
        score: value(poll.score.as_ref()),
        n: poll.n,
        classes,
    }
}
