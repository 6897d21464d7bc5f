//! Whether a poll counts: quorum, void ballots, more returned than issued, the size of a sample. Whole numbers are compared.

use std::collections::BTreeMap;

use super::findings::{About, entitled_missing, quorum_missed, sample_small, void_too_many};
use super::model::{Asked, ClassTally, Missed, PollTally};
use crate::diag::Findings;
use crate::scheme::words::{OverReturn, PeriodWords, PollFailed, PollWords, QuorumOf};
use crate::terms::{PeriodCode, PollCode, Subject};

/// Writes into each poll what it misses, and tells it.
pub(super) fn check_polls(
    polls: &mut BTreeMap<(PollCode, PeriodCode, Subject), PollTally>,
    words: &[PollWords],
    periods: &[PeriodWords],
    findings: &mut Findings,
) {
    for ((code, period, subject), tally) in polls {
        let Some(poll) = words.iter().find(|poll| poll.code == *code) else { continue };
        let about = About { poll, period: period_name(periods, period), subject: subject.code() };
        quorum(tally, &about, findings);
        void_ballots(tally, &about, findings);
        over_return(tally, poll);
        samples(tally, &about, findings);
    }
}

fn period_name<'w>(periods: &'w [PeriodWords], code: &'w PeriodCode) -> &'w str {
    periods.iter().find(|period| period.code == *code).map_or(code.as_str(), |period| &period.name)
}

/// Ballots returned, registered or read.
fn returned(class: &ClassTally) -> u32 {
    class.returned.unwrap_or(class.valid + class.void)
}

fn quorum(tally: &mut PollTally, about: &About<'_>, findings: &mut Findings) {
    let Some(quorum) = &about.poll.validity.quorum else { return };
    let base = |class: &ClassTally| match quorum.of {
        QuorumOf::Issued => class.issued,
        QuorumOf::Entitled => class.entitled,
    };
    let Some(of) = tally.classes.values().map(base).sum::<Option<u32>>() else {
        findings.push(entitled_missing::finding(about, quorum.of));
        return;
    };
    let n = tally.classes.values().map(returned).sum();
    if !quorum.line.is_passed(n, of) {
        findings.push(quorum_missed::finding(about, quorum, n, of));
        tally.missed.push(Missed { what: Asked::Quorum, then: quorum.failed, n, of });
    }
}

fn void_ballots(tally: &mut PollTally, about: &About<'_>, findings: &mut Findings) {
    let Some(limit) = &about.poll.validity.void_limit else { return };
    let n = tally.classes.values().map(|class| class.void).sum();
    let of = tally.classes.values().map(returned).sum();
    if of > 0 && limit.line.is_passed(n, of) {
        findings.push(void_too_many::finding(about, limit, n, of));
        tally.missed.push(Missed { what: Asked::FewVoid, then: limit.failed, n, of });
    }
}

/// More returned than issued has its finding where it was read.
fn over_return(tally: &mut PollTally, poll: &PollWords) {
    let then = match poll.over_return {
        OverReturn::VoidPoll => PollFailed::Void,
        OverReturn::Pend => PollFailed::Pend,
        OverReturn::Void | OverReturn::Error | OverReturn::Warning => return,
    };
    let over = tally.classes.values().filter_map(|class| Some((class.returned?, class.issued?)));
    let missed = over.filter(|(returned, issued)| returned > issued);
    let missed = missed.map(|(n, of)| Missed { what: Asked::NotOver, then, n, of });
    let missed: Vec<Missed> = missed.collect();
    tally.missed.extend(missed);
}

fn samples(tally: &mut PollTally, about: &About<'_>, findings: &mut Findings) {
    let Some((least, then)) = about.poll.validity.min_sample else { return };
    for named in &about.poll.classes {
        let Some(class) = tally.classes.get_mut(&named.code) else { continue };
        if class.valid > 0 && class.valid < least {
            class.small = Some(then);
            findings.push(sample_small::finding(about, &named.name, class.valid, least, then));
        }
    }
}
