//! What people act on: cases for the committee, vetoes, movers, places, case statistics.

use super::after::{bar, list_entry};
use super::change::Change;
use super::entries::of_rulings;
use super::made::Made;
use super::model::{
    Borrowed, Case, CaseLine, ClaimLine, ListEntry, Lists, LostPlace, Mover, QuotaEntry, Results, SubjectResult,
    VetoEntry,
};
use super::repeats::repeats;
use crate::charges::Charge;
use crate::exact::{Exact, Mode, Rounding};
use crate::grades::{Lost, Outcome, QuotaRuling};
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
            cases.extend(waiting(whose, result));
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
    for quota in made.graded.quotas.iter().filter(|quota| !quota.borrowed.is_empty()) {
        let who: Vec<Subject> = quota.borrowed.iter().map(|(subject, _)| subject.clone()).collect();
        let from = quota.borrowed.first().map(|(_, pool)| pool.clone()).unwrap_or_default();
        let facts = [("grade", quota.grade.to_string()), ("pool", quota.pool.clone()), ("borrowed", from)];
        cases.push(case("borrowed", whose(quota.whose), &who, quota.rule.id.as_str(), &facts, false));
    }
    for set in &made.graded.ceilings {
        let n = set.subjects.len().to_string();
        let facts =
            [("pool", set.pool.clone()), ("sum", set.sum.about()), ("at_most", set.at_most.to_string()), ("count", n)];
        cases.push(case("ceiling", whose(set.whose), &set.subjects, set.rule.id.as_str(), &facts, set.waits));
    }
    let units = made.scored.units.iter().map(|unit| unit.total.as_ref()).zip(&made.graded.units);
    cases.extend(units.filter_map(|(total, outcome)| near_line(Whose::Unit, total, outcome, made)));
    let people = made.scored.people.iter().map(|person| person.total.as_ref()).zip(&made.graded.people);
    cases.extend(people.filter_map(|(total, outcome)| near_line(Whose::Person, total, outcome, made)));
    let order = |case: &Case| (!case.open, kind_order(&case.kind), case.whose != "unit", case.subjects.clone());
    cases.sort_by_key(order);
    cases
}

/// What waits about one subject, and what is left open on purpose: a value, a condition, a sanction, a review, a grade to
/// be filled in later.
fn waiting(whose: &str, result: &SubjectResult) -> Option<Case> {
    let (kind, rule) = match (result.pending.as_deref(), result.ungraded.as_deref()) {
        (Some(pending), _) => match pending.split_once(':')? {
            ("value", rules) => ("pending", rules),
            (kind @ ("condition" | "sanction" | "review"), rule) => (kind, rule),
            _ => return None,
        },
        (None, Some(ungraded)) => ("ungraded", ungraded.strip_prefix("later:")?),
        (None, None) => return None,
    };
    let step = result.rulings.iter().rfind(|step| step.rule == rule && kind != "pending");
    Some(Case {
        kind: kind.to_owned(),
        whose: whose.to_owned(),
        subjects: vec![result.code.clone()],
        rule: rule.to_owned(),
        facts: step.map(|step| step.facts.clone()).unwrap_or_default(),
        open: true,
    })
}

fn kind_order(kind: &str) -> u8 {
    match kind {
        "tie" => 0,
        "pending" => 1,
        "condition" | "sanction" | "ceiling" => 2,
        "review" => 3,
        "ungraded" => 4,
        "decision" => 5,
        "borrowed" => 6,
        _ => 7,
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
        bars: made.after.bars.iter().map(bar).collect(),
        claims: claims(made),
        ..Lists::default()
    }
}

/// Lines of every list, by list, rule and subject.
fn entries(made: Made<'_>) -> Vec<ListEntry> {
    let mut entries = repeats(made);
    entries.extend(of_rulings(made.graded));
    entries.extend(made.after.entries.iter().map(list_entry));
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
    let entry = |hit: &Charge| {
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
            cap: hit.cap().map(ToString::to_string).unwrap_or_default(),
            effect: hit.cap().is_none().then(|| effect_words(hit)),
            through: hit.through.as_ref().map(|rule| rule.id.to_string()),
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
        borrowed: quota
            .borrowed
            .iter()
            .map(|(subject, pool)| Borrowed { subject: subject.code().to_owned(), pool: pool.clone() })
            .collect(),
        lent: quota.lent,
        why: quota.why.iter().map(lost).collect(),
    };
    made.graded.quotas.iter().map(entry).collect()
}

fn lost(lost: &Lost) -> LostPlace {
    LostPlace { subject: lost.subject.code().to_owned(), why: lost.why.to_owned(), by: lost.by.clone() }
}

/// What a charge does, where that is no highest grade: `deduct:2`.
fn effect_words(charge: &Charge) -> String {
    let (name, value) = charge.effect.fact();
    if value == "1" && name != "lower" { name.to_owned() } else { format!("{name}:{value}") }
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
        Some(CaseLine { code, name, measure: words.measure.clone(), now, before, change, parts: Vec::new() })
    };
    made.scheme.words.cases.iter().filter_map(line).collect()
}
