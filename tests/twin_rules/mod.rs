//! A second scorer for the rules that the county of `twin` does not use: every item rule, measures, polls by whole ballots,
//! places and ranks, links of people to units, posts, claims. It shares no arithmetic with the program, and is compared with
//! it exactly on facts made from fixed seeds.
//!
//! Each part writes a scheme and its sheets as text, runs the program on them, and works out the same numbers from the very
//! facts that it wrote, with the fractions of `twin`.

mod cells;
mod claims;
mod items;
mod measured;
mod people;
mod places;
mod poll_rules;
mod polls;
mod standing;

use std::collections::BTreeMap;

use kaoze::diag::{Lang, render_text};
use kaoze::files::InMemory;
use kaoze::results::{Results, SubjectResult, Value};
use kaoze::run::{Traced, check, run};

use crate::twin::fraction::{Fraction, decimal};

/// A number below a limit from a seed, always the same: splitmix64.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(limit).expect("small")).expect("small")
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub fn chance(&mut self, per_cent: usize) -> bool {
        self.below(100) < per_cent
    }
}

/// What every scheme here begins with: two groups, one period, one item of 100 by inspectors, bands.
pub fn scheme(more: &str) -> String {
    let item = r#"
[[component]]
code = "inspection"
name = "检查考核"
weight = "1"
full = "100"
periods = [{ period = "year", weight = "1" }]
missing_period = "pend"
missing = "pend"
assumed = true

[[item]]
code = "J1"
name = "主体责任"
component = "inspection"
full = "100"
from = "marks"
rule = "panel"
combine = "mean"
assumed = true
"#;
    format!("{}{PASS}{more}", scheme_of("100", item))
}

/// The two bands of the schemes that are not about grades.
pub const PASS: &str = r#"
[[band]]
for = "unit"
grade = "合格"
from = "60"
assumed = true

[[band]]
for = "unit"
grade = "不合格"
below = "60"
assumed = true
"#;

/// The same beginning with components and items of its own, which come to so many full marks; without bands.
pub fn scheme_of(declared: &str, components: &str) -> String {
    format!(
        r#"
[scheme]
code = "twin"
title = "复算（虚构）"
issuer = "考核办（虚构）"
from = "2014-01-01"
fictional = true

[[group]]
code = "town"
name = "乡镇"

[[group]]
code = "office"
name = "部门"

[[period]]
code = "year"
name = "年度"
from = "01-01"
to = "12-31"
{components}
[item_policy]
not_applicable = "rescale"
not_submitted = "pend"
places = 1
assumed = true

[total]
declared = "{declared}"
cap = "none"
floor = "none"
assumed = true

[rank]
ties = "competition"
vetoed = "kept"
assumed = true
"#
    )
}

/// A number as schemes write it: `-0.5`, `1/3`.
pub fn number(text: &str) -> Fraction {
    match text.split_once('/') {
        Some((n, d)) => decimal(n) / decimal(d),
        None => decimal(text),
    }
}

/// Runs the program on a scheme and its sheets: name of the table and the csv text.
pub fn results(scheme: &str, tables: &[(&str, String)]) -> Results {
    let mut files = InMemory::default();
    let mut toml = "title = \"复算\"\nfrom = \"2015-01-01\"\nto = \"2015-12-31\"\nstatus = \"draft\"\n\
                    issued = \"2016-01-20\"\nlang = \"zh\"\nscheme = \"twin\"\nfictional = true\n"
        .to_owned();
    for (table, text) in tables {
        let path = format!("raw/{table}.csv");
        toml += &format!("\n[[table]]\ntable = \"{table}\"\nfiles = [\"{path}\"]\n");
        files.0.insert(path, text.as_bytes().to_vec());
    }
    files.0.insert("kaoze.toml".to_owned(), toml.into_bytes());
    files.0.insert("scheme/twin/scheme.toml".to_owned(), scheme.as_bytes().to_vec());
    let checked = check(&files);
    let intake = checked.value.unwrap_or_else(|| panic!("{}", render_text(&checked.findings, Lang::Zh)));
    let (made, findings) = run(intake, checked.findings, Traced::Nobody);
    made.unwrap_or_else(|| panic!("{}\n{scheme}", render_text(&findings, Lang::Zh))).results
}

/// A value of the program as `n/d`, or a dash.
pub fn said(value: Option<&Value>) -> String {
    match value {
        Some(Value::Score { exact, .. }) => exact.as_fraction(),
        _ => "-".to_owned(),
    }
}

/// The twin's value in the same shape.
pub fn own(value: Option<Fraction>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// Subjects by code.
pub fn by_code(all: &[SubjectResult]) -> BTreeMap<&str, &SubjectResult> {
    all.iter().map(|subject| (subject.code.as_str(), subject)).collect()
}
