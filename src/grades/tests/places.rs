//! Places in a grade: rounding, base, equals across the edge, refilling (E3, E7–E10).

use super::{Entrant, d, decision, entrant, entrants, graded, grades, hit, scheme};
use crate::exact::Mode;
use crate::grades::places::places_of;
use crate::scheme::worth::{ChainEnd, EdgeTies, Places, Quota, QuotaBase, Whose, Worth};

fn half() -> Places {
    Places::Share(d("0.5"))
}

/// The scheme's rules with one quota for departments: so many of the entrants as half of them, half up.
fn worth(change: impl Fn(&mut Quota)) -> Worth {
    let mut worth = scheme().worth;
    worth.quotas.retain(|quota| quota.of == Whose::Unit && quota.ties == EdgeTies::Chain);
    let quota = &mut worth.quotas[0];
    (quota.places, quota.rounding, quota.base, quota.refill) = (half(), Mode::HalfUp, QuotaBase::All, true);
    change(quota);
    worth
}

#[test]
fn e8_rounding_of_places() {
    for (share, base, half_up, floor, ceil) in [
        ("0.15", 10, 2, 1, 2), // 1.5
        ("0.20", 12, 2, 2, 3), // 2.4
        ("0.15", 2, 0, 0, 1),  // 0.3
        ("0.25", 68, 17, 17, 17),
        ("1/3", 9, 3, 3, 3),
        ("1/3", 10, 3, 3, 4),
        ("1/3", 11, 4, 3, 4), // 3.67
        ("0.20", 0, 0, 0, 0),
    ] {
        let places = [Mode::HalfUp, Mode::Floor, Mode::Ceil].map(|mode| places_of(&d(share), base, mode).1);
        assert_eq!(places, [half_up, floor, ceil], "{share} of {base}");
    }
    // 2.5 places: half to the even neighbour.
    assert_eq!(places_of(&d("0.25"), 10, Mode::HalfEven).1, 2);
    assert_eq!(places_of(&d("0.25"), 10, Mode::HalfUp).1, 3);
}

#[test]
fn e7_band_and_quota_together() {
    // Two places of four: the third that reaches 90 gets the overflow grade; whoever does not reach 90 gets no place.
    let rules = worth(|_| {});
    assert_eq!(grades(&graded(&rules, &entrants(&["91", "93", "92", "85"]), &[], &[]).0), "良好 优秀 优秀 良好");
    assert_eq!(grades(&graded(&rules, &entrants(&["91", "89", "88", "75"]), &[], &[]).0), "优秀 良好 良好 合格");
}

/// Four units, two places, the second and third equal.
fn tied() -> Vec<Entrant> {
    entrants(&["94", "92", "92", "91"])
}

#[test]
fn e10_equals_across_the_edge() {
    for (ties, expected) in [
        (EdgeTies::IncludeAll, "优秀 优秀 优秀 良好"),
        (EdgeTies::ExcludeAll, "优秀 良好 良好 良好"),
        (EdgeTies::Committee, "优秀 - - 良好"),
    ] {
        assert_eq!(grades(&graded(&worth(|quota| quota.ties = ties), &tied(), &[], &[]).0), expected, "{ties:?}");
    }
    // Equals inside the places are no tie at the edge.
    let inside = entrants(&["92", "92", "91", "80"]);
    for ties in [EdgeTies::IncludeAll, EdgeTies::ExcludeAll, EdgeTies::Committee, EdgeTies::Chain] {
        let (outcomes, _) = graded(&worth(|quota| quota.ties = ties), &inside, &[], &[]);
        assert_eq!(grades(&outcomes), "优秀 优秀 良好 良好", "{ties:?}");
    }
}

#[test]
fn all_equal() {
    let equal = entrants(&["92", "92", "92", "92"]);
    for (ties, expected) in [
        (EdgeTies::IncludeAll, "优秀 优秀 优秀 优秀"),
        (EdgeTies::ExcludeAll, "良好 良好 良好 良好"),
        (EdgeTies::Committee, "- - - -"),
    ] {
        let (outcomes, rulings) = graded(&worth(|quota| quota.ties = ties), &equal, &[], &[]);
        assert_eq!(grades(&outcomes), expected, "{ties:?}");
        assert_eq!(rulings[0].places, 2);
    }
}

#[test]
fn no_places_at_all() {
    let none = worth(|quota| quota.places = Places::Share(d("0.1")));
    assert_eq!(grades(&graded(&none, &entrants(&["94", "92", "92"]), &[], &[]).0), "良好 良好 良好");
}

#[test]
fn the_chain_parts_equals() {
    // Equal totals: the inspection decides, then the appraisal.
    let first =
        [entrant("U1", "92", ["90", "99"]), entrant("U2", "92", ["91", "80"]), entrant("U3", "80", ["80", "80"])];
    let one = |rounding| worth(move |quota| (quota.places, quota.rounding) = (Places::Share(d("0.4")), rounding));
    assert_eq!(grades(&graded(&one(Mode::Floor), &first, &[], &[]).0), "良好 优秀 良好");
    let second =
        [entrant("U1", "92", ["91", "81"]), entrant("U2", "92", ["91", "80"]), entrant("U3", "80", ["80", "80"])];
    assert_eq!(grades(&graded(&one(Mode::Floor), &second, &[], &[]).0), "优秀 良好 良好");
}

#[test]
fn ends_of_the_chain() {
    // Two places; U1 is parted off by the chain, U2 and U3 are equal in everything, U4 stands behind in the chain.
    let all = [
        entrant("U1", "92", ["95", "80"]),
        entrant("U2", "92", ["91", "80"]),
        entrant("U3", "92", ["91", "80"]),
        entrant("U4", "92", ["90", "99"]),
    ];
    for (end, expected) in [
        (ChainEnd::IncludeAll, "优秀 优秀 优秀 良好"),
        (ChainEnd::ExcludeAll, "优秀 良好 良好 良好"),
        (ChainEnd::Committee, "优秀 - - 良好"),
    ] {
        assert_eq!(grades(&graded(&worth(|quota| quota.chain_end = end), &all, &[], &[]).0), expected, "{end:?}");
    }
}

#[test]
fn the_committee_chooses_among_equals() {
    let rules = worth(|quota| quota.ties = EdgeTies::Committee);
    // One chosen: the other finds no place and need not be named.
    assert_eq!(grades(&graded(&rules, &tied(), &[], &[decision("U3", "优秀")]).0), "优秀 良好 优秀 良好");
    // One turned down: the other takes the place.
    assert_eq!(grades(&graded(&rules, &tied(), &[], &[decision("U3", "良好")]).0), "优秀 优秀 良好 良好");
    // Both named.
    let both = [decision("U2", "优秀"), decision("U3", "良好")];
    assert_eq!(grades(&graded(&rules, &tied(), &[], &both).0), "优秀 优秀 良好 良好");
}

#[test]
fn a_place_freed_by_a_decision() {
    // Two places for U1 and U2; the committee lowers U1.
    let all = entrants(&["94", "93", "92", "91"]);
    let lowered = [decision("U1", "合格")];
    assert_eq!(grades(&graded(&worth(|_| {}), &all, &[], &lowered).0), "合格 优秀 优秀 良好");
    let kept_empty = worth(|quota| quota.refill = false);
    assert_eq!(grades(&graded(&kept_empty, &all, &[], &lowered).0), "合格 优秀 良好 良好");
}

#[test]
fn caps_come_before_places() {
    // U1 is capped below the grade, so it takes no place, and the third moves up.
    let all = entrants(&["94", "93", "92", "91"]);
    assert_eq!(grades(&graded(&worth(|_| {}), &all, &[hit("U1", "合格", false)], &[]).0), "合格 优秀 优秀 良好");
}

#[test]
fn e9_base_of_the_quota() {
    // Of six, one has no total and one is vetoed: bases 6, 5 and 5; a third of 6 is 2, half up of 5/3 is 2; with 0.3: 1.8, 1.5.
    let mut all = entrants(&["94", "93", "92", "91", "70", "70"]);
    all[5].total = None;
    let hits = [hit("U5", "基本合格", false)];
    for (base, expected) in [(QuotaBase::All, 6), (QuotaBase::Graded, 5), (QuotaBase::NotVetoed, 5)] {
        let (_, rulings) = graded(&worth(|quota| quota.base = base), &all, &hits, &[]);
        assert_eq!(rulings[0].base, expected, "{base:?}");
    }
    // A hit that leaves the grade itself open is no reason to leave the base.
    let mild = [hit("U5", "优秀", false)];
    let (_, rulings) = graded(&worth(|quota| quota.base = QuotaBase::NotVetoed), &all, &mild, &[]);
    assert_eq!(rulings[0].base, 6);
}
