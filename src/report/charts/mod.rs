//! Plain rows of text and exact numbers, drawn.
//!
//! **In**: a chart's data and its [`Frame`] (title, subtitle, source, format). **Out**: a [`Drawing`]: SVG with live text for the
//! page, SVG with outlines and PNG for everything else. **Holds**: the same data give the same bytes; bars begin at nought;
//! every number printed is a text of the caller; missing stays missing. **Does not**: compute, round or rank; open a file;
//! ask the system for a font. Floats are pen positions, and only `pen` makes them from numbers.

mod band_lines;
mod drawing;
mod frame;
mod lines;
mod outlines;
mod pen;
mod plate;
mod svg;
pub mod theme;

mod distribution;
mod flow;
mod grade_stack;
mod grouped_bars;
mod heat_map;
mod places;
mod ranking;
mod scatter;
mod slopes;
mod splits;

pub use band_lines::BandLine;
pub use distribution::{Distribution, Dot, Strip};
pub use drawing::{Chart, Drawing};
pub use flow::{Flow, FlowEvent, FlowGrade, FlowHit};
pub use frame::{DrawError, Frame, PNG_SCALE, Value};
pub use grade_stack::{GradeStack, StackRow};
pub use grouped_bars::{GroupedBars, Pair};
pub use heat_map::{HeatCell, HeatColumn, HeatMap, HeatRow};
pub use outlines::picture;
pub use places::{PlaceRow, Places};
pub use ranking::{RankRow, Ranking};
pub use scatter::{Panel, Scatter, Spot};
pub use slopes::{Slope, Slopes};
pub use splits::{Split, Splits};
pub use theme::{Format, Theme};

#[cfg(test)]
mod tests;
