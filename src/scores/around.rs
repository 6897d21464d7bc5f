//! What scoring any unit needs beside the unit, worked out once for a run.

use chrono::{Datelike as _, NaiveDate};

use super::items::{Of, Standings, item_rounding, standings};
use crate::exact::Rounding;
use crate::facts::Unit;
use crate::scheme::Scheme;
use crate::scheme::worth::RoundingPoint;
use crate::tally::Tally;
use crate::terms::PeriodCode;

/// The rules, the counts, the days, and the standings over the whole roster.
pub(super) struct Around<'a> {
    pub scheme: &'a Scheme,
    pub tally: &'a Tally,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub year: i32,
    pub component_rounding: Option<Rounding>,
    item_rounding: Option<Rounding>,
    standings: Standings,
}

impl<'a> Around<'a> {
    /// Everything that is the same for all units.
    pub(super) fn new(scheme: &'a Scheme, tally: &'a Tally, from: NaiveDate, to: NaiveDate) -> Self {
        let component_rounding = scheme.worth.rounding_at(RoundingPoint::Component).map(|(rounding, _)| rounding);
        let item_rounding = item_rounding(scheme);
        let standings_so_far = Standings::default();
        let mut around = Self {
            scheme,
            tally,
            from,
            to,
            year: to.year(),
            component_rounding,
            item_rounding,
            standings: standings_so_far,
        };
        if let (Some(unit), Some(period)) = (tally.units.first(), scheme.words.periods.first()) {
            around.standings = standings(&around.of(unit, &period.code, false));
        }
        around
    }

    /// One unit in one period.
    pub(super) fn of<'b>(&'b self, unit: &'b Unit, period: &'b PeriodCode, traced: bool) -> Of<'b> {
        Of {
            scheme: self.scheme,
            tally: self.tally,
            standings: &self.standings,
            unit,
            period,
            from: self.from,
            to: self.to,
            year: self.year,
            rounding: self.item_rounding,
            traced,
        }
    }
}
