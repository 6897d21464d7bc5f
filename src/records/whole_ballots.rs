//! Rules over the whole ballot: how often some marks may stand on it, and that not all of them are alike.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::findings::{ballots_break_rule, rules_not_checked};
use super::rows::{Ballot, BallotCount, Tick};
use super::sink::Sink;
use crate::exact::Exact;
use crate::scheme::words::{BallotEffect, BallotRule, PollWords, Words};
use crate::terms::{ClassCode, MarkCode, PeriodCode, PersonCode, PollCode};

/// A ballot with what is only known while it is read.
#[derive(Debug, Clone)]
pub(super) struct Cast {
    pub(super) ballot: Ballot,
    /// Who cast it, where the sheet says so.
    pub(super) voter: Option<PersonCode>,
}

/// One sheet of paper: all that one voter says in one poll and period.
type Paper<'b> = (&'b PollCode, &'b PeriodCode, Option<&'b PersonCode>, Option<(&'b ClassCode, &'b Arc<str>)>);

fn paper(cast: &Cast) -> Paper<'_> {
    let ballot = &cast.ballot;
    // A voter's paper holds subjects for whom he is in different classes; an unnamed paper lies in the box of its class.
    let number = cast.voter.is_none().then_some((&ballot.class, &ballot.number));
    (&ballot.poll, &ballot.period, cast.voter.as_ref(), number)
}

/// Voids the ballots that break a rule over the whole ballot, and tells how many.
pub(super) fn judge(casts: &mut [Cast], words: &Words, sink: &mut Sink) {
    let has_rules = |poll: &PollWords| !poll.validity.ballot_rules.is_empty();
    let ruled: Vec<&PollCode> = words.polls.iter().filter(|poll| has_rules(poll)).map(|poll| &poll.code).collect();
    if ruled.is_empty() {
        return;
    }
    let mut papers: BTreeMap<Paper<'_>, Vec<usize>> = BTreeMap::new();
    for (at, cast) in casts.iter().enumerate().filter(|(_, cast)| ruled.contains(&&cast.ballot.poll)) {
        papers.entry(paper(cast)).or_default().push(at);
    }
    let mut broken: BTreeMap<(PollCode, PeriodCode, usize), u32> = BTreeMap::new();
    let mut void = Vec::new();
    for ((code, period, ..), of_paper) in papers {
        let Some(poll) = words.poll(code) else { continue };
        // Who is in two classes for a subject still says it once.
        let ballots = of_paper.iter().map(|at| &casts[*at].ballot).map(|ballot| (&ballot.subject, ballot));
        let ballots: Vec<&Ballot> = ballots.collect::<BTreeMap<_, _>>().into_values().collect();
        if ballots.iter().all(|ballot| ballot.void) {
            continue;
        }
        for (n, rule) in poll.validity.ballot_rules.iter().enumerate().filter(|(_, rule)| breaks(&ballots, rule, poll))
        {
            *broken.entry((code.clone(), period.clone(), n)).or_default() += 1;
            if rule.effect == Some(BallotEffect::Void) {
                void.extend(of_paper.iter().copied());
            }
        }
    }
    for at in void {
        let ballot = &mut casts[at].ballot;
        ballot.by_rule |= !ballot.void;
        ballot.void = true;
    }
    for ((code, period, n), papers) in broken {
        let Some(poll) = words.poll(&code) else { continue };
        let period = words.periods.iter().find(|own| own.code == period).map_or(period.as_str(), |own| &own.name);
        sink.push_always(ballots_break_rule(poll, period, n, papers));
    }
}

/// Whether a paper breaks a rule. Answers without a mark (不了解, blank) are not counted.
fn breaks(ballots: &[&Ballot], rule: &BallotRule, poll: &PollWords) -> bool {
    let asked = |at: usize| {
        rule.question.as_ref().is_none_or(|code| poll.questions.get(at).is_some_and(|question| question.code == *code))
    };
    let marks: Vec<&MarkCode> = ballots
        .iter()
        .filter(|ballot| !ballot.void)
        .flat_map(|ballot| ballot.ticks.iter().enumerate())
        .filter(|(at, _)| asked(*at))
        .filter_map(|(_, (tick, _))| if let Tick::Mark(mark) = tick { Some(mark) } else { None })
        .collect();
    let n = marks.iter().filter(|mark| rule.marks.contains(mark)).count();
    let (few, all) = (u32::try_from(n).unwrap_or(u32::MAX), u32::try_from(marks.len()).unwrap_or(u32::MAX));
    let share = |share: &Exact| share * &Exact::from(all);
    rule.at_most.is_some_and(|most| few > most)
        || rule.at_least.is_some_and(|least| few < least)
        || rule.share_at_most.as_ref().is_some_and(|most| Exact::from(few) > share(most))
        || rule.share_at_least.as_ref().is_some_and(|least| Exact::from(few) < share(least))
        || (rule.not_all_equal && marks.len() > 1 && marks.iter().all(|mark| *mark == marks[0]))
}

/// Tells counted ballots of polls whose rules need the ballots themselves.
pub(super) fn tell_counted(counts: &[BallotCount], words: &Words, sink: &mut Sink) {
    let needs = |poll: &&PollWords| !poll.validity.ballot_rules.is_empty();
    for poll in words.polls.iter().filter(needs) {
        if let Some(first) = counts.iter().find(|count| count.poll == poll.code) {
            sink.push_always(rules_not_checked(first.place.clone(), poll));
        }
    }
}
