//! Components, items, rulings and last year of one subject, as tables.

use super::path::{stage, weight};
use super::{Wall, block};
use crate::report::view::Block;
use crate::report::view::committee::told;
use crate::report::view::names::item_and_period;
use crate::report::view::numbers::number;
use crate::report::view::table::{Cell, Column, Kind, Number, Table};
use crate::report::view::units::adjustment;
use crate::results::{Part, Results, SubjectResult};

impl Wall<'_> {
    fn like_words(&self) -> [&'static str; 2] {
        let say = self.names.say;
        if self.is_person {
            [say.of("同角色中位数", "Median of the role"), say.of("与中位数之差", "Against it")]
        } else {
            [say.of("同类中位数", "Median of the group"), say.of("与中位数之差", "Against it")]
        }
    }

    /// 得分构成 and 分项得分, each value beside the median of its like; people have their posts first.
    pub(super) fn parts(&self, subject: &SubjectResult) -> Vec<Block> {
        let (names, say) = (self.names, self.names.say);
        let [median, off] = self.like_words();
        let mut blocks = Vec::new();
        if !subject.posts.is_empty() {
            blocks.push(block(say.of("任职", "Posts"), Vec::new(), Some(self.posts(subject))));
        }
        let columns = vec![
            Column::new(say.of("项目", "Part"), Kind::Text),
            Column::new(say.of("得分", "Points"), Kind::Number),
            Column::new(say.of("满分", "Full marks"), Kind::Number),
            Column::new(say.of("权重", "Weight"), Kind::Mark),
            Column::new(median, Kind::Number),
            Column::new(off, Kind::Number),
        ];
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for part in &subject.components {
            let known = self.results.scheme.components.iter().find(|known| !self.is_person && known.code == part.code);
            let share = known.map(|known| weight(say, &known.weight)).unwrap_or_default();
            let [middle, beside] = self.medians.beside_part(subject, part);
            let (own, full) = (names.part(Some(part)), full(self.results, part));
            rows.push(vec![Cell::text(part.name.clone()), own, full, Cell::text(share), middle, beside]);
        }
        for part in &subject.adjustments {
            let own = adjustment(names, subject, &part.code);
            rows.push(vec![Cell::text(part.name.clone()), own, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
        }
        let [middle, beside] = self.medians.beside(subject, "", subject.score.as_ref());
        let total = Cell::text(say.of("总分", "Total"));
        rows.push(vec![total, names.total(subject), Cell::Empty, Cell::Empty, middle, beside]);
        let table = Table { columns, rows, when_empty: String::new() }.without_empty_columns(2);
        blocks.push(block(say.of("得分构成", "Parts of the score"), Vec::new(), Some(table)));
        if !subject.items.is_empty() {
            blocks.push(block(say.of("分项得分", "Items"), Vec::new(), Some(self.items(subject))));
        }
        blocks
    }

    fn items(&self, subject: &SubjectResult) -> Table {
        let (names, say) = (self.names, self.names.say);
        let [median, off] = self.like_words();
        let columns = vec![
            Column::new(say.of("代码", "Code"), Kind::Mark),
            Column::new(say.of("项目", "Item"), Kind::Text),
            Column::new(say.of("考核期", "Period"), Kind::Mark),
            Column::new(say.of("得分", "Points"), Kind::Number),
            Column::new(say.of("满分", "Full marks"), Kind::Number),
            Column::new(median, Kind::Number),
            Column::new(off, Kind::Number),
        ];
        let row = |part: &Part| {
            let (code, period) = item_and_period(&part.code);
            let [middle, beside] = self.medians.beside_part(subject, part);
            vec![
                Cell::text(code),
                Cell::text(part.name.clone()),
                period.map_or(Cell::Empty, |period| Cell::text(say.period(period))),
                names.part(Some(part)),
                full(self.results, part),
                middle,
                beside,
            ]
        };
        let rows = subject.items.iter().map(row).collect();
        Table { columns, rows, when_empty: String::new() }.without_empty_columns(2)
    }

    fn posts(&self, subject: &SubjectResult) -> Table {
        let (names, say) = (self.names, self.names.say);
        let columns = vec![
            Column::new(say.of("单位", "Unit"), Kind::Text),
            Column::new(say.of("职务", "Post"), Kind::Text),
            Column::new(say.of("起", "From"), Kind::Mark),
            Column::new(say.of("止", "Until"), Kind::Mark),
            Column::new(say.of("份额", "Share"), Kind::Number),
        ];
        let rows = subject.posts.iter().map(|post| {
            let share = post.share.as_ref();
            let share = share.map(|share| Number { exact: share.clone(), shown: share.about() });
            vec![
                Cell::text(names.unit_name(&post.unit)),
                Cell::text(post.post.clone()),
                Cell::text(post.from.clone()),
                Cell::text(post.to.clone().unwrap_or_default()),
                share.map_or(Cell::Empty, Cell::Number),
            ]
        });
        Table { columns, rows: rows.collect(), when_empty: String::new() }.without_empty_columns(2)
    }

    /// 与上年相比: both totals, grades and ranks, and what stands in the way of comparing them.
    pub(super) fn years(&self, subject: &SubjectResult) -> Option<Block> {
        let (names, say) = (self.names, self.names.say);
        let whose = if self.is_person { "person" } else { "unit" };
        let last = subject.last_year.as_ref()?;
        let columns = vec![
            Column::new(say.of("年度", "Year"), Kind::Text),
            Column::new(say.of("总分", "Total"), Kind::Number),
            Column::new(say.of("等次", "Grade"), Kind::Mark),
            Column::new(say.of("名次", "Rank"), Kind::Mark),
        ];
        let rank = |rank: Option<u32>| rank.map_or(Cell::Empty, Cell::Count);
        let now = say.of("今年", "This year");
        let before = say.of("上年", "Last year");
        let [_, change] = names.last_year(subject);
        let mut rows = vec![
            vec![Cell::text(now), names.total(subject), names.grade(whose, subject), rank(subject.rank)],
            vec![
                Cell::text(before),
                names.value(last.score.as_ref()),
                names.grade_of(whose, last.grade.as_ref()),
                rank(last.rank),
            ],
            vec![Cell::text(say.of("变化", "Change")), change, Cell::Empty, Cell::Empty],
        ];
        for (zh, en, value) in [
            ("上年按今年办法重算", "Last year under this year's rules", &last.rescored),
            ("今年按上年办法重算", "This year under last year's rules", &last.reversed),
        ] {
            if let Some(number) = value.as_ref().and_then(number) {
                rows.push(vec![Cell::text(say.of(zh, en)), Cell::Number(number), Cell::Empty, Cell::Empty]);
            }
        }
        let mut sentences = Vec::new();
        for from in &last.from {
            let (zh, en) = match from.how.as_str() {
                "merged" => ("合并而来", "merged into it"),
                "split" => ("分设而来", "split off from it"),
                _ => ("更名而来", "renamed"),
            };
            sentences.push(say.made(
                format!("{}，由{}（{}）{zh}。", from.date, from.name, from.code),
                format!("{}: {} ({}) {en}.", from.date, from.name, from.code),
            ));
        }
        if let Some(why) = &last.broken {
            let (zh, en) = match why.as_str() {
                "merged" => ("由几个单位合并而成", "it was merged from several units"),
                "split" => ("由一个单位分设而成", "it was split off"),
                "rules" => {
                    ("两年办法不同，且不能按同一办法重算", "the rules differ and neither year can be scored again")
                }
                "facts" => ("缺少按同一办法重算所需的事实", "facts are missing to score a year again"),
                other => (other, other),
            };
            sentences.push(say.made(format!("两年不可比：{zh}。"), format!("The years cannot be compared: {en}.")));
        } else if !last.same_scheme {
            sentences.push(say.of("上年办法不同，不宜直接比较。", "Last year's scheme differs.").to_owned());
        }
        let table = Table { columns, rows, when_empty: String::new() }.without_empty_columns(2);
        Some(block(say.of("与上年相比", "Since last year"), sentences, Some(table)))
    }

    /// 等次裁定: every step from band to grade with its facts and its clause.
    pub(super) fn rulings(&self, subject: &SubjectResult) -> Option<Block> {
        let (names, say) = (self.names, self.names.say);
        let whose = if self.is_person { "person" } else { "unit" };
        let columns = vec![
            Column::new(say.of("环节", "Stage"), Kind::Mark),
            Column::new(say.of("由", "From"), Kind::Mark),
            Column::new(say.of("至", "To"), Kind::Mark),
            Column::new(say.of("情况", "Facts"), Kind::Long),
            Column::new(say.of("依据", "Basis"), Kind::Long),
        ];
        let rows = subject.rulings.iter().map(|ruling| {
            let facts = if ruling.stage == "band" {
                let fact = |name: &str| ruling.facts.get(name).filter(|fact| !fact.is_empty());
                let mut said = Vec::new();
                said.extend(fact("value").map(|fact| say.pair(&say.fact("value"), fact)));
                said.extend(fact("from").map(|fact| say.made(format!("达到{fact}"), format!("reaches {fact}"))));
                said.extend(fact("below").map(|fact| say.made(format!("未达到{fact}"), format!("below {fact}"))));
                say.joined(&said)
            } else {
                told(self.results, names, &ruling.facts)
            };
            vec![
                Cell::text(stage(say, &ruling.stage)),
                names.grade_of(whose, ruling.from.as_ref()),
                names.grade_of(whose, ruling.to.as_ref()),
                Cell::text(facts),
                Cell::text(ruling.basis.clone()),
            ]
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        let table = Table { columns, rows, when_empty: String::new() }.without_empty_columns(1);
        (!table.rows.is_empty()).then(|| block(say.of("等次裁定", "Rulings"), Vec::new(), Some(table)))
    }
}

/// Full marks of a part: its own, or those of the item in the scheme.
fn full(results: &Results, part: &Part) -> Cell {
    let (code, _) = item_and_period(&part.code);
    let known = results.scheme.items.iter().find(|known| known.code == code).map(|known| &known.max);
    let full = part.max.as_ref().or(known);
    full.map_or(Cell::Empty, |full| Cell::Number(Number { exact: full.clone(), shown: full.plain() }))
}
