//! Classes that follow from what the voter is to the subject, and voters that nobody can find again.

use std::collections::BTreeMap;

use super::{all, codes, county, named, read_with, words};
use crate::diag::{Checked, Place, Severity};
use crate::records::Records;
use crate::scheme::words::{NoClass, Relation, SelfVote, TwoClasses, Voters, Words};
use crate::terms::Subject;

/// The leader poll with four classes by relation.
fn by_relation(change: impl FnOnce(&mut Voters)) -> Words {
    let mut words = words();
    let poll = &mut words.polls[1];
    poll.classes =
        named(&[("M", "分管领导", &[]), ("T", "班子成员", &[]), ("E", "其他单位正职", &[]), ("S", "工作人员", &[])]);
    let mut voters = Voters {
        relations: vec![
            vec![Relation::Manages],
            vec![Relation::SameTeam],
            vec![Relation::PrincipalElsewhere],
            Vec::new(),
        ],
        two_classes: TwoClasses::First,
        no_class: NoClass::Void,
        self_vote: SelfVote::Void,
    };
    change(&mut voters);
    poll.voters = Some(voters);
    for layout in &mut words.layouts {
        for field in layout.fields.iter_mut().filter(|field| field.name == "class") {
            field.required = false;
        }
    }
    words
}

const PEOPLE: &str = "人员代码|姓名|单位|职务|角色|任职起|任职止|分管单位|主管\n\
    P1|张伟|云山镇|党委书记|正职|2013-05-01|||\n\
    P2|李强|云山镇|纪委书记|分管领导|2014-01-01|2015-08-31||\n\
    P3|王芳|白石镇|党委书记|正职|2012-03-01||财政局|\n\
    P4|赵敏|财政局|局长|正职|2015-01-01||云山镇|\n\
    P5|钱进|云山镇|组织委员|班子成员|2013-01-01|||王芳";

/// Reads ballots `voter|number|subject|mark`.
fn cast(rows: &[&str], words: &Words) -> Checked<Records> {
    let mut tables = BTreeMap::from([("units", county()["units"].clone()), ("people", PEOPLE.to_owned())]);
    let rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split('|').collect();
            format!("leader|年终|{}|{}|{}|{}|{}|{}", cells[4], cells[0], cells[1], cells[2], cells[3], cells[3])
        })
        .collect();
    let head = "测评|考核期|票类|测评人|票号|测评对象|履行责任|作风建设\n";
    tables.insert("ballots", format!("{head}{}", rows.join("\n")));
    read_with(&tables, words)
}

/// Class and subject of each ballot that counts.
fn boxes(checked: &Checked<Records>) -> Vec<(&str, &str)> {
    let ballots = checked.value.ballots.iter().filter(|ballot| !ballot.void);
    ballots.map(|ballot| (ballot.class.as_str(), ballot.subject.code())).collect()
}

#[test]
fn b5_the_class_is_what_the_voter_is_to_the_subject() {
    let words = by_relation(|_| {});
    let rows = [
        // In charge of 云山镇.
        "P4|1|P1|优秀|",
        // Named as who is in charge of P5, though not of the unit.
        "P3|2|P5|优秀|",
        // Principal of another unit.
        "P3|2|P1|优秀|",
        // Of the same team.
        "P5|3|P1|优秀|",
        "P1|4|P5|优秀|",
        // From the box of the staff, without a name.
        "|1|P1|良好|工作人员",
    ];
    let told = cast(&rows, &words);
    assert_eq!(codes(&told), ["R041", "R045"], "{:?}", told.findings);
    assert_eq!(boxes(&told), [("E", "P1"), ("M", "P1"), ("M", "P5"), ("S", "P1"), ("T", "P1"), ("T", "P5")]);
}

#[test]
fn a_voter_in_two_classes() {
    // In charge of the unit, and principal of another.
    let row = ["P4|1|P1|优秀|"];
    let with = |two_classes| cast(&row, &by_relation(|voters| voters.two_classes = two_classes));
    assert_eq!(boxes(&with(TwoClasses::First)), [("M", "P1")]);
    assert_eq!(boxes(&with(TwoClasses::Each)), [("E", "P1"), ("M", "P1")]);
    let told = with(TwoClasses::Error);
    let told = all(&told, "R071");
    assert_eq!((told[0].severity, &*told[0].found), (Severity::Error, "分管领导 / 其他单位正职"));
}

#[test]
fn a_voter_in_no_class() {
    // P2 left on 31 August: at the end of the year he is nothing to P1.
    let row = ["P2|1|P1|优秀|"];
    let with = |no_class| cast(&row, &by_relation(|voters| voters.no_class = no_class));
    let told = with(NoClass::Void);
    assert_eq!((boxes(&told).len(), all(&told, "R070")[0].severity), (0, Severity::Warning));
    assert_eq!(all(&with(NoClass::Error), "R070")[0].severity, Severity::Error);
    let other = by_relation(|voters| voters.relations[3] = vec![Relation::Other]);
    assert_eq!(boxes(&cast(&row, &other)), [("S", "P1")]);
}

#[test]
fn b13_a_ballot_about_oneself() {
    let row = ["P1|1|P1|优秀|"];
    let with = |self_vote| cast(&row, &by_relation(|voters| voters.self_vote = self_vote));
    let told = with(SelfVote::Void);
    assert_eq!((told.value.ballots.len(), boxes(&told).len()), (1, 0));
    assert_eq!(all(&told, "R072")[0].severity, Severity::Warning);
    assert_eq!(all(&with(SelfVote::Error), "R072")[0].severity, Severity::Error);
    // Counted with the team; or in a class of its own, which goes before all others.
    let told = with(SelfVote::Count);
    assert_eq!((boxes(&told), all(&told, "R072").len()), (vec![("T", "P1")], 0));
    let own = by_relation(|voters| {
        voters.self_vote = SelfVote::Count;
        voters.relations[3] = vec![Relation::Oneself];
    });
    assert_eq!(boxes(&cast(&row, &own)), [("S", "P1")]);
}

#[test]
fn a_class_in_the_sheet_that_the_roster_contradicts() {
    let words = by_relation(|_| {});
    let told = cast(&["P5|1|P1|优秀|分管领导"], &words);
    let told = all(&told, "R073");
    assert_eq!((&*told[0].found, &*told[0].expected.zh), ("\"分管领导\"", "班子成员"));
    assert_eq!(boxes(&cast(&["P5|1|P1|优秀|班子成员"], &words)), [("T", "P1")]);
    // Neither a voter nor a class.
    assert_eq!(all(&cast(&["|1|P1|优秀|"], &words), "R014").len(), 1);
}

#[test]
fn a_voter_has_one_ballot_about_a_subject() {
    let told = cast(&["P5|1|P1|优秀|", "P5|2|P1|良好|"], &by_relation(|_| {}));
    assert_eq!((all(&told, "R012").len(), told.value.ballots.len()), (1, 1));
}

#[test]
fn nothing_is_kept_of_the_voter() {
    let words = by_relation(|_| {});
    let told = cast(&["P5|77|P1|良好|", "P1|78|P5|优秀|", "P4|79|P1|优秀|", "|1|P1|良好|工作人员"], &words);
    for ballot in &told.value.ballots {
        let is_named = ballot.class.as_str() != "S";
        assert_eq!(matches!(ballot.place, Place::Sheet(..)), is_named, "the row would lead to the voter");
        assert_eq!(ballot.number.is_empty(), is_named);
    }
    let kept = format!("{:?}", told.value.ballots);
    assert!(!["P4", "77", "78", "79"].iter().any(|trace| kept.contains(trace)), "{kept}");
    // Two members of one team exchange their ballots about a third: nothing changes.
    let people = PEOPLE.to_owned() + "\nP6|孙丽|云山镇|宣传委员|班子成员|2013-01-01|||";
    let read = |rows: &str| {
        let head = "测评|考核期|测评人|票号|测评对象|履行责任|作风建设\n";
        let tables = BTreeMap::from([
            ("units", county()["units"].clone()),
            ("people", people.clone()),
            ("ballots", format!("{head}{rows}")),
        ]);
        format!("{:?}", read_with(&tables, &words).value.ballots)
    };
    let one = read("leader|年终|P5|1|P1|优秀|较差\nleader|年终|P6|2|P1|一般|良好");
    let other = read("leader|年终|P5|1|P1|一般|良好\nleader|年终|P6|2|P1|优秀|较差");
    assert_eq!(one, other);
}

#[test]
fn teams_are_judged_by_who_is_in_charge_and_who_is_elsewhere() {
    let mut words = by_relation(|_| {});
    let (classes, voters) = (words.polls[1].classes.clone(), words.polls[1].voters.clone());
    (words.polls[0].classes, words.polls[0].voters) = (classes, voters);
    let tables = BTreeMap::from([
        ("units", county()["units"].clone()),
        ("people", PEOPLE.to_owned()),
        (
            "ballots",
            "测评|考核期|测评人|票号|测评对象|履行责任|作风建设\nteam|年终|P4|1|云山镇|优秀|优秀\n\
             team|年终|P3|1|云山镇|优秀|优秀\nteam|年终|P5|1|云山镇|优秀|优秀"
                .to_owned(),
        ),
    ]);
    let read = read_with(&tables, &words);
    assert_eq!(boxes(&read), [("E", "U1"), ("M", "U1"), ("T", "U1")]);
    assert!(read.value.ballots.iter().all(|ballot| matches!(ballot.subject, Subject::Unit(_))));
}

#[test]
fn a_voter_who_is_not_in_the_roster() {
    let told = cast(&["P9|1|P1|优秀|"], &by_relation(|_| {}));
    assert_eq!(all(&told, "R011").len(), 1);
}
