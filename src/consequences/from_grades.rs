//! Grades, scores and registers → lists and bars.

use chrono::NaiveDate;

use super::around::Around;
use super::model::Consequences;
use super::{appeal, appointments, bars, checks, deadlines, duties, ladders, procedures, responsibility, result_list};
use crate::diag::{Checked, Findings};
use crate::grades::Graded;
use crate::scheme::{Calendar, Scheme};
use crate::scores::Scored;
use crate::tally::Tally;

/// What the stage is given.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The counts and registers.
    pub tally: &'a Tally,
    /// The scores.
    pub scored: &'a Scored,
    /// The grades.
    pub graded: &'a Graded,
    /// The rules.
    pub scheme: &'a Scheme,
    /// First day of the assessment.
    pub from: NaiveDate,
    /// Last day of the assessment.
    pub to: NaiveDate,
    /// The day that the package bears.
    pub as_of: NaiveDate,
    /// The year charged.
    pub year: i32,
}

/// Works out every list and every bar.
#[must_use]
pub fn consequences(given: Given<'_>) -> Checked<Consequences> {
    let Given { tally, scored, graded, scheme, from, to, as_of, year } = given;
    let calendar = Calendar::builtin();
    let around = Around { tally, scored, graded, scheme, from, to, as_of, year, calendar };
    let mut findings = Findings::default();
    let mut entries = duties::entries(&around);
    entries.extend(appointments::entries(&around, &mut findings));
    entries.extend(deadlines::entries(&around, &mut findings));
    entries.extend(checks::rosters(&around));
    entries.extend(checks::records(&around));
    entries.extend(checks::lists(&around));
    entries.extend(responsibility::entries(&around, &mut findings));
    entries.extend(ladders::entries(&around, &mut findings));
    entries.extend(procedures::entries(&around));
    entries.extend(appeal::entries(&around, &mut findings));
    entries.extend(result_list::entries(&around));
    let (more, bars) = bars::entries(&around);
    entries.extend(more);
    entries.sort_by(|a, b| {
        (&a.list, &a.code, &a.subject, &a.about, a.state).cmp(&(&b.list, &b.code, &b.subject, &b.about, b.state))
    });
    Checked { value: Consequences { entries, bars }, findings }
}
