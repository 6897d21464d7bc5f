//! The table for a terminal, its columns aligned by the width of Chinese characters.

use crate::diag::{Lang, width_of};

use super::rows::{Before, Trend, TrendRow};

impl Trend {
    /// Title, headline, table and notes; ends with a line break.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let zh = lang == Lang::Zh;
        let fictional = match (self.fictional, zh) {
            (false, _) => "",
            (true, true) => "（虚构）",
            (true, false) => " (fictional)",
        };
        let title = clean(&self.title);
        let marked = title.contains("虚构") || title.contains("fictional");
        let mut out = format!("{title}{}\n{}\n\n", if marked { "" } else { fictional }, clean(&self.headline(lang)));
        out += &table(&self.table(lang));
        let notes = self.notes(lang);
        if !notes.is_empty() {
            out += &format!("\n{}\n", notes.join("\n"));
        }
        out
    }

    fn table(&self, lang: Lang) -> Vec<Vec<String>> {
        let (year, before) = (self.year, self.year - 1);
        let header = match lang {
            Lang::Zh => ["指标".into(), "计量单位".into(), format!("{before}年"), format!("{year}年"), "同比".into()],
            Lang::En => ["Indicator".into(), "Measure".into(), before.to_string(), year.to_string(), "Change".into()],
        };
        let now = |row: &TrendRow| match (row.now, lang) {
            (Some(n), _) => n.to_string(),
            (None, Lang::Zh) => "无数据".to_owned(),
            (None, Lang::En) => "not known".to_owned(),
        };
        let cells = |row: &TrendRow| {
            vec![clean(&row.name), clean(&row.measure), row.before.shown(lang), now(row), row.shown(lang)]
        };
        std::iter::once(header.to_vec()).chain(self.rows.iter().map(cells)).collect()
    }

    #[must_use]
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        let zh = lang == Lang::Zh;
        let mut notes = Vec::new();
        if self.rows.iter().any(|row| matches!(row.before, Before::Recovered { .. })) {
            notes.push(match lang {
                Lang::Zh => "* 由公布的本年数和增减推得，合于公布数的整数只此一个".to_owned(),
                Lang::En => {
                    "* recovered: the only whole number that fits this year's count and the printed change".to_owned()
                }
            });
        }
        if self.rows.iter().any(|row| matches!(row.before, Before::Several { .. })) {
            notes.push(match lang {
                Lang::Zh => "上年数为区间者：合于公布数的整数不止一个".to_owned(),
                Lang::En => "a range for last year: more than one whole number fits the printed change".to_owned(),
            });
        }
        for row in &self.rows {
            for printed in row.printed.iter().filter(|printed| printed.differs) {
                let (name, shown) = (clean(&row.name), clean(&printed.shown));
                notes.push(match (&printed.expected, zh) {
                    (Some(expected), true) => {
                        format!("† {name}：原文印 {shown}，按其自身数字应为 {expected}；照原文保留")
                    }
                    (Some(expected), false) => {
                        format!("† {name}: printed {shown}; its own figures give {expected}; kept as printed")
                    }
                    (None, true) => format!("† {name}：原文印 {shown}，与其自身数字不符；照原文保留"),
                    (None, false) => format!("† {name}: printed {shown} does not fit its own figures; kept as printed"),
                });
            }
            for note in row.printed.iter().filter_map(|printed| printed.note.as_deref()) {
                notes.push(match lang {
                    Lang::Zh => format!("{}：{}", clean(&row.name), clean(note)),
                    Lang::En => format!("{}: {}", clean(&row.name), clean(note)),
                });
            }
        }
        let labelled =
            |label: &str, text: &Option<String>| text.as_deref().map(|text| format!("{label}{}", clean(text)));
        notes.extend(labelled(if zh { "期间：" } else { "period: " }, &self.period));
        notes.extend(labelled(if zh { "来源：" } else { "source: " }, &self.source));
        notes
    }
}

/// Columns two blanks apart; the first two and the last to the left, counts to the right.
fn table(rows: &[Vec<String>]) -> String {
    let n_columns = rows.first().map_or(0, Vec::len);
    let width = |col: usize| rows.iter().filter_map(|row| row.get(col)).map(|cell| width_of(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..n_columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (col, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let blanks = " ".repeat(width.saturating_sub(width_of(cell)));
            let to_the_right = (2..n_columns.saturating_sub(1)).contains(&col);
            line += &if to_the_right { format!("{blanks}{cell}") } else { format!("{cell}{blanks}") };
            line += "  ";
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

/// Text without characters that steer a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}
