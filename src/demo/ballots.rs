//! 民主测评: ballots as drawn, counted or raw, and 票数登记.

use super::county::County;
use super::levels;
use super::random::{Draws, Stream};
use super::sheet::{sheet, title};
use super::yunshan::{self, PollNames};
use crate::forms::{FormCell, FormSheet};

/// What one voter says to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ticked {
    Mark(usize),
    NoView,
    Blank,
    Void,
}

/// The ballots of one class about one subject.
struct Drawn {
    issued: u32,
    ballots: Vec<Vec<Ticked>>,
}

/// Who is voted on.
struct About {
    /// The name that sheets write.
    label: String,
    /// What the stream hangs on.
    key: u64,
    level: i32,
    unit: usize,
}

/// The ticks of one voter.
pub(super) fn ticks(draws: &mut Draws, level: i32, steps: [i32; 3], no_view: i32, n_questions: usize) -> Vec<usize> {
    (0..n_questions)
        .map(|_| {
            let seen = level + draws.spread(levels::VOTER_SPREAD / 2) + draws.spread(levels::VOTER_SPREAD / 2);
            let mark = steps.iter().take_while(|&&step| seen < step).count();
            if draws.chance(no_view) { 4 } else { mark }
        })
        .collect()
}

fn draw(county: &County, poll: &PollNames, period: usize, class: usize, about: &About) -> Drawn {
    let team = poll.code == yunshan::TEAM.code;
    let mut draws = county.draws(Stream::Ballots, &[u64::from(team), period as u64, class as u64, about.key]);
    let issued = if team { levels::TEAM_BALLOTS[class] } else { levels::PERSON_BALLOTS[class] };
    let year_end = team && period == 1;
    let is = |part: Option<usize>| year_end && part == Some(about.unit);
    let cast = &county.cast;
    let missing = if class > 0 { draws.below(4).saturating_sub(2) } else { 0 };
    let (issued, returned) = match class {
        0 if is(cast.small_class) => (4, 4),
        1 if is(cast.over_returned) => (issued, issued + 1),
        2 if is(cast.empty_class) => (issued, 0),
        _ => (issued, issued - missing),
    };
    let ballots = (0..returned).map(|_| {
        let void = class > 0 && draws.chance(levels::VOID);
        let marks = ticks(&mut draws, about.level, levels::BALLOT_STEPS, levels::NO_VIEW, poll.questions.len());
        let mut ballot: Vec<Ticked> = marks
            .into_iter()
            .map(|mark| match mark {
                _ if draws.chance(levels::BLANK) => Ticked::Blank,
                4 => Ticked::NoView,
                mark => Ticked::Mark(mark),
            })
            .collect();
        if void {
            ballot.fill(Ticked::Void);
        } else if let Some(last) = ballot.last_mut().filter(|_| class == 0 && is(cast.empty_question)) {
            *last = if draws.chance(500) { Ticked::Blank } else { Ticked::NoView };
        }
        ballot
    });
    Drawn { issued, ballots: ballots.collect() }
}

fn teams(county: &County) -> Vec<About> {
    let about = |(index, unit): (usize, &super::county::PlannedUnit)| About {
        label: unit.name.clone(),
        key: unit.key,
        level: unit.level,
        unit: index,
    };
    county.units.iter().enumerate().map(about).collect()
}

fn leaders(county: &County) -> Vec<About> {
    let about = |(number, person): (usize, &super::county::PlannedPerson)| About {
        label: person.code.clone(),
        key: number as u64,
        level: person.level,
        unit: person.unit,
    };
    county.people.iter().enumerate().map(about).collect()
}

/// The half-year poll of teams, counted.
pub(super) fn half_year_counts(county: &County) -> FormSheet {
    let poll = &yunshan::TEAM;
    let mut rows = Vec::new();
    for about in teams(county) {
        for (class, (_, class_name)) in poll.classes.iter().enumerate() {
            let drawn = draw(county, poll, 0, class, &about);
            for (at, question) in poll.questions.iter().enumerate() {
                let count = |what: Ticked| drawn.ballots.iter().filter(|ballot| ballot.get(at) == Some(&what)).count();
                let mut row =
                    vec![FormCell::text(&about.label), FormCell::text(*class_name), FormCell::text(*question)];
                row.extend([FormCell::number(drawn.issued), FormCell::number(drawn.ballots.len())]);
                row.extend((0..poll.marks.len()).map(|mark| FormCell::number(count(Ticked::Mark(mark)))));
                row.extend([Ticked::NoView, Ticked::Blank, Ticked::Void].map(|what| FormCell::number(count(what))));
                rows.push(row);
            }
        }
    }
    let mut headers = vec!["测评对象", "票类", "测评项目", "发出", "收回"];
    headers.extend(poll.marks);
    headers.extend(["不了解", "未填", "无效票"]);
    sheet("汇总", title(county.year, "领导班子民主测评汇总表（半年）"), &headers, rows)
}

/// Raw ballots of the year's end: path, and sheets, for teams and for people by class.
pub(super) fn year_end(county: &County) -> Vec<(String, Vec<FormSheet>)> {
    let mut books = Vec::new();
    for (poll, subjects, word) in
        [(&yunshan::TEAM, teams(county), "班子"), (&yunshan::LEADER, leaders(county), "班子成员")]
    {
        for (class, (code, class_name)) in poll.classes.iter().enumerate() {
            let mut rows: Vec<((String, usize), Vec<FormCell>)> = Vec::new();
            for (place, about) in subjects.iter().enumerate() {
                let drawn = draw(county, poll, 1, class, about);
                for (n, ballot) in drawn.ballots.into_iter().enumerate() {
                    // Staff vote on their own unit only, so their ballots are numbered by unit.
                    let number = match county.units.get(about.unit) {
                        Some(unit) if class == 2 => format!("{code}-{}-{:02}", unit.code, n + 1),
                        _ => format!("{code}-{:03}", n + 1),
                    };
                    let mut row = vec![FormCell::text(&number), FormCell::text(&about.label)];
                    row.extend(ballot.into_iter().map(|ticked| cell(poll, ticked)));
                    rows.push(((number, place), row));
                }
            }
            rows.sort_by(|a, b| a.0.cmp(&b.0));
            let mut headers = vec!["票号", "测评对象"];
            headers.extend(poll.questions);
            let what = title(county.year, &format!("{}票（年终·{class_name}）", poll.name));
            let rows = rows.into_iter().map(|(_, row)| row).collect();
            books.push((
                format!("raw/民主测评/{word}_年终_{class_name}.xlsx"),
                vec![sheet(class_name, what, &headers, rows)],
            ));
        }
    }
    books
}

fn cell(poll: &PollNames, ticked: Ticked) -> FormCell {
    match ticked {
        Ticked::Mark(mark) => poll.marks.get(mark).map_or(FormCell::Blank, |name| FormCell::text(*name)),
        Ticked::NoView => FormCell::text(yunshan::NO_VIEW),
        Ticked::Blank => FormCell::Blank,
        Ticked::Void => FormCell::text(poll.void),
    }
}

/// 票数登记 for the raw ballots.
pub(super) fn returns(county: &County) -> FormSheet {
    let mut rows = Vec::new();
    for (poll, subjects) in [(&yunshan::TEAM, teams(county)), (&yunshan::LEADER, leaders(county))] {
        for about in subjects {
            for (class, (_, class_name)) in poll.classes.iter().enumerate() {
                let drawn = draw(county, poll, 1, class, &about);
                let mut row: Vec<FormCell> =
                    [poll.name, yunshan::PERIODS[1].1, class_name, &about.label].map(FormCell::text).to_vec();
                row.extend([FormCell::number(drawn.issued), FormCell::number(drawn.ballots.len())]);
                rows.push(row);
            }
        }
    }
    let headers = ["测评", "考核期", "票类", "测评对象", "发出", "收回"];
    sheet("票数登记", title(county.year, "民主测评票数登记表（年终）"), &headers, rows)
}
