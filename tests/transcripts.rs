//! Literate sessions through the real program: `tests/transcripts/*.md`, prose with fenced `console` blocks.
//!
//! A line `$ …` is a command, the lines below it are what it prints: stdout, then stderr with `! ` before each line, then
//! `[exit n]` if n is not 0. Every page begins in an empty folder. Beside `kaoze` there are a few words of a file manager,
//! played here so that the pages run on every system: `cp -r`, `mv`, `rm -r`, `mkdir`, `ls`, `echo … > FILE`,
//! `edit FILE OLD NEW`, `cmp -r A B`; `> FILE` takes stdout away. A path that begins with `tests/` is one of the repository.
//! A block fenced with ```` ```toml FILE ```` is written to that file. The walk-throughs of scoring/ are such pages too.
//! `BLESS=1 cargo test --release --test main transcripts` writes the output anew.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::source::{files_below, text, top};

/// Words that differ between machines and versions, and what stands for them.
fn filtered(text: &str, at: &Path) -> String {
    let mut text = text.replace("\r\n", "\n").replace(&*at.to_string_lossy(), "…");
    text = text.replace(&*top().to_string_lossy(), "…");
    text = text.replace(concat!("版本 ", env!("CARGO_PKG_VERSION")), "版本 VERSION");
    text = text.replace(concat!("kaoze ", env!("CARGO_PKG_VERSION")), "kaoze VERSION");
    for missing in ["No such file or directory (os error 2)", "The system cannot find the file specified. (os error 2)"]
    {
        text = text.replace(missing, "NOT FOUND");
    }
    digests(&text).replace("kaoze.exe", "kaoze")
}

/// A SHA-256 depends on every word of every page, and the sessions are about words: whole ones (64 digits) and the
/// beginnings shown on a terminal (12 digits and `…`) become one word.
fn digests(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let n = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let step = n.max(c.len_utf8());
        if n == 64 || n == 12 && rest[n..].starts_with('…') {
            out += "DIGEST";
        } else {
            out += &rest[..step];
        }
        rest = &rest[step..];
    }
    out
}

/// What a command prints and the code it ends with.
type Said = (String, String, i32);

/// A page being played in a folder of its own.
struct Stage {
    at: PathBuf,
}

impl Stage {
    fn begin(name: &str) -> Self {
        let at = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("transcript-{name}"));
        let _ = std::fs::remove_dir_all(&at);
        std::fs::create_dir_all(&at).expect("a folder of its own");
        Self { at: at.canonicalize().expect("just made") }
    }

    fn path(&self, word: &str) -> PathBuf {
        let is_ours = ["tests/", "datasets/", "reports/"].iter().any(|folder| word.starts_with(folder));
        if is_ours { top().join(word) } else { self.at.join(word) }
    }

    fn play(&self, line: &str) -> Said {
        let words = split(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let silent = || (String::new(), String::new(), 0);
        match words.as_slice() {
            ["cp", "-r", from, to] => copy(&self.path(from), &self.path(to)),
            ["mv", from, to] => std::fs::rename(self.path(from), self.path(to)).expect(line),
            ["rm", "-r", what] => {
                let what = self.path(what);
                if what.is_dir() { std::fs::remove_dir_all(what) } else { std::fs::remove_file(what) }.expect(line);
            }
            ["mkdir", what] => std::fs::create_dir_all(self.path(what)).expect(line),
            ["ls", what] => return (listed(&self.path(what)), String::new(), 0),
            ["echo", words @ .., ">", file] => std::fs::write(self.path(file), words.join(" ") + "\n").expect(line),
            ["edit", file, old, new] => {
                let file = self.path(file);
                let text = std::fs::read_to_string(&file).expect(line);
                assert!(text.contains(old), "{line}: {old} is not in the file");
                std::fs::write(file, text.replacen(old, new, 1)).expect(line);
            }
            ["grep", "-ac", what, file] => {
                let bytes = std::fs::read(self.path(file)).expect(line);
                let holds = |line: &&[u8]| line.windows(what.len()).any(|part| part == what.as_bytes());
                return (format!("{}\n", bytes.split(|b| *b == b'\n').filter(holds).count()), String::new(), 0);
            }
            ["cmp", "-r", a, b] => return compared(&self.path(a), &self.path(b)),
            _ => return self.kaoze(&words, line),
        }
        silent()
    }

    fn kaoze(&self, words: &[&str], line: &str) -> Said {
        let n = words.iter().take_while(|word| word.contains('=')).count();
        assert_eq!(words.get(n), Some(&"kaoze"), "{line}: no such command");
        let mut command = Command::new(env!("CARGO_BIN_EXE_kaoze"));
        for name in ["LANG", "LC_ALL", "LC_MESSAGES", "POLARS_MAX_THREADS", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        for setting in &words[..n] {
            let (name, value) = setting.split_once('=').expect("NAME=value");
            command.env(name, value);
        }
        let (arguments, file) = match &words[n + 1..] {
            [arguments @ .., ">", file] => (arguments, Some(file)),
            arguments => (arguments, None),
        };
        let done = command.args(arguments).current_dir(&self.at).output().expect("the program starts");
        let text = |bytes: &[u8]| filtered(&String::from_utf8_lossy(bytes), &self.at);
        let mut stdout = text(&done.stdout);
        if let Some(file) = file {
            std::fs::write(self.path(file), &stdout).expect(line);
            stdout.clear();
        }
        (stdout, text(&done.stderr), done.status.code().unwrap_or(-1))
    }
}

/// Words of a line, those in double quotes kept together; a backslash and n are a new line.
fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().expect("never empty").push(c),
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).map(|word| word.replace("\\n", "\n")).collect()
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("a folder");
        for entry in std::fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        std::fs::copy(from, to).expect("a file");
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn listed(folder: &Path) -> String {
    names(folder).iter().map(|name| format!("{name}\n")).collect()
}

/// Nothing if two folders hold the same bytes; else the first path that differs.
fn compared(a: &Path, b: &Path) -> Said {
    fn first(a: &Path, b: &Path) -> Option<String> {
        if !a.is_dir() {
            let same = std::fs::read(a).ok()? == std::fs::read(b).ok()?;
            return (!same).then(|| a.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned()));
        }
        if names(a) != names(b) {
            return Some(format!("{:?} and {:?}", names(a), names(b)));
        }
        names(a).iter().find_map(|name| first(&a.join(name), &b.join(name)))
    }
    match first(a, b) {
        None => (String::new(), String::new(), 0),
        Some(path) => (format!("{path} differs\n"), String::new(), 1),
    }
}

/// A page with its output as it is now.
fn played(name: &str, page: &str) -> String {
    let stage = Stage::begin(name);
    let mut out = String::new();
    let mut inside = false;
    let mut file: Option<(PathBuf, String)> = None;
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
            if let Some((path, text)) = file.take() {
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                std::fs::write(&path, text).expect("written");
            }
            file = line.strip_prefix("```toml ").map(|path| (stage.at.join(path), String::new()));
        } else if let Some((_, text)) = &mut file {
            *text += &format!("{line}\n");
        }
        let is_output = inside && !line.starts_with("$ ") && !line.starts_with("```");
        if is_output {
            continue;
        }
        out += &format!("{line}\n");
        if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            let (stdout, stderr, code) = stage.play(command);
            out += &stdout;
            if !stdout.is_empty() && !stdout.ends_with('\n') {
                out.push('\n');
            }
            for line in stderr.lines() {
                out += format!("! {line}").trim_end();
                out.push('\n');
            }
            if code != 0 {
                out += &format!("[exit {code}]\n");
            }
        }
    }
    let _ = std::fs::remove_dir_all(&stage.at);
    out
}

#[test]
fn transcripts_are_what_the_program_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut faults = Vec::new();
    let mut pages = files_below("tests/transcripts", ".md");
    pages.extend(files_below("scoring", ".md").into_iter().filter(|path| path.contains("/WALKTHROUGH")));
    assert!(pages.len() > 2, "no transcripts");
    for path in pages {
        let page = text(&path).replace("\r\n", "\n");
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        let said = played(name, &page);
        if bless {
            std::fs::write(top().join(&path), &said).expect("the page can be written");
        } else if said != page {
            let (at, (was, is)) =
                page.lines().zip(said.lines()).enumerate().find(|(_, (was, is))| was != is).unwrap_or((0, ("", "")));
            faults.push(format!("{path}:{}: expected\n  {was}\nsaid\n  {is}\nthe whole page\n{said}", at + 1));
        }
    }
    assert!(
        faults.is_empty(),
        "BLESS=1 cargo test --release --test main transcripts writes what is said now\n{}",
        faults.join("\n")
    );
}
