//! What people act on: cases for the committee, vetoes, movers, places, case statistics.

use std::collections::BTreeMap;

use super::change::Change;
use super::made::Made;
use super::model::{Case, CaseLine, ClaimLine, ListEntry, Lists, Mover, QuotaEntry, Results, SubjectResult, VetoEntry};
use super::repeats::repeats;
use crate::exact::{Exact, Mode, Rounding};
use crate::grades::{Outcome, QuotaRuling, VetoHit};
use crate::scheme::words::CaseWords;
use crate::scheme::worth::{By, Whose};
use crate::scores::{ClaimScore, Rounded};
use crate::terms::Subject;

/// How many movers are listed.
const MOVERS: usize = 10;

/// 上会清单: ties, pending values, decisions taken, totals near a line; open ones first.
pub(super) fn cases(made: Made<'_>, results: &Results) -> Vec<Case> {
    let mut cases = Vec::new();
    for quota in made.graded.quotas.iter().filter(|quota| !quota.tied.is_empty()) {
        let facts = [
            ("grade", quota.grade.to_string()),
            ("pool", quota.pool.clone()),
            ("places", quota.places.to_string()),
            ("open", (quota.places as usize).saturating_sub(quota.placed.len()).to_string()),
        ];
        cases.push(case("tie", whose(quota.whose), &quota.tied, quota.rule.id.as_str(), &facts, true));
    }
    for (whose, results) in [("unit", &results.units), ("person", &results.people)] {
        for result in results {
            if let Some(rules) = result.pending.as_deref().and_then(|pending| pending.strip_prefix("value:")) {
                cases.push(Case {
                    kind: "pending".to_owned(),
                    whose: whose.to_owned(),
                    subjects: vec![result.code.clone()],
                    rule: rules.to_owned(),
                    facts: BTreeMap::new(),
                    open: true,
                });
            }
            for ruling in result.rulings.iter().filter(|ruling| ruling.stage == "decision") {
                let mut facts = ruling.facts.clone();
                facts.insert("from".to_owned(), ruling.from.clone().unwrap_or_default());
                facts.insert("to".to_owned(), ruling.to.clone().unwrap_or_default());
                cases.push(Case {
                    kind: "decision".to_owned(),
                    whose: whose.to_owned(),
                    subjects: vec![result.code.clone()],
                    rule: ruling.rule.clone(),
                    open: facts.contains_key("refused_by"),
                    facts,
                });
            }
        }
    }
    let units = made.scored.units.iter().map(|unit| unit.total.as_ref()).zip(&made.graded.units);
    cases.extend(units.filter_map(|(total, outcome)| near_line(Whose::Unit, total, outcome, made)));
    let people = made.scored.people.iter().map(|person| person.total.as_ref()).zip(&made.graded.people);
    cases.extend(people.filter_map(|(total, outcome)| near_line(Whose::Person, total, outcome, made)));
    let order = |case: &Case| (!case.open, kind_order(&case.kind), case.whose != "unit", case.subjects.clone());
    cases.sort_by_key(order);
    cases
}

fn kind_order(kind: &str) -> u8 {
    match kind {
        "tie" => 0,
        "pending" => 1,
        "decision" => 2,
        _ => 3,
    }
}

fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Unit => "unit",
        Whose::Person => "person",
    }
}

fn case(kind: &str, whose: &str, subjects: &[Subject], rule: &str, facts: &[(&str, String)], open: bool) -> Case {
    Case {
        kind: kind.to_owned(),
        whose: whose.to_owned(),
        subjects: subjects.iter().map(|subject| subject.code().to_owned()).collect(),
        rule: rule.to_owned(),
        facts: facts.iter().map(|(name, fact)| ((*name).to_owned(), fact.clone())).collect(),
        open,
    }
}

/// A total that lies less than the declared margin below a better band.
fn near_line(of: Whose, total: Option<&Rounded>, outcome: &Outcome, made: Made<'_>) -> Option<Case> {
    let worth = &made.scheme.worth;
    let margin = worth.compare.near_line.as_ref()?;
    let value = match worth.compare.band {
        By::Exact => &total?.exact,
        By::Rounded => &total?.value,
    };
    let better = worth.bands(of).iter().rev().find(|band| band.from.as_ref().is_some_and(|from| from > value))?;
    let missing = better.from.as_ref()? - value;
    if missing > *margin {
        return None;
    }
    let shown = Rounding { mode: Mode::HalfUp, places: 2 };
    let facts = [
        ("value", value.to_string()),
        ("line", better.from.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("grade", better.grade.to_string()),
        ("missing", shown.show(&missing)),
    ];
    let rule = better.rule.id.to_string();
    Some(case("near_line", whose(of), std::slice::from_ref(&outcome.subject), &rule, &facts, false))
}

/// Vetoes, movers, places and case statistics.
pub(super) fn lists(made: Made<'_>, results: &Results) -> Lists {
    Lists {
        vetoes: vetoes(made, results),
        movers: movers(results),
        quotas: quotas(made),
        cases: case_lines(made),
        entries: entries(made),
        bars: Vec::new(),
        claims: claims(made),
    }
}

/// Lines of every list, by list, rule and subject.
fn entries(made: Made<'_>) -> Vec<ListEntry> {
    let mut entries = repeats(made);
    entries.sort();
    entries
}

fn find<'a>(results: &'a Results, subject: &Subject) -> Option<&'a SubjectResult> {
    let list = match subject {
        Subject::Unit(_) => &results.units,
        Subject::Person(_) => &results.people,
    };
    list.iter().find(|result| result.code == subject.code())
}

fn vetoes(made: Made<'_>, results: &Results) -> Vec<VetoEntry> {
    let entry = |hit: &VetoHit| {
        let result = find(results, &hit.subject);
        VetoEntry {
            event: hit.event.id.to_string(),
            whose: if matches!(hit.subject, Subject::Unit(_)) { "unit" } else { "person" }.to_owned(),
            subject: hit.subject.code().to_owned(),
            as_what: hit.as_what.to_owned(),
            ground: hit.event.ground.to_string(),
            ground_name: hit.ground_name.clone(),
            date: hit.event.date.to_string(),
            document: hit.event.document.to_string(),
            unit: hit.event.unit.to_string(),
            cap: hit.cap.to_string(),
            without: result.and_then(|result| result.without_veto.clone()),
            grade: result.and_then(|result| result.grade.clone()),
        }
    };
    made.graded.hits.iter().map(entry).collect()
}

fn movers(results: &Results) -> Vec<Mover> {
    let mut movers: Vec<Mover> = results
        .units
        .iter()
        .filter_map(|unit| {
            let last = unit.last_year.as_ref()?;
            let change = last.change.clone()?;
            let before = last.score.as_ref()?.shown().to_owned();
            let now = unit.score.as_ref()?.shown().to_owned();
            (!change.is_zero()).then(|| Mover { unit: unit.code.clone(), before, now, change })
        })
        .collect();
    movers.sort_by(|a, b| b.change.abs().cmp(&a.change.abs()).then_with(|| a.unit.cmp(&b.unit)));
    movers.truncate(MOVERS);
    movers
}

fn quotas(made: Made<'_>) -> Vec<QuotaEntry> {
    let codes = |subjects: &[Subject]| subjects.iter().map(|subject| subject.code().to_owned()).collect();
    let entry = |quota: &QuotaRuling| QuotaEntry {
        rule: quota.rule.id.to_string(),
        whose: whose(quota.whose).to_owned(),
        pool: quota.pool.clone(),
        grade: quota.grade.to_string(),
        base: quota.base,
        theoretical: quota.theoretical.clone(),
        places: quota.places,
        placed: codes(&quota.placed),
        lost: codes(&quota.lost),
        tied: codes(&quota.tied),
    };
    made.graded.quotas.iter().map(entry).collect()
}

fn claims(made: Made<'_>) -> Vec<ClaimLine> {
    let families = &made.scheme.worth.families;
    let line = |score: &ClaimScore| {
        let claim = &score.claim;
        let family = families.iter().find(|family| family.code == claim.family && family.judges_claims())?;
        let subject = claim.subject();
        Some(ClaimLine {
            id: claim.id.to_string(),
            whose: whose(family.of).to_owned(),
            subject: subject.code().to_owned(),
            family: family.code.to_string(),
            family_name: family.name.clone(),
            level: family.levels.get(claim.level)?.name.clone(),
            tier: claim.tier.and_then(|at| family.tiers.get(at)).map(|(name, _)| name.clone()),
            title: claim.title.to_string(),
            document: claim.document.to_string(),
            date: claim.date.to_string(),
            points: score.points.clone(),
            state: score.state.word().to_owned(),
            reason: score.state.reason(),
        })
    };
    made.scored.claims.iter().filter_map(line).collect()
}

fn case_lines(made: Made<'_>) -> Vec<CaseLine> {
    let year = made.assessment.year;
    let line = |words: &CaseWords| {
        let of = |year| made.tally.cases.get(&(None, year, words.named.code.clone())).map(|found| found.count);
        let (now, before) = (of(year), of(year - 1));
        if now.is_none() && before.is_none() {
            return None;
        }
        let change: Option<Exact> = Change::between(now, before).exact();
        let (code, name) = (words.named.code.to_string(), words.named.name.clone());
        Some(CaseLine { code, name, measure: words.measure.clone(), now, before, change })
    };
    made.scheme.words.cases.iter().filter_map(line).collect()
}
