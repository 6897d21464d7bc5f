//! People: the four forms of the link to units, moves, joint posts, short service, what is missing.

use crate::twin::fraction::{Fraction, decimal, over, whole};

use super::{Dice, by_code, own, results, said, scheme};

/// The first and last day of a post as days of 2015, from 1 to 365.
#[derive(Clone, Copy)]
struct Held {
    unit: usize,
    role: &'static str,
    from: usize,
    to: usize,
}

struct Person {
    posts: Vec<Held>,
    /// Units in charge, by person for all posts.
    supervises: Vec<usize>,
    /// Ballots: excellent, good, poor.
    ballots: Option<[usize; 3]>,
}

struct County {
    /// Group and the marks of the inspectors; none when nobody came.
    units: Vec<(&'static str, Vec<String>)>,
    people: Vec<Person>,
    transfer: &'static str,
    missing_own: &'static str,
    missing_part: &'static str,
    min_days: usize,
}

const ROLES: [&str; 5] = ["leader", "principal", "secretary", "chair", "member"];
/// 30 June is the 181st day.
const CUTOFF: usize = 181;

fn day(n: usize) -> String {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut month, mut left) = (1, n);
    for length in lengths {
        if left <= length {
            break;
        }
        left -= length;
        month += 1;
    }
    format!("2015-{month:02}-{left:02}")
}

fn county(seed: u64) -> County {
    let mut dice = Dice::new(seed);
    let n_units = 3 + dice.below(4);
    let units = (0..n_units)
        .map(|_| {
            let group = dice.of(&["town", "office"]);
            let marks = if dice.chance(8) { 0 } else { 1 + dice.below(3) };
            (group, (0..marks).map(|_| format!("{}.{}", 60 + dice.below(40), dice.below(10))).collect())
        })
        .collect();
    let people = (0..12)
        .map(|_| {
            let unit = dice.below(n_units);
            let role = dice.of(&ROLES);
            let mut posts = vec![Held { unit, role, from: 1, to: 365 }];
            if dice.chance(40) {
                // One who moved, perhaps with days between.
                let last = 20 + dice.below(300);
                let first = last + 1 + if dice.chance(30) { dice.below(20) } else { 0 };
                posts[0].to = last;
                posts.push(Held { unit: dice.below(n_units), role: dice.of(&ROLES), from: first, to: 365 });
            } else if dice.chance(30) {
                posts[0].from = 1 + dice.below(300);
            }
            if dice.chance(25) {
                // Secretary and chair at once for some of the days.
                let from = 1 + dice.below(200);
                let to = from + dice.below(165);
                posts = vec![
                    Held { unit, role: "secretary", from, to },
                    Held { unit, role: "chair", from: 1 + dice.below(100), to: 200 + dice.below(166) },
                ];
            }
            let supervises = (0..n_units).filter(|_| dice.chance(35)).collect();
            let ballots = (!dice.chance(15)).then(|| [1 + dice.below(9), dice.below(6), dice.below(4)]);
            Person { posts, supervises, ballots }
        })
        .collect();
    County {
        units,
        people,
        transfer: dice.of(&["at_end", "longest", "pro_rata", "cutoff"]),
        missing_own: dice.of(&["rescale", "zero", "pend"]),
        missing_part: dice.of(&["rescale", "zero", "pend"]),
        min_days: 60 + dice.below(200),
    }
}

fn rules(county: &County) -> String {
    let cutoff = if county.transfer == "cutoff" { "cutoff = \"06-30\"\n" } else { "" };
    scheme(&format!(
        r#"
[[poll]]
code = "leader"
name = "本人测评"
kind = "appraisal"
subject = "person"
periods = ["year"]
classes = [{{ code = "A", name = "A票", weight = "1" }}]
questions = [{{ code = "Q", name = "总评", weight = "1" }}]
marks = [
    {{ code = "e", name = "优秀", value = "100" }},
    {{ code = "g", name = "合格", value = "80" }},
    {{ code = "p", name = "不合格", value = "0" }},
]
no_view = "leave_out"
blank = "leave_out"
counted_over = "answered"
empty_question = "redistribute"
empty_class = "redistribute"
more_returned_than_issued = "warning"
min_count = 1
assumed = true

[people]
poll = "leader"
roles = [
    {{ code = "leader", name = "leader", kind = "in_charge", unit_from = "supervised_mean", unit_share = "0.7", own_share = "0.3" }},
    {{ code = "principal", name = "principal", kind = "principal", unit_share = "0.4", own_share = "0.6" }},
    {{ code = "secretary", name = "secretary", kind = "principal", unit_from = "component:inspection", unit_share = "1", own_share = "0", normalise = "best", population = "group", normalised_to = "600", best_zero = "pend" }},
    {{ code = "chair", name = "chair", kind = "member", weights = {{ inspection = "0.5", own = "0.3", supervised = "0.2" }} }},
    {{ code = "member", name = "member", kind = "member", weights = {{ unit = "0.5", supervised = "0.25", own = "0.25" }}, normalise = "best", normalised = ["unit"], population = "all", normalised_to = "100", best_zero = "zero" }},
]
transfer = "{}"
{cutoff}two_posts = "mean"
missing_own = "{}"
missing_part = "{}"
min_days = {}
short_service = "ungraded"
assumed = true

[[post_rule]]
holds = ["secretary", "chair"]
counts_as = "secretary"
assumed = true

[compare]
band = "exact"
rank = "exact"
unit_share = "exact"
assumed = true

[[band]]
for = "person"
grade = "合格"
from = "60"
assumed = true

[[band]]
for = "person"
grade = "不合格"
below = "60"
assumed = true
"#,
        county.transfer, county.missing_own, county.missing_part, county.min_days
    ))
}

fn sheets(county: &County) -> Vec<(&'static str, String)> {
    let mut units = "单位代码,单位名称,单位类别\n".to_owned();
    let mut marks = "单位,考核期,检查人,J1\n".to_owned();
    for (n, (group, own)) in county.units.iter().enumerate() {
        units += &format!("U{n},单位{n},{group}\n");
        for (inspector, mark) in own.iter().enumerate() {
            marks += &format!("U{n},year,检查人{inspector},{mark}\n");
        }
    }
    let mut people = "人员代码,姓名,单位,职务,角色,任职起,任职止,分管单位\n".to_owned();
    let mut ballots = "测评,考核期,票类,测评对象,测评项目,发出,收回,优秀,合格,不合格\n".to_owned();
    for (n, person) in county.people.iter().enumerate() {
        let supervises = person.supervises.iter().map(|unit| format!("U{unit}")).collect::<Vec<_>>().join("、");
        for post in &person.posts {
            let (from, to) = (day(post.from), day(post.to));
            people += &format!("P{n:02},人{n},U{},职务,{},{from},{to},{supervises}\n", post.unit, post.role);
        }
        if let Some([e, g, p]) = person.ballots {
            let all = e + g + p;
            ballots += &format!("leader,year,A票,P{n:02},Q,{all},{all},{e},{g},{p}\n");
        }
    }
    vec![("units", units), ("marks", marks), ("people", people), ("ballot_counts", ballots)]
}

/// The total of a unit: the mean of its marks.
fn unit_total(county: &County, unit: usize) -> Option<Fraction> {
    let marks = &county.units[unit].1;
    let sum = marks.iter().fold(whole(0), |sum, mark| sum + decimal(mark));
    (!marks.is_empty()).then(|| sum / whole(marks.len()))
}

fn best(county: &County, among: impl Fn(usize) -> bool) -> Option<Fraction> {
    (0..county.units.len()).filter(|unit| among(*unit)).filter_map(|unit| unit_total(county, unit)).max()
}

/// What a part is: there, missing, or waiting for a unit.
enum Part {
    There(Fraction),
    Missing,
    Waits,
}

fn there(value: Option<Fraction>) -> Part {
    value.map_or(Part::Waits, Part::There)
}

/// The score at one post.
fn at_post(county: &County, person: &Person, post: &Held) -> Option<Fraction> {
    let unit = unit_total(county, post.unit);
    let group = county.units[post.unit].0;
    let ballots = person.ballots.map(|[e, g, p]| over((100 * e + 80 * g) as i128, (e + g + p) as i128));
    let ballots = || ballots.map_or(Part::Missing, Part::There);
    let supervised = || {
        let all: Option<Vec<Fraction>> = person.supervises.iter().map(|unit| unit_total(county, *unit)).collect();
        match all {
            _ if person.supervises.is_empty() => Part::Missing,
            None => Part::Waits,
            Some(all) => Part::There(all.iter().fold(whole(0), |sum, one| sum + *one) / whole(all.len())),
        }
    };
    // Weight, value, and whether it is the own ballots.
    let parts: Vec<(Fraction, Part, bool)> = match post.role {
        "leader" => vec![(decimal("0.7"), supervised(), false), (decimal("0.3"), ballots(), true)],
        "principal" => vec![(decimal("0.4"), there(unit), false), (decimal("0.6"), ballots(), true)],
        "secretary" => {
            let top = best(county, |other| county.units[other].0 == group);
            vec![(whole(1), there(unit.map(|own| own * whole(600) / top.expect("at least this one"))), false)]
        }
        "chair" => vec![
            (decimal("0.5"), there(unit), false),
            (decimal("0.3"), ballots(), true),
            (decimal("0.2"), supervised(), false),
        ],
        _ => {
            let top = best(county, |_| true);
            vec![
                (decimal("0.5"), there(unit.map(|own| own * whole(100) / top.expect("at least this one"))), false),
                (decimal("0.25"), supervised(), false),
                (decimal("0.25"), ballots(), true),
            ]
        }
    };
    let (mut sum, mut weights) = (whole(0), whole(0));
    for (weight, part, is_own) in parts {
        match part {
            Part::There(value) => (sum, weights) = (sum + weight * value, weights + weight),
            Part::Waits => return None,
            Part::Missing => match if is_own { county.missing_own } else { county.missing_part } {
                "rescale" => {}
                "zero" => weights = weights + weight,
                _ => return None,
            },
        }
    }
    // All weights sum to one.
    (weights > whole(0)).then(|| sum / weights)
}

/// Day by day which posts count: while secretary and chair are held together only the secretary does.
fn days(person: &Person) -> Vec<Vec<usize>> {
    (1..=365)
        .map(|day| {
            let held: Vec<usize> = (0..person.posts.len())
                .filter(|at| (person.posts[*at].from..=person.posts[*at].to).contains(&day))
                .collect();
            let has = |role: &str| held.iter().any(|at| person.posts[*at].role == role);
            let joint = has("secretary") && has("chair");
            held.into_iter().filter(|at| !(joint && person.posts[*at].role == "chair")).collect()
        })
        .collect()
}

/// The posts that count with their shares.
fn shares(county: &County, person: &Person) -> Vec<(usize, Fraction)> {
    let days = days(person);
    let held = |at: usize| days.iter().filter(|day| day.contains(&at)).count();
    let last = |at: usize| days.iter().rposition(|day| day.contains(&at)).unwrap_or_default();
    let all: Vec<usize> = (0..person.posts.len()).filter(|at| held(*at) > 0).collect();
    let one = |at: usize| vec![(at, whole(1))];
    match county.transfer {
        "pro_rata" => {
            let total: usize = all.iter().map(|at| held(*at)).sum();
            all.iter().map(|at| (*at, whole(held(*at)) / whole(total))).collect()
        }
        "at_end" => one(*all.iter().max_by_key(|at| last(**at)).expect("a post")),
        "longest" => {
            // Two posts of one role in one unit are one.
            let same = |a: usize, b: usize| {
                (person.posts[a].unit, person.posts[a].role) == (person.posts[b].unit, person.posts[b].role)
            };
            let total =
                |at: usize| all.iter().filter(|other| same(at, **other)).map(|other| held(*other)).sum::<usize>();
            let end = |at: usize| all.iter().filter(|other| same(at, **other)).map(|other| last(*other)).max();
            one(*all.iter().max_by_key(|at| (total(**at), end(**at))).expect("a post"))
        }
        _ => {
            let on = &days[CUTOFF - 1];
            let before = days[..CUTOFF].iter().rev().find(|day| !day.is_empty());
            let after = days[CUTOFF..].iter().find(|day| !day.is_empty());
            let chosen = if on.is_empty() { before.or(after).expect("a post") } else { on };
            chosen.iter().map(|at| (*at, whole(1) / whole(chosen.len()))).collect()
        }
    }
}

#[test]
fn people_of_generated_counties() {
    let (mut compared, mut waiting, mut short) = (0, 0, 0);
    for seed in 0..150 {
        let county = county(seed);
        let results = results(&rules(&county), &sheets(&county));
        let people = by_code(&results.people);
        for (n, person) in county.people.iter().enumerate() {
            let code = format!("P{n:02}");
            let total = shares(&county, person)
                .into_iter()
                .map(|(at, share)| Some(share * at_post(&county, person, &person.posts[at])?))
                .try_fold(whole(0), |sum, part| Some(sum + part?));
            let found = people[code.as_str()];
            assert_eq!(said(found.score.as_ref()), own(total), "seed {seed} {code} {}", county.transfer);
            // Served: days on which any post was held.
            let served = days(person).iter().filter(|day| !day.is_empty()).count();
            let is_short = served < county.min_days;
            assert_eq!(found.ungraded.as_deref() == Some("short_service"), is_short, "seed {seed} {code}");
            assert_eq!(found.grade.is_some(), total.is_some() && !is_short, "seed {seed} {code}");
            compared += 1;
            waiting += usize::from(total.is_none());
            short += usize::from(is_short);
        }
    }
    println!("people {compared}, waiting {waiting}, short {short}");
    assert!(compared == 1800 && waiting > 100 && short > 50, "{waiting} {short}");
}
