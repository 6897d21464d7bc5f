//! Places that are no plain share: fixed, by headcount, at least, lent, forced; and why a place was lost (E4–E6, E9; 4.13).

use super::{d, entrant, entrants, graded, grades, hit, scheme};
use crate::exact::Mode;
use crate::grades::model::Entrant;
use crate::grades::places::places_in;
use crate::scheme::worth::{
    Band, ChainKey, ChainLink, EdgeTies, Places, Quota, QuotaBase, QuotaPool, When, Whose, Worth,
};

fn worth(change: impl Fn(&mut Quota)) -> Worth {
    let mut worth = scheme().worth;
    worth.quotas.retain(|quota| quota.of == Whose::Unit && quota.ties == EdgeTies::Chain);
    let quota = &mut worth.quotas[0];
    (quota.rounding, quota.base, quota.refill, quota.group) = (Mode::Floor, QuotaBase::All, true, None);
    change(quota);
    worth
}

#[test]
fn e4_e6_fixed_places_and_places_by_headcount() {
    let places = |places: Places, minimum, base| {
        let quota = worth(|quota| (quota.places, quota.minimum) = (places.clone(), minimum)).quotas.remove(0);
        places_in(&quota, base).1
    };
    // Class I of S16: two, whatever the base.
    assert_eq!([1, 5, 40].map(|base| places(Places::Fixed(2), None, base)), [2, 2, 2]);
    // S39: up to five people one, beyond two.
    let steps = || Places::Steps(vec![(Some(5), 1), (None, 2)]);
    assert_eq!([1, 5, 6, 30].map(|base| places(steps(), None, base)), [1, 1, 2, 2]);
    // 2 × 15 % = 0.3 gives none cut off; at least one where anybody is in the base.
    let share = || Places::Share(d("0.15"));
    assert_eq!([0, 2, 20].map(|base| places(share(), None, base)), [0, 0, 3]);
    assert_eq!([0, 2, 20].map(|base| places(share(), Some(1), base)), [0, 1, 3]);
}

#[test]
fn e5_forced_shares_in_falling_grades() {
    // 20/70/10 of ten (S37): everyone from 60 on stands for 优秀; 良好 and 合格 are given by the places alone.
    let mut worth = worth(|quota| quota.places = Places::Share(d("0.2")));
    let band = |grade: &str, from: Option<&str>, below: Option<&str>, by_ruling| Band {
        grade: grade.into(),
        from: from.map(d),
        below: below.map(d),
        when: When::default(),
        by_ruling,
        rule: super::rule("band"),
    };
    worth.unit_bands = vec![
        band("优秀", Some("60"), None, false),
        band("良好", None, None, true),
        band("合格", None, None, true),
        band("不合格", None, Some("60"), false),
    ];
    let mut second = worth.quotas[0].clone();
    (second.grade, second.overflow, second.places) = ("良好".into(), "合格".into(), Places::Share(d("0.7")));
    worth.quotas.push(second);
    let all = entrants(&["95", "94", "93", "92", "91", "90", "89", "88", "61", "59"]);
    let (outcomes, rulings) = graded(&worth, &all, &[], &[]);
    assert_eq!(grades(&outcomes), "优秀 优秀 良好 良好 良好 良好 良好 良好 良好 不合格");
    assert_eq!(rulings.iter().map(|ruling| ruling.places).collect::<Vec<_>>(), [2, 7]);
}

/// Two groups of units with these totals.
fn two_groups(towns: &[&str], offices: &[&str]) -> Vec<Entrant> {
    let of = |group: &'static str, lead: &'static str, totals: &[&str]| -> Vec<Entrant> {
        (1..)
            .zip(totals)
            .map(|(n, total)| Entrant {
                group: Some(group.into()),
                ..entrant(&format!("{lead}{n}"), total, ["0", "0"])
            })
            .collect()
    };
    [of("township", "T", towns), of("department", "D", offices)].concat()
}

#[test]
fn layers_do_not_take_each_others_places_unless_lent() {
    let rules = |borrow: Option<&str>| {
        worth(|quota| {
            (quota.places, quota.pool) = (Places::Fixed(1), QuotaPool::Group);
            quota.borrow = borrow.map(str::to_owned);
        })
    };
    let all = two_groups(&["95", "93", "92"], &["85", "84"]);
    assert_eq!(grades(&graded(&rules(None), &all, &[], &[]).0), "优秀 良好 良好 良好 良好");
    let (outcomes, rulings) = graded(&rules(Some("department")), &all, &[], &[]);
    assert_eq!(grades(&outcomes), "优秀 优秀 良好 良好 良好");
    let town = rulings.iter().find(|ruling| ruling.pool == "township").expect("towns");
    assert_eq!(
        town.borrowed.iter().map(|(who, from)| (who.code(), from.as_str())).collect::<Vec<_>>(),
        [("T2", "department")]
    );
    // A lender that needs its place lends none.
    let full = two_groups(&["95", "93"], &["91", "84"]);
    assert_eq!(grades(&graded(&rules(Some("department")), &full, &[], &[]).0), "优秀 良好 优秀 良好");
}

#[test]
fn why_a_place_was_lost() {
    let one = worth(|quota| quota.places = Places::Fixed(2));
    let all = [
        entrant("U1", "95", ["0", "0"]),
        entrant("U2", "92", ["91", "0"]),
        entrant("U3", "92", ["90", "0"]),
        entrant("U4", "91", ["0", "0"]),
        entrant("U5", "96", ["0", "0"]),
    ];
    let (outcomes, rulings) = graded(&one, &all, &[hit("U5", "合格", false)], &[]);
    assert_eq!(grades(&outcomes), "优秀 优秀 良好 良好 合格");
    let why: Vec<String> =
        rulings[0].why.iter().map(|lost| format!("{} {} {}", lost.subject.code(), lost.why, lost.by)).collect();
    assert_eq!(why, ["U3 chain inspection", "U4 full ", "U5 capped ground:V"]);
}

#[test]
fn a_chain_link_may_put_the_lower_first() {
    let lower = worth(|quota| {
        quota.places = Places::Fixed(1);
        quota.chain = vec![ChainLink { key: ChainKey::Component("inspection".into()), lower_first: true }];
    });
    let all = [entrant("U1", "92", ["5", "0"]), entrant("U2", "92", ["3", "0"])];
    assert_eq!(grades(&graded(&lower, &all, &[], &[]).0), "良好 优秀");
}

#[test]
fn ranks_are_parted_by_their_chain() {
    let mut rules = worth(|quota| quota.places = Places::Fixed(1));
    let all = [entrant("U1", "92", ["5", "1"]), entrant("U2", "92", ["5", "2"]), entrant("U3", "92", ["5", "2"])];
    let ranks = |rules: &Worth| graded(rules, &all, &[], &[]).0.iter().map(|o| o.rank).collect::<Vec<_>>();
    assert_eq!(ranks(&rules), [Some(1), Some(1), Some(1)]);
    let link = |code: &str| ChainLink { key: ChainKey::Component(code.into()), lower_first: false };
    rules.rank.chain = vec![link("inspection"), link("appraisal")];
    assert_eq!(ranks(&rules), [Some(3), Some(1), Some(1)]);
}
