//! S001 workbook-unreadable
//!
//! ## What is checked
//! Each file under raw/ that a table names is opened by its content: a .xlsx, .xlsb or .ods is a zip archive with the
//! parts of a workbook, a .xls is a compound file with a `Workbook` stream, and a .csv is text.
//!
//! ## Why it matters
//! What cannot be opened cannot be scored, and a file left out silently would change grades.
//!
//! ## Example
//! A download that broke off halfway; a web page saved under the name 检查评分.xls; a workbook with a password.
//!
//! ## Mend
//! Open the file in Excel or WPS and save it as .xlsx without a password, or ask the sender for it again.

use std::sync::Arc;

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code.
pub const CODE: Code = Code { id: "S001", name: "workbook-unreadable", manual: include_str!("workbook_unreadable.rs") };

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The file has no bytes.
    Empty,
    /// It opens with a password only.
    Password,
    /// It is text or a web page under the name of a workbook.
    Text,
    /// It is another kind of file.
    NotAWorkbook,
    /// It is a workbook with a damaged part, in the words of the reader.
    Damaged(String),
    /// It made the reader of workbooks fail.
    ReaderFailed,
    /// A sheet holds an error value that the reader of workbooks does not know, such as `#SPILL!`.
    Fault {
        /// The sheet.
        sheet: String,
        /// The error value.
        fault: String,
    },
}

/// A file that cannot be read as a workbook.
#[must_use]
pub fn workbook_unreadable(file: &Arc<str>, cause: &Cause) -> Finding {
    let save_as = || {
        Text::new(
            "用 Excel 或 WPS 打开该文件，另存为 .xlsx 后替换；打不开时请提供方重新发送",
            "open the file in Excel or WPS and save it as .xlsx; if it does not open, ask the sender for it again",
        )
    };
    let (headline, found, mend) = match cause {
        Cause::Empty => (
            Text::new("工作簿是空文件", "workbook file is empty"),
            "0 bytes".to_owned(),
            Text::new("请提供方重新发送该文件", "ask the sender for the file again"),
        ),
        Cause::Password => (
            Text::new("工作簿有打开密码", "workbook opens with a password only"),
            String::new(),
            Text::new(
                "用 Excel 或 WPS 打开，取消打开密码后保存",
                "open it in Excel or WPS, remove the password and save",
            ),
        ),
        Cause::Text => (
            Text::new("文件内容是文本或网页，不是工作簿", "file holds text or a web page, not a workbook"),
            String::new(),
            Text::new(
                "用 Excel 或 WPS 打开该文件，另存为 .xlsx；确是逗号分隔文本时把扩展名改为 .csv",
                "open it in Excel or WPS and save it as .xlsx; if it is comma-separated text, name it .csv",
            ),
        ),
        Cause::NotAWorkbook => (Text::new("文件不是工作簿", "file is not a workbook"), String::new(), save_as()),
        Cause::Damaged(words) => (Text::new("工作簿已损坏", "workbook is damaged"), words.clone(), save_as()),
        Cause::ReaderFailed => {
            (Text::new("工作簿的内容无法解析", "workbook cannot be parsed"), String::new(), save_as())
        }
        Cause::Fault { sheet, fault } => (
            Text::new("工作表含有读不出的错误值", "sheet holds an error value that cannot be read"),
            format!("{sheet}: {fault}"),
            Text::new(
                "在工作表中查找该错误值，改正公式或改填数值",
                "find the error value in the sheet and correct its formula or type the number",
            ),
        ),
    };
    Finding {
        code: CODE,
        severity: Severity::Error,
        headline,
        at: vec![Place::File(file.clone()).into()],
        found,
        expected: Text::new(
            "可打开的 .xlsx、.xls、.xlsb、.ods 或 .csv 文件",
            "a .xlsx, .xls, .xlsb, .ods or .csv file that opens",
        ),
        expected_at: None,
        effect: Text::new("该文件未读取，不评分", "file not read; nothing is scored"),
        mend,
    }
}
