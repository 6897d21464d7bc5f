//! Title sentences of charts, made from the data by rules. Where no rule applies the title only names its subject.

mod standings;

pub(super) use standings::{disagreement, flow, places, splits, strips};

use super::numbers::{fraction_words, percent, signed};
use super::words::{Say, spoken};
use crate::exact::Exact;
use crate::results::{CaseLine, Mover};

/// **Rule**: the share of the best grade as a plain fraction if one is within a fiftieth, else as counts; then how many
/// units a veto hit. Nothing of the best grade and no veto: the subject alone.
pub(super) fn grades(
    say: Say,
    best: &str,
    n_best: u32,
    n: u32,
    vetoed: usize,
    noun: [&str; 2],
    subject: &str,
) -> String {
    let mut parts = Vec::new();
    if n_best > 0 && n > 0 {
        parts.push(match fraction_words(n_best, n, say.0) {
            Some(share) => {
                say.made(format!("{share}{}为{best}", noun[0]), format!("{share} of {} are {best}", noun[1]))
            }
            None => say.made(
                format!("{n}{}中{n_best}个为{best}", measure(noun[0])),
                format!("{n_best} of {n} {} are {best}", noun[1]),
            ),
        });
    }
    if vetoed > 0 {
        let counted = if noun[1] == "people" { format!("{vetoed}人") } else { format!("{vetoed}个{}", noun[0]) };
        parts.push(say.made(format!("{counted}被一票否决"), format!("{vetoed} struck by a veto")));
    }
    if parts.is_empty() { subject.to_owned() } else { capital(&parts.join(say.of("，", ", "))) }
}

fn measure(noun: &str) -> String {
    if noun == "干部" { "名干部".to_owned() } else { format!("个{noun}") }
}

/// **Rule**: one unit of rank 1 that no veto struck leads; two or three share the first place by name, more by number.
pub(super) fn ranking(say: Say, group: &str, first: &[(&str, String, bool)], subject: &str) -> String {
    if first.iter().any(|(.., vetoed)| *vetoed) {
        return subject.to_owned();
    }
    match first {
        [] => subject.to_owned(),
        [(name, total, _)] => {
            say.made(format!("{name}以{total}分居{group}第一"), format!("{name} leads with {total} ({group})"))
        }
        some if some.len() <= 3 => {
            let names: Vec<&str> = some.iter().map(|(name, ..)| *name).collect();
            let names = say.list(&names);
            say.made(format!("{names}并列{group}第一"), format!("{names} share the first place ({group})"))
        }
        many => say.made(
            format!("{}个单位并列{group}第一", many.len()),
            format!("{} units share the first place ({group})", many.len()),
        ),
    }
}

/// **Rule**: the one column in which most units are below four fifths of full marks, if that is at least a tenth of the
/// units that have points there. Columns: name, units below, units with points.
pub(super) fn heat(say: Say, group: &str, columns: &[(String, usize, usize)], subject: &str) -> String {
    let most = columns.iter().map(|(_, below, _)| *below).max().unwrap_or(0);
    let mut tops = columns.iter().filter(|(_, below, _)| *below == most);
    match (tops.next(), tops.next()) {
        (Some((name, below, n)), None) if *below > 0 && below * 10 >= *n => say.made(
            format!("{group}在「{name}」上失分面最大，{below}个单位不足八成"),
            format!("{group}: {name} loses most, {below} units below 80%"),
        ),
        _ => subject.to_owned(),
    }
}

/// **Rule**: the largest rise and the largest fall by name, where there are any.
pub(super) fn movers(say: Say, movers: &[Mover], name: impl Fn(&Mover) -> String, subject: &str) -> String {
    let places = |mover: &Mover| super::numbers::places_of(&mover.now);
    let up = movers.iter().filter(|m| !m.change.is_negative() && !m.change.is_zero());
    let up = up.reduce(|most, m| if m.change > most.change { m } else { most });
    let down = movers.iter().filter(|m| m.change.is_negative());
    let down = down.reduce(|most, m| if m.change < most.change { m } else { most });
    let by = |mover: &Mover| signed(&mover.change.abs(), places(mover)).trim_start_matches('+').to_owned();
    let mut parts = Vec::new();
    if let Some(up) = up {
        parts.push(say.made(format!("{}升{}分", name(up), by(up)), format!("{} up {}", name(up), by(up))));
    }
    if let Some(down) = down {
        parts.push(say.made(format!("{}降{}分", name(down), by(down)), format!("{} down {}", name(down), by(down))));
    }
    match parts.as_slice() {
        [] => subject.to_owned(),
        [one] => say.made(format!("{one}，变动最大"), format!("{one}, the largest move")),
        _ => say.made(format!("{}，升降最大", parts.join("，")), format!("{}, the largest moves", parts.join(", "))),
    }
}

/// **Rule**: indicators that changed by a tenth or more, rises before falls: one with its rate, up to three by name, more by
/// number. None: the subject alone.
pub(super) fn statistics(say: Say, lines: &[CaseLine], subject: &str) -> String {
    let tenth = Exact::ratio(1, 10).unwrap_or_default();
    let of = |down: bool| -> Vec<&CaseLine> {
        let large = |change: &Exact| change.abs() >= tenth && change.is_negative() == down;
        lines.iter().filter(|line| line.change.as_ref().is_some_and(large)).collect()
    };
    let mut parts = Vec::new();
    for (down, zh, en) in [(false, "升", "up"), (true, "降", "down")] {
        let some = of(down);
        let names: Vec<&str> = some.iter().map(|line| line.name.as_str()).collect();
        match some.as_slice() {
            [] => {}
            [line] => {
                let rate = percent(&line.change.clone().unwrap_or_default().abs());
                let verb = if down { "下降" } else { "上升" };
                parts.push(say.made(format!("{}同比{verb}{rate}", line.name), format!("{} {en} {rate}", line.name)));
            }
            many if many.len() <= 3 => parts.push(say.made(
                format!("{}{}项同比{zh}幅均达一成以上", names.join("、"), spoken(many.len())),
                format!("{} each {en} by a tenth or more", names.join(", ")),
            )),
            many => parts.push(say.made(
                format!("{}项指标同比{zh}幅达一成以上", many.len()),
                format!("{} indicators {en} by a tenth or more", many.len()),
            )),
        }
    }
    if parts.is_empty() { subject.to_owned() } else { capital(&parts.join(say.of("，", "; "))) }
}

/// The first letter as a capital; nothing changes in Chinese.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests;
