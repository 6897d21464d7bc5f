//! 满意度调查 and 案件统计.

use super::ballots::ticks;
use super::county::County;
use super::levels;
use super::random::{Draws, Stream};
use super::sheet::{sheet, title};
use super::yunshan::{self, PUBLIC};
use crate::forms::{FormCell, FormSheet};

/// 满意度调查 as exported: a row per answer.
pub(super) fn survey(county: &County) -> FormSheet {
    let mut rows = Vec::new();
    for unit in &county.units {
        for (channel, (_, name)) in PUBLIC.classes.iter().enumerate() {
            let mut draws = county.draws(Stream::Survey, &[unit.key, channel as u64]);
            for n in 0..levels::SURVEY_ANSWERS[channel] {
                let letter = if channel == 0 { "DH" } else { "WJ" };
                let number = format!("{letter}-{}-{:02}", unit.code, n + 1);
                let mut row = vec![FormCell::text(number), FormCell::text(&unit.name), FormCell::text(*name)];
                let no_view = levels::SURVEY_NO_VIEW;
                let marks = ticks(&mut draws, unit.level, levels::SURVEY_STEPS, no_view, PUBLIC.questions.len());
                let (blank, void) = (draws.chance(levels::BLANK), draws.chance(levels::VOID));
                row.extend(marks.into_iter().map(|mark| match PUBLIC.marks.get(mark) {
                    _ if void => FormCell::text(PUBLIC.void),
                    _ if blank => FormCell::Blank,
                    Some(name) => FormCell::text(*name),
                    None => FormCell::text(yunshan::NO_VIEW),
                }));
                rows.push(row);
            }
        }
    }
    let mut headers = vec!["问卷编号", "单位", "渠道"];
    headers.extend(PUBLIC.questions);
    sheet("导出", title(county.year, "群众满意度调查数据导出"), &headers, rows)
}

/// 案件统计: the county in this year and the last, and the units in this year.
pub(super) fn cases(county: &County) -> Vec<FormSheet> {
    let years = [county.year - 1, county.year];
    let whole = years.map(|year| {
        let mut row = vec![FormCell::number(year)];
        row.extend(county_cases(county, year).map(FormCell::number));
        row
    });
    let mut headers = vec!["年度"];
    headers.extend(yunshan::COUNTY_CASES);
    let first = sheet("全县", title(county.year, "信访案件统计表（全县）"), &headers, whole.to_vec());
    let mut headers = vec!["单位", "年度"];
    headers.extend(yunshan::UNIT_CASES);
    let rows = county.units.iter().map(|unit| {
        let mut draws = county.draws(Stream::Cases, &[unit.key]);
        let mut row = vec![FormCell::text(&unit.name), FormCell::number(county.year)];
        for (rare, most) in [(40, 22), (180, 7)] {
            let n = if draws.chance(rare) { 0 } else { 1 + draws.below(most) };
            let in_time =
                (0..n).filter(|_| draws.chance((unit.level + levels::IN_TIME.0).min(levels::IN_TIME.1))).count();
            row.extend([FormCell::number(n), FormCell::number(in_time)]);
        }
        row
    });
    let second = sheet("分单位", title(county.year, "信访线索办理情况统计表（分单位）"), &headers, rows.collect());
    vec![first, second]
}

/// The county's statistics of any year: growing, and the same in whichever year's sheet they are printed.
fn county_cases(county: &County, year: i32) -> [u32; 5] {
    let mut draws = Draws::of(Stream::County, &[county.seed, u64::from(year.unsigned_abs())]);
    let units = u32::try_from(county.units.len()).unwrap_or(u32::MAX).min(100_000);
    let growth = u32::try_from((year - 2010).clamp(0, 40)).unwrap_or(0);
    let tip_offs = units * (300 + 25 * growth + draws.below(15)) / 100;
    let prechecks = tip_offs * (34 + draws.below(4)) / 100;
    let opened = prechecks * (52 + growth + draws.below(4)) / 100;
    let closed = opened * (94 + draws.below(5)) / 100;
    [tip_offs, prechecks, opened, closed, closed + closed * draws.below(12) / 100]
}
