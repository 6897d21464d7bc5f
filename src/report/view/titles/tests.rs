//! Titles checked against sentences worked out by hand.

use super::{grades, heat, movers, ranking, statistics};
use crate::diag::Lang;
use crate::exact::Exact;
use crate::report::view::Say;
use crate::results::{CaseLine, Mover};

const ZH: Say = Say(Lang::Zh);
const EN: Say = Say(Lang::En);

#[test]
fn grades_name_a_plain_share_and_the_vetoes() {
    let zh = |n_best, n, vetoed| grades(ZH, "优秀", n_best, n, vetoed, ["单位", "units"], "等次分布");
    assert_eq!(zh(3, 9, 2), "三分之一单位为优秀，2个单位被一票否决");
    assert_eq!(zh(20, 77, 0), "约四分之一单位为优秀");
    assert_eq!(zh(31, 77, 0), "77个单位中31个为优秀", "40.3% is no plain fraction");
    assert_eq!(zh(0, 9, 1), "1个单位被一票否决");
    assert_eq!(zh(0, 9, 0), "等次分布", "nothing stands out");
    assert_eq!(zh(0, 0, 0), "等次分布");
    let people = grades(ZH, "优秀", 63, 315, 1, ["干部", "people"], "等次分布");
    assert_eq!(people, "五分之一干部为优秀，1人被一票否决");
    let en = grades(EN, "优秀", 3, 9, 2, ["单位", "units"], "Grades");
    assert_eq!(en, "A third of units are 优秀, 2 struck by a veto");
}

#[test]
fn ranking_names_the_first_unless_a_veto_struck_it() {
    let first = |rows: &[(&str, &str, bool)]| {
        let rows: Vec<_> = rows.iter().map(|(name, total, veto)| (*name, (*total).to_owned(), *veto)).collect();
        ranking(ZH, "乡镇", &rows, "乡镇排名")
    };
    assert_eq!(first(&[("城关镇", "93.21", false)]), "城关镇以93.21分居乡镇第一");
    assert_eq!(first(&[("甲镇", "90.00", false), ("乙镇", "90.00", false)]), "甲镇、乙镇并列乡镇第一");
    let four: Vec<_> = ["甲", "乙", "丙", "丁"].iter().map(|name| (*name, "90.00", false)).collect();
    assert_eq!(first(&four), "4个单位并列乡镇第一");
    assert_eq!(first(&[("城关镇", "93.21", true)]), "乡镇排名");
    assert_eq!(first(&[]), "乡镇排名");
}

#[test]
fn heat_names_one_column_that_stands_out() {
    let of = |columns: &[(&str, usize, usize)]| {
        let columns: Vec<_> = columns.iter().map(|(name, below, n)| ((*name).to_owned(), *below, *n)).collect();
        heat(ZH, "部门", &columns, "部门分项得分")
    };
    assert_eq!(of(&[("廉政教育", 18, 66), ("整改", 16, 67)]), "部门在「廉政教育」上失分面最大，18个单位不足八成");
    assert_eq!(of(&[("廉政教育", 18, 66), ("整改", 18, 67)]), "部门分项得分", "two share the first place");
    assert_eq!(of(&[("廉政教育", 6, 66), ("整改", 1, 67)]), "部门分项得分", "fewer than a tenth");
    assert_eq!(of(&[]), "部门分项得分");
}

fn mover(unit: &str, now: &str, change: &str) -> Mover {
    let change: Exact = change.parse().unwrap();
    Mover { unit: unit.to_owned(), before: String::new(), now: now.to_owned(), change }
}

#[test]
fn movers_name_the_largest_rise_and_fall() {
    let of = |list: &[Mover]| movers(ZH, list, |mover| mover.unit.clone(), "变动");
    let (up, down) = (mover("甲镇", "88.20", "6.05"), mover("乙局", "80.49", "-5.4"));
    assert_eq!(of(&[up.clone(), down.clone()]), "甲镇升6.05分，乙局降5.40分，升降最大");
    assert_eq!(of(&[mover("丙局", "80.10", "0.10"), up.clone()]), "甲镇升6.05分，变动最大");
    assert_eq!(of(&[down]), "乙局降5.40分，变动最大");
    assert_eq!(of(&[]), "变动");
}

fn line(name: &str, now: u32, before: u32) -> CaseLine {
    let change = Exact::ratio(i64::from(now) - i64::from(before), i64::from(before));
    let (now, before) = (Some(now), Some(before));
    CaseLine {
        code: name.to_owned(),
        name: name.to_owned(),
        measure: "件".to_owned(),
        now,
        before,
        change,
        ..CaseLine::default()
    }
}

#[test]
fn statistics_name_changes_of_a_tenth_or_more() {
    let of = |lines: &[CaseLine]| statistics(ZH, lines, "案件统计");
    // 56 after 49 and 40 after 35 are both +1/7; 41 after 43 is less than a tenth.
    let lines = [line("初核", 56, 49), line("立案", 40, 35), line("处分", 41, 43)];
    assert_eq!(of(&lines), "初核、立案两项同比升幅均达一成以上");
    assert_eq!(of(&lines[1..]), "立案同比上升14.3%");
    assert_eq!(of(&[line("处分", 45, 50)]), "处分同比下降10.0%", "exactly a tenth counts");
    assert_eq!(of(&[line("处分", 41, 43), line("移送", 2, 0)]), "案件统计", "a base of nought gives no rate");
    let four: Vec<_> = ["甲", "乙", "丙", "丁"].iter().map(|name| line(name, 20, 10)).collect();
    assert_eq!(of(&four), "4项指标同比升幅达一成以上");
    let both = [line("初核", 56, 49), line("处分", 30, 50)];
    assert_eq!(of(&both), "初核同比上升14.3%，处分同比下降40.0%");
}
