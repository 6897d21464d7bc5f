//! Where each outside crate comes in.

use super::Unit;
use crate::source::{Named, is_test};

/// An outside crate, or a part of the standard library that is kept behind doors.
pub struct Door {
    /// `calamine`, `std::fs`
    pub of: &'static str,
    /// Files or folders that may name it.
    pub at: &'static [&'static str],
    /// Why there.
    pub why: &'static str,
}

const fn door(of: &'static str, at: &'static [&'static str], why: &'static str) -> Door {
    Door { of, at, why }
}

/// Every outside crate with its doors; `serde` alone goes everywhere, since any declared type may be read or written.
pub const DOORS: &[Door] = &[
    door("calamine", &["src/sheets/"], "past sheets nobody knows what a workbook is"),
    door("encoding_rs", &["src/sheets/text.rs"], "text of .csv in GB18030"),
    door("num_bigint", &["src/exact/"], "whole numbers under the fractions"),
    door("num_rational", &["src/exact/"], "the fraction"),
    door("num_traits", &["src/exact/"], "its traits"),
    door("polars", &["src/tally/polls.rs"], "counts long ballot tables; nothing but whole numbers comes out"),
    door("plotters", &["src/report/charts/svg.rs"], "lines and areas as SVG"),
    door("resvg", &["src/report/charts/outlines.rs"], "text as outlines, SVG as PNG"),
    door("ttf_parser", &["src/report/fonts.rs"], "which characters the typeface has"),
    door("minijinja", &["src/report/page/", "src/report/notices/"], "the page and the letters from their templates"),
    door("docx_rs", &["src/report/notices/docx.rs"], "a letter as a Word file"),
    door("typst", &["src/report/paper/"], "the typesetter"),
    door("typst_layout", &["src/report/paper/press.rs"], "its pages"),
    door("typst_pdf", &["src/report/paper/press.rs"], "its pages as PDF"),
    door(
        "rust_xlsxwriter",
        &["src/forms/", "src/report/workbook/"],
        "forms writes empty and made-up workbooks, report the results",
    ),
    door(
        "clap",
        &["src/cli/arguments.rs", "src/cli/mod.rs", "src/cli/manual.rs"],
        "the command line as typed, and its usage errors",
    ),
    door("clap_complete", &["src/cli/arguments.rs", "src/cli/manual.rs"], "completions for a shell"),
    door("clap_mangen", &["src/cli/manual.rs"], "manual pages"),
    door("indicatif", &["src/cli/progress.rs"], "what is going on, on a terminal"),
    door("sha2", &["src/files/digest.rs", "src/report/page/policy.rs"], "digests; the one script that a page may run"),
    door("rustix", &["src/files/replace.rs"], "exchange of two folders in one call"),
    door(
        "toml",
        &[
            "src/assessment/read.rs",
            "src/scheme/",
            "src/audit/published/",
            "src/audit/trend/",
            "src/audit/vectors/",
            "src/report/charts/theme/",
        ],
        "texts that a person writes: kaoze.toml, a scheme, published figures, test vectors, a theme",
    ),
    door(
        "schemars",
        &["src/scheme/", "src/exact/rounding.rs"],
        "the JSON Schema of scheme files, of which a rounding is one value",
    ),
    door(
        "serde_json",
        &[
            "src/diag/render.rs",
            "src/results/",
            "src/explain/",
            "src/cli/",
            "src/scheme/reference.rs",
            "src/report/page/",
            "src/report/paper/data.rs",
        ],
        "findings, results, the tree of a number, stdout under --json, the schema that the reference is made from, the data \
         inside a page, and what the templates of print read",
    ),
    door("include_dir", &["src/scheme/builtin.rs"], "scoring/ inside the program"),
    door(
        "chrono",
        &[
            "src/assessment/",
            "src/scheme/",
            "src/facts/",
            "src/sheets/",
            "src/records/",
            "src/tally/",
            "src/charges/",
            "src/scores/",
            "src/consequences/",
            "src/forms/",
            "src/demo/",
        ],
        "days of the calendar; past scores a date is text",
    ),
    door("std::fs", &["src/files/"], "the disk; cli looks whether a target folder is empty or ours"),
    door("std::env", &["src/cli/mod.rs", "src/cli/terminal.rs"], "arguments, locale, and what the terminal is"),
    door("std::process", &["src/cli/mod.rs", "src/cli/terminal.rs"], "the exit code, and the system's opener of files"),
    door("std::time", &["src/cli/progress.rs"], "how often the progress line turns"),
    door("std::net", &[], "no network"),
    door(
        "std::thread",
        &["src/report/figures.rs", "src/report/paper/press.rs"],
        "figures and documents are made side by side and put back into order",
    ),
];

/// What any test may use: folders of its own, and days to put into made-up facts.
const EVERY_TEST: [&str; 4] = ["std::fs", "std::env", "std::process", "chrono"];

/// Tests may come in by further doors.
const TESTS: &[(&str, &str, &str)] = &[
    ("src/sheets/tests.rs", "rust_xlsxwriter", "workbooks to read are written where they are read"),
    ("src/report/workbook/tests.rs", "calamine", "results.xlsx is read back and compared with the view"),
    ("src/sheets/tests.rs", "encoding_rs", "a .csv in GB18030 to read"),
    ("src/sheets/hostile_tests.rs", "rust_xlsxwriter", "a sheet with cells at its far corners"),
    (
        "src/report/workbook/tests.rs",
        "calamine",
        "results.xlsx is read back by another hand than the one that wrote it",
    ),
    ("src/report/view/tests.rs", "serde_json", "every number on a page is looked up in results.json"),
    ("src/audit/trend/tests.rs", "serde_json", "the trend as JSON, key by key"),
];

/// Whether a file is this one or stands in this folder.
pub fn stands_in(path: &str, at: &str) -> bool {
    path == at || at.ends_with('/') && path.starts_with(at)
}

/// Whether a path leads through that crate or part of the standard library.
pub fn is_of(named: &Named, of: &str) -> bool {
    let steps: Vec<&str> = of.split("::").collect();
    named.path.len() >= steps.len() && named.path.iter().zip(&steps).all(|(own, step)| own == step)
}

/// What a file names without standing at its door.
pub fn doors(unit: &Unit) -> Vec<String> {
    let mut faults = Vec::new();
    for named in &unit.named {
        for door in DOORS.iter().filter(|door| is_of(named, door.of)) {
            let may = door.at.iter().any(|at| stands_in(&unit.path, at));
            let is_listed = TESTS.iter().any(|(file, of, _)| *file == unit.path && *of == door.of);
            let as_test = is_test(&unit.path) && (EVERY_TEST.contains(&door.of) || is_listed);
            if !may && !as_test {
                faults.push(format!(
                    "{}:{}: {} comes in only by {} ({})",
                    unit.path,
                    named.line,
                    door.of,
                    door.at.join(", "),
                    door.why
                ));
            }
        }
    }
    faults
}
