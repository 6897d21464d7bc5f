//! Ranks, bands and grades as formulas, over a sheet of what is no arithmetic: vetoes, places, decisions.

use std::collections::BTreeMap;

use super::look::{codes, column, words};
use super::rules::{Places, live};
use super::{Column as Cells, Formula, Live, Rank, Ref, Role};
use crate::exact::{Calc, Exact};
use crate::explain::{Told, ToldBand};
use crate::report::view::names::Names;
use crate::report::view::{Cell, Column, Kind, Number, Sheet, Table};
use crate::results::{Results, SubjectResult};

/// Units or people, and by which values they are ordered.
pub(super) struct Ask<'a> {
    pub sheet: usize,
    /// 0 units, 1 people.
    pub table: usize,
    pub told: BTreeMap<&'a str, &'a Told>,
    pub results: BTreeMap<&'a str, &'a SubjectResult>,
    /// The value compared, with its formula, by code.
    pub keys: BTreeMap<String, (Calc<Ref>, Exact)>,
    /// Bands that a total reaches, with the cells of their lines.
    pub band: (&'a [ToldBand], Vec<Option<Ref>>),
    /// Whether bands look at the value that ranks compare.
    pub same_value: bool,
    pub band_exact: bool,
}

/// A row of the sheet in the making.
struct Row<'a> {
    code: String,
    name: String,
    result: &'a SubjectResult,
    pool: String,
    key: Option<Exact>,
    class: u32,
    moved: i64,
    cap: Option<String>,
    quota: Option<String>,
    decided: Option<String>,
    why: String,
}

/// What holds a grade down, and what was decided.
fn held(names: &Names, row: &mut Row<'_>, scale: &[String]) {
    let depth = |grade: &String| scale.iter().position(|own| own == grade);
    let mut why = Vec::new();
    for ruling in &row.result.rulings {
        let Some(to) = ruling.to.as_ref().filter(|to| ruling.from.as_ref() != Some(*to)) else { continue };
        let said = |stage: &str| names.say.pair(stage, &format!("{} {}", ruling.rule, ruling.basis));
        match ruling.stage.as_str() {
            "band" => {}
            "quota" => {
                row.quota = Some(to.clone());
                why.push(said(names.say.of("名额", "places")));
            }
            "decision" => {
                row.decided = Some(to.clone());
                let reason = ruling.facts.get("reason").map(String::as_str).unwrap_or_default();
                why.push(names.say.pair(names.say.of("裁定", "decision"), reason));
            }
            stage => {
                if row.cap.as_ref().is_none_or(|cap| depth(cap) < depth(to)) {
                    row.cap = Some(to.clone());
                }
                let stage = match stage {
                    "veto" => names.say.of("一票否决", "veto"),
                    "condition" => names.say.of("等次条件", "condition"),
                    "warning" => names.say.of("警告", "warning"),
                    "sanction" => names.say.of("处分", "sanction"),
                    "gate" => names.say.of("资格条件", "gate"),
                    _ => names.say.of("复核", "review"),
                };
                why.push(said(stage));
            }
        }
    }
    // Whatever else brought the grade about stands as decided, so that the formula gives it.
    if let (Some(grade), Some(band)) = (&row.result.grade, &row.result.band) {
        let lowest = [Some(band), row.cap.as_ref(), row.quota.as_ref()].into_iter().flatten().max_by_key(|g| depth(g));
        if row.decided.as_ref().or(lowest) != Some(grade) {
            row.decided = Some(grade.clone());
        }
    }
    row.why = names.say.joined(&why);
}

fn rows<'a>(live: &Live, ask: &'a Ask<'_>, names: &Names, scale: &[String]) -> Vec<Option<Row<'a>>> {
    let one = |code: String| {
        let (told, result) = (ask.told.get(code.as_str())?, *ask.results.get(code.as_str())?);
        let class = match (result.rank, told.behind) {
            (None, _) | (_, None) => 9,
            (_, Some(behind)) => u32::from(behind),
        };
        let key = ask.keys.get(&code).map(|(_, value)| value.clone());
        let mut row = Row {
            name: result.name.clone(),
            code,
            result,
            pool: names.pool(&told.pool),
            key,
            class,
            moved: 0,
            cap: None,
            quota: None,
            decided: None,
            why: String::new(),
        };
        held(names, &mut row, scale);
        Some(row)
    };
    let mut rows: Vec<Option<Row<'a>>> = codes(live).into_iter().map(one).collect();
    let standing: Vec<(String, u32, Exact)> = rows
        .iter()
        .flatten()
        .filter(|row| row.class < 9)
        .filter_map(|row| Some((row.pool.clone(), row.class, row.key.clone()?)))
        .collect();
    for row in rows.iter_mut().flatten() {
        let (Some(rank), Some(key)) = (row.result.rank, &row.key) else { continue };
        let before = |(pool, class, other): &&(String, u32, Exact)| {
            *pool == row.pool && (*class < row.class || (*class == row.class && other > key))
        };
        let better = i64::try_from(standing.iter().filter(before).count()).unwrap_or_default();
        row.moved = i64::from(rank) - better - 1;
    }
    rows
}

/// Adds the sheet of units or people, and the formulas of rank, band and grade on theirs.
pub(super) fn add(sheets: &mut Vec<Live>, ask: Ask<'_>, places: &mut Places, names: &Names, results: &Results) {
    let say = names.say;
    let grades = if ask.table == 0 { &results.scheme.unit_grades } else { &results.scheme.person_grades };
    let scale: Vec<String> = grades.iter().map(|info| info.grade.clone()).collect();
    let rows = rows(&sheets[ask.sheet], &ask, names, &scale);
    if rows.iter().all(Option::is_none) {
        return;
    }
    let own = places.next;
    places.next += 1;
    let has = |some: fn(&Row<'_>) -> bool| rows.iter().flatten().any(some);
    let first = if ask.table == 0 { say.of("单位", "Unit") } else { say.of("姓名", "Name") };
    let mut columns = vec![
        Column::new(say.of("代码", "Code"), Kind::Mark).keyed("#code"),
        Column::new(first, Kind::Text),
        Column::new(say.of("排名范围", "Ranked among"), Kind::Text).keyed("#pool"),
        Column::new(say.of("排名用分", "Value ranked"), Kind::Number).keyed("#key"),
        Column::new(
            say.of("排序档：0在列，1一票否决列后，9不排名", "0 ranked, 1 behind by veto, 9 not ranked"),
            Kind::Mark,
        )
        .keyed("#class"),
    ];
    let mut optional = |is: bool, zh: &'static str, en: &'static str, key: &str| {
        if is {
            columns.push(Column::new(say.of(zh, en), Kind::Mark).keyed(key));
        }
    };
    optional(has(|row| row.moved != 0), "并列后移（前移为负）", "moved by the chain", "#moved");
    optional(has(|row| row.cap.is_some()), "等次上限", "Cap", "#cap");
    optional(has(|row| row.quota.is_some()), "名额结果", "Places", "#quota");
    optional(has(|row| row.decided.is_some()), "裁定等次", "Decided", "#decided");
    columns.push(Column::new(say.of("依据", "Because"), Kind::Long));
    let grade = |grade: &Option<String>| {
        let mark = |grade: &String| {
            if ask.table == 0 { names.unit_grade(grade) } else { names.person_grade(grade) }
        };
        grade.as_ref().map_or(Cell::Empty, |grade| Cell::Grade(mark(grade)))
    };
    let cells = |row: &Option<Row<'_>>| {
        let Some(row) = row else { return columns.iter().map(|_| Cell::Empty).collect() };
        let mut cells = vec![
            Cell::text(row.code.clone()),
            Cell::text(row.name.clone()),
            Cell::text(row.pool.clone()),
            row.key.as_ref().map_or(Cell::Empty, |key| {
                let shown = row.result.score.as_ref().map(|score| score.shown().to_owned());
                Cell::Number(super::look::shown(shown, key))
            }),
            Cell::Count(row.class),
        ];
        cells.extend(columns.iter().skip(5).map(|column| match column.key.as_str() {
            "#moved" if row.moved == 0 => Cell::Empty,
            "#moved" => Cell::Number(Number { exact: Exact::from(row.moved), shown: row.moved.to_string() }),
            "#cap" => grade(&row.cap),
            "#quota" => grade(&row.quota),
            "#decided" => grade(&row.decided),
            _ => Cell::text(row.why.clone()),
        }));
        cells
    };
    let table = Table { rows: rows.iter().map(cells).collect(), columns: columns.clone(), when_empty: String::new() };
    let (name, title) = match ask.table {
        0 => (say.of("输入等次", "In Grades"), say.of("单位名次和等次的输入", "inputs of ranks and grades of units")),
        _ => (
            say.of("输入个人等次", "In People Grades"),
            say.of("个人名次和等次的输入", "inputs of ranks and grades of people"),
        ),
    };
    let sheet = Sheet {
        name: name.to_owned(),
        title: format!("{} {title}", results.assessment.title),
        table,
        frozen: 2,
        signatures: Vec::new(),
    };
    let mut live = live(sheet, Role::Inputs);
    for (at, row) in (0..).zip(&rows) {
        let Some((calc, value)) = row.as_ref().and_then(|row| ask.keys.get(&row.code)) else { continue };
        live.formulas.insert((at, 3), Formula::Number(calc.clone(), value.clone()));
    }
    formulas(&mut sheets[ask.sheet], &live, own, &rows, &ask, places.scale(ask.table), &scale);
    sheets.push(live);
}

fn formulas(
    target: &mut Live,
    inputs: &Live,
    own: usize,
    rows: &[Option<Row<'_>>],
    ask: &Ask<'_>,
    scale: (Ref, Ref),
    grades: &[String],
) {
    let n = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let place = |key: &str| column(inputs, key);
    let cells = |column| Cells { sheet: own, column, rows: n };
    let [rank, band, grade, total] = ["#rank", "#band", "#grade", "#total"].map(|key| column(target, key));
    let (Some(rank), Some(band), Some(grade), Some(total)) = (rank, band, grade, total) else { return };
    let of_grade = |word: &String| {
        let at = grades.iter().position(|own| own == word)?;
        Some(Ref { row: scale.0.row + u32::try_from(at).ok()?, ..scale.0 })
    };
    for (at, row) in (0..).zip(rows) {
        let Some(row) = row else { continue };
        if let (Some(rank_of), Some(_)) = (row.result.rank, &row.key) {
            let moved = place("#moved").filter(|_| row.moved != 0);
            let formula = Rank {
                pool: cells(2),
                key: cells(3),
                class: cells(4),
                moved: moved.map(|column| Ref { sheet: own, row: at, column }),
                row: at,
                rank: rank_of,
            };
            target.formulas.insert((at, rank), Formula::Rank(formula));
        }
        let total_cell = Ref { sheet: ask.sheet, row: at, column: total };
        let value = match (ask.keys.get(&row.code), ask.same_value, ask.band_exact) {
            (Some((Calc::At(cell), value)), true, _) => Some((*cell, value.clone())),
            (Some((_, value)), true, _) => Some((Ref { sheet: own, row: at, column: 3 }, value.clone())),
            (Some(_), false, false) => {
                row.result.score.as_ref().and_then(|score| score.shown().parse().ok()).map(|value| (total_cell, value))
            }
            _ => None,
        };
        let Some((cell, value)) = value else { continue };
        let (bands, lines) = &ask.band;
        let found = bands.iter().find(|band| band.from.as_ref().is_none_or(|from| value >= *from));
        if found.map(|band| &band.grade) != row.result.band.as_ref() || words(target, at, band).is_empty() {
            continue;
        }
        let each = bands.iter().zip(lines).map(|(band, line)| Some((*line, of_grade(&band.grade)?)));
        let Some(each) = each.collect::<Option<Vec<_>>>() else { continue };
        target.formulas.insert((at, band), Formula::Band { value: cell, bands: each });
        if row.result.grade.is_none() {
            continue;
        }
        let beside = |key: &str, is: bool| place(key).filter(|_| is).map(|column| Ref { sheet: own, row: at, column });
        let mut lowest_of = vec![Ref { sheet: ask.sheet, row: at, column: band }];
        lowest_of.extend(beside("#cap", true));
        lowest_of.extend(beside("#quota", true));
        let formula = Formula::Grade { decided: beside("#decided", true), lowest_of, scale };
        target.formulas.insert((at, grade), formula);
    }
    debug_assert_eq!(inputs.role, Role::Inputs);
}
