//! The whole: all problems in one pass, order without effect, long tables.

use super::{all, assessment, book, codes, county, read_tables, sheet, source, words};
use crate::diag::Place;
use crate::records::{Records, read};
use crate::sheets::Workbook;

#[test]
fn all_problems_of_all_sheets_in_one_pass() {
    let mut county = county();
    let mut slip = |table, from: &str, to: &str| {
        let text: &mut String = county.get_mut(table).expect("a table");
        assert!(text.contains(from));
        *text = text.replacen(from, to, 1);
    };
    slip("people", "|分管领导|", "|分管领道|");
    slip("marks", "25.5", "31");
    slip("ledger", "2015-02-03", "2014-02-03");
    slip("ballots", "1|云山镇|优秀|良好", "1|云山镇|较优|良好");
    slip("ballot_counts", "10|9|5|2|1||1||", "10|9|5|2|1||2||");
    slip("survey", "财政局|满意", "财正局|满意");
    slip("cases", "|2014|10|", "|2014|十|");
    slip("claims", "|省级|", "|国家级|");
    slip("events", "|严重违纪|", "|不知道|");
    slip("decisions", "|合格|", "|及格|");
    let checked = read_tables(&county);
    // The deputy whose role is unknown is left out of the roster (R018 where the event names him).
    let expected = ["R010", "R018", "R021", "R025", "R026", "R028", "R031", "R037", "R038", "R039", "R040"];
    assert_eq!(codes(&checked), expected);
    for finding in checked.findings.iter() {
        let words = [&finding.headline, &finding.effect, &finding.mend];
        assert!(words.iter().all(|text| !text.zh.is_empty() && !text.en.is_empty()), "{}", finding.code.id);
        assert!(!finding.at.is_empty());
    }
}

/// Everything of the records but the places.
fn without_places(records: &Records) -> String {
    let text = format!("{records:#?}");
    let mut kept = String::new();
    let mut depth = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if let Some(until) = depth {
            if indent == until {
                depth = None;
            }
            continue;
        }
        if line.trim_start().starts_with("place: ") {
            depth = (line.ends_with('(')).then_some(indent);
            continue;
        }
        kept += line.trim();
        kept.push('\n');
    }
    kept
}

#[test]
fn the_order_of_rows_sheets_and_files_has_no_effect() {
    let straight = read_tables(&county());
    // Rows of each table from last to first, below the header.
    let turned = county().into_iter().map(|(table, text)| {
        let lines: Vec<&str> = text.lines().collect();
        let head = if table == "units" { 2 } else { 1 };
        let rows: Vec<&str> = lines[..head].iter().chain(lines[head..].iter().rev()).copied().collect();
        (table, rows.join("\n"))
    });
    let turned = read_tables(&turned.collect());
    let counts_without = |records: &Records| {
        let mut records = records.clone();
        // Counts carry the place of each number inside a pair.
        for count in &mut records.ballot_counts {
            for (_, place) in &mut count.counts {
                *place = Place::File("".into());
            }
        }
        without_places(&records)
    };
    assert_eq!(counts_without(&straight.value), counts_without(&turned.value));
    assert!(counts_without(&straight.value).contains("P4"));
    // The ballots split over two sheets and two files, handed over in the wrong order.
    let ballots = &county()["ballots"];
    let lines: Vec<&str> = ballots.lines().collect();
    let part = |rows: &[&str]| format!("{}\n{}", lines[0], rows.join("\n"));
    let (b, c) = ("raw/b.xlsx", "raw/c.xlsx");
    let mut books: Vec<Workbook> = vec![
        book(c, vec![sheet(c, "2", &part(&lines[4..])), sheet(c, "1", &part(&lines[1..2]))]),
        book(b, vec![sheet(b, "1", &part(&lines[2..4]))]),
    ];
    let mut tables = vec![source("ballots", "raw/?.xlsx".replace('?', "*").as_str())];
    tables[0].files = vec![c.to_owned(), b.to_owned()];
    for (table, text) in county().iter().filter(|(table, _)| **table != "ballots") {
        let file = format!("raw/{table}.xlsx");
        books.push(book(&file, vec![sheet(&file, "S", text)]));
        tables.push(source(table, &file));
    }
    let split = read(&assessment(tables), &words(), &books, &[]);
    assert_eq!(codes(&split), [""; 0]);
    assert_eq!(counts_without(&straight.value), counts_without(&split.value));
}

#[test]
fn a_fault_repeated_down_a_column_is_told_so_often_and_counted() {
    let mut county = county();
    let rows: Vec<String> = (10..1010).map(|n| format!("team|半年|A票|{n}|云山缜|优秀|良好")).collect();
    let ballots = county.get_mut("ballots").expect("ballots");
    *ballots = format!("{ballots}\n{}", rows.join("\n"));
    let checked = read_tables(&county);
    let told = all(&checked, "R010");
    assert_eq!(told.len(), 500);
    assert!(told.iter().any(|finding| finding.effect.zh.contains("另有 500 处")));
}

#[test]
fn forty_thousand_ballots_are_read() {
    let mut county = county();
    let units = ["云山镇", "白石镇", "财政局"];
    let rows: Vec<String> =
        (0..40_000).map(|n| format!("班子民主测评|年终|B票|Z{n}|{}|优秀|良好", units[n % 3])).collect();
    let ballots = county.get_mut("ballots").expect("ballots");
    *ballots = format!("{ballots}\n{}", rows.join("\n"));
    let checked = read_tables(&county);
    // Six of the county as it stands, and these.
    assert_eq!(checked.value.ballots.len(), 40_006);
    assert_eq!(codes(&checked), ["R041"]);
}
