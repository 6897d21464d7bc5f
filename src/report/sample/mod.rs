//! A believable county for the tests of this stage: 9 townships, 68 departments, 315 people, two years. Invented.
//!
//! It is made, not scored: its numbers look right side by side, but no rule stands behind them.

mod fixed;
mod words;

use std::collections::BTreeMap;

use crate::exact::{Exact, Mode, Rounding};
use crate::results::{
    Case, CodeName, FindingsBoth, GradeInfo, Input, LastYear, Lists, Maker, Mover, Part, PostInfo, QuotaEntry, Results,
    Ruling, SCHEMA, SubjectResult, Value, VetoEntry,
};
pub(super) use fixed::entries;
use fixed::{case_lines, info, scheme};
use words::{DEPARTMENTS, GIVEN, ITEMS, SURNAMES, TOWNSHIPS};

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn shown(value: &Exact) -> Value {
    let rounding = Rounding { mode: Mode::HalfUp, places: 2 };
    Value::Score { exact: value.clone(), shown: rounding.show(value) }
}

fn hundredths(n: u64) -> Exact {
    Exact::ratio(i64::try_from(n).unwrap(), 100).unwrap()
}

fn part(code: &str, name: &str, max: Option<&str>, score: Option<Value>, state: &str) -> Part {
    Part {
        code: code.to_owned(),
        name: name.to_owned(),
        max: max.map(exact),
        score,
        state: state.to_owned(),
        rule: format!("item:{code}"),
    }
}

fn code_name(code: &str, name: &str) -> CodeName {
    CodeName { code: code.to_owned(), name: name.to_owned() }
}

fn grades(lines: &[(&str, Option<&str>)]) -> Vec<GradeInfo> {
    lines.iter().map(|(grade, from)| GradeInfo { grade: (*grade).to_owned(), from: from.map(exact) }).collect()
}

const UNIT_GRADES: [(&str, Option<&str>); 5] =
    [("优秀", Some("90")), ("良好", Some("80")), ("合格", Some("70")), ("基本合格", Some("60")), ("不合格", None)];
const PERSON_GRADES: [(&str, Option<&str>); 4] =
    [("优秀", Some("90")), ("合格", Some("75")), ("基本合格", Some("60")), ("不合格", None)];
const COMPONENTS: [(&str, &str, &str); 4] = [
    ("inspection", "检查考核", "0.60"),
    ("appraisal", "民主测评", "0.20"),
    ("public", "群众满意度", "0.15"),
    ("handling", "信访案件办理", "0.05"),
];

fn band(grades: &[(&str, Option<&str>)], total: &Exact) -> String {
    let at = grades.iter().find(|(_, from)| from.is_none_or(|from| *total >= exact(from)));
    at.unwrap().0.to_owned()
}

fn unit(dice: &mut Dice, code: String, name: &str, group: &str) -> SubjectResult {
    let mut components = Vec::new();
    let mut total = Exact::zero();
    for (i, (code, name, weight)) in COMPONENTS.iter().enumerate() {
        let score = hundredths([7900, 8000, 7600, 8200][i] + dice.below([1900, 1700, 2100, 1800][i]));
        total += &(&score * &exact(weight));
        components.push(part(code, name, Some("100"), Some(shown(&score)), "scored"));
    }
    let mut items = Vec::new();
    for period in ["half", "year"] {
        for (code, name, max) in ITEMS {
            let full = u64::try_from(exact(max).as_whole().unwrap()).unwrap() * 100;
            let score = hundredths(full - dice.below(full / 4));
            let (score, state) = match dice.below(60) {
                0 => (None, "not_submitted"),
                1 => (None, "not_applicable"),
                _ => (Some(shown(&score)), "scored"),
            };
            items.push(part(&format!("{code}@{period}"), name, Some(max), score, state));
        }
    }
    let mut adjustments = Vec::new();
    if dice.below(6) == 0 {
        adjustments.push(part("honour", "表彰奖励", None, Some(shown(&exact("1"))), "scored"));
        total += &exact("1");
    }
    if dice.below(9) == 0 {
        adjustments.push(part("criticism", "通报批评", None, Some(shown(&exact("-2"))), "scored"));
        total += &exact("-2");
    }
    let total = Rounding { mode: Mode::HalfUp, places: 2 }.apply(&total);
    let before =
        Rounding { mode: Mode::HalfUp, places: 2 }.apply(&(&total + &(&hundredths(dice.below(1200)) - &exact("6.4"))));
    let last = (dice.below(12) != 0).then(|| LastYear {
        score: Some(shown(&before)),
        change: Some(&total - &before),
        grade: Some(band(&UNIT_GRADES, &before)),
        rank: None,
        same_scheme: true,
        ..LastYear::default()
    });
    SubjectResult {
        code,
        name: name.to_owned(),
        group: group.to_owned(),
        unit: None,
        role: None,
        posts: Vec::new(),
        band: Some(band(&UNIT_GRADES, &total)),
        grade: Some(band(&UNIT_GRADES, &total)),
        score: Some(shown(&total)),
        components,
        items,
        adjustments,
        polls: Vec::new(),
        rank: None,
        ranked: None,
        rulings: Vec::new(),
        pending: None,
        ungraded: None,
        without_veto: None,
        last_year: last,
    }
}

/// Ranks by printed total, places of the best grade, and what that leaves for 良好.
fn rank(subjects: &mut [&mut SubjectResult], places: usize, overflow: &str) -> (Vec<String>, Vec<String>) {
    let total = |s: &SubjectResult| s.score.as_ref().and_then(Value::exact).cloned().unwrap_or_default();
    subjects.sort_by(|a, b| total(b).cmp(&total(a)).then(a.code.cmp(&b.code)));
    let (mut placed, mut lost) = (Vec::new(), Vec::new());
    let totals: Vec<Exact> = subjects.iter().map(|s| total(s)).collect();
    let n = u32::try_from(subjects.len()).unwrap();
    for (i, subject) in subjects.iter_mut().enumerate() {
        let first = totals.iter().position(|other| *other == totals[i]).unwrap();
        subject.rank = Some(u32::try_from(first).unwrap() + 1);
        subject.ranked = Some(n);
        if subject.grade.as_deref() != Some("优秀") {
            continue;
        }
        if placed.len() < places {
            placed.push(subject.code.clone());
        } else {
            lost.push(subject.code.clone());
            subject.grade = Some(overflow.to_owned());
            subject.rulings.push(Ruling {
                stage: "quota".to_owned(),
                from: Some("优秀".to_owned()),
                to: Some(overflow.to_owned()),
                rule: "quota:unit".to_owned(),
                basis: String::new(),
                facts: BTreeMap::new(),
            });
        }
    }
    (placed, lost)
}

fn strike(subject: &mut SubjectResult, to: &str) -> (Option<String>, Option<String>) {
    let from = subject.grade.replace(to.to_owned());
    subject.without_veto.clone_from(&from);
    subject.rulings.push(Ruling {
        stage: "veto".to_owned(),
        from: from.clone(),
        to: Some(to.to_owned()),
        rule: "ground:V1".to_owned(),
        basis: String::new(),
        facts: BTreeMap::from([("event".to_owned(), "E01".to_owned())]),
    });
    (from, Some(to.to_owned()))
}

fn veto(
    event: &str,
    whose: &str,
    subject: &str,
    as_what: &str,
    hit: (Option<String>, Option<String>),
    cap: &str,
) -> VetoEntry {
    let [ground, ground_name, date, document, unit] = match event {
        "E01" => ["V1", "发生严重违纪违法案件", "2015-06-12", "云纪〔2015〕12号", "T02"],
        _ => ["V2", "主体责任落实不力被上级通报", "2015-09-30", "云办发〔2015〕41号", "D17"],
    };
    VetoEntry {
        event: event.to_owned(),
        whose: whose.to_owned(),
        subject: subject.to_owned(),
        as_what: as_what.to_owned(),
        ground: ground.to_owned(),
        ground_name: ground_name.to_owned(),
        date: date.to_owned(),
        document: document.to_owned(),
        unit: unit.to_owned(),
        cap: cap.to_owned(),
        effect: None,
        through: None,
        without: hit.0,
        grade: hit.1,
    }
}

fn people(dice: &mut Dice, units: &[SubjectResult]) -> Vec<SubjectResult> {
    let mut people = Vec::new();
    for i in 0..315_usize {
        let unit = &units[i % units.len()];
        let role = ["principal", "in_charge", "member", "member", "member"][i / units.len()];
        let post = ["局长", "副局长", "纪检组长", "党组成员", "总工程师"][i / units.len()];
        let share = unit.score.as_ref().and_then(Value::exact).cloned().unwrap_or_default();
        let own = hundredths(7800 + dice.below(2100));
        let total = Rounding { mode: Mode::HalfUp, places: 2 }.apply(&(&(&share + &own) * &exact("0.5")));
        let name = format!(
            "{}{}",
            SURNAMES[usize::try_from(dice.below(SURNAMES.len() as u64)).unwrap()],
            GIVEN[usize::try_from(dice.below(GIVEN.len() as u64)).unwrap()]
        );
        people.push(SubjectResult {
            code: format!("P{:03}", i + 1),
            name,
            group: unit.group.clone(),
            unit: Some(unit.code.clone()),
            role: Some(role.to_owned()),
            posts: vec![PostInfo {
                unit: unit.code.clone(),
                post: post.to_owned(),
                from: "2014-03-01".to_owned(),
                to: None,
                share: None,
            }],
            score: Some(shown(&total)),
            components: vec![
                part("unit_share", "单位得分", Some("100"), Some(shown(&share)), "scored"),
                part("own_share", "本人测评", Some("100"), Some(shown(&own)), "scored"),
            ],
            items: Vec::new(),
            adjustments: Vec::new(),
            polls: Vec::new(),
            rank: None,
            ranked: None,
            band: Some(band(&PERSON_GRADES, &total)),
            rulings: Vec::new(),
            grade: Some(band(&PERSON_GRADES, &total)),
            pending: None,
            ungraded: None,
            without_veto: None,
            last_year: None,
        });
    }
    people
}

fn quota(
    whose: &str,
    pool: &str,
    base: u32,
    theoretical: Exact,
    places: u32,
    who: (Vec<String>, Vec<String>),
) -> QuotaEntry {
    QuotaEntry {
        rule: format!("quota:{whose}:优秀:{pool}"),
        whose: whose.to_owned(),
        pool: pool.to_owned(),
        grade: "优秀".to_owned(),
        base,
        theoretical,
        places,
        placed: who.0,
        lost: who.1,
        tied: Vec::new(),
        borrowed: Vec::new(),
        lent: 0,
        why: Vec::new(),
    }
}

fn facts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn case(kind: &str, whose: &str, subjects: &[&str], rule: &str, told: &[(&str, &str)], open: bool) -> Case {
    let subjects = subjects.iter().map(|code| (*code).to_owned()).collect();
    Case { kind: kind.to_owned(), whose: whose.to_owned(), subjects, rule: rule.to_owned(), facts: facts(told), open }
}

/// The county of 2015.
pub(in crate::report) fn county() -> Results {
    let mut dice = Dice(2015);
    let mut units: Vec<SubjectResult> = Vec::new();
    for (i, name) in TOWNSHIPS.iter().enumerate() {
        units.push(unit(&mut dice, format!("T{:02}", i + 1), name, "township"));
    }
    for (i, name) in DEPARTMENTS.iter().enumerate() {
        units.push(unit(&mut dice, format!("D{:02}", i + 1), name, "department"));
    }
    let mut people = people(&mut dice, &units);
    // A unit without a total, two in a tie, a component that is kept back.
    units[40].score = None;
    (units[40].band, units[40].grade) = (None, None);
    units[40].pending = Some("value:component:public".to_owned());
    units[12].score = units[13].score.clone();
    units[12].grade = units[13].grade.clone();
    units[12].band = units[13].band.clone();
    units[5].components[2].score = Some(Value::Withheld { withheld: "fewer than 5".to_owned() });

    let (mut townships, mut departments): (Vec<_>, Vec<_>) = units.iter_mut().partition(|u| u.group == "township");
    let of_townships = rank(&mut townships, 3, "良好");
    let of_departments = rank(&mut departments, 17, "良好");
    units[40].rank = None;
    let mut quotas = vec![
        quota("unit", "township", 9, exact("3"), 3, of_townships),
        quota("unit", "department", 68, exact("17"), 17, of_departments),
    ];
    for (role, base) in [("principal", 77_u32), ("in_charge", 77), ("member", 161)] {
        let mut of_role: Vec<_> = people.iter_mut().filter(|p| p.role.as_deref() == Some(role)).collect();
        let theoretical = Exact::ratio(i64::from(base), 5).unwrap();
        let places = Rounding { mode: Mode::HalfUp, places: 0 }.apply(&theoretical).as_whole().unwrap();
        let who = rank(&mut of_role, usize::try_from(places).unwrap(), "合格");
        quotas.push(quota("person", role, base, theoretical, u32::try_from(places).unwrap(), who));
    }
    let d17 = units.iter().position(|unit| unit.code == "D17").unwrap();
    let vetoes = vec![
        veto("E01", "unit", "T02", "unit", strike(&mut units[1], "不合格"), "不合格"),
        veto("E01", "person", "P002", "principal", strike(&mut people[1], "基本合格"), "基本合格"),
        veto("E01", "person", "P079", "in_charge", strike(&mut people[78], "基本合格"), "基本合格"),
        veto("E02", "unit", "D17", "unit", strike(&mut units[d17], "合格"), "合格"),
    ];
    let mut movers: Vec<Mover> = units
        .iter()
        .filter_map(|unit| {
            let last = unit.last_year.as_ref()?;
            let (before, now) = (last.score.as_ref()?.shown().to_owned(), unit.score.as_ref()?.shown().to_owned());
            Some(Mover { unit: unit.code.clone(), before, now, change: last.change.clone()? })
        })
        .collect();
    movers.sort_by(|a, b| b.change.abs().cmp(&a.change.abs()).then(a.unit.cmp(&b.unit)));
    movers.truncate(20);
    let tie = [("grade", "优秀"), ("open", "1"), ("places", "17"), ("pool", "department")];
    let near = [("grade", "优秀"), ("line", "90"), ("missing", "0.03"), ("value", "89.97")];
    let decided =
        [("body", "县委常委会"), ("decided", "合格"), ("decision", "云委裁〔2016〕3号"), ("reason", "任职不满半年")];
    let cases = vec![
        case("tie", "unit", &["D04", "D05"], "quota:unit:优秀:department", &tie, true),
        case("pending", "unit", &["D32"], "component:public", &[], true),
        case("decision", "person", &["P020"], "decision:3", &decided, false),
        case("near_line", "unit", &["D08"], "band:unit:优秀", &near, false),
    ];
    let inputs = ["raw/单位名册.xlsx", "raw/干部名册.xlsx", "raw/检查评分/半年.xlsx", "raw/检查评分/年终.xlsx"];
    let inputs = inputs.map(|path| Input { path: path.to_owned(), sha256: "9c".repeat(32) }).to_vec();
    units.sort_by(|a, b| a.code.cmp(&b.code));
    Results {
        kaoze: Maker { schema: SCHEMA.to_owned(), version: "0.1.0".to_owned(), semantics: 1 },
        assessment: info(),
        scheme: scheme(),
        inputs,
        units,
        people,
        cases,
        lists: Lists { vetoes, movers, quotas, cases: case_lines(), ..Lists::default() },
        findings: FindingsBoth::default(),
    }
}
