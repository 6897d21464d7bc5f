//! Measures and conditions as sentences.

use super::{ground_names, indicator, listed, same, then};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::{MeasureOf, Words};
use crate::scheme::worth::{
    Condition, Edge, EmptyRate, FactCombine, Measure, MeasureValue, MissingFact, ScoreOf, ShareOver, Source, When,
    WhoseGrade, Worth,
};
use crate::terms::{ComponentCode, FamilyCode, RoleCode};

/// What a measure is, what it is made from, and what happens without a fact.
#[must_use]
pub fn measure_sentence(measure: &Measure, words: &Words, worth: &Worth) -> Text {
    let (zh, en) = match measure.of {
        MeasureOf::Unit => ("单位", "of a unit"),
        MeasureOf::Person => ("个人", "of a person"),
        MeasureOf::County => ("全县", "of the county"),
    };
    let counted = &measure.counted_in;
    let head = Text::new(format!("{zh}的数，计量单位 {counted}"), format!("{en}, counted in {counted}"));
    let missing = match (measure.missing, is_count(&measure.source)) {
        (_, true) => Text::default(),
        (MissingFact::Zero, _) => Text::new("没有此数记 0", "nought without a fact"),
        (MissingFact::Skip, _) => Text::new("没有此数视为没有此事", "without a fact as if there were no such measure"),
        (MissingFact::Pend, _) => Text::new("没有此数报裁定", "without a fact the committee decides"),
    };
    let source = match (&measure.source, measure.of) {
        (Source::Roster(roles), MeasureOf::Person) => {
            let roles = names(&role_names(roles, words), ("任何职务", "in any post"));
            let zh = format!("本人期末任{}的记 1，否则记 0", roles.zh);
            Text::new(zh, format!("1 for one who is {} on the last day, else 0", roles.en))
        }
        (source, _) => source_sentence(source, words, worth),
    };
    then(&then(&head, &source), &missing)
}

fn is_count(source: &Source) -> bool {
    matches!(
        source,
        Source::Ledger(_)
            | Source::Occurrences { .. }
            | Source::Claims { .. }
            | Source::Events(_)
            | Source::Sanctions { .. }
            | Source::Roster(_)
    )
}

fn role_names(roles: &[RoleCode], words: &Words) -> Vec<String> {
    let name = |code: &RoleCode| {
        let own = words.roles.iter().find(|role| role.named.code == *code);
        own.map_or_else(|| code.to_string(), |role| role.named.name.clone())
    };
    roles.iter().map(name).collect()
}

/// 「a、b」, or what stands for an empty list.
fn names<C: ToString>(list: &[C], all: (&str, &str)) -> Text {
    if list.is_empty() { Text::new(all.0, all.1) } else { listed(list.iter().map(|code| same(code.to_string()))) }
}

fn source_sentence(source: &Source, words: &Words, worth: &Worth) -> Text {
    match source {
        Source::Facts(combine) => match combine {
            FactCombine::Sum => Text::new("取自事实登记，几个数相加", "stated as facts, several are added"),
            FactCombine::Mean => Text::new("取自事实登记，几个数取平均", "stated as facts, the mean of several"),
            FactCombine::Last => Text::new("取自事实登记，取最后一个", "stated as facts, the last of several"),
            FactCombine::One => Text::new("取自事实登记，只有一个数", "stated as a fact, once"),
        },
        Source::Marks => Text::new("取自检查评分中同名的一栏", "from the column of that name of the inspection sheets"),
        Source::Ledger(kind) => {
            Text::new(format!("履责台账中「{kind}」的次数"), format!("how many actions {kind} the ledger has"))
        }
        Source::Cases { numerator, denominator, empty } => {
            let above = indicator(words, numerator);
            match denominator {
                None => Text::new(format!("案件统计：{above}"), format!("case statistics: {above}")),
                Some(code) => {
                    let below = indicator(words, code);
                    then(&same(format!("{above} ÷ {below}")), &empty_sentence(*empty))
                }
            }
        }
        Source::PollShare { poll, question, marks, over, classes, empty } => {
            let rule = worth.poll(poll);
            let poll = rule.map_or(poll.as_str(), |rule| &rule.name);
            let mark = |code: &_| {
                let found = rule.and_then(|rule| rule.marks.iter().find(|(own, ..)| own == code));
                same(found.map_or_else(|| code.to_string(), |(_, name, _)| name.clone()))
            };
            let marks = listed(marks.iter().map(mark));
            let class = |code: &_| {
                let found = rule.and_then(|rule| rule.classes.iter().find(|(own, ..)| own == code));
                same(found.map_or_else(|| code.to_string(), |(_, name, _)| name.clone()))
            };
            let classes = match classes.is_empty() {
                true => Text::new("各票类合并", "all classes together"),
                false => listed(classes.iter().map(class)),
            };
            let over = match over {
                ShareOver::Answered => Text::new("有效作答", "answers"),
                ShareOver::Valid => Text::new("有效票", "valid ballots"),
                ShareOver::Returned => Text::new("收回票", "ballots returned"),
                ShareOver::Issued => Text::new("发出票", "ballots issued"),
            };
            let question = question.as_ref().map_or_else(Text::default, |code| {
                let found = rule.and_then(|rule| rule.questions.iter().find(|(own, ..)| own == code));
                let name = found.map_or(code.as_str(), |(_, name, _)| name);
                Text::new(format!("「{name}」一项，"), format!("question {name}, "))
            });
            let share = Text::new(
                format!("「{poll}」{}{}：{} 的票 ÷ {}", question.zh, classes.zh, marks.zh, over.zh),
                format!("{poll}, {}{}: {} ÷ {}", question.en, classes.en, marks.en, over.en),
            );
            then(&share, &empty_sentence(*empty))
        }
        Source::PollScore(poll) => {
            let poll = worth.poll(poll).map_or(poll.as_str(), |rule| &rule.name);
            Text::new(format!("「{poll}」的得分"), format!("the score of {poll}"))
        }
        Source::Occurrences { kinds, levels, found_by } => {
            let all = listed([
                names(kinds, ("各种类型", "all kinds")),
                names(levels, ("各层级", "all levels")),
                names(found_by, ("各种发现方式", "however found")),
            ]);
            Text::new(format!("事项登记的件数：{}", all.zh), format!("how many occurrences: {}", all.en))
        }
        Source::Claims { families, points } => {
            let name = |code: &FamilyCode| {
                let own = worth.families.iter().find(|family| family.code == *code);
                own.map_or_else(|| code.to_string(), |family| family.name.clone())
            };
            let families: Vec<String> = families.iter().map(name).collect();
            let families = names(&families, ("各类", "all families"));
            let (zh, en) = if *points { ("分值之和", "their points") } else { ("件数", "how many") };
            Text::new(format!("加减分（{}）的{zh}", families.zh), format!("claims ({}): {en}", families.en))
        }
        Source::Events(grounds) => {
            let grounds = match grounds.is_empty() {
                true => Text::new("各种事由", "all grounds"),
                false => ground_names(grounds, words),
            };
            let (zh, en) = (&grounds.zh, &grounds.en);
            Text::new(format!("当年未撤销的责任追究（{zh}）件数"), format!("events of the year not revoked ({en})"))
        }
        Source::Sanctions { kinds, in_effect } => {
            let name = |code: &String| {
                let own = words.sanctions.iter().find(|kind| kind.code.as_str() == code.as_str());
                own.map_or_else(|| code.clone(), |kind| kind.name.clone())
            };
            let kinds: Vec<String> = kinds.iter().map(name).collect();
            let kinds = names(&kinds, ("各种处分", "all kinds"));
            let (zh, en) = if *in_effect {
                ("期末仍在影响期内的处分", "sanctions in effect on the last day")
            } else {
                ("当年决定的处分", "sanctions decided in the year")
            };
            Text::new(format!("{zh}（{}）", kinds.zh), format!("{en} ({})", kinds.en))
        }
        Source::Roster(roles) => {
            let roles = names(&role_names(roles, words), ("各种角色", "all roles"));
            Text::new(
                format!("期末在任的人数（{}）", roles.zh),
                format!("people in post on the last day ({})", roles.en),
            )
        }
        Source::History { grades, value } => match value {
            MeasureValue::LastRankFromBottom => Text::new("上年倒数的名次", "last year's rank from the bottom"),
            _ => {
                let grades = names(grades, ("", ""));
                Text::new(
                    format!("截至上年连续得 {} 的年数", grades.zh),
                    format!("years in a row up to last year with {}", grades.en),
                )
            }
        },
        Source::Duty { duty, value, empty } => {
            let (zh, en) = match value {
                MeasureValue::Missing => ("少做的次数", "how many are missing"),
                MeasureValue::Done => ("做了的次数", "how many were done"),
                MeasureValue::Required => ("应做的次数", "how many are required"),
                _ => ("完成率", "done over required"),
            };
            let duty = worth.after.duty(duty).map_or(duty.as_str(), |duty| &duty.name);
            let text = Text::new(format!("履责要求“{duty}”{zh}"), format!("duty {duty}: {en}"));
            if *value == MeasureValue::Share { then(&text, &empty_sentence(*empty)) } else { text }
        }
        Source::Checklist { checklist, empty } => {
            let list = worth.after.checklists.iter().find(|list| list.code == *checklist);
            let checklist = list.map_or(checklist.as_str(), |list| &list.name);
            let text = Text::new(
                format!("清单“{checklist}”答“是”的比例"),
                format!("share of checklist {checklist} answered yes"),
            );
            then(&text, &empty_sentence(*empty))
        }
        Source::Items { component, value } => {
            let (zh, en) = match value {
                MeasureValue::LostPoints => ("失分", "points lost"),
                _ => ("得 0 分的项目数", "items at nought"),
            };
            let (of, of_en) = match component {
                Some(code) => {
                    (format!("“{}”各项目", component_name(code, worth)), format!(" of {}", component_name(code, worth)))
                }
                None => ("各考核项目".to_owned(), String::new()),
            };
            Text::new(format!("{of}{zh}"), format!("items{of_en}: {en}"))
        }
        Source::Score(ScoreOf::Total) => Text::new("总分", "the total"),
        Source::Score(ScoreOf::Change) => {
            Text::new("总分减上年总分（历年结果）", "the total less that of last year (earlier results)")
        }
        Source::Score(ScoreOf::Component(code)) => {
            let name = component_name(code, worth);
            Text::new(format!("“{name}”部分的得分"), format!("the score of {name}"))
        }
        Source::Score(ScoreOf::Item(code)) => {
            let name = worth.item(code).map_or(code.as_str(), |item| &item.name);
            Text::new(format!("项目“{name}”的得分"), format!("the score of {name}"))
        }
        Source::Rank { from_bottom: false } => Text::new("名次", "the rank"),
        Source::Rank { from_bottom: true } => Text::new("倒数的名次", "the rank from the bottom"),
        Source::Grade { grades, whose } => {
            let grades = names(grades, ("", ""));
            let (zh, en) = match whose {
                WhoseGrade::Unit => ("所在单位", "the unit"),
                WhoseGrade::Own => ("本对象", "the subject"),
            };
            Text::new(format!("{zh}等次为 {} 记 1", grades.zh), format!("1 if {en} is graded {}", grades.en))
        }
    }
}

fn component_name<'w>(code: &'w ComponentCode, worth: &'w Worth) -> &'w str {
    worth.components.iter().find(|one| one.code == *code).map_or(code.as_str(), |one| &one.name)
}

fn empty_sentence(empty: EmptyRate) -> Text {
    match empty {
        EmptyRate::Zero => Text::new("分母为零记 0", "nought when there is nothing below the line"),
        EmptyRate::One => Text::new("分母为零记 100%", "100 % when there is nothing below the line"),
        EmptyRate::Missing => Text::new("分母为零视为没有此数", "no fact when there is nothing below the line"),
    }
}

/// 「优秀得票率」达到 90%.
#[must_use]
pub fn condition_sentence(condition: &Condition, worth: &Worth) -> Text {
    let measure = worth.measure(&condition.measure);
    let name = measure.map_or(condition.measure.as_str(), |measure| &measure.name);
    // 本人是书记: who holds a post or does not needs no number.
    let is_post = measure.is_some_and(|own| own.of == MeasureOf::Person && matches!(own.source, Source::Roster(_)));
    if is_post && matches!(condition.lines.as_slice(), [(Edge::AtLeast, line)] if *line == Exact::one()) {
        return same(name);
    }
    let lines = condition.lines.iter().map(|(edge, line)| {
        let line = measure.map_or_else(|| line.to_string(), |measure| measure.shown(line));
        let (zh, en) = edge_words(*edge);
        Text::new(format!("{zh} {line}"), format!("{en} {line}"))
    });
    let (zh, en): (Vec<String>, Vec<String>) = lines.map(|text| (text.zh, text.en)).unzip();
    Text::new(format!("{name}{}", zh.join("且")), format!("{name} {}", en.join(" and ")))
}

/// 达到, 超过, 不超过, 不到.
#[must_use]
pub fn edge_words(edge: Edge) -> (&'static str, &'static str) {
    match edge {
        Edge::AtLeast => ("达到", "at least"),
        Edge::Above => ("超过", "above"),
        Edge::AtMost => ("不超过", "at most"),
        Edge::Below => ("不到", "below"),
    }
}

/// All conditions of a rule: 甲且乙；丙或丁.
#[must_use]
pub fn when_sentence(when: &When, worth: &Worth) -> Text {
    let joined = |list: &[Condition], zh: &str, en: &str| {
        let (all_zh, all_en): (Vec<String>, Vec<String>) =
            list.iter().map(|condition| condition_sentence(condition, worth)).map(|text| (text.zh, text.en)).unzip();
        Text::new(all_zh.join(zh), all_en.join(en))
    };
    let (all, any) = (joined(&when.all, "，且", ", and "), joined(&when.any, "，或", ", or "));
    match (when.all.is_empty(), when.any.is_empty()) {
        (_, true) => all,
        (true, false) => any,
        (false, false) => Text::new(format!("{}，且（{}）", all.zh, any.zh), format!("{}, and ({})", all.en, any.en)),
    }
}
