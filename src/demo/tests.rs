//! The county has its shape, its situations and the words of its scheme, and is the same every time.

use std::collections::BTreeSet;

use super::county::County;
use super::plan::plan;
use super::random::{Draws, Stream};
use super::workspace::{TABLES, books};
use super::{SituationKind, county, names, situations, yunshan};
use crate::files::matches;
use crate::forms::{FormCell, FormSheet};

const SEED: u64 = 7;

fn sheet_of(county: &County, path: &str) -> FormSheet {
    let found = books(county).into_iter().find(|(at, _)| at == path);
    found.expect("a workbook of this path").1.remove(0)
}

fn cell(row: &[FormCell], at: usize) -> String {
    match &row[at] {
        FormCell::Text(text) | FormCell::Number(text) => text.clone(),
        FormCell::Date(day) => day.to_string(),
        FormCell::Blank => String::new(),
    }
}

/// SplitMix64 from the state 0 and 1 gives these numbers, by the reference implementation.
#[test]
fn stream_is_splitmix64_and_stays() {
    let mut draws = Draws::from_state(0);
    assert_eq!([draws.next(), draws.next()], [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
}

#[test]
fn same_arguments_same_bytes() {
    assert!(county(20, SEED, 2015) == county(20, SEED, 2015));
    assert!(county(20, SEED, 2015) != county(20, SEED + 1, 2015));
    assert!(county(20, SEED, 2015) != county(20, SEED, 2014));
}

#[test]
fn seventy_seven_units_are_nine_sixty_eight_and_three_hundred_fifteen() {
    let county = plan(77, SEED, 2015);
    assert_eq!(county.units.iter().filter(|unit| unit.township).count(), 9);
    assert_eq!(county.units.iter().filter(|unit| !unit.township).count(), 68);
    assert_eq!(county.people.len(), 315);
    let codes: BTreeSet<&str> = county.people.iter().map(|person| person.code.as_str()).collect();
    let unit_names: BTreeSet<&str> = county.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!((codes.len(), unit_names.len()), (315, 77));
    for unit in 0..77 {
        let principals = county.people.iter().flat_map(|person| &person.posts);
        let now = principals.filter(|post| post.unit == unit && post.role == 0 && post.to.is_none()).count();
        assert_eq!(now, 1, "one principal at the year's end in {}", county.units[unit].name);
    }
}

#[test]
fn every_situation_occurs_in_2015() {
    let found: Vec<SituationKind> = situations(77, SEED, 2015).iter().map(|situation| situation.kind).collect();
    use SituationKind as Kind;
    let all = [
        Kind::TownshipTie,
        Kind::DepartmentTie,
        Kind::VetoV1,
        Kind::FormerPrincipal,
        Kind::VetoV2,
        Kind::VetoV3,
        Kind::VetoV4,
        Kind::RevokedEvent,
        Kind::LateReport,
        Kind::EmptyClass,
        Kind::EmptyQuestion,
        Kind::SmallClass,
        Kind::OverReturned,
        Kind::TwoPosts,
        Kind::UnitDecided,
        Kind::PersonDecided,
        Kind::NotApplicable,
        Kind::BonusOverCap,
        Kind::Penalty,
        Kind::ChargedNextYear,
    ];
    assert_eq!(found, all);
    let even: Vec<SituationKind> = situations(77, SEED, 2014).iter().map(|situation| situation.kind).collect();
    let only_odd = [Kind::TownshipTie, Kind::DepartmentTie, Kind::FormerPrincipal];
    assert_eq!(even, all.into_iter().filter(|kind| !only_odd.contains(kind)).collect::<Vec<_>>());
}

/// One unit plays one part, so that each situation can be seen by itself; a small county leaves parts out.
#[test]
fn parts_do_not_meet() {
    for (units, year) in [(5, 2015), (20, 2015), (77, 2014), (77, 2015), (300, 2015)] {
        let list = situations(units, SEED, year);
        let parts = list.iter().filter(|one| one.kind != SituationKind::FormerPrincipal);
        let codes: Vec<&String> = parts.flat_map(|one| &one.units).collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{units} units in {year}: {list:?}");
        assert!(list.len() >= 3);
    }
}

/// The two townships have the same cells in every table but for their names and numbers.
#[test]
fn tied_townships_are_equal_in_every_table() {
    let county = plan(77, SEED, 2015);
    let tie = county.cast.town_tie.expect("a tie").map(|unit| county.units[unit].clone());
    for (path, sheets) in books(&county) {
        if path.contains("班子成员") || path.contains("名册") || path.contains("登记") {
            continue;
        }
        for sheet in sheets {
            let [first, second] = [&tie[0], &tie[1]].map(|unit| {
                let own = sheet.rows.iter().filter(|row| row.contains(&FormCell::text(&unit.name)));
                let plain = |row: &Vec<FormCell>| {
                    let all = (0..row.len()).map(|at| cell(row, at).replace(&unit.name, "").replace(&unit.code, ""));
                    all.collect::<Vec<_>>().join("|")
                };
                own.map(plain).collect::<Vec<_>>()
            });
            assert_eq!(first, second, "{path} {}", sheet.name);
        }
    }
}

/// 2.5 points of inspection times 0.60 are the 1.5 points of honours that the other department has.
#[test]
fn departments_at_the_edge_trade_inspection_for_honours() {
    let county = plan(77, SEED, 2015);
    let [better, honoured] = county.cast.chain_tie.expect("a pair").map(|unit| county.units[unit].clone());
    let (mut pairs, mut n) = ([Vec::new(), Vec::new()], 0);
    for (path, sheets) in books(&county) {
        for sheet in sheets.iter().filter(|_| path.contains("检查评分")) {
            for row in &sheet.rows {
                let tenths = |at: usize| cell(row, at).replace('.', "").parse::<i32>().unwrap_or(0);
                for (pair, unit) in pairs.iter_mut().zip([&better, &honoured]) {
                    if cell(row, 0) == unit.name {
                        pair.push((tenths(3), tenths(4)));
                        n += 1;
                    }
                }
            }
        }
    }
    assert!(n >= 12 && pairs[0].len() == pairs[1].len());
    for (one, other) in pairs[0].iter().zip(&pairs[1]) {
        assert_eq!((one.0 - other.0, one.1 - other.1), (15, 10));
        assert!(one.0 <= 300 && one.1 <= 200, "inside the full marks");
    }
    let claims = sheet_of(&county, "raw/加减分.xlsx");
    let levels: Vec<String> =
        claims.rows.iter().filter(|row| cell(row, 1) == honoured.name).map(|row| cell(row, 3)).collect();
    assert_eq!(levels, ["市级", "县级"]);
    assert!(claims.rows.iter().all(|row| cell(row, 1) != better.name));
}

/// The V1 event of 18 March is charged to the one who was principal then and has moved by the year's end.
#[test]
fn former_principal_has_moved() {
    let list = situations(77, SEED, 2015);
    let former = list.iter().find(|one| one.kind == SituationKind::FormerPrincipal).expect("the situation");
    let county = plan(77, SEED, 2015);
    let person = county.people.iter().find(|person| former.people.contains(&person.code)).expect("the person");
    let posts: Vec<(String, String)> = person
        .posts
        .iter()
        .map(|post| (county.units[post.unit].code.clone(), post.to.map(|day| day.to_string()).unwrap_or_default()))
        .collect();
    assert_eq!(posts.len(), 2);
    assert_eq!(posts[0], (former.units[0].clone(), "2015-05-10".to_owned()));
    assert!(posts[1].0 != former.units[0] && posts[1].1.is_empty());
    let events = sheet_of(&county, "raw/责任追究.xlsx");
    assert_eq!((cell(&events.rows[0], 3), cell(&events.rows[0], 5)), (yunshan::GROUNDS[0].into(), "2015-03-18".into()));
    let matter = cell(&events.rows[0], 4);
    let in_charge = county.people.iter().flat_map(|person| &person.posts);
    assert!(in_charge.filter(|post| post.role == 1).any(|post| post.matters.split('、').any(|own| own == matter)));
}

/// Who changed over in 2015 stays there in 2016 and goes back in 2017.
#[test]
fn change_over_is_kept_in_later_years() {
    let unit_of = |year: i32| {
        let county = plan(77, SEED, year);
        let former = situations(77, SEED, 2015).remove(3).people.remove(0);
        let person = county.people.into_iter().find(|person| person.code == former).expect("the person");
        let units: Vec<usize> = person.posts.iter().map(|post| post.unit).collect();
        (units, person.posts[0].from.to_string())
    };
    let (before, _) = unit_of(2014);
    let (during, _) = unit_of(2015);
    let (after, since) = unit_of(2016);
    let (back, _) = unit_of(2017);
    assert_eq!((during[0], during[1]), (before[0], after[0]));
    assert_eq!((after.len(), since.as_str()), (1, "2015-05-11"));
    assert_eq!(back, [after[0], before[0]]);
}

#[test]
fn years_share_units_and_most_people() {
    let (one, other) = (plan(77, SEED, 2014), plan(77, SEED, 2015));
    assert!(
        one.units.iter().zip(&other.units).all(|(a, b)| (&a.code, &a.name, a.quality) == (&b.code, &b.name, b.quality))
    );
    let new = other.people.iter().filter(|person| one.people.iter().all(|old| old.code != person.code)).count();
    assert_eq!(new, 6);
}

#[test]
fn odd_ballots_are_there() {
    let county = plan(77, SEED, 2015);
    let returns = sheet_of(&county, "raw/民主测评/票数登记.xlsx");
    let row = |part: Option<usize>, class: &str| {
        let name = county.units[part.expect("cast")].name.clone();
        let found = returns.rows.iter().find(|row| cell(row, 2) == class && cell(row, 3) == name).expect("a row");
        (cell(found, 4), cell(found, 5))
    };
    assert_eq!(row(county.cast.empty_class, "C票"), ("10".into(), "0".into()));
    assert_eq!(row(county.cast.small_class, "A票"), ("4".into(), "4".into()));
    assert_eq!(row(county.cast.over_returned, "B票"), ("15".into(), "16".into()));
    let ballots = sheet_of(&county, "raw/民主测评/班子_年终_A票.xlsx");
    let silent = county.units[county.cast.empty_question.expect("cast")].name.clone();
    let mut own = ballots.rows.iter().filter(|row| cell(row, 1) == silent).peekable();
    assert!(own.peek().is_some());
    assert!(own.all(|row| ["", "不了解"].contains(&cell(row, 4).as_str())));
    let cells: BTreeSet<String> = ["A", "B", "C"]
        .iter()
        .flat_map(|class| sheet_of(&county, &format!("raw/民主测评/班子_年终_{class}票.xlsx")).rows)
        .flat_map(|row| [cell(&row, 2), cell(&row, 3)])
        .collect();
    let expected = ["", "一般", "不了解", "优秀", "废票", "良好"];
    assert!(expected.iter().all(|word| cells.contains(*word)), "{cells:?}");
}

/// Every registered number of returned ballots is the number of rows.
#[test]
fn returned_ballots_are_those_in_the_sheets() {
    let county = plan(77, SEED, 2015);
    let returns = sheet_of(&county, "raw/民主测评/票数登记.xlsx");
    for (poll, word) in [(&yunshan::TEAM, "班子"), (&yunshan::LEADER, "班子成员")] {
        for (_, class) in poll.classes {
            let rows = sheet_of(&county, &format!("raw/民主测评/{word}_年终_{class}.xlsx")).rows;
            for row in returns.rows.iter().filter(|row| cell(row, 0) == poll.name && cell(row, 2) == *class) {
                let own = rows.iter().filter(|ballot| cell(ballot, 1) == cell(row, 3)).count();
                assert_eq!(own.to_string(), cell(row, 5), "{} {class} {}", poll.name, cell(row, 3));
            }
        }
    }
}

#[test]
fn counted_ballots_add_up() {
    let county = plan(77, SEED, 2015);
    let counts = sheet_of(&county, "raw/民主测评/班子_半年_汇总.xlsx");
    assert_eq!(counts.rows.len(), 77 * 3 * 3);
    for row in &counts.rows {
        let number = |at: usize| cell(row, at).parse::<u32>().expect("a count");
        assert_eq!((5..12).map(number).sum::<u32>(), number(4));
        assert!(number(4) <= number(3));
    }
}

#[test]
fn late_and_not_applicable() {
    let county = plan(77, SEED, 2015);
    let late = county.units[county.cast.late.expect("cast")].name.clone();
    let without = county.units[county.cast.not_applicable.expect("cast")].name.clone();
    let (mut reports, mut letters) = (Vec::new(), Vec::new());
    for (path, sheets) in books(&county).into_iter().filter(|(path, _)| path.contains("检查评分")) {
        for (sheet, row) in sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row))) {
            assert!(sheets.len() == 2 && path.ends_with("检查组.xlsx"));
            if cell(row, 0) == late && sheet.name == "年终检查" {
                reports.push(cell(row, 5));
            }
            if cell(row, 0) == without {
                letters.push(cell(row, 2));
            }
        }
    }
    assert_eq!((reports[0].as_str(), reports[1].as_str()), ("2015-12-23", ""));
    assert_eq!(letters.iter().filter(|letter| *letter == "不适用").count(), 2);
}

#[test]
fn any_size() {
    for units in [1, 5, 20, 77, 770] {
        let files = county(units, SEED, 2015).expect("written");
        for path in files.keys().filter(|path| path.starts_with("raw/")) {
            assert!(TABLES.iter().any(|(_, pattern, ..)| matches(pattern, path)), "{path} has a table");
        }
        for (_, pattern, sheets, _) in TABLES {
            assert!(files.keys().any(|path| matches(pattern, path)), "{pattern} has a file");
            let plan = plan(units, SEED, 2015);
            let fits = |(path, list): (String, Vec<FormSheet>)| {
                matches(pattern, &path) && !list.iter().any(|sheet| sheets.is_empty() || matches(sheets, &sheet.name))
            };
            assert!(!books(&plan).into_iter().any(fits), "{pattern} {sheets}");
        }
    }
    assert_eq!(plan(770, SEED, 2015).units.iter().filter(|unit| unit.township).count(), 90);
    assert!(books(&plan(770, SEED, 2014)).len() > 60);
    assert!(plan(5000, SEED, 2015).people.len() > 19_000);
}

#[test]
fn small_packages() {
    let total: usize = county(77, SEED, 2015).expect("written").values().map(Vec::len).sum();
    assert!(total < 1_500_000, "{total}");
}

/// 第十二工作站, 第一百零五.
#[test]
fn numerals() {
    let cases = [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (385, "三百八十五"),
        (4010, "四千零一十"),
    ];
    for (number, text) in cases {
        assert_eq!(names::numeral(number), text);
    }
    let mut draws = Draws::of(Stream::Name, &[1]);
    assert!((0..1000).all(|_| (-5..=5).contains(&draws.spread(5))));
    assert_eq!(draws.below(0), 0);
}
