//! 单位名册 and 干部名册.

use super::county::County;
use super::sheet::{sheet, title, words};
use super::yunshan;
use crate::forms::{FormCell, FormSheet};

/// 单位名册.
pub(super) fn units(county: &County) -> FormSheet {
    let rows = county.units.iter().map(|unit| {
        let group = yunshan::GROUPS[usize::from(!unit.township)];
        vec![FormCell::text(&unit.code), FormCell::text(&unit.name), FormCell::text(group)]
    });
    sheet("单位名册", title(county.year, "被考核单位名册"), &["单位代码", "单位名称", "单位类别"], rows.collect())
}

/// 干部名册: a row per post.
pub(super) fn people(county: &County) -> FormSheet {
    let mut rows = Vec::new();
    for person in &county.people {
        for post in &person.posts {
            rows.push(vec![
                FormCell::text(&person.code),
                FormCell::text(&person.name),
                FormCell::text(&county.units[post.unit].name),
                FormCell::text(&post.post),
                FormCell::text(yunshan::ROLES[post.role]),
                FormCell::Date(post.from),
                post.to.map_or(FormCell::Blank, FormCell::Date),
                words(&post.matters),
                words(if post.main { "是" } else { "" }),
            ]);
        }
    }
    let headers = ["人员代码", "姓名", "单位", "职务", "角色", "任职起", "任职止", "分管事项", "主要职务"];
    sheet("干部名册", title(county.year, "班子成员名册"), &headers, rows)
}
