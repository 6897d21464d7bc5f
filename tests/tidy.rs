//! The rules of the house that a machine can hold: first lines, lengths, words, codes and their manual, links, paths.

mod codes;
mod glossary;

use std::collections::BTreeMap;
use std::path::Path;

use crate::source::{files_below, text, top, words};

/// The most lines a file has without standing in [`LONG`].
const LINES: usize = 400;

/// Longer files, and why each is one piece.
const LONG: &[(&str, &str)] = &[];

/// Folders that hold the project's own Rust.
const RUST: [&str; 3] = ["src", "tests", "benches"];

fn rust() -> impl Iterator<Item = (String, String)> {
    RUST.into_iter().flat_map(|folder| files_below(folder, ".rs")).map(|path| {
        let text = text(&path);
        (path, text)
    })
}

/// Every text of the project by path; pictures, fonts and workbooks are no texts.
fn texts() -> Vec<(String, String)> {
    let endings = ["rs", "toml", "md", "txt", "csv", "json", "html", "css", "svg", "py", "lock", "run", "yml"];
    let mut found = Vec::new();
    for top in ["src", "tests", "benches", "scoring", "datasets", "reports", ".ci", ".cargo", ".github", "fuzz"] {
        found.extend(files_below(top, ""));
    }
    let listed = std::fs::read_dir(top()).expect("the repository").flatten();
    let at_top =
        listed.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name().to_string_lossy().into_owned());
    found.extend(at_top);
    let is_text = |path: &String| {
        // `.git` is a file in a second work tree of the same repository
        if path == ".git" {
            return false;
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        !path.starts_with("fuzz/target/")
            && (!name.trim_start_matches('.').contains('.')
                || endings.iter().any(|ending| name.ends_with(&format!(".{ending}"))))
    };
    let read = |path: String| Some((path.clone(), String::from_utf8(std::fs::read(top().join(&path)).ok()?).ok()?));
    found.into_iter().filter(is_text).filter_map(read).collect()
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn first_line_says_what_a_file_holds() {
    let is_said = |text: &str| text.lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > 12);
    none(
        &rust()
            .filter(|(_, text)| !is_said(text))
            .map(|(path, _)| format!("{path}:1: no `//!` line"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn files_are_short_or_listed() {
    let mut faults = Vec::new();
    let mut lines = BTreeMap::new();
    for (path, text) in rust() {
        let n = text.lines().count();
        lines.insert(path.clone(), n);
        if n > LINES && !LONG.iter().any(|(listed, _)| *listed == path) {
            faults.push(format!("{path}: {n} lines, more than {LINES}; split it, or list it with a reason"));
        }
    }
    for (listed, _) in LONG {
        if lines.get(*listed).is_none_or(|n| *n <= LINES) {
            faults.push(format!("{listed}: listed as long, and it is not; strike it from the list"));
        }
    }
    none(&faults);
}

#[test]
fn nothing_is_put_off() {
    // The words are joined here so that this file does not hold them.
    let later = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["X", "XX"].concat()];
    let mut faults = Vec::new();
    for (path, text) in texts().into_iter().filter(|(path, _)| path != "Cargo.lock") {
        for (at, line) in text.lines().enumerate() {
            let mut pieces = line.split(|c: char| !c.is_ascii_alphanumeric());
            if pieces.any(|piece| later.iter().any(|word| word == piece)) {
                faults.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    for (path, text) in rust() {
        for three in words(&text).windows(3) {
            let texts = [&three[0].text, &three[1].text, &three[2].text].map(String::as_str);
            if matches!(texts, ["todo" | "unimplemented" | "dbg", "!", _] | ["#", "[", "ignore"]) {
                faults.push(format!("{path}:{}: {}", three[0].line, texts.concat()));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = text("Cargo.toml");
    let lines: Vec<&str> = manifest.lines().collect();
    let mut section = "";
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            section = line;
        }
        let is_entry = section.contains("dependencies]") && line.contains('=') && !line.starts_with(['#', '[', ' ']);
        if is_entry && !lines[at - 1].starts_with("# ") {
            faults.push(format!(
                "Cargo.toml:{}: {} has no reason above it",
                at + 1,
                line.split('=').next().unwrap_or_default().trim()
            ));
        }
    }
    none(&faults);
}

/// Links and pictures of a Markdown text that lead into the repository.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for (open, close) in [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"'), ("href=\"", '"')] {
            for rest in line.split(open).skip(1) {
                let target = rest.split(close).next().unwrap_or_default().split(['#', ' ']).next().unwrap_or_default();
                if !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:") {
                    found.push((at + 1, target.to_owned()));
                }
            }
        }
    }
    found
}

#[test]
fn links_and_figures_exist() {
    let mut faults = Vec::new();
    for (path, text) in
        texts().into_iter().filter(|(path, _)| path.ends_with(".md") && !path.starts_with("tests/transcripts/"))
    {
        let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
        for (line, target) in links(&text) {
            if !top().join(folder).join(&target).exists() {
                faults.push(format!("{path}:{line}: {target} does not exist"));
            }
        }
    }
    none(&faults);
    assert_eq!(links("![a](b/c.svg) and [d](e.md#f) <img src=\"g.png\"> [h](https://i)").len(), 3);
}

#[test]
fn no_path_of_a_machine() {
    // Joined here so that this file does not hold them.
    let paths = ["home", "root", "Users", "tmp", "work"].map(|folder| ["/", folder, "/"].concat());
    let drive = ["C:", "\\Users"].concat();
    let mut faults = Vec::new();
    for (path, text) in texts() {
        for (at, line) in text.lines().enumerate() {
            // as the beginning of a path, not in the middle of one
            let begins = |part: &String| {
                line.match_indices(part.as_str())
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "-_.}/".contains(c)))
            };
            if paths.iter().any(begins) || line.contains(&drive) {
                faults.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_top_level_is_as_agreed() {
    let agreed = [
        "Cargo.toml",
        "src",
        "datasets",
        "scoring",
        "reports",
        "tests",
        "README.md",
        "Cargo.lock",
        "README.zh-CN.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "benches",
        "fuzz",
        "target",
    ];
    let listed = std::fs::read_dir(top()).expect("the repository").flatten();
    let names = listed.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let others: Vec<String> = names.filter(|name| !name.starts_with('.') && !agreed.contains(&name.as_str())).collect();
    assert!(others.is_empty(), "at the top level beside what was agreed: {others:?}");
}
