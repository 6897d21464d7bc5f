//! Duties, deadlines, changes of post, roster checks and checklists in sentences.

use super::choices::Spoken as _;
use super::{ground_names, listed, same, then};
use crate::diag::Text;
use crate::scheme::words::{RoleKind, Table, Words};
use crate::scheme::worth::{
    Appointment, Change, Checklist, Counting, Coverage, Deadline, DueYear, Duty, Each, EndDate, FirstDay, GivenDate,
    HolidayEnd, MonthEnd, PartService, Per, RecordCheck, RosterCheck, Scope, StartDate, Track, WhenDone, Whence, Who,
    Within,
};
use crate::terms::{GroupCode, RoleCode};

/// 正职.
pub(super) fn who(who: &Who, words: &Words) -> Text {
    match who {
        Who::Unit => Text::new("单位", "the unit"),
        Who::Kind(RoleKind::InCharge) => Text::new("分管领导", "whoever is in charge of a matter"),
        Who::Kind(kind) => kind.spoken(),
        Who::Role(code) => {
            let role = words.roles.iter().find(|role| role.named.code == *code);
            same(role.map_or_else(|| code.to_string(), |role| role.named.name.clone()))
        }
        Who::Anyone => Text::new("任职人员", "whoever holds a post"),
        Who::Supervisor => Text::new("分管该单位的领导", "whoever is in charge of the unit"),
    }
}

/// The counterparts, with the groups and roles to which they are narrowed.
fn narrowed(coverage: &Coverage, words: &Words) -> Text {
    let each = each_words(coverage.each);
    let group = |code: &GroupCode| words.groups.iter().find(|own| own.code == *code).map(|own| own.name.clone());
    let role =
        |code: &RoleCode| words.roles.iter().find(|own| own.named.code == *code).map(|own| own.named.name.clone());
    let groups = coverage.groups.iter().map(|code| group(code).unwrap_or_else(|| code.to_string()));
    let roles = coverage.roles.iter().map(|code| role(code).unwrap_or_else(|| code.to_string()));
    let only: Vec<String> = groups.chain(roles).collect();
    if only.is_empty() {
        return each;
    }
    let only = only.join("、");
    Text::new(format!("{}（限{only}）", each.zh), format!("{} ({only} only)", each.en))
}

/// 正职、分管领导（乡镇）.
#[must_use]
pub fn scope_words(scope: &Scope, words: &Words) -> Text {
    let all = listed(scope.who.iter().map(|one| who(one, words)));
    if scope.groups.is_empty() {
        return all;
    }
    let groups = listed(scope.groups.iter().map(|code| {
        let group = words.groups.iter().find(|group| group.code == *code);
        same(group.map_or_else(|| code.to_string(), |group| group.name.clone()))
    }));
    Text::new(format!("{}（{}）", all.zh, groups.zh), format!("{} ({})", all.en, groups.en))
}

/// 5个工作日.
#[must_use]
pub fn within_words(within: Within) -> Text {
    let (n, zh, en) = match within {
        Within::WorkingDays(n) => (n, "个工作日", "working day"),
        Within::Days(n) => (n, "日", "day"),
        Within::Months(n) => (n, "个月", "month"),
    };
    Text::new(format!("{n}{zh}"), format!("{n} {en}{}", if n == 1 { "" } else { "s" }))
}

/// How a stretch of time is counted.
fn counting(counting: &Counting) -> Text {
    let mut text = match counting.first_day {
        FirstDay::NextDay => Text::new("自次日起算", "counted from the next day"),
        FirstDay::SameDay => Text::new("自当日起算", "counted from the day itself"),
    };
    if !matches!(counting.within, Within::WorkingDays(_)) {
        let end = match counting.holiday_end {
            HolidayEnd::AsIs => Text::new("末日遇休息日不顺延", "a last day off stays"),
            HolidayEnd::NextWorkingDay => {
                Text::new("末日遇休息日顺延到下一工作日", "a last day off moves to the next working day")
            }
        };
        text = then(&text, &end);
    }
    if matches!(counting.within, Within::Months(_)) {
        text = then(&text, &month_end(counting.month_end));
    }
    text
}

pub(super) fn month_end(end: MonthEnd) -> Text {
    match end {
        MonthEnd::LastDay => {
            Text::new("到期月份无相应日期的，以该月最后一日为期满日", "a month without that day ends on its last")
        }
        MonthEnd::NextDay => Text::new(
            "到期月份无相应日期的，以次月第一日为期满日",
            "a month without that day ends on the first of the next",
        ),
    }
}

fn whence(from: Whence) -> Text {
    match from {
        Whence::Ledger => Text::new("履责台账", "the ledger"),
        Whence::Talks => Text::new("约谈台账", "the talks"),
    }
}

/// The span as a word.
#[must_use]
pub fn per_words(per: Per) -> Text {
    match per {
        Per::Quarter => Text::new("每季度", "each quarter"),
        Per::Half => Text::new("每半年", "each half-year"),
        Per::Year => Text::new("每年", "each year"),
        Per::Term => Text::new("每届", "each term"),
    }
}

/// The counterparts as words.
#[must_use]
pub fn each_words(each: Each) -> Text {
    match each {
        Each::Member => Text::new("本班子其他成员", "each other member of the own team"),
        Each::Principal => Text::new("本单位正职", "the principal of the own unit"),
        Each::SupervisedPrincipal => Text::new("分管单位的正职", "the principal of each unit in his charge"),
        Each::SupervisedMember => Text::new("分管单位的班子成员", "each member of the units in his charge"),
        Each::AllPrincipals => Text::new("其他单位的正职", "the principal of each other unit"),
        Each::AllMembers => Text::new("其他单位的班子成员", "each member of the other units"),
    }
}

/// 正职：“廉政党课”每年不少于1次（履责台账）.
#[must_use]
pub fn duty_sentence(duty: &Duty, words: &Words) -> Text {
    let (bound, per, source) = (scope_words(&duty.scope, words), per_words(duty.per), whence(duty.from));
    let (action, n) = (&duty.action, duty.required);
    let mut text = match &duty.each {
        None => Text::new(
            format!("{}：{}“{action}”不少于 {n} 次，取自{}", bound.zh, per.zh, source.zh),
            format!("{}: {action} at least {n} times {}, from {}", bound.en, per.en, source.en),
        ),
        Some(coverage) => {
            let each = narrowed(coverage, words);
            Text::new(
                format!(
                    "{}：{}与{}每人“{action}”不少于 {n} 次（逐人覆盖），取自{}",
                    bound.zh, per.zh, each.zh, source.zh
                ),
                format!("{}: {action} at least {n} times {} with {}, from {}", bound.en, per.en, each.en, source.en),
            )
        }
    };
    if let Some(due) = &duty.due {
        let (month, day) = due.day;
        let (zh, en) =
            if due.day_counts { ("含当日", "that day included") } else { ("不含当日", "that day not included") };
        let year = if due.year == DueYear::Next { ("次年", "of the next year, ") } else { ("", "") };
        text = then(
            &text,
            &Text::new(
                format!("期限为{}{month}月{day}日（{zh}）", year.0),
                format!("by {month:02}-{day:02} ({}{en})", year.1),
            ),
        );
    }
    if duty.evidence {
        text = then(&text, &Text::new("没有佐证材料的不算", "without evidence it does not count"));
    }
    if !duty.scope.who.iter().all(|who| *who == Who::Unit) && duty.part_service == PartService::LeaveOut {
        text = then(&text, &Text::new("任职不满的周期不要求", "spans not served throughout are left out"));
    }
    text
}

/// The day from which a deadline runs, in the words of its table.
#[must_use]
pub fn start_words(rule: &Deadline) -> Text {
    match (rule.of, rule.start) {
        (Track::Talks, StartDate::Date) => Text::new("谈话之日", "the day of the talk"),
        (_, StartDate::Date) => Text::new("事发之日", "the day of the event"),
        (_, start) => start.spoken(),
    }
}

/// What must come in time, as the rest of a sentence: 完成整改, 有书面报告, 进行“专项约谈”.
#[must_use]
pub fn end_words(rule: &Deadline) -> Text {
    let word = &rule.word;
    match rule.end {
        EndDate::Done => Text::new("完成整改", "the rectification"),
        EndDate::Report => Text::new("提交书面报告", "the written report"),
        EndDate::Date => Text::new("进行谈话", "the talk"),
        EndDate::Talk => Text::new(format!("进行“{word}”"), format!("the talk {word}")),
        EndDate::Action => Text::new(format!("有“{word}”（履责台账）"), format!("the action {word} (ledger)")),
    }
}

/// Which rows a deadline binds.
fn rows_words(rule: &Deadline, words: &Words) -> Text {
    let of = match rule.of {
        Track::Talks => Text::new("约谈", "talks"),
        Track::Tasks => Text::new("整改任务", "tasks"),
        Track::Events => Text::new("事件", "events"),
    };
    let named = |code: &GroupCode| words.groups.iter().find(|own| own.code == *code).map(|own| own.name.clone());
    let groups: Vec<String> = rule.groups.iter().map(|code| named(code).unwrap_or_else(|| code.to_string())).collect();
    let lists = [&groups, &rule.kinds, &rule.natures, &rule.sources];
    let lists = lists.into_iter().filter(|list| !list.is_empty()).map(|list| listed(list.iter().map(same)));
    let grounds = Some(ground_names(&rule.grounds, words)).filter(|_| !rule.grounds.is_empty());
    let only = lists.chain(grounds).fold(Text::default(), |all, one| then(&all, &one));
    if only.zh.is_empty() {
        return of;
    }
    Text::new(format!("{}（{}）", of.zh, only.zh), format!("{} ({})", of.en, only.en))
}

/// 约谈之后5个工作日内提交书面报告.
#[must_use]
pub fn deadline_sentence(rule: &Deadline, words: &Words) -> Text {
    let (rows, start, end) = (rows_words(rule, words), start_words(rule), end_words(rule));
    let within = within_words(rule.counting.within);
    let head = if rule.ahead {
        Text::new(
            format!("{}：{}应比{}至少提前{}", rows.zh, start.zh, rule.end.spoken().zh, within.zh),
            format!("{}: {} at least {} ahead of {}", rows.en, start.en, within.en, end.en),
        )
    } else {
        Text::new(
            format!("{}：自{}起{}内应{}", rows.zh, start.zh, within.zh, end.zh),
            format!("{}: {} within {} of {}", rows.en, end.en, within.en, start.en),
        )
    };
    let mut text = then(&head, &counting(&rule.counting));
    if rule.of == Track::Tasks && rule.given_date == GivenDate::Replaces {
        text = then(&text, &Text::new("台账写明期限的，以台账为准", "a last day in the row takes its place"));
    }
    if !rule.binds_on.is_empty() {
        let words = rule.binds_on.join("、");
        text = then(&text, &Text::new(format!("只适用于注明“{words}”的"), format!("only where noted {words}")));
    }
    if !rule.waived_by.is_empty() {
        let words = rule.waived_by.join("、");
        text = then(&text, &Text::new(format!("注明“{words}”的除外"), format!("unless noted {words}")));
    }
    text
}

/// 新任正职任职后1个月内进行“任职谈话”.
#[must_use]
pub fn appointment_sentence(rule: &Appointment, words: &Words) -> Text {
    let bound = scope_words(&rule.scope, words);
    let (zh, en) = match rule.on {
        Change::New => ("任职", "takes up the post"),
        Change::Leaves => ("离任", "leaves the post"),
    };
    let (side, side_en) = match rule.when {
        WhenDone::Before => ("之前", "before"),
        WhenDone::After => ("之后", "after"),
    };
    let time = rule.counting.as_ref().map(|counting| within_words(counting.within));
    let time_zh = time.as_ref().map(|time| format!("{}内", time.zh)).unwrap_or_default();
    let time_en = time.as_ref().map(|time| format!(" within {}", time.en)).unwrap_or_default();
    let by = listed(rule.by.iter().map(|one| who(one, words)));
    let (by_zh, by_en) = if rule.by.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("，由{}进行", by.zh), format!(", by {}", by.en))
    };
    Text::new(
        format!("{}{zh}{side}{time_zh}应有“{}”{by_zh}（{}）", bound.zh, rule.action, whence(rule.from).zh),
        format!("{} {side_en} {} {en}{time_en}{by_en} ({})", rule.action, bound.en, whence(rule.from).en),
    )
}

/// 正职不得分管人事、财务.
#[must_use]
pub fn roster_check_sentence(rule: &RosterCheck, words: &Words) -> Text {
    let bound = scope_words(&rule.scope, words);
    let not = rule.must_not.join("、");
    let only = rule.only.join("、");
    let first = match rule.must_not.is_empty() {
        true => Text::default(),
        false => {
            Text::new(format!("{}不得分管{not}", bound.zh), format!("{} must not be in charge of {not}", bound.en))
        }
    };
    let second = match rule.only.is_empty() {
        true => Text::default(),
        false => {
            Text::new(format!("{}只能分管{only}", bound.zh), format!("{} may be in charge of {only} alone", bound.en))
        }
    };
    then(&first, &second)
}

/// Each question of a checklist.
#[must_use]
pub fn checklist_sentence(rule: &Checklist, words: &Words) -> Text {
    let bound = scope_words(&rule.scope, words);
    let n = rule.entries.len();
    let lines: Vec<String> = rule.entries.iter().map(|(code, text, _)| format!("{code} {text}")).collect();
    let lines: String = lines.iter().map(|line| format!("\n  - {line}")).collect();
    let (proof, proof_en) =
        if rule.evidence { ("，答“是”须有佐证", ", a yes needs evidence") } else { ("", "") };
    Text::new(
        format!("{}逐条回答是或否，共 {n} 条{proof}：{lines}", bound.zh),
        format!("{} answers yes or no to {n} questions{proof_en}: {lines}", bound.en),
    )
}

/// Which fields of which rows must be filled in.
#[must_use]
pub fn record_check_sentence(rule: &RecordCheck, words: &Words) -> Text {
    let (table, of) = match rule.of {
        Track::Tasks => (Table::Tasks, Text::new("整改任务", "tasks")),
        _ => (Table::Talks, Text::new("约谈", "talks")),
    };
    let header = |field: &String| {
        let own = words.layout(table).and_then(|layout| layout.field(field)).and_then(|field| field.headers.first());
        own.unwrap_or(field).clone()
    };
    let fields: Vec<String> = rule.complete.iter().map(header).collect();
    let lists: Vec<String> =
        [&rule.kinds, &rule.sources].iter().filter(|list| !list.is_empty()).map(|list| list.join("、")).collect();
    let only = if lists.is_empty() { String::new() } else { format!("（{}）", lists.join("；")) };
    let fields = fields.join("、");
    Text::new(format!("{}{only}应填写{fields}", of.zh), format!("{}{only} need {fields}", of.en))
}
