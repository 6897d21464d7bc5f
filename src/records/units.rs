//! 单位名册.

use std::collections::BTreeMap;

use super::cells::Slot;
use super::findings::{code_duplicate, group_unknown, row_duplicate, unit_change_unsettled, unit_unknown};
use super::headers::Grid;
use super::lists::{LeftOut, Lists};
use super::lookup::Lookup;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{Severity, Text};
use crate::facts::Unit;
use crate::terms::UnitCode;

/// Units by code, and the rows that were left out.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    sink: &mut Sink,
) -> (Vec<Unit>, Vec<LeftOut>) {
    let mut units: BTreeMap<UnitCode, Unit> = BTreeMap::new();
    let mut left_out = Vec::new();
    let mut successors = Vec::new();
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
            let day = |field: &str, sink: &mut Sink| {
                let slot = row.field(field);
                if slot.is_empty() { Some(None) } else { slot.day(sink).map(Some) }
            };
            let (from, to) = (day("from", sink), day("to", sink));
            let (Some(from), Some(to)) = (from, to) else {
                left_out.push(LeftOut { code: code.as_ref().into(), name: name.as_ref().into(), place });
                continue;
            };
            let (code, name, group) = (UnitCode::new(code), name.clone(), group.clone());
            let unit = Unit { code, name, group, from, to, successor: None, place };
            successors.push((unit.code.clone(), row.field("successor")));
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
    name_successors(&mut units, &left_out, successors, sink);
    for unit in units.values() {
        tell_change(unit, assessment, lists, sink);
    }
    (units.into_values().collect(), left_out)
}

/// Looks up into which unit another was merged, once all are known.
fn name_successors(
    units: &mut BTreeMap<UnitCode, Unit>,
    left_out: &[LeftOut],
    successors: Vec<(UnitCode, Slot<'_>)>,
    sink: &mut Sink,
) {
    let mut lookup = Lookup::new(None);
    for unit in units.values() {
        lookup.add(unit.code.as_str(), &unit.name, &[], Some(unit.code.clone()));
    }
    for row in left_out {
        lookup.add(&row.code, &row.name, &[], None);
    }
    for (code, slot) in successors.into_iter().filter(|(_, slot)| !slot.is_empty()) {
        let successor = lookup.named(&slot, "R010", unit_unknown, sink).cloned().flatten();
        if let Some(unit) = units.get_mut(&code) {
            unit.successor = successor;
        }
    }
}

/// A unit that did not exist all the time, where the scheme does not say what that means.
fn tell_change(unit: &Unit, assessment: &Assessment, lists: &Lists<'_>, sink: &mut Sink) {
    let late = unit.from.filter(|from| *from > assessment.from && *from <= assessment.to);
    let early = unit.to.filter(|to| *to < assessment.to);
    if (late.is_some() || early.is_some()) && !lists.words.unit_changes {
        sink.push(unit_change_unsettled(unit.place.clone(), &unit.name, late, early));
    }
}
