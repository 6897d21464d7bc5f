//! Titles of the figures about places, moves in two parts, agreement of inspection and votes, vetoes and posts.

use super::{Say, capital};
use crate::report::view::plots::{PlaceRow, ScatterPanel, ScatterRow, StripRow};

/// **Rule**: how many reached the grade without a place, then how many wait for a decision; where there are neither, how
/// many places stay empty. Nothing of these: all places are taken.
pub(in crate::report::view) fn places(say: Say, grade: &str, rows: &[PlaceRow], is_of_people: bool) -> String {
    let sum = |of: fn(&PlaceRow) -> u32| rows.iter().map(of).sum::<u32>();
    let (lost, tied, empty) = (sum(|row| row.lost), sum(|row| row.tied), sum(|row| row.empty));
    let n = |n: u32| if is_of_people { format!("{n}人") } else { format!("{n}个单位") };
    let mut parts = Vec::new();
    if lost > 0 {
        parts.push(
            say.made(format!("{}达到{grade}线而没有名额", n(lost)), format!("{lost} reached {grade} without a place")),
        );
    }
    if tied > 0 {
        parts.push(say.made(format!("{}并列待裁定", n(tied)), format!("{tied} tied await a decision")));
    }
    if parts.is_empty() && empty > 0 {
        parts.push(say.made(format!("{grade}名额空余{empty}个"), format!("{empty} places of {grade} stay empty")));
    }
    if parts.is_empty() {
        return say.made(format!("{grade}名额全部用满"), format!("All places of {grade} are taken"));
    }
    capital(&parts.join(say.of("，", ", ")))
}

/// **Rule**: how many of all units moved mostly because of the rules, where there is one.
pub(in crate::report::view) fn splits(say: Say, by_rule: usize, n: usize, subject: &str) -> String {
    if by_rule == 0 {
        return subject.to_owned();
    }
    say.made(
        format!("{n}个单位中{by_rule}个的升降主要因办法改变"),
        format!("{by_rule} of {n} units moved mostly because of the rules"),
    )
}

/// **Rule**: the unit whose ranks differ most, with both, where one differs by a tenth of the units and no other as much.
pub(in crate::report::view) fn disagreement(say: Say, panel: &ScatterPanel, subject: &str) -> String {
    let apart = |row: &ScatterRow| row.ranks[0].abs_diff(row.ranks[1]);
    let most = panel.rows.iter().map(apart).max().unwrap_or(0);
    let mut tops = panel.rows.iter().filter(|row| row.named && apart(row) == most);
    match (tops.next(), tops.next()) {
        (Some(row), None) => {
            let [a, b] = row.ranks;
            let (label, across, up) = (&row.label, &panel.across, &panel.up);
            say.made(
                format!("{label}{across}第{a}、{up}第{b}，两者相差最大"),
                format!("{label}: {across} rank {a}, {up} rank {b}, furthest apart"),
            )
        }
        _ => subject.to_owned(),
    }
}

/// **Rule**: how many events struck how many units and people, and how many grades fell by it.
pub(in crate::report::view) fn flow(say: Say, events: usize, units: usize, people: usize, lowered: usize) -> String {
    let whom = match (units, people) {
        (0, people) => say.made(format!("{people}人"), format!("{people} people")),
        (units, 0) => say.made(format!("{units}个单位"), format!("{units} units")),
        _ => say.made(format!("{units}个单位、{people}人"), format!("{units} units and {people} people")),
    };
    say.made(
        format!("{events}起事件否决{whom}，{lowered}个等次因此降低"),
        format!("{events} events struck {whom}; {lowered} grades fell"),
    )
}

/// **Rule**: the group whose median is highest, with it, where there are several groups and no two share it.
pub(in crate::report::view) fn strips(say: Say, strips: &[(String, StripRow)], subject: &str) -> String {
    let with = || strips.iter().filter_map(|(name, strip)| Some((name, strip.middle.as_ref()?)));
    let Some(most) = with().map(|(_, middle)| middle.exact.clone()).max() else { return subject.to_owned() };
    let mut tops = with().filter(|(_, middle)| middle.exact == most);
    match (tops.next(), tops.next(), strips.len()) {
        (Some((name, middle)), None, 2..) => say.made(
            format!("{name}得分中位数最高，为{}分", middle.shown),
            format!("{name}: the highest median, {}", middle.shown),
        ),
        _ => subject.to_owned(),
    }
}
