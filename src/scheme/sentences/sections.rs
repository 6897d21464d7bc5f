//! All rules beside the grade as headings with their sentences, for `scheme show`.

use super::after::{
    appeal_sentence, consequence_sentence, consequences_sentence, ladder_sentence, procedure_sentence,
    responsibility_sentence,
};
use super::duties::{
    appointment_sentence, checklist_sentence, deadline_sentence, duty_sentence, record_check_sentence,
    roster_check_sentence,
};
use super::same;
use crate::diag::Text;
use crate::scheme::Scheme;
use crate::scheme::worth::RuleRef;

/// A heading and the rules under it: name, sentence, rule.
pub type Section<'s> = (Text, Vec<(String, Text, &'s RuleRef)>);

/// Every section that has rules.
#[must_use]
pub fn after_sections<'s>(scheme: &'s Scheme) -> Vec<Section<'s>> {
    let (after, words) = (&scheme.worth.after, &scheme.words);
    let ground = |code: &str| {
        let ground = scheme.worth.grounds.iter().find(|ground| ground.code.as_str() == code);
        let sanction = words.sanctions.iter().find(|kind| kind.code.as_str() == code).map(|kind| &kind.name);
        ground.map(|ground| &ground.name).or(sanction).cloned().unwrap_or_else(|| code.to_owned())
    };
    let named = |code: &str, name: &str| format!("{code} {name}");
    let mut all: Vec<Section<'s>> = Vec::new();
    let mut section = |zh: &str, en: &str, rules: Vec<(String, Text, &'s RuleRef)>| {
        if !rules.is_empty() {
            all.push((Text::new(zh, en), rules));
        }
    };
    let rows = after.duties.iter().map(|r| (named(&r.code, &r.name), duty_sentence(r, words), &r.rule));
    section("履责要求", "Duties", rows.collect());
    let rows = after.appointments.iter().map(|r| (named(&r.code, &r.name), appointment_sentence(r, words), &r.rule));
    section("任职要求", "Changes of post", rows.collect());
    let rows = after.deadlines.iter().map(|r| (named(&r.code, &r.name), deadline_sentence(r, words), &r.rule));
    section("期限", "Deadlines", rows.collect());
    let rows = after.roster_checks.iter().map(|r| (named(&r.code, &r.name), roster_check_sentence(r, words), &r.rule));
    section("分工检查", "Roster checks", rows.collect());
    let rows = after.checklists.iter().map(|r| (named(&r.code, &r.name), checklist_sentence(r, words), &r.rule));
    section("清单", "Checklists", rows.collect());
    let rows = after.record_checks.iter().map(|r| (named(&r.code, &r.name), record_check_sentence(r, words), &r.rule));
    section("登记检查", "Record checks", rows.collect());
    let rows =
        after.responsibilities.iter().map(|r| (named(&r.code, &r.name), responsibility_sentence(r, words), &r.rule));
    section("责任划分", "Responsibility", rows.collect());
    let rows = after.ladders.iter().map(|r| (named(&r.code, &r.name), ladder_sentence(r, words), &r.rule));
    section("追究方式", "Ladders", rows.collect());
    let rows = after.procedures.iter().map(|r| (named(&r.code, &r.name), procedure_sentence(r, words), &r.rule));
    section("办理程序", "Procedures", rows.collect());
    let rows = after.consequences.iter().map(|r| (named(&r.code, &r.name), consequence_sentence(r, ground), &r.rule));
    let rule = after.consequence_rule.iter().map(|r| (String::new(), consequences_sentence(r), &r.rule));
    section("后果", "Consequences", rows.chain(rule).collect());
    section("申诉", "Appeal", after.appeal.iter().map(|r| (String::new(), appeal_sentence(r), &r.rule)).collect());
    let list = after.result_list.iter().map(|(name, rule)| (String::new(), same(name.clone()), rule));
    section("年终考核结果清单", "Year-end result list", list.collect());
    all
}
