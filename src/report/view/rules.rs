//! Rules and reasons in words: `item:J1` → 项目 J1 研究部署, `value:component:public` → what is missing.

use super::names::Names;
use crate::results::Results;

impl<'a> Names<'a> {
    /// A rule by its id, with the name of the thing it is about.
    pub(super) fn rule(&self, results: &Results, id: &str) -> String {
        let say = self.say;
        let (kind, code) = id.split_once(':').unwrap_or((id, ""));
        let scheme = &results.scheme;
        let adjustments = || results.units.iter().chain(&results.people).flat_map(|subject| &subject.adjustments);
        let name = match kind {
            "item" => scheme.items.iter().find(|item| item.code == code).map(|item| item.name.as_str()),
            "component" => scheme.components.iter().find(|c| c.code == code).map(|c| c.name.as_str()),
            "ground" => results.lists.vetoes.iter().find(|v| v.ground == code).map(|v| v.ground_name.as_str()),
            "family" => adjustments().find(|part| part.code == code).map(|part| part.name.as_str()),
            _ => None,
        };
        let (zh, en) = match kind {
            "item" => ("项目", "item"),
            "component" => ("部分", "component"),
            "ground" => ("否决情形", "veto ground"),
            "family" => ("加减分", "bonus or penalty"),
            "band" => ("等次线", "band"),
            "quota" => ("名额", "places"),
            "rounding" => ("取舍", "rounding"),
            "poll" => ("测评", "poll"),
            "people" => ("个人得分", "people"),
            "rank" => ("名次", "rank"),
            "compare" => ("比较口径", "comparison"),
            "total" => ("总分", "total"),
            "decision" => ("裁定", "decision"),
            "sanction_effect" => ("处分影响", "effect of a sanction"),
            "sanctions" => ("数项处分", "several sanctions"),
            "escalation" => ("上溯", "escalation"),
            "accumulation" => ("累计", "accumulation"),
            "gate" => ("资格条件", "gate"),
            "trigger" => ("触发条件", "trigger"),
            "ceiling" => ("均分上限", "ceiling"),
            _ => return id.to_owned(),
        };
        let kind_words = say.of(zh, en);
        match (kind, code, name) {
            (_, "", _) => kind_words.to_owned(),
            ("item", _, Some(name)) => format!("{kind_words} {code} {name}"),
            (_, _, Some(name)) => say.pair(kind_words, name),
            ("band" | "quota", ..) => say.pair(kind_words, &self.scoped(code)),
            _ => format!("{kind_words} {code}"),
        }
    }

    /// The component or item that a rule is about, by name; other rules in words.
    fn thing(&self, results: &Results, id: &str) -> String {
        let (kind, code) = id.split_once(':').unwrap_or((id, ""));
        let scheme = &results.scheme;
        let name = match kind {
            "item" => scheme.items.iter().find(|item| item.code == code).map(|item| item.name.clone()),
            "component" => scheme.components.iter().find(|c| c.code == code).map(|c| c.name.clone()),
            _ => None,
        };
        name.unwrap_or_else(|| self.rule(results, id))
    }

    /// `unit:优秀` → 单位优秀; what follows a second colon is a group or a role.
    fn scoped(&self, code: &str) -> String {
        let mut parts = code.split([':', '/']);
        let whose = parts.next().map(|whose| self.say.whose(whose)).unwrap_or_default();
        let rest: Vec<String> = parts.map(|part| self.known(part)).collect();
        std::iter::once(whose).chain(rest).collect::<Vec<_>>().join(self.say.of("", " "))
    }

    /// Why a grade waits or is missing: `value:` names what is missing, `tie:` the places; others are single words.
    pub(super) fn reason(&self, results: &Results, code: &str) -> String {
        let say = self.say;
        match code.split_once(':') {
            Some(("value", rules)) => {
                let ids = rules.split(',').filter(|id| !id.is_empty());
                let missing: Vec<String> = ids.map(|id| self.thing(results, id)).collect();
                let missing = say.list(&missing);
                say.made(
                    format!("缺少得分（{missing}），等待裁定"),
                    format!("the score lacks {missing} and awaits a decision"),
                )
            }
            Some(("tie", _)) => {
                say.of("名额线上并列，等待裁定", "tie on the line of places, awaits a decision").to_owned()
            }
            Some(("condition", rule)) => {
                let rule = self.rule(results, rule);
                say.made(
                    format!("{rule}所需的事实缺少，等待裁定"),
                    format!("{rule} lacks a fact and awaits a decision"),
                )
            }
            Some(("sanction", _)) => say
                .of("处分是否与履职有关未填，等待裁定", "whether a sanction has to do with the duty is not stated")
                .to_owned(),
            Some(("review", rule)) => {
                let rule = self.rule(results, rule);
                say.made(format!("{rule}，复核尚未确认"), format!("{rule}: the review awaits its confirmation"))
            }
            Some(("ceiling", _)) => {
                say.of("整组平均分超过上限，等待裁定", "the mean of the set is above its ceiling").to_owned()
            }
            Some(("later", _)) => say.of("暂不定等次，以后补定", "no grade yet; it is filled in later").to_owned(),
            Some(("ungraded", _)) => say.of("因处理不定等次", "no grade because of a sanction or veto").to_owned(),
            Some(("excluded", reason)) => {
                say.made(format!("不参加考核（{reason}）"), format!("takes no part ({reason})"))
            }
            _ => match code {
                "no_post" => say.of("考核期内无任职", "no post in the period").to_owned(),
                "dissolved" => say.of("年内撤销或合并，不定等次", "abolished inside the year, no grade").to_owned(),
                "short_service" => say.of("任职时间不足，不定等次", "too few days in post for a grade").to_owned(),
                "not_graded" => say.of("办法不定等次", "the scheme gives no grades").to_owned(),
                other => other.to_owned(),
            },
        }
    }
}
