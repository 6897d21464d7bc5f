//! 处分: a row per sanction, or per investigation under way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Slot, folded};
use super::findings::{row_duplicate, sanction_unknown, state_unknown};
use super::headers::Grid;
use super::lists::{Lists, Roster};
use super::sink::Sink;
use crate::diag::{Severity, Text};
use crate::facts::{Sanction, SanctionState};

/// Sanctions by number, whatever their year.
pub(super) fn read(grids: &[Grid<'_>], lists: &Lists<'_>, roster: &Roster, sink: &mut Sink) -> Vec<Sanction> {
    let mut sanctions: BTreeMap<Arc<str>, Sanction> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let id = row.field("id").required_shared(sink);
            let unit_slot = row.field("unit");
            let unit = match unit_slot.is_empty() {
                true => Some(None),
                false => roster.unit(&unit_slot, sink).map(Some),
            };
            let person = roster.person(&row.field("person"), unit.as_ref().and_then(Option::as_ref), sink);
            let kind_slot = row.field("kind");
            let kind = lists.sanctions.named(&kind_slot, "R080", sanction_unknown, sink).cloned();
            let decided = row.field("decided").day(sink);
            let related_slot = row.field("duty_related");
            let duty_related = match related_slot.is_empty() {
                true => Some(None),
                false => related_slot.yes_no(grid.layout, sink).map(Some),
            };
            let document = row.field("document").optional(sink).unwrap_or_default();
            let until_slot = row.field("effect_to");
            let effect_to = match until_slot.is_empty() {
                true => Some(None),
                false => until_slot.day(sink).map(Some),
            };
            let state = state(&row.field("state"), sink);
            let (Some(id), Some(person), Some(kind), Some(decided)) = (id, person, kind, decided) else { continue };
            let (Some(unit), Some(duty_related), Some(effect_to), Some(state)) = (unit, duty_related, effect_to, state)
            else {
                continue;
            };
            let place = kind_slot.place();
            if let Some(first) = sanctions.get(&id) {
                let what = Text::new("处分编号", "the number of a sanction");
                sink.push(row_duplicate(first.place.clone(), place, &what, &id, Severity::Error));
                continue;
            }
            let document = (*document).into();
            let sanction = Sanction {
                id: id.clone(),
                person,
                kind,
                decided,
                unit,
                duty_related,
                document,
                effect_to,
                state,
                place,
            };
            sanctions.insert(id, sanction);
        }
    }
    sanctions.into_values().collect()
}

/// 在办, 已决 or 撤销; an empty cell is a decision.
fn state(slot: &Slot<'_>, sink: &mut Sink) -> Option<SanctionState> {
    if slot.is_fault(sink) {
        return None;
    }
    let Some(text) = slot.text() else { return Some(SanctionState::Decided) };
    let state = match &*folded(&text) {
        "在办" | "立案" | "审查" | "调查" | "尚未结案" | "未结案" => Some(SanctionState::UnderWay),
        "已决" | "已决定" | "决定" | "已处分" => Some(SanctionState::Decided),
        "撤销" | "已撤销" | "解除" | "不予处分" | "销案" | "已结案" => Some(SanctionState::Revoked),
        _ => None,
    };
    if state.is_none() {
        sink.push_cell("R081", &slot.place(), || state_unknown(&slot.spot()));
    }
    state
}
