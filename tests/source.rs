//! The program's own source as words with their lines, comments and texts left out: what `layers` and `tidy` look at.

use std::path::{Path, PathBuf};

/// A word or sign of Rust with the line it stands on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub line: usize,
    pub text: String,
}

/// A path as one `use` or one inline mention names it, braces taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    /// `["crate", "scheme", "words"]`
    pub path: Vec<String>,
    /// How it is named.
    pub how: How,
}

/// How a path is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// `use …;`
    Use,
    /// `pub use …;`, also with a narrower `pub(…)`.
    PubUse,
    /// In the middle of the code.
    Inline,
}

/// The top of the repository.
pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder whose name ends so, as paths inside the repository, in order.
pub fn files_below(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![top().join(folder)];
    while let Some(next) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(inside(&path));
            }
        }
    }
    found.sort();
    found
}

fn inside(path: &Path) -> String {
    path.strip_prefix(top()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The text of a file of the repository.
pub fn text(path: &str) -> String {
    let bytes = std::fs::read(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    String::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether a file holds nothing but tests.
pub fn is_test(path: &str) -> bool {
    let stem = path.trim_end_matches(".rs");
    stem.ends_with("/tests") || stem.ends_with("_tests") || stem.contains("/tests/")
}

/// Takes a Rust text apart; comments go, and a text in quotes becomes the one word `""`.
pub fn words(source: &str) -> Vec<Word> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let start = at;
        let rest = &chars[at..];
        let length = match rest {
            ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => comment_length(rest),
            ['"', ..] => quoted_length(rest, 1),
            ['b' | 'c', '"', ..] => quoted_length(rest, 2),
            ['r', '"' | '#', ..] => raw_length(rest, 1).unwrap_or(1),
            ['b' | 'c', 'r', '"' | '#', ..] => raw_length(rest, 2).unwrap_or(1),
            ['\'', '\\', _, ..] => 3 + rest[3..].iter().position(|c| *c == '\'').map_or(0, |n| n + 1),
            ['\'', _, '\'', ..] => 3,
            [':', ':', ..] => 2,
            [c, ..] if c.is_alphanumeric() || *c == '_' => {
                rest.iter().position(|c| !c.is_alphanumeric() && *c != '_').unwrap_or(rest.len())
            }
            _ => 1,
        };
        at += length.max(1);
        let piece: String = chars[start..at.min(chars.len())].iter().collect();
        let is_text = piece.len() > 1 && piece.ends_with(['"', '#']) || piece == "\"";
        if is_text {
            found.push(Word { line, text: "\"\"".to_owned() });
        } else if !piece.starts_with("//") && !piece.starts_with("/*") && !piece.trim().is_empty() {
            found.push(Word { line, text: piece.clone() });
        }
        line += piece.matches('\n').count();
    }
    found
}

fn comment_length(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] if depth == 1 => return at + 2,
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    rest.len()
}

fn quoted_length(rest: &[char], from: usize) -> usize {
    let mut at = from;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// The length of `r#"…"#`, or none if it is a raw name such as `r#type`.
fn raw_length(rest: &[char], from: usize) -> Option<usize> {
    let hashes = rest[from..].iter().take_while(|c| **c == '#').count();
    if rest.get(from + hashes) != Some(&'"') {
        return None;
    }
    let mut at = from + hashes + 1;
    while at < rest.len() {
        let ends = rest[at] == '"' && rest[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes;
        at += 1;
        if ends {
            return Some(at + hashes);
        }
    }
    Some(rest.len())
}

/// Every path of at least two steps that a text names, and every `use`.
pub fn named(words: &[Word]) -> Vec<Named> {
    let mut found = Vec::new();
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut at = 0;
    while at < words.len() {
        let before = if at == 0 { "" } else { text(at - 1) };
        if text(at) == "use" {
            let how = if is_public(words, at) { How::PubUse } else { How::Use };
            at = tree(words, at + 1, &[], how, &mut found);
        } else if text(at + 1) == "::" && is_name(text(at)) && before != "::" && before != "$" {
            let from = at;
            let mut path = Vec::new();
            while is_name(text(at)) {
                path.push(text(at).to_owned());
                if text(at + 1) != "::" {
                    break;
                }
                at += 2;
            }
            // `pub(in crate::scheme)` says who may see, it names nothing
            if before != "in" {
                found.push(Named { line: words[from].line, path, how: How::Inline });
            }
            at += 1;
        } else {
            at += 1;
        }
    }
    found
}

fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_') && !text.is_empty()
}

fn is_public(words: &[Word], at: usize) -> bool {
    let mut back = words[..at].iter().rev().map(|word| word.text.as_str());
    match back.next() {
        Some("pub") => true,
        Some(")") => back.find(|text| *text == "(").is_some() && back.next() == Some("pub"),
        _ => false,
    }
}

/// Takes one `use` tree apart; gives the place of the word after it.
fn tree(words: &[Word], mut at: usize, head: &[String], how: How, found: &mut Vec<Named>) -> usize {
    let mut path = head.to_vec();
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let line = words.get(at).map_or(0, |word| word.line);
    loop {
        match text(at) {
            "::" => at += 1,
            "{" => {
                at += 1;
                while text(at) != "}" && at < words.len() {
                    // a text that is no Rust, such as a mark of a merge, must not hold it up
                    at = if text(at) == "," { at + 1 } else { tree(words, at, &path, how, found).max(at + 1) };
                }
                return at + 1;
            }
            "as" => at += 2,
            "self" if !path.is_empty() => at += 1,
            name if is_name(name) || name == "*" => {
                path.push(name.to_owned());
                at += 1;
            }
            _ => break,
        }
    }
    found.push(Named { line, path, how });
    at.max(1)
}
