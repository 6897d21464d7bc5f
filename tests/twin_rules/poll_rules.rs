//! The rules of a generated poll, and the scheme that says them.

use std::fmt::Write as _;

use super::{Dice, PASS, scheme_of};

pub const CLASSES: [&str; 3] = ["A", "B", "C"];
pub const MARKS: [(&str, &str); 3] = [("优", "100"), ("中", "70.5"), ("差", "0")];

pub struct Rules {
    pub no_view: &'static str,
    pub blank: &'static str,
    pub over: &'static str,
    pub empty_question: &'static str,
    pub empty_class: &'static str,
    pub over_return: &'static str,
    /// At most so many of the first mark, at least so many of the last, at most this share of the first, not all equal.
    pub most: Option<usize>,
    pub least: Option<usize>,
    pub share: Option<&'static str>,
    pub not_equal: bool,
    /// Whether the first of these rules voids, or only warns.
    pub first_voids: bool,
    pub quorum: Option<(&'static str, bool, &'static str, &'static str)>,
    pub void_limit: Option<(&'static str, bool, &'static str)>,
    pub sample: Option<(usize, &'static str)>,
    pub other_weights: bool,
    pub share_over: &'static str,
    pub share_classes: bool,
    pub share_question: bool,
    pub share_empty: &'static str,
}

pub fn rules(dice: &mut Dice) -> Rules {
    let failed = ["void", "pend", "warning"];
    Rules {
        no_view: dice.of(&["leave_out", "count_zero"]),
        blank: dice.of(&["leave_out", "count_zero", "void_ballot"]),
        over: dice.of(&["answered", "returned", "issued"]),
        empty_question: dice.of(&["redistribute", "zero", "pend"]),
        empty_class: dice.of(&["redistribute", "zero", "pend"]),
        over_return: dice.of(&["void", "void_poll", "pend", "warning"]),
        most: dice.chance(40).then(|| 2 + dice.below(2)),
        least: dice.chance(25).then_some(1),
        share: dice.chance(30).then(|| dice.of(&["1/2", "0.7"])),
        not_equal: dice.chance(30),
        first_voids: dice.chance(70),
        quorum: dice.chance(50).then(|| {
            (dice.of(&["1/2", "2/3", "0.8"]), dice.chance(50), dice.of(&["issued", "entitled"]), dice.of(&failed))
        }),
        void_limit: dice.chance(40).then(|| (dice.of(&["1/3", "0.5"]), dice.chance(50), dice.of(&failed))),
        sample: dice.chance(40).then(|| (2 + dice.below(2), dice.of(&["leave_out", "pend", "warning"]))),
        other_weights: dice.chance(60),
        share_over: dice.of(&["answered", "valid", "returned", "issued"]),
        share_classes: dice.chance(40),
        share_question: dice.chance(40),
        share_empty: dice.of(&["zero", "one", "missing"]),
    }
}

pub fn text(rules: &Rules) -> String {
    let Rules { no_view, blank, over, empty_question, empty_class, over_return, .. } = rules;
    let mut rows = Vec::new();
    let effect = |first: bool| if rules.first_voids || !first { "void" } else { "warning" };
    if let Some(most) = rules.most {
        rows.push(format!("{{ marks = [\"m0\"], at_most = {most}, effect = \"{}\" }}", effect(true)));
    }
    if let Some(least) = rules.least {
        rows.push(format!("{{ marks = [\"m2\", \"m1\"], at_least = {least}, effect = \"{}\" }}", effect(false)));
    }
    if let Some(share) = rules.share {
        rows.push(format!("{{ marks = [\"m0\"], share_at_most = \"{share}\", effect = \"{}\" }}", effect(false)));
    }
    if rules.not_equal {
        rows.push(format!("{{ all_equal = true, effect = \"{}\" }}", effect(false)));
    }
    let mut more = format!("ballot_rules = [{}]\n", rows.join(", "));
    if let Some((share, strict, of, failed)) = rules.quorum {
        let _ = writeln!(more, "quorum = {{ share = \"{share}\", strict = {strict}, of = \"{of}\" }}");
        let _ = writeln!(more, "quorum_failed = \"{failed}\"");
    }
    if let Some((share, strict, failed)) = rules.void_limit {
        let _ = writeln!(more, "void_share_limit = {{ share = \"{share}\", strict = {strict} }}");
        let _ = writeln!(more, "void_share_exceeded = \"{failed}\"");
    }
    if let Some((least, then)) = rules.sample {
        let _ = writeln!(more, "min_sample = {least}\nsmall_sample = \"{then}\"");
    }
    if rules.other_weights {
        more += "weights_for = [{ group = \"office\", weights = { A = \"0.5\", B = \"0.125\", C = \"0.375\" } }]\n";
    }
    let marks: Vec<String> = MARKS
        .iter()
        .enumerate()
        .map(|(n, (name, value))| format!("{{ code = \"m{n}\", name = \"{name}\", value = \"{value}\" }}"))
        .collect();
    let classes: Vec<String> = CLASSES
        .iter()
        .zip(["0.2", "0.3", "0.5"])
        .map(|(code, weight)| format!("{{ code = \"{code}\", name = \"{code}票\", weight = \"{weight}\" }}"))
        .collect();
    let (marks, classes) = (marks.join(", "), classes.join(", "));
    let mut share = format!("over = \"{}\"\nzero_denominator = \"{}\"\n", rules.share_over, rules.share_empty);
    if rules.share_classes {
        share += "classes = [\"A\", \"C\"]\n";
    }
    if rules.share_question {
        share += "question = \"Q1\"\n";
    }
    let all = format!(
        r#"
[[component]]
code = "team"
name = "测评"
weight = "0.5"
full = "100"
poll = "team"
periods = [{{ period = "year", weight = "1" }}]
missing_period = "pend"
missing = "pend"
assumed = true

[[component]]
code = "share"
name = "得票率"
weight = "0.5"
full = "100"
periods = [{{ period = "year", weight = "1" }}]
missing_period = "pend"
missing = "pend"
assumed = true

[[item]]
code = "J1"
name = "好评率"
component = "share"
full = "100"
rule = "pro_rata"
measure = "liked"
target = "1"
floor = "none"
cap = "none"
assumed = true

[[measure]]
code = "liked"
name = "好评率"
of = "unit"
from = "poll"
poll = "team"
marks = ["m0", "m1"]
missing = "zero"
counted_in = "%"
{share}assumed = true

[[poll]]
code = "team"
name = "测评"
kind = "appraisal"
subject = "unit"
periods = ["year"]
classes = [{classes}]
questions = [{{ code = "Q1", name = "一项", weight = "0.4" }}, {{ code = "Q2", name = "二项", weight = "0.6" }}]
marks = [{marks}]
no_view_words = ["不了解"]
void_words = ["废票"]
no_view = "{no_view}"
blank = "{blank}"
counted_over = "{over}"
empty_question = "{empty_question}"
empty_class = "{empty_class}"
more_returned_than_issued = "{over_return}"
min_count = 1
{more}assumed = true
"#
    );
    let compare = "[compare]\nband = \"exact\"\nrank = \"exact\"\nassumed = true\n";
    format!("{}{PASS}{compare}", scheme_of("100", &all))
}
