//! Duties: how many actions a span asked for, how many there were, and with whom.

use chrono::{Datelike as _, Months, NaiveDate};

use super::holders::{Bound, bound, cover, fits, in_groups, overlaps, person_of, supervised};
use crate::diag::{Place, Text};
use crate::facts::{Deed, Person, Post, Talk};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{Coverage, Due, DueYear, Duty, Each, PartService, Per, Whence, Who};
use crate::tally::Tally;
use crate::terms::{PersonCode, Subject, UnitCode};

/// One span of a duty, and perhaps one counterpart.
#[derive(Debug, Clone)]
pub struct DutySpan {
    /// 一季度.
    pub label: Text,
    /// With whom, for a duty of coverage.
    pub with: Option<PersonCode>,
    /// How many were required.
    pub required: u32,
    /// How many there were in time.
    pub done: u32,
    /// How many came after the last day.
    pub late: u32,
    /// The day of the last one counted.
    pub last: Option<NaiveDate>,
    /// The cells of those counted.
    pub places: Vec<Place>,
}

/// A duty of one subject in one unit.
#[derive(Debug, Clone)]
pub struct DutyState {
    /// Code of the duty.
    pub duty: String,
    /// Whose.
    pub subject: Subject,
    /// In which unit.
    pub unit: UnitCode,
    /// The last day, if it has one.
    pub due: Option<NaiveDate>,
    /// Span by span, and counterpart by counterpart.
    pub spans: Vec<DutySpan>,
}

impl DutyState {
    /// How many are required in all.
    #[must_use]
    pub fn required(&self) -> u32 {
        self.spans.iter().map(|span| span.required).sum()
    }

    /// How many there were in all.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.spans.iter().map(|span| span.done).sum()
    }

    /// How many of those required there were: more in one span makes up for none in another.
    #[must_use]
    pub fn reached(&self) -> u32 {
        self.spans.iter().map(|span| span.done.min(span.required)).sum()
    }

    /// How many are missing.
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.required() - self.reached()
    }
}

/// A stretch of days.
#[derive(Debug, Clone)]
struct Stretch {
    label: Text,
    from: NaiveDate,
    to: NaiveDate,
}

/// The state of a duty for everybody whom it binds, or for one subject.
///
/// **Rule**: in each span at least so many actions of that word; with each counterpart, if the duty names counterparts. An
/// action beyond what a span requires does not count for another span. **Formula**: missing = Σ max(0, required − done).
#[must_use]
pub fn duty_states(
    duty: &Duty,
    tally: &Tally,
    (from, to): (NaiveDate, NaiveDate),
    only: Option<&Subject>,
) -> Vec<DutyState> {
    let due = duty.due.as_ref().and_then(|due| last_day(due, to));
    let stretches = stretches(duty, from, to, due);
    let state = |bound: Bound<'_>| {
        let mut spans = Vec::new();
        for stretch in &stretches {
            if bound.posts.is_empty() && matches!(bound.subject, Subject::Person(_)) {
                continue;
            }
            if !asked_in(&bound.posts, stretch, duty.part_service) {
                continue;
            }
            match &duty.each {
                None => spans.push(span(duty, tally, &bound, stretch, due, None)),
                Some(coverage) => {
                    let all = counterparts(coverage, tally, &bound, stretch, duty.part_service);
                    spans.extend(all.into_iter().map(|with| span(duty, tally, &bound, stretch, due, Some(with))));
                }
            }
        }
        DutyState { duty: duty.code.clone(), subject: bound.subject, unit: bound.unit, due, spans }
    };
    bound(&duty.scope, tally, (from, to), only).into_iter().map(state).filter(|state| !state.spans.is_empty()).collect()
}

/// The last day of a duty: not included where the scheme says so.
fn last_day(due: &Due, to: NaiveDate) -> Option<NaiveDate> {
    let year = to.year() + i32::from(due.year == DueYear::Next);
    let (month, day) = due.day;
    // 29 February of a year without it is the 28th.
    let last = NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, 28))?;
    if due.day_counts { Some(last) } else { last.pred_opt() }
}

fn stretches(duty: &Duty, from: NaiveDate, to: NaiveDate, due: Option<NaiveDate>) -> Vec<Stretch> {
    let whole = |zh: &str, en: &str, from, to| vec![Stretch { label: Text::new(zh, en), from, to }];
    if let Some(due) = due {
        return whole("全年", "the year", from, to.max(due));
    }
    let months = match duty.per {
        Per::Year => return whole("全年", "the year", from, to),
        Per::Term => return whole("本届", "the term", duty.term_from.unwrap_or(from), to),
        Per::Quarter => 3,
        Per::Half => 6,
    };
    let mut all = Vec::new();
    let mut start = NaiveDate::from_ymd_opt(from.year(), (from.month0() / months) * months + 1, 1);
    while let Some(first) = start.filter(|first| *first <= to) {
        let next = first.checked_add_months(Months::new(months));
        let end = next.and_then(|next| next.pred_opt()).unwrap_or(to);
        let at = first.month0() / months;
        let year = if from.year() == to.year() { String::new() } else { format!("{}年", first.year()) };
        let zh = match (months, at) {
            (6, 0) => "上半年".to_owned(),
            (6, _) => "下半年".to_owned(),
            (_, at) => format!("{}季度", ["一", "二", "三", "四"][at as usize % 4]),
        };
        let en = format!("{}{} of {}", if months == 6 { "half " } else { "quarter " }, at + 1, first.year());
        all.push(Stretch { label: Text::new(format!("{year}{zh}"), en), from: first.max(from), to: end.min(to) });
        start = next;
    }
    all
}

/// Whether one who holds these posts is asked for a span: never without a day in it.
fn asked_in(posts: &[&Post], stretch: &Stretch, part: PartService) -> bool {
    if posts.is_empty() {
        return true;
    }
    match part {
        PartService::InFull => posts.iter().any(|post| overlaps(post, stretch.from, stretch.to)),
        PartService::LeaveOut => cover(posts, stretch.from, stretch.to),
    }
}

/// Everybody with whom an action is required in a span, by code.
fn counterparts(
    coverage: &Coverage,
    tally: &Tally,
    own: &Bound<'_>,
    stretch: &Stretch,
    part: PartService,
) -> Vec<PersonCode> {
    let Coverage { each, groups, roles } = coverage;
    let principal = [Who::Kind(RoleKind::Principal)];
    let supervised: Vec<&UnitCode> = match each {
        Each::SupervisedPrincipal | Each::SupervisedMember => {
            supervised(&own.posts, tally, (stretch.from, stretch.to)).into_iter().map(|unit| &unit.code).collect()
        }
        _ => Vec::new(),
    };
    let is_of = |post: &Post| {
        let place = match each {
            Each::Member | Each::Principal => post.unit == own.unit,
            Each::SupervisedPrincipal | Each::SupervisedMember => supervised.contains(&&post.unit),
            Each::AllPrincipals | Each::AllMembers => post.unit != own.unit,
        };
        let chief = matches!(each, Each::Principal | Each::SupervisedPrincipal | Each::AllPrincipals);
        place
            && (!chief || fits(post, &principal))
            && in_groups(tally, &post.unit, groups)
            && (roles.is_empty() || roles.contains(&post.role))
    };
    let fits = |person: &&Person| {
        let posts: Vec<&Post> = person.posts.iter().filter(|post| is_of(post)).collect();
        !posts.is_empty() && own.subject != Subject::Person(person.code.clone()) && asked_in(&posts, stretch, part)
    };
    tally.people.iter().filter(fits).map(|person| person.code.clone()).collect()
}

fn span(
    duty: &Duty,
    tally: &Tally,
    own: &Bound<'_>,
    stretch: &Stretch,
    due: Option<NaiveDate>,
    with: Option<PersonCode>,
) -> DutySpan {
    let mut made = DutySpan {
        label: stretch.label.clone(),
        required: duty.required,
        done: 0,
        late: 0,
        last: None,
        places: Vec::new(),
        with,
    };
    let mut count = |date: NaiveDate, place: &Place| {
        if due.is_some_and(|due| date > due) {
            made.late += 1;
            made.last = Some(date);
        } else if stretch.from <= date && date <= stretch.to {
            made.done += 1;
            made.last = Some(date);
            made.places.push(place.clone());
        }
    };
    let with = made.with.clone();
    match duty.from {
        Whence::Ledger => {
            let deeds = deeds_of(tally, &own.unit);
            for deed in deeds.iter().filter(|deed| counts(duty, own, deed, with.as_ref())) {
                count(deed.date, &deed.place);
            }
        }
        Whence::Talks => {
            for talk in tally.registers.talks.iter().filter(|talk| talk_counts(duty, tally, own, talk, with.as_ref())) {
                count(talk.date, &talk.place);
            }
        }
    }
    made
}

/// The deeds of a unit; they stand by unit.
#[must_use]
pub fn deeds_of<'t>(tally: &'t Tally, unit: &UnitCode) -> &'t [Deed] {
    let all = &tally.registers.deeds;
    let from = all.partition_point(|deed| deed.unit < *unit);
    let n = all[from..].partition_point(|deed| deed.unit == *unit);
    &all[from..from + n]
}

fn counts(duty: &Duty, own: &Bound<'_>, deed: &Deed, with: Option<&PersonCode>) -> bool {
    let is_own = match &own.subject {
        Subject::Unit(_) => true,
        Subject::Person(code) => deed.person.as_ref() == Some(code),
    };
    duty.words.iter().any(|word| *deed.action == **word)
        && is_own
        && (deed.evidence || !duty.evidence)
        && with.is_none_or(|with| deed.with.contains(with))
}

fn talk_counts(duty: &Duty, tally: &Tally, own: &Bound<'_>, talk: &Talk, with: Option<&PersonCode>) -> bool {
    let is_own = match (&own.subject, &talk.talker) {
        (Subject::Person(code), Some(talker)) => talker == code,
        (Subject::Unit(unit), Some(talker)) => person_of(tally, talker)
            .is_some_and(|person| person.posts.iter().any(|post| post.unit == *unit && post.holds_on(talk.date))),
        (_, None) => false,
    };
    duty.words.iter().any(|word| *talk.kind == **word)
        && is_own
        && talk.absent.is_empty()
        && (talk.record || !duty.evidence)
        && with.is_none_or(|with| talk.with.contains(with))
}
