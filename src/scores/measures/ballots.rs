//! Shares of ballots, and scores of polls.

use super::{Ask, Found};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::worth::{ShareOver, Source};
use crate::scores::polls::score_poll;
use crate::scores::trace::Evidence;
use crate::tally::{ClassTally, Distribution, PollTally};
use crate::terms::{PeriodCode, PollCode, QuestionCode};

/// The share of ballots with some marks: classes pooled, questions together or one of them, periods together.
///
/// **Formula**: Σ ticked with one of the marks ÷ Σ answers (or ballots, once per question).
/// **Example**: 33 excellent of 44 marked and 4 blank: 33 ÷ 44 over answers, 33 ÷ 48 over returned ballots (B8).
pub(super) fn share(source: &Source, ask: &Ask<'_>) -> Found {
    let Source::PollShare { poll, question, marks, over, classes, empty } = source else { return Found::default() };
    let Some(rule) = ask.scheme.worth.poll(poll) else { return Found::default() };
    let wanted: Vec<usize> =
        rule.marks.iter().enumerate().filter(|(_, (code, ..))| marks.contains(code)).map(|(at, _)| at).collect();
    let (mut above, mut below) = (0u64, 0u64);
    let mut evidence = Vec::new();
    let mut any = false;
    for (_, tally) in held(poll, ask) {
        let own = tally.classes.iter().filter(|(code, _)| classes.is_empty() || classes.contains(code));
        for (_, class) in own {
            any = true;
            for (code, ..) in rule.questions.iter().filter(|(code, ..)| question.as_ref().is_none_or(|q| q == code)) {
                let counts = class.questions.get(code);
                let n = counts.map_or(0, |counts| wanted.iter().filter_map(|at| counts.marks.get(*at)).sum::<u32>());
                above += u64::from(n);
                below += u64::from(base(*over, class, counts));
                if ask.traced {
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
    found
}

fn base(over: ShareOver, class: &ClassTally, counts: Option<&Distribution>) -> u32 {
    match over {
        ShareOver::Answered => counts.map_or(0, Distribution::ticked),
        ShareOver::Valid => class.valid,
        ShareOver::Returned => class.returned.unwrap_or(class.valid + class.void),
        ShareOver::Issued => class.issued.unwrap_or_default(),
    }
}

fn cells(class: &ClassTally, question: &QuestionCode, wanted: &[usize]) -> Vec<Evidence> {
    let of = class.places.iter().filter(|((code, at), _)| code == question && wanted.contains(at));
    of.flat_map(|(_, places)| places).map(|place| Evidence { place: place.clone(), text: Text::default() }).collect()
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
    let (score, _) = score_poll(rule, period, Some(tally), ask.scheme, false);
    Found { value: score.score.map(|score| score.value), ..Found::default() }
}
