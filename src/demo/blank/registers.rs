//! The workbooks of duties, talks, tasks, decisions, receipts, checks and steps, where the scheme has rules that read them.

use super::form::{Book, names, plain};
use crate::scheme::words::{FactTable, Table, Words};

const DATES: &str = "日期写成日期格式，或 2015-07-15、2015年7月15日。";

/// Every workbook of these that the scheme needs; the ledger only where no item has it already.
pub(super) fn books(words: &Words) -> Vec<Book> {
    let own = &words.registers;
    let mut books = Vec::new();
    if !own.actions.is_empty() && !words.items.iter().any(|item| item.table == FactTable::Ledger) {
        books.push(plain(words, Table::Ledger, "履责台账", vec![actions(words)]));
    }
    if own.talks {
        let hint = format!(
            "类型：{}。谈话对象有几人的用“、”隔开；事由写事件或任务编号的，可与其对应。{DATES}",
            names(&own.talk_kinds)
        );
        books.push(plain(words, Table::Talks, "约谈台账", vec![hint]));
    }
    if own.tasks {
        books.push(plain(
            words,
            Table::Tasks,
            "整改任务台账",
            vec![format!("一个问题一行；没有完成的，完成日期留空。{DATES}")],
        ));
    }
    if own.collective {
        let hint =
            "事件编号与责任追究表一致；参与方式写主持、主管、同意、明确反对等；有会议记录的写记录名称。".to_owned();
        books.push(plain(words, Table::Collective, "集体决策", vec![hint]));
    }
    if own.receipts {
        books.push(plain(words, Table::Receipts, "送达", vec![format!("没有申诉的，申诉日期和答复日期留空。{DATES}")]));
    }
    if !own.checks.is_empty() {
        let lines: Vec<String> = own.checks.iter().map(|entry| format!("{} {}", entry.code, entry.name)).collect();
        let hint = format!("清单条目：{}。", lines.join("；"));
        books.push(plain(words, Table::Checks, "清单自查", vec![hint, "是否一栏写是或否。".to_owned()]));
    }
    if !own.steps.is_empty() {
        books.push(plain(words, Table::Steps, "办理步骤", vec![format!("步骤：{}。{DATES}", names(&own.steps))]));
    }
    books
}

/// What stands under 事项.
pub(super) fn actions(words: &Words) -> String {
    let actions: Vec<&str> = words.registers.actions.iter().map(|action| action.named.name.as_str()).collect();
    format!("事项：{}。人员、对象人员写人员代码或姓名，几人的用“、”隔开。{DATES}", actions.join("、"))
}
