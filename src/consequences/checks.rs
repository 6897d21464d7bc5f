//! 分工检查 and 清单自查.

use std::collections::BTreeSet;

use super::around::Around;
use super::model::{Entry, State};
use crate::diag::Place;
use crate::facts::{Answer, Post};
use crate::scheme::words::Table;
use crate::scheme::worth::{Checklist, RosterCheck, Track, Who};
use crate::scores::{Bound, bound, in_groups};
use crate::terms::Subject;

/// One entry for each post that has a matter it must not have.
pub(super) fn rosters(around: &Around<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.roster_checks {
        for own in bound(&rule.scope, around.tally, (around.from, around.to), None) {
            for post in &own.posts {
                let named = |list: &[String], matter: &str| list.iter().any(|word| matter.contains(word.as_str()));
                let wrong: Vec<&str> = post
                    .matters
                    .iter()
                    .map(AsRef::as_ref)
                    .filter(|matter| {
                        named(&rule.must_not, matter) || !rule.only.is_empty() && !named(&rule.only, matter)
                    })
                    .collect();
                if !wrong.is_empty() {
                    all.push(misplaced(rule, &own, &wrong.join("、"), post, around));
                }
            }
        }
    }
    all
}

fn misplaced(rule: &RosterCheck, own: &Bound<'_>, wrong: &str, post: &Post, around: &Around<'_>) -> Entry {
    let mut entry = Entry::new(&rule.list, &rule.code, own.subject.clone(), &rule.rule)
        .fact("name", &rule.name)
        .fact("post", &post.post)
        .fact("matters", wrong);
    entry.about = Some(own.unit.to_string());
    entry.places = vec![post.place.clone()];
    let may = if rule.only.is_empty() {
        format!("不得分管{}", rule.must_not.join("、"))
    } else {
        format!("只能分管{}", rule.only.join("、"))
    };
    let unit = around.unit_name(&own.unit);
    let end = post.to.map_or_else(|| "今".to_owned(), |to| to.to_string());
    entry.reason = format!(
        "{}任{unit}{}（{} 至 {end}），分管“{wrong}”；按规定{may}",
        around.name(&own.subject),
        post.post,
        post.from
    );
    entry
}

/// One entry for each row of a register that lacks a field it must have.
pub(super) fn records(around: &Around<'_>) -> Vec<Entry> {
    let registers = &around.tally.registers;
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.record_checks {
        let layout = around.scheme.words.layout(if rule.of == Track::Tasks { Table::Tasks } else { Table::Talks });
        let header = |field: &str| {
            let own = layout.and_then(|layout| layout.field(field)).and_then(|field| field.headers.first());
            own.map_or_else(|| field.to_owned(), Clone::clone)
        };
        let mut lacking = |subject, id: &str, what: &str, filled: &BTreeSet<&'static str>, place: &Place| {
            let lacks = rule.complete.iter().filter(|field| !filled.contains(field.as_str()));
            let lacks: Vec<String> = lacks.map(|field| header(field)).collect();
            if lacks.is_empty() {
                return;
            }
            let mut entry = Entry::new(&rule.list, &rule.code, subject, &rule.rule)
                .fact("name", &rule.name)
                .fact("missing", lacks.join("、"));
            entry.about = Some(id.to_owned());
            entry.places = vec![place.clone()];
            entry.reason = format!("{what}没有填写{}", lacks.join("、"));
            all.push(entry);
        };
        let among = |word: &str, list: &[String]| list.is_empty() || list.iter().any(|own| own == word);
        match rule.of {
            Track::Talks => {
                for talk in
                    registers.talks.iter().filter(|talk| talk.absent.is_empty() && among(&talk.kind, &rule.kinds))
                {
                    let Some(first) = talk.with.first() else { continue };
                    let posts = around.posts_on(first, None, talk.date, &[Who::Anyone]);
                    let in_group = posts.iter().any(|post| in_groups(around.tally, &post.unit, &rule.groups));
                    if rule.groups.is_empty() || in_group {
                        let what = format!(
                            "约谈 {}（{}，{}，对象{}）",
                            talk.id,
                            talk.kind,
                            talk.date,
                            around.names(&talk.with)
                        );
                        lacking(Subject::Person(first.clone()), &talk.id, &what, &talk.filled, &talk.place);
                    }
                }
            }
            Track::Tasks | Track::Events => {
                let tasks = registers.tasks.iter().filter(|task| among(&task.source, &rule.sources));
                for task in tasks.filter(|task| in_groups(around.tally, &task.unit, &rule.groups)) {
                    let what = format!("任务 {}（{}）", task.id, task.problem);
                    lacking(Subject::Unit(task.unit.clone()), &task.id, &what, &task.filled, &task.place);
                }
            }
        }
    }
    all
}

/// One entry for each checklist of each of those whom it binds.
pub(super) fn lists(around: &Around<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.checklists {
        let mut seen = BTreeSet::new();
        for own in bound(&rule.scope, around.tally, (around.from, around.to), None) {
            if seen.insert(own.subject.clone()) {
                all.push(completed(rule, &own, around));
            }
        }
    }
    all
}

fn completed(rule: &Checklist, own: &Bound<'_>, around: &Around<'_>) -> Entry {
    let answers = &around.tally.registers.answers;
    let of = |code: &str| answers.iter().find(|answer| answer.subject == own.subject && *answer.entry == *code);
    let mut no = Vec::new();
    let mut open = Vec::new();
    let mut unproved = Vec::new();
    let mut places = Vec::new();
    for (code, text, _) in &rule.entries {
        let line = format!("{code} {text}");
        match of(code) {
            None => open.push(line),
            Some(answer) => {
                places.push(answer.place.clone());
                match answer {
                    Answer { yes: false, .. } => no.push(line),
                    Answer { evidence: false, .. } if rule.evidence => unproved.push(line),
                    _ => {}
                }
            }
        }
    }
    let n = rule.entries.len();
    let yes = n - no.len() - open.len() - unproved.len();
    let mut entry = Entry::new(&rule.list, &rule.code, own.subject.clone(), &rule.rule)
        .fact("name", &rule.name)
        .fact("entries", n)
        .fact("yes", yes)
        .fact("no", no.len())
        .fact("unanswered", open.len());
    if rule.evidence {
        entry = entry.fact("unproved", unproved.len());
    }
    entry.places = places;
    entry.state = if yes == n { State::Done } else { State::Open };
    let mut text = format!("《{}》共 {n} 条，答“是”{yes} 条", rule.name);
    for (what, list) in [("答“否”", &no), ("没有佐证", &unproved), ("未答", &open)] {
        if !list.is_empty() {
            text += &format!("；{what} {} 条：{}", list.len(), list.join("、"));
        }
    }
    entry.reason = text;
    entry
}
