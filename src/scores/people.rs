//! A person's score: the units' share of the posts that count, and the own ballots.

use super::charged::{deductions, is_nil, on_score};
use super::model::{CountedPost, PersonScore, PollScore, Rounded, UnitScore};
use super::polls::{Whose, score_poll};
use super::posts::counted_posts;
use super::trace::{Evidence, Step};
use crate::charges::Charged;
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::{Person, Post};
use crate::scheme::Scheme;
use crate::scheme::worth::{By, PeopleRule, Role, RoundingPoint, TwoPosts, WhenMissing};
use crate::tally::Tally;
use crate::terms::{Subject, UnitCode};

/// What scoring a person needs beside the person.
pub(super) struct Around<'a> {
    pub scheme: &'a Scheme,
    pub rule: &'a PeopleRule,
    pub tally: &'a Tally,
    pub charged: &'a Charged,
    pub units: &'a [UnitScore],
    pub from: chrono::NaiveDate,
    pub to: chrono::NaiveDate,
}

impl Around<'_> {
    fn unit(&self, code: &UnitCode) -> Option<&UnitScore> {
        self.units.binary_search_by(|unit| unit.unit.code.cmp(code)).ok().map(|at| &self.units[at])
    }

    /// Whether two posts were held on one and the same day of the period.
    fn at_once(&self, a: &Post, b: &Post) -> bool {
        let last = |post: &Post| post.to.unwrap_or(self.to);
        a.from.max(b.from).max(self.from) <= last(a).min(last(b)).min(self.to)
    }

    fn role(&self, counted: &CountedPost) -> Option<&Role> {
        self.rule.roles.iter().find(|role| role.code == counted.post.role)
    }

    /// The unit's total as the scheme says it enters a leader's score.
    fn unit_value(&self, code: &UnitCode) -> Option<Exact> {
        let total = self.unit(code)?.total.as_ref()?;
        Some(match self.scheme.worth.compare.unit_share {
            By::Exact => total.exact.clone(),
            By::Rounded => total.value.clone(),
        })
    }
}

/// Scores one person.
pub(super) fn score_person(person: &Person, around: &Around<'_>, traced: bool) -> PersonScore {
    let rule = around.rule;
    let mut counted = counted_posts(&person.posts, around.from, around.to, rule.transfer, rule.two_posts);
    let mut score = PersonScore {
        person: person.clone(),
        listed: None,
        unit_part: None,
        own: None,
        charged: Vec::new(),
        total: None,
        spared: None,
        pending: Vec::new(),
        no_post: counted.is_empty(),
        counted: Vec::new(),
        trace: None,
    };
    counted.sort_by_key(|post| std::cmp::Reverse((post.days, post.post.from)));
    let own = own_ballots(person, counted.first(), around, traced);
    let (own, own_step) = own.map_or((None, None), |(score, step)| (Some(score), step));
    let own_value = own.as_ref().and_then(|own| own.score.as_ref()).map(|score| score.value.clone());
    let counts_own = counted.iter().filter_map(|post| around.role(post)).any(|role| !role.own_share.is_zero());
    if counts_own
        && own.as_ref().is_some_and(|own| own.pending)
        && let Some(poll) = around.rule.poll.as_ref().and_then(|code| around.scheme.worth.poll(code))
    {
        score.pending.push(poll.rule.clone());
    }
    score.own = own;
    if counted.is_empty() {
        return score;
    }
    let per_post: Vec<Option<Mixed>> = counted.iter().map(|post| mix(post, own_value.as_ref(), around)).collect();
    let chosen = choose(&mut counted, per_post, around);
    score.listed = counted.first().map(|first| (first.post.unit.clone(), first.post.role.clone()));
    let rounding = around.scheme.worth.rounding_at(RoundingPoint::PersonTotal).map(|(rounding, _)| rounding);
    let subject = Subject::Person(person.code.clone());
    let charges = on_score(around.charged, &subject);
    let (off, points, charge_steps) = deductions(&charges, traced);
    score.charged = points;
    let waits = !score.pending.is_empty();
    if let Some((total, unit_part)) = chosen.filter(|_| !waits) {
        if !charges.is_empty() {
            score.spared = Some(Rounded::by(total.clone(), rounding));
        }
        let total = if is_nil(&charges) { Exact::zero() } else { &total + &off };
        score.total = Some(Rounded::by(total, rounding));
        score.unit_part = Some(unit_part);
    } else if !waits {
        score.pending.push(rule.rule.clone());
    }
    if traced {
        let parts =
            counted.iter().map(|post| post_step(post, own_value.as_ref(), around)).chain(own_step).chain(charge_steps);
        let shares = counted
            .iter()
            .map(|post| format!("{} {}", post.post.post, post.share.about()))
            .collect::<Vec<_>>()
            .join("，");
        let total = score.total.as_ref();
        let what = Text::new(format!("{} 得分", person.name), format!("{} score", person.name));
        let step = Step::new(person.code.as_str(), what, total.map(|total| &total.exact))
            .formula(format!("计入职务及份额：{shares}"), format!("posts that count and their shares: {shares}"))
            .rule(&rule.rule)
            .parts(parts);
        score.trace = Some(match total {
            Some(total) => step.rounded(&total.value, total.rounding),
            None => step,
        });
    }
    score.counted = counted;
    score
}

/// The own ballots, with the class weights of the post that was held longest.
fn own_ballots(
    person: &Person,
    post: Option<&CountedPost>,
    around: &Around<'_>,
    traced: bool,
) -> Option<(PollScore, Option<Step>)> {
    let code = around.rule.poll.as_ref()?;
    let poll = around.scheme.worth.poll(code)?;
    let words = around.scheme.words.poll(code)?;
    let period = words.periods.last()?;
    let found = around.tally.polls.get(&(code.clone(), period.clone(), Subject::Person(person.code.clone())));
    let unit = post.and_then(|post| around.unit(&post.post.unit));
    let whose = Whose { group: unit.map(|unit| &unit.unit.group), role: post.map(|post| &post.post.role) };
    Some(score_poll(poll, period, found, whose, around.scheme, traced))
}

/// A post's value and the units' part of it.
struct Mixed {
    value: Exact,
    unit_part: Exact,
}

/// Unit share times unit value plus own share times own ballots; nothing when a value that is needed is missing.
fn mix(post: &CountedPost, own: Option<&Exact>, around: &Around<'_>) -> Option<Mixed> {
    let role = around.role(post)?;
    let unit = around.unit_value(&post.post.unit)?;
    let unit_part = &role.unit_share * &unit;
    let value = match (own, around.rule.missing_own) {
        (Some(own), _) => &unit_part + &(&role.own_share * own),
        (None, _) if role.own_share.is_zero() => unit_part.clone(),
        (None, WhenMissing::Rescale) => unit_part.divided_by(&role.unit_share)?,
        (None, WhenMissing::Zero) => unit_part.clone(),
        (None, WhenMissing::Pend) => return None,
    };
    Some(Mixed { value, unit_part })
}

/// Joins the posts by their shares; of those held at once only the highest where the rule says so.
fn choose(counted: &mut Vec<CountedPost>, mixed: Vec<Option<Mixed>>, around: &Around<'_>) -> Option<(Exact, Exact)> {
    let mixed: Vec<Mixed> = mixed.into_iter().collect::<Option<_>>()?;
    let mut posts: Vec<(CountedPost, Mixed)> = counted.iter().cloned().zip(mixed).collect();
    if around.rule.two_posts == TwoPosts::Highest {
        posts = highest(posts, around);
    }
    let (mut total, mut unit_part) = (Exact::zero(), Exact::zero());
    for (post, mixed) in &posts {
        total += &(&post.share * &mixed.value);
        unit_part += &(&post.share * &mixed.unit_part);
    }
    *counted = posts.into_iter().map(|(post, _)| post).collect();
    Some((total, unit_part))
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

fn post_step(post: &CountedPost, own: Option<&Exact>, around: &Around<'_>) -> Step {
    let mixed = mix(post, own, around);
    let unit = around.unit(&post.post.unit).map_or_else(String::new, |unit| unit.unit.name.to_string());
    let value = around.unit_value(&post.post.unit).map_or_else(|| "—".to_owned(), |value| value.about());
    let own = own.map_or_else(|| "—".to_owned(), Exact::about);
    let (unit_share, own_share) = around
        .role(post)
        .map_or_else(Default::default, |role| (role.unit_share.to_string(), role.own_share.to_string()));
    let zh = format!("单位 {value} × {unit_share} + 本人测评 {own} × {own_share}（任职 {} 天）", post.days);
    let en = format!("unit {value} × {unit_share} + own ballots {own} × {own_share} ({} days)", post.days);
    let place =
        Evidence { place: post.post.place.clone(), text: Text::new(post.post.post.as_ref(), post.post.post.as_ref()) };
    let what = Text::new(format!("{unit} {}", post.post.post), format!("{unit} {}", post.post.post));
    Step::new(post.post.unit.as_str(), what, mixed.as_ref().map(|mixed| &mixed.value))
        .formula(zh, en)
        .evidence(vec![place])
}
