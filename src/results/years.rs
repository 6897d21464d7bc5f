//! A subject beside the year before: followed through new names, scored once more where the rules changed.

use std::collections::BTreeMap;

use super::before::Origin;
use super::made::Made;
use super::model::{LastYear, Predecessor, SubjectResult, Value};
use super::shown::value;
use crate::exact::Exact;
use crate::facts::UnitChange;
use crate::scores::Rounded;
use crate::terms::{PersonCode, Subject, UnitCode};

/// **Rule**: a unit goes on from the one unit that it is or was renamed from; merged and split ones begin anew. Under the
/// same scheme the change is one of performance. Under another one it is split: performance = this year's total − last
/// year's facts under this year's rules; rules = those − last year's total. Where last year's facts cannot be scored
/// under this year's rules the line is broken, and there is no change.
/// **Rounding**: none beyond that of the totals; both parts add up to the change exactly.
pub(super) fn last_year(now: &SubjectResult, is_unit: bool, made: Made<'_>) -> Option<LastYear> {
    let before = made.last_year?;
    let same_scheme = before.results.scheme.digest == made.scheme_digest;
    let list = if is_unit { &before.results.units } else { &before.results.people };
    let find = |code: &str| list.iter().find(|subject| subject.code == code);
    let own = [Origin { code: now.code.clone(), how: None }];
    let origins: &[Origin] = if is_unit { before.origins.get(&now.code)? } else { &own };
    let known: Vec<(&Origin, &SubjectResult)> =
        origins.iter().filter_map(|origin| Some((origin, find(&origin.code)?))).collect();
    let (first, old) = *known.first()?;
    let from = known.iter().filter_map(|(origin, old)| predecessor(origin, old)).collect();
    let ends = known.iter().filter_map(|(origin, _)| origin.how.as_ref()).map(|(how, _)| *how);
    if let Some(how) = ends.clone().find(|how| *how != UnitChange::Renamed) {
        return Some(LastYear { from, same_scheme, broken: Some(how.word().to_owned()), ..LastYear::default() });
    }
    let subject = |code: &str| match is_unit {
        true => Subject::Unit(UnitCode::new(code)),
        false => Subject::Person(PersonCode::new(code)),
    };
    let of = |totals: Option<&BTreeMap<Subject, Rounded>>, code: &str| totals?.get(&subject(code)).map(value);
    let mut last = LastYear {
        score: old.score.clone(),
        grade: old.grade.clone(),
        rank: old.rank,
        same_scheme,
        from,
        ..LastYear::default()
    };
    if !same_scheme {
        last.rescored = of(before.rescored, &first.code);
        last.reversed = of(before.reversed, &now.code);
        if last.rescored.is_none() && old.score.is_some() {
            last.broken = Some(if before.tried { "facts" } else { "rules" }.to_owned());
            return Some(last);
        }
    }
    last.change = less(&now.score, &last.score);
    last.performance = last.rescored.as_ref().and_then(|_| less(&now.score, &last.rescored));
    last.rules = last.rescored.as_ref().and_then(|_| less(&last.rescored, &last.score));
    Some(last)
}

/// One shown total less another.
fn less(now: &Option<Value>, before: &Option<Value>) -> Option<Exact> {
    let shown = |value: &Option<Value>| value.as_ref()?.shown().parse::<Exact>().ok();
    shown(now).zip(shown(before)).map(|(now, before)| &now - &before)
}

fn predecessor(origin: &Origin, old: &SubjectResult) -> Option<Predecessor> {
    let (how, date) = origin.how.as_ref()?;
    Some(Predecessor {
        code: old.code.clone(),
        name: old.name.clone(),
        how: how.word().to_owned(),
        date: date.clone(),
        score: old.score.clone(),
        grade: old.grade.clone(),
    })
}
