//! An empty workspace for any scheme: kaoze.toml with comments, and a headed workbook for every raw table.
//!
//! **In**: the scheme's words. **Out**: files by path. **Holds**: every header is one that the scheme's layouts read, every
//! file has its entry in kaoze.toml. **Does not**: know a particular scheme.

mod books;
mod form;
mod polls;
mod registers;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use form::Book;

use crate::forms::write_book;
use crate::scheme::words::Words;

/// A workspace to fill in, by path: kaoze.toml and the workbooks that the scheme needs.
///
/// Where ballots may come raw or counted, the raw workbook is written and the entry of the counted one stands in
/// kaoze.toml as a comment; [`template`] writes both.
///
/// # Errors
/// In words, when a workbook cannot hold a sheet: two periods of one name, say.
pub fn blank(words: &Words, scheme: &str, title: &str, year: i32) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let books = books::all(words);
    let mut files = write(books.iter().filter(|book| book.needed))?;
    files.insert("kaoze.toml".to_owned(), toml(&books, scheme, title, year).into_bytes());
    Ok(files)
}

/// Every workbook that the scheme can read, headed and empty, by path; without kaoze.toml.
///
/// # Errors
/// As for [`blank`].
pub fn template(words: &Words) -> Result<BTreeMap<String, Vec<u8>>, String> {
    write(books::all(words).iter())
}

fn write<'a>(books: impl Iterator<Item = &'a Book>) -> Result<BTreeMap<String, Vec<u8>>, String> {
    books
        .map(|book| {
            let bytes = write_book(&book.sheets).map_err(|reason| format!("{}: {reason}", book.path))?;
            Ok((book.path.clone(), bytes))
        })
        .collect()
}

fn toml(books: &[Book], scheme: &str, title: &str, year: i32) -> String {
    let next = year + 1;
    let (title, scheme) = (quoted(title), quoted(scheme));
    let mut text = format!(
        r#"# 考核工作区说明文件。“#”后面是说明，程序不读。
# 填好 raw/ 中的工作簿后，对本文件夹运行：kaoze check（查错）、kaoze run（出结果）。

title = {title}          # 印在每一页上的标题
from = "{year}-01-01"      # 考核期第一天
to = "{year}-12-31"        # 考核期最后一天；加减分、责任追究按这一天的年度计入
status = "draft"         # draft 征求意见 | proposed 拟定 | final 审定
issued = "{next}-01-20"    # 结果上的日期；程序不取当天日期
lang = "zh"              # 结果包的语言：zh | en
scheme = {scheme}        # 考核办法的名称：scheme/ 中的文件夹，没有则用程序自带的
fictional = false        # 演示用的虚构数据写 true

# 以下每个 [[table]] 说明一种原始表在哪些文件里。
#   table   表的种类
#   files   文件，可用 * 代表任意文字；都在 raw/ 中
#   sheets  只读这些工作表，可用 *；不写则全部读
#   set     表中没有对应列的内容，例如考核期、票类
"#
    );
    for book in books {
        let lead = if book.needed { "" } else { "# " };
        let what = if book.needed {
            ""
        } else {
            "（改交汇总表时，去掉各行前的“# ”，并删去同一测评的原始票一段）"
        };
        text.push_str(&format!("\n# {}{what}\n", one_line(&book.what)));
        for entry in &book.entries {
            let mut lines = vec![
                "[[table]]".to_owned(),
                format!("table = \"{}\"", book.table),
                format!("files = [{}]", quoted(&book.path)),
            ];
            lines.extend(entry.sheets.as_ref().map(|sheets| format!("sheets = {}", quoted(sheets))));
            if !entry.set.is_empty() {
                let set: Vec<String> =
                    entry.set.iter().map(|(field, value)| format!("{field} = {}", quoted(value))).collect();
                lines.push(format!("set = {{ {} }}", set.join(", ")));
            }
            for line in lines {
                text.push_str(&format!("{lead}{line}\n"));
            }
        }
    }
    text.push_str(
        r#"
# 本年有单位更名、合并、拆分的，写一张单位沿革（日期、方式、原单位、新单位），与上年比较时随之衔接：
# [[table]]
# table = "unit_history"
# files = ["raw/单位沿革.xlsx"]

# 经研究放过的提示，写明谁、为什么：
# [[allow]]
# code = "R021"           # 提示的代码
# at = "检查评分"          # 只放过位置中含有这些字的；不写则全部
# by = "考核办"
# reason = "……"
"#,
    );
    text
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// Without control characters.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
