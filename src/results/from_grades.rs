//! Scores and grades → results: what is to be known, sorted, with nothing that must be withheld.

use super::lists;
use super::made::Made;
use super::model::{
    AssessmentInfo, CodeName, ComponentInfo, FindingsBoth, GradeInfo, ItemInfo, Lists, Maker, Part, PostInfo, Results,
    Ruling, SCHEMA, SEMANTICS, SchemeInfo, SubjectResult,
};
use super::polls::poll_result;
use super::shown::{plain, value};
use super::years::last_year;
use crate::assessment::{Assessment, Status};
use crate::diag::{Lang, Rendered};
use crate::exact::Exact;
use crate::facts::Post;
use crate::grades::{Outcome, RulingStep, Why};
use crate::scheme::Scheme;
use crate::scheme::worth::{Band, PeopleRule, Worth};
use crate::scores::{AdjustmentScore, ChargedPoints, PersonPart, PersonScore, State, UnitScore};

/// Seals a run into results.
#[must_use]
pub fn seal(made: Made<'_>) -> Results {
    let Made { assessment, scheme, scored, graded, .. } = made;
    let units =
        scored.units.iter().zip(&graded.units).map(|(score, outcome)| unit_result(score, outcome, made)).collect();
    let people =
        scored.people.iter().zip(&graded.people).map(|(score, outcome)| person_result(score, outcome, made)).collect();
    let sorted = made.findings.sorted();
    let rendered = |lang| sorted.iter().map(|finding| Rendered::of(finding, lang)).collect();
    let mut inputs = made.inputs.to_vec();
    inputs.sort();
    let mut results = Results {
        kaoze: Maker { schema: SCHEMA.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned(), semantics: SEMANTICS },
        assessment: assessment_info(assessment),
        scheme: scheme_info(scheme, made.scheme_digest),
        inputs,
        units,
        people,
        cases: Vec::new(),
        lists: Lists::default(),
        findings: FindingsBoth { zh: rendered(Lang::Zh), en: rendered(Lang::En) },
    };
    results.cases = lists::cases(made, &results);
    results.lists = lists::lists(made, &results);
    results
}

fn assessment_info(assessment: &Assessment) -> AssessmentInfo {
    let status = match assessment.status {
        Status::Draft => "draft",
        Status::Proposed => "proposed",
        Status::Final => "final",
    };
    AssessmentInfo {
        title: assessment.title.clone(),
        from: assessment.from.to_string(),
        to: assessment.to.to_string(),
        year: assessment.year,
        status: status.to_owned(),
        issued: assessment.issued.to_string(),
        lang: if assessment.lang == Lang::Zh { "zh" } else { "en" }.to_owned(),
        fictional: assessment.fictional,
    }
}

fn scheme_info(scheme: &Scheme, digest: &str) -> SchemeInfo {
    let worth = &scheme.worth;
    let grades = |bands: &[Band]| {
        bands.iter().map(|band| GradeInfo { grade: band.grade.to_string(), from: band.from.clone() }).collect()
    };
    let components = worth.components.iter();
    let whole = worth.items.iter().filter_map(|item| Some((item, item.component.as_ref()?)));
    SchemeInfo {
        code: scheme.code.clone(),
        title: scheme.title.clone(),
        issuer: scheme.issuer.clone(),
        digest: digest.to_owned(),
        maximum: components.clone().map(|component| &component.weight * &component.full).sum(),
        groups: scheme
            .words
            .groups
            .iter()
            .map(|g| CodeName { code: g.code.to_string(), name: g.name.clone() })
            .collect(),
        unit_grades: grades(&worth.unit_bands),
        person_grades: grades(&worth.person_bands),
        components: components
            .map(|component| ComponentInfo {
                code: component.code.to_string(),
                name: component.name.clone(),
                weight: component.weight.clone(),
                max: component.full.clone(),
            })
            .collect(),
        items: whole
            .map(|(item, component)| ItemInfo {
                code: item.code.to_string(),
                name: item.name.clone(),
                component: component.to_string(),
                max: item.full.clone(),
            })
            .collect(),
        roles: worth.people.as_ref().map_or_else(Vec::new, |people| {
            people.roles.iter().map(|role| CodeName { code: role.code.to_string(), name: role.name.clone() }).collect()
        }),
        assumed: assumed(worth),
    }
}

fn assumed(worth: &Worth) -> Vec<String> {
    let all = [&worth.total.rule, &worth.compare.rule, &worth.rank.rule].into_iter();
    let all = all
        .chain(worth.rounding.iter().map(|(_, _, rule)| rule))
        .chain(worth.components.iter().map(|component| &component.rule))
        .chain(worth.items.iter().map(|item| &item.rule))
        .chain(worth.measures.iter().map(|measure| &measure.rule))
        .chain(worth.polls.iter().map(|poll| &poll.rule))
        .chain(worth.families.iter().map(|family| &family.rule))
        .chain(worth.grounds.iter().map(|ground| &ground.rule))
        .chain(worth.escalations.iter().map(|rule| &rule.rule))
        .chain(worth.accumulations.iter().map(|rule| &rule.rule))
        .chain(worth.sanctions.iter().map(|sanctions| &sanctions.rule))
        .chain(worth.sanctions.iter().flat_map(|own| own.kinds.iter().map(|kind| &kind.rule)))
        .chain(worth.sanctions.iter().flat_map(|own| own.effects.iter().map(|effect| &effect.rule)))
        .chain(worth.gates.iter().map(|gate| &gate.rule))
        .chain(worth.triggers.iter().map(|trigger| &trigger.rule))
        .chain(worth.ceilings.iter().map(|ceiling| &ceiling.rule))
        .chain(worth.unit_bands.iter().chain(&worth.person_bands).map(|band| &band.rule))
        .chain(worth.quotas.iter().map(|quota| &quota.rule))
        .chain(worth.unit_change.iter().map(|change| &change.rule))
        .chain(worth.people.iter().map(|people| &people.rule))
        .chain(worth.people.iter().flat_map(|people| &people.post_rules).map(|rule| &rule.rule))
        .chain(worth.after.rules());
    let mut ids: Vec<String> = all.filter(|rule| rule.assumed).map(|rule| rule.id.to_string()).collect();
    ids.sort();
    ids
}

fn state(state: State) -> String {
    match state {
        State::Scored => "scored",
        State::ZeroByRule => "zero_by_rule",
        State::NotApplicable => "not_applicable",
        State::NotSubmitted => "not_submitted",
        State::Pending => "pending",
        State::Rejected => "rejected",
    }
    .to_owned()
}

fn unit_result(score: &UnitScore, outcome: &Outcome, made: Made<'_>) -> SubjectResult {
    let worth = &made.scheme.worth;
    let components = score.components.iter().zip(&worth.components).map(|(score, component)| Part {
        code: component.code.to_string(),
        name: component.name.clone(),
        max: Some(component.full.clone()),
        score: score.score.as_ref().map(value),
        state: state(score.state),
        rule: component.rule.id.to_string(),
    });
    let items = score.items.iter().filter_map(|score| {
        let item = worth.item(&score.item)?;
        Some(Part {
            code: format!("{}@{}", item.code, score.period),
            name: item.name.clone(),
            max: Some(item.full.clone()),
            score: score.score.as_ref().map(value),
            state: state(score.state),
            rule: item.rule.id.to_string(),
        })
    });
    let subject = &outcome.subject;
    let polls = score.polls.iter().filter_map(|poll| poll_result(poll, subject, made)).collect();
    let mut result = SubjectResult {
        code: score.unit.code.to_string(),
        name: score.unit.name.to_string(),
        group: score.unit.group.to_string(),
        unit: None,
        role: None,
        posts: Vec::new(),
        score: score.total.as_ref().map(value),
        components: components.collect(),
        items: items.collect(),
        adjustments: adjustments(&score.adjustments, worth, &score.charged),
        polls,
        ..blank(outcome)
    };
    result.last_year = last_year(&result, true, made);
    result
}

fn adjustments(scores: &[AdjustmentScore], worth: &Worth, charged: &[ChargedPoints]) -> Vec<Part> {
    let part = |score: &AdjustmentScore| {
        let family = worth.families.iter().find(|family| family.code == score.family)?;
        Some(Part {
            code: family.code.to_string(),
            name: family.name.clone(),
            max: family.cap.clone(),
            score: Some(plain(&score.score)),
            state: state(score.state),
            rule: family.rule.id.to_string(),
        })
    };
    scores.iter().filter_map(part).chain(charged_parts(charged)).collect()
}

fn person_result(score: &PersonScore, outcome: &Outcome, made: Made<'_>) -> SubjectResult {
    let rule = made.scheme.worth.people.as_ref();
    let listed = score.listed.as_ref();
    let group = listed.and_then(|(unit, _)| made.scored.unit(unit)).map(|unit| unit.unit.group.to_string());
    let polls = score.polls.iter().filter_map(|own| poll_result(own, &outcome.subject, made)).collect();
    let mut result = SubjectResult {
        code: score.person.code.to_string(),
        name: score.person.name.to_string(),
        group: group.unwrap_or_default(),
        unit: listed.map(|(unit, _)| unit.to_string()),
        role: listed.map(|(_, role)| role.to_string()),
        posts: posts(score, made),
        score: score.total.as_ref().map(value),
        components: rule.map_or_else(Vec::new, |rule| person_parts(score, rule)),
        items: Vec::new(),
        adjustments: adjustments(&score.adjustments, &made.scheme.worth, &score.charged),
        polls,
        ..blank(outcome)
    };
    result.last_year = last_year(&result, false, made);
    result
}

/// Points off that events made, beside the families.
fn charged_parts(charged: &[ChargedPoints]) -> impl Iterator<Item = Part> {
    charged.iter().filter(|one| !one.points.is_zero()).map(|one| Part {
        code: format!("{}@{}", one.rule.id, one.event),
        name: one.name.clone(),
        max: None,
        score: Some(plain(&one.points)),
        state: "scored".to_owned(),
        rule: one.rule.id.to_string(),
    })
}

fn posts(score: &PersonScore, made: Made<'_>) -> Vec<PostInfo> {
    let (from, to) = (made.assessment.from, made.assessment.to);
    let inside = score.person.posts.iter().filter(|post| post.from <= to && post.to.is_none_or(|end| end >= from));
    // A share is stated where several posts make the score.
    let shares = |post: &Post| {
        let all = score.counted.iter().filter(|counted| counted.post == *post).map(|counted| &counted.share);
        (score.counted.len() > 1).then(|| all.sum::<Exact>())
    };
    inside
        .map(|post| PostInfo {
            unit: post.unit.to_string(),
            post: post.post.to_string(),
            from: post.from.to_string(),
            to: post.to.map(|to| to.to_string()),
            share: shares(post),
        })
        .collect()
}

fn person_parts(score: &PersonScore, rule: &PeopleRule) -> Vec<Part> {
    let part = |part: &PersonPart| Part {
        code: part.code.clone(),
        name: part.name.clone(),
        max: None,
        score: part.score.as_ref().map(value),
        state: if part.score.is_some() { "scored" } else { "not_submitted" }.to_owned(),
        rule: rule.rule.id.to_string(),
    };
    score.parts.iter().map(part).collect()
}

/// The part of a result that comes from the rulings.
fn blank(outcome: &Outcome) -> SubjectResult {
    let (pending, ungraded) = match &outcome.why_not {
        Some(Why::ValuePending(rules)) => {
            let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
            (Some(format!("value:{}", ids.join(","))), None)
        }
        Some(Why::TiePending(rule)) => (Some(format!("tie:{}", rule.id)), None),
        Some(Why::ConditionPending(rule)) => (Some(format!("condition:{}", rule.id)), None),
        Some(Why::SanctionPending(rule)) => (Some(format!("sanction:{}", rule.id)), None),
        Some(Why::ReviewPending(rule)) => (Some(format!("review:{}", rule.id)), None),
        Some(Why::CeilingPending(rule)) => (Some(format!("ceiling:{}", rule.id)), None),
        Some(Why::Ungraded(rule, true)) => (None, Some(format!("later:{}", rule.id))),
        Some(Why::Ungraded(rule, false)) => (None, Some(format!("ungraded:{}", rule.id))),
        Some(Why::Excluded(reason)) => (None, Some(format!("excluded:{reason}"))),
        Some(Why::NoPost) => (None, Some("no_post".to_owned())),
        Some(Why::Dissolved) => (None, Some("dissolved".to_owned())),
        Some(Why::ShortService) => (None, Some("short_service".to_owned())),
        Some(Why::NotGraded) => (None, Some("not_graded".to_owned())),
        None => (None, None),
    };
    SubjectResult {
        code: String::new(),
        name: String::new(),
        group: String::new(),
        unit: None,
        role: None,
        posts: Vec::new(),
        score: None,
        components: Vec::new(),
        items: Vec::new(),
        adjustments: Vec::new(),
        polls: Vec::new(),
        rank: outcome.rank,
        ranked: outcome.rank.map(|_| outcome.ranked),
        band: outcome.band.as_ref().map(ToString::to_string),
        rulings: outcome.rulings.iter().map(ruling).collect(),
        grade: outcome.grade.as_ref().map(ToString::to_string),
        pending,
        ungraded,
        without_veto: outcome.without_veto.as_ref().map(ToString::to_string),
        last_year: None,
    }
}

fn ruling(step: &RulingStep) -> Ruling {
    Ruling {
        stage: step.stage.word().to_owned(),
        from: step.from.as_ref().map(ToString::to_string),
        to: step.to.as_ref().map(ToString::to_string),
        rule: step.rule.id.to_string(),
        basis: step.rule.cited(),
        facts: step.facts.clone(),
    }
}
