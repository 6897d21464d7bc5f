//! 加减分, 责任追究 and 裁定.

use super::county::{County, day_of};
use super::random::Stream;
use super::sheet::{sheet, title, words};
use super::yunshan::{FAMILIES, GROUNDS};
use crate::forms::{FormCell, FormSheet};

/// The day of the V1 event: before the principal's change in May.
pub(super) const V1_DAY: (u32, u32) = (3, 18);
/// The day of the V4 event: before the deputies' change in July.
const V2_DAY: (u32, u32) = (8, 20);
const V4_DAY: (u32, u32) = (4, 22);

/// The code of the principal of a unit on a day of the year.
pub(super) fn principal_on(county: &County, unit: usize, day: (u32, u32)) -> Option<String> {
    holder(county, unit, 0, day).map(|(person, _)| person)
}

/// The code of the V4 unit's first deputy before any change in July.
pub(super) fn deputy_before_july(county: &County, unit: usize) -> Option<String> {
    holder(county, unit, 1, V4_DAY).map(|(person, _)| person)
}

/// The first person in a role of a unit on a day, with the first matter in charge.
fn holder(county: &County, unit: usize, role: usize, day: (u32, u32)) -> Option<(String, String)> {
    let day = county.day(day.0, day.1);
    county.people.iter().find_map(|person| {
        let held = person.posts.iter().find(|post| {
            post.unit == unit && post.role == role && post.from <= day && post.to.is_none_or(|last| day <= last)
        })?;
        let matter = held.matters.split('、').next().unwrap_or_default();
        Some((person.code.clone(), matter.to_owned()))
    })
}

/// 加减分.
pub(super) fn claims(county: &County) -> FormSheet {
    let (cast, year) = (&county.cast, county.year);
    // Unit, family, level, title, day, year charged.
    let mut list = Vec::new();
    let mut add = |unit: Option<usize>,
                   family: usize,
                   level: &'static str,
                   what: &'static str,
                   on: (i32, u32, u32),
                   charged: i32| {
        list.extend(unit.map(|unit| (unit, family, level, what, on, charged)));
    };
    add(cast.over_cap, 0, "省级", "全省先进集体", (year, 4, 28), year);
    add(cast.over_cap, 0, "市级", "全市目标管理优秀单位", (year, 6, 12), year);
    add(cast.over_cap, 0, "县级", "全县先进基层党组织", (year, 6, 30), year);
    let second = cast.chain_tie.map(|pair| pair[1]);
    add(second, 0, "市级", "全市廉政文化建设示范点", (year, 5, 15), year);
    add(second, 0, "县级", "全县作风建设先进单位", (year, 9, 10), year);
    add(cast.penalty, 2, "县级", "落实中央八项规定精神不到位被通报", (year, 7, 23), year);
    add(cast.next_year, 0, "市级", "全市档案工作先进单位", (year, 12, 18), year + 1);
    let past = cast.top.last().copied().filter(|unit| Some(*unit) != cast.over_cap);
    add(past, 0, "县级", "全县年度综合考核先进单位", (year - 1, 12, 16), year);
    for &unit in cast.top.iter().filter(|unit| Some(**unit) != cast.over_cap && Some(**unit) != past) {
        let mut draws = county.draws(Stream::Claims, &[county.units[unit].key]);
        let day = (year, 2 + draws.below(9), 1 + draws.below(28));
        match draws.below(10) {
            0 | 1 => add(Some(unit), 0, "县级", "全县党风廉政建设先进集体", day, year),
            2 => add(Some(unit), 1, "市级", "权力公开运行做法在全市推广", day, year),
            _ => {}
        }
    }
    let rows = list.into_iter().enumerate().map(|(n, (unit, family, level, what, on, charged))| {
        vec![
            FormCell::text(format!("JF{year}-{:02}", n + 1)),
            FormCell::text(&county.units[unit].name),
            FormCell::text(FAMILIES[family]),
            FormCell::text(level),
            FormCell::text(what),
            FormCell::text(format!("云考发〔{}〕{}号", on.0, 10 + n)),
            FormCell::Date(day_of(on.0, on.1, on.2)),
            FormCell::number(charged),
        ]
    });
    let headers = ["编号", "单位", "类别", "级别", "事项", "文号", "日期", "计入年度"];
    sheet("加减分", title(year, "加减分事项登记表"), &headers, rows.collect())
}

/// 责任追究 and 一票否决 events.
pub(super) fn events(county: &County) -> FormSheet {
    let (cast, year) = (&county.cast, county.year);
    let named =
        |unit: Option<usize>| unit.and_then(|unit| county.member(unit, usize::MAX)).map(|person| person.code.clone());
    let matter =
        |unit: Option<usize>, day| unit.and_then(|unit| holder(county, unit, 1, day)).map(|(_, matter)| matter);
    let v4 = cast.v4.and_then(|unit| deputy_before_july(county, unit));
    let none = String::new;
    let list = [
        (cast.v1, named(cast.v1), 0, matter(cast.v1, V1_DAY), V1_DAY, "给予党纪处分，移送司法机关", "否"),
        (cast.v2, None, 1, matter(cast.v2, V2_DAY), V2_DAY, "市纪委通报，责令整改", "否"),
        (cast.v3, None, 2, None, (9, 5), "县纪委通报批评", "否"),
        (cast.v4, v4, 3, None, V4_DAY, "诫勉谈话", "否"),
        (cast.revoked, None, 1, None, (6, 9), "市纪委通报，经复查撤销", "是"),
    ];
    let rows = list.into_iter().filter_map(|(unit, person, ground, matter, on, measure, revoked)| {
        Some((unit?, person, ground, matter, on, measure, revoked))
    });
    let rows = rows.enumerate().map(|(n, (unit, person, ground, matter, on, measure, revoked))| {
        vec![
            FormCell::text(format!("ZZ{year}-{:02}", n + 1)),
            FormCell::text(&county.units[unit].name),
            words(&person.unwrap_or_else(none)),
            FormCell::text(GROUNDS[ground]),
            words(&matter.unwrap_or_else(none)),
            FormCell::Date(county.day(on.0, on.1)),
            FormCell::text(format!("云纪通〔{year}〕{}号", 3 + 2 * n)),
            FormCell::text(measure),
            FormCell::number(year),
            FormCell::text(revoked),
        ]
    });
    let headers = ["编号", "单位", "涉及人员", "事由", "分管事项", "日期", "文号", "处理措施", "计入年度", "是否撤销"];
    sheet("责任追究", title(year, "责任追究与一票否决事项登记表"), &headers, rows.collect())
}

/// 裁定: in even years the committee also lifts the V3 veto by one grade.
pub(super) fn decisions(county: &County) -> FormSheet {
    let (cast, year) = (&county.cast, county.year);
    let unit = |part: Option<usize>| part.map(|unit| county.units[unit].code.clone());
    let person = cast.decided_person.and_then(|unit| county.member(unit, 1)).map(|person| person.code.clone());
    let lifted = cast.v3.filter(|_| year.rem_euclid(2) == 0);
    let list = [
        (unit(cast.decided), "合格", "年内整改不到位，经研究降低一个等次"),
        (person, "基本合格", "分管领域问题多发，经研究降低一个等次"),
        (unit(lifted), "合格", "主动说明情况并全面整改，经研究从轻确定"),
    ];
    let rows = list.into_iter().filter_map(|(subject, grade, reason)| Some((subject?, grade, reason)));
    let rows = rows.enumerate().map(|(n, (subject, grade, reason))| {
        vec![
            FormCell::text(format!("CD{year}-{:02}", n + 1)),
            FormCell::text(subject),
            FormCell::text(grade),
            FormCell::text("县委常委会"),
            FormCell::Date(day_of(year + 1, 1, 12)),
            FormCell::text(reason),
        ]
    });
    let headers = ["编号", "对象", "决定等次", "决定机关", "日期", "理由"];
    sheet("裁定", title(year, "考核等次裁定登记表"), &headers, rows.collect())
}
