//! Shares of ballots, and scores of polls.

use super::{Ask, Found};
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::words::{PollFailed, SmallSample};
use crate::scheme::worth::{ShareOver, Source};
use crate::scores::polls::{Whose, score_poll};
use crate::scores::posts::{Settle, counted_posts};
use crate::scores::trace::Evidence;
use crate::tally::{ClassTally, Distribution, PollTally};
use crate::terms::{GroupCode, PeriodCode, PollCode, QuestionCode, Subject, UnitCode};

/// The share of ballots with some marks: classes pooled, questions together or one of them, periods together.
///
/// **Formula**: Σ ticked with one of the marks ÷ Σ answers (or ballots, once per question).
/// **Example**: 33 excellent of 44 marked and 4 blank: 33 ÷ 44 over answers, 33 ÷ 48 over returned ballots (B8).
pub(super) fn share(source: &Source, ask: &Ask<'_>) -> Found {
    let Source::PollShare { poll, question, marks, over, classes, empty } = source else { return Found::default() };
    let Some(rule) = ask.scheme.worth.poll(poll) else { return Found::default() };
    let wanted: Vec<usize> =
        rule.marks.iter().enumerate().filter(|(_, (code, ..))| marks.contains(code)).map(|(at, _)| at).collect();
    let (mut above, mut below, mut n_valid) = (0u64, 0u64, 0u32);
    let mut evidence = Vec::new();
    let (mut any, mut withheld) = (false, false);
    for (_, tally) in held(poll, ask) {
        match tally.failed().map(|missed| missed.then) {
            Some(PollFailed::Pend) => return Found { pending: true, ..Found::default() },
            Some(PollFailed::Void) => continue,
            Some(PollFailed::Warning) | None => {}
        }
        // A share of some classes says something about the split.
        withheld |= !classes.is_empty() && tally.is_withheld(rule.min_count);
        let own = tally.classes.iter().filter(|(code, _)| classes.is_empty() || classes.contains(code));
        for (_, class) in own.filter(|(_, class)| !class.voided && class.small != Some(SmallSample::LeaveOut)) {
            if class.small == Some(SmallSample::Pend) {
                return Found { pending: true, ..Found::default() };
            }
            any = true;
            n_valid += class.valid;
            for (code, ..) in rule.questions.iter().filter(|(code, ..)| question.as_ref().is_none_or(|q| q == code)) {
                let counts = class.questions.get(code);
                let n = counts.map_or(0, |counts| wanted.iter().filter_map(|at| counts.marks.get(*at)).sum::<u32>());
                // Over a number that nobody registered there is no share.
                let Some(base) = base(*over, class, counts) else { return Found::default() };
                above += u64::from(n);
                below += u64::from(base);
                if ask.traced && !tally.is_withheld(rule.min_count) {
                    evidence.extend(cells(class, code, &wanted));
                }
            }
        }
    }
    if !any {
        return Found::default();
    }
    let mut found = Found::rate(&Exact::from(above), &Exact::from(below), *empty, ask.traced);
    evidence.sort_by(|a, b| a.place.cmp(&b.place));
    found.evidence = evidence;
    found.withheld = withheld || (n_valid > 0 && n_valid < rule.min_count);
    found
}

fn base(over: ShareOver, class: &ClassTally, counts: Option<&Distribution>) -> Option<u32> {
    match over {
        ShareOver::Answered => Some(counts.map_or(0, Distribution::ticked)),
        ShareOver::Valid => Some(class.valid),
        ShareOver::Returned => Some(class.returned.unwrap_or(class.valid + class.void)),
        ShareOver::Issued => class.issued,
    }
}

fn cells(class: &ClassTally, question: &QuestionCode, wanted: &[usize]) -> Vec<Evidence> {
    let of = class.places.iter().filter(|((code, at), _)| code == question && wanted.contains(at));
    of.flat_map(|(_, places)| places)
        .map(|place| Evidence { place: place.clone(), text: Text::default(), by: None })
        .collect()
}

/// The polls of a subject in the periods asked about.
fn held<'a>(poll: &'a PollCode, ask: &'a Ask<'_>) -> impl Iterator<Item = (&'a PeriodCode, &'a PollTally)> {
    let periods = ask.scheme.words.poll(poll).map(|words| words.periods.as_slice()).unwrap_or_default();
    let own = periods.iter().filter(|period| ask.takes(period));
    own.filter_map(|period| {
        let tally = ask.tally.polls.get(&(poll.clone(), period.clone(), ask.subject?.clone()))?;
        Some((period, tally))
    })
}

/// The poll's score; over several periods that of the last one held.
pub(super) fn score(poll: &PollCode, ask: &Ask<'_>) -> Found {
    let Some(rule) = ask.scheme.worth.poll(poll) else { return Found::default() };
    let Some((period, tally)) = held(poll, ask).last() else { return Found::default() };
    let listed = listed(ask);
    let group = match ask.subject {
        Some(Subject::Unit(unit)) => group_of(unit, ask),
        _ => listed.as_ref().and_then(|post| group_of(&post.unit, ask)),
    };
    let whose = Whose { group, role: listed.as_ref().map(|post| &post.role) };
    let (score, _) = score_poll(rule, period, Some(tally), whose, ask.scheme, false);
    Found { value: score.score.map(|score| score.value), pending: score.pending, ..Found::default() }
}

fn group_of<'a>(unit: &UnitCode, ask: &Ask<'a>) -> Option<&'a GroupCode> {
    let at = ask.tally.units.binary_search_by(|own| own.code.cmp(unit)).ok()?;
    Some(&ask.tally.units[at].group)
}

/// The post under which a person is listed: class weights may hang on it.
fn listed(ask: &Ask<'_>) -> Option<Post> {
    let Some(Subject::Person(code)) = ask.subject else { return None };
    let at = ask.tally.people.binary_search_by(|own| own.code.cmp(code)).ok()?;
    let rule = ask.scheme.worth.people.as_ref()?;
    let mut counted = counted_posts(&ask.tally.people[at].posts, ask.from, ask.to, &Settle::of(rule, ask.to));
    counted.sort_by_key(|post| std::cmp::Reverse((post.days, post.post.from)));
    counted.into_iter().next().map(|post| post.post)
}
