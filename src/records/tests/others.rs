//! Ledger, cases, claims, events, decisions.

use super::{all, codes, county, day, one, only, read_tables, with};
use crate::diag::Severity;
use crate::terms::Subject;

#[test]
fn rows_as_they_stand() {
    let records = read_tables(&county()).value;
    let actions: Vec<_> = records.actions.iter().map(|a| (a.item.as_str(), a.period.as_str(), a.date)).collect();
    assert_eq!(actions, [("J1", "half", day("2015-02-03")), ("J1", "year", day("2015-07-15"))]);
    let cases: Vec<_> = records
        .cases
        .iter()
        .map(|row| (row.unit.as_ref().map(|unit| unit.as_str()), row.year, row.indicator.as_str(), row.count))
        .collect();
    let expected = [
        (None, 2014, "closed", 9),
        (None, 2014, "opened", 10),
        (None, 2015, "closed", 11),
        (None, 2015, "opened", 12),
        (Some("U1"), 2015, "opened", 1),
    ];
    assert_eq!(cases, expected);
    let claim = &records.claims[0];
    assert_eq!((claim.family.as_str(), claim.level, &*claim.document), ("honour", 0, "省发〔2015〕1号"));
    let events: Vec<_> =
        records.events.iter().map(|e| (&*e.id, e.person.as_ref().map(|p| p.as_str()), e.revoked)).collect();
    assert_eq!(events, [("E1", Some("P2"), false), ("E2", None, true)]);
    assert_eq!((records.events[0].ground.as_str(), records.events[0].matter.as_deref()), ("V1", Some("信访")));
    let subjects: Vec<_> = records.decisions.iter().map(|d| &d.subject).collect();
    assert_eq!(subjects, [&Subject::Unit("U2".into()), &Subject::Person("P1".into())]);
}

#[test]
fn the_ledger_takes_its_own_items_in_the_period() {
    only(&with("ledger", "|J1|", "|J3|"), "R048", "raw/ledger.xlsx ▸ S ▸ B2", "改正项目");
    only(&with("ledger", "|研究部署|", "|研究布署|"), "R022", "raw/ledger.xlsx ▸ S ▸ B3", "“研究部署”");
    only(&with("ledger", "2015-02-03", "2014-12-30"), "R028", "raw/ledger.xlsx ▸ S ▸ C2", "日期");
    only(&with("ledger", "2015-02-03", "二月三日"), "R027", "raw/ledger.xlsx ▸ S ▸ C2", "年月日");
    let row = "云山镇|J1|2015-02-03|党委会研究部署|会议纪要";
    let twice = with("ledger", row, &format!("{row}\n{row}"));
    assert_eq!(only(&twice, "R012", "raw/ledger.xlsx ▸ S ▸ C3", "删去").severity, Severity::Warning);
    assert_eq!(twice.value.actions.len(), 2);
}

#[test]
fn case_numbers() {
    only(&with("cases", "|2014|10|", "|2014|10.5|"), "R026", "raw/cases.xlsx ▸ S ▸ C2", "改正");
    only(&with("cases", "|立案数|", "|力案数|"), "R022", "raw/cases.xlsx ▸ S ▸ C1", "“立案”");
    only(&with("cases", "|2014|", "|14|"), "R049", "raw/cases.xlsx ▸ S ▸ B2", "四位");
    let twice = with("cases", "全县|2014|10|9", "全县|2015|10|9");
    assert_eq!(all(&twice, "R012").len(), 2);
    only(&with("cases", "全县|2014", "|2014"), "R014", "raw/cases.xlsx ▸ S ▸ A2", "补填");
    // Without a column of units every row is the whole county's.
    let mut county = county();
    county.insert("cases", "年度|立案\n2015|7".to_owned());
    let checked = read_tables(&county);
    assert_eq!(codes(&checked), [""; 0]);
    assert_eq!((checked.value.cases[0].unit.as_ref(), checked.value.cases[0].count), (None, 7));
}

#[test]
fn claims() {
    let place = |column: &str| format!("raw/claims.xlsx ▸ S ▸ {column}2");
    only(&with("claims", "表彰奖励", "表章奖励"), "R037", &place("C"), "“表彰奖励”");
    only(&with("claims", "|省级|", "|国家级|"), "R037", &place("D"), "别名");
    only(&with("claims", "省发〔2015〕1号", ""), "R014", &place("F"), "补填");
    let elsewhere = with("claims", "2015-03-01|2015", "2015-03-01|2014");
    assert_eq!(one(&elsewhere, "R050", &place("H"), "").severity, Severity::Note);
    assert!(elsewhere.value.claims.is_empty());
    let row = "K1|云山镇|表彰奖励|省级|先进集体|省发〔2015〕1号|2015-03-01|2015";
    let twice = with("claims", row, &format!("{row}\n{}", row.replace("先进", "先锋")));
    only(&twice, "R012", "raw/claims.xlsx ▸ S ▸ D3", "编号");
}

#[test]
fn events() {
    only(&with("events", "|严重违纪|", "|严重违绩|"), "R038", "raw/events.xlsx ▸ S ▸ D2", "“发生严重违纪违法案件”");
    only(&with("events", "李强", "李刚"), "R011", "raw/events.xlsx ▸ S ▸ C2", "");
    only(&with("events", "E2|", "E1|"), "R012", "raw/events.xlsx ▸ S ▸ D3", "编号");
    only(&with("events", "2015|否", "2015|或许"), "R029", "raw/events.xlsx ▸ S ▸ J2", "有或无");
}

#[test]
fn decisions() {
    only(&with("decisions", "|合格|", "|及格|"), "R039", "raw/decisions.xlsx ▸ S ▸ C2", "“合格”");
    only(&with("decisions", "|事迹突出", "|"), "R043", "raw/decisions.xlsx ▸ S ▸ F2", "补填");
    only(&with("decisions", "C2|P1", "C2|白石镇"), "R012", "raw/decisions.xlsx ▸ S ▸ C3", "删去");
    only(&with("decisions", "C1|白石镇", "C1|白右镇"), "R010", "raw/decisions.xlsx ▸ S ▸ B2", "“白石镇”");
}
