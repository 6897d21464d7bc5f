//! Which workbooks a scheme needs, with their headers and hints.

use super::form::{Book, Entry, add_headers, form, names, plain, sheet_name};
use super::{polls, registers};
use crate::scheme::words::{
    FactTable, FamilyWords, ItemWords, MarkValue, MeasureFrom, OccurrenceWords, PollKind, Table, Words,
};

const DATES: &str = "日期写成日期格式，或 2015-07-15、2015年7月15日。";

/// Every workbook, needed or alternative.
pub(super) fn all(words: &Words) -> Vec<Book> {
    let mut books = vec![plain(words, Table::Units, "单位名册", vec![format!("单位类别：{}。", names(&words.groups))])];
    if !words.roles.is_empty() {
        let roles: Vec<&str> = words.roles.iter().map(|role| role.named.name.as_str()).collect();
        let hints = vec![
            format!("一人一职一行。角色：{}。任职止空白即仍在任；同时任两职的，主要职务一行写“是”。", roles.join("、")),
            format!("分管事项有几项的用“、”隔开。{DATES}"),
        ];
        books.push(plain(words, Table::People, "干部名册", hints));
    }
    books.extend(marks(words));
    books.extend(ledger(words));
    books.extend(words.polls.iter().flat_map(|poll| polls::books(words, poll)));
    if words.polls.iter().any(|poll| poll.kind == PollKind::Appraisal) {
        let polls: Vec<&str> = words.polls.iter().map(|poll| poll.name.as_str()).collect();
        let hint = format!("测评：{}。每种票类、每个对象一行。", polls.join("、"));
        let mut book = plain(words, Table::BallotReturns, "票数登记", vec![hint]);
        book.path = "raw/民主测评/票数登记.xlsx".to_owned();
        books.push(book);
    }
    if !words.cases.is_empty() {
        let measures: Vec<String> =
            words.cases.iter().map(|case| format!("{}（{}）", case.named.name, case.measure)).collect();
        let hints =
            vec![format!("填整数：{}。", measures.join("、")), "全县的数，单位栏写“全县”；可写几个年度。".to_owned()];
        let mut book = plain(words, Table::Cases, "案件统计", hints);
        add_headers(&mut book, words.cases.iter().map(|case| case.named.name.clone()));
        books.push(book);
    }
    if !words.families.is_empty() {
        let family = |family: &FamilyWords| format!("{}：{}", family.named.name, names(&family.levels));
        let levels: Vec<String> = words.families.iter().map(family).collect();
        books.push(plain(words, Table::Claims, "加减分", vec![format!("类别和级别——{}。{DATES}", levels.join("；"))]));
    }
    if !words.grounds.is_empty() {
        let hint = format!("事由：{}。涉及人员写人员代码或姓名。{DATES}", names(&words.grounds));
        books.push(plain(words, Table::Events, "责任追究", vec![hint]));
    }
    books.extend(facts(words));
    books.extend(occurrences(words));
    books.extend(registers::books(words));
    let hint = format!("对象写单位或人员的代码或名称；决定等次：{}。{DATES}", words.grades.join("、"));
    books.push(plain(words, Table::Decisions, "裁定", vec![hint]));
    books.extend(remembered(words));
    books
}

/// 处分, 历年结果 and 确认, where a rule reads them.
fn remembered(words: &Words) -> Vec<Book> {
    let mut books = Vec::new();
    if !words.sanctions.is_empty() {
        let hint = format!(
            "处分种类：{}。状态：在办、已决、撤销（不填即已决）；在办的决定日期写立案日期。{DATES}",
            names(&words.sanctions)
        );
        books.push(plain(words, Table::Sanctions, "处分", vec![hint]));
    }
    if words.remembers_years {
        let hint = "对象写单位或人员的代码或名称；一年一行，只写以前的年度；不定等次的年度等次不填。".to_owned();
        books.push(plain(words, Table::History, "历年结果", vec![hint]));
    }
    if !words.triggers.is_empty() {
        let hint = format!("规则：{}。是否确认写“是”或“否”，并写明机关、日期和理由。{DATES}", names(&words.triggers));
        books.push(plain(words, Table::Confirmations, "确认", vec![hint]));
    }
    books
}

/// 检查评分: a sheet per period.
fn marks(words: &Words) -> Option<Book> {
    let items: Vec<_> = words.items.iter().filter(|item| item.table == FactTable::Marks).collect();
    if items.is_empty() {
        return None;
    }
    let mut book = plain(words, Table::Marks, "检查评分", Vec::new());
    (book.sheets, book.entries) = (Vec::new(), Vec::new());
    book.path = "raw/检查评分/第一检查组.xlsx".to_owned();
    for period in &words.periods {
        let own: Vec<_> = items.iter().filter(|item| item.periods.contains(&period.code)).collect();
        if own.is_empty() {
            continue;
        }
        let hint = |item: &&ItemWords| {
            let value = match &item.value {
                MarkValue::Points { full, places } => format!("0—{}分，最多{places}位小数", full.plain()),
                MarkValue::Count => "次数（整数）".to_owned(),
                MarkValue::Date(_) => "日期".to_owned(),
                MarkValue::YesNo => "有或无".to_owned(),
                MarkValue::Number => "数字".to_owned(),
                MarkValue::Word(levels) => names(levels),
                MarkValue::Occurrences(_) => String::new(),
            };
            format!("{} {value}", item.code)
        };
        let hints = vec![
            format!("各列填法：{}。", own.iter().map(|item| hint(item)).collect::<Vec<_>>().join("；")),
            "每个单位、每名检查人一行。不适用写“不适用”；空白即未报送。".to_owned(),
        ];
        let name = sheet_name(&format!("{}检查", period.name));
        let by_member = own.iter().any(|item| item.by_member);
        let given: &[&str] = if by_member { &["period"] } else { &["period", "member"] };
        let mut sheet = form(words, Table::Marks, &name, hints, given);
        let before_note = sheet.headers.len().saturating_sub(1);
        let columns = own.iter().map(|item| format!("{} {}", item.code, item.name));
        sheet.headers.splice(before_note..before_note, columns);
        book.sheets.push(sheet);
        book.entries.push(Entry { sheets: Some(name), set: vec![("period", period.code.to_string())] });
    }
    Some(book)
}

/// 履责台账.
fn ledger(words: &Words) -> Option<Book> {
    let items: Vec<String> = words
        .items
        .iter()
        .filter(|item| item.table == FactTable::Ledger)
        .map(|item| format!("{} {}", item.code, item.name))
        .collect();
    let hint = || format!("项目：{}。一次一行。{DATES}", items.join("、"));
    let mut hints = vec![hint()];
    if !words.registers.actions.is_empty() {
        hints.push(registers::actions(words));
    }
    (!items.is_empty()).then(|| plain(words, Table::Ledger, "履责台账", hints))
}

/// 事实登记.
fn facts(words: &Words) -> Option<Book> {
    let stated: Vec<String> = words
        .measures
        .iter()
        .filter(|measure| measure.from == MeasureFrom::Facts)
        .map(|measure| format!("{}（{}）", measure.named.name, measure.counted_in))
        .collect();
    let hint = || {
        let list = stated.join("、");
        format!("事实：{list}。一个对象一项事实一行；对象写单位或人员，全县的数写“全县”；考核期空白即全年。")
    };
    (!stated.is_empty()).then(|| plain(words, Table::Facts, "事实登记", vec![hint()]))
}

/// 事项登记.
fn occurrences(words: &Words) -> Option<Book> {
    let items = words.items.iter().filter_map(|item| match &item.value {
        MarkValue::Occurrences(own) => Some((item, own)),
        _ => None,
    });
    let hint = |(item, own): (&ItemWords, &OccurrenceWords)| {
        let list = |name: &str, words: &[String]| match words.is_empty() {
            true => String::new(),
            false => format!("；{name}：{}", words.join("、")),
        };
        let given = if own.given.is_empty() { "" } else { "；酌情计分的写分值，并在说明中写明理由" };
        let (kinds, levels) = (list("类型", &own.kinds), list("层级", &own.levels));
        format!("{} {}{kinds}{levels}{}{given}。", item.code, item.name, list("发现方式", &own.found_by))
    };
    let mut hints: Vec<String> = items.map(hint).collect();
    let measured = words.measures.iter().any(|measure| measure.from == MeasureFrom::Occurrences);
    if hints.is_empty() && !measured {
        return None;
    }
    hints.push(format!("一事一行。件数、共同人数空白即 1。{DATES}"));
    Some(plain(words, Table::Occurrences, "事项登记", hints))
}
