//! The situations that a county shows, for tests and for those who look for one.

use super::claims;
use super::county::County;

/// What the demo shows; the table in the module's comment says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SituationKind {
    /// Two townships equal in everything at the last place.
    TownshipTie,
    /// Two departments of equal total at the last place, parted by the chain.
    DepartmentTie,
    /// Ground V1.
    VetoV1,
    /// The event belongs to the principal of the day, who has moved since.
    FormerPrincipal,
    /// Ground V2.
    VetoV2,
    /// Ground V3.
    VetoV3,
    /// Ground V4, before a transfer in July where the year has one.
    VetoV4,
    /// A revoked event.
    RevokedEvent,
    /// A report after the due day.
    LateReport,
    /// A class without ballots.
    EmptyClass,
    /// A question without answers.
    EmptyQuestion,
    /// A class below `min_count`.
    SmallClass,
    /// More returned than issued.
    OverReturned,
    /// Two posts at once.
    TwoPosts,
    /// A unit's grade decided.
    UnitDecided,
    /// A person's grade decided.
    PersonDecided,
    /// An item that does not apply.
    NotApplicable,
    /// Honours over their cap.
    BonusOverCap,
    /// A penalty.
    Penalty,
    /// A claim charged to the next year.
    ChargedNextYear,
}

/// One situation of a county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// Which.
    pub kind: SituationKind,
    /// Codes of the units.
    pub units: Vec<String>,
    /// Codes of the people.
    pub people: Vec<String>,
}

/// The situations of a county, in the order of [`SituationKind`].
pub(super) fn list(county: &County) -> Vec<Situation> {
    use SituationKind as Kind;
    let cast = &county.cast;
    let person = |unit: usize, place: usize| county.member(unit, place).map(|person| person.code.clone());
    let one = |part: Option<usize>| part.map(|unit| vec![unit]);
    let pair = |part: Option<[usize; 2]>| part.map(|pair| pair.to_vec());
    let moved = county.people.iter().any(|person| person.posts.iter().any(|post| post.to.is_some()));
    let former = moved.then_some(cast.v1).flatten();
    [
        (Kind::TownshipTie, pair(cast.town_tie), None),
        (Kind::DepartmentTie, pair(cast.chain_tie), None),
        (Kind::VetoV1, one(cast.v1), cast.v1.and_then(|unit| person(unit, usize::MAX))),
        (
            Kind::FormerPrincipal,
            one(former),
            former.and_then(|unit| claims::principal_on(county, unit, claims::V1_DAY)),
        ),
        (Kind::VetoV2, one(cast.v2), None),
        (Kind::VetoV3, one(cast.v3), None),
        (Kind::VetoV4, one(cast.v4), cast.v4.and_then(|unit| claims::deputy_before_july(county, unit))),
        (Kind::RevokedEvent, one(cast.revoked), None),
        (Kind::LateReport, one(cast.late), None),
        (Kind::EmptyClass, one(cast.empty_class), None),
        (Kind::EmptyQuestion, one(cast.empty_question), None),
        (Kind::SmallClass, one(cast.small_class), None),
        (Kind::OverReturned, one(cast.over_returned), None),
        (Kind::TwoPosts, pair(cast.two_posts), cast.two_posts.and_then(|[main, _]| person(main, 1))),
        (Kind::UnitDecided, one(cast.decided), None),
        (Kind::PersonDecided, one(cast.decided_person), cast.decided_person.and_then(|unit| person(unit, 1))),
        (Kind::NotApplicable, one(cast.not_applicable), None),
        (Kind::BonusOverCap, one(cast.over_cap), None),
        (Kind::Penalty, one(cast.penalty), None),
        (Kind::ChargedNextYear, one(cast.next_year), None),
    ]
    .into_iter()
    .filter_map(|(kind, units, person)| {
        let units = units?.into_iter().map(|unit| county.units[unit].code.clone()).collect();
        Some(Situation { kind, units, people: person.into_iter().collect() })
    })
    .collect()
}
