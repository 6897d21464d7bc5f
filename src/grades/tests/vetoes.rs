//! Vetoes: how far they take a grade down, and what a decision can do about it (F1–F4, 4.15, 4.16).

use super::{d, decision, entrants, graded, grades, hit, round, scheme, unit};
use crate::exact::Mode;
use crate::grades::round::Round;
use crate::grades::stages::decide;
use crate::scheme::worth::Places;

#[test]
fn a_cap_lowers_and_never_raises() {
    let mut worth = scheme().worth;
    worth.quotas.clear();
    let all = entrants(&["95", "85", "65", "50"]);
    let cap = |cap: &str| ["U1", "U2", "U3", "U4"].map(|code| hit(code, cap, false));
    assert_eq!(grades(&graded(&worth, &all, &cap("合格"), &[]).0), "合格 合格 基本合格 不合格");
    assert_eq!(grades(&graded(&worth, &all, &cap("不合格"), &[]).0), "不合格 不合格 不合格 不合格");
    // Two caps: the lower one holds, in whichever order.
    let both = [hit("U1", "基本合格", false), hit("U1", "合格", false)];
    assert_eq!(grades(&graded(&worth, &all, &both, &[]).0), "基本合格 良好 基本合格 不合格");
    let turned = [hit("U1", "合格", false), hit("U1", "基本合格", false)];
    assert_eq!(grades(&graded(&worth, &all, &turned, &[]).0), "基本合格 良好 基本合格 不合格");
}

#[test]
fn a_decision_against_a_veto() {
    let mut worth = scheme().worth;
    worth.quotas.clear();
    let all = entrants(&["95"]);
    for (may_lift, decided, grade) in [
        (false, "合格", "基本合格"), // refused: the veto stands
        (true, "合格", "合格"),
        (true, "优秀", "优秀"),
        (false, "不合格", "不合格"), // lower than the veto leaves: the committee may
        (false, "基本合格", "基本合格"),
    ] {
        let (outcomes, _) = graded(&worth, &all, &[hit("U1", "基本合格", may_lift)], &[decision("U1", decided)]);
        assert_eq!(grades(&outcomes), grade, "{may_lift} {decided}");
    }
    // Of two vetoes only one may be lifted.
    let two = [hit("U1", "合格", false), hit("U1", "基本合格", true)];
    assert_eq!(grades(&graded(&worth, &all, &two, &[decision("U1", "合格")]).0), "合格");
    assert_eq!(grades(&graded(&worth, &all, &two, &[decision("U1", "良好")]).0), "基本合格");
}

#[test]
fn a_decision_settles_what_waits() {
    let worth = scheme().worth;
    let mut all = entrants(&["95"]);
    all[0].total = None;
    let (outcomes, _) = graded(&worth, &all, &[], &[decision("U1", "合格")]);
    assert_eq!(grades(&outcomes), "合格");
    assert_eq!(outcomes[0].why_not, None);
}

#[test]
fn what_it_would_have_been_without_the_veto() {
    // Two places (half of three is 1.5): U1 and U2 have them. Capped, U1 leaves its place to U3; spared, it has it.
    let mut worth = scheme().worth;
    worth.quotas.retain(|quota| quota.group.as_ref().is_some_and(|group| group.as_str() == "department"));
    (worth.quotas[0].places, worth.quotas[0].rounding) = (Places::Share(d("0.5")), Mode::HalfUp);
    let all = entrants(&["94", "93", "92"]);
    let hits = [hit("U1", "合格", false)];
    let (outcomes, _) = graded(&worth, &all, &hits, &[]);
    assert_eq!(grades(&outcomes), "合格 优秀 优秀");
    let spared = unit("U1");
    let round = Round { charges: &hits, spared: Some(&spared), ..round(&worth, &all) };
    assert_eq!(grades(&decide(&round).outcomes), "优秀 优秀 良好");
    // The band stays visible beside the veto.
    assert_eq!(outcomes[0].band.as_ref().map(ToString::to_string), Some("优秀".to_owned()));
}
