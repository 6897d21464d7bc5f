//! Total, rounding, bands, vetoes, quotas and people as sentences.

use super::measures::when_sentence;
use super::{Spoken, listed, percent, then};
use crate::diag::Text;
use crate::exact::{Exact, Rounding};
use crate::scheme::words::Words;
use crate::scheme::worth::{
    Band, ChainKey, ChainLink, Compare, EdgeTies, Ground, Places, Quota, QuotaPool, RankRule, RoundingPoint, Total,
    Worth,
};

/// What the total is, and its ends.
#[must_use]
pub fn total_sentence(total: &Total) -> Text {
    let declared = &total.declared;
    let end = |value: &Option<Exact>, zh: &str, en: &str| match value {
        Some(value) => Text::new(format!("{zh} {value} 分"), format!("{en} {value}")),
        None => Text::new(format!("{zh}不限"), format!("{en} unlimited")),
    };
    let first = Text::new(
        format!("总分 ＝ Σ（部分得分 × 权重）＋ 加分 − 扣分；各部分满分合计 {declared} 分"),
        format!("total = Σ(component × weight) + bonuses − penalties; components add to {declared}"),
    );
    let (cap, floor) = (end(&total.cap, "最高", "highest"), end(&total.floor, "最低", "lowest"));
    let blend = total.by_period.as_ref().map_or_else(Text::default, |(periods, missing)| {
        let sum = periods.iter().map(|(code, share)| format!("{code} × {share}")).collect::<Vec<_>>().join(" ＋ ");
        let missing = missing.spoken();
        Text::new(
            format!("先算各期总分再合成：{sum}，缺某期总分：{}", missing.zh),
            format!("the totals of the periods are blended: {sum}; a period without a total: {}", missing.en),
        )
    });
    then(&then(&first, &blend), &listed([cap, floor]))
}

/// Where a value is rounded and how.
#[must_use]
pub fn rounding_sentence(point: RoundingPoint, rounding: Rounding) -> Text {
    let (at, mode, places) = (point.spoken(), rounding.mode.spoken(), rounding.places);
    Text::new(
        format!("{}保留 {places} 位小数，{}", at.zh, mode.zh),
        format!("{}: {places} decimals, {}", at.en, mode.en),
    )
}

/// Which values are compared.
#[must_use]
pub fn compare_sentence(compare: &Compare, people: bool) -> Text {
    let (band, rank, share) = (compare.band.spoken(), compare.rank.spoken(), compare.unit_share.spoken());
    let first = Text::new(
        format!("定等用{}；名次、名额、并列用{}", band.zh, rank.zh),
        format!("bands look up {}; ranks and quotas compare {}", band.en, rank.en),
    );
    if !people {
        return first;
    }
    let own = Text::new(format!("个人得分中的单位得分用{}", share.zh), format!("a leader's share takes {}", share.en));
    then(&first, &own)
}

/// A grade's interval.
#[must_use]
pub fn band_sentence(band: &Band, worth: &Worth) -> Text {
    let interval = interval(band);
    if band.when.is_empty() {
        return interval;
    }
    let when = when_sentence(&band.when, worth);
    let more = Text::new(
        format!("且{}；不具备的落入下一个具备条件的等次", when.zh),
        format!("and {}; one who fails this falls to the next grade whose condition holds", when.en),
    );
    then(&interval, &more)
}

fn interval(band: &Band) -> Text {
    if band.by_ruling {
        return Text::new("没有分数线，只由名额、处分等裁定给出", "without an interval; only rulings give it");
    }
    match (&band.from, &band.below) {
        (Some(from), Some(below)) => {
            Text::new(format!("达到 {from} 分，不到 {below} 分"), format!("from {from}, below {below}"))
        }
        (Some(from), None) => Text::new(format!("达到 {from} 分"), format!("from {from}")),
        (None, Some(below)) => Text::new(format!("不到 {below} 分"), format!("below {below}")),
        (None, None) => Text::new("任何分值", "any value"),
    }
}

/// The highest grade that each of those hit can still get.
#[must_use]
pub fn ground_sentence(ground: &Ground) -> Text {
    if ground.all_effects().next().is_none() {
        return Text::new(
            "不影响等次和得分，供追究、约谈等使用",
            "no effect on grade or score; for accountability and talks",
        );
    }
    let effects = ground.all_effects().map(|row| {
        let (on, effect) = (row.on.spoken(), row.effect.spoken());
        Text::new(format!("{}{}", on.zh, effect.zh), format!("{} {}", on.en, effect.en))
    });
    let mut more = Vec::new();
    if ground.years > 1 {
        let n = ground.years;
        more.push(Text::new(format!("影响 {n} 年（含当年）"), format!("for {n} years, this one included")));
    }
    if ground.needs_document {
        more.push(Text::new("须有正式文件", "only with a document"));
    }
    if let Some(authority) = &ground.authority {
        more.push(Text::new(format!("由{authority}认定"), format!("applied by {authority}")));
    }
    let lift = if ground.decision_may_lift {
        Text::new("裁定可以解除", "a committee decision may lift it")
    } else {
        Text::new("裁定不得解除", "no committee decision lifts it")
    };
    then(&then(&listed(effects), &listed(more)), &lift)
}

/// How ranks are given.
#[must_use]
pub fn rank_sentence(rank: &RankRule) -> Text {
    let inside = Text::new("按单位类别分别排名", "ranks are given inside each group");
    let codes: Vec<&str> = rank.chain.iter().map(|link| link.key.code()).collect();
    let chain = if codes.is_empty() {
        Text::default()
    } else {
        let (zh, en) = (codes.join("、"), codes.join(", "));
        Text::new(format!("得分相同的依次比较 {zh}"), format!("equal totals are parted by {en}"))
    };
    then(&then(&inside, &chain), &then(&rank.ties.spoken(), &rank.vetoed.spoken()))
}

/// A link of a chain by its name, or its code.
fn link(worth: &Worth, link: &ChainLink) -> Text {
    let code = link.key.code();
    let name = match &link.key {
        ChainKey::Component(key) => worth.components.iter().find(|one| one.code == *key).map(|one| one.name.as_str()),
        ChainKey::Item(key) => worth.item(key).map(|item| item.name.as_str()),
        ChainKey::Measure(key) => worth.measure(key).map(|measure| measure.name.as_str()),
    };
    let own = match code {
        "unit" => Text::new("单位得分折算", "the unit's part"),
        "own" => Text::new("本人测评", "the own ballots"),
        code => Text::new(name.unwrap_or(code), name.unwrap_or(code)),
    };
    if link.lower_first {
        return Text::new(format!("{}（低者在前）", own.zh), format!("{} (the lower first)", own.en));
    }
    own
}

/// Places in a grade, ties and overflow.
#[must_use]
pub fn quota_sentence(quota: &Quota, words: &Words, worth: &Worth) -> Text {
    let (of, grade) = (quota.of.spoken(), &quota.grade);
    let pool = match (&quota.group, quota.pool) {
        (Some(code), pool) => {
            let named = words.groups.iter().find(|group| group.code == *code);
            let name = named.map_or(code.as_str(), |group| group.name.as_str());
            let each = Text::new(format!("（{name}）"), format!("({name})"));
            if pool == QuotaPool::GroupAndRole {
                Text::new(format!("{}各角色内", each.zh), format!("{} inside each role", each.en))
            } else {
                each
            }
        }
        (None, pool) => pool.spoken(),
    };
    let (base, mode) = (quota.base.spoken(), quota.rounding.spoken());
    let number = match &quota.places {
        Places::Share(share) => {
            let share = percent(share);
            Text::new(
                format!("{}数 × {share}，小数{}", base.zh, mode.zh),
                format!("{} × {share}, {}", base.en, mode.en),
            )
        }
        Places::Fixed(n) => Text::new(format!("{n} 个"), n.to_string()),
        Places::Steps(steps) => listed(steps.iter().map(|(up_to, n)| match up_to {
            Some(up_to) => {
                Text::new(format!("{}数不超过 {up_to} 的 {n} 个", base.zh), format!("{n} up to {up_to} of {}", base.en))
            }
            None => Text::new(format!("更多的 {n} 个"), format!("{n} beyond")),
        })),
    };
    let places = Text::new(
        format!("{}{}：{grade}名额 ＝ {}", of.zh, pool.zh, number.zh),
        format!("{} {}: places in {grade} = {}", of.en, pool.en, number.en),
    );
    let least =
        quota.minimum.map_or_else(Text::default, |n| Text::new(format!("至少 {n} 个"), format!("at least {n}")));
    let lent = quota.borrow.as_ref().map_or_else(Text::default, |pool| {
        Text::new(
            format!("{pool} 的空余名额可由其他范围使用"),
            format!("empty places of {pool} may be taken by others"),
        )
    });
    let places = then(&places, &then(&least, &lent));
    let ties = match quota.ties {
        EdgeTies::Chain => {
            let links: Vec<Text> = quota.chain.iter().map(|one| link(worth, one)).collect();
            let zh: Vec<&str> = links.iter().map(|one| one.zh.as_str()).collect();
            let en: Vec<&str> = links.iter().map(|one| one.en.as_str()).collect();
            let end = quota.chain_end.spoken();
            Text::new(
                format!("名额线上并列的依次比较 {}，仍相同的{}", zh.join("、"), end.zh),
                format!("ties at the edge: {} compared in turn, then {}", en.join(", "), end.en),
            )
        }
        EdgeTies::IncludeAll => Text::new("名额线上并列的都占名额", "ties at the edge all get a place"),
        EdgeTies::ExcludeAll => Text::new("名额线上并列的都不占名额", "ties at the edge get no place"),
        EdgeTies::Committee => Text::new("名额线上并列的报裁定", "ties at the edge go to the committee"),
    };
    let overflow = &quota.overflow;
    let rest = Text::new(format!("没有名额的定为{overflow}"), format!("those without a place get {overflow}"));
    let refill = if quota.refill {
        Text::new("裁定空出的名额递补", "a place freed by a decision is filled")
    } else {
        Text::new("裁定空出的名额不递补", "a place freed by a decision stays empty")
    };
    then(&then(&places, &ties), &then(&rest, &refill))
}
