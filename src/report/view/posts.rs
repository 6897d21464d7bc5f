//! Leaders by post: how the totals of each role are spread.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Names, total_number};
use super::numbers::two_places;
use super::plots::{Line, Plot, StripDot, StripPlot, StripRow};
use super::table::{Cell, Column, Kind, Number, Table};
use super::{Block, titles};
use crate::exact::Exact;
use crate::results::{Results, SubjectResult};

/// Chart, sentence and table; nothing where nobody has a total that may be shown.
pub(super) fn block(
    results: &Results,
    names: &Names,
    roles: &[(String, Vec<&SubjectResult>)],
    plots: &mut BTreeMap<String, Plot>,
) -> Option<Block> {
    let say = names.say;
    let struck: BTreeSet<&str> = results
        .lists
        .vetoes
        .iter()
        .filter(|entry| entry.whose == "person")
        .map(|entry| entry.subject.as_str())
        .collect();
    let strips: Vec<(String, StripRow)> =
        roles.iter().map(|(name, people)| (name.clone(), strip(names, name, people, &struck))).collect();
    let dots = || strips.iter().flat_map(|(_, strip)| &strip.dots);
    let n = dots().count();
    if n < 2 {
        return None;
    }
    let title = titles::strips(say, &strips, say.of("各类人员得分分布", "Totals by role"));
    let subtitle = say.made(
        format!("个人总分，{n}人，按角色；标出每类的最高和最低"),
        format!("Totals of {n} people by role; the highest and the lowest of each are named"),
    );
    let told: Vec<String> = strips
        .iter()
        .filter_map(|(name, strip)| {
            let middle = strip.middle.as_ref()?;
            Some(say.made(
                format!("{name}{}人，中位数{}分", strip.dots.len(), middle.shown),
                format!("{name}: {} people, median {}", strip.dots.len(), middle.shown),
            ))
        })
        .collect();
    let sentence = format!("{}{}", told.join(say.of("；", "; ")), say.of("。", "."));
    let columns = vec![
        Column::new(say.of("角色", "Role"), Kind::Text),
        Column::new(say.of("人数", "People"), Kind::Number),
        Column::new(say.of("最低", "Lowest"), Kind::Number),
        Column::new(say.of("中位数", "Median"), Kind::Number),
        Column::new(say.of("最高", "Highest"), Kind::Number),
    ];
    let rows = strips.iter().map(|(name, strip)| {
        let cell = |value: Option<&Number>| value.map_or(Cell::Empty, |value| Cell::Number(value.clone()));
        vec![
            Cell::text(name.clone()),
            Cell::Count(u32::try_from(strip.dots.len()).unwrap_or(u32::MAX)),
            cell(strip.dots.first().map(|dot| &dot.total)),
            cell(strip.middle.as_ref()),
            cell(strip.dots.last().map(|dot| &dot.total)),
        ]
    });
    let table = Table { columns, rows: rows.collect(), when_empty: String::new() };
    let (least, most) = (dots().map(|dot| &dot.total.exact).min(), dots().map(|dot| &dot.total.exact).max());
    let inside = |at: &Exact| least.is_some_and(|least| at >= least) && most.is_some_and(|most| at <= most);
    let lines = results.scheme.person_grades.iter().filter_map(|info| {
        let at = info.from.clone().filter(inside)?;
        Some(Line { label: info.grade.clone(), at: Number { shown: at.plain(), exact: at } })
    });
    let lines = lines.collect();
    let strips: Vec<StripRow> = strips.iter().map(|(_, strip)| strip.clone()).filter(|s| !s.dots.is_empty()).collect();
    let frame = names.frame(title, subtitle, sentence.clone());
    plots.insert("posts".to_owned(), Plot::Strips(StripPlot { frame, strips, lines }));
    Some(Block {
        plot: Some("posts".to_owned()),
        caption: String::new(),
        sentence,
        sentences: Vec::new(),
        table: Some(table),
        folded: true,
        aside: false,
    })
}

/// The people of one role from the lowest total to the highest.
fn strip(names: &Names, name: &str, people: &[&SubjectResult], struck: &BTreeSet<&str>) -> StripRow {
    let dot = |person: &&SubjectResult| {
        let vetoed = struck.contains(person.code.as_str());
        Some((person.code.clone(), StripDot { total: total_number(person)?, label: None, vetoed }))
    };
    let mut dots: Vec<(String, StripDot)> = people.iter().filter_map(dot).collect();
    dots.sort_by(|(a, left), (b, right)| left.total.exact.cmp(&right.total.exact).then(a.cmp(b)));
    let last = dots.len().saturating_sub(1);
    for (i, (code, dot)) in dots.iter_mut().enumerate() {
        dot.label = (i == 0 || i == last).then(|| names.person_name(code));
    }
    let dots: Vec<StripDot> = dots.into_iter().map(|(_, dot)| dot).collect();
    let label = names.say.made(format!("{name}（{}人）", dots.len()), format!("{name} (n={})", dots.len()));
    StripRow { label, middle: middle(&dots), dots }
}

/// The middle total as it is printed, or halfway between the two in the middle to two places.
fn middle(dots: &[StripDot]) -> Option<Number> {
    let upper = dots.get(dots.len() / 2)?;
    if dots.len() % 2 == 1 {
        return Some(upper.total.clone());
    }
    let lower = dots.get((dots.len() / 2).checked_sub(1)?)?;
    let half = Exact::ratio(1, 2)?;
    Some(two_places(&(&(&lower.total.exact + &upper.total.exact) * &half)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_halfway() {
        let dots = |totals: &[&str]| -> Vec<StripDot> {
            let number = |text: &&str| Number { exact: text.parse().unwrap(), shown: (*text).to_owned() };
            totals.iter().map(|text| StripDot { total: number(text), label: None, vetoed: false }).collect()
        };
        let of = |totals: &[&str]| middle(&dots(totals)).map(|number| number.shown);
        assert_eq!(of(&["80.00", "85.50", "91.25"]).as_deref(), Some("85.50"));
        assert_eq!(of(&["80.00", "85.50", "91.25", "95.00"]).as_deref(), Some("88.38"), "88.375, half up");
        assert_eq!(of(&[]), None);
    }
}
