//! Names of one kind, looked up by code, name or other spelling; blanks inside and full-width letters make no difference.

use std::collections::BTreeMap;

use super::cells::{Slot, folded};
use super::findings::{Known, Spot, listed};
use super::sink::Sink;
use crate::diag::{Finding, Place, Text, nearest};
use crate::scheme::words::Named;

struct Entry<C> {
    code: String,
    name: String,
    value: C,
}

/// Names of one kind.
pub(super) struct Lookup<C> {
    entries: Vec<Entry<C>>,
    by_name: BTreeMap<String, Vec<usize>>,
    spelt: Vec<(String, usize)>,
    place: Option<Place>,
}

impl<C> Lookup<C> {
    /// No names yet; `place` is where the list is written.
    pub(super) fn new(place: Option<Place>) -> Self {
        Self { entries: Vec::new(), by_name: BTreeMap::new(), spelt: Vec::new(), place }
    }

    /// The names of a list of the scheme.
    pub(super) fn of_named<N: AsRef<str>>(all: &[Named<N>], place: Option<Place>, value: impl Fn(usize) -> C) -> Self {
        let mut lookup = Self::new(place);
        for (i, named) in all.iter().enumerate() {
            lookup.add(named.code.as_ref(), &named.name, &named.aliases, value(i));
        }
        lookup
    }

    /// Adds one with its spellings.
    pub(super) fn add(&mut self, code: &str, name: &str, aliases: &[String], value: C) {
        let at = self.entries.len();
        self.entries.push(Entry { code: code.to_owned(), name: name.to_owned(), value });
        for spelling in [code, name].into_iter().chain(aliases.iter().map(String::as_str)) {
            let key = folded(spelling).into_owned();
            if key.is_empty() {
                continue;
            }
            let who = self.by_name.entry(key.clone()).or_default();
            if !who.contains(&at) {
                who.push(at);
            }
            self.spelt.push((key, at));
        }
    }

    /// Everyone whom a folded text names; a code wins over a name.
    pub(super) fn find(&self, text: &str) -> Vec<&C> {
        let all = self.by_name.get(text).map(Vec::as_slice).unwrap_or_default();
        if let [_, _, ..] = all
            && let Some(at) = all.iter().find(|at| folded(&self.entries[**at].code) == text)
        {
            return vec![&self.entries[*at].value];
        }
        all.iter().map(|at| &self.entries[*at].value).collect()
    }

    /// The only one whom a folded text names.
    pub(super) fn one(&self, text: &str) -> Option<&C> {
        match self.by_name.get(text)?.as_slice() {
            [at] => Some(&self.entries[*at].value),
            all => {
                let at = all.iter().find(|at| folded(&self.entries[**at].code) == text)?;
                Some(&self.entries[*at].value)
            }
        }
    }

    /// The one whom a column header names: by code, name or other spelling, with a remark in brackets behind it, or by
    /// its code followed by other words.
    pub(super) fn head(&self, header: &str) -> Option<&C> {
        // A code that stands apart from what follows: `J1 2015年部署`.
        let apart = header.split_once(|c: char| c.is_whitespace()).and_then(|(code, rest)| {
            let at = self.entries.iter().position(|entry| folded(&entry.code) == folded(code))?;
            let others = self.by_name.get(without_brackets(&folded(rest)));
            others.is_none_or(|all| all.contains(&at)).then_some(at)
        });
        if let Some(at) = apart {
            return Some(&self.entries[at].value);
        }
        let header = folded(header);
        let bare = without_brackets(&header);
        if let Some(value) = self.one(&header).or_else(|| self.one(bare)) {
            return Some(value);
        }
        let mut best: Option<(usize, usize)> = None;
        for (at, entry) in self.entries.iter().enumerate() {
            let code = folded(&entry.code);
            let Some(rest) = header.strip_prefix(&*code) else { continue };
            let mut next = rest.chars();
            let (first, second) = (next.next(), next.next());
            let goes_on = first.is_some_and(|c| c.is_ascii_alphanumeric())
                || (first.is_some_and(|c| matches!(c, '.' | '-' | '_'))
                    && second.is_some_and(|c| c.is_ascii_alphanumeric()));
            if !goes_on && best.is_none_or(|(longest, _)| code.len() > longest) {
                best = Some((code.len(), at));
            }
        }
        let (length, at) = best?;
        // A code before the name of another is a slip that only a person can mend.
        let rest = without_brackets(header[length..].trim_start_matches(['.', '、', '-', '_', ':']));
        match self.by_name.get(rest) {
            Some(all) if !all.contains(&at) => None,
            _ => Some(&self.entries[at].value),
        }
    }

    /// The list, and the name nearest to a text; of a text that names several, their codes.
    pub(super) fn known(&self, text: &str) -> Known {
        let text = folded(text);
        if let Some(all @ [_, _, ..]) = self.by_name.get(&*text).map(Vec::as_slice) {
            let codes = listed(all.iter().map(|at| self.entries[*at].code.as_str()));
            let expected =
                Text::new(format!("重名，写代码：{}", codes.zh), format!("shared name, write the code: {}", codes.en));
            return Known { expected, expected_at: self.place.clone(), nearest: None };
        }
        let near = nearest(&text, self.spelt.iter().map(|(spelling, _)| spelling.as_str()));
        let at = near.and_then(|near| self.spelt.iter().find(|(spelling, _)| spelling == near));
        let nearest = at.map(|(spelling, at)| {
            let entry = &self.entries[*at];
            // A slip in a code is mended by the code, one in another spelling by the name.
            if folded(&entry.code) == *spelling { entry.code.clone() } else { entry.name.clone() }
        });
        let expected = listed(self.entries.iter().map(|entry| entry.name.as_str()));
        Known { expected, expected_at: self.place.clone(), nearest }
    }

    /// The only one whom a cell names, or a finding.
    pub(super) fn named(
        &self,
        slot: &Slot<'_>,
        code: &'static str,
        finding: fn(&Spot, &Known) -> Finding,
        sink: &mut Sink,
    ) -> Option<&C> {
        let text = slot.required(sink)?;
        let found = self.one(&folded(&text));
        if found.is_none() {
            sink.push_cell(code, &slot.place(), || finding(&slot.spot(), &self.known(&text)));
        }
        found
    }
}

/// A folded header less a remark in brackets at its end.
pub(super) fn without_brackets(header: &str) -> &str {
    match header.rfind('(') {
        Some(at) if header.ends_with(')') && at > 0 => &header[..at],
        _ => header,
    }
}
