//! Loops among the files of one folder.
//!
//! The files and folders in one folder are its members. A member points to another if a file in it names that one, be it
//! straight (`super::b`, `crate::tally::b`) or through a name that `mod.rs` hands on from it. `mod.rs` itself is the folder:
//! it may gather its members, so it is no member.

use std::collections::{BTreeMap, BTreeSet};

use super::Unit;
use crate::source::{How, is_test};

/// From each member to those it points to, with the first line that does so.
type Graph = BTreeMap<String, BTreeMap<String, String>>;

/// A loop of each folder that has one: `src/tally: a → b → a (src/tally/a.rs:3, src/tally/b.rs:9)`.
pub fn loops(units: &[Unit]) -> Vec<String> {
    let mut folders: BTreeMap<Vec<String>, Graph> = BTreeMap::new();
    let handed = handed(units);
    let modules: BTreeSet<&[String]> = units.iter().map(|unit| &unit.module[..]).collect();
    for unit in units.iter().filter(|unit| !is_test(&unit.path)) {
        for named in &unit.named {
            let Some(path) = unit.inside(&named.path) else { continue };
            let path = handed_from(&handed, &modules, path);
            let common = unit.module.iter().zip(&path).take_while(|(own, other)| own == other).count();
            let (Some(own), Some(other)) = (unit.module.get(common), path.get(common)) else { continue };
            let folder = unit.module[..common].to_vec();
            let is_member = |unit: &Unit| {
                unit.module.len() > common && unit.module[..common] == folder && unit.module[common] == *other
            };
            if common > 0 && units.iter().any(is_member) {
                let arrows = folders.entry(folder).or_default().entry(own.clone()).or_default();
                arrows.entry(other.clone()).or_insert_with(|| format!("{}:{}", unit.path, named.line));
            }
        }
    }
    let told = |(folder, graph): (&Vec<String>, &Graph)| {
        let ring = ring(graph)?;
        let lines: Vec<&str> = ring.windows(2).map(|two| graph[&two[0]][&two[1]].as_str()).collect();
        Some(format!("src/{}: {} ({})", folder.join("/"), ring.join(" → "), lines.join(", ")))
    };
    folders.iter().filter_map(told).collect()
}

/// Names that the `mod.rs` of a folder hands on, with where they come from.
fn handed(units: &[Unit]) -> BTreeMap<Vec<String>, Vec<String>> {
    let mut map = BTreeMap::new();
    for unit in units.iter().filter(|unit| unit.path.ends_with("/mod.rs")) {
        for named in unit.named.iter().filter(|named| named.how != How::Inline) {
            let (Some(from), Some(name)) = (unit.inside(&named.path), named.path.last()) else { continue };
            let to = [&unit.module[..], std::slice::from_ref(name)].concat();
            if from != to {
                map.insert(to, from);
            }
        }
    }
    map
}

/// Where a path comes from in truth. A module and a function may share a name; more steps after it mean the module.
fn handed_from(
    handed: &BTreeMap<Vec<String>, Vec<String>>,
    modules: &BTreeSet<&[String]>,
    mut path: Vec<String>,
) -> Vec<String> {
    for _ in 0..8 {
        let is_item = |n: usize| n == path.len() || !modules.contains(&path[..n]);
        let from = |n: usize| Some([handed.get(&path[..n])?, &path[n..]].concat());
        match (1..=path.len()).filter(|n| is_item(*n)).find_map(from) {
            Some(from) => path = from,
            None => break,
        }
    }
    path
}

/// The first loop, beginning with its first name.
fn ring(graph: &Graph) -> Option<Vec<String>> {
    graph.keys().find_map(|start| {
        let mut trail = vec![start.clone()];
        back_to(graph, start, &mut trail, &mut BTreeSet::new()).then_some(trail)
    })
}

fn back_to(graph: &Graph, start: &str, trail: &mut Vec<String>, seen: &mut BTreeSet<String>) -> bool {
    let here = trail[trail.len() - 1].clone();
    for next in graph.get(&here).into_iter().flat_map(BTreeMap::keys) {
        if next == start {
            trail.push(start.to_owned());
            return true;
        }
        if seen.insert(next.clone()) {
            trail.push(next.clone());
            if back_to(graph, start, trail, seen) {
                return true;
            }
            trail.pop();
        }
    }
    false
}
