//! 单位名册.

use std::collections::BTreeMap;

use super::findings::{code_duplicate, group_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::Lists;
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::facts::Unit;
use crate::terms::UnitCode;

/// Units by code.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, sink: &mut Sink) -> Vec<Unit> {
    let mut units: BTreeMap<UnitCode, Unit> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let code = row.field("code").required(sink);
            let name = row.field("name").required_shared(sink);
            let group = lists.groups.named(&row.field("group"), "R030", group_unknown, sink);
            let (Some(code), Some(name), Some(group)) = (code, name, group) else { continue };
            let unit =
                Unit { code: UnitCode::new(&code), name, group: group.clone(), place: row.field("code").place() };
            match units.get(&unit.code) {
                None => {
                    units.insert(unit.code.clone(), unit);
                }
                Some(first) if (&first.name, &first.group) == (&unit.name, &unit.group) => {
                    let what = Text::new("名册行", "a row of the roster");
                    let (first, second) = (first.place.clone(), unit.place);
                    sink.push(row_duplicate(first, second, &what, unit.code.as_str(), Severity::Warning));
                }
                Some(first) => {
                    let names = (&*first.name, &*unit.name);
                    sink.push(code_duplicate(first.place.clone(), unit.place, unit.code.as_str(), names));
                }
            }
        }
    }
    units.into_values().collect()
}
