//! Units and people.

use std::collections::BTreeMap;

use super::{all, codes, day, one, only, read_tables, with};
use crate::scheme::words::RoleKind;

#[test]
fn units_and_people_as_they_stand() {
    let records = read_tables(&super::county()).value;
    let units: Vec<_> =
        records.units.iter().map(|unit| (unit.code.as_str(), &*unit.name, unit.group.as_str())).collect();
    assert_eq!(units, [("U1", "云山镇", "township"), ("U2", "白石镇", "township"), ("U3", "财政局", "department")]);
    let deputy = &records.people[1];
    assert_eq!((deputy.code.as_str(), &*deputy.name), ("P2", "李强"));
    let post = &deputy.posts[0];
    assert_eq!((post.unit.as_str(), post.kind), ("U1", RoleKind::InCharge));
    assert_eq!((post.from, post.to), (day("2014-01-01"), Some(day("2015-08-31"))));
    assert_eq!(post.matters.iter().map(|matter| &**matter).collect::<Vec<_>>(), ["信访", "扶贫"]);
    assert_eq!((records.people[2].posts[0].from, records.people[2].posts[0].to), (day("2012-03-01"), None));
    assert_eq!(post.place.to_string(), "raw/people.xlsx ▸ S ▸ A3");
}

#[test]
fn group_and_role_and_unit_suggest_the_nearest() {
    let group = with("units", "U3|财政局|部门", "U3|财政局|部们");
    let told = one(&group, "R030", "raw/units.xlsx ▸ S ▸ C5", "“部门”");
    assert_eq!((&*told.found, &*told.expected.zh), ("\"部们\"", "乡镇 | 部门"));
    one(&with("people", "|分管领导|", "|分管领道|"), "R031", "raw/people.xlsx ▸ S ▸ E3", "“分管领导”");
    only(&with("ledger", "云山镇|J1", "云山缜|J1"), "R010", "raw/ledger.xlsx ▸ S ▸ A2", "“云山镇”");
}

#[test]
fn a_slip_in_the_roster_is_told_once_for_each_sheet_that_names_the_row() {
    // 云山镇 is named by two rows of the ledger, three ballots, two people, and so on.
    let checked = with("units", "U1|云山镇|乡镇", "U1|云山镇|乡振");
    assert_eq!(codes(&checked), ["R018", "R030"]);
    let of = |table: &str| {
        let file = format!("raw/{table}.xlsx");
        all(&checked, "R018").iter().filter(|finding| finding.at[0].place.file() == file).count()
    };
    assert_eq!((of("ledger"), of("marks"), of("people"), of("claims")), (1, 1, 1, 1));
    // Three ballots about the unit, and one about a person of its team.
    assert_eq!(of("ballots"), 2);
    assert_eq!(all(&checked, "R018")[0].at[1].place.to_string(), "raw/units.xlsx ▸ S ▸ A3");
    let checked = with("people", "|分管领导|", "|分管领道|");
    assert_eq!(codes(&checked), ["R018", "R031"]);
}

#[test]
fn blanks_and_widths_do_not_count_in_names() {
    let checked = with("ledger", "云山镇|J1", "云\u{3000}山 镇|Ｊ１");
    assert_eq!(codes(&checked), [""; 0]);
    assert_eq!(checked.value.actions[0].unit.as_str(), "U1");
    assert_eq!(codes(&with("marks", "U3|half", "财 政 局|half")), [""; 0]);
}

#[test]
fn a_code_for_two_is_an_error_and_a_row_given_twice_a_warning() {
    let two = with("units", "U2|白石镇|乡镇", "U2|白石镇|乡镇\nU2|青石镇|乡镇");
    only(&two, "R013", "raw/units.xlsx ▸ S ▸ A5", "代码");
    let twice = with("units", "U2|白石镇|乡镇", "U2|白石镇|乡镇\nU2|白石镇|乡镇");
    only(&twice, "R012", "raw/units.xlsx ▸ S ▸ A5", "删去");
    assert!(!twice.findings.has_errors());
    let person = with("people", "P4|赵敏", "P3|赵敏");
    one(&person, "R013", "raw/people.xlsx ▸ S ▸ A5", "代码");
}

#[test]
fn a_shared_name_asks_for_the_code() {
    let namesake = "P4|赵敏|财政局|局长|正职|D:2015-01-01|||";
    let mut county = super::county();
    let people = county.get_mut("people").expect("people");
    *people = people.replace(namesake, &format!("{namesake}\nP5|张伟|财政局|副局长|班子成员|2015-01-01|||"));
    let checked = read_tables(&county);
    let told = only(&checked, "R011", "raw/ballots.xlsx ▸ S ▸ E5", "人员代码");
    assert_eq!(told.expected.zh, "重名，写代码：P1 | P5");
    // The unit of the row tells two namesakes apart.
    let events = county.get_mut("events").expect("events");
    *events = events.replace("云山镇|李强", "财政局|张伟");
    let checked = read_tables(&county);
    assert_eq!(all(&checked, "R011").len(), 1);
    assert_eq!(checked.value.events[0].person.as_ref().map(|code| code.as_str()), Some("P5"));
}

#[test]
fn a_post_ends_after_it_begins() {
    let checked = with("people", "2014-01-01|2015-08-31", "2014-01-01|2013-08-31");
    one(&checked, "R035", "raw/people.xlsx ▸ S ▸ G3", "日期");
}

#[test]
fn posts_at_once_need_one_main_post() {
    let second = "P2|李强|白石镇|副书记|班子成员|2015-03-01|||";
    let none = with("people", "P3|王芳", &format!("{second}\nP3|王芳"));
    let told = only(&none, "R036", "raw/people.xlsx ▸ S ▸ A3", "主要职务");
    assert_eq!(told.at.len(), 2);
    let main = with("people", "P3|王芳", &format!("{second}是\nP3|王芳"));
    assert_eq!(codes(&main), [""; 0]);
    // Held at once two years ago only: nothing to decide.
    let past = "P2|李强|白石镇|副书记|班子成员|2014-02-01|2014-12-31||";
    assert_eq!(codes(&with("people", "P3|王芳", &format!("{past}\nP3|王芳"))), [""; 0]);
    // From one post to the next.
    let moved = "P2|李强|白石镇|副书记|班子成员|2015-09-01|||";
    assert_eq!(codes(&with("people", "P3|王芳", &format!("{moved}\nP3|王芳"))), [""; 0]);
}

#[test]
fn a_unit_without_a_principal_is_told() {
    let checked = with("people", "2012年3月1日|至今", "2012年3月1日|2015-10-31");
    let told = only(&checked, "R047", "raw/units.xlsx ▸ S ▸ A4", "干部名册");
    assert_eq!(told.headline.zh, "白石镇在 2015-12-31 没有正职");
}

#[test]
fn days_and_empty_cells_of_the_roster() {
    one(&with("people", "2013-05-01", "2013年5月"), "R027", "raw/people.xlsx ▸ S ▸ F2", "年月日");
    one(&with("people", "2013-05-01", ""), "R014", "raw/people.xlsx ▸ S ▸ F2", "补填");
    one(&with("people", "|信访、扶贫|", "|信访、扶贫|大概"), "R029", "raw/people.xlsx ▸ S ▸ I3", "有或无");
}

#[test]
fn what_the_roster_may_say_beside_the_post() {
    let mut county = super::county();
    let people = county.get_mut("people").expect("people");
    *people = people
        .replace("|主要职务\n", "|主要职务|层级|分管单位|主管|不参加考核\n")
        .replace("|信访、扶贫|", "|信访、扶贫||副科级|白石镇、U3|张伟|长期病假")
        .replace("|D:2015-01-01|||", "|D:2015-01-01||||||P1|否");
    let checked = read_tables(&county);
    assert_eq!(codes(&checked), [""; 0]);
    let post = &checked.value.people[1].posts[0];
    assert_eq!(post.layer.as_deref(), Some("副科级"));
    assert_eq!(post.supervises.iter().map(|unit| unit.as_str()).collect::<Vec<_>>(), ["U2", "U3"]);
    assert_eq!(post.managed_by.as_ref().map(|person| person.as_str()), Some("P1"));
    assert_eq!(post.excluded.as_deref(), Some("长期病假"));
    let head = &checked.value.people[3].posts[0];
    assert_eq!((head.managed_by.as_ref().map(|person| person.as_str()), head.excluded.as_deref()), (Some("P1"), None));
    // A unit or a person that is in no roster.
    let unit = county["people"].replace("白石镇、U3", "白石缜、U3");
    let checked = read_tables(&BTreeMap::from_iter(county.clone().into_iter().chain([("people", unit)])));
    let told = one(&checked, "R010", "raw/people.xlsx ▸ S ▸ K3", "“白石镇”");
    assert_eq!(told.found, "\"白石缜\"");
    let person = county["people"].replace("|张伟|长期病假", "|张卫|长期病假");
    let checked = read_tables(&BTreeMap::from_iter(county.into_iter().chain([("people", person)])));
    one(&checked, "R011", "raw/people.xlsx ▸ S ▸ L3", "“张伟”");
}
