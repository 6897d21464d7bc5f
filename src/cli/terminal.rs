//! What the terminal can do: its language, links to files, and the system's own opener.

use std::io::IsTerminal as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::diag::Lang;

/// The language of the terminal; Chinese where the locale says nothing.
pub(super) fn language() -> Lang {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if locale.starts_with("en") { Lang::En } else { Lang::Zh }
}

#[allow(clippy::disallowed_methods, reason = "the one place where the environment is read")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A path for standard output: a link (OSC 8) on a terminal that knows links, else the path alone.
pub(super) fn path(path: &Path) -> String {
    let text = path.display().to_string();
    if !std::io::stdout().is_terminal() || !knows_links(&variable) {
        return text;
    }
    std::path::absolute(path).map_or_else(|_| text.clone(), |full| link(&full, &text))
}

/// A link as terminals write it.
fn link(full: &Path, text: &str) -> String {
    let slashed = full.to_string_lossy().replace('\\', "/");
    let root = if slashed.starts_with('/') { "" } else { "/" };
    format!("\u{1b}]8;;file://{root}{}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\", encoded(&slashed))
}

/// Every byte that a URI does not carry as itself, as `%XX`.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                out.push(char::from(byte))
            }
            other => out += &format!("%{other:02X}"),
        }
        out
    })
}

/// Terminals that are known to show links; every other gets plain paths.
fn knows_links(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let is = |name: &str, known: &[&str]| variable(name).is_some_and(|value| known.contains(&value.as_str()));
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    if is("TERM", &["dumb"]) || is("FORCE_HYPERLINK", &["0"]) {
        return false;
    }
    let vte = variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    is_set("FORCE_HYPERLINK")
        || vte.is_some_and(|version| version >= 5000)
        || is("TERM_PROGRAM", &["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"])
        || is("TERM", &["xterm-kitty", "alacritty", "foot", "xterm-ghostty"])
        || ["WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"].into_iter().any(is_set)
}

/// Opens a file with what the system opens it with. Where that fails it is said, and nothing else comes of it.
pub(super) fn open(file: &Path, lang: Lang) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", ""]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    let quiet = command.args(arguments).arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if quiet.spawn().is_err() {
        let shown = file.display();
        match lang {
            Lang::Zh => eprintln!("提示：没有能打开页面的程序，请自行打开 {shown}"),
            Lang::En => eprintln!("note: nothing here opens pages; open {shown} yourself"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knows(set: &[(&str, &str)]) -> bool {
        let set: Vec<(String, String)> = set.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        knows_links(&|name| set.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()))
    }

    #[test]
    fn links_go_to_terminals_that_know_them() {
        assert!(!knows(&[]));
        assert!(!knows(&[("TERM", "xterm-256color")]));
        assert!(knows(&[("TERM", "xterm-256color"), ("VTE_VERSION", "6800")]));
        assert!(!knows(&[("VTE_VERSION", "4205")]));
        assert!(knows(&[("WT_SESSION", "1")]));
        assert!(!knows(&[("WT_SESSION", "1"), ("TERM", "dumb")]));
        assert!(!knows(&[("WT_SESSION", "1"), ("FORCE_HYPERLINK", "0")]));
    }

    #[test]
    fn a_link_carries_chinese_as_bytes() {
        let link = link(Path::new("/a b/云"), "out/云");
        assert_eq!(link, "\u{1b}]8;;file:///a%20b/%E4%BA%91\u{1b}\\out/云\u{1b}]8;;\u{1b}\\");
    }
}
