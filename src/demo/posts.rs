//! People and the posts they hold in the year.

use super::cast::{Cast, Swap};
use super::county::{County, PlannedPerson, PlannedPost, day_of};
use super::levels;
use super::names;
use super::random::{Draws, Stream};

/// The first year of the county; later years have new people here and there.
const FIRST_YEAR: i32 = 2014;

/// Everybody, in the order of the teams; the teams that a part of `kept` needs stay as they are.
pub(super) fn people(county: &County, swaps: &[Swap], kept: &[&Cast]) -> Vec<PlannedPerson> {
    let mut people = Vec::new();
    for (index, unit) in county.units.iter().enumerate() {
        for place in 0..unit.team.1 {
            let number = people.len();
            let mut draws = Draws::of(Stream::Name, &[county.seed, number as u64]);
            let name = names::person(&mut draws);
            let mut matters = String::new();
            if role_of(unit.township, unit.team.1, place) == 1 {
                let first = (index + 2 * place) % names::MATTERS.len();
                matters = [names::MATTERS[first], names::MATTERS[(first + 1) % names::MATTERS.len()]].join("、");
            }
            let post = PlannedPost {
                unit: index,
                post: names::post(&unit.name, unit.township, place).to_owned(),
                role: role_of(unit.township, unit.team.1, place),
                from: day_of(
                    2010 + i32::try_from(draws.below(4)).unwrap_or(0),
                    1 + draws.below(12),
                    1 + draws.below(28),
                ),
                to: None,
                matters,
                main: false,
            };
            people.push(PlannedPerson {
                code: format!("P{:04}", number + 1),
                name,
                level: 0,
                unit: index,
                posts: vec![post],
            });
        }
    }
    replace(county, &mut people, kept);
    for swap in swaps {
        change_over(county, &mut people, swap);
    }
    if let Some([main, other]) = county.cast.two_posts {
        second_post(county, &mut people, main, other);
    }
    let decided = county.cast.decided_person.map(|unit| county.units[unit].team.0 + 1);
    for (number, person) in people.iter_mut().enumerate() {
        let leaning = Draws::of(Stream::Leaning, &[county.seed, number as u64]).spread(levels::PERSON_SPREAD);
        let mut draws = county.draws(Stream::Leaning, &[number as u64]);
        let fall = if draws.chance(levels::PERSON_FALLS) { levels::PERSON_FALL } else { 0 };
        let own = leaning + draws.spread(levels::YEAR_SPREAD) - fall;
        // The one whose grade is decided stands by the ballots where the unit does, so that a grade is left to lose.
        let own = if decided == Some(number) { 0 } else { own };
        person.level = (county.units[person.unit].level + own).min(levels::BEST);
    }
    people
}

/// 0 principal, 1 in charge, 2 member.
fn role_of(township: bool, size: usize, place: usize) -> usize {
    let n_in_charge = if township { 3 } else { size.saturating_sub(2) };
    usize::from(place > 0) + usize::from(place > n_in_charge)
}

/// New people at the last place of some teams, from the first of January of their year on.
fn replace(county: &County, people: &mut [PlannedPerson], kept: &[&Cast]) {
    let n_units = county.units.len();
    let mut order: Vec<usize> = (0..n_units).collect();
    Draws::of(Stream::Replaced, &[county.seed]).shuffle(&mut order);
    order.retain(|&unit| !kept.iter().any(|cast| cast.plays(unit)));
    let each_year = (n_units * levels::REPLACED_OF_77).div_ceil(77);
    let n_people = people.len();
    let mut number = n_people;
    for year in FIRST_YEAR + 1..=county.year {
        let years = usize::try_from(year - FIRST_YEAR - 1).unwrap_or(0);
        for &unit in order.iter().skip(years * each_year).take(each_year) {
            let (first, size) = county.units[unit].team;
            let person = &mut people[first + size - 1];
            number += 1;
            person.code = format!("P{number:04}");
            person.name = names::person(&mut Draws::of(Stream::Name, &[county.seed, number as u64, 1]));
            if let Some(post) = person.posts.first_mut() {
                post.from = day_of(year, 1, 1);
            }
        }
    }
}

/// Two holders change places; who sat where before hangs on how often they have done so.
fn change_over(county: &County, people: &mut [PlannedPerson], swap: &Swap) {
    let seats = swap.units.map(|unit| county.units[unit].team.0 + swap.place);
    let [a, b] = seats;
    let posts = seats.map(|seat| people[seat].posts[0].clone());
    let day = |year: i32| day_of(year, swap.on.0, swap.on.1);
    let before = (county.year - FIRST_YEAR).max(0) / 2;
    let now = county.year > FIRST_YEAR && county.year.rem_euclid(2) == 1;
    for (seat, own, other) in [(a, 0, 1), (b, 1, 0)] {
        let (held, next) = if before % 2 == 0 { (own, other) } else { (other, own) };
        let mut first = posts[held].clone();
        if before > 0 {
            first.from = day(FIRST_YEAR + 2 * before - 1);
        }
        people[seat].unit = first.unit;
        people[seat].posts = vec![first];
        if now {
            let last = day(county.year).pred_opt().unwrap_or_default();
            let mut second = posts[next].clone();
            second.from = day(county.year);
            people[seat].unit = second.unit;
            people[seat].posts[0].to = Some(last);
            people[seat].posts.push(second);
        }
    }
}

/// The first deputy of one unit also sits in the team of another.
fn second_post(county: &County, people: &mut [PlannedPerson], main: usize, other: usize) {
    let person = &mut people[county.units[main].team.0 + 1];
    if let Some(post) = person.posts.first_mut() {
        post.main = true;
        let second = PlannedPost {
            unit: other,
            post: "党组成员（兼）".to_owned(),
            role: 2,
            from: post.from,
            matters: String::new(),
            to: None,
            main: false,
        };
        person.posts.push(second);
    }
}
