//! Rank, band, veto, places and decision, each with values worked by hand from the catalogue of mechanisms (E1 … F6).

mod bands;
mod order;
mod places;
mod shares;
mod vetoes;

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::charges::{Charge, SanctionCharge, SanctionOf};
use crate::diag::Place;
use crate::exact::{Exact, Mode, Rounding};
use crate::facts::{Decision, Event, Sanction, SanctionState};
use crate::grades::model::{Entrant, Outcome, QuotaRuling};
use crate::grades::round::Round;
use crate::grades::stages::decide;
use crate::scheme::worth::{Effect, RuleRef, SanctionOutcome, Sanctions, SeveralSanctions, Whose, Worth};
use crate::scheme::{Scheme, builtin, load};
use crate::scores::Rounded;
use crate::terms::{RuleId, Subject};

/// A decimal.
fn d(text: &str) -> Exact {
    text.parse().expect("a decimal")
}

/// The built-in scheme, to be changed by a test.
fn scheme() -> Scheme {
    load(&builtin(), "scoring/yunshan", "yunshan").value.expect("the built-in scheme loads")
}

fn nowhere() -> Place {
    Place::File("test".into())
}

/// A day of 2015, as whatever the fact holds.
fn day<T: FromStr>(month: u32, date: u32) -> T {
    format!("2015-{month:02}-{date:02}").parse().ok().expect("a day of 2015")
}

fn unit(code: &str) -> Subject {
    Subject::Unit(code.into())
}

fn rule(id: &str) -> RuleRef {
    RuleRef { id: RuleId::new(id), basis: None, assumed: true, place: nowhere() }
}

/// A unit of the departments with a total, rounded to two places, and components for a chain.
fn entrant(code: &str, total: &str, chain: [&str; 2]) -> Entrant {
    let rounding = Rounding { mode: Mode::HalfUp, places: 2 };
    Entrant {
        subject: unit(code),
        group: Some("department".into()),
        role: None,
        layer: None,
        unit: None,
        excluded: None,
        total: Some(Rounded::by(d(total), Some(rounding))),
        spared: None,
        components: BTreeMap::from([("inspection".into(), d(chain[0])), ("appraisal".into(), d(chain[1]))]),
        items: BTreeMap::new(),
        measures: BTreeMap::new(),
        why_not: None,
    }
}

/// Units U1, U2 … with totals.
fn entrants(totals: &[&str]) -> Vec<Entrant> {
    (1..).zip(totals).map(|(n, total)| entrant(&format!("U{n}"), total, ["0", "0"])).collect()
}

/// An event's hit on a unit.
fn hit(code: &str, cap: &str, may_lift: bool) -> Charge {
    let event = Event {
        id: "ZZ".into(),
        unit: code.into(),
        person: None,
        ground: "V".into(),
        matter: None,
        date: day(3, 18),
        document: "文号".into(),
        measure: "措施".into(),
        year: 2015,
        revoked: false,
        place: nowhere(),
    };
    Charge {
        subject: unit(code),
        as_what: "unit",
        event,
        ground_name: "事由".to_owned(),
        effect: Effect::Cap(cap.into()),
        may_lift,
        rule: rule("ground:V"),
        through: None,
        places: vec![nowhere()],
    }
}

fn decision(code: &str, grade: &str) -> Decision {
    Decision {
        id: "CD".into(),
        subject: unit(code),
        grade: grade.into(),
        body: "县委常委会".into(),
        date: day(12, 31),
        reason: "理由".into(),
        place: nowhere(),
    }
}

fn graded(
    worth: &Worth,
    entrants: &[Entrant],
    charges: &[Charge],
    decisions: &[Decision],
) -> (Vec<Outcome>, Vec<QuotaRuling>) {
    let state = decide(&Round { charges, decisions, ..round(worth, entrants) });
    (state.outcomes, state.quotas)
}

/// A round over units with nothing but scores.
fn round<'a>(worth: &'a Worth, entrants: &'a [Entrant]) -> Round<'a> {
    Round {
        whose: Whose::Unit,
        worth,
        entrants,
        charges: &[],
        sanctions: &[],
        confirmations: &[],
        decisions: &[],
        units: &[],
        carried: &[],
        spared: None,
    }
}

/// Grades as one line; a dash for one that waits.
fn grades(outcomes: &[Outcome]) -> String {
    let word = |outcome: &Outcome| outcome.grade.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
    outcomes.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The rule about several sanctions.
fn on_sanction() -> Sanctions {
    Sanctions {
        kinds: Vec::new(),
        effects: Vec::new(),
        several: SeveralSanctions::Worst,
        ungraded_above: Some("不合格".into()),
        rule: rule("sanctions"),
    }
}

/// A governing sanction in effect.
fn sanction_charge(code: &str, outcome: Option<SanctionOutcome>) -> SanctionCharge {
    SanctionCharge {
        subject: unit(code),
        sanction: Sanction {
            id: "S".into(),
            person: "P".into(),
            kind: "警告".into(),
            decided: day(3, 18),
            unit: None,
            duty_related: None,
            document: "文号".into(),
            effect_to: None,
            state: SanctionState::Decided,
            place: nowhere(),
        },
        kind: SanctionOf { name: "警告".to_owned(), party: true },
        year: 1,
        outcome,
        governs: true,
        rule: rule("sanction_effect:警告/1"),
    }
}
