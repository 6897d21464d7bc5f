//! A person's score: what units bring at the posts that count, the own ballots, and the own bonuses and penalties.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use super::adjustments::score_family;
use super::charged::{deductions, is_nil, on_score};
use super::heard::{Around, Heard, found, when_missing};
use super::links::Found;
use super::measures::{Ask, measure};
use super::model::{CountedPost, PersonPart, PersonScore, Rounded};
use super::people_calc::{part_calcs, post_calc, total_calc};
use super::points::within;
use super::polls::{Whose as Asked, score_poll};
use super::posts::{Settle, counted_posts, service_days};
use super::trace::{Evidence, Step};
use super::values::Measured;
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Person;
use crate::scheme::worth::{
    Part, PartSource, PeopleRule, Role, RoundingPoint, RuleRef, ShortService, TwoPosts, WhenMissing, Whose,
};
use crate::terms::{MeasureCode, PollCode, Subject};

/// Scores one person.
pub(super) fn score_person(person: &Person, around: &Around<'_>, traced: bool) -> PersonScore {
    let rule = around.rule;
    let settle = Settle::of(rule, around.to);
    let mut counted = counted_posts(&person.posts, around.from, around.to, &settle);
    let service = service_days(&person.posts, around.from, around.to);
    counted.sort_by_key(|post| std::cmp::Reverse((post.days, post.post.from)));
    let heard = polls(person, counted.first(), around, traced);
    let mut score = PersonScore {
        person: person.clone(),
        listed: None,
        parts: Vec::new(),
        polls: Vec::new(),
        adjustments: Vec::new(),
        service,
        short: rule.service.filter(|(days, _)| service < i64::from(*days)),
        charged: Vec::new(),
        total: None,
        spared: None,
        pending: Vec::new(),
        no_post: counted.is_empty(),
        counted: Vec::new(),
        trace: None,
    };
    let mut added = Vec::new();
    let subject = Subject::Person(person.code.clone());
    for family in around.scheme.worth.families.iter().filter(|family| family.of == Whose::Person) {
        if let Some((adjustment, step)) = score_family(family, around.claims, &subject, traced) {
            score.adjustments.push(adjustment);
            added.extend(step);
        }
    }
    if counted.is_empty() {
        score.parts = parts(&[], None, &heard, rule);
        score.polls = heard.scores;
        return score;
    }
    score.pending.extend(waiting(&counted, &heard, around));
    let per_post: Vec<Option<Mixed>> = counted.iter().map(|post| mix(post, &heard, around)).collect();
    let chosen = choose(&mut counted, per_post, around);
    score.listed = counted.first().map(|first| (first.post.unit.clone(), first.post.role.clone()));
    let rounding = around.scheme.worth.rounding_at(RoundingPoint::PersonTotal).map(|(rounding, _)| rounding);
    let charges = on_score(around.charged, &subject);
    let (off, points, charge_steps) = deductions(&charges, traced);
    score.charged = points;
    added.extend(charge_steps);
    score.parts = parts(&counted, chosen.as_ref(), &heard, rule);
    match chosen {
        _ if !score.pending.is_empty() => {}
        Some(mixed) => {
            let own: Exact = score.adjustments.iter().map(|adjustment| &adjustment.score).sum();
            let before = within(&mixed.value + &own, rule.floor.as_ref(), rule.cap.as_ref());
            let total = if is_nil(&charges) {
                Exact::zero()
            } else {
                within(&(&mixed.value + &own) + &off, rule.floor.as_ref(), rule.cap.as_ref())
            };
            if !charges.is_empty() {
                score.spared = Some(Rounded::by(before, rounding));
            }
            score.total = Some(Rounded::by(total, rounding));
        }
        None => score.pending.push(rule.rule.clone()),
    }
    if matches!(score.short, Some((_, ShortService::Pend))) && score.pending.is_empty() {
        score.pending.push(rule.rule.clone());
    }
    if traced {
        part_calcs(&mut score, &counted, &heard, around);
        score.trace = Some(trace(&score, &counted, &heard, added, around));
    }
    score.polls = heard.scores;
    score.counted = counted;
    score
}

fn trace(score: &PersonScore, counted: &[CountedPost], heard: &Heard, added: Vec<Step>, around: &Around<'_>) -> Step {
    let parts = counted.iter().map(|post| post_step(post, heard, around)).chain(heard.steps.iter().cloned());
    let shares = counted.iter().map(|post| format!("{} {}", post.post.post, post.share.about()));
    let shares = shares.collect::<Vec<_>>().join("，");
    let total = score.total.as_ref();
    let name = &score.person.name;
    let mut zh = format!("计入职务及份额：{shares}");
    let mut en = format!("posts that count and their shares: {shares}");
    if let Some((days, effect)) = score.short {
        let (then_zh, then_en) = match effect {
            ShortService::Ungraded => ("不定等次", "no grade"),
            ShortService::Pend => ("报裁定", "the committee decides"),
            ShortService::Graded => ("照常定等", "graded all the same"),
        };
        zh += &format!("；任职 {} 天，不满 {days} 天，{then_zh}", score.service);
        en += &format!("; {} days in post, less than {days}: {then_en}", score.service);
    }
    for adjustment in &score.adjustments {
        let family = around.scheme.worth.families.iter().find(|family| family.code == adjustment.family);
        let name = family.map_or("", |family| family.name.as_str());
        zh += &format!("；{name} {}", adjustment.score);
        en += &format!("; {name} {}", adjustment.score);
    }
    let ends = [&around.rule.floor, &around.rule.cap].into_iter().flatten();
    if let Some(end) =
        ends.filter(|_| !score.adjustments.is_empty()).find(|end| total.is_some_and(|t| t.exact == **end))
    {
        zh += &format!("；按上下限计 {end}");
        en += &format!("; held at {end}");
    }
    let what = Text::new(format!("{name} 得分"), format!("{name} score"));
    let step = Step::new(score.person.code.as_str(), what, total.map(|total| &total.exact))
        .formula(zh, en)
        .calc(total_calc(score, counted, heard, around))
        .rule(&around.rule.rule)
        .parts(parts)
        .parts(added);
    match total {
        Some(total) => step.rounded(&total.value, total.rounding),
        None => step,
    }
}

/// Polls that wait for the committee, of those that some post counts.
fn waiting(counted: &[CountedPost], heard: &Heard, around: &Around<'_>) -> Vec<RuleRef> {
    let parts = counted.iter().filter_map(|post| around.role(post)).flat_map(|role| &role.parts);
    let counts: Vec<Option<&PollCode>> = parts
        .filter(|part| !part.weight.is_zero())
        .filter_map(|part| match &part.source {
            PartSource::Own => Some(around.rule.poll.as_ref()),
            PartSource::Poll(code) => Some(Some(code)),
            _ => None,
        })
        .collect();
    let waits = heard.scores.iter().filter(|score| score.pending && counts.contains(&Some(&score.poll)));
    waits.filter_map(|score| around.scheme.worth.poll(&score.poll)).map(|poll| poll.rule.clone()).collect()
}

/// Every poll about the person that some role counts, with the class weights of the post that was held longest.
fn polls(person: &Person, post: Option<&CountedPost>, around: &Around<'_>, traced: bool) -> Heard {
    let mut heard = Heard { scores: Vec::new(), measures: measures(person, around, traced), steps: Vec::new() };
    let others = around.rule.roles.iter().flat_map(|role| &role.parts).filter_map(|part| match &part.source {
        PartSource::Poll(code) => Some(code),
        _ => None,
    });
    for code in around.rule.poll.iter().chain(others) {
        if heard.scores.iter().any(|score| score.poll == *code) {
            continue;
        }
        let (Some(poll), Some(words)) = (around.scheme.worth.poll(code), around.scheme.words.poll(code)) else {
            continue;
        };
        let Some(period) = words.periods.last() else { continue };
        let found = around.tally.polls.get(&(code.clone(), period.clone(), Subject::Person(person.code.clone())));
        let unit = post.and_then(|post| around.links.unit(&post.post.unit));
        let whose = Asked { group: unit.map(|unit| &unit.unit.group), role: post.map(|post| &post.post.role) };
        let (score, step) = score_poll(poll, period, found, whose, around.scheme, traced);
        heard.scores.push(score);
        heard.steps.extend(step);
    }
    heard
}

/// Every measure of the person that some role counts.
fn measures(person: &Person, around: &Around<'_>, traced: bool) -> Vec<(MeasureCode, Measured)> {
    let subject = Subject::Person(person.code.clone());
    let (scheme, tally, from, to) = (around.scheme, around.tally, around.from, around.to);
    let ask = Ask { scheme, tally, from, to, year: to.year(), subject: Some(&subject), period: None, traced };
    let own = |part: &&Part| match &part.source {
        PartSource::Measure(code) => scheme.worth.measures.iter().find(|measure| measure.code == *code),
        _ => None,
    };
    around.rule.parts().iter().filter_map(own).map(|own| (own.code.clone(), measure(own, &ask))).collect()
}

/// A post's value, and what each part brings to it.
#[derive(Clone)]
struct Mixed {
    value: Exact,
    brought: BTreeMap<String, Exact>,
}

/// **Formula**: Σ weight × part; nothing when a part that is needed is missing. Parts left out scale up the others.
fn mix(post: &CountedPost, heard: &Heard, around: &Around<'_>) -> Option<Mixed> {
    let role = around.role(post)?;
    let (mut sum, mut all, mut present) = (Exact::zero(), Exact::zero(), Exact::zero());
    let mut brought = BTreeMap::new();
    for part in &role.parts {
        all += &part.weight;
        match found(part, post, heard, around) {
            Found::Value(value) => {
                let value = &part.weight * &value;
                sum += &value;
                present += &part.weight;
                brought.insert(part.code.clone(), value);
            }
            Found::Missing if part.weight.is_zero() => {}
            Found::Missing => match when_missing(part, around.rule) {
                WhenMissing::Rescale => {}
                WhenMissing::Zero => present += &part.weight,
                WhenMissing::Pend => return None,
            },
            Found::Waits => return None,
        }
    }
    let value = if all == present { sum } else { (&sum * &all).divided_by(&present)? };
    Some(Mixed { value, brought })
}

/// Joins the posts by their shares; of those held at once only the highest where the rule says so.
fn choose(counted: &mut Vec<CountedPost>, mixed: Vec<Option<Mixed>>, around: &Around<'_>) -> Option<Mixed> {
    let mixed: Vec<Mixed> = mixed.into_iter().collect::<Option<_>>()?;
    let mut posts: Vec<(CountedPost, Mixed)> = counted.iter().cloned().zip(mixed).collect();
    if around.rule.two_posts == TwoPosts::Highest {
        posts = highest(posts, around);
    }
    let mut joined = Mixed { value: Exact::zero(), brought: BTreeMap::new() };
    for (post, mixed) in &posts {
        joined.value += &(&post.share * &mixed.value);
        for (code, value) in &mixed.brought {
            *joined.brought.entry(code.clone()).or_insert_with(Exact::zero) += &(&post.share * value);
        }
    }
    *counted = posts.into_iter().map(|(post, _)| post).collect();
    Some(joined)
}

/// Without the posts beside which a higher one was held; the shares of the others again sum to one.
fn highest(mut posts: Vec<(CountedPost, Mixed)>, around: &Around<'_>) -> Vec<(CountedPost, Mixed)> {
    posts.sort_by(|(_, a), (_, b)| b.value.cmp(&a.value));
    let mut kept: Vec<(CountedPost, Mixed)> = Vec::new();
    for (post, mixed) in posts {
        if !kept.iter().any(|(higher, _)| around.at_once(&higher.post, &post.post)) {
            kept.push((post, mixed));
        }
    }
    let all: Exact = kept.iter().map(|(post, _)| &post.share).sum();
    for (post, _) in &mut kept {
        post.share = post.share.divided_by(&all).unwrap_or_else(Exact::zero);
    }
    kept.sort_by_key(|(post, _)| std::cmp::Reverse((post.days, post.post.from)));
    kept
}

/// The parts of the roles that count, each once: what units bring to the total, and what is the person's own as it is.
fn parts(counted: &[CountedPost], mixed: Option<&Mixed>, heard: &Heard, rule: &PeopleRule) -> Vec<PersonPart> {
    let roles: Vec<&Role> = counted.iter().filter_map(|post| rule.role(&post.post.role)).collect();
    let counts =
        |part: &&Part| roles.is_empty() || roles.iter().any(|role| role.parts.iter().any(|own| own.code == part.code));
    let all = rule.parts().into_iter().filter(counts);
    all.map(|part| {
        let poll = match &part.source {
            PartSource::Own => rule.poll.as_ref(),
            PartSource::Poll(code) => Some(code),
            _ => None,
        };
        let score = if let PartSource::Measure(code) = &part.source {
            let value = heard.measured(code).and_then(|measured| measured.value.clone());
            value.map(|value| Rounded::by(value, None))
        } else if part.is_own() {
            heard.scores.iter().find(|score| Some(&score.poll) == poll).and_then(|score| score.score.clone())
        } else {
            mixed.and_then(|mixed| mixed.brought.get(&part.code)).map(|value| Rounded::by(value.clone(), None))
        };
        PersonPart { code: part.code.clone(), name: part.shown_name(), score, calc: None }
    })
    .collect()
}

fn post_step(post: &CountedPost, heard: &Heard, around: &Around<'_>) -> Step {
    let mixed = mix(post, heard, around);
    let unit = around.links.unit(&post.post.unit).map_or_else(String::new, |unit| unit.unit.name.to_string());
    let parts = around.role(post).map_or(&[][..], |role| &role.parts);
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    let mut steps = Vec::new();
    for part in parts {
        let value = match found(part, post, heard, around) {
            Found::Value(value) => value.about(),
            Found::Missing | Found::Waits => "—".to_owned(),
        };
        let label = part.label();
        zh.push(format!("{} {value} × {}", label.zh, part.weight));
        en.push(format!("{} {value} × {}", label.en, part.weight));
        if let PartSource::Measure(code) = &part.source
            && let Some(measured) = heard.measured(code)
        {
            let step = Step::new(&part.code, label.clone(), measured.value.as_ref());
            let Text { zh, en } = measured.text.clone();
            steps.push(step.formula(zh, en).evidence(measured.evidence.clone()));
        }
        if !part.is_own() {
            steps.extend(around.links.step(part, &post.post));
        }
    }
    let (zh, en) = (zh.join(" + "), en.join(" + "));
    let days = post.days;
    let place = Evidence {
        place: post.post.place.clone(),
        text: Text::new(post.post.post.as_ref(), post.post.post.as_ref()),
        by: None,
    };
    let what = Text::new(format!("{unit} {}", post.post.post), format!("{unit} {}", post.post.post));
    Step::new(post.post.unit.as_str(), what, mixed.as_ref().map(|mixed| &mixed.value))
        .formula(format!("{zh}（任职 {days} 天）"), format!("{en} ({days} days)"))
        .calc(post_calc(post, heard, around))
        .evidence(vec![place])
        .parts(steps)
}
