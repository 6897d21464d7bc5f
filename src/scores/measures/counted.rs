//! Numbers that are counted: actions, cases, occurrences, claims, events and people.

use super::{Ask, Found};
use crate::diag::{Place, Text};
use crate::exact::Exact;
use crate::facts::{Claim, Deed, Occurrence};
use crate::scheme::words::Sign;
use crate::scheme::worth::EmptyRate;
use crate::scores::duties::deeds_of;
use crate::scores::trace::Evidence;
use crate::terms::{FamilyCode, GroundCode, ItemCode, RoleCode, Subject};

/// How many dated actions of a kind: rows that name it as their item, and rows whose 事项 is that word of a duty; a row that
/// says both counts once.
pub(super) fn ledger(kind: &ItemCode, ask: &Ask<'_>) -> Found {
    let Some(unit) = ask.unit() else { return Found::default() };
    let mut n = 0;
    let mut evidence = Vec::new();
    for period in ask.scheme.words.periods.iter().filter(|period| ask.takes(&period.code)) {
        let key = (unit.clone(), kind.clone(), period.code.clone());
        let list = ask.tally.actions.get(&key).map_or(&[][..], Vec::as_slice);
        n += list.len();
        if ask.traced {
            evidence.extend(list.iter().map(|action| {
                let text = format!("{} {}", action.date, action.what);
                Evidence { place: action.place.clone(), text: Text::new(text.clone(), text), by: None }
            }));
        }
    }
    let (from, to) = ask.days();
    let of_item = |place: &Place| {
        let periods = ask.scheme.words.periods.iter().map(|period| (unit.clone(), kind.clone(), period.code.clone()));
        periods.filter_map(|key| ask.tally.actions.get(&key)).flatten().any(|action| action.place == *place)
    };
    let is_own = |deed: &&Deed| *deed.action == *kind.as_str() && from <= deed.date && deed.date <= to;
    for deed in deeds_of(ask.tally, unit).iter().filter(is_own).filter(|deed| !of_item(&deed.place)) {
        n += 1;
        if ask.traced {
            let text = format!("{} {}", deed.date, deed.what);
            evidence.push(Evidence { place: deed.place.clone(), text: Text::new(text.clone(), text), by: None });
        }
    }
    Found::count(n, evidence)
}

/// An indicator of the case statistics of the year, or one over another.
pub(super) fn cases(numerator: &ItemCode, denominator: Option<&ItemCode>, empty: EmptyRate, ask: &Ask<'_>) -> Found {
    let mut evidence = Vec::new();
    let mut number = |code: &ItemCode| {
        let found = ask.tally.cases.get(&(ask.unit().cloned(), ask.year, code.clone()))?;
        if ask.traced {
            let name = ask.scheme.words.cases.iter().find(|case| case.named.code == *code);
            let name = name.map_or(code.as_str(), |case| &case.named.name);
            let text = format!("{name} {}", found.count);
            evidence.push(Evidence { place: found.place.clone(), text: Text::new(text.clone(), text), by: None });
        }
        Some(Exact::from(found.count))
    };
    let above = number(numerator);
    let mut found = match denominator {
        None => Found { value: above, ..Found::default() },
        Some(denominator) => match (above, number(denominator)) {
            (Some(above), Some(below)) => Found::rate(&above, &below, empty, ask.traced),
            _ => Found::default(),
        },
    };
    found.evidence = evidence;
    found
}

fn among(word: Option<&str>, list: &[String]) -> bool {
    list.is_empty() || word.is_some_and(|word| list.iter().any(|own| own == word))
}

/// How many occurrences (件数) of some kinds, levels and ways of being found.
pub(super) fn occurrences(kinds: &[String], levels: &[String], found_by: &[String], ask: &Ask<'_>) -> Found {
    let own = |row: &&Occurrence| {
        ask.takes(&row.period)
            && among(row.kind.as_deref(), kinds)
            && among(row.level.as_deref(), levels)
            && among(row.found_by.as_deref(), found_by)
    };
    let of_unit = ask.unit().map(|unit| ask.tally.occurrences.get(unit).map_or(&[][..], Vec::as_slice));
    let rows: Vec<&Occurrence> = match of_unit {
        Some(rows) => rows.iter().filter(own).collect(),
        None => ask.tally.occurrences.values().flatten().filter(own).collect(),
    };
    let n: u64 = rows.iter().map(|row| u64::from(row.count)).sum();
    let evidence = if ask.traced { rows.iter().map(|row| occurrence(row)).collect() } else { Vec::new() };
    Found { value: Some(Exact::from(n)), evidence, ..Found::default() }
}

/// An occurrence as a cell that a step rests on.
pub(in crate::scores) fn occurrence(row: &Occurrence) -> Evidence {
    let traits = [&row.kind, &row.level, &row.found_by, &row.document, &row.note];
    let traits = traits.into_iter().flatten().map(AsRef::as_ref).collect::<Vec<_>>().join("，");
    let times = if row.count > 1 { format!(" × {}", row.count) } else { String::new() };
    let text = format!("{} {traits}{times}", row.date);
    Evidence { place: row.place.clone(), text: Text::new(text.clone(), text), by: None }
}

/// How many claims of some families, or their points before any cap; penalties count below nought.
pub(super) fn claims(families: &[FamilyCode], points: bool, ask: &Ask<'_>) -> Found {
    let own = |claim: &&Claim| {
        claim.year == ask.year
            && ask.subject.is_none_or(|subject| *subject == Subject::Unit(claim.unit.clone()))
            && (families.is_empty() || families.contains(&claim.family))
    };
    let rows: Vec<&Claim> = ask.tally.claims.iter().filter(own).collect();
    let evidence = |claim: &&Claim| {
        let text = format!("{}《{}》{}", claim.id, claim.title, claim.document);
        Evidence { place: claim.place.clone(), text: Text::new(text.clone(), text), by: None }
    };
    let evidence = if ask.traced { rows.iter().map(evidence).collect() } else { Vec::new() };
    if !points {
        return Found::count(rows.len(), evidence);
    }
    let worth = |claim: &&Claim| {
        let family = ask.scheme.worth.families.iter().find(|family| family.code == claim.family)?;
        let points = &family.levels.get(claim.level)?.points;
        Some(if family.sign == Sign::Penalty { -points } else { points.clone() })
    };
    let sum: Exact = rows.iter().filter_map(worth).sum();
    Found { value: Some(sum), evidence, ..Found::default() }
}

/// How many events of the year that were not revoked, about a unit or naming a person.
pub(super) fn events(grounds: &[GroundCode], ask: &Ask<'_>) -> Found {
    let rows = ask.tally.events.iter().filter(|event| {
        let about = match ask.subject {
            None => true,
            Some(Subject::Unit(unit)) => event.unit == *unit,
            Some(Subject::Person(person)) => event.person.as_ref() == Some(person),
        };
        about && !event.revoked && event.year == ask.year && (grounds.is_empty() || grounds.contains(&event.ground))
    });
    let rows: Vec<_> = rows.collect();
    let evidence = rows.iter().filter(|_| ask.traced).map(|event| {
        let text = format!("{} {} {}", event.id, event.date, event.document);
        Evidence { place: event.place.clone(), text: Text::new(text.clone(), text), by: None }
    });
    Found::count(rows.len(), evidence.collect())
}

/// How many people with some roles hold a post in the unit (or anywhere) on the last day; of a person, whether he does.
pub(super) fn roster(roles: &[RoleCode], ask: &Ask<'_>) -> Found {
    let mut evidence = Vec::new();
    let mut n = 0;
    let everybody = ask.tally.people.as_slice();
    let people = match ask.subject {
        Some(Subject::Person(code)) => match everybody.binary_search_by(|person| person.code.cmp(code)) {
            Ok(at) => &everybody[at..=at],
            Err(_) => &[],
        },
        _ => everybody,
    };
    for person in people {
        let post = person.posts.iter().find(|post| {
            ask.unit().is_none_or(|unit| post.unit == *unit)
                && post.holds_on(ask.to)
                && (roles.is_empty() || roles.contains(&post.role))
        });
        let Some(post) = post else { continue };
        n += 1;
        if ask.traced {
            let text = format!("{} {}", person.name, post.post);
            evidence.push(Evidence { place: post.place.clone(), text: Text::new(text.clone(), text), by: None });
        }
    }
    Found::count(n, evidence)
}
