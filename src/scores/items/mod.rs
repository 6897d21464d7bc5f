//! One item of one unit in one period: the facts, the rule's points, then the policies for what is missing.
//!
//! One file per kind of rule; [`Of::say`] keeps every word unmade unless the unit was asked about.

mod cells;
mod given;
mod measured;
mod members;
mod occurrences;
mod parts;
mod population;
mod standing;

pub(super) use population::standings;
pub(super) use standing::Standings;

use super::calc::Calc;
use super::measures::{Ask, measure};
use super::model::{ItemScore, Rounded, State};
use super::points;
use super::trace::{Evidence, Step, Traced};
use super::values::Measured;
use crate::diag::Text;
use crate::exact::{Exact, Mode, Rounding};
use crate::facts::Unit;
use crate::scheme::Scheme;
use crate::scheme::worth::{BrokenLine, Item, NotApplicable, NotSubmitted, Points, RoundingPoint};
use crate::tally::Tally;
use crate::terms::{MeasureCode, PeriodCode, Subject};

/// What the facts of an item come to, before the policies for what is missing.
enum Facts {
    Points {
        value: Exact,
        divisor: u32,
        said: Text,
        parts: Vec<Step>,
        calc: Option<Calc>,
    },
    NotApplicable,
    NotSubmitted,
    /// The committee decides, for this reason.
    Pending(Text),
}

impl Facts {
    /// Points with the words that explain them.
    fn of(value: Exact, divisor: u32, said: Text) -> Self {
        Self::Points { value, divisor, said, parts: Vec::new(), calc: None }
    }

    /// With the formula for a machine.
    fn by(mut self, own: Option<Calc>) -> Self {
        if let Self::Points { calc, .. } = &mut self {
            *calc = own;
        }
        self
    }
}

/// Who is scored, in which period and from what.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub scheme: &'a Scheme,
    pub tally: &'a Tally,
    pub standings: &'a Standings,
    pub unit: &'a Unit,
    pub period: &'a PeriodCode,
    pub from: chrono::NaiveDate,
    pub to: chrono::NaiveDate,
    pub year: i32,
    /// The rounding of items, if the scheme rounds there.
    pub rounding: Option<Rounding>,
    pub traced: bool,
}

impl Of<'_> {
    /// Words, made only for a unit that was asked about.
    fn say(&self, words: impl FnOnce() -> (String, String)) -> Text {
        if !self.traced {
            return Text::default();
        }
        let (zh, en) = words();
        Text::new(zh, en)
    }

    /// A formula, made only for a unit that was asked about.
    fn calc(&self, calc: impl FnOnce() -> Calc) -> Option<Calc> {
        self.traced.then(calc)
    }

    /// A measure of the unit in the period.
    fn measured(&self, code: &MeasureCode) -> Measured {
        let Some(rule) = self.scheme.worth.measure(code) else { return Measured::default() };
        let subject = Subject::Unit(self.unit.code.clone());
        let ask = Ask {
            scheme: self.scheme,
            tally: self.tally,
            from: self.from,
            to: self.to,
            year: self.year,
            subject: Some(&subject),
            period: Some(self.period),
            traced: self.traced,
        };
        measure(rule, &ask)
    }
}

/// A number that should be whole, as the scheme makes it so.
fn whole_calc(calc: Calc, how: BrokenLine) -> Calc {
    let mode = match how {
        BrokenLine::Exact => return calc,
        BrokenLine::Floor => Mode::Floor,
        BrokenLine::Ceil => Mode::Ceil,
        BrokenLine::HalfUp => Mode::HalfUp,
    };
    calc.rounded(Some(Rounding { mode, places: 0 }))
}

/// The rounding that items are given once for a whole run.
pub(super) fn item_rounding(scheme: &Scheme) -> Option<Rounding> {
    scheme.worth.rounding_at(RoundingPoint::Item).map(|(rounding, _)| rounding)
}

/// Scores an item; parts are scored inside their item.
pub(super) fn score_item(item: &Item, of: &Of<'_>) -> Traced<ItemScore> {
    let mut evidence = Vec::new();
    let facts = gather(item, of, &mut evidence);
    let Outcome { state, value, divisor, said, parts, calc } = settle(item, facts, of);
    let score = value.map(|value| Rounded::by(value, of.rounding));
    let step = of.traced.then(|| {
        let shown = score.as_ref();
        let what = Text::new(
            format!("{} {}（{}）", item.code, item.name, period_name(of)),
            format!("{} {} ({})", item.code, item.name, of.period),
        );
        let mut step = Step::new(&format!("{}@{}", item.code, of.period), what, shown.map(|score| &score.exact));
        step.formula = said;
        step.rule(&item.rule)
            .calc(calc)
            .evidence(evidence)
            .parts(parts)
            .rounded(shown.map_or(&Exact::zero(), |score| &score.value), shown.and_then(|score| score.rounding))
    });
    let (item, period, full) = (item.code.clone(), of.period.clone(), item.full.clone());
    (ItemScore { item, period, full, score, state, divisor }, step)
}

/// What an item comes to after its policies.
struct Outcome {
    state: State,
    value: Option<Exact>,
    divisor: u32,
    said: Text,
    parts: Vec<Step>,
    calc: Option<Calc>,
}

/// Floor and cap, and the policies for what does not apply or was not submitted.
fn settle(item: &Item, facts: Facts, of: &Of<'_>) -> Outcome {
    let fixed = |state, value: Option<Exact>, zh: &str, en: &str| Outcome {
        state,
        value,
        divisor: 0,
        said: of.say(|| (zh.to_owned(), en.to_owned())),
        parts: Vec::new(),
        calc: None,
    };
    match facts {
        Facts::Points { value, divisor, said, parts, calc } => {
            let calc = calc.map(|calc| calc.within(&item.rule, item.floor.as_ref(), item.cap.as_ref()));
            let kept = points::within(value.clone(), item.floor.as_ref(), item.cap.as_ref());
            let said = match kept == value {
                true => said,
                false => of.say(|| {
                    let Text { zh, en } = &said;
                    (format!("{zh}，按上下限计 {kept}"), format!("{en}, held to {kept} by floor or cap"))
                }),
            };
            Outcome { state: State::Scored, value: Some(kept), divisor, said, parts, calc }
        }
        Facts::NotApplicable => not_applicable(item, of, fixed),
        Facts::NotSubmitted => match item.not_submitted {
            NotSubmitted::Zero => {
                fixed(State::ZeroByRule, Some(Exact::zero()), "未报送，按规则计 0 分", "not submitted: nought by rule")
            }
            NotSubmitted::Rescale => fixed(
                State::NotSubmitted,
                None,
                "未报送，不计入，其余项目按比例折算",
                "not submitted: left out, the others are scaled",
            ),
            NotSubmitted::Pend => fixed(State::Pending, None, "未报送，待裁定", "not submitted: pending"),
        },
        Facts::Pending(why) => fixed(State::Pending, None, &why.zh, &why.en),
    }
}

fn not_applicable(item: &Item, of: &Of<'_>, fixed: impl Fn(State, Option<Exact>, &str, &str) -> Outcome) -> Outcome {
    let state = State::NotApplicable;
    match item.not_applicable {
        NotApplicable::Full => Outcome {
            calc: of.calc(|| Calc::rule(&item.rule, "full", &item.full)),
            ..fixed(state, Some(item.full.clone()), "不适用，按满分计", "does not apply: full marks")
        },
        NotApplicable::Zero => fixed(state, Some(Exact::zero()), "不适用，计 0 分", "does not apply: nought"),
        NotApplicable::Fixed => {
            let points = item.not_applicable_points.clone();
            let said = of.say(|| {
                (format!("不适用，计固定分 {points}"), format!("does not apply: {points}, as fixed by the rule"))
            });
            let calc = of.calc(|| Calc::rule(&item.rule, "not_applicable", &points));
            Outcome { said, calc, ..fixed(state, Some(points.clone()), "", "") }
        }
        NotApplicable::GroupMean => match of.standings.group_mean_of(item, of) {
            Some((mean, n)) => {
                let said = of.say(|| {
                    let mean = mean.about();
                    (
                        format!("不适用，计同类 {n} 个适用单位的平均分 {mean}"),
                        format!("does not apply: {mean}, the mean of the {n} units of the group to which it applies"),
                    )
                });
                Outcome { said, ..fixed(state, Some(mean.clone()), "", "") }
            }
            None => fixed(
                State::Pending,
                None,
                "不适用，同类单位都没有得分，待裁定",
                "does not apply, and no unit of the group has points: pending",
            ),
        },
        NotApplicable::Rescale => {
            fixed(state, None, "不适用，不计入，其余项目按比例折算", "does not apply: left out, the others are scaled")
        }
        NotApplicable::Refuse => fixed(
            State::Pending,
            None,
            "不适用，规则不允许，待裁定",
            "does not apply, which the rule does not allow: pending",
        ),
    }
}

pub(super) fn period_name(of: &Of<'_>) -> String {
    let periods = &of.scheme.words.periods;
    periods.iter().find(|period| period.code == *of.period).map_or_else(|| of.period.to_string(), |p| p.name.clone())
}

fn gather(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    match &item.points {
        Points::Parts(parts) => parts::sum(parts, of),
        Points::Panel(rule) => cells::panel(item, rule, of, evidence),
        Points::Presence => cells::presence(item, of, evidence),
        Points::Count { .. } => cells::count(item, of, evidence),
        Points::Deadline { .. } => cells::deadline(item, of, evidence),
        Points::Events { .. } => cells::events(item, of, evidence),
        Points::Rate { .. } => cells::rate(item, of, evidence),
        Points::Levels(levels) => cells::levels(item, levels, of, evidence),
        Points::Steps(rows) => measured::steps(rows, of, evidence),
        Points::Linear { .. } => measured::linear(item, of, evidence),
        Points::ProRata { .. } => measured::pro_rata(item, of, evidence),
        Points::TargetLine { .. } => measured::target_line(item, of, evidence),
        Points::GroupMean { .. } => standing::group_mean(item, of, evidence),
        Points::ShareOfBest { .. } => standing::share_of_best(item, of, evidence),
        Points::ByRank { .. } => standing::by_rank(item, of, evidence),
        Points::Occurrences { base, rows } => occurrences::table(item, base, rows, of, evidence),
        Points::MembersMean { .. } => members::mean(item, of, evidence),
        Points::SelfPanel { .. } => members::self_panel(item, of, evidence),
    }
}
