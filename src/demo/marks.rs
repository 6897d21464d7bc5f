//! 检查评分 by inspection group, and 履责台账.

use chrono::{Days, NaiveDate};

use super::county::{County, PlannedUnit, day_of};
use super::levels;
use super::names;
use super::random::{Draws, Stream};
use super::sheet::{sheet, tenths, title, words};
use super::yunshan;
use crate::forms::{FormCell, FormSheet};

/// How much better the first of the departments at the edge is inspected, in tenths: 2.5 points of inspection, which the
/// weight of 0.60 makes 1.5 points of the total. The other one has honours of 1.5.
const EDGE_EXTRA: [i32; 2] = [15, 10];

/// A workbook per inspection group, in order, with a sheet per period.
pub(super) fn books(county: &County) -> Vec<(String, Vec<FormSheet>)> {
    let n_groups = county.units.len().div_ceil(levels::UNITS_OF_A_GROUP);
    let book = |group: usize| {
        let name = format!("第{}检查组", names::numeral(group + 1));
        let sheets = (0..yunshan::PERIODS.len()).map(|period| group_sheet(county, group, &name, period)).collect();
        (format!("raw/检查评分/{name}.xlsx"), sheets)
    };
    (0..n_groups).map(book).collect()
}

fn group_sheet(county: &County, group: usize, name: &str, period: usize) -> FormSheet {
    let period_name = yunshan::PERIODS[period].1;
    let inspectors = inspectors(county.seed, group);
    let mut rows = Vec::new();
    for (index, unit) in county.units.iter().enumerate().filter(|(_, unit)| unit.group == group) {
        let facts = Facts::of(county, index, unit, period);
        let mut draws = county.draws(Stream::Marks, &[unit.key, period as u64]);
        let target = 2 * unit.level - 1000 + draws.spread(6);
        let extra = if county.cast.chain_tie.is_some_and(|pair| pair[0] == index) { EDGE_EXTRA } else { [0, 0] };
        for (place, inspector) in inspectors.iter().enumerate() {
            let mut panel = [0, 1].map(|item| {
                let share = target + draws.spread(levels::INSPECTOR_SPREAD);
                let share = share.clamp(levels::MARK_RANGE.0, levels::MARK_RANGE.1);
                tenths((yunshan::PANEL_FULL[item] * share + 500) / 1000 + extra[item])
            });
            let mut row = vec![FormCell::text(&unit.name), FormCell::text(inspector)];
            let (j3, j4) = (std::mem::take(&mut panel[0]), std::mem::take(&mut panel[1]));
            if place == 0 {
                row.push(words(facts.letter));
                row.extend([j3, j4, FormCell::Date(facts.report), FormCell::number(facts.notices)]);
                row.extend([FormCell::number(facts.talks), words(facts.lecture), words(&facts.note)]);
            } else {
                row.extend([FormCell::Blank, j3, j4]);
                row.extend(std::iter::repeat_n(FormCell::Blank, 5));
            }
            rows.push(row);
        }
    }
    let items = yunshan::MARK_ITEMS.map(|(code, item)| format!("{code} {item}"));
    let mut headers = vec!["单位", "检查人"];
    headers.extend(items.iter().map(String::as_str));
    headers.push("扣分说明");
    let what = format!("云山县{}年度党风廉政建设责任制检查评分表（{name}·{period_name}）（虚构）", county.year);
    let mut made = sheet(&format!("{period_name}检查"), what, &headers, rows);
    made.notes
        .push("每个单位第一行由组长填写，J2、J5、J6、J7.1、J7.2 只填这一行；J3、J4 由检查组成员各自评分。".to_owned());
    made
}

/// The names of a group's inspectors, head first, no two alike.
fn inspectors(seed: u64, group: usize) -> Vec<String> {
    let mut draws = Draws::of(Stream::Inspector, &[seed, group as u64]);
    let n = levels::INSPECTORS[group % 2];
    let mut found: Vec<String> = Vec::new();
    while found.len() < n {
        let name = names::person(&mut draws);
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// What the head of the group finds in a unit in one period.
struct Facts {
    letter: &'static str,
    report: NaiveDate,
    notices: u32,
    talks: u32,
    lecture: &'static str,
    note: String,
}

impl Facts {
    fn of(county: &County, index: usize, unit: &PlannedUnit, period: usize) -> Self {
        let mut draws = county.draws(Stream::Facts, &[unit.key, period as u64]);
        let short = (levels::NOTHING_MISSING - unit.level).max(0);
        let letter = !draws.chance((short - 90) * 4);
        let lecture = !draws.chance((short - 50) * 3);
        let notices = u32::from(draws.chance(short * 4)) + u32::from(draws.chance(short * 3));
        let talks = if draws.chance(short * 4) { 2 } else { 3 + draws.below(2) };
        let (month, day) = yunshan::DUE[period];
        let due = day_of(county.year, month, day);
        let early = Days::new(u64::from(1 + draws.below(14)));
        let late = county.cast.late == Some(index) && period == 1;
        let report = if late { due + Days::new(3) } else { due - early };
        let mut notes = Vec::new();
        if !letter {
            notes.push("责任书未逐级签订".to_owned());
        }
        if late {
            notes.push("述责述廉报告逾期报送".to_owned());
        }
        if notices > 0 {
            notes.push(format!("收到整改督办函{notices}次"));
        }
        if talks < 3 {
            notes.push("约谈次数不足".to_owned());
        }
        if !lecture {
            notes.push("未讲廉政党课".to_owned());
        }
        let yes = |done: bool| if done { "有" } else { "无" };
        let letter = if county.cast.not_applicable == Some(index) { "不适用" } else { yes(letter) };
        Self { letter, report, notices, talks, lecture: yes(lecture), note: notes.join("；") }
    }
}

/// 履责台账: dated actions of item J1.
pub(super) fn ledger(county: &County) -> FormSheet {
    let mut rows = Vec::new();
    for unit in &county.units {
        for period in 0..2 {
            let mut draws = county.draws(Stream::Ledger, &[unit.key, period]);
            let short = (levels::NOTHING_MISSING - 15 - unit.level).max(0);
            let n = if draws.chance(short * 3) { 1 } else { 2 + draws.below(2) };
            let first_month = if period == 0 { 1 } else { 7 };
            let mut days: Vec<NaiveDate> =
                (0..n).map(|_| county.day(first_month + draws.below(6), 1 + draws.below(28))).collect();
            days.sort();
            for day in days {
                let what = names::ACTIONS[draws.place_in(&names::ACTIONS)];
                let evidence = format!("会议记录{}号", 1 + draws.below(60));
                rows.push(vec![
                    FormCell::text(&unit.name),
                    FormCell::text(yunshan::LEDGER_ITEM.0),
                    FormCell::Date(day),
                    FormCell::text(what),
                    FormCell::text(evidence),
                ]);
            }
        }
    }
    let headers = ["单位", "项目", "日期", "内容", "佐证材料"];
    sheet("履责台账", title(county.year, "党风廉政建设履责台账"), &headers, rows)
}
