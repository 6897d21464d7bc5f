//! R074 ballots-break-rule
//!
//! ## What is checked
//! The rules over the whole ballot: how many of some marks may stand on it, and that not all marks are alike.
//!
//! ## Why it matters
//! Where everybody is rated the same, or all are excellent, the ballot says nothing; many rules void it.
//!
//! ## Example
//! At most three 优秀 on a ballot, and a ballot with five.
//!
//! ## Mend
//! Nothing: it is told how many ballots there are of the kind, and what became of them.

use crate::diag::{Code, Finding, Severity, Text};
use crate::scheme::words::{BallotEffect, BallotRule, PollWords};
use crate::terms::MarkCode;

/// The code.
pub const CODE: Code = Code { id: "R074", name: "ballots-break-rule", manual: include_str!("ballots_break_rule.rs") };

/// So many ballots that break a rule over the whole ballot.
#[must_use]
pub fn ballots_break_rule(poll: &PollWords, period: &str, rule: usize, papers: u32) -> Finding {
    let own = poll.validity.ballot_rules.get(rule);
    let limits = own.map(|own| limits(own, poll)).unwrap_or_default();
    let is_void = own.is_some_and(|own| own.effect == Some(BallotEffect::Void));
    let effect = if is_void {
        Text::new("按方案，整张作废", "the whole ballots are void, as the scheme says")
    } else {
        Text::new("按方案，照常计票", "counted all the same, as the scheme says")
    };
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("「{}」{period}有 {papers} 张票不合整票规则（第 {} 条）", poll.name, rule + 1),
            format!("{papers} ballots of {} ({period}) break rule {} over the whole ballot", poll.name, rule + 1),
        ),
        at: vec![poll.place.clone().into()],
        found: papers.to_string(),
        expected: limits,
        expected_at: Some(poll.place.clone()),
        effect,
        mend: Text::new("无须处理；数目异常时核对原票", "nothing; check the ballots if there are oddly many"),
    }
}

/// What the rule asks, in short.
fn limits(rule: &BallotRule, poll: &PollWords) -> Text {
    let name = |code: &MarkCode| {
        let named = poll.marks.iter().find(|mark| mark.code == *code);
        named.map_or_else(|| code.to_string(), |mark| mark.name.clone())
    };
    let marks = rule.marks.iter().map(name).collect::<Vec<_>>().join("+");
    let counts = [("≤", rule.at_most), ("≥", rule.at_least)];
    let counts = counts.into_iter().filter_map(|(sign, n)| Some(format!("{marks} {sign} {}", n?)));
    let shares = [("≤", &rule.share_at_most), ("≥", &rule.share_at_least)];
    let shares = shares.into_iter().filter_map(|(sign, share)| Some((sign, share.as_ref()?)));
    let all: Vec<String> = counts.collect();
    let (mut zh, mut en) = (all.clone(), all);
    for (sign, share) in shares {
        zh.push(format!("{marks} {sign} 全票的 {share}"));
        en.push(format!("{marks} {sign} {share} of the ballot"));
    }
    if rule.not_all_equal {
        zh.push("不得全部相同".to_owned());
        en.push("not all alike".to_owned());
    }
    Text::new(zh.join("，"), en.join(", "))
}
