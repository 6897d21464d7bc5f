//! The rows of trend.xlsx and of the terminal.

use super::model::{CountLine, Ended, UnitLine, UnitPoint, Years};
use crate::diag::{Lang, Rendered, Text};
use crate::exact::Exact;
use crate::forms::{FormCell, FormSheet, write_book};

/// A table in words: title, header, rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it holds.
    pub title: String,
    /// Header first.
    pub rows: Vec<Vec<String>>,
}

fn word<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A change with its sign.
fn signed(change: &Exact) -> String {
    let sign = if change.is_negative() || change.is_zero() { "" } else { "+" };
    format!("{sign}{change}")
}

/// Why a line is broken, in words.
fn broken(lang: Lang, why: &str) -> String {
    let (zh, en) = match why {
        "merged" => ("合并，不与上年相比", "merged, not compared"),
        "split" => ("拆分，不与上年相比", "split, not compared"),
        "facts" => ("办法不同，上年事实不能按今年办法计分", "other rules, last year's facts do not fit them"),
        "rules" => ("办法不同，无上年事实", "other rules, and last year's facts are not there"),
        "gap" => ("缺中间年度", "a year is missing"),
        other => return other.to_owned(),
    };
    word(lang, zh, en).to_owned()
}

impl UnitPoint {
    /// The grade, or what stands for it.
    fn graded(&self, lang: Lang) -> &str {
        const WAITS: [&str; 7] = ["value:", "tie:", "condition:", "sanction:", "review:", "ceiling:", "later:"];
        match (&self.grade, &self.without_grade) {
            (Some(grade), _) => grade,
            (None, Some(why)) if WAITS.iter().any(|code| why.starts_with(code)) => word(lang, "待定", "pending"),
            (None, _) => word(lang, "不定等次", "no grade"),
        }
    }

    /// Total and grade.
    fn shown(&self, lang: Lang) -> String {
        let score = match &self.score {
            Some(score) if score.exact().is_none() => word(lang, "不公开", "withheld"),
            Some(score) => score.shown(),
            None => "—",
        };
        let bar = if self.broken.is_some() { "‖ " } else { "" };
        format!("{bar}{score} {}", self.graded(lang))
    }
}

impl UnitLine {
    fn at(&self, year: i32) -> Option<&UnitPoint> {
        self.points.iter().find(|point| point.year == year)
    }

    /// What has to be said beside it: other names, and why it is broken.
    fn notes(&self, lang: Lang) -> String {
        let mut notes = Vec::new();
        for two in self.points.windows(2) {
            if two[0].name != two[1].name {
                let (year, old) = (two[1].year, &two[0].name);
                notes.push(Text::new(format!("{year}年由{old}更名"), format!("{old} until {year}")));
            }
        }
        for point in &self.points {
            if let Some(why) = &point.broken {
                let year = point.year;
                let (zh, en) = (broken(Lang::Zh, why), broken(Lang::En, why));
                notes.push(Text::new(format!("{year}年{zh}"), format!("{year}: {en}")));
            }
        }
        if let Some(Ended { year, how, into }) = &self.ended {
            let (zh, en) = match how.as_str() {
                "merged" => ("并入", "merged into"),
                "split" => ("拆分为", "split into"),
                _ => ("改为", "now"),
            };
            notes.push(Text::new(
                format!("{year}年{zh}{}", into.join("、")),
                format!("{year}: {en} {}", into.join(", ")),
            ));
        }
        let notes: Vec<&str> = notes.iter().map(|note| note.in_lang(lang)).collect();
        notes.join(word(lang, "；", "; "))
    }
}

impl Years {
    /// Units with total and grade of each year, the last change and what it is made of.
    #[must_use]
    pub fn unit_table(&self, lang: Lang) -> Sheet {
        let year = |year: &i32| match lang {
            Lang::Zh => format!("{year}年"),
            Lang::En => year.to_string(),
        };
        let years = self.unit_years();
        let mut header = vec![word(lang, "单位", "Unit").to_owned()];
        header.extend(years.iter().map(year));
        header.extend([word(lang, "变动", "Change").to_owned(), word(lang, "说明", "Notes").to_owned()]);
        let row = |line: &UnitLine| {
            let mut row = vec![line.name.clone()];
            row.extend(years.iter().map(|year| line.at(*year).map(|point| point.shown(lang)).unwrap_or_default()));
            let last = line.points.last();
            let parts = last.and_then(|point| Some((point.performance.as_ref()?, point.rules.as_ref()?)));
            let change = last.and_then(|point| point.change.as_ref()).map(signed).unwrap_or_default();
            let parts = parts.map(|(own, rules)| match lang {
                Lang::Zh => format!("（成绩{}，办法{}）", signed(own), signed(rules)),
                Lang::En => format!(" (own {}, rules {})", signed(own), signed(rules)),
            });
            row.extend([change + &parts.unwrap_or_default(), line.notes(lang)]);
            row
        };
        let rows = std::iter::once(header).chain(self.units.iter().map(row)).collect();
        Sheet { title: word(lang, "各单位历年得分", "Units over the years").to_owned(), rows }
    }

    /// Counts of each year and the last 同比.
    #[must_use]
    pub fn count_table(&self, lang: Lang) -> Sheet {
        let years = self.counted_years();
        let mut header: Vec<String> =
            [word(lang, "指标", "Indicator"), word(lang, "计量单位", "Measure")].map(str::to_owned).to_vec();
        header.extend(years.iter().map(|year| match lang {
            Lang::Zh => format!("{year}年"),
            Lang::En => year.to_string(),
        }));
        header.push(word(lang, "同比", "Change").to_owned());
        let row = |line: &CountLine| {
            let mut row = vec![line.name.clone(), line.measure.clone()];
            let points = line.points.iter().filter(|point| years.contains(&point.year));
            row.extend(points.map(|point| point.count.shown(lang)));
            row.push(line.points.last().map(|point| point.change.shown(lang)).unwrap_or_default());
            row
        };
        let rows = std::iter::once(header).chain(self.cases.iter().map(row)).collect();
        Sheet { title: word(lang, "历年案件统计", "Case statistics over the years").to_owned(), rows }
    }

    /// Years that units have.
    #[must_use]
    pub fn unit_years(&self) -> Vec<i32> {
        let has = |year: &&i32| self.units.iter().any(|line| line.at(**year).is_some());
        self.years.iter().filter(has).copied().collect()
    }

    /// Years that counts have.
    #[must_use]
    pub fn counted_years(&self) -> Vec<i32> {
        let known = |year: i32| {
            let mut points = self.cases.iter().flat_map(|line| &line.points);
            points.any(|point| point.year == year && point.at.is_some())
        };
        self.years.iter().copied().filter(|year| known(*year)).collect()
    }

    /// The contradictions in one language.
    #[must_use]
    pub fn told(&self, lang: Lang) -> &[Rendered] {
        match lang {
            Lang::Zh => &self.findings.zh,
            Lang::En => &self.findings.en,
        }
    }

    /// trend.xlsx: units, case statistics, contradictions, sources.
    ///
    /// # Errors
    /// In words, when a limit of the workbook is passed.
    pub fn workbook(&self, lang: Lang) -> Result<Vec<u8>, String> {
        let mut sheets = Vec::new();
        if !self.units.is_empty() {
            sheets.push(self.unit_sheet(lang));
        }
        if !self.cases.is_empty() {
            sheets.push(self.count_sheet(lang));
        }
        sheets.push(self.check_sheet(lang));
        sheets.push(self.source_sheet(lang));
        write_book(&sheets)
    }

    fn sheet(&self, lang: Lang, name: [&str; 2], headers: Vec<String>, rows: Vec<Vec<FormCell>>) -> FormSheet {
        let mut notes = Vec::new();
        if self.fictional {
            notes.push(word(lang, "数据为虚构", "The data are invented").to_owned());
        }
        let [zh, en] = name;
        FormSheet {
            name: word(lang, zh, en).to_owned(),
            title: Some(word(lang, zh, en).to_owned()),
            notes,
            headers,
            rows,
            widths: Vec::new(),
        }
    }

    fn unit_sheet(&self, lang: Lang) -> FormSheet {
        let years = self.unit_years();
        let mut headers: Vec<String> =
            [word(lang, "单位类别", "Group"), word(lang, "单位", "Unit")].map(str::to_owned).to_vec();
        for year in &years {
            let of = |zh: &str, en: &str| match lang {
                Lang::Zh => format!("{year}年{zh}"),
                Lang::En => format!("{year} {en}"),
            };
            headers.extend([of("得分", "total"), of("等次", "grade"), of("名次", "rank"), of("变动", "change")]);
            headers.extend([of("其中成绩", "performance"), of("其中办法", "rules")]);
        }
        headers.push(word(lang, "说明", "Notes").to_owned());
        let number = |exact: Option<&Exact>| exact.map_or(FormCell::Blank, decimal);
        let row = |line: &UnitLine| {
            let mut cells = vec![FormCell::text(line.group.clone()), FormCell::text(line.name.clone())];
            for year in &years {
                let point = line.at(*year);
                let score = point.and_then(|point| point.score.as_ref());
                cells.push(score.map_or(FormCell::Blank, |score| match score.exact() {
                    Some(_) => FormCell::number(score.shown()),
                    None => FormCell::text(word(lang, "不公开", "withheld")),
                }));
                cells.push(point.map_or(FormCell::Blank, |point| FormCell::text(point.graded(lang))));
                cells.push(point.and_then(|point| point.rank).map_or(FormCell::Blank, FormCell::number));
                cells.push(number(point.and_then(|point| point.change.as_ref())));
                cells.push(number(point.and_then(|point| point.performance.as_ref())));
                cells.push(number(point.and_then(|point| point.rules.as_ref())));
            }
            let notes = line.notes(lang);
            cells.push(if notes.is_empty() { FormCell::Blank } else { FormCell::text(notes) });
            cells
        };
        self.sheet(lang, ["单位", "Units"], headers, self.units.iter().map(row).collect())
    }

    fn count_sheet(&self, lang: Lang) -> FormSheet {
        let years = self.counted_years();
        let mut headers: Vec<String> =
            [word(lang, "指标", "Indicator"), word(lang, "计量单位", "Measure")].map(str::to_owned).to_vec();
        for year in &years {
            headers.extend(match lang {
                Lang::Zh => [format!("{year}年"), format!("{year}年同比")],
                Lang::En => [year.to_string(), format!("{year} change")],
            });
        }
        let row = |line: &CountLine| {
            let mut cells = vec![FormCell::text(line.name.clone()), FormCell::text(line.measure.clone())];
            for point in line.points.iter().filter(|point| years.contains(&point.year)) {
                let shown = point.count.shown(lang);
                let plain = shown.bytes().all(|byte| byte.is_ascii_digit());
                cells.push(if plain { FormCell::number(shown) } else { FormCell::text(shown) });
                cells.push(FormCell::text(point.change.shown(lang)));
            }
            cells
        };
        let mut sheet = self.sheet(lang, ["案件", "Cases"], headers, self.cases.iter().map(row).collect());
        sheet.notes.push(
            word(
                lang,
                "* 由公布的增减推得，合于公布数的整数只此一个；范围：合于公布数的整数不止一个",
                "* recovered from a printed change, the only whole number that fits; a range: several fit",
            )
            .to_owned(),
        );
        sheet
    }

    fn check_sheet(&self, lang: Lang) -> FormSheet {
        let headers = match lang {
            Lang::Zh => ["代码", "矛盾", "位置", "原文", "应为"],
            Lang::En => ["Code", "Contradiction", "Where", "Found", "Expected"],
        };
        let row = |told: &Rendered| {
            let texts = [&told.code, &told.headline, &told.at.join("; "), &told.found, &told.expected];
            texts.into_iter().map(|text| if text.is_empty() { FormCell::Blank } else { FormCell::text(text) }).collect()
        };
        let rows = self.told(lang).iter().map(row).collect();
        let mut sheet = self.sheet(lang, ["核对", "Checks"], headers.map(str::to_owned).to_vec(), rows);
        if self.told(lang).is_empty() {
            sheet.notes.push(word(lang, "没有发现矛盾", "No contradiction was found").to_owned());
        }
        sheet.widths = vec![8, 60, 48, 28, 28];
        sheet
    }

    fn source_sheet(&self, lang: Lang) -> FormSheet {
        let headers = match lang {
            Lang::Zh => ["年度", "种类", "标题", "状态", "方案", "方案摘要", "来源"],
            Lang::En => ["Year", "Kind", "Title", "Status", "Scheme", "Digest of the scheme", "Source"],
        };
        let rows = self.sources.iter().map(|source| {
            let kind = match source.kind {
                "package" => word(lang, "结果包", "package"),
                _ => word(lang, "案件统计", "case statistics"),
            };
            let status = source.status.as_deref().map(|status| match status {
                "draft" => word(lang, "征求意见稿", "draft").to_owned(),
                "proposed" => word(lang, "拟定", "proposed").to_owned(),
                "final" => word(lang, "审定", "final").to_owned(),
                other => other.to_owned(),
            });
            let text = |text: Option<&str>| text.map_or(FormCell::Blank, FormCell::text);
            let digest = source.scheme_digest.as_deref().and_then(|digest| digest.get(..12));
            vec![
                FormCell::number(source.year),
                FormCell::text(kind),
                FormCell::text(source.title.clone()),
                text(status.as_deref()),
                text(source.scheme.as_deref()),
                text(digest),
                text(source.published_in.as_deref()),
            ]
        });
        let mut sheet = self.sheet(lang, ["来源", "Sources"], headers.map(str::to_owned).to_vec(), rows.collect());
        sheet.widths = vec![8, 10, 46, 12, 16, 16, 46];
        sheet
    }
}

/// A change as a number; as text where it has no end as a decimal.
fn decimal(exact: &Exact) -> FormCell {
    let shown = exact.to_string();
    match shown.contains('/') {
        true => FormCell::text(shown),
        false => FormCell::number(shown),
    }
}
