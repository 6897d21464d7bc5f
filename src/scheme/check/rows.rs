//! Rules with rows of their own: occurrences, words with points, and the self-mark against the panel's.

use super::Check;
use super::lines::within_full;
use super::polls::trimmed;
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::findings::name_ambiguous;
use crate::scheme::load::Entry;
use crate::scheme::raw::{Quoted, RawItem, RawMarkWord, RawOccurrenceRow, WordOr};
use crate::scheme::words::{GivenRow, Named, OccurrenceWords};
use crate::scheme::worth::{BeyondGap, GapReached, OccurrenceRow, Panel, Points, RowPoints, Traits, WithinGap};

pub(super) fn occurrences(check: &mut Check<'_>, entry: &Entry<RawItem>) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let base = check.need(spot, "base", &raw.base).map(|base| base.0).unwrap_or_default();
    check.need_rows(spot, "rows", &raw.rows);
    let rows = raw.rows.iter().map(|row| occurrence_row(check, entry, row)).collect();
    Points::Occurrences { base, rows }
}

fn occurrence_row(check: &mut Check<'_>, entry: &Entry<RawItem>, row: &RawOccurrenceRow) -> OccurrenceRow {
    let spot = &entry.spot;
    let word = |word: &Option<String>| word.as_deref().map(str::trim).map(str::to_owned);
    let traits = Traits { kind: word(&row.kind), level: word(&row.level), found_by: word(&row.found_by) };
    let points = match &row.points {
        WordOr::At(points) => {
            if row.least.is_some() || row.most.is_some() {
                let (zh, en) = ("least、most 只用于 points = \"given\"", "least and most go with points = \"given\"");
                check.out_of_range(spot, "rows", &points.to_string(), zh, en);
            }
            RowPoints::Each(points.clone())
        }
        WordOr::Word(word) => {
            if word != "given" {
                check.out_of_range(spot, "rows", word, "given 或加引号的准确数", "given, or an exact number in quotes");
            }
            for (key, bound) in [("least", &row.least), ("most", &row.most)] {
                if bound.is_none() {
                    check.ask(spot, key);
                }
            }
            let bound = |bound: &Option<Quoted>| bound.as_ref().map(|bound| bound.0.clone());
            let (least, most) = (bound(&row.least).unwrap_or_default(), bound(&row.most).unwrap_or_default());
            if least > most {
                check.out_of_range(
                    spot,
                    "rows",
                    &format!("{least} … {most}"),
                    "least 不高于 most",
                    "least not above most",
                );
            }
            RowPoints::Given(least, most)
        }
    };
    let at_most = row.at_most.as_ref().map(|most| most.0.clone());
    if let Some(most) = at_most.as_ref().filter(|most| most.is_negative()) {
        check.out_of_range(spot, "rows", &most.to_string(), "不小于 0（不带正负号）", "not below 0, without sign");
    }
    OccurrenceRow { traits, points, at_most }
}

/// What the rows of 事项登记 may say of an item: a trait that some row leaves open is free.
pub(super) fn occurrence_words(rows: &[OccurrenceRow]) -> OccurrenceWords {
    let words = |of: fn(&Traits) -> &Option<String>| {
        let all: Option<Vec<String>> = rows.iter().map(|row| of(&row.traits).clone()).collect();
        let mut all = all.unwrap_or_default();
        all.sort();
        all.dedup();
        all
    };
    let given = rows.iter().filter_map(|row| match &row.points {
        RowPoints::Given(least, most) => {
            let traits = row.traits.clone();
            let traits = [traits.kind, traits.level, traits.found_by];
            Some(GivenRow { traits, least: least.clone(), most: most.clone() })
        }
        RowPoints::Each(_) => None,
    });
    OccurrenceWords {
        kinds: words(|traits| &traits.kind),
        levels: words(|traits| &traits.level),
        found_by: words(|traits| &traits.found_by),
        given: given.collect(),
    }
}

pub(super) fn levels(check: &mut Check<'_>, entry: &Entry<RawItem>, full: &Exact) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    check.need_rows(spot, "levels", &raw.levels);
    for level in &raw.levels {
        within_full(check, entry, "levels", &level.points.0, full);
    }
    let words = level_words(raw);
    for (at, level) in words.iter().enumerate() {
        let all = |level: &Named<String>| {
            std::iter::once(level.name.clone()).chain(level.aliases.clone()).collect::<Vec<_>>()
        };
        let own = all(level);
        let twin = words[..at].iter().find(|before| all(before).iter().any(|word| own.contains(word)));
        if let Some(twin) = twin {
            let what = Text::new(format!("{}的档次", spot.called.zh), format!("words of {}", spot.called.en));
            let (first, second) = (spot.at("levels"), spot.at_row("levels", at));
            check.findings.push(name_ambiguous(second, first, &what, &level.name, (&twin.name, &level.name)));
        }
    }
    Points::Levels(raw.levels.iter().map(|level| (level.name.trim().to_owned(), level.points.0.clone())).collect())
}

/// The words of an item by levels.
pub(super) fn level_words(raw: &RawItem) -> Vec<Named<String>> {
    let word = |level: &RawMarkWord| Named {
        code: level.name.trim().to_owned(),
        name: level.name.trim().to_owned(),
        aliases: trimmed(&level.aliases),
    };
    raw.levels.iter().map(word).collect()
}

pub(super) fn self_panel(check: &mut Check<'_>, entry: &Entry<RawItem>, panel: Panel) -> Points {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let beyond = match check.need(spot, "beyond", &raw.beyond) {
        Some(WordOr::At(points)) => BeyondGap::Points(points),
        Some(WordOr::Word(word)) if word != "panel" => {
            check.out_of_range(spot, "beyond", &word, "panel 或加引号的准确数", "panel, or an exact number in quotes");
            BeyondGap::Panel
        }
        _ => BeyondGap::Panel,
    };
    Points::SelfPanel {
        panel,
        gap: check.number(spot, "gap", &raw.gap),
        reached: check.need(spot, "gap_reached", &raw.gap_reached).unwrap_or(GapReached::Within),
        within: check.need(spot, "within", &raw.within).unwrap_or(WithinGap::Panel),
        beyond,
    }
}
