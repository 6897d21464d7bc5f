//! Invented moves, places, comparisons and vetoes for the charts to be looked at and tested with.

use super::samples::{
    DEPARTMENTS, Dice, TOWNSHIPS, distribution, frame, grade_stack, grouped_bars, heat_map, points, ranking, value,
};
use super::*;

pub fn slopes(format: Format) -> Slopes {
    let row = |label: &str, before: Option<&str>, after: Option<&str>, change: &str| Slope {
        label: label.to_owned(),
        before: before.map(value),
        after: after.map(value),
        change: change.to_owned(),
        named: !change.is_empty(),
        joined: before.is_some() && after.is_some(),
    };
    Slopes {
        frame: frame(
            format,
            "县退役军人事务局升幅最大，县水务局降幅最大",
            "年度考核得分，标出升降最大的单位 · 2014年度与2015年度",
        ),
        before_word: "2014年".to_owned(),
        after_word: "2015年".to_owned(),
        other_word: "其他单位".to_owned(),
        rows: vec![
            row("县退役军人事务局", Some("78.20"), Some("91.35"), "+13.15"),
            row("县人力资源和社会保障局", Some("80.45"), Some("90.10"), "+9.65"),
            row("云山镇", Some("84.00"), Some("89.76"), "+5.76"),
            row("县文化体育广电和旅游局", Some("88.30"), Some("88.30"), ""),
            row("县祁连山国家级自然保护区管护站", None, Some("86.05"), ""),
            row("野狐沟乡", Some("86.90"), Some("86.10"), ""),
            row("县交通运输局", Some("90.60"), Some("83.25"), "−7.35"),
            row("县水务局", Some("92.15"), Some("76.40"), "−15.75"),
        ],
        remarks: vec!["※ 县祁连山国家级自然保护区管护站：由两站合并而来（2015-03-01），不与上年相连".to_owned()],
    }
}

pub fn splits(format: Format) -> Splits {
    let row = |label: &str, own: (&str, &str), rule: (&str, &str), sum: &str| Split {
        label: label.to_owned(),
        own: Value::new(value(own.0).exact, own.1),
        rule: Value::new(value(rule.0).exact, rule.1),
        sum: sum.to_owned(),
    };
    Splits {
        frame: frame(format, "4个单位中2个的升降主要因办法改变", "总分变化最大的4个单位 · 2014年度与2015年度"),
        own_word: "工作变化".to_owned(),
        rule_word: "办法变化".to_owned(),
        sum_word: "总分变化".to_owned(),
        rows: vec![
            row("县祁连山国家级自然保护区管护站", ("6.20", "+6.20"), ("-1.15", "−1.15"), "+5.05"),
            row("云山镇", ("-1.00", "−1.00"), ("4.76", "+4.76"), "+3.76"),
            row("县水务局", ("-2.75", "−2.75"), ("-3.00", "−3.00"), "−5.75"),
            row("县商务局", ("0", "0.00"), ("0", "0.00"), "0.00"),
        ],
    }
}

pub fn places(format: Format) -> Places {
    let row = |label: &str, told: &str, places: u32, counts: [u32; 6]| PlaceRow {
        label: label.to_owned(),
        told: told.to_owned(),
        places,
        counts,
    };
    let words = ["列入", "借用名额列入", "并列待裁定", "空余名额", "借出名额", "达线未列入"];
    Places {
        frame: frame(format, "9个单位达到优秀线而没有名额", "优秀名额的使用情况 · 2015年度"),
        rows: vec![
            row("乡镇", "基数9，名额3，列入2，并列待裁定2", 3, [2, 0, 2, 0, 0, 0]),
            row("政府工作部门及直属事业单位", "基数68，名额17，列入17，达线未列入9", 17, [17, 0, 0, 0, 0, 9]),
            row("垂直管理单位", "基数12，名额3，列入1，借出1，空余1", 3, [1, 0, 0, 1, 1, 0]),
            row("国有企业", "基数4，名额1，列入1，借用名额列入1", 1, [1, 1, 0, 0, 0, 0]),
        ],
        places_word: "名额数".to_owned(),
        words: words.map(str::to_owned),
    }
}

pub fn scatter(format: Format) -> Scatter {
    let mut dice = Dice(9);
    let mut panel = |up: &str, named: [usize; 3]| Panel {
        across: "检查考核".to_owned(),
        up: up.to_owned(),
        n: "n=68个单位".to_owned(),
        dots: DEPARTMENTS
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let base = 7500 + dice.below(2000);
                let label = named.contains(&i).then(|| (*name).to_owned());
                Spot { across: points(base), up: points(base - 300 + dice.below(700)), named: label.is_some(), label }
            })
            .collect(),
    };
    Scatter {
        frame: frame(format, "县水务局检查考核第61、民主测评第35", "检查考核得分（横）与测评得分（纵） · 2015年度"),
        panels: vec![panel("民主测评", [38, 66, 7]), panel("群众满意度", [12, 34, 45])],
        dot_word: "一个点为一个单位".to_owned(),
        named_word: "两项名次相差最大的单位".to_owned(),
    }
}

pub fn flow(format: Format) -> Flow {
    let grade = |text: &str, index: usize| Some(FlowGrade { text: text.to_owned(), index: Some(index), of: 4 });
    let hit = |who: &str, role: &str, without: Option<FlowGrade>, grade: Option<FlowGrade>, after: &[&str]| FlowHit {
        who: who.to_owned(),
        role: role.to_owned(),
        without,
        grade,
        instead: "待定".to_owned(),
        same_word: "未变".to_owned(),
        after: samples::owned(after),
    };
    let event = |label: &str, note: &str, hits| FlowEvent { label: label.to_owned(), note: note.to_owned(), hits };
    Flow {
        frame: frame(format, "2起事件否决2个单位、2人，3个等次因此降低", "事件、对象、等次与后果 · 2015年度"),
        heads: ["事件", "对象", "无此情形 → 现等次", "后果"].map(str::to_owned),
        events: vec![
            event(
                "发生严重违纪违法案件，领导班子成员被追究刑事责任",
                "2015-03-18，县祁连山国家级自然保护区管护站，云纪通〔2015〕3号",
                vec![
                    hit("县祁连山国家级自然保护区管护站", "", grade("良好", 1), grade("较差", 3), &[]),
                    hit(
                        "欧阳建国",
                        "正职",
                        grade("良好", 1),
                        grade("一般", 2),
                        &["取消评优表彰推荐资格", "不得提拔或者重用，至2017-03-18"],
                    ),
                    hit("张三", "分管领导", grade("一般", 2), grade("一般", 2), &["诫勉谈话"]),
                ],
            ),
            event(
                "主体责任落实不力被上级通报",
                "2015-08-20，云山镇",
                vec![hit("云山镇", "", grade("优秀", 0), None, &["约谈", "限期整改"])],
            ),
        ],
    }
}

/// Every chart, in one format.
pub fn all(format: Format) -> Vec<(&'static str, Box<dyn Chart>)> {
    vec![
        ("grade_stack", Box::new(grade_stack(format))),
        ("ranking_9", Box::new(ranking(format, &TOWNSHIPS, 3))),
        ("ranking_68", Box::new(ranking(format, &DEPARTMENTS, 7))),
        ("heat_map_9", Box::new(heat_map(format, &TOWNSHIPS))),
        ("heat_map_30", Box::new(heat_map(format, &DEPARTMENTS[20..50]))),
        ("slopes", Box::new(slopes(format))),
        ("splits", Box::new(splits(format))),
        ("places", Box::new(places(format))),
        ("scatter", Box::new(scatter(format))),
        ("flow", Box::new(flow(format))),
        ("grouped_bars", Box::new(grouped_bars(format))),
        ("distribution", Box::new(distribution(format))),
    ]
}
