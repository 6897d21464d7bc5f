//! What letters say, and what they keep back.

use super::{Said, all};
use crate::explain::{Both, Explanations, Told, ToldCell, ToldRule, ToldStep};
use crate::report::sample::county;
use crate::results::{Classes, PollResult, Results, Value};

fn both(text: &str) -> Both {
    Both { zh: text.to_owned(), en: text.to_owned() }
}

fn step(code: &str, formula: &str, cells: &[&str], parts: Vec<ToldStep>) -> ToldStep {
    ToldStep {
        code: code.to_owned(),
        what: both(code),
        value: None,
        shown: None,
        formula: both(formula),
        rule: Some(ToldRule { id: "item:J1".to_owned(), basis: "五.1".to_owned(), at: String::new() }),
        cells: cells.iter().map(|at| ToldCell { at: (*at).to_owned(), text: both("3 次") }).collect(),
        parts,
        ..ToldStep::default()
    }
}

fn feedback(results: &Results, explained: &Explanations, code: &str) -> super::Feedback {
    let name = format!("{code}-feedback");
    let letter = all(results, explained).into_iter().find(|letter| letter.name == name).unwrap();
    let Said::Feedback(said) = letter.said else { panic!("{name} is no feedback") };
    *said
}

#[test]
fn a_loss_has_its_reason_clause_and_cells() {
    let mut results = county();
    let unit = results.units.iter_mut().find(|unit| unit.code == "T01").unwrap();
    let score = Value::Score { exact: "21.675".parse().unwrap(), shown: "21.68".to_owned() };
    unit.items.retain(|item| item.code == "J1@half");
    unit.items[0].max = Some("22".parse().unwrap());
    unit.items[0].score = Some(score);
    let sheet = ["raw/a.xlsx ▸ 半年 ▸ D9", "raw/a.xlsx ▸ 半年 ▸ D10", "raw/a.xlsx ▸ 半年 ▸ D12"];
    let told = Told {
        code: "T01".to_owned(),
        name: String::new(),
        paragraph: both(""),
        rulings: Vec::new(),
        scores: vec![step("T01", "", &[], vec![step("J1@half", "(21 + 22) ÷ 2", &sheet, Vec::new())])],
        ..Told::default()
    };
    let explained = Explanations { units: vec![told], ..Explanations::default() };
    let said = feedback(&results, &explained, "T01");
    assert_eq!(said.losses.len(), 1);
    let loss = &said.losses[0];
    assert_eq!((loss.max.as_str(), loss.score.as_str(), loss.lost.as_str()), ("22", "21.68", "0.32"));
    assert_eq!((loss.code.as_str(), loss.period.as_str()), ("J1", "半年"));
    assert_eq!((loss.why.as_str(), loss.basis.as_str()), ("(21 + 22) ÷ 2", "五.1"));
    assert_eq!(loss.cells, "a.xlsx›半年›D9–D10、D12");
}

#[test]
fn the_middle_of_a_group_is_told_from_three_units_on() {
    let mut results = county();
    let keep = ["T01", "T02", "T03"];
    results.units.retain(|unit| keep.contains(&unit.code.as_str()));
    for (unit, total) in results.units.iter_mut().zip(["80", "84", "91"]) {
        unit.score = Some(Value::Score { exact: total.parse().unwrap(), shown: format!("{total}.00") });
    }
    let said = feedback(&results, &Explanations::default(), "T03");
    assert_eq!((said.median.as_str(), said.off.as_str()), ("84.00", "+7.00"));
    results.units.pop();
    let said = feedback(&results, &Explanations::default(), "T01");
    assert_eq!((said.median.as_str(), said.off.as_str()), ("—", ""), "of two the other would be given away");
}

#[test]
fn what_is_withheld_is_a_word_in_every_letter() {
    let mut results = county();
    let kept_back = || Value::Withheld { withheld: "票数少于3".to_owned() };
    results.units[0].score = Some(kept_back());
    results.units[0].polls = vec![PollResult {
        code: "team".to_owned(),
        period: "year".to_owned(),
        score: Some(Value::Score { exact: "85".parse().unwrap(), shown: "85.00".to_owned() }),
        failed: None,
        n: 5,
        issued: None,
        returned: None,
        classes: Classes::Withheld { withheld: "票数少于3".to_owned() },
    }];
    let code = results.units[0].code.clone();
    let said = feedback(&results, &Explanations::default(), &code);
    assert_eq!((said.total.as_str(), said.off.as_str()), ("不公开", ""));
    assert_eq!(said.polls[0].classes, "分类结果不公开");
}

#[test]
fn what_is_published_has_no_reason_and_of_people_the_best_grade_alone() {
    let results = county();
    let letter = all(&results, &Explanations::default()).pop().unwrap();
    let Said::Publication(said) = letter.said else { panic!("{} is no publication", letter.name) };
    assert_eq!(said.best, "优秀");
    assert!(said.people.iter().flat_map(|role| &role.members).all(|person| person.grade == "优秀"));
    let units: usize = said.groups.iter().map(|group| group.members.len() + group.left_out).sum();
    assert_eq!(units, results.units.len());
    assert!(said.groups.iter().flat_map(|group| &group.members).all(|unit| unit.unit.is_empty()));
}
