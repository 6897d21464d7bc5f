//! How people are scored, as sentences.

use super::{Spoken, listed, then};
use crate::diag::Text;
use crate::scheme::words::Words;
use crate::scheme::worth::{Part, PartSource, PeopleRule, PostRule, Role, Transfer, UnitChange};

/// Roles with what their score is made of, transfers, two posts, missing parts, short service.
#[must_use]
pub fn people_sentence(people: &PeopleRule, words: &Words) -> Text {
    let poll = people.poll.as_ref().and_then(|code| words.poll(code)).map_or("", |poll| poll.name.as_str());
    let roles = listed(people.roles.iter().map(role));
    let source = if poll.is_empty() {
        Text::default()
    } else {
        Text::new(format!("本人测评取自「{poll}」"), format!("own score from the poll {poll}"))
    };
    let missing = people.missing_own.spoken();
    let missing = Text::new(format!("没有本人测评：{}", missing.zh), format!("without own ballots: {}", missing.en));
    let others = people.parts().iter().any(|part| !matches!(part.source, PartSource::Unit | PartSource::Own));
    let missing = if others {
        let other = people.missing_part.spoken();
        let other = Text::new(format!("其他部分缺项：{}", other.zh), format!("another part missing: {}", other.en));
        then(&missing, &other)
    } else {
        missing
    };
    let moved = match (people.transfer, people.cutoff) {
        (Transfer::Cutoff, Some((month, day))) => Text::new(
            format!("{month}月{day}日以前（含当日）调动的以新职务为准，以后调动的以原职务为准"),
            format!("who moved by {month:02}-{day:02} (that day included) counts at the new post, later at the old"),
        ),
        (transfer, _) => transfer.spoken(),
    };
    let posts = then(&moved, &people.two_posts.spoken());
    let first = then(&then(&roles, &source), &then(&posts, &missing));
    let ends = [("最高", "at most", &people.cap), ("最低", "at least", &people.floor)].into_iter();
    let ends = listed(ends.filter_map(|(zh, en, end)| {
        let end = end.as_ref()?;
        Some(Text::new(format!("{zh} {end} 分"), format!("{en} {end}")))
    }));
    let ends = match ends.zh.is_empty() {
        true => ends,
        false => Text::new(format!("个人总分（含加减分、扣分）{}", ends.zh), format!("a person's total: {}", ends.en)),
    };
    let first = then(&first, &ends);
    match people.service {
        Some((days, effect)) => {
            let effect = effect.spoken();
            let short = Text::new(
                format!("考核期内任职不满 {days} 天的{}", effect.zh),
                format!("fewer than {days} days in post: {}", effect.en),
            );
            then(&first, &short)
        }
        None => first,
    }
}

/// A role: what its score is the sum of.
fn role(role: &Role) -> Text {
    let of = |text: fn(&Part) -> Text| role.parts.iter().map(text).collect::<Vec<_>>();
    let all = of(part);
    let zh = all.iter().map(|text| text.zh.as_str()).collect::<Vec<_>>().join(" ＋ ");
    let en = all.iter().map(|text| text.en.as_str()).collect::<Vec<_>>().join(" + ");
    Text::new(format!("{}：{zh}", role.name), format!("{}: {en}", role.name))
}

fn part(part: &Part) -> Text {
    let weight = &part.weight;
    let label = match part.source {
        PartSource::Unit => Text::new("单位得分", "unit"),
        PartSource::Own => Text::new("本人测评", "own"),
        PartSource::Supervised => Text::new("所分管单位得分的平均", "mean of the units in charge"),
        PartSource::Component(_) => {
            Text::new(format!("单位「{}」得分", part.name), format!("the unit's {}", part.name))
        }
        PartSource::Poll(_) | PartSource::Measure(_) => Text::new(format!("「{}」", part.name), part.name.clone()),
    };
    match &part.normalised {
        Some(normalised) => {
            let (among, zero, to) = (normalised.among.spoken(), normalised.best_zero.spoken(), &normalised.to);
            Text::new(
                format!("{}（{}中最高的折算为 {to}，其余按比例；{}） × {weight}", label.zh, among.zh, zero.zh),
                format!(
                    "{} (the best of {} gets {to}, others in proportion; {}) × {weight}",
                    label.en, among.en, zero.en
                ),
            )
        }
        None => Text::new(format!("{} × {weight}", label.zh), format!("{} × {weight}", label.en)),
    }
}

/// Which of several posts held at once counts.
#[must_use]
pub fn post_rule_sentence(rule: &PostRule, people: &PeopleRule) -> Text {
    let name = |code| people.role(code).map_or_else(|| code.to_string(), |role| role.name.clone());
    let holds: Vec<String> = rule.holds.iter().map(name).collect();
    let counts = name(&rule.counts_as);
    Text::new(
        format!("同时任{}的，按{counts}计算；不同时的日子分别计算", holds.join("、")),
        format!("who is {} at once counts as {counts}; on other days each post counts", holds.join(" and ")),
    )
}

/// Units set up, merged or abolished inside the year.
#[must_use]
pub fn unit_change_sentence(change: &UnitChange) -> Text {
    then(&change.before.spoken(), &change.dissolved.spoken())
}
