//! Posts held at once, moves parted by a day, days of service, events that follow the person (D10, F6).

use chrono::NaiveDate;

use super::{d, nowhere};
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{PostRule, RuleRef, Transfer, TwoPosts};
use crate::scores::posts::{Settle, counted_posts, service_days};
use crate::terms::RuleId;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, month, day).expect("a day of 2015")
}

type Held = (&'static str, &'static str, (u32, u32), Option<(u32, u32)>);

fn posts(held: &[Held]) -> Vec<Post> {
    let post = |(unit, role, from, to): &Held| Post {
        unit: (*unit).into(),
        post: "职务".into(),
        role: (*role).into(),
        kind: RoleKind::Member,
        from: day(from.0, from.1),
        to: to.map(|(m, d)| day(m, d)),
        matters: Vec::new(),
        main: false,
        layer: None,
        supervises: Vec::new(),
        managed_by: None,
        excluded: None,
        place: nowhere(),
    };
    held.iter().map(post).collect()
}

/// Unit, role, days and share of the posts that count.
fn counted(held: &[Held], settle: &Settle<'_>) -> Vec<(String, String, i64, Exact)> {
    let mut found: Vec<_> = counted_posts(&posts(held), day(1, 1), day(12, 31), settle)
        .into_iter()
        .map(|c| (c.post.unit.to_string(), c.post.role.to_string(), c.days, c.share))
        .collect();
    found.sort();
    found
}

fn line(unit: &str, role: &str, days: i64, share: &str) -> (String, String, i64, Exact) {
    (unit.to_owned(), role.to_owned(), days, d(share))
}

fn joint() -> Vec<PostRule> {
    let rule = RuleRef { id: RuleId::new("post_rule:test"), basis: None, assumed: true, place: nowhere() };
    vec![PostRule { holds: vec!["secretary".into(), "chair".into()], counts_as: "secretary".into(), rule }]
}

#[test]
fn s22_secretary_and_chair_counts_as_secretary() {
    let rules = joint();
    let settle = |transfer| Settle { post_rules: &rules, two_posts: TwoPosts::Mean, transfer, cutoff: None };
    let both: [Held; 2] = [("A", "secretary", (1, 1), None), ("A", "chair", (1, 1), None)];
    for transfer in [Transfer::AtEnd, Transfer::Longest, Transfer::ProRata] {
        assert_eq!(counted(&both, &settle(transfer)), [line("A", "secretary", 365, "1")]);
    }
    // Chair alone to 30 June (181 days), both from 1 July (184 days): only the chair's days alone count for it.
    let later: [Held; 2] = [("A", "secretary", (7, 1), None), ("A", "chair", (1, 1), None)];
    let expected = [line("A", "chair", 181, "181/365"), line("A", "secretary", 184, "184/365")];
    assert_eq!(counted(&later, &settle(Transfer::ProRata)), expected);
    assert_eq!(counted(&later, &settle(Transfer::AtEnd)), [line("A", "secretary", 184, "1")]);
    // Both from March to May only (92 days): the chair is left 59 + 214 = 273 days.
    let middle: [Held; 2] = [("A", "secretary", (3, 1), Some((5, 31))), ("A", "chair", (1, 1), None)];
    let expected =
        [line("A", "chair", 59, "59/365"), line("A", "chair", 214, "214/365"), line("A", "secretary", 92, "92/365")];
    assert_eq!(counted(&middle, &settle(Transfer::ProRata)), expected);
    // A third role is not of the rule.
    let other: [Held; 2] = [("A", "secretary", (1, 1), None), ("A", "member", (1, 1), None)];
    assert_eq!(counted(&other, &settle(Transfer::AtEnd)).len(), 2);
}

#[test]
fn s68_a_day_parts_old_from_new() {
    let settle =
        Settle { post_rules: &[], two_posts: TwoPosts::Main, transfer: Transfer::Cutoff, cutoff: Some(day(6, 30)) };
    let moved = |last: (u32, u32), first: (u32, u32)| -> String {
        let held: [Held; 2] = [("A", "member", (1, 1), Some(last)), ("B", "member", first, None)];
        let all = counted(&held, &settle);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].3, Exact::one());
        all[0].0.clone()
    };
    // On the day itself: the new unit; a day later: the old.
    assert_eq!(moved((6, 29), (6, 30)), "B");
    assert_eq!(moved((6, 30), (7, 1)), "A");
    // Between two posts on the day: the one given up.
    assert_eq!(moved((6, 15), (7, 15)), "A");
    // Appointed after it, and nothing before: the only post there is.
    assert_eq!(counted(&[("C", "member", (9, 1), None)], &settle), [line("C", "member", 122, "1")]);
    // Three posts: the one held on the day.
    let three: [Held; 3] =
        [("A", "member", (1, 1), Some((2, 28))), ("B", "member", (3, 1), Some((8, 31))), ("C", "member", (9, 1), None)];
    assert_eq!(counted(&three, &settle), [line("B", "member", 184, "1")]);
}

#[test]
fn days_of_service_count_each_day_once() {
    let days = |held: &[Held]| service_days(&posts(held), day(1, 1), day(12, 31));
    assert_eq!(days(&[("A", "member", (1, 1), None)]), 365);
    // 5 July to 31 December are 27 + 31 + 30 + 31 + 30 + 31 = 180 days.
    assert_eq!(days(&[("A", "member", (7, 5), None)]), 180);
    // January to March are 90 days; of February to April only April, 30 days, is new: 120 in all.
    assert_eq!(days(&[("A", "m", (1, 1), Some((3, 31))), ("B", "m", (2, 1), Some((4, 30)))]), 120);
    // One inside another.
    assert_eq!(days(&[("A", "m", (1, 1), Some((3, 31))), ("B", "m", (2, 1), Some((2, 28)))]), 90);
    // A gap: 31 + 31.
    assert_eq!(days(&[("A", "m", (1, 1), Some((1, 31))), ("B", "m", (3, 1), Some((3, 31)))]), 62);
    assert_eq!(days(&[]), 0);
}
