//! Families of bonuses and penalties as sentences.

use super::{Spoken, listed, percent, same, then};
use crate::diag::Text;
use crate::scheme::words::Sign;
use crate::scheme::worth::{Family, OneDocument, Whose};

/// Levels with points, the cap, and which claims are recognised.
#[must_use]
pub fn family_sentence(family: &Family) -> Text {
    let (sign, zh, en) = match family.sign {
        Sign::Bonus => ("+", "加分", "bonus"),
        Sign::Penalty => ("−", "扣分", "penalty"),
    };
    let (zh, en) = match family.of {
        Whose::Unit => (zh.to_owned(), en.to_owned()),
        Whose::Person => (format!("个人{zh}"), format!("{en} of people")),
    };
    let levels = listed(family.levels.iter().map(|level| same(format!("{} {sign}{}", level.name, level.points))));
    let cap = match &family.cap {
        Some(cap) => Text::new(format!("合计最多 {cap} 分"), format!("at most {cap} together")),
        None => Text::new("不设上限", "no cap"),
    };
    let first = then(&Text::new(format!("{zh}：每件 {}", levels.zh), format!("{en}, each: {}", levels.en)), &cap);
    then(&then(&first, &tiers(family)), &then(&documents(family), &recognised(family)))
}

fn tiers(family: &Family) -> Text {
    if family.tiers.is_empty() {
        return Text::default();
    }
    let all = listed(family.tiers.iter().map(|(name, share)| same(format!("{name} {}", percent(share)))));
    Text::new(format!("按档次计该级别分值的：{}", all.zh), format!("share by tier: {}", all.en))
}

fn documents(family: &Family) -> Text {
    let Some((one, two)) = family.documents else { return Text::default() };
    let first = one.spoken();
    if one == OneDocument::Each { first } else { then(&first, &two.spoken()) }
}

fn recognised(family: &Family) -> Text {
    let evidence = if family.evidence_required {
        Text::new("没有佐证材料的不计", "a claim without evidence is rejected")
    } else {
        Text::default()
    };
    let issuers = listed(family.levels.iter().filter(|level| !level.issuers.is_empty()).map(|level| {
        Text::new(
            format!("{}限{}", level.name, level.issuers.join("、")),
            format!("{} by {}", level.name, level.issuers.join(", ")),
        )
    }));
    let issuers = if issuers.zh.is_empty() {
        issuers
    } else {
        Text::new(
            format!("发文机关：{}，未写明或不在其列的不计", issuers.zh),
            format!("recognised bodies: {}; others, or none named, are rejected", issuers.en),
        )
    };
    let late = family.cutoff.map_or_else(Text::default, |((month, day), late)| {
        let late = late.spoken();
        Text::new(
            format!("{month}月{day}日以前（含当日）的计入当年，以后的{}", late.zh),
            format!("awards by {month:02}-{day:02} count in their year, later ones {}", late.en),
        )
    });
    then(&then(&evidence, &issuers), &late)
}
