//! 公式说明: how the sheets hang together, and which numbers stand as values.

use super::rules::live;
use super::steps::Made;
use super::{Live, Role};
use crate::report::view::names::Names;
use crate::report::view::{Cell, Column, Kind, Sheet, Table};
use crate::results::Results;

/// The sheet before it is written.
pub(super) fn empty(names: &Names, results: &Results) -> Live {
    let say = names.say;
    let columns =
        vec![Column::new(say.of("事项", "What"), Kind::Text), Column::new(say.of("说明", "Words"), Kind::Long)];
    let sheet = Sheet {
        name: say.of("公式说明", "Formulas").to_owned(),
        title: format!("{} {}", results.assessment.title, say.of("公式说明", "formulas")),
        table: Table { columns, rows: Vec::new(), when_empty: String::new() },
        frozen: 0,
        signatures: Vec::new(),
    };
    live(sheet, Role::Notes)
}

/// Says what a reader has to know before he changes a number.
pub(super) fn write(live: &mut Live, made: &Made<'_>, names: &Names) {
    let say = names.say;
    let fixed = [
        (
            "怎样复算",
            "How to recalculate",
            "「输入」各表是原始数：检查人评分、次数、日期、票数、加减分、方案中的权重和满分。改动输入，分项、总表、个人的得分、名次、等次随之重算。",
            "The In sheets hold what was given: marks, counts, days, ballots, claims, and the weights and full marks of the scheme. Change one, and items, totals, ranks and grades follow.",
        ),
        (
            "筛选和排序",
            "Filters and sorting",
            "筛选不影响公式；需要另外排序的，请先复制为数值，其他表按行引用总表、个人和输入各表。",
            "Filters leave formulas as they are; to sort, copy values first: other sheets refer to rows of Overall, People and the In sheets.",
        ),
        (
            "哪里四舍五入",
            "Where numbers are rounded",
            "只在方案规定的地方修约，公式中写明 ROUND；其余各格保留全部小数，只按两位显示。",
            "Only where the scheme says so, by ROUND in the formula; other cells keep all digits and show two.",
        ),
        (
            "名次",
            "Ranks",
            "在排名范围内按排名用分计数（COUNTIFS）；一票否决列后和并列比较的结果由「输入等次」给出。",
            "Counted by COUNTIFS among those ranked together; vetoes and chains stand on the sheet In Grades.",
        ),
        (
            "等次",
            "Grades",
            "先按等次线得分数档，再取分数档、等次上限、名额结果中最低的一档；有裁定等次的，以裁定为准。",
            "The band by its lines, then the lowest of band, cap and places; what the committee decided goes before all.",
        ),
        (
            "不公布的票数",
            "Ballots withheld",
            "票数过少、按方案不公布的测评，没有票数输入，得分为数值。",
            "Polls whose split is withheld have no ballots here; their score stands as a value.",
        ),
    ];
    let mut rows: Vec<Vec<Cell>> = fixed
        .iter()
        .map(|(zh, en, zh_long, en_long)| vec![Cell::text(say.of(zh, en)), Cell::text(say.of(zh_long, en_long))])
        .collect();
    let open: Vec<String> = made
        .open
        .iter()
        .map(|(rule, n)| {
            let words = made.rule_words(rule);
            say.made(format!("{words}（{n} 格）"), format!("{words} ({n} cells)"))
        })
        .collect();
    let said = if open.is_empty() {
        say.of("没有：所有得分都有公式。", "None: every score has a formula.").to_owned()
    } else {
        say.made(
            format!("下列规则的得分为数值，计算过程见说明（explain）：{}。", open.join("、")),
            format!("Scores of these rules stand as values; explain tells how they are made: {}.", open.join(", ")),
        )
    };
    rows.push(vec![Cell::text(say.of("没有公式的得分", "Scores without a formula")), Cell::text(said)]);
    live.sheet.table.rows = rows;
}
