//! README.md and README.zh-CN.md keep their word: what they show is what the program prints, and what they name exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::source::top;

/// Each language: the file, and the locale in which its commands are run.
const READMES: [(&str, &str); 2] = [("README.md", "en_US.UTF-8"), ("README.zh-CN.md", "zh_CN.UTF-8")];

/// The headings of the two, side by side.
const HEADINGS: [(&str, &str); 14] = [
    ("# Kaoze 考责", "# 考责 Kaoze"),
    ("## On one screen", "## 一屏看懂"),
    ("## Two commands", "## 两条命令"),
    ("## Your own county", "## 考核本县"),
    ("## Audit a number", "## 核一个数"),
    ("## Where the rules are", "## 规则在哪里"),
    ("## The result package", "## 结果包"),
    ("## Change the templates", "## 改模板"),
    ("## Exit codes", "## 退出码"),
    ("## Sample data", "## 示例数据"),
    ("## What was measured", "## 实测"),
    ("## What is still narrow", "## 尚未做到"),
    ("## Layout", "## 目录"),
    ("## Licences", "## 许可"),
];

/// A command and the lines shown below it.
#[derive(Debug)]
struct Shown {
    command: String,
    output: Vec<String>,
}

fn text(name: &str) -> String {
    fs::read_to_string(top().join(name)).expect("the file exists").replace("\r\n", "\n")
}

/// The lines outside and inside fenced blocks; the latter with the word after the fence.
fn lines(text: &str) -> (Vec<&str>, Vec<(&str, &str)>) {
    let (mut prose, mut fenced, mut fence) = (Vec::new(), Vec::new(), None);
    for line in text.lines() {
        match (line.strip_prefix("```"), fence) {
            (Some(word), None) => fence = Some(word),
            (Some(_), Some(_)) => fence = None,
            (None, Some(word)) => fenced.push((word, line)),
            (None, None) => prose.push(line),
        }
    }
    (prose, fenced)
}

/// Every command of a text in order.
fn commands(text: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for (_, line) in lines(text).1.into_iter().filter(|(word, _)| *word == "console") {
        match line.strip_prefix("$ ") {
            Some(command) => all.push(Shown { command: command.to_owned(), output: Vec::new() }),
            None => all.last_mut().expect("a block begins with a command").output.push(line.to_owned()),
        }
    }
    all
}

/// What follows `kaoze`, or `cargo run --release --`, in a command; nothing for another cargo command.
fn arguments(command: &str) -> Option<Vec<&str>> {
    let rest = command.strip_prefix("kaoze ").or_else(|| command.strip_prefix("cargo run --release -- "));
    rest.map(|rest| rest.split_whitespace().collect())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder in target/");
    for entry in fs::read_dir(from).expect("a folder of the repository").flatten() {
        let name = entry.file_name();
        let made = ["out", "check", "trend"].iter().any(|made| name.to_string_lossy().split('.').next() == Some(made));
        match entry.file_type().expect("a kind of file").is_dir() {
            true if !made => copy(&entry.path(), &to.join(name)),
            true => {}
            false => drop(fs::copy(entry.path(), to.join(name)).expect("a copy in target/")),
        }
    }
}

/// The links and pictures of a text that lead to files.
fn links(text: &str) -> Vec<String> {
    let prose = lines(text).0.join("\n");
    let ends = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    ends.map(str::to_owned).filter(|link| !link.contains("://")).collect()
}

#[test]
fn what_is_shown_is_what_is_printed() {
    for (name, locale) in READMES {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("readme").join(locale);
        let _ = fs::remove_dir_all(&place);
        copy(&top().join("datasets"), &place.join("datasets"));
        for shown in commands(&text(name)) {
            let Some(arguments) = arguments(&shown.command) else { continue };
            let mut program = Command::new(env!("CARGO_BIN_EXE_kaoze"));
            let program = program.args(arguments).current_dir(&place).env("LC_ALL", locale).env("LANG", locale);
            let run = program.output().expect("the program starts");
            let printed = String::from_utf8_lossy(&run.stdout).replace('\\', "/");
            // Commands shown without output run on workbooks that are still empty, which the office has to mend first.
            let codes: &[i32] = if shown.output.is_empty() { &[0, 1] } else { &[0] };
            let code = run.status.code().unwrap_or(2);
            assert!(codes.contains(&code), "{name}: {}: {}", shown.command, String::from_utf8_lossy(&run.stderr));
            let printed: Vec<&str> = printed.lines().collect();
            let mut after = 0;
            for part in shown.output.split(|line| line == "…").filter(|part| !part.is_empty()) {
                let here = printed[after..].windows(part.len()).position(|window| window == part);
                let here = here.unwrap_or_else(|| {
                    panic!(
                        "{name}: {} no longer prints\n{}\nbut\n{}",
                        shown.command,
                        part.join("\n"),
                        printed.join("\n")
                    )
                });
                after += here + part.len();
            }
        }
        fs::remove_dir_all(&place).expect("the folder was made here");
    }
}

#[test]
fn other_commands_are_known() {
    let known = ["cargo run --release -- ", "cargo test --release", "/usr/bin/time -v kaoze "];
    for (name, _) in READMES {
        for shown in commands(&text(name)).iter().filter(|shown| arguments(&shown.command).is_none()) {
            assert!(known.iter().any(|known| shown.command.starts_with(known)), "{name}: {}", shown.command);
        }
    }
}

/// Sub-commands that stand in the middle of a sentence.
#[test]
fn every_command_named_in_the_prose_exists() {
    let known = |word: &str| {
        let help = Command::new(env!("CARGO_BIN_EXE_kaoze")).args([word, "--help"]).output();
        help.is_ok_and(|help| help.status.success())
    };
    for (name, _) in READMES {
        let prose = lines(&text(name)).0.join("\n");
        let named: BTreeSet<&str> = prose
            .split("`kaoze ")
            .skip(1)
            .filter_map(|rest| rest.split([' ', '`']).next())
            .filter(|word| word.chars().all(|c| c.is_ascii_lowercase()))
            .collect();
        assert!(!named.is_empty(), "{name} names no command");
        assert_eq!(named.into_iter().filter(|word| !known(word)).collect::<Vec<_>>(), [""; 0], "{name}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    for (name, _) in READMES {
        let all = text(name);
        for link in links(&all) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            assert!(top().join(path).exists(), "{name}: {link} is not in the tree");
            let heading = |line: &&str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-") == anchor;
            assert!(anchor.is_empty() || lines(&all).0.iter().any(heading), "{name}: no heading {link}");
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    let [english, chinese] = READMES.map(|(name, _)| text(name));
    let headings = |text: &str| -> Vec<String> {
        lines(text).0.iter().filter(|line| line.starts_with('#')).map(|line| (*line).to_owned()).collect()
    };
    assert_eq!(headings(&english), HEADINGS.map(|(heading, _)| heading.to_owned()));
    assert_eq!(headings(&chinese), HEADINGS.map(|(_, heading)| heading.to_owned()));
    let typed = |text: &str| commands(text).into_iter().map(|shown| shown.command).collect::<Vec<_>>();
    assert_eq!(typed(&english), typed(&chinese));
    let pictures = |text: &str| links(text).into_iter().filter(|link| link.ends_with(".png")).collect::<Vec<_>>();
    assert_eq!(pictures(&english), pictures(&chinese));
    assert_eq!(pictures(&english).len(), 2, "a ranking and the page of a unit");
}

#[test]
fn no_figure_is_left_to_fill_in() {
    for (name, _) in READMES {
        assert!(!text(name).contains("MEASURED"), "{name} has a figure to fill in");
    }
}
