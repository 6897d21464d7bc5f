//! Sanctions, warnings, ceilings and the order of the stages (E14, E15, G; 4.13, 4.16, 4.17).

use super::{d, decision, entrants, grades, hit, nowhere, on_sanction, round, rule, scheme, unit};
use crate::charges::{Charge, SanctionCharge};
use crate::diag::Findings;
use crate::exact::Mode;
use crate::grades::ceilings::check;
use crate::grades::model::{Outcome, Why};
use crate::grades::round::Round;
use crate::grades::stages::decide;
use crate::scheme::worth::{
    Ceiling, CeilingExceeded, EdgeTies, Effect, Places, QuotaBase, QuotaPool, SanctionOutcome, Whose, Worth,
};

fn without_quota() -> Worth {
    let mut worth = scheme().worth;
    worth.quotas.clear();
    worth.sanctions = Some(on_sanction());
    worth
}

fn with(effect: Effect, may_lift: bool) -> Charge {
    Charge { effect, ..hit("U1", "合格", may_lift) }
}

fn sanction(outcome: SanctionOutcome) -> SanctionCharge {
    super::sanction_charge("U1", Some(outcome))
}

/// The outcome of U1 alone, with a total.
fn one(total: &str, charges: &[Charge], sanctions: &[SanctionCharge]) -> Outcome {
    let (worth, all) = (without_quota(), entrants(&[total]));
    let state = decide(&Round { charges, sanctions, ..round(&worth, &all) });
    state.outcomes.into_iter().next().expect("one outcome")
}

fn word(outcome: &Outcome) -> String {
    match (&outcome.grade, &outcome.why_not) {
        (Some(grade), _) => grade.to_string(),
        (None, Some(Why::Ungraded(_, later))) => if *later { "later" } else { "none" }.to_owned(),
        (None, why) => format!("{why:?}"),
    }
}

#[test]
fn e15_a_red_warning_takes_one_grade() {
    for (total, grade) in [("95", "良好"), ("85", "合格"), ("65", "不合格"), ("50", "不合格")] {
        assert_eq!(word(&one(total, &[with(Effect::Lower(1), false)], &[])), grade, "{total}");
    }
    // Lowered first, then capped: 优秀 → 良好, and the cap of 合格 holds.
    let both = [with(Effect::Lower(1), false), with(Effect::Cap("合格".into()), false)];
    assert_eq!(word(&one("95", &both, &[])), "合格");
}

#[test]
fn a_sanction_beside_a_veto_is_not_applied_twice() {
    let none = || sanction(SanctionOutcome::Ungraded { later: false });
    let fails = || sanction(SanctionOutcome::Grade("不合格".into()));
    let veto = |cap: &str| [with(Effect::Cap(cap.into()), false)];
    assert_eq!(word(&one("95", &[], &[none()])), "none");
    // Whatever the score gives, 不定等次 is no grade …
    assert_eq!(word(&one("50", &[], &[none()])), "none");
    // … but a veto down to the lowest grade weighs more, and one above it less.
    assert_eq!(word(&one("95", &veto("不合格"), &[none()])), "不合格");
    assert_eq!(word(&one("95", &veto("合格"), &[none()])), "none");
    assert_eq!(word(&one("95", &veto("合格"), &[fails()])), "不合格");
    assert_eq!(word(&one("95", &veto("合格"), &[sanction(SanctionOutcome::Cap("良好".into()))])), "合格");
}

#[test]
fn no_decision_lifts_a_sanction() {
    let (worth, all) = (without_quota(), entrants(&["95"]));
    let decided = |outcome, grade| {
        let (sanctions, decisions) = ([sanction(outcome)], [decision("U1", grade)]);
        let state = decide(&Round { sanctions: &sanctions, decisions: &decisions, ..round(&worth, &all) });
        let refused = state.outcomes[0].rulings.iter().any(|step| step.facts.contains_key("refused_by"));
        (word(&state.outcomes[0]), refused)
    };
    assert_eq!(decided(SanctionOutcome::Ungraded { later: true }, "合格"), ("later".to_owned(), true));
    assert_eq!(decided(SanctionOutcome::Cap("合格".into()), "良好"), ("合格".to_owned(), true));
    assert_eq!(decided(SanctionOutcome::Cap("合格".into()), "基本合格"), ("基本合格".to_owned(), false));
}

#[test]
fn who_has_no_grade_is_not_in_the_base_of_the_graded() {
    // Ten units, two of them 不定等次: 20 % of ten is 2, of the eight graded 1.6, cut off to 1 (4.17).
    let mut worth = without_quota();
    worth.quotas = scheme().worth.quotas.into_iter().filter(|quota| quota.ties == EdgeTies::Chain).collect();
    let quota = &mut worth.quotas[0];
    (quota.places, quota.rounding) = (Places::Share(d("0.2")), Mode::Floor);
    let all = entrants(&["95", "94", "93", "92", "85", "85", "85", "85", "85", "85"]);
    let none = |code| super::sanction_charge(code, Some(SanctionOutcome::Ungraded { later: false }));
    let sanctions = [none("U9"), none("U10")];
    for (base, n, places) in [(QuotaBase::All, 10, 2), (QuotaBase::Graded, 8, 1)] {
        worth.quotas[0].base = base;
        let state = decide(&Round { sanctions: &sanctions, ..round(&worth, &all) });
        assert_eq!((state.quotas[0].base, state.quotas[0].places), (n, places), "{base:?}");
    }
    // Whom the roster keeps out is not entitled.
    let mut all = all;
    (all[7].excluded, all[7].why_not) = (Some("援藏".to_owned()), Some(Why::Excluded("援藏".to_owned())));
    worth.quotas[0].base = QuotaBase::Entitled;
    let state = decide(&Round { sanctions: &sanctions, ..round(&worth, &all) });
    assert_eq!(state.quotas[0].base, 9);
    assert_eq!((state.outcomes[7].grade.clone(), state.outcomes[7].rank), (None, None));
}

/// Units with these totals under a ceiling of 80.
fn ceiling(totals: &[&str], exceeded: CeilingExceeded) -> (usize, String) {
    let mut worth = without_quota();
    worth.ceilings.push(Ceiling {
        code: "mean".to_owned(),
        of: Whose::Unit,
        pool: QuotaPool::Group,
        mean_at_most: d("80"),
        exceeded,
        rule: rule("ceiling:unit:mean"),
    });
    let all = entrants(totals);
    let mut state = decide(&round(&worth, &all));
    let mut findings = Findings::default();
    let found = check(Whose::Unit, &worth, &all, &mut state.outcomes, &mut findings);
    assert_eq!(findings.iter().count(), found.len());
    (found.len(), grades(&state.outcomes))
}

#[test]
fn e14_a_department_of_eight_sums_to_640_at_most() {
    // 8 × 80 = 640: 640 is within, 640.01 is not.
    let within = ["95", "90", "85", "80", "75", "75", "70", "70"];
    assert_eq!(ceiling(&within, CeilingExceeded::Pend).0, 0);
    let above = ["95.01", "90", "85", "80", "75", "75", "70", "70"];
    assert_eq!(ceiling(&above, CeilingExceeded::Pend), (1, "- - - - - - - -".to_owned()));
    let told = ceiling(&above, CeilingExceeded::Warning);
    assert_eq!(told, (1, "优秀 优秀 良好 良好 合格 合格 合格 合格".to_owned()));
}

#[test]
fn points_off_before_the_band_and_the_grade_without_them() {
    // 91 − 2 = 89: the entrant comes with both totals; spared, it stands where it stood.
    let worth = without_quota();
    let mut all = entrants(&["89", "85"]);
    all[0].spared = entrants(&["91"]).remove(0).total;
    let charges = [with(Effect::Deduct(d("2")), false)];
    let own = unit("U1");
    let state = decide(&Round { charges: &charges, ..round(&worth, &all) });
    assert_eq!(grades(&state.outcomes), "良好 良好");
    assert_eq!(state.outcomes[0].rulings.last().map(|step| step.stage.word()), Some("warning"));
    let state = decide(&Round { charges: &charges, spared: Some(&own), ..round(&worth, &all) });
    assert_eq!(grades(&state.outcomes), "优秀 良好");
    assert_eq!(nowhere(), charges[0].places[0]);
}
