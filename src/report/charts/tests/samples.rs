//! An invented county for the charts to be looked at and tested with.

use super::diag::Lang;
use super::exact::Exact;
use super::*;

/// The nine townships of 云山县.
pub const TOWNSHIPS: [&str; 9] =
    ["云山镇", "白石镇", "清溪镇", "长岭镇", "柳河镇", "东坪乡", "双桥乡", "龙泉回族乡", "野狐沟乡"];

/// Its departments.
pub const DEPARTMENTS: [&str; 68] = [
    "县纪委监委机关",
    "县委办公室（县档案局）",
    "县委组织部",
    "县委宣传部",
    "县委统战部",
    "县委政法委",
    "县委机构编制委员会办公室",
    "县委巡察工作领导小组办公室",
    "县直属机关工作委员会",
    "县委党校",
    "县委老干部局",
    "县信访局",
    "县人大常委会办公室",
    "县政府办公室",
    "县政协办公室",
    "县法院",
    "县检察院",
    "县总工会",
    "团县委",
    "县妇联",
    "县科协",
    "县文联",
    "县残联",
    "县工商联",
    "县红十字会",
    "县发展和改革局",
    "县教育局",
    "县科学技术局",
    "县工业和信息化局",
    "县民族宗教事务局",
    "县公安局",
    "县民政局",
    "县司法局",
    "县财政局",
    "县人力资源和社会保障局",
    "县自然资源局",
    "县住房和城乡建设局",
    "县交通运输局",
    "县水务局",
    "县农业农村局",
    "县商务局",
    "县文化体育广电和旅游局",
    "县卫生健康局",
    "县退役军人事务局",
    "县应急管理局",
    "县审计局",
    "县市场监督管理局",
    "县统计局",
    "县医疗保障局",
    "县林业和草原局",
    "县乡村振兴局",
    "县城市管理综合执法局",
    "县政务服务中心",
    "县公共资源交易中心",
    "县供销合作社联合社",
    "县融媒体中心",
    "县机关事务服务中心",
    "县投资促进中心",
    "县地震局",
    "县气象局",
    "县税务局",
    "县烟草专卖局",
    "市生态环境局云山分局",
    "县消防救援大队",
    "县邮政分公司",
    "县供电公司",
    "县祁连山国家级自然保护区管护站",
    "县经济技术开发区管理委员会",
];

/// A value from its printed decimal.
pub fn value(shown: &str) -> Value {
    Value::shown(shown).unwrap_or_else(|| Value::new(Exact::zero(), shown))
}

/// Hundredths of a point as a value.
pub fn points(hundredths: u32) -> Value {
    value(&format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

/// A steady source of numbers below `n`.
pub struct Dice(pub u32);

impl Dice {
    pub fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % n
    }
}

pub fn frame(format: Format, title: &str, subtitle: &str) -> Frame {
    Frame {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        notes: vec!["※ 云山县及其数据均为虚构，仅作演示。".to_owned()],
        source: "来源：云山县2015年度党风廉政建设责任制考核结果 · 方案 yunshan-2015 · 结果包 3f9a21c0 · 草案"
            .to_owned(),
        description: format!("{title}。{subtitle}。"),
        format,
        lang: Lang::Zh,
        theme: theme::built_in(),
    }
}

pub fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn band_of(points: u32) -> usize {
    [9000, 8000, 7000].iter().position(|line| points >= *line).unwrap_or(3)
}

fn lines() -> Vec<BandLine> {
    [("优秀线", "90"), ("良好线", "80"), ("一般线", "70")]
        .map(|(label, at)| BandLine { at: value(at), label: label.to_owned() })
        .into()
}

pub fn grade_stack(format: Format) -> GradeStack {
    let row = |label: &str, counts: [u32; 4]| StackRow {
        label: label.to_owned(),
        counts: counts.to_vec(),
        total: format!("共{}个", counts.iter().sum::<u32>()),
    };
    GradeStack {
        frame: frame(format, "部门优秀面近三成，乡镇无一评为较差", "考核等次分布 · 各组单位数（个） · 2015年度"),
        grades: owned(&["优秀", "良好", "一般", "较差"]),
        rows: vec![
            row("乡镇", [3, 5, 1, 0]),
            row("党群部门", [7, 16, 1, 1]),
            row("政府工作部门及直属事业单位", [9, 22, 2, 1]),
            row("垂直管理单位", [3, 5, 1, 0]),
            row("国有企业", [0, 0, 0, 0]),
        ],
    }
}

pub fn ranking(format: Format, names: &[&str], seed: u32) -> Ranking {
    let mut dice = Dice(seed);
    let mut scores: Vec<u32> = names.iter().map(|_| 9780 - dice.below(1500) - dice.below(1400)).collect();
    scores.sort_by(|a, b| b.cmp(a));
    let n = names.len();
    let mut rows: Vec<RankRow> = names
        .iter()
        .zip(scores)
        .enumerate()
        .map(|(i, (name, score))| RankRow {
            rank: (i + 1).to_string(),
            label: (*name).to_owned(),
            value: Some(points(score)),
            before: (i % 5 != 3).then(|| points(score - 300 + dice.below(600))),
            band: Some(band_of(score)),
            ungraded: String::new(),
            veto: None,
            broken: None,
            instead: String::new(),
        })
        .collect();
    rows[n / 3].veto = Some("发生较大生态环境责任事件，一票否决，等次降为较差（原为良好）".to_owned());
    rows[n / 3].band = Some(3);
    rows[1].before = None;
    rows[1].broken = Some("由县甲局、县乙局合并而来（2015-03-01），不与上年相连".to_owned());
    if n > 20 {
        rows[n / 2].veto = Some("班子成员被追究刑事责任，一票否决".to_owned());
        rows[n - 1] = RankRow {
            rank: String::new(),
            value: None,
            before: None,
            band: None,
            ungraded: "待定".to_owned(),
            instead: "未定（待裁定）".to_owned(),
            ..rows[n - 1].clone()
        };
    }
    Ranking {
        frame: frame(
            format,
            "六成以上单位达到良好线，两个单位被一票否决",
            "年度考核得分（满分100分），按得分排序 · 2015年度",
        ),
        bands: owned(&["优秀", "良好", "一般", "较差"]),
        rows,
        lines: lines(),
        ends: Vec::new(),
        now_word: "2015年".to_owned(),
        before_word: "2014年".to_owned(),
        veto_word: "一票否决".to_owned(),
    }
}

pub fn heat_map(format: Format, names: &[&str]) -> HeatMap {
    let columns = [
        ("主体责任", 30),
        ("监督责任", 20),
        ("作风建设", 15),
        ("廉政教育", 10),
        ("制度建设", 10),
        ("惩治腐败", 10),
        ("民主测评", 5),
    ];
    let mut dice = Dice(11);
    let rows = names.iter().enumerate().map(|(i, name)| HeatRow {
        label: (*name).to_owned(),
        cells: columns
            .iter()
            .enumerate()
            .map(|(j, (_, full))| match (i, j) {
                (2, 3) => HeatCell::Missing,
                (5, 5) => HeatCell::NotApplicable,
                (_, 6) if i == 4 => HeatCell::Withheld,
                _ => {
                    let percent = 100 - dice.below(12) - dice.below(14);
                    let marks = points(percent * full);
                    HeatCell::Scored {
                        share: Exact::ratio(i64::from(percent), 100).unwrap_or_default(),
                        shown: marks.shown,
                        weak: percent < 78,
                    }
                }
            })
            .collect(),
    });
    HeatMap {
        frame: frame(
            format,
            "作风建设失分最多，清溪镇廉政教育未报材料",
            "各指标得分，颜色为得分占满分的比例 · 2015年度",
        ),
        columns: columns
            .iter()
            .map(|(name, full)| HeatColumn { label: (*name).to_owned(), full: format!("{full}分") })
            .collect(),
        rows: rows.collect(),
        weak_word: "全类最弱的几格".to_owned(),
        others: Vec::new(),
    }
}

pub fn grouped_bars(format: Format) -> GroupedBars {
    let pair = |label: &str, before: Option<&str>, after: Option<&str>, change: &str| Pair {
        label: label.to_owned(),
        before: before.map(value),
        after: after.map(value),
        change: change.to_owned(),
    };
    GroupedBars {
        frame: frame(
            format,
            "初核、立案两项同比升幅均超一成",
            "云山县纪检监察机关案件统计 · 1–12月 · 各项计量单位见项目名称",
        ),
        before_word: "2014年".to_owned(),
        after_word: "2015年".to_owned(),
        pairs: vec![
            pair("受理信访举报（件次）", Some("312"), Some("287"), "−8.0%"),
            pair("处置问题线索（件）", Some("141"), Some("158"), "+12.1%"),
            pair("初步核实（件）", Some("98"), Some("112"), "+14.3%"),
            pair("立案审查（件）", Some("42"), Some("47"), "+11.9%"),
            pair("党纪政纪处分（人）", Some("45"), Some("51"), "+13.3%"),
            pair("诫勉谈话（人次）", None, Some("63"), "上年无数据"),
            pair("移送司法（人）", Some("0"), Some("2"), "上年为零"),
        ],
    }
}

pub fn distribution(format: Format) -> Distribution {
    let mut dice = Dice(5);
    let mut strip = |label: &str, n: u32, best: u32| {
        let mut dots: Vec<Dot> = (0..n)
            .map(|_| Dot { value: points(best - dice.below(700) - dice.below(800)), label: None, alarm: false })
            .collect();
        dots.sort_by(|a, b| a.value.exact.cmp(&b.value.exact));
        let middle = dots.get(dots.len() / 2).map(|dot| dot.value.clone());
        Strip { label: label.to_owned(), dots, middle }
    };
    let mut strips = vec![
        strip("乡镇（9个）", 9, 9500),
        strip("党群部门（25个）", 25, 9600),
        strip("政府工作部门（43个）", 43, 9700),
    ];
    strips[0].dots[8].label = Some("云山镇".to_owned());
    strips[2].dots[0] = Dot { value: value("72.40"), label: Some("县水务局".to_owned()), alarm: true };
    strips[2].dots[42].label = Some("县人力资源和社会保障局".to_owned());
    Distribution {
        frame: frame(format, "政府工作部门得分差距最大", "年度考核得分（满分100分） · 2015年度"),
        strips,
        lines: lines(),
        dot_word: "一个点为一个单位".to_owned(),
        middle_word: "中位数".to_owned(),
        alarm_word: "一票否决".to_owned(),
    }
}
