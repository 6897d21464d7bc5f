//! Ranks, places and grades on invented totals with many equals, under every policy for ties.

use kaoze::exact::{Exact, Mode, Rounding};
use kaoze::facts::Unit;
use kaoze::grades::{Graded, Outcome, grade};
use kaoze::results::Results;
use kaoze::scheme::Scheme;
use kaoze::scheme::worth::{By, ChainEnd, ChainKey, ChainLink, EdgeTies, Places, RankTies, Whose};
use kaoze::scores::{ComponentScore, Rounded, Scored, State, UnitScore};
use proptest::prelude::*;

use super::{COUNTIES, cases};

/// A department with a total and the two components of the chain, in quarters of a point.
fn unit(n: usize, (total, inspection, appraisal): (i64, i64, i64), scheme: &Scheme) -> UnitScore {
    let rounding = Rounding { mode: Mode::HalfUp, places: 2 };
    let quarter = |n: i64| Rounded::by(Exact::ratio(n, 4).expect("not by nought"), Some(rounding));
    let component = |at: usize, n: i64| ComponentScore {
        periods: Vec::new(),
        component: scheme.worth.components[at].code.clone(),
        score: Some(quarter(n)),
        state: State::Scored,
        divisor: Exact::one(),
    };
    let place = scheme.place.clone();
    let code = format!("D{n:02}");
    UnitScore {
        unit: Unit {
            code: code.as_str().into(),
            name: code.into(),
            group: "department".into(),
            from: None,
            to: None,
            successor: None,
            place,
        },
        items: Vec::new(),
        polls: Vec::new(),
        components: vec![component(0, inspection), component(1, appraisal)],
        adjustments: Vec::new(),
        charged: Vec::new(),
        spared: None,
        dissolved: false,
        total: Some(quarter(total)),
        pending: Vec::new(),
        trace: None,
    }
}

type Facts = Vec<(i64, i64, i64)>;

fn facts() -> impl Strategy<Value = Facts> {
    prop::collection::vec((352_i64..372, 360_i64..363, 360_i64..362), 1..16)
}

fn graded(facts: &Facts, change: impl Fn(&mut Scheme)) -> (Graded, Scheme) {
    let mut scheme = COUNTIES[0].0.scheme.clone();
    change(&mut scheme);
    let units = (0..).zip(facts).map(|(n, facts)| unit(n, *facts, &scheme)).collect();
    let scored = Scored { units, ..Scored::default() };
    (grade(&scored, &scheme, 2015).value, scheme)
}

const TIES: [EdgeTies; 4] = [EdgeTies::Chain, EdgeTies::IncludeAll, EdgeTies::ExcludeAll, EdgeTies::Committee];
const ENDS: [ChainEnd; 3] = [ChainEnd::IncludeAll, ChainEnd::ExcludeAll, ChainEnd::Committee];

fn link(component: &str) -> ChainLink {
    ChainLink { key: ChainKey::Component(component.into()), lower_first: false }
}

fn with(ties: usize, end: usize, mode: Mode) -> impl Fn(&mut Scheme) {
    move |scheme| {
        for quota in scheme.worth.quotas.iter_mut().filter(|quota| quota.of == Whose::Unit) {
            (quota.ties, quota.chain_end, quota.rounding) = (TIES[ties], ENDS[end], mode);
            quota.chain = ["inspection", "appraisal"].map(link).to_vec();
            quota.places = Places::Share(Exact::ratio(1, 3).expect("not by nought"));
        }
    }
}

fn of(outcomes: &[Outcome], grade: &str) -> usize {
    outcomes.iter().filter(|outcome| outcome.grade.as_ref().is_some_and(|its| its.as_str() == grade)).count()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn places(facts in facts(), ties in 0_usize..4, end in 0_usize..3, up: bool) {
        let mode = if up { Mode::HalfUp } else { Mode::Floor };
        let (graded, _) = graded(&facts, with(ties, end, mode));
        let ruling = graded.quotas.iter().find(|ruling| ruling.pool == "department").expect("a ruling");
        let n = facts.len();
        let places = if up { (2 * n + 3) / 6 } else { n / 3 };
        prop_assert_eq!(ruling.places as usize, places);
        let reached = facts.iter().filter(|(total, ..)| *total >= 360).count();
        prop_assert_eq!(ruling.placed.len() + ruling.lost.len() + ruling.tied.len(), reached);
        prop_assert_eq!(of(&graded.units, "优秀"), ruling.placed.len());
        let includes = TIES[ties] == EdgeTies::IncludeAll || (TIES[ties] == EdgeTies::Chain && ENDS[end] == ChainEnd::IncludeAll);
        let excludes = TIES[ties] == EdgeTies::ExcludeAll || (TIES[ties] == EdgeTies::Chain && ENDS[end] == ChainEnd::ExcludeAll);
        let wanted = places.min(reached);
        if includes {
            prop_assert!(ruling.placed.len() >= wanted && ruling.tied.is_empty());
        } else if excludes {
            prop_assert!(ruling.placed.len() <= wanted && ruling.tied.is_empty());
        } else {
            // Who waits has fewer places than heads.
            prop_assert!(ruling.placed.len() <= wanted);
            prop_assert!(ruling.tied.is_empty() || ruling.placed.len() + ruling.tied.len() > wanted);
        }
    }

    #[test]
    fn equals_are_treated_alike(facts in facts(), ties in 0_usize..4, end in 0_usize..3) {
        let (graded, _) = graded(&facts, with(ties, end, Mode::HalfUp));
        for (a, of_a) in facts.iter().zip(&graded.units) {
            for (b, of_b) in facts.iter().zip(&graded.units) {
                if a.0 == b.0 {
                    prop_assert_eq!(of_a.rank, of_b.rank);
                }
                if a == b {
                    prop_assert_eq!(&of_a.grade, &of_b.grade);
                }
                if a.0 > b.0 {
                    prop_assert!(of_a.rank < of_b.rank);
                    // The better one has at least the grade of the other, or waits.
                    let depth = |outcome: &Outcome| ["优秀", "良好", "合格"].iter().position(|g| outcome.grade.as_ref().is_some_and(|its| its.as_str() == *g));
                    if let (Some(a), Some(b)) = (depth(of_a), depth(of_b)) {
                        prop_assert!(a <= b);
                    }
                }
            }
        }
    }

    #[test]
    fn ranks_have_their_meaning(facts in facts(), dense: bool, exact: bool) {
        let (graded, _) = graded(&facts, |scheme| {
            scheme.worth.rank.ties = if dense { RankTies::Dense } else { RankTies::Competition };
            scheme.worth.compare.rank = if exact { By::Exact } else { By::Rounded };
        });
        for (own, outcome) in facts.iter().zip(&graded.units) {
            let mut above: Vec<i64> = facts.iter().map(|other| other.0).filter(|other| *other > own.0).collect();
            if dense {
                above.sort_unstable();
                above.dedup();
            }
            prop_assert_eq!(outcome.rank.map(|rank| rank as usize), Some(above.len() + 1));
            prop_assert_eq!(outcome.ranked as usize, facts.len());
        }
    }

    #[test]
    fn the_order_of_units_changes_no_grade(facts in facts(), ties in 0_usize..4, end in 0_usize..3) {
        let turned: Facts = facts.iter().rev().copied().collect();
        let there = graded(&facts, with(ties, end, Mode::HalfUp)).0;
        let back = graded(&turned, with(ties, end, Mode::HalfUp)).0;
        let grades = |graded: &Graded| graded.units.iter().map(|o| (o.grade.clone(), o.rank)).collect::<Vec<_>>();
        let mut other = grades(&back);
        other.reverse();
        prop_assert_eq!(grades(&there), other);
    }
}

#[test]
fn pages_give_the_grades_of_the_rulings() {
    let results: Results = super::outcome(2, |_| {});
    for subject in results.units.iter().chain(&results.people) {
        let last = subject.rulings.last().and_then(|ruling| ruling.to.clone());
        assert_eq!(last, subject.grade, "{}", subject.code);
    }
}
