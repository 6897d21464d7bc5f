//! What the scheme language costs at its limits: a scheme of 500 rules read and looked through, and 8,000 units scored by 60
//! items of every kind and ballots of three classes, after counting and without a trace.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::Criterion;
use kaoze::diag::{Lang, Place, render_text};
use kaoze::exact::Exact;
use kaoze::facts::{Entry, MarkGiven, Stated, Unit};
use kaoze::files::InMemory;
use kaoze::scheme::{Scheme, load};
use kaoze::scores::score;
use kaoze::tally::{CaseCount, ClassTally, Distribution, Given, PollTally, Tally};
use kaoze::terms::{
    ClassCode, GroupCode, ItemCode, MeasureCode, PeriodCode, PollCode, QuestionCode, Subject, UnitCode,
};

/// One item of each kind, all worth ten points.
const KINDS: [&str; 15] = [
    "from = \"marks\"\nrule = \"panel\"\ncombine = \"mean\"",
    "from = \"marks\"\nrule = \"panel\"\ncombine = \"trimmed\"\ndrop_high = 1\ndrop_low = 1\ntrim_from = 3",
    "from = \"marks\"\nrule = \"presence\"",
    "from = \"marks\"\nrule = \"count\"\nrequired = 4\nper_missing = \"2\"\nper_extra = \"0\"\nfloor = \"0\"\ncap = \"10\"",
    "from = \"marks\"\nrule = \"deadline\"\ndue = { year = \"12-20\" }\ndue_day_counts = true\nlate = \"0\"",
    "from = \"marks\"\nrule = \"events\"\nbase = \"10\"\nper_event = \"-2\"\nfloor = \"0\"\ncap = \"10\"",
    "from = \"marks\"\nrule = \"levels\"\nlevels = [{ name = \"优秀\", points = \"10\" }, { name = \"称职\", points = \"8\" }]",
    "from = \"marks\"\nrule = \"share_of_best\"\nof_marks = true\npopulation = \"group\"\nbest = \"highest\"\nbest_zero = \"zero\"",
    "from = \"marks\"\nrule = \"by_rank\"\nof_marks = true\nper_inspector = false\npopulation = \"group\"\nbest = \"highest\"\nfirst = \"10\"\nstep = \"0.001\"\nrank_ties = \"same\"\nfloor = \"0\"\ncap = \"10\"",
    "from = \"cases\"\nrule = \"rate\"\nnumerator = \"closed\"\ndenominator = \"referred\"\nzero_denominator = \"full\"",
    "from = \"cases\"\nrule = \"target_line\"\nnumerator = \"closed\"\ndenominator = \"referred\"\nline = \"0.8\"\nbase = \"8\"\nper_above = \"1\"\nper_below = \"-1\"\nbroken_line = \"floor\"\nzero_denominator = \"full\"\nfloor = \"0\"\ncap = \"10\"",
    "rule = \"steps\"\nmeasure = \"m\"\nsteps = [{ at_least = \"90\", points = \"10\" }, { at_least = \"70\", points = \"8\" }, { otherwise = true, points = \"5\" }]",
    "rule = \"linear\"\nmeasure = \"m\"\nanchors = [{ at = \"60\", points = \"2\" }, { at = \"100\", points = \"10\" }]\nbelow_anchors = \"0\"\nabove_anchors = \"hold\"",
    "rule = \"group_mean\"\nmeasure = \"m\"\npopulation = \"group\"\nbase = \"6\"\nper_above = \"0.1\"\nper_below = \"-0.1\"\nbroken_distance = \"exact\"\nfloor = \"0\"\ncap = \"10\"",
    "rule = \"pro_rata\"\nmeasure = \"m\"\ntarget = \"100\"\nfloor = \"0\"\ncap = \"10\"",
];

/// What the items read, and the ballots.
const REST: &str = r#"
[[measure]]
code = "m"
name = "完成率"
of = "unit"
from = "facts"
counted_in = "%"
combine = "one"
missing = "zero"
assumed = true

[[case_indicator]]
code = "referred"
name = "转办"
measure = "件"

[[case_indicator]]
code = "closed"
name = "办结"
measure = "件"

[[component]]
code = "appraisal"
name = "民主测评"
weight = "0.3"
full = "100"
poll = "team"
periods = [{ period = "year", weight = "1" }]
missing_period = "pend"
missing = "pend"
assumed = true

[[poll]]
code = "team"
name = "民主测评"
kind = "appraisal"
subject = "unit"
periods = ["year"]
classes = [
    { code = "A", name = "A票", weight = "0.3" },
    { code = "B", name = "B票", weight = "0.3" },
    { code = "C", name = "C票", weight = "0.4" },
]
questions = [
    { code = "Q1", name = "一", weight = "0.4" },
    { code = "Q2", name = "二", weight = "0.3" },
    { code = "Q3", name = "三", weight = "0.3" },
]
marks = [
    { code = "a", name = "优秀", value = "100" },
    { code = "b", name = "良好", value = "85" },
    { code = "c", name = "一般", value = "70" },
]
no_view = "leave_out"
blank = "leave_out"
counted_over = "answered"
empty_question = "redistribute"
empty_class = "redistribute"
more_returned_than_issued = "void"
min_count = 5
assumed = true
"#;

/// The minimal scheme with so many items instead of its two.
fn text(n_items: usize) -> String {
    let minimal = include_str!("../scoring/minimal/scheme.toml");
    let (head, tail) = (minimal.split("[[item]]").next().unwrap_or_default(), minimal.split_once("[total]"));
    let tail = tail.map_or("", |(_, tail)| tail);
    let full = n_items * 10;
    let head = head.replace("code = \"minimal\"", "code = \"large\"");
    let mut text = head.replace("full = \"100\"", &format!("full = \"{full}\""));
    for (n, kind) in (0..n_items).zip(KINDS.iter().cycle()) {
        let item = format!("code = \"K{n}\"\nname = \"项目{n}\"\ncomponent = \"inspection\"\nfull = \"10\"");
        text += &format!("[[item]]\n{item}\n{kind}\nassumed = true\n\n");
    }
    text += REST;
    text + "\n[total]" + &tail.replace("declared = \"100\"", &format!("declared = \"{}\"", full + 30))
}

fn files(n_items: usize) -> InMemory {
    InMemory([("large/scheme.toml".to_owned(), text(n_items).into_bytes())].into())
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2015, month, day).unwrap_or_default()
}

/// What an inspector gives to the nth item of a unit.
fn given(item: usize, unit: usize, inspector: usize) -> Option<MarkGiven> {
    let roll = (unit * 31 + item * 17 + inspector * 7) % 97;
    let whole = u32::try_from(roll % 6).unwrap_or_default();
    let tenths = i64::try_from(40 + roll % 60).unwrap_or_default();
    match item % KINDS.len() {
        0 | 1 | 7 | 8 => Exact::ratio(tenths, 10).map(MarkGiven::Points),
        _ if inspector > 0 => None,
        2 => Some(MarkGiven::YesNo(!roll.is_multiple_of(5))),
        3 | 5 => Some(MarkGiven::Count(whole)),
        4 => Some(MarkGiven::Date(day(12, 15 + whole))),
        6 => Some(MarkGiven::Word(roll % 2)),
        _ => None,
    }
}

fn counts(n_units: usize, n_items: usize) -> Tally {
    let mut tally = Tally::default();
    let period = PeriodCode::new("year");
    let place = Place::File("raw".into());
    let items: Vec<ItemCode> = (0..n_items).map(|n| ItemCode::new(&format!("K{n}"))).collect();
    let questions = ["Q1", "Q2", "Q3"].map(QuestionCode::new);
    for n in 0..n_units {
        let code = UnitCode::new(&format!("U{n:05}"));
        let subject = Subject::Unit(code.clone());
        let unit = Unit {
            code: code.clone(),
            name: "单位".into(),
            group: GroupCode::new("all"),
            from: None,
            to: None,
            successor: None,
            place: place.clone(),
        };
        tally.units.push(unit);
        for (at, item) in items.iter().enumerate() {
            let all = (0..3).filter_map(|inspector| {
                Some(Given {
                    inspector: format!("第{inspector}组").into(),
                    entry: Entry::Given(given(at, n, inspector)?),
                    member: None,
                    note: None,
                    place: place.clone(),
                })
            });
            let all: Vec<Given> = all.collect();
            if !all.is_empty() {
                tally.marks.insert((code.clone(), item.clone(), period.clone()), all);
            }
        }
        let small = |n: usize| u32::try_from(n).unwrap_or_default();
        for (indicator, count) in [("referred", 10 + n % 20), ("closed", 5 + n % 15)] {
            let count = CaseCount { count: small(count), place: place.clone() };
            tally.cases.insert((Some(code.clone()), 2015, ItemCode::new(indicator)), count);
        }
        let stated = Stated {
            subject: Some(subject.clone()),
            measure: MeasureCode::new("m"),
            period: None,
            value: Exact::from(u64::from(small(50 + n % 50))),
            document: None,
            note: None,
            place: place.clone(),
        };
        tally.facts.insert((MeasureCode::new("m"), Some(subject.clone())), vec![stated]);
        let mut poll = PollTally::default();
        for (at, class) in ["A", "B", "C"].into_iter().enumerate() {
            let mut votes = ClassTally { valid: 30, ..ClassTally::default() };
            for question in &questions {
                let good = small((n + at) % 20);
                let marks = vec![good, 25 - good, 5];
                votes.questions.insert(question.clone(), Distribution { marks, no_view: 0, blank: 0 });
            }
            poll.classes.insert(ClassCode::new(class), votes);
        }
        tally.polls.insert((PollCode::new("team"), period.clone(), subject), poll);
    }
    tally
}

fn scheme(n_items: usize) -> Result<Scheme, String> {
    let checked = load(&files(n_items), "large", "large");
    checked.value.ok_or_else(|| render_text(&checked.findings, Lang::En))
}

/// Both measurements.
pub fn large(criterion: &mut Criterion) {
    let (rules, scheme) = match (scheme(500), scheme(60)) {
        (Ok(rules), Ok(scheme)) => (rules.worth.items.len(), scheme),
        (Err(why), _) | (_, Err(why)) => {
            eprintln!("the large scheme is left out: {why}");
            return;
        }
    };
    let mut group = criterion.benchmark_group("language");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(4));
    let many = files(500);
    group
        .bench_function(format!("lint {rules} items"), |bench| bench.iter(|| black_box(load(&many, "large", "large"))));
    let counted = counts(8000, 60);
    let nobody = BTreeSet::new();
    group.bench_function("score 8000 units x 60 items x 3 classes", |bench| {
        bench.iter(|| black_box(score(&counted, &scheme, day(1, 1), day(12, 31), &nobody)));
    });
    group.finish();
}
