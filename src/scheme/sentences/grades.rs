//! Total, rounding, bands, vetoes, quotas and people as sentences.

use super::{Spoken, listed, percent, then};
use crate::diag::Text;
use crate::exact::{Exact, Rounding};
use crate::scheme::words::Words;
use crate::scheme::worth::{Band, Compare, EdgeTies, Ground, Quota, QuotaPool, RankRule, RoundingPoint, Total, Worth};
use crate::terms::{ComponentCode, Grade};

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
pub fn band_sentence(band: &Band) -> Text {
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
    let effect = |who: Text, grade: &Option<Grade>| {
        grade.as_ref().map(|grade| Text::new(format!("{}最高为{grade}", who.zh), format!("{} at most {grade}", who.en)))
    };
    let effects = [
        effect(Text::new("单位", "the unit"), &ground.unit),
        effect(Text::new("事发当日的正职", "the principal of that day"), &ground.principal),
        effect(Text::new("事发当日的分管领导", "whoever was in charge on that day"), &ground.in_charge),
        effect(Text::new("当事人", "the person named"), &ground.person),
    ];
    let lift = if ground.decision_may_lift {
        Text::new("裁定可以解除", "a committee decision may lift it")
    } else {
        Text::new("裁定不得解除", "no committee decision lifts it")
    };
    then(&listed(effects.into_iter().flatten()), &lift)
}

/// How ranks are given.
#[must_use]
pub fn rank_sentence(rank: &RankRule) -> Text {
    let inside = Text::new("按单位类别分别排名", "ranks are given inside each group");
    then(&inside, &then(&rank.ties.spoken(), &rank.vetoed.spoken()))
}

/// The name of a component, or its code.
fn component<'w>(worth: &'w Worth, code: &'w ComponentCode) -> &'w str {
    worth.components.iter().find(|component| component.code == *code).map_or(code.as_str(), |found| found.name.as_str())
}

/// Places in a grade, ties and overflow.
#[must_use]
pub fn quota_sentence(quota: &Quota, words: &Words, worth: &Worth) -> Text {
    let (of, grade, share) = (quota.of.spoken(), &quota.grade, percent(&quota.share));
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
    let places = Text::new(
        format!("{}{}：{grade}名额 ＝ {}数 × {share}，小数{}", of.zh, pool.zh, base.zh, mode.zh),
        format!("{} {}: places in {grade} = {} × {share}, {}", of.en, pool.en, base.en, mode.en),
    );
    let ties = match quota.ties {
        EdgeTies::Chain => {
            let codes: Vec<&str> = quota.chain.iter().map(|code| component(worth, code)).collect();
            let end = quota.chain_end.spoken();
            Text::new(
                format!("名额线上并列的依次比较 {}，仍相同的{}", codes.join("、"), end.zh),
                format!("ties at the edge: {} compared in turn, then {}", codes.join(", "), end.en),
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
