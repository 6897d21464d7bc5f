//! Band edges, exact or rounded (E1, I3), and ranks (E10).

use super::{Entrant, d, entrants, graded, grades, hit, scheme};
use std::cmp::Ordering;

use crate::grades::band::band_of;
use crate::grades::ranks::{compared, ranks};
use crate::scheme::worth::{By, RankRule, RankTies, VetoedRank, Worth};
use crate::terms::Subject;

/// The scheme's rules without any places, so that bands alone decide.
fn without_quota() -> Worth {
    let mut worth = scheme().worth;
    worth.quotas.clear();
    worth
}

#[test]
fn bands_are_half_open_and_without_gaps() {
    let worth = without_quota();
    for (value, grade) in [
        ("120", "优秀"),
        ("90", "优秀"),
        ("89.9999", "良好"),
        ("89.5", "良好"), // E1: between 80–89 and 90 there is no gap
        ("80", "良好"),
        ("79.99", "合格"),
        ("70", "合格"),
        ("69.5", "基本合格"),
        ("60", "基本合格"),
        ("59.999", "不合格"),
        ("0", "不合格"),
        ("-3", "不合格"),
    ] {
        assert_eq!(
            band_of(&worth.unit_bands, &d(value)).map(|band| band.grade.to_string()),
            Some(grade.to_owned()),
            "{value}"
        );
    }
}

#[test]
fn i3_edges_by_the_rounded_or_the_exact_value() {
    let mut worth = without_quota();
    let all = entrants(&["90", "89.995", "89.9949", "79.996", "79.994"]);
    assert_eq!(grades(&graded(&worth, &all, &[], &[]).0), "优秀 优秀 良好 良好 合格");
    worth.compare.band = By::Exact;
    assert_eq!(grades(&graded(&worth, &all, &[], &[]).0), "优秀 良好 良好 合格 合格");
}

fn ranked(ties: RankTies, vetoed: VetoedRank, by: By, totals: &[&str], hit: &[usize]) -> Vec<Option<u32>> {
    let all = entrants(totals);
    let pool: Vec<&Entrant> = all.iter().collect();
    let rule = RankRule { ties, vetoed, ..scheme().worth.rank };
    let is_vetoed = |subject: &Subject| hit.iter().any(|at| all[*at].subject == *subject);
    let (ranks, _) = ranks(&pool, |entrant| compared(entrant, by, false), &rule, is_vetoed, |_, _| Ordering::Equal);
    all.iter().map(|entrant| ranks.get(&entrant.subject).copied()).collect()
}

#[test]
fn e10_ranks() {
    let totals = ["85", "91", "85", "80"];
    let plain = |ties| ranked(ties, VetoedRank::Kept, By::Rounded, &totals, &[]);
    assert_eq!(plain(RankTies::Competition), [Some(2), Some(1), Some(2), Some(4)]);
    assert_eq!(plain(RankTies::Dense), [Some(2), Some(1), Some(2), Some(3)]);
    let three = ranked(RankTies::Competition, VetoedRank::Kept, By::Rounded, &["9", "8", "8", "8", "7"], &[]);
    assert_eq!(three, [Some(1), Some(2), Some(2), Some(2), Some(5)]);
}

#[test]
fn rounding_before_ranking_makes_equals() {
    let totals = ["85.001", "85.004", "84.996"];
    let by = |by| ranked(RankTies::Competition, VetoedRank::Kept, by, &totals, &[]);
    assert_eq!(by(By::Rounded), [Some(1), Some(1), Some(1)]);
    assert_eq!(by(By::Exact), [Some(2), Some(1), Some(3)]);
}

#[test]
fn where_a_vetoed_unit_stands() {
    let totals = ["91", "90", "85", "85", "80"];
    let at = |vetoed, hit: &[usize]| ranked(RankTies::Competition, vetoed, By::Rounded, &totals, hit);
    assert_eq!(at(VetoedRank::Kept, &[0]), [Some(1), Some(2), Some(3), Some(3), Some(5)]);
    assert_eq!(at(VetoedRank::Last, &[0]), [Some(5), Some(1), Some(2), Some(2), Some(4)]);
    assert_eq!(at(VetoedRank::LeftOut, &[0]), [None, Some(1), Some(2), Some(2), Some(4)]);
    // Of two equals one is vetoed; of two vetoed the better stands higher.
    assert_eq!(at(VetoedRank::Last, &[0, 2]), [Some(4), Some(1), Some(5), Some(2), Some(3)]);
}

#[test]
fn one_without_a_total_has_no_rank_and_no_grade() {
    let worth = without_quota();
    let mut all = entrants(&["91", "85", "80"]);
    all[1].total = None;
    let (outcomes, _) = graded(&worth, &all, &[hit("U1", "合格", false)], &[]);
    assert_eq!(grades(&outcomes), "合格 - 良好");
    assert_eq!(outcomes.iter().map(|o| o.rank).collect::<Vec<_>>(), [Some(2), None, Some(1)]);
    assert_eq!(outcomes[0].band.as_ref().map(ToString::to_string), Some("优秀".to_owned()));
}
