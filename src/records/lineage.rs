//! 单位沿革.

use super::findings::{unit_history_misfit, unit_history_outside};
use super::headers::Grid;
use super::registers::several;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::facts::{UnitChange, UnitStep};

/// The steps inside the assessment period, by day and place. The units are looked up when last year's results are known.
pub(super) fn steps(grids: &[Grid<'_>], assessment: &Assessment, sink: &mut Sink) -> Vec<UnitStep> {
    let mut steps = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let date_slot = row.field("date");
            let date = date_slot.day(sink);
            let how_slot = row.field("how");
            let word = how_slot.required(sink);
            let (old_slot, new_slot) = (row.field("from"), row.field("to"));
            let is_whole = old_slot.required(sink).is_some() & new_slot.required(sink).is_some();
            let (from, to) = (several(&old_slot, &mut Sink::default()), several(&new_slot, &mut Sink::default()));
            let (Some(date), Some(word), true) = (date, word, is_whole) else { continue };
            let place = how_slot.place();
            let how = match (&*word, from.len(), to.len()) {
                ("更名" | "改名", 1, 1) => UnitChange::Renamed,
                ("合并" | "并入", 1.., 1) => UnitChange::Merged,
                ("拆分" | "分设", 1, 2..) => UnitChange::Split,
                (_, n_from, n_to) => {
                    sink.push_cell("R110", &place, || unit_history_misfit(&how_slot.spot(), n_from, n_to));
                    continue;
                }
            };
            if date < assessment.from || date > assessment.to {
                let is_earlier = date < assessment.from;
                let (from, to) = (assessment.from.to_string(), assessment.to.to_string());
                let make = || unit_history_outside(&date_slot.spot(), is_earlier, &from, &to);
                sink.push_cell("R111", &date_slot.place(), make);
                continue;
            }
            steps.push(UnitStep { date, how, from, to, place });
        }
    }
    steps.sort_by(|a, b| (a.date, &a.place).cmp(&(b.date, &b.place)));
    steps
}
