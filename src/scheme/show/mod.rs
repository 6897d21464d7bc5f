//! A whole scheme as a document that a person reads from top to bottom.
//!
//! **In**: a checked scheme. **Out**: text: the order of the stages with the rules that act in each, then every rule as a
//! sentence with its formula, its numbers and its clause, stage by stage. **Holds**: every rule is shown, with the words
//! that mark an assumption where no document says so. **Does not**: decide or compute, but for the true maximum.

mod after;
mod grades;
mod page;
mod scores;
mod stages;

use super::Scheme;
use crate::diag::{Lang, Text};
use page::Page;

/// The scheme in words: stages, highest score, and every rule with its clause and place.
#[must_use]
pub fn show(scheme: &Scheme, lang: Lang) -> String {
    let mut page = Page::of(scheme, lang);
    head(&mut page, scheme);
    stages::stages(&mut page, scheme);
    scores::total(&mut page, scheme);
    scores::measures(&mut page, scheme);
    scores::components(&mut page, scheme);
    scores::changes(&mut page, scheme);
    scores::polls(&mut page, scheme);
    scores::adjustments(&mut page, scheme);
    grades::bands(&mut page, scheme);
    grades::vetoes(&mut page, scheme);
    grades::sanctions(&mut page, scheme);
    grades::gates(&mut page, scheme);
    grades::quotas(&mut page, scheme);
    grades::people(&mut page, scheme);
    after::after(&mut page, scheme);
    after::removed(&mut page, scheme);
    page.out
}

fn head(page: &mut Page<'_>, scheme: &Scheme) {
    page.out += &format!("# {}\n\n", scheme.title);
    let to = scheme.to.map_or_else(|| "…".to_owned(), |to| to.to_string());
    let (code, issuer, from) = (&scheme.code, &scheme.issuer, scheme.from);
    page.line(&Text::new(
        format!("代码 {code}　制定 {issuer}　施行 {from} 至 {to}"),
        format!("code {code} · issued by {issuer} · in force {from} to {to}"),
    ));
    if let Some(base) = &scheme.extends {
        page.line(&Text::new(
            format!("以方案 {base} 为基础，以下已合并；各条后注明出自哪个文件。"),
            format!("Extends the scheme {base}; both are merged here, and each rule names its file."),
        ));
    }
    if let Some(day) = scheme.checked_on {
        page.line(&Text::new(format!("最近核对 {day}"), format!("last checked {day}")));
    }
    let days: Vec<String> = changes(scheme);
    if !days.is_empty() {
        let days = days.join("、");
        page.line(&Text::new(
            format!("规则变更日：{days}；这里写的是最后施行的规则。"),
            format!("Rules change on {days}; shown are those in force last."),
        ));
    }
    if scheme.fictional {
        page.line(&Text::new("本方案为虚构示例。", "This scheme is an invented example."));
    }
}

/// The days on which a rule begins.
fn changes(scheme: &Scheme) -> Vec<String> {
    let mut days: Vec<String> = scheme.dated.values().filter_map(|force| Some(force.from?.to_string())).collect();
    days.sort();
    days.dedup();
    days
}
