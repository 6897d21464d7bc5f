//! `scheme check|list|show`.

use std::path::Path;

use super::arguments::{SchemeAction, SchemeArguments};
use super::failure::Failure;
use super::tally_line::tally_line;
use crate::diag::{Checked, Lang, render_text};
use crate::files::Disk;
use crate::scheme::{Scheme, builtin, builtin_names, load, show};

/// `kaoze scheme …`
pub(super) fn scheme(asked: &SchemeArguments, lang: Lang) -> Result<u8, Failure> {
    match &asked.action {
        SchemeAction::List => {
            for name in builtin_names() {
                let title = by_name(&name).value.map_or_else(String::new, |scheme| scheme.title);
                println!("{name}  {title}");
            }
            Ok(0)
        }
        SchemeAction::Check { scheme } => {
            let checked = named(scheme);
            print!("{}", render_text(&checked.findings, lang));
            println!("{}", tally_line(&checked.findings, lang));
            Ok(u8::from(checked.findings.has_errors()))
        }
        SchemeAction::Show { scheme } => {
            let checked = named(scheme);
            let Some(scheme) = checked.value else {
                eprint!("{}", render_text(&checked.findings, lang));
                eprintln!("{}", tally_line(&checked.findings, lang));
                return Ok(1);
            };
            print!("{}", show(&scheme, lang));
            Ok(0)
        }
    }
}

/// A scheme by its built-in name.
pub(super) fn by_name(name: &str) -> Checked<Option<Scheme>> {
    load(&builtin(), &format!("scoring/{name}"), name)
}

/// A scheme by name, or by the path of its folder.
pub(super) fn named(text: &str) -> Checked<Option<Scheme>> {
    let path = Path::new(text);
    if builtin_names().iter().any(|name| name == text) || !path.is_dir() {
        return by_name(text);
    }
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = full.file_name().map_or_else(|| text.to_owned(), |name| name.to_string_lossy().into_owned());
    let above = full.parent().unwrap_or(&full);
    load(&Disk::at(above), &name, &name)
}
