//! C071 extended-not-found
//!
//! ## What is checked
//! The scheme that `extends` names stands beside this one, or is built in.
//!
//! ## Why it matters
//! Without it most of the rules are missing.
//!
//! ## Example
//! `extends = "yunsan"`.
//!
//! ## Mend
//! Correct the name, or put the folder of that scheme beside this one.

use super::refused;
use crate::diag::{Code, Finding, Place, Text, nearest};

/// The code.
pub const CODE: Code = Code { id: "C071", name: "extended-not-found", manual: include_str!("extended_not_found.rs") };

/// No scheme of this name; `known` are those built in.
#[must_use]
pub fn extended_not_found(at: Place, name: &str, known: &[String]) -> Finding {
    let list = known.join(" | ");
    let mend = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => Text::new(format!("改为 \"{near}\""), format!("write \"{near}\"")),
        None => Text::new(
            format!("把方案 {name} 的文件夹放在本方案旁边"),
            format!("put the folder of {name} beside that of this scheme"),
        ),
    };
    refused(
        CODE,
        Text::new(
            format!("作为基础的方案 \"{name}\" 没有找到"),
            format!("the scheme \"{name}\" that this one extends was not found"),
        ),
        vec![at.into()],
        name,
        Text::new(format!("同一目录下的方案，或内置方案：{list}"), format!("a scheme beside it, or built in: {list}")),
        mend,
    )
}
