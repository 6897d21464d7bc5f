//! Which unit plays which part in a year.

/// Units by quality, best first, and the places for 优秀.
#[derive(Debug, Clone)]
pub(super) struct Ranks {
    /// Townships.
    pub(super) townships: Vec<usize>,
    /// A third of them, half up.
    pub(super) town_places: usize,
    /// Departments.
    pub(super) departments: Vec<usize>,
    /// A quarter of them, without the fraction.
    pub(super) department_places: usize,
}

/// Two places of teams whose holders change over on a day of every odd year from 2015 on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Swap {
    /// Units.
    pub(super) units: [usize; 2],
    /// Place in both teams.
    pub(super) place: usize,
    /// The first day in the new post.
    pub(super) on: (u32, u32),
}

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
        cast.over_cap = top.get(top.len() * 2 / 3).copied();
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
