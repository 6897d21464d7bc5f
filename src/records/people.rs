//! 干部名册: a row per post.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::cells::{Slot, folded};
use super::findings::{code_duplicate, person_unknown, post_dates, post_overlap, role_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{LeftOut, Lists, Roster, role_code};
use super::lookup::Lookup;
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{At, Place, Severity, Text};
use crate::facts::{Person, Post};
use crate::scheme::words::Words;
use crate::terms::PersonCode;

/// People by code, their posts by start, and the rows that were left out.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> (Vec<Person>, Vec<LeftOut>) {
    let mut people: BTreeMap<PersonCode, Person> = BTreeMap::new();
    let mut left_out = Vec::new();
    let mut rows = BTreeMap::new();
    let mut superiors = Vec::new();
    for grid in grids {
        grid.tell_unknown_columns(sink);
        for row in grid.rows(sink) {
            let code = row.field("code").required(sink);
            let name = row.field("name").required_shared(sink);
            let unit = roster.unit(&row.field("unit"), sink);
            let post = row.field("post").required_shared(sink);
            let role = lists.roles.named(&row.field("role"), "R031", role_unknown, sink);
            let from = row.field("from").day(sink);
            let to = row.field("to");
            // 至今 says that the post is still held.
            let is_open = to.text().is_none_or(|text| matches!(&*folded(&text), "至今" | "现任" | "-"));
            let to = if is_open { Some(None) } else { to.day(sink).map(Some) };
            let matters = row.field("matter").optional(sink).map(|text| matters(&text)).unwrap_or_default();
            let main = row.field("main").yes_no(grid.layout, sink);
            let layer = row.field("layer").optional(sink).map(Arc::from);
            let supervises = roster.all_units(&row.field("supervises"), sink);
            let excluded = row.field("excluded");
            let excluded = excluded.optional(sink).filter(|_| excluded.as_yes_no(grid.layout) != Some(false));
            let place = row.field("code").place();
            let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
            let out = LeftOut { code: text(code.as_deref()), name: text(name.as_deref()), place: place.clone() };
            let (Some(code), Some(name), Some(unit), Some(post), Some(role)) = (code, name, unit, post, role) else {
                left_out.push(out);
                continue;
            };
            let (Some(from), Some(to), Some(main), Some(supervises)) = (from, to, main, supervises) else {
                left_out.push(out);
                continue;
            };
            if to.is_some_and(|to| to < from) {
                sink.push(post_dates(&row.field("from").spot(), &row.field("to").spot()));
                left_out.push(out);
                continue;
            }
            let (kind, role) = (lists.words.roles[*role].kind, role_code(lists.words, *role));
            let (managed_by, excluded) = (None, excluded.map(Arc::from));
            let place_of_row = place.clone();
            let post = Post {
                unit,
                post,
                role,
                kind,
                from,
                to,
                matters,
                main,
                layer,
                supervises,
                managed_by,
                excluded,
                place: place_of_row,
            };
            let code = PersonCode::new(&code);
            let person = people.entry(code.clone()).or_insert_with(|| Person {
                code,
                name: name.clone(),
                posts: Vec::new(),
                place: place.clone(),
            });
            if folded(&person.name) != folded(&name) {
                let names = (&*person.name, &*name);
                sink.push(code_duplicate(person.place.clone(), place, person.code.as_str(), names));
                continue;
            }
            let key =
                (person.code.clone(), post.unit.clone(), post.post.clone(), post.role.clone(), post.from, post.to);
            match rows.entry((key, post.matters.clone(), post.main)) {
                Entry::Occupied(first) => {
                    let what = Text::new("名册行", "a row of the roster");
                    let first = Place::clone(first.get());
                    sink.push(row_duplicate(first, place, &what, person.code.as_str(), Severity::Warning));
                }
                Entry::Vacant(free) => {
                    free.insert(place);
                    superiors.push((person.code.clone(), person.posts.len(), row.field("managed_by")));
                    person.posts.push(post);
                }
            }
        }
    }
    name_superiors(&mut people, &left_out, superiors, sink);
    let mut people: Vec<Person> = people.into_values().collect();
    for person in &mut people {
        person.posts.sort_by(|a, b| (a.from, a.to, &a.unit, &a.post).cmp(&(b.from, b.to, &b.unit, &b.post)));
        tell_overlap(person, assessment, lists.words, sink);
    }
    (people, left_out)
}

/// Looks up who is in charge of whom, once everybody is known; one whose row was left out is not told again.
fn name_superiors(
    people: &mut BTreeMap<PersonCode, Person>,
    left_out: &[LeftOut],
    superiors: Vec<(PersonCode, usize, Slot<'_>)>,
    sink: &mut Sink,
) {
    let mut lookup = Lookup::new(None);
    for person in people.values() {
        lookup.add(person.code.as_str(), &person.name, &[], Some(person.code.clone()));
    }
    for row in left_out {
        lookup.add(&row.code, &row.name, &[], None);
    }
    for (code, at, slot) in superiors {
        if slot.is_empty() {
            continue;
        }
        let superior = lookup.named(&slot, "R011", person_unknown, sink).cloned().flatten();
        if let Some(post) = people.get_mut(&code).and_then(|person| person.posts.get_mut(at)) {
            post.managed_by = superior;
        }
    }
}

fn matters(text: &str) -> Vec<Arc<str>> {
    let all = text.split(['、', '；', ';']).map(str::trim).filter(|matter| !matter.is_empty());
    all.map(Arc::from).collect()
}

/// Posts held at once on a day of the assessment, unless exactly one of them is the main post, or the rules say otherwise.
fn tell_overlap(person: &Person, assessment: &Assessment, words: &Words, sink: &mut Sink) {
    if words.all_posts_count {
        return;
    }
    // Posts stand by their start; those still held on a day by their end.
    let mut held: BTreeSet<(NaiveDate, usize)> = BTreeSet::new();
    let mut n_main = 0;
    let mut posts = person.posts.iter().enumerate().peekable();
    while let Some((at, post)) = posts.next() {
        held.insert((post.to.unwrap_or(NaiveDate::MAX), at));
        n_main += usize::from(post.main);
        let start = post.from.max(assessment.from);
        if start > assessment.to {
            return;
        }
        if posts.peek().is_some_and(|(_, next)| next.from.max(assessment.from) == start) {
            continue;
        }
        while let Some(&(to, ended)) = held.first().filter(|(to, _)| *to < start) {
            n_main -= usize::from(person.posts[ended].main);
            held.remove(&(to, ended));
        }
        let roles = || held.iter().map(|(_, at)| &person.posts[*at].role).collect::<BTreeSet<_>>();
        let is_settled = || words.joint_posts.iter().any(|joint| joint.iter().collect::<BTreeSet<_>>() == roles());
        if held.len() > 1 && n_main != 1 && !is_settled() {
            let mut at: Vec<usize> = held.iter().map(|(_, at)| *at).collect();
            at.sort_unstable();
            let places = at.iter().map(|at| place_of(&person.posts[*at])).collect();
            sink.push(post_overlap(places, &person.name, n_main));
            return;
        }
    }
}

fn place_of(post: &Post) -> At {
    let to = |now: &str| post.to.map_or_else(|| now.to_owned(), |to| to.to_string());
    let caption = Text::new(
        format!("{}，{} 至 {}", post.post, post.from, to("今")),
        format!("{}, {} to {}", post.post, post.from, to("now")),
    );
    At { place: post.place.clone(), caption: Some(caption) }
}
