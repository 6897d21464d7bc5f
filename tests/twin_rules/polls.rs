//! Polls by whole ballots: which are void, which poll counts, small samples, weights by group, shares of ballots.

use std::fmt::Write as _;

use crate::twin::fraction::{Fraction, decimal, weighted, whole};

use super::poll_rules::{CLASSES, MARKS, Rules, rules, text};
use super::{Dice, by_code, number, own, results, said};

/// The answers behind the marks: 不了解, and nothing.
const NO_VIEW: usize = 3;
const BLANK: usize = 4;

/// What one paper says of one unit: two answers, or that it is void.
#[derive(Clone, Copy)]
struct Row {
    unit: usize,
    answers: [usize; 2],
    is_void: bool,
}

fn paper(dice: &mut Dice, n_units: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for unit in 0..n_units {
        if dice.chance(20) {
            continue;
        }
        let answer = |dice: &mut Dice| match dice.below(20) {
            0 | 1 => NO_VIEW,
            2 => BLANK,
            n => n % 3,
        };
        let (first, second) = (answer(dice), answer(dice));
        // A row without any word would be no row.
        let answers = if first == BLANK && second == BLANK { [NO_VIEW, BLANK] } else { [first, second] };
        rows.push(Row { unit, answers, is_void: dice.chance(6) });
    }
    rows
}

/// Whether a paper breaks a rule that voids it.
fn is_broken(rows: &[Row], rules: &Rules) -> bool {
    let marks: Vec<usize> =
        rows.iter().filter(|row| !row.is_void).flat_map(|row| row.answers).filter(|answer| *answer < NO_VIEW).collect();
    let n = |asked: &[usize]| marks.iter().filter(|mark| asked.contains(mark)).count();
    if rows.iter().all(|row| row.is_void) {
        return false;
    }
    rules.most.is_some_and(|most| rules.first_voids && n(&[0]) > most)
        || rules.least.is_some_and(|least| n(&[1, 2]) < least)
        || rules.share.is_some_and(|share| whole(n(&[0])) > number(share) * whole(marks.len()))
        || (rules.not_equal && marks.len() >= 2 && marks.iter().all(|mark| *mark == marks[0]))
}

/// One class about one unit.
#[derive(Default)]
struct Box {
    /// By question: each mark, 不了解, nothing.
    answers: [[usize; 5]; 2],
    valid: usize,
    void: usize,
    returned: usize,
    issued: usize,
    entitled: usize,
    /// More came back than went out, and the class does not count.
    is_off: bool,
}

impl Box {
    fn ticked(&self, question: usize) -> usize {
        self.answers[question][..NO_VIEW].iter().sum()
    }
}

fn is_passed(n: usize, of: usize, share: &str, strict: bool) -> bool {
    let (n, line) = (whole(n), number(share) * whole(of));
    if strict { n > line } else { n >= line }
}

/// Whether the poll about a unit counts: `warning` for one that does.
fn standing(boxes: &[Box], rules: &Rules) -> &'static str {
    let sum = |of: fn(&Box) -> usize| boxes.iter().map(of).sum::<usize>();
    let mut found = Vec::new();
    if let Some((share, strict, of, failed)) = rules.quorum {
        let base = if of == "issued" { sum(|own| own.issued) } else { sum(|own| own.entitled) };
        if !is_passed(sum(|own| own.returned), base, share, strict) {
            found.push(failed);
        }
    }
    if let Some((share, strict, failed)) = rules.void_limit {
        let returned = sum(|own| own.returned);
        if returned > 0 && is_passed(sum(|own| own.void), returned, share, strict) {
            found.push(failed);
        }
    }
    if boxes.iter().any(|own| own.returned > own.issued) {
        match rules.over_return {
            "void_poll" => found.push("void"),
            "pend" => found.push("pend"),
            _ => {}
        }
    }
    ["void", "pend"].into_iter().find(|word| found.contains(word)).unwrap_or("warning")
}

fn is_small(own: &Box, rules: &Rules, then: &str) -> bool {
    rules.sample.is_some_and(|(least, what)| what == then && own.valid > 0 && own.valid < least)
}

/// The value of one class; the second is whether it must wait.
fn of_class(own: &Box, rules: &Rules) -> (Option<Fraction>, bool) {
    if is_small(own, rules, "leave_out") {
        return (None, false);
    }
    let mean = |question: usize| {
        let counts = &own.answers[question];
        let sum = counts.iter().zip(MARKS).fold(whole(0), |sum, (n, (_, value))| sum + whole(*n) * decimal(value));
        let answered = own.ticked(question)
            + if rules.no_view == "count_zero" { counts[NO_VIEW] } else { 0 }
            + if rules.blank == "count_zero" { counts[BLANK] } else { 0 };
        let base = match rules.over {
            "answered" => answered,
            "returned" => own.returned,
            _ => own.issued,
        };
        (own.ticked(question) > 0 && base > 0).then(|| sum / whole(base))
    };
    let means = [mean(0), mean(1)];
    if means.iter().all(Option::is_none) {
        return (None, false);
    }
    let waits = is_small(own, rules, "pend") || (rules.empty_question == "pend" && means.iter().any(Option::is_none));
    let zero = |mean: Option<Fraction>| if rules.empty_question == "zero" { mean.or(Some(whole(0))) } else { mean };
    (weighted(&[(decimal("0.4"), zero(means[0])), (decimal("0.6"), zero(means[1]))]), waits)
}

fn poll_value(boxes: &[Box], rules: &Rules, group: &str) -> Option<Fraction> {
    if standing(boxes, rules) != "warning" {
        return None;
    }
    let values: Vec<(Option<Fraction>, bool)> = boxes.iter().map(|own| of_class(own, rules)).collect();
    if values.iter().all(|(value, _)| value.is_none()) || values.iter().any(|(_, waits)| *waits) {
        return None;
    }
    if rules.empty_class == "pend" && values.iter().any(|(value, _)| value.is_none()) {
        return None;
    }
    let weights =
        if rules.other_weights && group == "office" { ["0.5", "0.125", "0.375"] } else { ["0.2", "0.3", "0.5"] };
    let zero = |value: Option<Fraction>| if rules.empty_class == "zero" { value.or(Some(whole(0))) } else { value };
    let parts: Vec<_> =
        weights.iter().zip(&values).map(|(weight, (value, _))| (decimal(weight), zero(*value))).collect();
    weighted(&parts)
}

/// 100 times the share of the two better marks; none where it waits.
fn share(boxes: &[Box], rules: &Rules) -> Option<Fraction> {
    match standing(boxes, rules) {
        "pend" => return None,
        "void" => return Some(whole(0)),
        _ => {}
    }
    let asked = boxes
        .iter()
        .enumerate()
        .filter(|(n, own)| (!rules.share_classes || *n != 1) && !own.is_off && !is_small(own, rules, "leave_out"));
    let (mut above, mut below, mut any) = (0, 0, false);
    for (_, own) in asked {
        if is_small(own, rules, "pend") {
            return None;
        }
        any = true;
        for question in 0..if rules.share_question { 1 } else { 2 } {
            above += own.answers[question][0] + own.answers[question][1];
            below += match rules.share_over {
                "answered" => own.ticked(question),
                "valid" => own.valid,
                "returned" => own.returned,
                _ => own.issued,
            };
        }
    }
    match rules.share_empty {
        _ if below > 0 => Some(whole(100) * whole(above) / whole(below)),
        "one" if any => Some(whole(100)),
        // No fact counts as nought here.
        _ => Some(whole(0)),
    }
}

#[test]
fn polls_of_generated_counties() {
    let (mut polls, mut none, mut shares) = (0, 0, 0);
    for seed in 0..300 {
        let mut dice = Dice::new(5000 + seed);
        let rules = rules(&mut dice);
        let n_units = 2 + dice.below(3);
        let groups: Vec<&str> = (0..n_units).map(|_| dice.of(&["town", "office"])).collect();
        let mut sheet = "测评,考核期,票类,票号,测评对象,一项,二项\n".to_owned();
        let mut register = "测评,考核期,票类,测评对象,应到,发出,收回\n".to_owned();
        let mut units: Vec<Vec<Box>> = (0..n_units).map(|_| Vec::new()).collect();
        for class in CLASSES {
            let mut boxes: Vec<Box> = (0..n_units).map(|_| Box::default()).collect();
            for n in 0..dice.below(6) {
                let rows = paper(&mut dice, n_units);
                let broken = is_broken(&rows, &rules);
                for row in &rows {
                    let word = |answer: usize| match answer {
                        _ if row.is_void => "废票",
                        NO_VIEW => "不了解",
                        BLANK => "",
                        mark => MARKS[mark].0,
                    };
                    let [first, second] = row.answers.map(word);
                    let _ = writeln!(sheet, "team,年度,{class}票,{n},U{},{first},{second}", row.unit);
                    let own = &mut boxes[row.unit];
                    own.returned += 1;
                    if row.is_void || broken || (rules.blank == "void_ballot" && row.answers.contains(&BLANK)) {
                        own.void += 1;
                        continue;
                    }
                    own.valid += 1;
                    for (counts, answer) in own.answers.iter_mut().zip(row.answers) {
                        counts[answer] += 1;
                    }
                }
            }
            for (unit, mut own) in boxes.into_iter().enumerate() {
                let more = dice.below(4);
                own.issued = if dice.chance(8) && own.returned > 0 { own.returned - 1 } else { own.returned + more };
                own.entitled = own.issued.max(own.returned) + dice.below(3);
                let Box { returned, issued, entitled, .. } = own;
                let _ = writeln!(register, "team,年度,{class}票,U{unit},{entitled},{issued},{returned}");
                if returned > issued && rules.over_return == "void" {
                    own =
                        Box { void: own.void + own.valid, is_off: true, returned, issued, entitled, ..Box::default() };
                }
                units[unit].push(own);
            }
        }
        let names: String = groups.iter().enumerate().map(|(n, group)| format!("U{n},单位{n},{group}\n")).collect();
        let tables = [
            ("units", format!("单位代码,单位名称,单位类别\n{names}")),
            ("ballots", sheet),
            ("ballot_returns", register),
        ];
        let results = results(&text(&rules), &tables);
        let found = by_code(&results.units);
        for (unit, boxes) in units.iter().enumerate() {
            let code = format!("U{unit}");
            let found = found[code.as_str()];
            let value = poll_value(boxes, &rules, groups[unit]);
            let shown = said(found.polls.first().and_then(|poll| poll.score.as_ref()));
            assert_eq!(shown, own(value), "poll, seed {seed} {code}\n{}", text(&rules));
            let liked = share(boxes, &rules);
            let shown = said(found.items.first().and_then(|item| item.score.as_ref()));
            assert_eq!(shown, own(liked), "share, seed {seed} {code}\n{}", text(&rules));
            polls += usize::from(value.is_some());
            none += usize::from(value.is_none());
            shares += usize::from(liked.is_some_and(|liked| liked > whole(0)));
        }
    }
    println!("polls {polls}, without value {none}, shares {shares}");
    assert!(polls > 200 && none > 150 && shares > 200, "{polls} {none} {shares}");
}
