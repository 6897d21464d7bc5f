//! 干部名册: a row per post.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::folded;
use super::findings::{code_duplicate, post_dates, post_overlap, role_unknown, row_duplicate};
use super::headers::Grid;
use super::lists::{Lists, Roster, role_code};
use super::sink::Sink;
use crate::assessment::Assessment;
use crate::diag::{At, Severity, Text};
use crate::facts::{Person, Post};
use crate::terms::PersonCode;

/// People by code, their posts by start.
pub(super) fn read(
    grids: &[Grid<'_>],
    assessment: &Assessment,
    lists: &Lists<'_>,
    roster: &Roster,
    sink: &mut Sink,
) -> Vec<Person> {
    let mut people: BTreeMap<PersonCode, Person> = BTreeMap::new();
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
            let (Some(code), Some(name), Some(unit), Some(post), Some(role), Some(from), Some(to), Some(main)) =
                (code, name, unit, post, role, from, to, main)
            else {
                continue;
            };
            if to.is_some_and(|to| to < from) {
                sink.push(post_dates(&row.field("from").spot(), &row.field("to").spot()));
                continue;
            }
            let (kind, role) = (lists.words.roles[*role].kind, role_code(lists.words, *role));
            let place = row.field("code").place();
            let post = Post { unit, post, role, kind, from, to, matters, main, place: place.clone() };
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
            } else if let Some(twin) = person.posts.iter().find(|other| is_same(other, &post)) {
                let what = Text::new("名册行", "a row of the roster");
                sink.push(row_duplicate(twin.place.clone(), place, &what, person.code.as_str(), Severity::Warning));
            } else {
                person.posts.push(post);
            }
        }
    }
    let mut people: Vec<Person> = people.into_values().collect();
    for person in &mut people {
        person.posts.sort_by(|a, b| (a.from, a.to, &a.unit, &a.post).cmp(&(b.from, b.to, &b.unit, &b.post)));
        tell_overlap(person, assessment, sink);
    }
    people
}

fn is_same(a: &Post, b: &Post) -> bool {
    (&a.unit, &a.post, &a.role, a.from, a.to, &a.matters, a.main)
        == (&b.unit, &b.post, &b.role, b.from, b.to, &b.matters, b.main)
}

fn matters(text: &str) -> Vec<Arc<str>> {
    let all = text.split(['、', '；', ';']).map(str::trim).filter(|matter| !matter.is_empty());
    all.map(Arc::from).collect()
}

/// Posts held at once on a day of the assessment, unless exactly one of them is the main post.
fn tell_overlap(person: &Person, assessment: &Assessment, sink: &mut Sink) {
    for start in person.posts.iter().map(|post| post.from.max(assessment.from)) {
        if start > assessment.to {
            continue;
        }
        let held: Vec<&Post> =
            person.posts.iter().filter(|post| post.from <= start && post.to.is_none_or(|to| to >= start)).collect();
        let n_main = held.iter().filter(|post| post.main).count();
        if held.len() > 1 && n_main != 1 {
            let places = held.iter().map(|post| {
                let to = |now: &str| post.to.map_or_else(|| now.to_owned(), |to| to.to_string());
                let caption = Text::new(
                    format!("{}，{} 至 {}", post.post, post.from, to("今")),
                    format!("{}, {} to {}", post.post, post.from, to("now")),
                );
                At { place: post.place.clone(), caption: Some(caption) }
            });
            sink.push(post_overlap(places.collect(), &person.name, n_main));
            return;
        }
    }
}
