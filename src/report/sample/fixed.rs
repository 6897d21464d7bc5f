//! What is the same however the dice fall: scheme, assessment, case statistics.

use super::words::ITEMS;
use super::{COMPONENTS, PERSON_GRADES, UNIT_GRADES, code_name, exact, grades};
use crate::exact::Exact;
use crate::results::{AssessmentInfo, CaseLine, ComponentInfo, ItemInfo, ListEntry, SchemeInfo};

fn line(code: &str, name: &str, measure: &str, now: Option<u32>, before: Option<u32>) -> CaseLine {
    let change = match (now, before) {
        (Some(now), Some(before)) => Exact::ratio(i64::from(now) - i64::from(before), i64::from(before)),
        _ => None,
    };
    CaseLine {
        code: code.to_owned(),
        name: name.to_owned(),
        measure: measure.to_owned(),
        now,
        before,
        change,
        ..CaseLine::default()
    }
}

/// The lines of the case statistics: two rises of over a tenth, a fall, a base of nought, a base that is unknown.
pub(super) fn case_lines() -> Vec<CaseLine> {
    vec![
        line("tipoffs", "信访举报", "件次", Some(412), Some(401)),
        line("leads", "问题线索", "件", Some(96), Some(91)),
        line("prechecks", "初步核实", "件", Some(56), Some(49)),
        line("opened", "立案", "件", Some(40), Some(35)),
        line("sanctions", "处分", "人", Some(41), Some(43)),
        line("referrals", "移送司法", "人", Some(2), Some(0)),
        line("talks", "提醒谈话", "人次", Some(128), None),
    ]
}

pub(super) fn scheme() -> SchemeInfo {
    SchemeInfo {
        code: "yunshan".to_owned(),
        title: "云山县党风廉政建设责任制考核办法".to_owned(),
        issuer: "中共云山县委（虚构）".to_owned(),
        digest: "5f0c1e8a9b7d3426aa10fe5537c2d9840b6e1f72cc4d58393e07a1b2d4f68c95".to_owned(),
        maximum: exact("100"),
        groups: vec![code_name("township", "乡镇"), code_name("department", "部门")],
        unit_grades: grades(&UNIT_GRADES),
        person_grades: grades(&PERSON_GRADES),
        components: COMPONENTS
            .iter()
            .map(|(code, name, weight)| ComponentInfo {
                code: (*code).to_owned(),
                name: (*name).to_owned(),
                weight: exact(weight),
                max: exact("100"),
            })
            .collect(),
        items: ITEMS
            .iter()
            .map(|(code, name, max)| ItemInfo {
                code: (*code).to_owned(),
                name: (*name).to_owned(),
                component: "inspection".to_owned(),
                max: exact(max),
            })
            .collect(),
        roles: vec![
            code_name("principal", "正职"),
            code_name("in_charge", "分管领导"),
            code_name("member", "班子成员"),
        ],
        assumed: [
            "item:J1",
            "item:J3",
            "component:inspection",
            "band:unit:优秀",
            "rank",
            "ground:V1",
            "quota:unit:township",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

pub(super) fn info() -> AssessmentInfo {
    AssessmentInfo {
        title: "云山县2015年度党风廉政建设责任制考核".to_owned(),
        from: "2015-01-01".to_owned(),
        to: "2015-12-31".to_owned(),
        year: 2015,
        status: "proposed".to_owned(),
        issued: "2016-01-20".to_owned(),
        lang: "zh".to_owned(),
        fictional: true,
    }
}

/// Lists of a scheme that has some: a task that is late, one that is done, a talk, an objection.
pub(in crate::report) fn entries() -> Vec<ListEntry> {
    let entry = |list: &str, code: &str, whose: &str, subject: &str, rule: &str, state: &str| ListEntry {
        list: list.to_owned(),
        code: code.to_owned(),
        whose: whose.to_owned(),
        subject: subject.to_owned(),
        rule: rule.to_owned(),
        basis: "办法第六条".to_owned(),
        state: state.to_owned(),
        reason: "会议记录不全，2015-04-03发现".to_owned(),
        ..ListEntry::default()
    };
    let facts =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    vec![
        ListEntry {
            about: Some("G03".to_owned()),
            due: Some("2015-05-31".to_owned()),
            facts: facts(&[("letter", "整改督办函"), ("name", "限期整改"), ("unit", "T01"), ("start", "2015-04-03")]),
            places: vec!["raw/整改任务.csv ▸ 整改任务 ▸ F5".to_owned()],
            ..entry("整改督办", "B5", "unit", "T01", "deadline:B5", "overdue")
        },
        ListEntry {
            about: Some("G02".to_owned()),
            done: Some("2015-05-30".to_owned()),
            ..entry("整改督办", "B5", "unit", "T02", "deadline:B5", "done")
        },
        entry("约谈", "T1", "unit", "T02", "trigger:T1", "proposed"),
        ListEntry {
            facts: facts(&[("appeal_until", "2016-02-04"), ("received", "2016-01-20")]),
            ..entry("申诉期限", "appeal", "unit", "T01", "appeal", "open")
        },
    ]
}
