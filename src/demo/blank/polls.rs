//! The workbooks of one poll: raw ballots, counted ballots, survey answers.

use super::form::{Book, Entry, add_headers, form, names, sheet_name, table_name};
use crate::scheme::words::{PeriodWords, PollKind, PollSubject, PollWords, QuorumOf, Table, Words};

/// For each period of the poll, the raw workbook and, as an alternative, the counted one.
pub(super) fn books(words: &Words, poll: &PollWords) -> Vec<Book> {
    let held = words.periods.iter().filter(|period| poll.periods.contains(&period.code));
    held.flat_map(|period| [Some(raw(words, poll, period)), counted(words, poll, period)]).flatten().collect()
}

fn raw(words: &Words, poll: &PollWords, period: &PeriodWords) -> Book {
    let survey = poll.kind == PollKind::Survey;
    let (table, folder, classes) =
        if survey { (Table::Survey, "满意度调查", "渠道") } else { (Table::Ballots, "民主测评", "票类") };
    let mut hints = vec![
        format!("{classes}：{}。每题填：{}。", names(&poll.classes), names(&poll.marks)),
        format!("不发表意见写“{}”；整张作废写“{}”；空白即未填。", first(&poll.no_view_words), first(&poll.void_words)),
        about(poll),
    ];
    hints.extend(voter(poll));
    let mut book = one(words, table, folder, &format!("{}_{}", poll.name, period.name), hints, poll, period);
    book.what = format!("{}·{}：一票一对象一行", poll.name, period.name);
    add_headers(&mut book, poll.questions.iter().map(|question| question.name.clone()));
    book
}

fn counted(words: &Words, poll: &PollWords, period: &PeriodWords) -> Option<Book> {
    if poll.kind == PollKind::Survey {
        return None;
    }
    let hints = vec![
        format!("票类：{}。测评项目：{}。填票数（整数）。", names(&poll.classes), names(&poll.questions)),
        about(poll),
    ];
    let name = format!("{}_{}_汇总", poll.name, period.name);
    let mut book = one(words, Table::BallotCounts, "民主测评", &name, hints, poll, period);
    book.needed = false;
    book.what = format!("{}·{}：汇总票数", poll.name, period.name);
    add_headers(&mut book, poll.marks.iter().map(|mark| mark.name.clone()));
    Some(book)
}

fn one(
    words: &Words,
    table: Table,
    folder: &str,
    name: &str,
    hints: Vec<String>,
    poll: &PollWords,
    period: &PeriodWords,
) -> Book {
    let set = vec![("poll", poll.code.to_string()), ("period", period.code.to_string())];
    let mut given: Vec<&str> = set.iter().map(|(field, _)| *field).collect();
    given.extend(without(poll));
    Book {
        table: table_name(table).to_owned(),
        path: format!("raw/{folder}/{}.xlsx", sheet_name(name)),
        what: name.to_owned(),
        needed: true,
        sheets: vec![form(words, table, name, hints, &given)],
        entries: vec![Entry { sheets: None, set }],
    }
}

/// Columns that this poll does not need.
fn without(poll: &PollWords) -> Vec<&'static str> {
    let mut without = Vec::new();
    match &poll.voters {
        None => without.push("voter"),
        Some(voters) if voters.relations.iter().all(|relations| !relations.is_empty()) => without.push("class"),
        Some(_) => {}
    }
    if poll.validity.quorum.as_ref().is_none_or(|quorum| quorum.of != QuorumOf::Entitled) {
        without.push("entitled");
    }
    without
}

/// What to write where the class follows from the voter.
fn voter(poll: &PollWords) -> Option<String> {
    let voters = poll.voters.as_ref()?;
    Some(if voters.settle_classes() {
        "测评人写人员代码，票类由测评人与对象的关系确定；读表后不保留测评人。".to_owned()
    } else {
        "测评人写人员代码，只用于查出本人的票；读表后不保留测评人。".to_owned()
    })
}

fn about(poll: &PollWords) -> String {
    match poll.subject {
        PollSubject::Unit => "对象写单位代码或名称。".to_owned(),
        PollSubject::Person => "对象写人员代码；姓名没有重名的也可以写姓名。".to_owned(),
    }
}

fn first(words: &[String]) -> &str {
    words.first().map_or("—", String::as_str)
}
