//! notices/: letters as Word and as PDF, from one wording.
//!
//! **In**: [`Letter`]s, their [`Stamp`] and the office's own templates. **Out**: `notices/*.docx` and, with the feature `pdf`,
//! `notices/*.pdf`, and a warning for each template that has a fault. **Holds**: both forms say the same, since both are drawn
//! from the same [`Sheet`]; the same letter gives the same bytes, in whatever order threads come to it. **Does
//! not**: choose words; those are in `reports/templates/*.md`, which an office may replace.

mod docx;
pub mod wording;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Checked, Findings};
use crate::report::findings::template_fault;
use crate::report::view::letters::{Letter, Stamp};
use wording::{Fault, Sheet};

/// A letter in words, and what it is called.
#[derive(Debug, Clone)]
pub struct Worded {
    /// `notices/T01-feedback`, without the ending.
    pub path: String,
    /// The words.
    pub sheet: Sheet,
}

/// Every letter in words, by the office's wording where it has one that holds; and the faults of those that do not.
///
/// # Errors
/// When a wording that is built in has a fault, which is a fault of this program.
pub fn word(
    letters: &[Letter],
    stamp: &Stamp,
    office: &BTreeMap<String, Vec<u8>>,
) -> Result<Checked<Vec<Worded>>, String> {
    let mut findings = Findings::default();
    let (mut said, mut taken, mut worded) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    let mut templates = wording::Templates::of(stamp.lang, office);
    for fault in templates.faults() {
        findings.push(template_fault(office, &fault.path, fault.line, &fault.words));
    }
    for letter in letters {
        let mut path = format!("notices/{}", super::file_name(&letter.name));
        while !taken.insert(path.clone()) {
            path.push('_');
        }
        let sheet = match templates.fill(letter, stamp) {
            Ok(sheet) => sheet,
            Err(fault @ Fault { built_in: true, .. }) => return Err(fault.to_string()),
            Err(fault) => {
                if said.insert((fault.path.clone(), fault.line, fault.words.clone())) {
                    findings.push(template_fault(office, &fault.path, fault.line, &fault.words));
                }
                templates.give_up(letter.template);
                templates.fill(letter, stamp).map_err(|fault| fault.to_string())?
            }
        };
        worded.push(Worded { path, sheet });
    }
    Ok(Checked { value: worded, findings })
}

/// The letters as Word files, by path.
///
/// # Errors
/// When a file cannot be packed, which no input is known to cause.
pub fn docx(letters: &[Worded], stamp: &Stamp) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let file = |letter: &Worded| Ok((format!("{}.docx", letter.path), docx::write(&letter.sheet, stamp)?));
    letters.iter().map(file).collect()
}

#[cfg(test)]
mod tests;
