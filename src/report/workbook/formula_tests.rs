//! Formulas as text and in binary arithmetic, against what a spreadsheet and the hand give.

use std::collections::BTreeMap;

use super::formula::{Binary, Words, address};
use crate::diag::Lang;
use crate::exact::{Calc, Exact, Mode, Test};
use crate::report::view::live::{Book, Formula, Live, Ref, Role};
use crate::report::view::{Cell, Column, Kind, Number, Say, Sheet, Table};

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn at(sheet: usize, row: u32, column: u16) -> Calc<Ref> {
    Calc::At(Ref { sheet, row, column })
}

fn text(calc: Calc<Ref>) -> String {
    let names = ["总表".to_owned(), "输入".to_owned()];
    Words { names: &names, own: 0 }.text(&Formula::Number(calc, Exact::zero())).unwrap()
}

#[test]
fn addresses_count_as_a_spreadsheet_does() {
    let name = |column| address(Ref { sheet: 0, row: 0, column });
    assert_eq!([0, 25, 26, 51, 52, 701, 702].map(name), ["A4", "Z4", "AA4", "AZ4", "BA4", "ZZ4", "AAA4"]);
}

#[test]
fn formulas_stand_as_a_person_would_write_them() {
    // The own sheet moves with its row; another sheet stays.
    let product = Calc::Times(vec![at(1, 0, 2), at(0, 1, 4)]);
    assert_eq!(text(Calc::Round(Box::new(product.clone()), Mode::HalfUp, 2)), "=ROUND('输入'!$C$4*E5,2)");
    assert_eq!(text(Calc::Sum(vec![product, at(0, 1, 5)])), "='输入'!$C$4*E5+F5");
    let marks: Vec<Calc<Ref>> = (2..8).map(|column| at(1, 0, column)).collect();
    let trimmed =
        "=(SUM('输入'!$C$4:$H$4)-LARGE('输入'!$C$4:$H$4,1)-SMALL('输入'!$C$4:$H$4,1))/(COUNT('输入'!$C$4:$H$4)-2)";
    assert_eq!(text(Calc::Mean(marks, 1, 1)), trimmed);
    let less = at(0, 0, 0).less(at(0, 0, 1).less(at(0, 0, 2)));
    assert_eq!(text(less.times(at(0, 0, 3))), "=(A4-(B4-C4))*D4");
    let over = at(0, 0, 0).over(at(0, 0, 1).over(at(0, 0, 2)));
    assert_eq!(text(over), "=A4/(B4/C4)");
    let late =
        Calc::choose(Test::AtMost, at(0, 0, 0), at(0, 0, 1), Calc::Number(exact("10")), Calc::Number(exact("-1")));
    assert_eq!(text(late), "=IF(A4<=B4,10,-1)");
    let penalty = Calc::Number(exact("-1")).times(Calc::Min(Box::new((at(0, 0, 0), at(0, 0, 1)))));
    assert_eq!(text(Calc::Sum(vec![at(0, 0, 2), penalty])), "=C4+(-MIN(A4,B4))");
}

/// A book of one sheet: inputs in its first row, one formula behind them.
fn book(inputs: &[&str], calc: Calc<Ref>, shown: &str) -> Book {
    let number = |text: &&str| Cell::Number(Number { exact: exact(text), shown: (*text).to_owned() });
    let mut cells: Vec<Cell> = inputs.iter().map(number).collect();
    cells.push(Cell::Number(Number { exact: exact(shown), shown: shown.to_owned() }));
    let columns = cells.iter().map(|_| Column::new("数", Kind::Number)).collect();
    let table = Table { columns, rows: vec![cells], when_empty: String::new() };
    let column = u16::try_from(inputs.len()).unwrap();
    let formulas = BTreeMap::from([((0, column), Formula::Number(calc, exact(shown)))]);
    let sheet = Sheet { name: "表".into(), title: "表".into(), table, frozen: 0, signatures: Vec::new() };
    let live = Live { sheet, role: Role::Results, formulas, remarks: BTreeMap::new(), full: BTreeMap::new() };
    Book { sheets: vec![live], charts: (0, Vec::new()), notes: usize::MAX, open: BTreeMap::new(), say: Say(Lang::Zh) }
}

#[test]
fn a_half_that_binary_misses_is_named() {
    let rounded = |calc| Calc::Round(Box::new(calc), Mode::HalfUp, 2);
    // 1.005 is no binary fraction, but its fifteen digits are those of the decimal: a spreadsheet gives 1.01 as the hand does.
    let plain = book(&["1.005"], rounded(at(0, 0, 0)), "1.01");
    assert!(Binary::of(&plain).differing().is_empty());
    // 1 000 000 000 000.005 − 1 000 000 000 000 is 0.005 exactly and 0.0050048828125 in binary: still 0.01.
    let far = book(&["1000000000000.005", "1000000000000"], rounded(at(0, 0, 0).less(at(0, 0, 1))), "0.01");
    assert!(Binary::of(&far).differing().is_empty());
    // So far out the spacing of binary numbers is 1/64: of .035 they keep 0.03125, which is 0.03 and not 0.04.
    let lost = book(&["100000000000000.035", "100000000000000"], rounded(at(0, 0, 0).less(at(0, 0, 1))), "0.04");
    assert_eq!(Binary::of(&lost).differing(), [Ref { sheet: 0, row: 0, column: 2 }]);
}
