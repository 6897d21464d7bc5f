//! C001 scheme-not-found
//!
//! ## What is checked
//! The folder of the scheme holds at least one file that ends in .toml.
//!
//! ## Why it matters
//! Without rules there is nothing to score by, and no other scheme is taken in its stead.
//!
//! ## Example
//! kaoze.toml says `scheme = "yunsan"`, and neither scheme/yunsan/ nor a built-in scheme of that name exists.
//!
//! ## Mend
//! Correct the name, or put the rules into scheme/NAME/ of the workspace; `kaoze scheme list` prints the built-in
//! names.

use super::refused;
use crate::diag::{Code, Finding, Place, Text, nearest};

/// The code.
pub const CODE: Code = Code { id: "C001", name: "scheme-not-found", manual: include_str!("scheme_not_found.rs") };

/// No scheme file below `folder`; `names` are the names that would be found.
#[must_use]
pub fn scheme_not_found(folder: Place, name: &str, names: &[String]) -> Finding {
    let list = names.join(" | ");
    let (zh, en) = match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => (format!("把名称改为 \"{near}\""), format!("write \"{near}\"")),
        None => (
            "在工作目录的 scheme/ 下放入方案文件，或改用内置方案".to_owned(),
            "put the files of the scheme under scheme/ of the workspace, or name a built-in scheme".to_owned(),
        ),
    };
    refused(
        CODE,
        Text::new(format!("没有名为 \"{name}\" 的方案"), format!("there is no scheme \"{name}\"")),
        vec![folder.into()],
        name,
        Text::new(format!("内置方案：{list}"), format!("built-in schemes: {list}")),
        Text::new(zh, en),
    )
}
