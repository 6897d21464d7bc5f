//! The polls about one subject: ballots and means, by class where they may be shown.

use super::{Wall, block};
use crate::explain::Told;
use crate::report::view::Block;
use crate::report::view::table::{Cell, Column, Kind, Table};
use crate::report::view::words::Say;
use crate::results::{Classes, SubjectResult};

impl Wall<'_> {
    /// 测评: a row a poll and, unless the split is withheld, a row a class.
    pub(super) fn polls(&self, subject: &SubjectResult, told: Option<&Told>) -> Option<Block> {
        let (names, say) = (self.names, self.names.say);
        let columns = vec![
            Column::new(say.of("测评", "Poll"), Kind::Text),
            Column::new(say.of("票类", "Class"), Kind::Text),
            Column::new(say.of("发出", "Issued"), Kind::Number),
            Column::new(say.of("收回", "Returned"), Kind::Number),
            Column::new(say.of("计入", "Counted"), Kind::Number),
            Column::new(say.of("得分", "Points"), Kind::Number),
        ];
        let count = |n: Option<u32>| n.map_or(Cell::Empty, Cell::Count);
        let (mut rows, mut sentences) = (Vec::new(), Vec::new());
        for poll in &subject.polls {
            let name = self.poll_name(told, &format!("{}@{}", poll.code, poll.period));
            let name = name.unwrap_or_else(|| format!("{}{}", poll.code, say.bracketed(&say.period(&poll.period))));
            rows.push(vec![
                Cell::text(name.clone()),
                Cell::text(say.of("合计", "all")),
                count(poll.issued),
                count(poll.returned),
                Cell::Count(poll.n),
                names.value(poll.score.as_ref()),
            ]);
            match &poll.classes {
                Classes::Shown(classes) => rows.extend(classes.iter().map(|class| {
                    vec![
                        Cell::text(name.clone()),
                        Cell::text(class.name.clone()),
                        Cell::Empty,
                        Cell::Empty,
                        Cell::Count(class.n),
                        names.value(class.score.as_ref()),
                    ]
                })),
                Classes::Withheld { withheld } => {
                    let kept = || Cell::Instead(say.withheld().to_owned());
                    let classes = Cell::text(say.of("各票类", "by class"));
                    rows.push(vec![Cell::text(name.clone()), classes, Cell::Empty, Cell::Empty, kept(), kept()]);
                    sentences.push(format!("{name}{}{}", say.of("：", ": "), why(say, withheld)));
                }
            }
        }
        let table = Table { columns, rows, when_empty: String::new() }.without_empty_columns(2);
        (!table.rows.is_empty()).then(|| block(say.of("测评和评议", "Polls"), sentences, Some(table)))
    }
}

/// Why a split is kept back.
fn why(say: Say, withheld: &str) -> String {
    match withheld.split_once(':') {
        Some(("min_count", n)) => say.made(
            format!("有票类不足{n}张，为防止推知个人意见，各票类的票数和得分不公开；测评分照常计算。"),
            format!("a class has fewer than {n} ballots, so that no class is shown; the score stands."),
        ),
        _ => say.made(format!("按办法不公开（{withheld}）。"), format!("withheld by the scheme ({withheld}).")),
    }
}
