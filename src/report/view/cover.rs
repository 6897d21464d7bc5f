//! Title, status, key figures and footers.

use std::collections::BTreeSet;

use super::numbers::percent;
use super::words::Say;
use crate::exact::Exact;
use crate::results::Results;

/// What stands around every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Title of the assessment.
    pub title: String,
    /// From and to.
    pub period: String,
    /// 征求意见稿, 拟定, 审定.
    pub status: String,
    /// What that means.
    pub status_words: String,
    /// Status by its code, for the look alone.
    pub status_code: String,
    /// The date the pages bear.
    pub issued: String,
    /// Year, month, day of that date, if it is one.
    pub issued_ymd: Option<(u16, u8, u8)>,
    /// Title and code of the scheme.
    pub scheme: String,
    /// Digest of the scheme, whole.
    pub digest: String,
    /// Said when the data are invented.
    pub fictional: Option<String>,
    /// One line under a title: status, date, scheme.
    pub status_line: String,
    /// One line at the foot of a page.
    pub footer: String,
}

/// One of the numbers on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: u32,
    /// A word on it.
    pub note: String,
    /// Whether it calls for attention.
    pub alarm: bool,
}

pub(super) fn head(results: &Results, say: Say) -> Head {
    let (info, scheme) = (&results.assessment, &results.scheme);
    let (status, status_words) = say.status(&info.status);
    let fictional =
        info.fictional.then(|| say.of("虚构数据，仅供演示", "Invented data, for demonstration only").to_owned());
    let scheme_words = format!("{}{}", scheme.title, say.bracketed(&scheme.code));
    let mut line = vec![
        say.pair(say.of("状态", "Status"), &status),
        say.pair(say.of("制表日期", "Issued"), &info.issued),
        say.pair(say.of("考核办法", "Scheme"), &scheme.title),
    ];
    line.extend(fictional.clone());
    let digest: String = scheme.digest.chars().take(12).collect();
    let mut footer = vec![info.title.clone(), status.clone()];
    footer.extend(fictional.clone());
    footer.push(say.pair(say.of("办法摘要", "scheme digest"), &digest));
    Head {
        title: info.title.clone(),
        period: say.made(format!("{} 至 {}", info.from, info.to), format!("{} to {}", info.from, info.to)),
        status,
        status_words,
        status_code: info.status.clone(),
        issued: info.issued.clone(),
        issued_ymd: ymd(&info.issued),
        scheme: scheme_words,
        digest: scheme.digest.clone(),
        fictional,
        status_line: line.join("　"),
        footer: footer.join(" · "),
    }
}

fn ymd(date: &str) -> Option<(u16, u8, u8)> {
    let mut parts = date.split('-');
    let ymd = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(ymd)
}

/// How many units, how many with the best grade, vetoed and pending; then people.
pub(super) fn keys(results: &Results, say: Say) -> Vec<KeyFigure> {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let units = results.units.len();
    let mut keys = Vec::new();
    let groups: Vec<String> = results
        .scheme
        .groups
        .iter()
        .filter_map(|group| {
            let n = results.units.iter().filter(|unit| unit.group == group.code).count();
            (n > 0).then(|| say.made(format!("{}{n}", group.name), format!("{} {n}", group.name)))
        })
        .collect();
    keys.push(figure(say.of("参评单位", "Units"), count(units), say.list(&groups), false));
    if let Some(best) = results.scheme.unit_grades.first() {
        let n = results.units.iter().filter(|unit| unit.grade.as_ref() == Some(&best.grade)).count();
        let share = Exact::ratio(i64::from(count(n)), i64::from(count(units)));
        let note =
            share.map(|share| percent(&share)).map(|share| say.made(format!("占{share}"), format!("{share} of units")));
        keys.push(figure(&best.grade, count(n), note.unwrap_or_default(), false));
    }
    let (units_hit, people_hit) = struck(results);
    let note = say.made(format!("另有个人{people_hit}名"), format!("and {people_hit} people"));
    keys.push(figure(
        say.of("一票否决", "Vetoed"),
        count(units_hit),
        if people_hit > 0 { note } else { String::new() },
        units_hit > 0,
    ));
    let pending = results.units.iter().filter(|unit| unit.pending.is_some()).count();
    let people_pending = results.people.iter().filter(|person| person.pending.is_some()).count();
    let note = say.made(format!("另有个人{people_pending}名"), format!("and {people_pending} people"));
    let note = if people_pending > 0 { note } else { String::new() };
    keys.push(figure(say.of("待裁定单位", "Pending"), count(pending), note, pending > 0));
    if !results.people.is_empty() {
        let best = results.scheme.person_grades.first();
        let n =
            best.map(|best| (best, results.people.iter().filter(|p| p.grade.as_ref() == Some(&best.grade)).count()));
        let note = n.map(|(best, n)| say.made(format!("{}{n}", best.grade), format!("{n} {}", best.grade)));
        keys.push(figure(say.of("参评个人", "People"), count(results.people.len()), note.unwrap_or_default(), false));
    }
    keys
}

/// How many different units and people the vetoes hit.
pub(super) fn struck(results: &Results) -> (usize, usize) {
    let of = |whose: &str| {
        let hit = results.lists.vetoes.iter().filter(|entry| entry.whose == whose);
        hit.map(|entry| entry.subject.as_str()).collect::<BTreeSet<_>>().len()
    };
    (of("unit"), of("person"))
}

fn figure(label: &str, value: u32, note: String, alarm: bool) -> KeyFigure {
    KeyFigure { label: label.to_owned(), value, note, alarm }
}
