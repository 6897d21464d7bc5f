//! Subjects whose band turns on how the total is rounded.

use super::findings::turns_on_rounding;
use crate::diag::Findings;
use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::Scheme;
use crate::scheme::worth::{Band, By, RoundingPoint, Whose};
use crate::scores::{Rounded, Scored};
use crate::terms::Subject;

/// Notes about those who would stand in another band by the exact value, or by the other rounding of halves.
#[must_use]
pub fn flips(scored: &Scored, scheme: &Scheme) -> Findings {
    let mut findings = Findings::default();
    if scheme.worth.compare.band != By::Rounded {
        return findings;
    }
    let units = scored.units.iter().map(|unit| (Subject::Unit(unit.unit.code.clone()), unit.total.as_ref()));
    let people =
        scored.people.iter().map(|person| (Subject::Person(person.person.code.clone()), person.total.as_ref()));
    of_whom(scheme, Whose::Unit, RoundingPoint::UnitTotal, units, &mut findings);
    of_whom(scheme, Whose::Person, RoundingPoint::PersonTotal, people, &mut findings);
    findings
}

fn of_whom<'a>(
    scheme: &Scheme,
    whose: Whose,
    point: RoundingPoint,
    totals: impl Iterator<Item = (Subject, Option<&'a Rounded>)>,
    findings: &mut Findings,
) {
    let Some((rounding, rule)) = scheme.worth.rounding_at(point) else { return };
    let other = Rounding { mode: other(rounding.mode), ..rounding };
    let bands = scheme.worth.bands(whose);
    for (subject, total) in totals {
        let Some(Rounded { exact, value, .. }) = total else { continue };
        let Some(band) = band_at(bands, value) else { continue };
        let others = [exact.clone(), other.apply(exact)];
        let turned = others.iter().filter_map(|value| band_at(bands, value)).find(|other| other.grade != band.grade);
        if let Some(turned) = turned {
            findings.push(turns_on_rounding::finding(&subject, exact, value, rule, (band, turned)));
        }
    }
}

fn band_at<'b>(bands: &'b [Band], value: &Exact) -> Option<&'b Band> {
    bands.iter().find(|band| {
        band.from.as_ref().is_none_or(|from| value >= from) && band.below.as_ref().is_none_or(|below| value < below)
    })
}

fn other(mode: Mode) -> Mode {
    match mode {
        Mode::HalfUp => Mode::HalfEven,
        Mode::HalfEven | Mode::Floor | Mode::Ceil => Mode::HalfUp,
    }
}
