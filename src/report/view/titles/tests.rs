//! Titles checked against sentences worked out by hand.

use super::{disagreement, flow, grades, heat, movers, places, ranking, splits, statistics, strips};
use crate::diag::Lang;
use crate::exact::Exact;
use crate::report::view::{Number, PlaceRow, Say, ScatterPanel, ScatterRow, StripRow};
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

fn pool(lost: u32, tied: u32, empty: u32) -> PlaceRow {
    let (label, told) = (String::new(), String::new());
    PlaceRow { label, told, places: 3, placed: 3, borrowed: 0, tied, empty, lent: 0, lost }
}

#[test]
fn places_tell_who_went_without_before_what_is_left() {
    let of = |rows: &[PlaceRow]| places(ZH, "优秀", rows, false);
    assert_eq!(of(&[pool(0, 2, 0), pool(9, 0, 1)]), "9个单位达到优秀线而没有名额，2个单位并列待裁定");
    assert_eq!(of(&[pool(0, 0, 1), pool(0, 0, 2)]), "优秀名额空余3个");
    assert_eq!(of(&[pool(0, 0, 0)]), "优秀名额全部用满");
    assert_eq!(places(ZH, "优秀", &[pool(31, 0, 0)], true), "31人达到优秀线而没有名额");
    assert_eq!(places(EN, "优秀", &[pool(1, 2, 0)], false), "1 reached 优秀 without a place, 2 tied await a decision");
}

#[test]
fn splits_count_the_moves_that_the_rules_made() {
    assert_eq!(splits(ZH, 22, 75, "来源"), "75个单位中22个的升降主要因办法改变");
    assert_eq!(splits(ZH, 0, 75, "来源"), "来源");
}

#[test]
fn disagreement_names_the_one_whose_ranks_are_furthest_apart() {
    let number = || Number { exact: Exact::zero(), shown: String::new() };
    let row = |label: &str, ranks, named| ScatterRow {
        label: label.to_owned(),
        across: number(),
        up: number(),
        ranks,
        named,
    };
    let of = |rows: Vec<ScatterRow>| {
        let panel = ScatterPanel { across: "检查考核".to_owned(), up: "民主测评".to_owned(), rows };
        disagreement(ZH, &panel, "比较")
    };
    let first = of(vec![row("县林业局", [61, 35], true), row("县农业局", [3, 20], true), row("云山镇", [1, 1], false)]);
    assert_eq!(first, "县林业局检查考核第61、民主测评第35，两者相差最大");
    assert_eq!(of(vec![row("甲局", [1, 20], true), row("乙局", [20, 1], true)]), "比较", "two share it");
    assert_eq!(of(vec![row("甲局", [1, 2], false)]), "比较", "none is far enough apart");
}

#[test]
fn flow_counts_events_subjects_and_fallen_grades() {
    assert_eq!(flow(ZH, 4, 3, 7, 6), "4起事件否决3个单位、7人，6个等次因此降低");
    assert_eq!(flow(ZH, 1, 0, 1, 0), "1起事件否决1人，0个等次因此降低");
    assert_eq!(flow(EN, 4, 3, 7, 6), "4 events struck 3 units and 7 people; 6 grades fell");
}

#[test]
fn strips_name_the_role_with_the_highest_median() {
    let strip = |middle: &str| StripRow {
        label: String::new(),
        dots: Vec::new(),
        middle: Some(Number { exact: middle.parse().unwrap(), shown: middle.to_owned() }),
    };
    let of = |rows: &[(&str, &str)]| {
        let rows: Vec<_> = rows.iter().map(|(name, middle)| ((*name).to_owned(), strip(middle))).collect();
        strips(ZH, &rows, "分布")
    };
    assert_eq!(of(&[("正职", "88.60"), ("分管领导", "89.11")]), "分管领导得分中位数最高，为89.11分");
    assert_eq!(of(&[("正职", "88.60"), ("分管领导", "88.60")]), "分布");
    assert_eq!(of(&[("正职", "88.60")]), "分布", "there is nothing to be higher than");
}
