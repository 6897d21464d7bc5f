//! Measures of a subject, worked out from the counts: their value, whether they wait, what they are made of, and the cells.
//!
//! **In**: the tally, the scheme, a subject and perhaps a period. **Out**: [`Measured`]. **Holds**: a value is exact; a share
//! is never rounded before it is compared; what is missing follows the measure's own word (`missing`). **Does not**: read a
//! score, rank or grade: measures `from` items, score, rank or grade are worked out by the stage that has those.
//!
//! One file per source. Sources whose tables belong to others stand in [`outside`], each a function to be filled by its owner.

mod ballots;
mod counted;
mod outside;
mod remembered;
mod stated;

pub(in crate::scores) use counted::occurrence;

use chrono::NaiveDate;

use super::trace::Evidence;
use super::values::{Measured, Measures};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::words::MeasureOf;
use crate::scheme::worth::{Condition, Edge, EmptyRate, Measure, MissingFact, Source, Verdict};
use crate::tally::Tally;
use crate::terms::{PeriodCode, Subject, UnitCode};

/// What is asked: of whom, when, from what.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// The rules.
    pub scheme: &'a Scheme,
    /// The counts.
    pub tally: &'a Tally,
    /// First day of the assessment.
    pub from: NaiveDate,
    /// Last day of the assessment.
    pub to: NaiveDate,
    /// Year of the assessment.
    pub year: i32,
    /// Whom; none for the whole county.
    pub subject: Option<&'a Subject>,
    /// One period, or the whole year.
    pub period: Option<&'a PeriodCode>,
    /// Whether text and cells are wanted.
    pub traced: bool,
}

impl<'a> Ask<'a> {
    /// The unit asked about.
    pub(super) fn unit(&self) -> Option<&'a UnitCode> {
        match self.subject? {
            Subject::Unit(code) => Some(code),
            Subject::Person(_) => None,
        }
    }

    /// The days that are asked about: those of the period inside the year, or of the assessment.
    pub(super) fn days(&self) -> (NaiveDate, NaiveDate) {
        let period = self.period.and_then(|own| self.scheme.words.periods.iter().find(|period| period.code == *own));
        let Some(period) = period else { return (self.from, self.to) };
        let day = |(month, day): (u32, u32)| NaiveDate::from_ymd_opt(self.year, month, day);
        let from = day(period.from).filter(|_| period.from <= period.to).map_or(self.from, |from| from.max(self.from));
        let to = day(period.to).map_or(self.to, |to| to.min(self.to));
        if from <= to { (from, to) } else { (self.from, self.to) }
    }

    /// Whether a fact of this period counts.
    pub(super) fn takes(&self, period: &PeriodCode) -> bool {
        self.period.is_none_or(|own| own == period)
    }
}

/// What a source gives: perhaps a value, with its formula and cells.
#[derive(Default)]
pub(super) struct Found {
    pub value: Option<Exact>,
    pub formula: Text,
    pub evidence: Vec<Evidence>,
    /// Whether the committee has to decide first, whatever the measure says about a missing fact.
    pub pending: bool,
    /// Whether too few ballots stand behind the value for it to be shown.
    pub withheld: bool,
}

impl Found {
    /// A count with its cells.
    pub(super) fn count(n: usize, evidence: Vec<Evidence>) -> Self {
        Self { value: Some(Exact::from(u64::try_from(n).unwrap_or(u64::MAX))), evidence, ..Self::default() }
    }

    /// One number over another, or what the scheme says where there is nothing below the line.
    pub(super) fn rate(above: &Exact, below: &Exact, empty: EmptyRate, traced: bool) -> Self {
        let value = above.divided_by(below).or(match empty {
            EmptyRate::Zero => Some(Exact::zero()),
            EmptyRate::One => Some(Exact::one()),
            EmptyRate::Missing => None,
        });
        let formula = if traced { format!("{above} ÷ {below}") } else { String::new() };
        Self { value, formula: Text::new(formula.clone(), formula), ..Self::default() }
    }
}

/// Works out a measure made from facts; one made from scores or grades has no value here.
///
/// **Rule**: the value of the source; without a fact nought, nothing or pending, as the measure says.
/// **Rounding**: none.
#[must_use]
pub fn measure(measure: &Measure, ask: &Ask<'_>) -> Measured {
    let ask = Ask { subject: if measure.of == MeasureOf::County { None } else { ask.subject }, ..*ask };
    let found = match &measure.source {
        Source::Facts(combine) => stated::facts(measure, *combine, &ask),
        Source::Marks => stated::marks(measure, &ask),
        Source::Ledger(kind) => counted::ledger(kind, &ask),
        Source::Cases { numerator, denominator, empty } => {
            counted::cases(numerator, denominator.as_ref(), *empty, &ask)
        }
        Source::PollShare { .. } => ballots::share(&measure.source, &ask),
        Source::PollScore(poll) => ballots::score(poll, &ask),
        Source::Occurrences { kinds, levels, found_by } => counted::occurrences(kinds, levels, found_by, &ask),
        Source::Claims { families, points } => counted::claims(families, *points, &ask),
        Source::Events(grounds) => counted::events(grounds, &ask),
        Source::Roster(roles) => counted::roster(roles, &ask),
        Source::Sanctions { kinds, in_effect } => remembered::sanctions(kinds, *in_effect, &ask),
        Source::History { grades, value } => remembered::history(grades, *value, &ask),
        Source::Duty { duty, value, empty } => outside::duty(duty, *value, *empty, &ask),
        Source::Checklist { checklist, empty } => outside::checklist(checklist, *empty, &ask),
        Source::Items { .. } | Source::Score(_) | Source::Rank { .. } | Source::Grade { .. } => Found::default(),
    };
    settled(measure, found, ask.traced)
}

/// What a source gave, with the measure's word about a missing fact and the text that shows it.
///
/// Stages that work out measures from scores, ranks or grades use it too.
fn settled(measure: &Measure, found: Found, traced: bool) -> Measured {
    let (value, pending) = match (found.value.filter(|_| !found.pending), measure.missing) {
        (None, _) if found.pending => (None, true),
        (Some(value), _) => (Some(value), false),
        (None, MissingFact::Zero) => (Some(Exact::zero()), false),
        (None, MissingFact::Skip) => (None, false),
        (None, MissingFact::Pend) => (None, true),
    };
    let text = match traced {
        true if found.withheld => withheld(measure),
        true => said(measure, value.as_ref(), &found.formula),
        false => Text::default(),
    };
    Measured { value, pending, withheld: found.withheld, text, evidence: found.evidence }
}

/// The value of a measure that a later stage worked out, settled and said like one made from facts.
#[must_use]
pub fn measured(measure: &Measure, value: Option<Exact>) -> Measured {
    settled(measure, Found { value, ..Found::default() }, true)
}

/// 优秀得票率（票数过少，不公布）: the value stands, and nobody can read from it who ticked what.
fn withheld(measure: &Measure) -> Text {
    let name = &measure.name;
    Text::new(format!("{name}（票数过少，不公布）"), format!("{name} (too few ballots to be shown)"))
}

/// 优秀得票率 64%（32 ÷ 50）.
fn said(measure: &Measure, value: Option<&Exact>, formula: &Text) -> Text {
    let name = &measure.name;
    let Some(value) = value else { return Text::new(format!("{name} 无数据"), format!("{name}: no fact")) };
    let shown = measure.shown(value);
    let (zh, en) = if formula.zh.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（{}）", formula.zh), format!(" ({})", formula.en))
    };
    Text::new(format!("{name} {shown}{zh}"), format!("{name} {shown}{en}"))
}

/// Whether a condition holds for a value, and why: 「优秀得票率 64% 未达到 90%」.
#[must_use]
pub fn verdict(condition: &Condition, measure: &Measure, measured: &Measured) -> (Verdict, Text) {
    let Some(value) = &measured.value else {
        let verdict = if measured.pending { Verdict::Pending } else { Verdict::Fails };
        return (verdict, Text::new(format!("{} 无数据", measure.name), format!("{}: no fact", measure.name)));
    };
    let own = measure.shown(value);
    let parts = condition.lines.iter().map(|(edge, line)| {
        let (zh, en) = match (edge, edge.holds(value, line)) {
            (Edge::AtLeast, true) => ("达到", "reaches"),
            (Edge::AtLeast, false) => ("未达到", "does not reach"),
            (Edge::Above, true) | (Edge::AtMost, false) => ("超过", "is above"),
            (Edge::Above, false) => ("未超过", "is not above"),
            (Edge::AtMost, true) => ("不超过", "is at most"),
            (Edge::Below, true) => ("不到", "is below"),
            (Edge::Below, false) => ("不低于", "is not below"),
        };
        let line = measure.shown(line);
        (format!("{zh} {line}"), format!("{en} {line}"))
    });
    let (zh, en): (Vec<String>, Vec<String>) = parts.unzip();
    let verdict = if condition.holds(value) { Verdict::Holds } else { Verdict::Fails };
    let name = &measure.name;
    if measured.withheld {
        let said = withheld(measure);
        let (zh, en) = (format!("{}，{}", said.zh, zh.join("、")), format!("{} {}", said.en, en.join(" and ")));
        return (verdict, Text::new(zh, en));
    }
    let text = Text::new(format!("{name} {own}，{}", zh.join("、")), format!("{name} {own} {}", en.join(" and ")));
    (verdict, text)
}

/// Works out [`Measures`].
#[must_use]
pub(super) fn measures(ask: &Ask<'_>) -> Measures {
    let mut all = Measures::new();
    let wanted = ask.scheme.worth.measures.iter().filter(|own| own.beyond_items && own.source.is_factual());
    for own in wanted {
        let subjects: Vec<Option<Subject>> = match own.of {
            MeasureOf::County => vec![None],
            MeasureOf::Unit => ask.tally.units.iter().map(|unit| Some(Subject::Unit(unit.code.clone()))).collect(),
            MeasureOf::Person => {
                ask.tally.people.iter().map(|person| Some(Subject::Person(person.code.clone()))).collect()
            }
        };
        for subject in subjects {
            let asked = Ask { subject: subject.as_ref(), period: None, traced: true, ..*ask };
            let measured = measure(own, &asked);
            all.insert((own.code.clone(), subject), measured);
        }
    }
    all
}
