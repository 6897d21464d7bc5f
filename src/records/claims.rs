//! 加减分 claims.

use std::collections::BTreeMap;

use super::cells::Slot;
use super::findings::{charged_elsewhere, family_or_level_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster, family_code};
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::facts::Claim;

/// Claims charged to the year, by number.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<Claim> {
    let mut claims: BTreeMap<_, Claim> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let Some(year) = charged_here(&row.field("year"), assessment, sink) else { continue };
            let id = row.field("id").required_shared(sink);
            let unit = roster.unit(&row.field("unit"), sink);
            let family = lists.families.named(&row.field("family"), "R037", family_or_level_unknown, sink).copied();
            let level_slot = row.field("level");
            let level = match family {
                Some(at) => lists.levels[at].named(&level_slot, "R037", family_or_level_unknown, sink).copied(),
                None => None,
            };
            let title = row.field("title").required_shared(sink);
            let document = row.field("document").required_shared(sink);
            let date = row.field("date").day(sink);
            let (Some(id), Some(unit), Some(family), Some(level), Some(title), Some(document), Some(date)) =
                (id, unit, family, level, title, document, date)
            else {
                continue;
            };
            let place = level_slot.place();
            if let Some(first) = claims.get(&id) {
                let what = Text::new("加减分编号", "the number of a claim");
                sink.push(row_duplicate(first.place.clone(), place, &what, &id, Severity::Error));
                continue;
            }
            let family = family_code(lists.words, family);
            claims.insert(id.clone(), Claim { id, unit, family, level, title, document, date, year, place });
        }
    }
    claims.into_values().collect()
}

/// The year of a row that is charged to this year's assessment; others are told and left out.
pub(super) fn charged_here(slot: &Slot<'_>, assessment: &Assessment, sink: &mut Sink) -> Option<i32> {
    let year = slot.year(sink)?;
    if year != assessment.year {
        sink.push_cell("R050", &slot.place(), || charged_elsewhere(&slot.spot(), assessment.year));
        return None;
    }
    Some(year)
}
