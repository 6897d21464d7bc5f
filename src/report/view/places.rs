//! Places of the quotas as figures: one of units, one of people.

use std::collections::{BTreeMap, BTreeSet};

use super::moves::{part_key, part_words, parts};
use super::names::Names;
use super::numbers::two_places;
use super::plots::{PlacePlot, PlaceRow, Plot};
use super::{Block, titles};
use crate::results::{QuotaEntry, Results};

/// How many pools one figure holds.
const MOST: usize = 16;

/// The figures; the table of all places stands beside them.
pub(super) fn blocks(results: &Results, names: &Names, plots: &mut BTreeMap<String, Plot>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for whose in ["unit", "person"] {
        let entries: Vec<&QuotaEntry> = results.lists.quotas.iter().filter(|entry| entry.whose == whose).collect();
        if !entries.is_empty() {
            blocks.extend(of(names, whose, &entries, plots));
        }
    }
    blocks
}

fn of(names: &Names, whose: &str, entries: &[&QuotaEntry], plots: &mut BTreeMap<String, Plot>) -> Vec<Block> {
    let say = names.say;
    let grades: BTreeSet<&str> = entries.iter().map(|entry| entry.grade.as_str()).collect();
    let rows: Vec<PlaceRow> = entries.iter().map(|entry| row(names, entry, grades.len() > 1)).collect();
    let grade = if grades.len() == 1 { entries[0].grade.clone() } else { say.of("各等次", "the grades").to_owned() };
    let title = titles::places(say, &grade, &rows, whose == "person");
    let of_whom = say.whose(whose);
    let sentence = rows.iter().map(|row| say.pair(&row.label, &row.told)).collect::<Vec<_>>();
    let sentence = format!("{}{}", sentence.join(say.of("；", "; ")), say.of("。", "."));
    let all = parts(&rows, MOST);
    let n = all.len();
    let mut blocks = Vec::new();
    for (i, rows) in all.into_iter().enumerate() {
        let part = part_words(say, i, n);
        let subtitle = say.made(
            format!("{of_whom}{grade}名额的使用情况，按名额范围；竖线为名额数{part}"),
            format!("Use of the places of {grade} ({of_whom}) by pool; the stroke is the number of places{part}"),
        );
        let title =
            if i == 0 { title.clone() } else { say.made(format!("{of_whom}名额{part}"), format!("Places{part}")) };
        let key = part_key(&format!("quotas-{whose}"), i);
        let frame = names.frame(title, subtitle, sentence.clone());
        plots.insert(key.clone(), Plot::Places(PlacePlot { frame, rows: rows.to_vec() }));
        blocks.push(Block {
            plot: Some(key),
            caption: of_whom.clone(),
            sentence: if i == 0 { sentence.clone() } else { String::new() },
            sentences: Vec::new(),
            table: None,
            folded: false,
            aside: false,
        });
    }
    blocks
}

fn row(names: &Names, entry: &QuotaEntry, several: bool) -> PlaceRow {
    let say = names.say;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let borrowed = count(entry.borrowed.len());
    let placed = count(entry.placed.len()).saturating_sub(borrowed);
    let (tied, lost) = (count(entry.tied.len()), count(entry.lost.len()));
    let empty = entry.places.saturating_sub(placed).saturating_sub(entry.lent).saturating_sub(tied);
    let pool = names.pool(&entry.pool);
    let label =
        if several { say.made(format!("{pool}·{}", entry.grade), format!("{pool}, {}", entry.grade)) } else { pool };
    let share = match entry.theoretical.decimal_places() {
        Some(0) => String::new(),
        Some(places) if places <= 2 => {
            let share = entry.theoretical.plain();
            say.bracketed(&say.made(format!("理论{share}"), format!("share {share}")))
        }
        _ => {
            let share = two_places(&entry.theoretical).shown;
            say.bracketed(&say.made(format!("理论约{share}"), format!("share ≈{share}")))
        }
    };
    let mut told = vec![
        say.made(format!("基数{}", entry.base), format!("base {}", entry.base)),
        say.made(format!("名额{}{share}", entry.places), format!("{} places{share}", entry.places)),
        say.made(format!("列入{placed}"), format!("{placed} placed")),
    ];
    for (n, zh, en) in [
        (borrowed, "借用名额列入", "on borrowed places"),
        (tied, "并列待裁定", "tied"),
        (empty, "空余", "empty"),
        (entry.lent, "借出", "lent"),
        (lost, "达线未列入", "without a place"),
    ] {
        if n > 0 {
            told.push(say.made(format!("{zh}{n}"), format!("{n} {en}")));
        }
    }
    PlaceRow {
        label,
        told: told.join(say.of("，", ", ")),
        places: entry.places,
        placed,
        borrowed,
        tied,
        empty,
        lent: entry.lent,
        lost,
    }
}
