//! A table of occurrences: every row that fits counts.

use super::{Facts, Of};
use crate::exact::Exact;
use crate::facts::Occurrence;
use crate::scheme::worth::{Item, OccurrenceRow, RowPoints, Traits};
use crate::scores::calc::Calc;
use crate::scores::measures::occurrence;
use crate::scores::points;
use crate::scores::trace::Evidence;

/// Base and the points of every row for every occurrence that fits it; a row stops at its own most.
///
/// A unit without any occurrence has the base: nothing happened.
pub(super) fn table(
    item: &Item,
    base: &Exact,
    rows: &[OccurrenceRow],
    of: &Of<'_>,
    evidence: &mut Vec<Evidence>,
) -> Facts {
    let all = of.tally.occurrences.get(&of.unit.code).map_or(&[][..], Vec::as_slice);
    let own = |row: &&Occurrence| row.item.as_ref() == Some(&item.code) && row.period == *of.period;
    let own: Vec<&Occurrence> = all.iter().filter(own).collect();
    if of.traced {
        evidence.extend(own.iter().map(|row| occurrence(row)));
    }
    let mut value = base.clone();
    let mut said = Vec::new();
    let mut sum_of = vec![Calc::rule(&item.rule, "base", base)];
    for (row, n) in rows.iter().zip(1_u32..) {
        let fits: Vec<&&Occurrence> = own.iter().filter(|occurrence| matches(&row.traits, occurrence)).collect();
        if fits.is_empty() {
            continue;
        }
        let each = fits.iter().map(|occurrence| {
            let points = match &row.points {
                RowPoints::Each(points) => points.clone(),
                RowPoints::Given(..) => occurrence.points.clone().unwrap_or_default(),
            };
            points::occurrence(&points, occurrence.count, occurrence.sharers).unwrap_or_default()
        });
        let sum: Exact = each.sum();
        let kept = match &row.at_most {
            Some(most) if sum.abs() > *most => {
                if sum.is_negative() {
                    -most
                } else {
                    most.clone()
                }
            }
            _ => sum.clone(),
        };
        if of.traced {
            sum_of.push(Calc::fact(format!("row:{n}"), &kept));
            said.push(row_said(row, &fits, &sum, &kept));
        }
        value += &kept;
    }
    let said = of.say(|| {
        if said.is_empty() {
            return (format!("没有登记事项，得 {base}"), format!("nothing happened: {base}"));
        }
        let (zh, en): (Vec<String>, Vec<String>) = said.into_iter().unzip();
        let total = value.about();
        (
            format!("{base} 分起；{}；合计 {total}", zh.join("；")),
            format!("from {base}; {}; {total} in all", en.join("; ")),
        )
    });
    let calc = of.calc(|| Calc::sum(sum_of));
    Facts::of(value, u32::try_from(own.len()).unwrap_or(u32::MAX), said).by(calc)
}

fn matches(traits: &Traits, occurrence: &Occurrence) -> bool {
    let own = [&traits.kind, &traits.level, &traits.found_by];
    let other = [&occurrence.kind, &occurrence.level, &occurrence.found_by];
    own.iter().zip(other).all(|(own, other)| own.as_deref().is_none_or(|own| other.as_deref() == Some(own)))
}

/// 集体访·到县 2 件 × (−4) = −8.
fn row_said(row: &OccurrenceRow, fits: &[&&Occurrence], sum: &Exact, kept: &Exact) -> (String, String) {
    let traits = [&row.traits.kind, &row.traits.level, &row.traits.found_by];
    let name = traits.into_iter().flatten().cloned().collect::<Vec<_>>().join("·");
    let name = if name.is_empty() { ("每件".to_owned(), "any".to_owned()) } else { (name.clone(), name) };
    let n: u64 = fits.iter().map(|occurrence| u64::from(occurrence.count)).sum();
    let shared = fits.iter().any(|occurrence| occurrence.sharers > 1);
    let (formula_zh, formula_en) = match &row.points {
        RowPoints::Each(points) if !shared => (format!("{n} 件 × ({points})"), format!("{n} × ({points})")),
        RowPoints::Each(points) => {
            let each = fits.iter().map(|occurrence| {
                let times = if occurrence.count > 1 { format!(" × {}", occurrence.count) } else { String::new() };
                let by = if occurrence.sharers > 1 { format!(" ÷ {}", occurrence.sharers) } else { String::new() };
                format!("{points}{times}{by}")
            });
            let each = each.collect::<Vec<_>>().join(" + ");
            (each.clone(), each)
        }
        RowPoints::Given(..) => {
            let each = fits.iter().map(|occurrence| {
                let points = occurrence.points.clone().unwrap_or_default();
                let why = occurrence.note.as_deref().unwrap_or_default();
                format!("{points}（{why}）")
            });
            let each = each.collect::<Vec<_>>().join(" + ");
            (format!("酌情 {each}"), format!("set by a person {each}"))
        }
    };
    let (sum_shown, kept_shown) = (sum.about(), kept.about());
    let (zh, en) = if kept == sum {
        (String::new(), String::new())
    } else {
        (format!("，限 {kept_shown}"), format!(", held to {kept_shown}"))
    };
    (format!("{} {formula_zh} = {sum_shown}{zh}", name.0), format!("{} {formula_en} = {sum_shown}{en}", name.1))
}
