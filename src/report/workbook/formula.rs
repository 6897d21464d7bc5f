//! Formulas as a spreadsheet reads them, and what its binary arithmetic makes of them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::TOP;
use crate::exact::{Calc, Exact, Mode, Rounding, Test};
use crate::report::view::live::{Book, Column, Formula, Rank, Ref};
use crate::report::view::{Cell, places_of};

/// `A`, `Z`, `AA`.
fn letters(column: u16) -> String {
    let mut left = u32::from(column) + 1;
    let mut text = String::new();
    while left > 0 {
        let letter = char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0));
        text.insert(0, letter);
        left = (left - 1) / 26;
    }
    text
}

/// `D5`, row and column counted from nought, the row of data from the first under the header.
pub(super) fn address(at: Ref) -> String {
    format!("{}{}", letters(at.column), at.row + TOP + 1)
}

/// `$D$5`.
fn pinned(at: Ref) -> String {
    format!("${}${}", letters(at.column), at.row + TOP + 1)
}

/// Formulas of one sheet as text.
pub(super) struct Words<'a> {
    /// Names of the sheets by place.
    pub names: &'a [String],
    /// The sheet on which the formulas stand.
    pub own: usize,
}

/// How tightly a text holds together: a sum least.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Tight {
    Sum,
    Product,
    Whole,
}

impl Words<'_> {
    fn sheet(&self, sheet: usize) -> String {
        if sheet == self.own {
            return String::new();
        }
        let name = self.names.get(sheet).map_or("", String::as_str);
        format!("'{}'!", name.replace('\'', "''"))
    }

    /// A cell of the own sheet moves with the row when it is sorted or copied; one of another sheet stays.
    fn cell(&self, at: Ref) -> String {
        if at.sheet == self.own { address(at) } else { self.fixed(at) }
    }

    /// A cell that stays where it is when the formula is copied.
    fn fixed(&self, at: Ref) -> String {
        format!("{}{}", self.sheet(at.sheet), pinned(at))
    }

    fn range(&self, column: Column) -> String {
        let letters = letters(column.column);
        format!("{}${letters}${}:${letters}${}", self.sheet(column.sheet), TOP + 1, TOP + column.rows.max(1))
    }

    /// Cells that stand side by side as one range, else one by one.
    fn list(&self, all: &[Calc<Ref>]) -> Option<String> {
        if let Some((first, last)) = side_by_side(all) {
            let last = if last.sheet == self.own { address(last) } else { pinned(last) };
            return Some(format!("{}:{last}", self.cell(first)));
        }
        let each: Option<Vec<String>> = all.iter().map(|one| Some(self.number(one)?.0)).collect();
        Some(each?.join(","))
    }

    fn tight(&self, calc: &Calc<Ref>, least: Tight) -> Option<String> {
        let (text, tight) = self.number(calc)?;
        Some(if tight < least { format!("({text})") } else { text })
    }

    fn number(&self, calc: &Calc<Ref>) -> Option<(String, Tight)> {
        let whole = |text: String| Some((text, Tight::Whole));
        match calc {
            Calc::At(at) => whole(self.cell(*at)),
            Calc::Number(number) if number.is_negative() => Some((number.plain(), Tight::Sum)),
            Calc::Number(number) if number.decimal_places().is_none() => Some((number.as_fraction(), Tight::Product)),
            Calc::Number(number) => whole(number.plain()),
            Calc::Sum(all) if all.len() > 2 && side_by_side(all).is_some() => {
                whole(format!("SUM({})", self.list(all)?))
            }
            Calc::Sum(all) => {
                let each: Option<Vec<String>> = all.iter().map(|one| self.tight(one, Tight::Product)).collect();
                Some((each?.join("+"), Tight::Sum))
            }
            Calc::Times(all) => {
                let minus = Exact::from(-1);
                let (sign, rest) = match all.split_first() {
                    Some((Calc::Number(first), rest)) if *first == minus => ("-", rest),
                    _ => ("", all.as_slice()),
                };
                let each: Option<Vec<String>> = rest.iter().map(|one| self.tight(one, Tight::Product)).collect();
                Some((format!("{sign}{}", each?.join("*")), if sign.is_empty() { Tight::Product } else { Tight::Sum }))
            }
            Calc::Less(pair) => {
                let text = format!("{}-{}", self.tight(&pair.0, Tight::Sum)?, self.tight(&pair.1, Tight::Product)?);
                Some((text, Tight::Sum))
            }
            Calc::Over(pair) => {
                let text = format!("{}/{}", self.tight(&pair.0, Tight::Product)?, self.tight(&pair.1, Tight::Whole)?);
                Some((text, Tight::Product))
            }
            Calc::Blend(pairs) => {
                let product = |(weight, value): &(Calc<Ref>, Calc<Ref>)| {
                    Some(format!("{}*{}", self.tight(weight, Tight::Product)?, self.tight(value, Tight::Product)?))
                };
                let above: Option<Vec<String>> = pairs.iter().map(product).collect();
                let weights: Vec<Calc<Ref>> = pairs.iter().map(|(weight, _)| weight.clone()).collect();
                Some((
                    format!("({})/{}", above?.join("+"), self.tight(&Calc::Sum(weights), Tight::Whole)?),
                    Tight::Product,
                ))
            }
            Calc::Mean(all, 0, 0) => whole(format!("AVERAGE({})", self.list(all)?)),
            Calc::Mean(all, high, low) => {
                let list = self.list(all)?;
                let range = side_by_side(all).is_some();
                if !range && (*high > 1 || *low > 1) {
                    return None;
                }
                let mut above = format!("SUM({list})");
                for n in 1..=*high {
                    above += &if range { format!("-LARGE({list},{n})") } else { format!("-MAX({list})") };
                }
                for n in 1..=*low {
                    above += &if range { format!("-SMALL({list},{n})") } else { format!("-MIN({list})") };
                }
                Some((format!("({above})/(COUNT({list})-{})", high + low), Tight::Product))
            }
            Calc::Min(pair) => whole(format!("MIN({},{})", self.number(&pair.0)?.0, self.number(&pair.1)?.0)),
            Calc::Max(pair) => whole(format!("MAX({},{})", self.number(&pair.0)?.0, self.number(&pair.1)?.0)),
            Calc::Abs(one) => whole(format!("ABS({})", self.number(one)?.0)),
            Calc::If(test, four) => {
                let [a, b, yes, no] = &**four;
                let sign = if *test == Test::Below { "<" } else { "<=" };
                let (yes, no) = (self.number(yes)?.0, self.number(no)?.0);
                whole(format!("IF({}{sign}{},{yes},{no})", self.tight(a, Tight::Sum)?, self.tight(b, Tight::Sum)?))
            }
            Calc::Round(one, mode, places) => {
                let own = self.number(one)?.0;
                match mode {
                    Mode::HalfUp => whole(format!("ROUND({own},{places})")),
                    // Half of an even digit would go up to an odd one: it comes back down.
                    Mode::HalfEven => whole(format!(
                        "(ROUND({own},{places})-IF(ROUND(MOD(ABS({own})*10^{places},2),9)=0.5,SIGN({own})/10^{places},0))"
                    )),
                    Mode::Floor => Some((format!("INT(ROUND(({own})*10^{places},9))/10^{places}"), Tight::Product)),
                    Mode::Ceil => Some((format!("-INT(-ROUND(({own})*10^{places},9))/10^{places}"), Tight::Sum)),
                }
            }
        }
    }

    /// A formula with its `=`; nothing where it is too long or has no such form.
    pub(super) fn text(&self, formula: &Formula) -> Option<String> {
        let text = match formula {
            Formula::Number(calc, _) => self.number(calc)?.0,
            Formula::Rank(rank) => self.rank(rank),
            Formula::Band { value, bands } => {
                let (mut text, mut closing) = (String::new(), String::new());
                let mut open = true;
                for (line, grade) in bands {
                    match line {
                        Some(line) => {
                            text += &format!("IF({}>={},{},", self.cell(*value), self.fixed(*line), self.fixed(*grade));
                            closing.push(')');
                        }
                        None => {
                            text += &self.fixed(*grade);
                            open = false;
                            break;
                        }
                    }
                }
                format!("{text}{}{closing}", if open { "\"\"" } else { "" })
            }
            Formula::Grade { decided, lowest_of, scale } => {
                let grades = format!("{}:{}", self.fixed(scale.0), pinned(scale.1));
                let depth = |at: &Ref| format!("IFERROR(MATCH({},{grades},0),0)", self.cell(*at));
                let depths: Vec<String> = lowest_of.iter().map(depth).collect();
                let lowest = format!("INDEX({grades},MAX({}))", depths.join(","));
                match decided {
                    Some(decided) => {
                        let decided = self.cell(*decided);
                        format!("IF({decided}<>\"\",{decided},{lowest})")
                    }
                    None => lowest,
                }
            }
            Formula::Count(pairs, _) => {
                let each = pairs.iter().map(|(column, word)| format!("{},{}", self.range(*column), self.fixed(*word)));
                format!("COUNTIFS({})", each.collect::<Vec<_>>().join(","))
            }
            Formula::MeanIf(of, (by, word), _) => {
                format!("AVERAGEIFS({},{},{})", self.range(*of), self.range(*by), self.fixed(*word))
            }
        };
        (text.len() < 8000).then(|| format!("={text}"))
    }

    fn rank(&self, rank: &Rank) -> String {
        let cell = |column: Column| self.cell(Ref { sheet: column.sheet, row: rank.row, column: column.column });
        let (pool, key, class) = (self.range(rank.pool), self.range(rank.key), self.range(rank.class));
        let (own_pool, own_key, own_class) = (cell(rank.pool), cell(rank.key), cell(rank.class));
        let moved = rank.moved.map(|at| format!("+{}", self.cell(at))).unwrap_or_default();
        format!(
            "COUNTIFS({pool},{own_pool},{class},\"<\"&{own_class},{key},\">-1E+9\")+COUNTIFS({pool},{own_pool},{class},{own_class},{key},\">\"&{own_key})+1{moved}"
        )
    }
}

fn side_by_side(all: &[Calc<Ref>]) -> Option<(Ref, Ref)> {
    let Calc::At(first) = all.first()? else { return None };
    let next = |(at, one): (u16, &Calc<Ref>)| matches!(one, Calc::At(own) if own.sheet == first.sheet && own.row == first.row && own.column == first.column + at);
    if all.len() < 2 || !(0..).zip(all).all(next) {
        return None;
    }
    let Calc::At(last) = all.last()? else { return None };
    Some((*first, *last))
}

/// The float next to an exact value.
pub(super) fn float(value: &Exact) -> f64 {
    if let Ok(number) = value.plain().parse::<f64>() {
        return number;
    }
    let fraction = value.as_fraction();
    let (above, below) = fraction.split_once('/').unwrap_or((&fraction, "1"));
    let part = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN);
    part(above) / part(below)
}

/// As a spreadsheet rounds: by the fifteen digits that it shows, half away from nought.
fn round(value: f64, mode: Mode, places: u32) -> f64 {
    let shown: Option<Exact> = format!("{value:.14e}").parse().ok();
    let rounding = Rounding { mode, places };
    shown.map_or(value, |shown| float(&rounding.apply(&shown)))
}

/// A book worked out in binary arithmetic, cell by cell.
pub(super) struct Binary<'a> {
    book: &'a Book,
    known: RefCell<BTreeMap<Ref, f64>>,
}

impl<'a> Binary<'a> {
    pub(super) fn of(book: &'a Book) -> Self {
        Self { book, known: RefCell::new(BTreeMap::new()) }
    }

    /// What a cell comes to.
    pub(super) fn cell(&self, at: Ref) -> f64 {
        if let Some(known) = self.known.borrow().get(&at) {
            return *known;
        }
        let live = self.book.sheets.get(at.sheet);
        let value = match live.and_then(|live| live.formulas.get(&(at.row, at.column))) {
            Some(Formula::Number(calc, _)) => self.number(calc),
            _ => {
                let row = live.and_then(|live| live.sheet.table.rows.get(at.row as usize));
                match row.and_then(|row| row.get(usize::from(at.column))) {
                    Some(Cell::Number(number) | Cell::Change(number)) => float(&number.exact),
                    Some(Cell::Count(n)) => f64::from(*n),
                    _ => f64::NAN,
                }
            }
        };
        self.known.borrow_mut().insert(at, value);
        value
    }

    fn number(&self, calc: &Calc<Ref>) -> f64 {
        let two = |pair: &(Calc<Ref>, Calc<Ref>)| (self.number(&pair.0), self.number(&pair.1));
        match calc {
            Calc::At(at) => self.cell(*at),
            Calc::Number(number) => float(number),
            Calc::Sum(all) => all.iter().fold(0.0, |sum, one| sum + self.number(one)),
            Calc::Times(all) => all.iter().fold(1.0, |product, one| product * self.number(one)),
            Calc::Less(pair) => two(pair).0 - two(pair).1,
            Calc::Over(pair) => two(pair).0 / two(pair).1,
            Calc::Blend(pairs) => {
                let (mut sum, mut weights) = (0.0, 0.0);
                for pair in pairs {
                    let (weight, value) = two(pair);
                    sum += weight * value;
                    weights += weight;
                }
                sum / weights
            }
            Calc::Mean(all, high, low) => {
                let mut values: Vec<f64> = all.iter().map(|one| self.number(one)).collect();
                let sum: f64 = values.iter().sum();
                values.sort_by(f64::total_cmp);
                let lowest: f64 = values.iter().take(*low as usize).sum();
                let highest: f64 = values.iter().rev().take(*high as usize).sum();
                (sum - highest - lowest) / (values.len() as f64 - f64::from(high + low))
            }
            Calc::Min(pair) => two(pair).0.min(two(pair).1),
            Calc::Max(pair) => two(pair).0.max(two(pair).1),
            Calc::Abs(one) => self.number(one).abs(),
            Calc::If(test, four) => {
                let [a, b, yes, no] = &**four;
                let (a, b) = (self.number(a), self.number(b));
                let holds = if *test == Test::Below { a < b } else { a <= b };
                self.number(if holds { yes } else { no })
            }
            Calc::Round(one, mode, places) => round(self.number(one), *mode, *places),
        }
    }

    /// Cells whose number, as shown with so many places, binary arithmetic makes another one.
    pub(super) fn differing(&self) -> Vec<Ref> {
        let mut all = Vec::new();
        for (sheet, live) in self.book.sheets.iter().enumerate() {
            for ((row, column), formula) in &live.formulas {
                let Formula::Number(_, value) = formula else { continue };
                let at = Ref { sheet, row: *row, column: *column };
                let cell = live.sheet.table.rows.get(*row as usize).and_then(|row| row.get(usize::from(*column)));
                let Some(Cell::Number(number) | Cell::Change(number)) = cell else { continue };
                let places = places_of(&number.shown);
                let wanted = Rounding { mode: Mode::HalfUp, places }.apply(value);
                let off = round(self.cell(at), Mode::HalfUp, places) - float(&wanted);
                // NaN is no number at all, and differs.
                if off.is_nan() || off.abs() > 1e-9 {
                    all.push(at);
                }
            }
        }
        all
    }
}
