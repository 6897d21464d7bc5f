//! `explain`: a subject, or a finding code.

use super::arguments::ExplainArguments;
use super::failure::Failure;
use super::scoring::read;
use super::tally_line::tally_line;
use crate::diag::{Lang, nearest, render_text};
use crate::explain::{explain as explain_subject, explain_json, explain_text};
use crate::run::{Asked, Traced, all_codes, asked as find, run};

/// `kaoze explain DIR SUBJECT` or `kaoze explain R021`
pub(super) fn explain(asked: &ExplainArguments, lang: Lang) -> Result<u8, Failure> {
    let Some(text) = &asked.subject else { return code(&asked.dir.to_string_lossy()) };
    let checked = read(&asked.dir)?;
    let Some(intake) = checked.value.filter(|_| !checked.findings.has_errors()) else {
        eprint!("{}", render_text(&checked.findings, lang));
        eprintln!("{}", tally_line(&checked.findings, lang));
        return Ok(1);
    };
    let subject = match find(&intake.records, text) {
        Asked::One(subject) => subject,
        Asked::Unknown(near) => return Err(Failure::NoSubject(text.clone(), near)),
        Asked::Several(all) => return Err(Failure::Ambiguous(text.clone(), all)),
    };
    let (Some(made), _) = run(intake, checked.findings, Traced::One(&subject)) else { return Ok(1) };
    let explained = explain_subject(&made, &subject, asked.item.as_deref());
    let explained = explained.ok_or_else(|| Failure::NoItem(asked.item.clone().unwrap_or_default()))?;
    if asked.json {
        println!("{:#}", explain_json(&explained));
    } else {
        print!("{}", explain_text(&explained, lang));
    }
    Ok(0)
}

/// The manual entry of a code.
fn code(text: &str) -> Result<u8, Failure> {
    let codes = all_codes();
    let found = codes.iter().find(|code| code.id.eq_ignore_ascii_case(text) || code.name == text);
    let near = || nearest(text, codes.iter().flat_map(|code| [code.id, code.name])).map(str::to_owned);
    let code = found.ok_or_else(|| Failure::NoCode(text.to_owned(), near()))?;
    println!("{}", code.entry());
    Ok(0)
}
