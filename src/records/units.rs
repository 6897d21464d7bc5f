//! 单位名册.

use std::collections::BTreeMap;

use super::findings::{code_duplicate, group_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{LeftOut, Lists};
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::facts::Unit;
use crate::terms::UnitCode;

/// Units by code, and the rows that were left out.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, sink: &mut Sink) -> (Vec<Unit>, Vec<LeftOut>) {
    let mut units: BTreeMap<UnitCode, Unit> = BTreeMap::new();
    let mut left_out = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let code = row.field("code").required(sink);
            let name = row.field("name").required_shared(sink);
            let group = lists.groups.named(&row.field("group"), "R030", group_unknown, sink);
            let place = row.field("code").place();
            let (Some(code), Some(name), Some(group)) = (&code, &name, group) else {
                let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
                left_out.push(LeftOut { code: text(code.as_deref()), name: text(name.as_deref()), place });
                continue;
            };
            let unit = Unit { code: UnitCode::new(code), name: name.clone(), group: group.clone(), place };
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
    (units.into_values().collect(), left_out)
}
