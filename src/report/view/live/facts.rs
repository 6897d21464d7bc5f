//! Input sheets: what inspectors, ballots and claims brought, a row a subject or a class of ballots.

use std::collections::BTreeMap;

use crate::exact::Exact;

/// A table of inputs in the making: rows by key, columns by step and name, in the order in which they come up.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Words at the head of each row.
    pub rows: Vec<Vec<String>>,
    row_of: BTreeMap<String, u32>,
    /// Columns: the step, its words, the name.
    pub columns: Vec<Head>,
    column_of: BTreeMap<(String, String), usize>,
    /// What stands where.
    pub cells: BTreeMap<(u32, usize), Exact>,
}

/// A column of inputs.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// Code of the step.
    pub step: String,
    /// What the step is called.
    pub words: String,
    /// Kind and detail; `=` for a mean that is worked out here.
    pub name: String,
}

impl Facts {
    /// The row of a key; `words` are asked for when it is new.
    pub fn row(&mut self, key: &str, words: impl FnOnce() -> Vec<String>) -> u32 {
        if let Some(row) = self.row_of.get(key) {
            return *row;
        }
        let row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(words());
        self.row_of.insert(key.to_owned(), row);
        row
    }

    /// The column of a step and name.
    pub fn column(&mut self, step: &str, words: &str, name: &str) -> usize {
        let key = (step.to_owned(), name.to_owned());
        if let Some(column) = self.column_of.get(&key) {
            return *column;
        }
        let column = self.columns.len();
        self.columns.push(Head { step: step.to_owned(), words: words.to_owned(), name: name.to_owned() });
        self.column_of.insert(key, column);
        column
    }

    /// Columns as they are to stand: those of one step together, a mean behind what it is made of.
    pub fn order(&self) -> Vec<usize> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, head) in self.columns.iter().enumerate() {
            first.entry(head.step.as_str()).or_insert(at);
        }
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        order.sort_by_key(|at| {
            let head = &self.columns[*at];
            // A mean over all questions has no step of its own and stands last.
            (head.step.is_empty(), first.get(head.step.as_str()).copied(), head.name == "=", *at)
        });
        order
    }
}

/// Numbers of the scheme in the making.
#[derive(Debug, Default)]
pub(super) struct Params {
    /// Rule, name, value.
    pub rows: Vec<(String, String, Exact)>,
    at: BTreeMap<(String, String, String), usize>,
}

impl Params {
    /// The number's own place in the order in which they come up.
    pub fn at(&mut self, rule: &str, name: &str, value: &Exact) -> usize {
        let key = (rule.to_owned(), name.to_owned(), value.as_fraction());
        *self.at.entry(key).or_insert_with(|| {
            self.rows.push((rule.to_owned(), name.to_owned(), value.clone()));
            self.rows.len() - 1
        })
    }

    /// Rows as they are to stand: those of one rule together.
    pub fn order(&self) -> Vec<usize> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, (rule, ..)) in self.rows.iter().enumerate() {
            first.entry(rule).or_insert(at);
        }
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_key(|at| (first.get(self.rows[*at].0.as_str()).copied(), *at));
        order
    }
}
