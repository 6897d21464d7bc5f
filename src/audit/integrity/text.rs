//! A record as a page of text.

use super::gather::{Record, Year};
use crate::diag::{Lang, Text};

impl Record {
    /// The file as text.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let word = |zh: &str, en: &str| Text::new(zh, en).in_lang(lang).to_owned();
        let mut out = format!("{}  {} {}\n", word("廉政档案", "Integrity file"), self.code, self.name);
        if !self.other_names.is_empty() {
            let names = self.other_names.join("、");
            out += &format!("  {} {names}\n", word("注意：同一代码另有姓名", "note: the code also bears the name"));
        }
        for year in &self.years {
            out += &year_text(year, lang);
        }
        out
    }
}

fn year_text(year: &Year, lang: Lang) -> String {
    let word = |zh: &str, en: &str| Text::new(zh, en).in_lang(lang).to_owned();
    let grade = year.grade.clone().unwrap_or_else(|| {
        let why = year.without_grade.as_deref().unwrap_or_default();
        format!("{} {why}", word("未定等次", "no grade")).trim_end().to_owned()
    });
    let score = year.score.as_deref().unwrap_or("—");
    let status = match year.status.as_str() {
        "draft" => word("征求意见稿", "draft"),
        "proposed" => word("拟定", "proposed"),
        _ => word("审定", "final"),
    };
    let mut out = format!("\n{}  {}  [{status}]\n", year.year, year.title);
    out += &format!("  {}  {grade}    {} {score}\n", word("等次", "grade"), word("得分", "score"));
    for (label, list) in [(word("职务", "posts"), &year.posts), (word("所在单位", "units"), &year.units)] {
        for line in list {
            out += &format!("  {label}  {line}\n");
        }
    }
    for line in &year.lines {
        let kind = match line.kind.as_str() {
            "veto" => word("追究", "event"),
            "ruling" => word("等次变动", "grade changed"),
            list => list.to_owned(),
        };
        let date = line.date.as_deref().map(|date| format!("{date} ")).unwrap_or_default();
        let basis = if line.basis.is_empty() { String::new() } else { format!("  [{}]", line.basis) };
        out += &format!("  {kind}  {date}{}{basis}\n", line.text);
    }
    for bar in &year.bars {
        out += &format!(
            "  {}  {} {} {}，{} {}\n",
            word("限制", "bar"),
            bar.bar,
            word("至", "until"),
            bar.until,
            word("可恢复日", "free from"),
            bar.free_from
        );
    }
    out
}
