//! Which unit plays which part, and the list of situations that tests look for.

use super::claims;
use super::plan::{County, Ranks};
use super::posts::Swap;

/// Units by the part they play; a small county leaves parts out, from the end of this list.
#[derive(Debug, Clone, Default)]
pub(super) struct Cast {
    /// Equal townships at the edge of the places (odd years).
    pub(super) town_tie: Option<[usize; 2]>,
    /// Departments of equal total at the edge; the first is better inspected, the second has honours (odd years).
    pub(super) chain_tie: Option<[usize; 2]>,
    /// 一票否决 on ground V1.
    pub(super) v1: Option<usize>,
    /// Ground V2, a township.
    pub(super) v2: Option<usize>,
    /// Ground V3.
    pub(super) v3: Option<usize>,
    /// Ground V4, on a person.
    pub(super) v4: Option<usize>,
    /// Report after the due day.
    pub(super) late: Option<usize>,
    /// No ballots of class C.
    pub(super) empty_class: Option<usize>,
    /// More ballots of class B returned than issued.
    pub(super) over_returned: Option<usize>,
    /// Main and second unit of one who holds two posts.
    pub(super) two_posts: Option<[usize; 2]>,
    /// The unit's grade is decided one lower.
    pub(super) decided: Option<usize>,
    /// J2 does not apply.
    pub(super) not_applicable: Option<usize>,
    /// 通报批评.
    pub(super) penalty: Option<usize>,
    /// A question that nobody of class A answered.
    pub(super) empty_question: Option<usize>,
    /// Fewer ballots of class A than `min_count`.
    pub(super) small_class: Option<usize>,
    /// A person's grade is decided one lower.
    pub(super) decided_person: Option<usize>,
    /// Whose principal changes over with that of the V1 unit in May.
    pub(super) v1_partner: Option<usize>,
    /// Whose first deputy changes over with that of the V4 unit in July.
    pub(super) v4_partner: Option<usize>,
    /// An event that was revoked.
    pub(super) revoked: Option<usize>,
    /// A claim charged to the next year.
    pub(super) next_year: Option<usize>,
    /// Honours of 3.5 points, over the cap of 3.
    pub(super) over_cap: Option<usize>,
    /// Units before the edge of both groups, whom a bonus carries past nobody that a situation needs.
    pub(super) top: Vec<usize>,
}

impl Cast {
    /// The parts of an odd or an even year. What is taken by one part is not taken by another.
    pub(super) fn choose(ranks: &Ranks, odd: bool) -> Self {
        let edge = |list: &[usize], places: usize| {
            let pair = [*list.get(places.checked_sub(1)?)?, *list.get(places)?];
            odd.then_some(pair)
        };
        let top: Vec<usize> =
            ranks.departments.iter().take(ranks.department_places.saturating_sub(1)).copied().collect();
        let behind = if ranks.department_places > 0 { ranks.department_places + 1 } else { 0 };
        let mut free: Vec<Option<usize>> = ranks.departments.iter().skip(behind).copied().map(Some).collect();
        let shift = if odd { 0 } else { 60 };
        // The free unit next below so many thousandths of the way down the rest.
        let mut take = |way: usize| {
            let n = free.len();
            let start = (n * (way + shift) / 1000).min(n.saturating_sub(1));
            let at = (0..n).map(|step| (start + step) % n).find(|&at| free[at].is_some())?;
            free[at].take()
        };
        let behind_town = ranks.town_places + if odd { 1 } else { 2 };
        let mut cast = Self {
            town_tie: edge(&ranks.townships, ranks.town_places),
            chain_tie: edge(&ranks.departments, ranks.department_places),
            v2: ranks.townships.get(behind_town).copied(),
            v1: take(80),
            v3: take(400),
            v4: take(500),
            late: take(300),
            empty_class: take(360),
            over_returned: take(560),
            ..Self::default()
        };
        cast.two_posts = take(240).and_then(|main| Some([main, take(260)?]));
        cast.decided = take(600);
        cast.not_applicable = take(200);
        cast.penalty = take(700);
        cast.empty_question = take(440);
        cast.small_class = take(160);
        cast.decided_person = take(520);
        cast.v1_partner = take(340);
        cast.v4_partner = take(460);
        cast.revoked = take(120);
        cast.next_year = take(640);
        cast.top.extend(ranks.townships.iter().take(ranks.town_places.saturating_sub(1)));
        cast.top.extend(&top);
        cast.over_cap = top.get(top.len() / 4).copied();
        cast
    }

    /// The unit whose streams another one shares.
    pub(super) fn twin_of(&self, unit: usize) -> Option<usize> {
        [self.town_tie, self.chain_tie].into_iter().flatten().find(|pair| pair[1] == unit).map(|pair| pair[0])
    }

    /// Changes of posts in odd years.
    pub(super) fn swaps(&self) -> Vec<Swap> {
        let swap =
            |units: (Option<usize>, Option<usize>), place, on| Some(Swap { units: [units.0?, units.1?], place, on });
        let principals = swap((self.v1, self.v1_partner), 0, (5, 11));
        let deputies = swap((self.v4, self.v4_partner), 1, (7, 15));
        principals.into_iter().chain(deputies).collect()
    }

    /// Whether a part needs this unit's team as it is.
    pub(super) fn plays(&self, unit: usize) -> bool {
        let parts = [self.v1, self.v2, self.v3, self.v4, self.decided_person, self.v1_partner, self.v4_partner];
        parts.contains(&Some(unit)) || self.two_posts.is_some_and(|pair| pair.contains(&unit))
    }
}

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
