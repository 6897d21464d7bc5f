//! What makes ballots and polls count, who may vote in which class, and weights by group and role.

use super::Check;
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::findings::{classes_total_not_one, self_vote_contradicts, weights_equally_specific};
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::{Quoted, RawBallotRule, RawPoll, RawWeightsFor};
use crate::scheme::words::{
    BallotRule, NoClass, PollFailed, PollKind, PollSubject, Quorum, QuorumOf, Relation, SelfVote, ShareLine,
    SmallSample, TwoClasses, Validity, VoidLimit, Voters,
};
use crate::scheme::worth::WeightsFor;
use crate::terms::{GroupCode, MarkCode, QuestionCode, RoleCode};

/// What makes ballots and the poll count.
pub(super) fn validity(check: &mut Check<'_>, entry: &Entry<RawPoll>) -> Validity {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rows = raw.ballot_rules.iter().enumerate();
    let ballot_rules =
        rows.map(|(row, rule)| ballot_rule(check, raw, &row_of(spot, "ballot_rules", row), rule)).collect();
    let quorum = raw.quorum.as_ref().map(|quorum| {
        let own = inside(spot, "quorum");
        let line = line(check, &own, &quorum.share, quorum.strict);
        let of = check.need(&own, "of", &quorum.of).unwrap_or(QuorumOf::Issued);
        Quorum { line, of, failed: failed(check, spot, "quorum_failed", raw.quorum_failed) }
    });
    let void_limit = raw.void_share_limit.as_ref().map(|limit| {
        let line = line(check, &inside(spot, "void_share_limit"), &limit.share, limit.strict);
        VoidLimit { line, failed: failed(check, spot, "void_share_exceeded", raw.void_share_exceeded) }
    });
    let small = raw.min_sample.map(|n| {
        let then = check.need(spot, "small_sample", &raw.small_sample).unwrap_or(SmallSample::Pend);
        (n, then)
    });
    for (key, needs, is_needed) in [
        ("quorum_failed", "quorum", raw.quorum_failed.is_some() && quorum.is_none()),
        ("void_share_exceeded", "void_share_limit", raw.void_share_exceeded.is_some() && void_limit.is_none()),
        ("small_sample", "min_sample", raw.small_sample.is_some() && small.is_none()),
    ] {
        if is_needed && !spot.says(needs) {
            check.unused(spot, key, format!("没有写 {needs}"), format!("there is no {needs}"));
        }
    }
    Validity { ballot_rules, quorum, void_limit, min_sample: small }
}

/// The spot of a table under a key.
fn inside(spot: &Spot, key: &'static str) -> Spot {
    let lines = spot.lines.keys.get(key).cloned().unwrap_or_default();
    Spot { section: key, lines, ..spot.clone() }
}

/// The spot of a row of the list under a key.
fn row_of(spot: &Spot, key: &'static str, row: usize) -> Spot {
    let lines = spot.lines.keys.get(key).and_then(|list| list.rows.get(row)).cloned();
    Spot { section: key, lines: lines.unwrap_or_else(|| spot.lines.clone()), ..spot.clone() }
}

fn failed(check: &mut Check<'_>, spot: &Spot, key: &str, value: Option<PollFailed>) -> PollFailed {
    check.need(spot, key, &value).unwrap_or(PollFailed::Pend)
}

fn line(check: &mut Check<'_>, spot: &Spot, share: &Option<Quoted>, strict: Option<bool>) -> ShareLine {
    let share = check.need(spot, "share", share).map_or_else(Exact::one, |Quoted(share)| share);
    in_unit(check, spot, "share", &share);
    ShareLine { share, strict: check.need(spot, "strict", &strict).unwrap_or_default() }
}

fn in_unit(check: &mut Check<'_>, spot: &Spot, key: &str, share: &Exact) {
    if share.is_negative() || *share > Exact::one() {
        check.out_of_range(spot, key, &share.to_string(), "0 至 1", "0 to 1");
    }
}

fn ballot_rule(check: &mut Check<'_>, poll: &RawPoll, spot: &Spot, raw: &RawBallotRule) -> BallotRule {
    let all_equal = raw.all_equal == Some(true);
    let counts =
        raw.at_most.is_some() || raw.at_least.is_some() || raw.share_at_most.is_some() || raw.share_at_least.is_some();
    if !counts && !all_equal {
        check.ask(spot, "at_most");
    }
    if counts {
        check.need_rows(spot, "marks", &raw.marks);
    } else if !raw.marks.is_empty() {
        check.unused(spot, "marks", "没有写 at_most、at_least 等限数", "no limit such as at_most counts them");
    }
    let known: Vec<String> = poll.marks.iter().map(|mark| mark.code.trim().to_owned()).collect();
    for mark in &raw.marks {
        check.known(spot, "marks", mark, &known);
    }
    let questions: Vec<String> = poll.questions.iter().map(|question| question.code.trim().to_owned()).collect();
    if let Some(question) = &raw.question {
        check.known(spot, "question", question, &questions);
    }
    for (key, share) in [("share_at_most", &raw.share_at_most), ("share_at_least", &raw.share_at_least)] {
        if let Some(Quoted(share)) = share {
            in_unit(check, spot, key, share);
        }
    }
    if let (Some(most), Some(least)) = (raw.at_most, raw.at_least)
        && least > most
    {
        check.out_of_range(spot, "at_least", &least.to_string(), &format!("不大于 {most}"), &format!("at most {most}"));
    }
    let effect = check.need(spot, "effect", &raw.effect);
    BallotRule {
        marks: raw.marks.iter().map(|mark| MarkCode::new(mark)).collect(),
        question: raw.question.as_deref().map(QuestionCode::new),
        at_most: raw.at_most,
        at_least: raw.at_least,
        share_at_most: raw.share_at_most.as_ref().map(|Quoted(share)| share.clone()),
        share_at_least: raw.share_at_least.as_ref().map(|Quoted(share)| share.clone()),
        not_all_equal: all_equal,
        effect,
    }
}

/// How ballots find their class, if they name their voter.
pub(super) fn voters(check: &mut Check<'_>, entry: &Entry<RawPoll>) -> Option<Voters> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let relations: Vec<Vec<Relation>> =
        raw.classes.iter().map(|class| class.relation.as_ref().map(|own| own.all()).unwrap_or_default()).collect();
    let n_settled = relations.iter().filter(|own| !own.is_empty()).count();
    if n_settled == 0 && raw.self_vote.is_none() {
        for (key, is_there) in [
            ("voter_in_two_classes", raw.voter_in_two_classes.is_some()),
            ("voter_in_none", raw.voter_in_none.is_some()),
        ] {
            if is_there {
                check.unused(spot, key, "没有票类写 relation", "no class has a relation");
            }
        }
        return None;
    }
    let key = if n_settled > 0 { "classes" } else { "self_vote" };
    if raw.kind == Some(PollKind::Survey) {
        check.out_of_range(spot, key, "relation", "kind = \"appraisal\" 的测评", "a poll of kind appraisal");
    }
    if !check.has_people() {
        check.out_of_range(spot, key, "relation", "有 [people] 的方案", "a scheme with [people]");
    }
    let has = |wanted: Relation| relations.iter().flatten().any(|own| *own == wanted);
    let of_people = raw.subject != Some(PollSubject::Unit);
    let two_classes = if n_settled > 1 {
        check.need(spot, "voter_in_two_classes", &raw.voter_in_two_classes).unwrap_or(TwoClasses::Error)
    } else {
        raw.voter_in_two_classes.unwrap_or(TwoClasses::Error)
    };
    let no_class = if n_settled > 0 && !has(Relation::Other) {
        check.need(spot, "voter_in_none", &raw.voter_in_none).unwrap_or(NoClass::Error)
    } else {
        raw.voter_in_none.unwrap_or(NoClass::Error)
    };
    let self_vote = if of_people {
        check.need(spot, "self_vote", &raw.self_vote).unwrap_or(SelfVote::Error)
    } else {
        for (key, is_there) in [("self_vote", raw.self_vote.is_some()), ("classes", has(Relation::Oneself))] {
            if is_there {
                let (zh, en) = ("subject = \"person\" 的测评", "a poll of subject person");
                check.out_of_range(spot, key, "self", zh, en);
            }
        }
        SelfVote::Count
    };
    if of_people && has(Relation::Oneself) && raw.self_vote.is_some_and(|vote| vote != SelfVote::Count) {
        check.findings.push(self_vote_contradicts(spot.at("self_vote"), spot.at("classes"), &spot.called));
    }
    Some(Voters { relations, two_classes, no_class, self_vote })
}

/// Class weights by group and role.
pub(super) fn weights_for(check: &mut Check<'_>, entry: &Entry<RawPoll>) -> Vec<WeightsFor> {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rows: Vec<WeightsFor> =
        raw.weights_for.iter().enumerate().map(|(n, row)| weights(check, raw, spot, n, row)).collect();
    for (n, later) in rows.iter().enumerate() {
        for (m, first) in rows.iter().enumerate().take(n) {
            if is_undecided(first, later, &rows) {
                let (at, first) = (spot.at_row("weights_for", n), spot.at_row("weights_for", m));
                check.findings.push(weights_equally_specific(at, first, &spot.called, &shown(later)));
            }
        }
    }
    rows
}

fn shown(row: &WeightsFor) -> String {
    let part = |key: &str, value: Option<&str>| value.map(|value| format!("{key} = \"{value}\""));
    let group = part("group", row.group.as_ref().map(GroupCode::as_str));
    let role = part("role", row.role.as_ref().map(RoleCode::as_str));
    group.into_iter().chain(role).collect::<Vec<_>>().join(", ")
}

/// Whether two rows say equally much about a subject that both fit, and no row says more.
fn is_undecided(first: &WeightsFor, later: &WeightsFor, rows: &[WeightsFor]) -> bool {
    let said = |row: &WeightsFor| usize::from(row.group.is_some()) + usize::from(row.role.is_some());
    if said(first) != said(later) {
        return false;
    }
    let one_of = |a: &Option<GroupCode>, b: &Option<GroupCode>| a.clone().or_else(|| b.clone());
    let group = one_of(&first.group, &later.group);
    let role = first.role.clone().or_else(|| later.role.clone());
    let fits = |row: &WeightsFor| {
        row.group.as_ref().is_none_or(|own| group.as_ref() == Some(own))
            && row.role.as_ref().is_none_or(|own| role.as_ref() == Some(own))
    };
    let is_both = |row: &WeightsFor| row.group.is_some() && row.role.is_some();
    fits(first) && fits(later) && (is_both(first) || !rows.iter().any(|row| is_both(row) && fits(row)))
}

fn weights(check: &mut Check<'_>, poll: &RawPoll, spot: &Spot, n: usize, raw: &RawWeightsFor) -> WeightsFor {
    let spot = row_of(spot, "weights_for", n);
    let groups = check.group_codes();
    if let Some(group) = &raw.group {
        check.known(&spot, "group", group, &groups);
    }
    if let Some(role) = &raw.role {
        let roles = check.tables.people.iter().flat_map(|people| &people.raw.roles);
        let roles: Vec<String> = roles.map(|role| role.code.trim().to_owned()).collect();
        check.known(&spot, "role", role, &roles);
        if poll.subject == Some(PollSubject::Unit) {
            let (zh, en) = ("subject = \"person\" 的测评才有角色", "roles only where people are assessed");
            check.out_of_range(&spot, "role", role, zh, en);
        }
    }
    if raw.group.is_none() && raw.role.is_none() {
        check.ask(&spot, "group");
    }
    let known: Vec<String> = poll.classes.iter().map(|class| class.code.trim().to_owned()).collect();
    for class in raw.weights.keys() {
        check.known(&spot, "weights", class, &known);
    }
    let mut weights = Vec::with_capacity(known.len());
    for class in &known {
        let own = raw.weights.iter().find(|(code, _)| code.trim() == class).map(|(_, Quoted(weight))| weight.clone());
        match &own {
            None => check.ask(&spot, "weights"),
            Some(weight) if weight.is_negative() => {
                check.out_of_range(&spot, "weights", &format!("{class} {weight}"), "不小于 0", "not below 0");
            }
            Some(_) => {}
        }
        weights.push(own.unwrap_or_default());
    }
    WeightsFor {
        group: raw.group.as_deref().map(GroupCode::new),
        role: raw.role.as_deref().map(RoleCode::new),
        weights,
    }
}

/// What the class weights add to.
pub(super) fn classes_total(check: &mut Check<'_>, entry: &Entry<RawPoll>) -> Exact {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let Some(Quoted(total)) = &raw.classes_total else { return Exact::one() };
    if total.is_negative() || total.is_zero() {
        check.out_of_range(spot, "classes_total", &total.to_string(), "大于 0", "above 0");
        return Exact::one();
    }
    if *total != Exact::one() {
        let what = Text::new(format!("{}的票类权重", spot.called.zh), format!("class weights of {}", spot.called.en));
        check.findings.push(classes_total_not_one(spot.at("classes_total"), &what, &total.to_string()));
    }
    total.clone()
}
