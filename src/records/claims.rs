//! 加减分 claims.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Slot, folded};
use super::findings::{
    charged_elsewhere, document_claimed_twice, family_or_level_unknown, row_duplicate, tier_unknown,
};
use super::headers::Grid;
use super::lists::{Lists, Roster, family_code};
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{At, Severity, Text};
use crate::facts::Claim;
use crate::terms::FamilyCode;

/// Claims charged to the year, by number.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<Claim> {
    let mut claims: BTreeMap<_, Claim> = BTreeMap::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let Some(year) = charged_here(&row.field("year"), assessment, sink) else { continue };
            let id = row.field("id").required_shared(sink);
            let unit = roster.unit(&row.field("unit"), sink);
            let family = lists.families.named(&row.field("family"), "R037", family_or_level_unknown, sink).copied();
            let level_slot = row.field("level");
            let level = match family {
                Some(at) => lists.levels[at].named(&level_slot, "R037", family_or_level_unknown, sink).copied(),
                None => None,
            };
            let words = family.map(|at| &lists.words.families[at]);
            let person = match words.filter(|words| words.of_people) {
                Some(_) => roster.person(&row.field("person"), unit.as_ref(), sink).map(Some),
                None => Some(None),
            };
            let tier = match family.filter(|at| !lists.words.families[*at].tiers.is_empty()) {
                Some(at) => lists.tiers[at].named(&row.field("tier"), "R091", tier_unknown, sink).copied().map(Some),
                None => Some(None),
            };
            let issuer = row.field("issuer").optional(sink).map(Arc::from);
            let evidence = row.field("evidence").optional(sink).map(Arc::from);
            let title = row.field("title").required_shared(sink);
            let document = row.field("document").required_shared(sink);
            let date = row.field("date").day(sink);
            let (Some(id), Some(unit), Some(family), Some(level), Some(title)) = (id, unit, family, level, title)
            else {
                continue;
            };
            let (Some(document), Some(date), Some(person), Some(tier)) = (document, date, person, tier) else {
                continue;
            };
            let place = level_slot.place();
            if let Some(first) = claims.get(&id) {
                let what = Text::new("加减分编号", "the number of a claim");
                sink.push(row_duplicate(first.place.clone(), place, &what, &id, Severity::Error));
                continue;
            }
            let family = family_code(lists.words, family);
            let source = source_of(&document);
            let claim = Claim {
                id,
                unit,
                family,
                level,
                title,
                document,
                date,
                year,
                person,
                tier,
                issuer,
                evidence,
                source,
                place,
            };
            claims.insert(claim.id.clone(), claim);
        }
    }
    let claims: Vec<Claim> = claims.into_values().collect();
    tell_documents(&claims, lists, sink);
    claims
}

/// A document's number with one kind of brackets and without blanks.
fn source_of(document: &str) -> Arc<str> {
    let plain = |c: char| match c {
        '[' | '(' | '【' | '〈' => '〔',
        ']' | ')' | '】' | '〉' => '〕',
        other => other,
    };
    folded(document).chars().map(plain).collect::<String>().into()
}

/// A document on which several claims of a family rest, where the scheme counts it once.
fn tell_documents(claims: &[Claim], lists: &Lists<'_>, sink: &mut Sink) {
    let mut by_document: BTreeMap<(&FamilyCode, &str), Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        let words = lists.words.families.iter().find(|family| family.named.code == claim.family);
        if words.is_some_and(|words| words.one_document) {
            by_document.entry((&claim.family, &claim.source)).or_default().push(claim);
        }
    }
    for claims in by_document.into_values().filter(|claims| claims.len() > 1) {
        let at = claims.iter().map(|claim| {
            let caption = format!("{} {}", claim.id, claim.subject().code());
            At { place: claim.place.clone(), caption: Some(Text::new(caption.clone(), caption)) }
        });
        sink.push(document_claimed_twice(at.collect(), &claims[0].document));
    }
}

/// The year of a row that is charged to this year's assessment; others are told and left out.
pub(super) fn charged_here(slot: &Slot<'_>, assessment: &Assessment, sink: &mut Sink) -> Option<i32> {
    let year = slot.year(sink)?;
    if year != assessment.year {
        sink.push_cell("R050", &slot.place(), || charged_elsewhere(&slot.spot(), assessment.year));
        return None;
    }
    Some(year)
}
