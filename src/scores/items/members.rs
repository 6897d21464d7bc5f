//! Marks about members one by one, and the self-mark against the panel's.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use chrono::NaiveDate;

use super::cells::{panel_said, self_mark};
use super::given::{given, is_self, marks, note_all};
use super::{Facts, Of};
use crate::exact::{Exact, Test};
use crate::facts::{Entry, MarkGiven, Person};
use crate::scheme::worth::{BeyondGap, GapReached, Item, Members, Points, UnscoredMember, WithinGap};
use crate::scores::calc::Calc;
use crate::scores::points;
use crate::scores::trace::Evidence;
use crate::tally::Given;
use crate::terms::PersonCode;

/// First and last day of the period.
fn days(of: &Of<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let period = of.scheme.words.periods.iter().find(|period| period.code == *of.period)?;
    let day = |year: i32, (month, date): (u32, u32)| {
        NaiveDate::from_ymd_opt(year, month, date).or_else(|| NaiveDate::from_ymd_opt(year, month, date - 1))
    };
    let first_year = if period.from <= period.to { of.year } else { of.year - 1 };
    Some((day(first_year, period.from)?, day(of.year, period.to)?))
}

/// The members of the unit's team whom the rule counts, by code; none where the sheets list them.
fn team<'a>(members: Members, of: &Of<'a>) -> Option<Vec<&'a Person>> {
    let (first, last) = days(of)?;
    let in_post = |person: &&Person| {
        person.posts.iter().filter(|post| post.unit == of.unit.code).any(|post| match members {
            Members::AtEnd => post.holds_on(last),
            _ => post.from <= last && post.to.is_none_or(|to| to >= first),
        })
    };
    (members != Members::Listed).then(|| of.tally.people.iter().filter(in_post).collect())
}

fn name<'a>(code: &'a PersonCode, of: &Of<'a>) -> &'a str {
    let at = of.tally.people.binary_search_by(|person| person.code.cmp(code));
    at.map_or(code.as_str(), |at| &of.tally.people[at].name)
}

/// Inspectors combined for each member, then the mean over the members.
///
/// **Example** (A20): members at 3, 2, 3 and 1 of 3: 9 ÷ 4 = 2.25.
pub(super) fn mean(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::MembersMean { panel, members, unscored } = &item.points else { return Facts::NotSubmitted };
    let list = given(item, of);
    note_all(list, item, of, evidence);
    let mut by_member: BTreeMap<&PersonCode, Vec<Exact>> = BTreeMap::new();
    for given in list.iter().filter(|given| !is_self(given, panel)) {
        if let (Some(member), Entry::Given(MarkGiven::Points(points))) = (&given.member, &given.entry) {
            by_member.entry(member).or_default().push(points.clone());
        }
    }
    if by_member.is_empty() {
        return match marks(list.iter()) {
            Err(missing) => missing.into(),
            Ok(_) => Facts::NotSubmitted,
        };
    }
    let team = team(*members, of);
    let counted: Vec<&PersonCode> = match &team {
        Some(team) => team.iter().map(|person| &person.code).collect(),
        None => by_member.keys().copied().collect(),
    };
    let mut values: Vec<(&PersonCode, Option<Exact>)> = Vec::new();
    for member in counted {
        let marks = by_member.get(member);
        let value = marks.and_then(|marks| points::panel(marks, panel)).map(|(value, _)| value);
        if value.is_none() && *unscored == UnscoredMember::Pend {
            let who = name(member, of);
            return Facts::Pending(of.say(|| (format!("{who}未评分，待裁定"), format!("{who} has no mark: pending"))));
        }
        values.push((member, value));
    }
    let zero = *unscored == UnscoredMember::Zero;
    let sum: Exact = values.iter().filter_map(|(_, value)| value.as_ref()).sum();
    let n = values.iter().filter(|(_, value)| zero || value.is_some()).count();
    let Some(n) = u32::try_from(n).ok().and_then(NonZeroU32::new) else { return Facts::NotSubmitted };
    let value = &sum / n;
    let said = of.say(|| {
        let each = values.iter().map(|(code, value)| {
            let value = value.as_ref().map_or_else(|| if zero { "0".to_owned() } else { "—".to_owned() }, Exact::about);
            format!("{} {value}", name(code, of))
        });
        let each = each.collect::<Vec<_>>().join("，");
        let others: Vec<&str> = by_member
            .keys()
            .filter(|code| !values.iter().any(|(own, _)| own == *code))
            .map(|code| name(code, of))
            .collect();
        let (zh, en) = match others.is_empty() {
            true => (String::new(), String::new()),
            false => {
                let others = others.join("、");
                (format!("；不计 {others}"), format!("; not counted: {others}"))
            }
        };
        let sum = sum.about();
        (
            format!("{n} 名班子成员平均（{each}{zh}）：{sum} ÷ {n}"),
            format!("mean of {n} members ({each}{en}): {sum} ÷ {n}"),
        )
    });
    let calc = of.calc(|| {
        let counted = values.iter().zip(1_u32..).filter(|((_, value), _)| zero || value.is_some());
        let nought = Exact::zero();
        let each = counted.map(|((_, value), n)| Calc::fact(format!("member:{n}"), value.as_ref().unwrap_or(&nought)));
        Calc::Mean(each.collect(), 0, 0)
    });
    Facts::of(value, n.get(), said).by(calc)
}

/// The self-mark against the panel's; both are printed with their distance.
pub(super) fn self_panel(item: &Item, of: &Of<'_>, evidence: &mut Vec<Evidence>) -> Facts {
    let Points::SelfPanel { panel, gap, reached, within, beyond } = &item.points else { return Facts::NotSubmitted };
    let list = given(item, of);
    note_all(list, item, of, evidence);
    let others = list.iter().filter(|given: &&Given| !is_self(given, panel));
    let marks = match marks(others) {
        Ok(marks) => marks,
        Err(missing) => return missing.into(),
    };
    let Some((verified, kept)) = points::panel(&marks, panel) else { return Facts::NotSubmitted };
    let Some(own) = self_mark(list, panel) else { return Facts::NotSubmitted };
    let value = points::self_panel(&own, &verified, gap, *reached, *within, beyond);
    let said = of.say(|| {
        let (zh, en) = panel_said(&marks, &kept, panel);
        let away = (&own - &verified).abs();
        let held = away < *gap || (away == *gap && *reached == GapReached::Within);
        let (over_zh, over_en) = if held { ("未超过", "within") } else { ("超过", "beyond") };
        let (away, verified, shown) = (away.about(), verified.about(), value.about());
        (
            format!("自评 {own}，考核组 {verified}（{zh}），相差 {away}，{over_zh} {gap}：计 {shown}"),
            format!("self-mark {own}, panel {verified} ({en}), {away} apart, {over_en} {gap}: {shown}"),
        )
    });
    let calc = of.calc(|| {
        let panel = || Calc::panel(&marks, kept.len(), panel);
        let own = || Calc::fact("self", &own);
        let near = match within {
            WithinGap::Mean => Calc::Mean(vec![own(), panel()], 0, 0),
            WithinGap::Panel => panel(),
        };
        let far = match beyond {
            BeyondGap::Panel => panel(),
            BeyondGap::Points(points) => Calc::rule(&item.rule, "beyond", points),
        };
        let test = if *reached == GapReached::Within { Test::AtMost } else { Test::Below };
        let gap = Calc::rule(&item.rule, "gap", gap);
        Calc::choose(test, Calc::Abs(Box::new(own().less(panel()))), gap, near, far)
    });
    Facts::of(value, u32::try_from(kept.len()).unwrap_or(u32::MAX), said).by(calc)
}
