//! The raw workbooks of a generated county, read by this twin itself.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{Row, rows};
use super::votes::{LEADER, PUBLIC, TEAM, Votes};

/// Everything that stands in the sheets.
pub struct Raw {
    pub year: i32,
    pub units: Vec<Row>,
    pub people: Vec<Row>,
    /// By period.
    pub marks: BTreeMap<&'static str, Vec<Row>>,
    pub ledger: Vec<Row>,
    /// By period; subjects are unit codes.
    pub team: BTreeMap<&'static str, Votes>,
    pub leader: Votes,
    pub public: Votes,
    pub cases: Vec<Row>,
    pub claims: Vec<Row>,
    pub events: Vec<Row>,
    pub decisions: Vec<Row>,
}

impl Raw {
    pub fn read(files: &BTreeMap<String, Vec<u8>>, year: i32) -> Self {
        let table = |path: &str, header: &str| rows(&files[path], |_| true, header);
        let units = table("raw/单位名册.xlsx", "单位代码");
        let code_of: BTreeMap<String, String> =
            units.iter().map(|row| (row["单位名称"].clone(), row["单位代码"].clone())).collect();
        // Teams stand in the polls by their unit's name.
        let coded = |mut row: Row, header: &str| {
            if let Some(code) = code_of.get(&row[header]) {
                row.insert(header.to_owned(), code.clone());
            }
            row
        };
        let mut half = Votes::default();
        for row in table("raw/民主测评/班子_半年_汇总.xlsx", "测评对象") {
            let row = coded(row, "测评对象");
            half.counted(&TEAM, &row);
            half.returned(&row);
        }
        let (mut year_end, mut leader) = (Votes::default(), Votes::default());
        for class in ["A票", "B票", "C票"] {
            for row in table(&format!("raw/民主测评/班子_年终_{class}.xlsx"), "测评对象") {
                let row = coded(row, "测评对象");
                year_end.cast(&TEAM, class, &row["测评对象"], &row);
            }
            for row in table(&format!("raw/民主测评/班子成员_年终_{class}.xlsx"), "测评对象") {
                leader.cast(&LEADER, class, &row["测评对象"], &row);
            }
        }
        for row in table("raw/民主测评/票数登记.xlsx", "测评对象") {
            let of_teams = row["测评"] == "领导班子民主测评";
            let row = coded(row, "测评对象");
            if of_teams { year_end.returned(&row) } else { leader.returned(&row) }
        }
        let mut public = Votes::default();
        for row in table("raw/满意度调查/满意度调查_导出.xlsx", "问卷编号") {
            let row = coded(row, "单位");
            public.cast(&PUBLIC, &row["渠道"], &row["单位"], &row);
        }
        let books: Vec<&Vec<u8>> =
            files.iter().filter(|(path, _)| path.starts_with("raw/检查评分/")).map(|(_, bytes)| bytes).collect();
        let visits = |period: &str| {
            books.iter().flat_map(|book| rows(book, |sheet| sheet.starts_with(period), "检查人")).collect::<Vec<_>>()
        };
        Self {
            year,
            people: table("raw/干部名册.xlsx", "人员代码"),
            marks: BTreeMap::from([("half", visits("半年")), ("year", visits("年终"))]),
            // A row entirely equal to another one is the same action written twice.
            ledger: table("raw/履责台账.xlsx", "项目").into_iter().collect::<BTreeSet<Row>>().into_iter().collect(),
            team: BTreeMap::from([("half", half), ("year", year_end)]),
            leader,
            public,
            cases: rows(&files["raw/案件统计.xlsx"], |sheet| sheet == "分单位", "年度"),
            claims: table("raw/加减分.xlsx", "编号"),
            events: table("raw/责任追究.xlsx", "编号"),
            decisions: table("raw/裁定.xlsx", "编号"),
            units,
        }
    }

    /// The name of a unit.
    pub fn name(&self, code: &str) -> &str {
        let row = self.units.iter().find(|row| row["单位代码"] == code).expect("a unit");
        &row["单位名称"]
    }

    /// Events of the year that were not revoked, with the code of their ground.
    pub fn standing_events(&self) -> impl Iterator<Item = (&Row, &'static str)> {
        let ground = |text: &str| match text {
            "发生严重违纪违法案件" => "V1",
            "主体责任落实不力被上级通报" => "V2",
            "弄虚作假隐瞒不报" => "V3",
            "受到诫勉以上处理" => "V4",
            other => panic!("{other:?} is no ground"),
        };
        let standing = |row: &&Row| row["计入年度"] == self.year.to_string() && row["是否撤销"] != "是";
        self.events.iter().filter(standing).map(move |row| (row, ground(&row["事由"])))
    }
}
