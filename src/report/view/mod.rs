//! Results as plain rows of text and exact numbers, ready to draw.
//!
//! **In**: [`Results`], nothing else. **Out**: [`View`]: the words around everything, the sections of
//! the page, the sheets of the workbook, the data of the charts. **Holds**: one language throughout; what is withheld is a
//! word, never a number; titles come from the data by the rules of `titles`. **Does not**: score, rank or round anything but
//! for display; count beyond how many of a list are of a kind; know colours or files.

mod about;
mod claims;
mod committee;
mod cover;
mod disagreement;
mod flow;
mod heat;
pub mod letters;
mod lists;
mod movers;
mod moves;
mod names;
mod numbers;
mod people;
mod places;
mod plots;
mod portraits;
mod posts;
mod quotas;
mod rules;
mod standing;
mod statistics;
mod table;
mod titles;
mod units;
mod vetoes;
mod words;

pub use cover::{Head, KeyFigure};
pub use numbers::{fraction_words, percent, places_of, signed, signed_percent};
pub use plots::{
    FlowEvent, FlowHit, FlowPlot, Frame, GradePlot, GradeRow, HeatCell, HeatPlot, HeatRow, Line, MovePlot, MoveRow,
    PairPlot, PairRow, PlacePlot, PlaceRow, Plot, RankPlot, RankRow, ScatterPanel, ScatterPlot, ScatterRow, SplitPlot,
    SplitRow, StripDot, StripPlot, StripRow,
};
pub use portraits::{PathKind, PathStep, Portrait, portraits};
pub use table::{Cell, Column, GradeMark, Kind, Number, Table};
pub use words::{Say, spoken};

use std::collections::BTreeMap;

use crate::results::Results;
use names::Names;

/// A part of the page: a figure with its sentence and its table, or a table alone.
#[derive(Debug, Clone)]
pub struct Block {
    /// The chart, a key of [`View::plots`].
    pub plot: Option<String>,
    /// What the table holds, when several stand under one heading.
    pub caption: String,
    /// In words what the block shows.
    pub sentence: String,
    /// Sentences, one a list entry.
    pub sentences: Vec<String>,
    /// The numbers.
    pub table: Option<Table>,
    /// Whether the table is folded away until somebody opens it.
    pub folded: bool,
    /// Whether the figure is folded away with it, as one of several of a kind.
    pub aside: bool,
}

/// A section of the page.
#[derive(Debug, Clone)]
pub struct Section {
    /// Anchor.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// A sheet of the workbook.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Name of the sheet.
    pub name: String,
    /// Title over the table.
    pub title: String,
    /// Numbers of that sheet.
    pub table: Table,
    /// How many columns stay in sight to the left.
    pub frozen: u16,
    /// Who signs under it; nobody under most.
    pub signatures: Vec<String>,
}

/// Everything that pages show.
#[derive(Debug, Clone)]
pub struct View {
    /// Words of one language.
    pub say: Say,
    /// Title, status, footers.
    pub head: Head,
    /// The few numbers on top.
    pub keys: Vec<KeyFigure>,
    /// The page from top to bottom.
    pub sections: Vec<Section>,
    /// The workbook from left to right.
    pub sheets: Vec<Sheet>,
    /// What the charts draw, by name.
    pub plots: BTreeMap<String, Plot>,
}

impl View {
    /// The view of these results, in their own language.
    #[must_use]
    pub fn of(results: &Results) -> Self {
        let names = Names::of(results);
        let mut plots = BTreeMap::new();
        let sections = vec![
            units::grades_section(results, &names, &mut plots),
            standing::section(results, &names, &mut plots),
            heat::section(results, &names, &mut plots),
            disagreement::section(results, &names, &mut plots),
            movers::section(results, &names, &mut plots),
            vetoes::section(results, &names, &mut plots),
            claims::section(results, &names),
            committee::section(results, &names),
            lists::section(results, &names),
            quotas::section(results, &names, &mut plots),
            people::section(results, &names, &mut plots),
            statistics::section(results, &names, &mut plots),
            about::section(results, &names),
        ];
        let mut sheets = vec![
            units::sheet(results, &names),
            heat::sheet(results, &names),
            people::sheet(results, &names),
            vetoes::sheet(results, &names),
            quotas::sheet(results, &names),
            committee::sheet(results, &names),
            statistics::sheet(results, &names),
            about::sheet(results, &names),
        ];
        if let Some(sheet) = claims::sheet(results, &names) {
            sheets.insert(4, sheet);
        }
        let before_about = sheets.len() - 1;
        sheets.splice(before_about..before_about, lists::sheets(results, &names));
        let sections = sections.into_iter().filter(|section| !section.blocks.is_empty()).collect();
        Self {
            say: names.say,
            head: cover::head(results, names.say),
            keys: cover::keys(results, names.say),
            sections,
            sheets,
            plots,
        }
    }
}

#[cfg(test)]
mod tests;
