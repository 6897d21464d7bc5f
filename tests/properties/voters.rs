//! Ballots that name their voter: classes by relation, ballots about oneself, rules over the whole ballot, against a second
//! reckoning written from the clauses of scoring/examples/16-ballot-validity alone.

use std::collections::{BTreeMap, BTreeSet};

use kaoze::exact::Exact;
use kaoze::files::InMemory;
use kaoze::results::{Classes, Results};
use kaoze::run::{Intake, Traced, check, run};
use kaoze::tally::tally;
use proptest::prelude::*;

use super::{cases, d};
use crate::source::text;

/// Units, each with a principal and a deputy: person 2u leads unit u, person 2u + 1 is the deputy.
const UNITS: usize = 4;
const MARKS: [(&str, i64); 4] = [("优秀", 100), ("称职", 80), ("基本称职", 60), ("不称职", 40)];

/// What each voter says of each subject: a mark, 不了解 (4), or no ballot (5 and above).
type Said = Vec<Vec<usize>>;

fn said() -> impl Strategy<Value = Said> {
    let row = prop::collection::vec(0_usize..7, 2 * UNITS);
    prop::collection::vec(row, 2 * UNITS)
}

/// The class of a voter for a subject: 0 in charge, 1 team or other principal; nothing for other deputies.
///
/// The principal of the last unit is in charge of the first one.
fn class_of(voter: usize, subject: usize) -> Option<usize> {
    let (own, other) = (voter / 2, subject / 2);
    if voter != subject && voter == 2 * (UNITS - 1) && other == 0 {
        Some(0)
    } else if own == other || voter.is_multiple_of(2) {
        Some(1)
    } else {
        None
    }
}

/// Ballots that count, of each class, by subject, as values; and those returned.
#[derive(Default, Clone)]
struct Box {
    values: Vec<i64>,
    unmarked: u32,
    returned: u32,
}

fn boxes(said: &Said) -> Vec<[Box; 2]> {
    let mut all = vec![<[Box; 2]>::default(); 2 * UNITS];
    for (voter, marks) in said.iter().enumerate() {
        // A ballot about oneself is void and stands outside the rule; so does one that falls into no class.
        let counts = |subject: usize| subject != voter && class_of(voter, subject).is_some();
        let given: Vec<usize> =
            (0..marks.len()).filter(|at| counts(*at) && marks[*at] < 4).map(|at| marks[at]).collect();
        let excellent = given.iter().filter(|mark| **mark == 0).count();
        let is_void = 2 * excellent > given.len();
        for (subject, mark) in marks.iter().enumerate().filter(|(_, mark)| **mark < 5) {
            let Some(class) = class_of(voter, subject) else { continue };
            let own = &mut all[subject][class];
            own.returned += 1;
            if subject != voter && !is_void {
                match MARKS.get(*mark) {
                    Some((_, value)) => own.values.push(*value),
                    None => own.unmarked += 1,
                }
            }
        }
    }
    all
}

/// 0.4 × mean of the first class + 0.6 × mean of the second; an empty one's weight goes to the other.
fn expected(of: &[Box; 2]) -> Option<Exact> {
    let (mut sum, mut weight) = (d("0"), d("0"));
    for (own, share) in of.iter().zip([d("0.4"), d("0.6")]) {
        let n = i64::try_from(own.values.len()).expect("few");
        if let Some(mean) = Exact::ratio(own.values.iter().sum(), n.max(1)).filter(|_| n > 0) {
            sum += &(&mean * &share);
            weight += &share;
        }
    }
    sum.divided_by(&weight)
}

fn workspace(said: &Said, order: impl Fn(&mut Vec<String>), min_count: u32) -> InMemory {
    let scheme = text("scoring/examples/16-ballot-validity/scheme.toml");
    let scheme = scheme.replace("min_count = 1", &format!("min_count = {min_count}"));
    let mut units = "单位代码,单位名称,单位类别\n".to_owned();
    let mut people = "人员代码,姓名,单位,职务,角色,任职起,分管单位\n".to_owned();
    for unit in 0..UNITS {
        units += &format!("U{unit},{unit}号镇（虚构）,全部单位\n");
        let charge = if unit == UNITS - 1 { "U0" } else { "" };
        people += &format!("P{},正{unit},U{unit},镇长,正职,2013-01-01,{charge}\n", 2 * unit);
        people += &format!("P{},副{unit},U{unit},副镇长,副职,2013-01-01,\n", 2 * unit + 1);
    }
    let mut ballots = Vec::new();
    for (voter, marks) in said.iter().enumerate() {
        for (subject, mark) in marks.iter().enumerate().filter(|(_, mark)| **mark < 5) {
            let mark = MARKS.get(*mark).map_or("不了解", |(name, _)| name);
            ballots.push(format!("leader,年度,P{voter},{},P{subject},{mark}", voter + 1));
        }
    }
    order(&mut ballots);
    let mut returns = "测评,考核期,票类,测评对象,发出,收回\n".to_owned();
    for (subject, of) in boxes(said).iter().enumerate() {
        for (own, class) in of.iter().zip(["M", "T"]).filter(|(own, _)| own.returned > 0) {
            returns += &format!("leader,年度,{class},P{subject},{},{}\n", own.returned + 1, own.returned);
        }
    }
    let table = |name: &str| format!("[[table]]\ntable = \"{name}\"\nfiles = [\"raw/{name}.csv\"]\n");
    let tables: String = ["units", "people", "ballots", "ballot_returns"].map(table).concat();
    let toml = format!(
        "title = \"虚构\"\nfrom = \"2015-01-01\"\nto = \"2015-12-31\"\nstatus = \"draft\"\nissued = \"2016-01-20\"\n\
         lang = \"zh\"\nscheme = \"16-ballot-validity\"\nfictional = true\n{tables}"
    );
    let head = "测评,考核期,测评人,票号,测评对象,总体评价";
    let files = [
        ("kaoze.toml", toml),
        ("scheme/16-ballot-validity/scheme.toml", scheme),
        ("raw/units.csv", units),
        ("raw/people.csv", people),
        ("raw/ballots.csv", format!("{head}\n{}\n", ballots.join("\n"))),
        ("raw/ballot_returns.csv", returns),
    ];
    InMemory(files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect())
}

fn read(files: &InMemory) -> (Intake, kaoze::diag::Findings) {
    let checked = check(files);
    let (intake, findings) = (checked.value, checked.findings);
    assert!(!findings.has_errors(), "{}", kaoze::diag::render_text(&findings, kaoze::diag::Lang::Zh));
    (intake.expect("a workspace"), findings)
}

fn results(files: &InMemory) -> Results {
    let (intake, findings) = read(files);
    run(intake, findings, Traced::Nobody).0.expect("scored").results
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_second_reckoning_agrees(said in said()) {
        prop_assume!(said.iter().flatten().any(|mark| *mark < 5));
        let results = results(&workspace(&said, |_| {}, 1));
        let all = boxes(&said);
        for (subject, of) in all.iter().enumerate() {
            let code = format!("P{subject}");
            let person = results.people.iter().find(|person| person.code == code).expect("a person");
            let poll = person.polls.first();
            let score = poll.and_then(|poll| poll.score.as_ref()).and_then(|score| score.exact().cloned());
            prop_assert_eq!(score, expected(of), "{}", code);
            let n: usize = of.iter().map(|own| own.values.len() + own.unmarked as usize).sum();
            prop_assert_eq!(poll.map_or(0, |poll| poll.n) as usize, n);
        }
    }

    #[test]
    fn issued_is_not_below_returned_and_returned_is_valid_and_void(said in said()) {
        prop_assume!(said.iter().flatten().any(|mark| *mark < 5));
        let (intake, _) = read(&workspace(&said, |_| {}, 1));
        let counted = tally(intake.records, &intake.scheme.words, &BTreeSet::new()).value;
        for poll in counted.polls.values() {
            for class in poll.classes.values() {
                prop_assert!(class.issued >= class.returned);
                prop_assert_eq!(class.returned, Some(class.valid + class.void));
                prop_assert!(class.void_by_rule <= class.void);
                for counts in class.questions.values() {
                    prop_assert_eq!(counts.ticked() + counts.no_view + counts.blank, class.valid);
                }
            }
        }
    }

    #[test]
    fn neither_the_order_of_rows_nor_who_of_one_class_cast_a_ballot_matters(said in said(), turn in 1_usize..60) {
        prop_assume!(said.iter().flatten().any(|mark| *mark < 5));
        let plain = results(&workspace(&said, |_| {}, 1));
        let turned = results(&workspace(&said, |rows| { let n = rows.len(); rows.rotate_left(turn % n); rows.reverse(); }, 1));
        prop_assert_eq!((&plain.units, &plain.people), (&turned.units, &turned.people));
        // Two principals who are nobody's superior say of all others what the other said; of each other and themselves nothing.
        let mut before = said.clone();
        let mut after = said;
        for voter in [2, 4] {
            for subject in [2, 3, 4, 5] {
                before[voter][subject] = 6;
            }
            after[voter] = before[voter].clone();
        }
        after.swap(2, 4);
        prop_assume!(before.iter().flatten().any(|mark| *mark < 5));
        let (before, after) = (results(&workspace(&before, |_| {}, 1)), results(&workspace(&after, |_| {}, 1)));
        prop_assert_eq!((before.units, before.people), (after.units, after.people));
    }

    #[test]
    fn a_small_class_withholds_the_split_and_leaves_the_score(said in said(), min_count in 2_u32..8) {
        prop_assume!(said.iter().flatten().any(|mark| *mark < 5));
        let shown = results(&workspace(&said, |_| {}, 1));
        let files = workspace(&said, |_| {}, min_count);
        let withheld = results(&files);
        let (intake, findings) = read(&files);
        let subjects: BTreeMap<String, kaoze::terms::Subject> = intake.records.people.iter()
            .map(|person| (person.code.to_string(), kaoze::terms::Subject::Person(person.code.clone()))).collect();
        for (open, closed) in shown.people.iter().zip(&withheld.people) {
            prop_assert_eq!((&open.score, &open.grade), (&closed.score, &closed.grade));
            let Some((open, poll)) = open.polls.first().zip(closed.polls.first()) else { continue };
            let Classes::Shown(classes) = &open.classes else { panic!("all may be shown") };
            let is_small = classes.iter().any(|class| class.n > 0 && class.n < min_count);
            prop_assert_eq!(matches!(poll.classes, Classes::Withheld { .. }), is_small);
            let run = run(intake.clone(), findings.clone(), subjects.get(&closed.code).map_or(Traced::Nobody, Traced::One)).0.expect("scored");
            let person = run.scored.person(&closed.code.as_str().into()).expect("a person");
            let trace = person.trace.clone().expect("asked about");
            let step = trace.parts.iter().find(|step| step.code.starts_with("leader@")).expect("the poll");
            prop_assert_eq!(step.parts.is_empty(), is_small);
            // And no cell of a ballot that named its voter is ever shown.
            let cells: usize = step.parts.iter().flat_map(|class| &class.parts).map(|question| question.evidence.len()).sum();
            prop_assert_eq!(cells, 0);
        }
    }
}
