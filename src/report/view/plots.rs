//! What each chart draws, as plain data: labels, exact numbers and their printed forms.

mod flow;
mod places;
mod scatter;
mod splits;
mod strips;

pub use flow::{FlowEvent, FlowHit, FlowPlot};
pub use places::{PlacePlot, PlaceRow};
pub use scatter::{ScatterPanel, ScatterPlot, ScatterRow};
pub use splits::{SplitPlot, SplitRow};
pub use strips::{StripDot, StripPlot, StripRow};

use super::table::{GradeMark, Number};
use crate::exact::Exact;

/// The words around a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The message, or only the subject when nothing stands out.
    pub title: String,
    /// Measure, unit, scope and period.
    pub subtitle: String,
    /// Notes, one to a line.
    pub notes: Vec<String>,
    /// Scheme and digest.
    pub source: String,
    /// What alone stands under the chart on a page that says the rest itself: assessment, status, 虚构.
    pub stamp: String,
    /// What the chart shows, for a reader who does not see it.
    pub description: String,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plot {
    /// Grades by group or role.
    Grades(GradePlot),
    /// A ranking of one group.
    Ranking(RankPlot),
    /// Units against items.
    Heat(HeatPlot),
    /// Last year and this year.
    Moves(MovePlot),
    /// Two years of case statistics.
    Pairs(PairPlot),
    /// Places by pool.
    Places(PlacePlot),
    /// Moves in two parts.
    Splits(SplitPlot),
    /// One measure against another.
    Scatter(ScatterPlot),
    /// Vetoes and their consequences.
    Flow(FlowPlot),
    /// Totals of people by role.
    Strips(StripPlot),
}

impl Plot {
    /// The words around it.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        match self {
            Self::Grades(plot) => &plot.frame,
            Self::Ranking(plot) => &plot.frame,
            Self::Heat(plot) => &plot.frame,
            Self::Moves(plot) => &plot.frame,
            Self::Pairs(plot) => &plot.frame,
            Self::Places(plot) => &plot.frame,
            Self::Splits(plot) => &plot.frame,
            Self::Scatter(plot) => &plot.frame,
            Self::Flow(plot) => &plot.frame,
            Self::Strips(plot) => &plot.frame,
        }
    }
}

/// Grades by group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradePlot {
    /// The words around it.
    pub frame: Frame,
    /// Grades, best first.
    pub grades: Vec<String>,
    /// Groups.
    pub rows: Vec<GradeRow>,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeRow {
    /// Name.
    pub label: String,
    /// Counts in the order of the grades.
    pub counts: Vec<u32>,
    /// Those without a grade so far.
    pub without: u32,
    /// How many in all.
    pub total: String,
}

/// A ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankPlot {
    /// The words around it.
    pub frame: Frame,
    /// Grades, best first.
    pub grades: Vec<String>,
    /// Units in order; of a large group those of one figure.
    pub rows: Vec<RankRow>,
    /// Where bands begin, best first.
    pub lines: Vec<Line>,
    /// The least and the greatest value of the whole group.
    pub ends: Vec<Number>,
    /// Last year in words.
    pub before: String,
    /// This year in words.
    pub now: String,
}

/// One unit of a ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankRow {
    /// Rank, or nothing.
    pub rank: String,
    /// Name.
    pub label: String,
    /// Total.
    pub total: Option<Number>,
    /// Last year's total, where the two may be joined.
    pub before: Option<Number>,
    /// Why they may not.
    pub broken: Option<String>,
    /// What is printed when there is none.
    pub instead: String,
    /// Grade.
    pub grade: Option<GradeMark>,
    /// What is printed where there is no grade.
    pub ungraded: String,
    /// What struck it.
    pub veto: Option<String>,
}

/// The lower end of a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Name.
    pub label: String,
    /// Value.
    pub at: Number,
}

/// Units against items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatPlot {
    /// The words around it.
    pub frame: Frame,
    /// Items.
    pub columns: Vec<String>,
    /// The full marks of each, as printed; nothing where they are not known.
    pub full: Vec<String>,
    /// Units; of a large group those of one figure.
    pub rows: Vec<HeatRow>,
    /// How many cells of the whole group are marked as the weakest.
    pub n_weak: usize,
    /// The shares of the group's units that stand in other figures.
    pub others: Vec<Exact>,
}

/// One unit of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatRow {
    /// Name.
    pub label: String,
    /// Cells in the order of the columns.
    pub cells: Vec<HeatCell>,
}

/// One cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeatCell {
    /// Points.
    Scored {
        /// Share of full marks.
        share: Exact,
        /// As printed.
        shown: String,
        /// Whether it is one of the weakest of its group.
        weak: bool,
    },
    /// Nothing submitted.
    Missing,
    /// Does not apply.
    NotApplicable,
    /// Kept back.
    Withheld,
}

/// Last year's totals and this year's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovePlot {
    /// The words around it.
    pub frame: Frame,
    /// Last year in words.
    pub before: String,
    /// This year in words.
    pub now: String,
    /// Units, the largest movers first.
    pub rows: Vec<MoveRow>,
    /// What is said of those whose line is broken.
    pub remarks: Vec<String>,
}

/// One unit and its two totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRow {
    /// Name.
    pub label: String,
    /// Last year's total.
    pub before: Option<Number>,
    /// This year's.
    pub now: Option<Number>,
    /// Change as printed.
    pub change: String,
    /// Whether it is named in the figure.
    pub named: bool,
    /// Whether the two ends may be joined.
    pub joined: bool,
}

/// Two years side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairPlot {
    /// The words around it.
    pub frame: Frame,
    /// Last year in words.
    pub before: String,
    /// This year in words.
    pub now: String,
    /// Indicators.
    pub rows: Vec<PairRow>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRow {
    /// Name with its measure.
    pub label: String,
    /// The year before.
    pub before: Option<u32>,
    /// This year.
    pub now: Option<u32>,
    /// Change as printed.
    pub change: String,
}
