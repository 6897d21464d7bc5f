//! What makes ballots and polls count, and who votes in which class, as sentences.

use super::{Spoken, listed, percent, same, then};
use crate::diag::Text;
use crate::scheme::words::{BallotRule, PollSubject, PollWords, Relation, ShareLine, Voters, Words};
use crate::scheme::worth::{Poll, WeightsFor};

/// 超过 or 达到 a share.
pub(super) fn line_sentence(line: &ShareLine) -> Text {
    // A share such as 1/3 has no plain decimal and is shown as it is.
    let share = percent(&line.share);
    if line.strict {
        Text::new(format!("超过 {share}"), format!("more than {share}"))
    } else {
        Text::new(format!("达到 {share}"), format!("{share} or more"))
    }
}

/// A rule over the whole ballot, without its effect.
#[must_use]
pub fn ballot_rule_sentence(rule: &BallotRule, poll: &PollWords) -> Text {
    let name = |code: &str| poll.marks.iter().find(|mark| mark.code.as_str() == code).map(|mark| mark.name.clone());
    let marks: Vec<String> =
        rule.marks.iter().map(|mark| name(mark.as_str()).unwrap_or_else(|| mark.to_string())).collect();
    let marks = marks.join("或");
    let question = rule.question.as_ref().map(|code| {
        let named = poll.questions.iter().find(|question| question.code == *code);
        named.map_or_else(|| code.to_string(), |question| question.name.clone())
    });
    let where_ = question.map_or_else(
        || Text::new("整张票", "on the whole ballot"),
        |name| Text::new(format!("整张票的「{name}」"), format!("on the whole ballot, question {name}")),
    );
    let mut all = Text::default();
    let mut add = |zh: String, en: String| all = then(&all, &Text::new(zh, en));
    if let Some(n) = rule.at_most {
        add(format!("{}{marks}不得多于 {n} 个", where_.zh), format!("{}, at most {n} of {marks}", where_.en));
    }
    if let Some(n) = rule.at_least {
        add(format!("{}{marks}不得少于 {n} 个", where_.zh), format!("{}, at least {n} of {marks}", where_.en));
    }
    if let Some(share) = &rule.share_at_most {
        let share = percent(share);
        add(format!("{}{marks}不得超过 {share}", where_.zh), format!("{}, at most {share} of {marks}", where_.en));
    }
    if let Some(share) = &rule.share_at_least {
        let share = percent(share);
        add(format!("{}{marks}不得低于 {share}", where_.zh), format!("{}, at least {share} of {marks}", where_.en));
    }
    if rule.not_all_equal {
        add(format!("{}不得全部相同", where_.zh), format!("{}, not all marks alike", where_.en));
    }
    all
}

/// Ballot rules, quorum, void ballots, small samples.
pub(super) fn validity_sentence(poll: &PollWords) -> Text {
    let validity = &poll.validity;
    let mut all = Text::default();
    for rule in &validity.ballot_rules {
        let (own, effect) =
            (ballot_rule_sentence(rule, poll), rule.effect.map(|effect| effect.spoken()).unwrap_or_default());
        let joined = Text::new(format!("{}，否则{}", own.zh, effect.zh), format!("{}, or else {}", own.en, effect.en));
        all = then(&all, &joined);
    }
    if let Some(quorum) = &validity.quorum {
        let (line, of, failed) = (line_sentence(&quorum.line), quorum.of.spoken(), quorum.failed.spoken());
        let text = Text::new(
            format!("收回票数占{}的比例须{}，否则{}", of.zh, line.zh, failed.zh),
            format!("returned must be {} of {}, or else {}", line.en, of.en, failed.en),
        );
        all = then(&all, &text);
    }
    if let Some(limit) = &validity.void_limit {
        let (line, failed) = (line_sentence(&limit.line), limit.failed.spoken());
        let text = Text::new(
            format!("无效票占收回票数的比例{}时，{}", line.zh, failed.zh),
            format!("void ballots being {} of those returned, {}", line.en, failed.en),
        );
        all = then(&all, &text);
    }
    if let Some((n, small)) = validity.min_sample {
        let small = small.spoken();
        let text = Text::new(
            format!("有效票少于 {n} 张的票类，{}", small.zh),
            format!("a class with fewer than {n} valid ballots: {}", small.en),
        );
        all = then(&all, &text);
    }
    all
}

/// Who votes in which class.
pub(super) fn voters_sentence(worth: &Poll, poll: &PollWords, voters: &Voters) -> Text {
    let settled = worth.classes.iter().zip(&voters.relations).filter(|(_, relations)| !relations.is_empty());
    let classes = settled.map(|((_, name, _), relations)| {
        let own = relations.iter().map(|relation| relation.spoken());
        let (zh, en): (Vec<String>, Vec<String>) = own.map(|text| (text.zh, text.en)).unzip();
        Text::new(format!("{name}＝{}", zh.join("或")), format!("{name} = {}", en.join(" or ")))
    });
    let mut all = Text::default();
    if voters.settle_classes() {
        let classes = listed(classes);
        all = Text::new(
            format!("票类按测评人与对象的关系确定：{}", classes.zh),
            format!("the class follows from what the voter is to the subject: {}", classes.en),
        );
        if voters.relations.iter().filter(|relations| !relations.is_empty()).count() > 1 {
            all = then(&all, &voters.two_classes.spoken());
        }
        if !voters.relations.iter().flatten().any(|own| *own == Relation::Other) {
            all = then(&all, &voters.no_class.spoken());
        }
    }
    if poll.subject == PollSubject::Person {
        all = then(&all, &voters.self_vote.spoken());
    }
    all
}

/// Other weights by group and role.
pub(super) fn weights_sentence(poll: &Poll, words: &Words) -> Text {
    let row = |row: &WeightsFor| {
        let group = row.group.as_ref().map(|code| {
            let named = words.groups.iter().find(|group| group.code == *code);
            named.map_or_else(|| code.to_string(), |group| group.name.clone())
        });
        let role = row.role.as_ref().map(|code| {
            let named = words.roles.iter().find(|role| role.named.code == *code);
            named.map_or_else(|| code.to_string(), |role| role.named.name.clone())
        });
        let who = group.into_iter().chain(role).collect::<Vec<_>>().join("·");
        let weights = poll.classes.iter().zip(&row.weights);
        let weights = listed(weights.map(|((_, name, _), weight)| same(format!("{name} {}", percent(weight)))));
        Text::new(format!("{who}：{}", weights.zh), format!("{who}: {}", weights.en))
    };
    let mut all = Text::default();
    for own in &poll.weights_for {
        all = then(&all, &row(own));
    }
    all
}
