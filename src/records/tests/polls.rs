//! Ballots, answers, counts and the register.

use super::{all, county, one, only, read_tables, with};
use crate::diag::Severity;
use crate::records::Tick;
use crate::terms::Subject;

#[test]
fn ballots_as_they_stand() {
    let records = read_tables(&county()).value;
    let keys: Vec<_> = records
        .ballots
        .iter()
        .map(|b| (b.poll.as_str(), b.class.as_str(), &*b.number, b.subject.code(), b.void))
        .collect();
    let expected = [
        ("leader", "A", "1", "P1", false),
        ("public", "phone", "1", "U3", false),
        ("public", "phone", "2", "U3", false),
        ("team", "A", "1", "U1", false),
        ("team", "A", "2", "U1", false),
        ("team", "B", "1", "U1", true),
    ];
    assert_eq!(keys, expected);
    assert_eq!(records.ballots[4].ticks, [(Tick::Mark("excellent".into()), 5), (Tick::NoView, 6)]);
    assert_eq!(records.ballots[5].ticks, [(Tick::Blank, 5), (Tick::Blank, 6)]);
    assert_eq!(records.ballots[0].subject, Subject::Person("P1".into()));
    assert_eq!(records.ballots[3].place.to_string(), "raw/ballots.xlsx ▸ S ▸ E2");
}

#[test]
fn counts_as_they_stand() {
    let records = read_tables(&county()).value;
    let count = &records.ballot_counts[0];
    assert_eq!((count.question.as_str(), count.issued, count.returned), ("Q1", 10, 9));
    assert_eq!(count.counts.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [5, 2, 1, 0]);
    assert_eq!((count.no_view, count.blank, count.void), (1, 0, 0));
    assert_eq!(count.counts[2].1.to_string(), "raw/ballot_counts.xlsx ▸ S ▸ J2");
    assert_eq!(
        records.ballot_returns.iter().map(|r| (r.issued, r.returned)).collect::<Vec<_>>(),
        [(1, 1), (2, 2), (3, 1)]
    );
}

#[test]
fn a_tick_that_is_no_mark() {
    let checked = with("ballots", "1|云山镇|优秀|良好", "1|云山镇|较优|良好");
    let told = only(&checked, "R021", "raw/ballots.xlsx ▸ S ▸ F2", "别名");
    assert_eq!((&*told.found, &*told.expected.zh), ("\"较优\"", "优秀 | 良好 | 一般 | 较差 | 不了解 | 废票"));
    assert_eq!(told.expected_at.as_ref().map(ToString::to_string).as_deref(), Some("scheme/ballots.toml:3"));
    one(&with("ballots", "1|云山镇|优秀|良好", "1|云山镇|优秀|良女"), "R021", "raw/ballots.xlsx ▸ S ▸ G2", "“良好”");
    one(&with("ballots", "1|云山镇|优秀|良好", "1|云山镇|#N/A|良好"), "R023", "raw/ballots.xlsx ▸ S ▸ F2", "公式");
}

#[test]
fn poll_period_class_and_subject_are_looked_up() {
    one(&with("ballots", "成员民主测评|", "成员民主评测|"), "R034", "raw/ballots.xlsx ▸ S ▸ A5", "“成员民主测评”");
    one(&with("ballots", "team|半年|A票|2", "team|半年|D票|2"), "R033", "raw/ballots.xlsx ▸ S ▸ C3", "改正单元格");
    // A poll of people is held at the end of the year only.
    let told = with("ballots", "成员民主测评|年终", "成员民主测评|半年");
    assert_eq!(one(&told, "R032", "raw/ballots.xlsx ▸ S ▸ B5", "").expected.zh, "年终");
    one(&with("ballots", "A类|1|张伟", "A类|1|张炜"), "R011", "raw/ballots.xlsx ▸ S ▸ E5", "");
    // A survey does not belong among the ballots.
    one(&with("ballots", "team|半年|A票|2", "public|半年|A票|2"), "R034", "raw/ballots.xlsx ▸ S ▸ A3", "");
    one(&with("ballots", "team|半年|A票|2|", "team|半年|A票||"), "R014", "raw/ballots.xlsx ▸ S ▸ D3", "补填");
}

#[test]
fn a_ballot_twice_and_rows_that_do_not_agree_with_the_register() {
    let told = with("ballots", "team|半年|A票|2|", "team|半年|A票|1|");
    only(&told, "R012", "raw/ballots.xlsx ▸ S ▸ E3", "编号");
    let told = with("ballots", "team|半年|A票|2|云山镇|优|不了解\n", "");
    let told = only(&told, "R040", "raw/ballot_returns.xlsx ▸ S ▸ F2", "核对");
    assert_eq!((&*told.found, &*told.expected.zh), ("1 / 2", "2 张"));
    only(&with("ballot_returns", "B|云山镇|3|1", "B|云山镇|3|2"), "R040", "raw/ballot_returns.xlsx ▸ S ▸ F3", "核对");
    // Registered as returned, and not one row.
    let told = with("ballot_returns", "leader|年终|A|P1|1|1", "leader|年终|A|P1|1|1\nleader|年终|B|P1|2|2");
    only(&told, "R040", "raw/ballot_returns.xlsx ▸ S ▸ F5", "核对");
}

#[test]
fn ballots_without_an_entry_in_the_register() {
    let told = with("ballot_returns", "team|半年|B|云山镇|3|1\n", "");
    assert_eq!(only(&told, "R041", "raw/ballots.xlsx ▸ S ▸ E4", "登记").severity, Severity::Warning);
    let mut county = county();
    county.remove("ballot_returns");
    // Once for each poll and period, and not for the survey.
    assert_eq!(all(&read_tables(&county), "R041").len(), 2);
}

#[test]
fn more_returned_than_issued_is_as_grave_as_the_scheme_says() {
    let told = with("ballot_returns", "A|云山镇|2|2", "A|云山镇|1|2");
    let told = only(&told, "R042", "raw/ballot_returns.xlsx ▸ S ▸ F2", "核对");
    assert_eq!((told.severity, &*told.effect.zh), (Severity::Warning, "按方案，该对象该票类的票作废"));
}

#[test]
fn counted_ballots_add_up() {
    let told = with("ballot_counts", "10|9|5|2|1||1||", "10|9|5|2|1||2||");
    assert_eq!(only(&told, "R040", "raw/ballot_counts.xlsx ▸ S ▸ G2", "核对").found, "10 / 9");
    one(&with("ballot_counts", "10|9|5|2|1||1||", "10|9|5.5|2|1||1||"), "R026", "raw/ballot_counts.xlsx ▸ S ▸ H2", "");
    one(&with("ballot_counts", "|Q2|", "|Q3|"), "R022", "raw/ballot_counts.xlsx ▸ S ▸ E3", "改正表头");
    let told = with("ballot_counts", "Q2|10|9|4|2|1|0|1|1|0", "Q1|10|9|4|2|1|0|1|1|0");
    only(&told, "R012", "raw/ballot_counts.xlsx ▸ S ▸ D3", "删去");
    // Two questions of one poll cannot have come back in different numbers.
    let told = with("ballot_counts", "Q2|10|9|4|2|1|0|1|1|0", "Q2|10|8|4|2|1|0|1|0|0");
    only(&told, "R040", "raw/ballot_counts.xlsx ▸ S ▸ D3", "核对");
    one(&with("ballot_counts", "|较差|", "|极差|"), "R022", "raw/ballot_counts.xlsx ▸ S ▸ K1", "“较差”");
}

#[test]
fn a_missing_question_is_told_once_for_the_whole_sheet() {
    let told = with("ballots", "|作风建设", "|作风建设情况");
    one(&told, "R022", "raw/ballots.xlsx ▸ S ▸ G1", "“作风建设”");
    // Once for each of the two polls in the sheet, not for each row.
    let missing = all(&told, "R005");
    assert_eq!(missing.iter().map(|f| &*f.found).collect::<Vec<_>>(), ["班子民主测评", "成员民主测评"]);
}
