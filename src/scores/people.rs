//! A person's score: the units' share of the posts that count, and the own ballots.

use super::model::{CountedPost, PersonScore, PollScore, Rounded, UnitScore};
use super::polls::score_poll;
use super::posts::counted_posts;
use super::trace::{Evidence, Step};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Person;
use crate::scheme::Scheme;
use crate::scheme::worth::{By, PeopleRule, Role, RoundingPoint, TwoPosts, WhenMissing};
use crate::tally::Tally;
use crate::terms::{Subject, UnitCode};

/// What scoring a person needs beside the person.
pub(super) struct Around<'a> {
    pub scheme: &'a Scheme,
    pub rule: &'a PeopleRule,
    pub tally: &'a Tally,
    pub units: &'a [UnitScore],
    pub from: chrono::NaiveDate,
    pub to: chrono::NaiveDate,
}

impl Around<'_> {
    fn unit(&self, code: &UnitCode) -> Option<&UnitScore> {
        self.units.binary_search_by(|unit| unit.unit.code.cmp(code)).ok().map(|at| &self.units[at])
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
        total: None,
        pending: Vec::new(),
        no_post: counted.is_empty(),
        counted: Vec::new(),
        trace: None,
    };
    let own = own_ballots(person, around, traced);
    let (own, own_step) = own.map_or((None, None), |(score, step)| (Some(score), step));
    let own_value = own.as_ref().and_then(|own| own.score.as_ref()).map(|score| score.value.clone());
    score.own = own;
    if counted.is_empty() {
        return score;
    }
    counted.sort_by_key(|post| std::cmp::Reverse((post.days, post.post.from)));
    let per_post: Vec<Option<Mixed>> = counted.iter().map(|post| mix(post, own_value.as_ref(), around)).collect();
    let chosen = choose(&mut counted, &per_post, rule.two_posts);
    score.listed = counted.first().map(|first| (first.post.unit.clone(), first.post.role.clone()));
    let rounding = around.scheme.worth.rounding_at(RoundingPoint::PersonTotal).map(|(rounding, _)| rounding);
    if let Some((total, unit_part)) = chosen {
        score.total = Some(Rounded::by(total, rounding));
        score.unit_part = Some(unit_part);
    } else {
        score.pending.push(rule.rule.clone());
    }
    if traced {
        let parts = counted.iter().map(|post| post_step(post, own_value.as_ref(), around)).chain(own_step);
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

fn own_ballots(person: &Person, around: &Around<'_>, traced: bool) -> Option<(PollScore, Option<Step>)> {
    let code = around.rule.poll.as_ref()?;
    let poll = around.scheme.worth.poll(code)?;
    let words = around.scheme.words.poll(code)?;
    let period = words.periods.last()?;
    let found = around.tally.polls.get(&(code.clone(), period.clone(), Subject::Person(person.code.clone())));
    Some(score_poll(poll, period, found, around.scheme, traced))
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

/// Joins the posts: by their shares, or the highest of those held at once.
fn choose(counted: &mut Vec<CountedPost>, mixed: &[Option<Mixed>], two_posts: TwoPosts) -> Option<(Exact, Exact)> {
    if two_posts == TwoPosts::Highest && counted.len() > 1 {
        let mut best: Option<(usize, &Mixed)> = None;
        for (at, mixed) in mixed.iter().enumerate() {
            let mixed = mixed.as_ref()?;
            if best.is_none_or(|(_, other)| mixed.value > other.value) {
                best = Some((at, mixed));
            }
        }
        let (at, best) = best?;
        let mut post = counted.remove(at);
        post.share = Exact::one();
        *counted = vec![post];
        return Some((best.value.clone(), best.unit_part.clone()));
    }
    let (mut total, mut unit_part) = (Exact::zero(), Exact::zero());
    for (post, mixed) in counted.iter().zip(mixed) {
        let mixed = mixed.as_ref()?;
        total += &(&post.share * &mixed.value);
        unit_part += &(&post.share * &mixed.unit_part);
    }
    Some((total, unit_part))
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
