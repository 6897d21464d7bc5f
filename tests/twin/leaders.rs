//! people.toml: which post counts, and a person's total.

use super::fraction::{Both, Fraction, decimal, two_places};
use super::raw::Raw;
use super::sheet::Row;
use super::votes::LEADER;

/// The row of the post that counts: of two held at once the main one, then the one held longest in the year.
pub fn counted_post<'a>(raw: &'a Raw, person: &str) -> &'a Row {
    let posts: Vec<&Row> = raw.people.iter().filter(|row| row["人员代码"] == person).collect();
    let beside = |one: &Row, other: &Row| starts(one) <= ends(other) && starts(other) <= ends(one);
    let second = |post: &&Row| {
        let main = posts.iter().any(|other| other["主要职务"] == "是" && beside(other, post));
        post["主要职务"] != "是" && main
    };
    let alone = posts.iter().filter(|post| !second(post));
    alone.copied().max_by_key(|post| days(raw.year, post)).expect("a post")
}

/// Whether a post was held on a day.
pub fn held_on(post: &Row, day: &str) -> bool {
    starts(post) <= day && day <= ends(post)
}

/// Unit's total and own ballots in the shares of the role.
pub fn person_total(raw: &Raw, person: &str, unit_total: Option<Fraction>) -> Option<Both> {
    let (unit_share, own_share) = match counted_post(raw, person)["角色"].as_str() {
        "正职" => ("0.6", "0.4"),
        "分管领导" => ("0.5", "0.5"),
        "班子成员" => ("0.4", "0.6"),
        other => panic!("{other:?} is no role"),
    };
    let own = raw.leader.score(&LEADER, person)?;
    Some(two_places(decimal(unit_share) * unit_total? + decimal(own_share) * own))
}

fn starts(post: &Row) -> &str {
    &post["任职起"]
}

fn ends(post: &Row) -> &str {
    if post["任职止"].is_empty() { "9999-12-31" } else { &post["任职止"] }
}

/// Days of the year on which a post was held.
fn days(year: i32, post: &Row) -> i64 {
    let (first, last) = (format!("{year}-01-01"), format!("{year}-12-31"));
    let (from, to) = (starts(post).max(first.as_str()), ends(post).min(last.as_str()));
    number_of(to) - number_of(from) + 1
}

/// A day's number, counted in the simplest calendar that keeps lengths: by month lengths of its year.
fn number_of(day: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| day[range].parse::<i64>().expect("a day");
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let leap = i64::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let lengths = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    lengths.iter().take(usize::try_from(month - 1).expect("a month")).sum::<i64>() + day
}
