//! What only the whole can tell: units without marks, units without a principal.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::findings::{principal_missing, unit_without_marks};
use super::lists::Lists;
use super::rows::Records;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::facts::Unit;
use crate::scheme::words::{FactTable, PeriodWords, RoleKind};

/// Tells units that marks or a principal are missing for.
pub(super) fn check(
    records: &Records,
    assessment: &Assessment,
    lists: &Lists<'_>,
    has_marks_table: bool,
    sink: &mut Sink,
) {
    let marked: BTreeSet<_> = records.marks.iter().map(|mark| (&mark.period, &mark.unit)).collect();
    let inspected =
        |period| lists.words.items.iter().any(|item| item.table == FactTable::Marks && item.periods.contains(period));
    for period in lists.words.periods.iter().filter(|period| inspected(&period.code)) {
        let without: Vec<_> = existing(&records.units, period, assessment)
            .filter(|unit| !marked.contains(&(&period.code, &unit.code)))
            .collect();
        if without.len() == records.units.len() && !without.is_empty() {
            // Nobody has any: one finding says so.
            let place = assessment.tables.first().map(|source| source.place.clone());
            if let Some(place) = place.or_else(|| without.first().map(|unit| unit.place.clone())) {
                sink.push_always(unit_without_marks(place, "全部单位", &period.name));
            }
        } else if has_marks_table {
            for unit in without {
                sink.push_always(unit_without_marks(unit.place.clone(), &unit.name, &period.name));
            }
        }
    }
    let has_principals = lists.words.roles.iter().any(|role| role.kind == RoleKind::Principal);
    if !has_principals || records.people.is_empty() {
        return;
    }
    let posts = records.people.iter().flat_map(|person| &person.posts);
    let on_last_day = posts.filter(|post| post.from <= assessment.to && post.to.is_none_or(|to| to >= assessment.to));
    let led: BTreeSet<_> = on_last_day.filter(|post| post.kind == RoleKind::Principal).map(|post| &post.unit).collect();
    let lasts = |unit: &&Unit| unit.to.is_none_or(|to| to >= assessment.to);
    for unit in records.units.iter().filter(lasts).filter(|unit| !led.contains(&unit.code)) {
        sink.push_always(principal_missing(unit.place.clone(), &unit.name, &assessment.to.to_string()));
    }
}

/// Units that existed on some day of a period.
fn existing<'r>(
    units: &'r [Unit],
    period: &PeriodWords,
    assessment: &Assessment,
) -> impl Iterator<Item = &'r Unit> + use<'r> {
    let day = |(month, day): (u32, u32)| NaiveDate::from_ymd_opt(assessment.year, month, day);
    let (from, to) = (day(period.from), day(period.to));
    units.iter().filter(move |unit| unit.exists_between(from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX)))
}
