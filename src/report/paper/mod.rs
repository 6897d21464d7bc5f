//! Pages for print: report.pdf and the letters of notices/ as PDF, by typst.
//!
//! **In**: the [`View`], the charts, the worded letters, the office's own templates. **Out**: PDF with the two embedded
//! typefaces, bookmarks, page numbers and properties that bear the digests; a warning for each character that the typefaces
//! lack and for each fault of an office's template. **Holds**: the same results give the same bytes: no clock, no disk, no
//! package, no typeface of the system; a template of an office that fails is replaced by the one built in. **Does not**:
//! choose words or numbers; `reports/templates/*.typ` lay out what [`View`] and the wordings hold.

mod data;
mod press;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Checked, Findings};
use crate::report::findings::{glyph_missing, template_fault};
use crate::report::fonts::missing_glyphs;
use crate::report::notices::Worded;
use crate::report::view::View;
use crate::report::view::letters::Stamp;
use crate::results::Results;
use press::{Order, Printed};

/// The path of the report inside the package.
pub const REPORT: &str = "report.pdf";
/// How many files of one set of characters are named.
const NAMED: usize = 5;

/// report.pdf and the PDF of every letter, by path. `charts` are standing SVG by the name of their plot.
///
/// # Errors
/// When a template that is built in has a fault, which is a fault of this program.
pub fn write(
    view: &View,
    results: &Results,
    charts: &BTreeMap<String, String>,
    letters: &[Worded],
    stamp: &Stamp,
    office: &BTreeMap<String, Vec<u8>>,
) -> Result<Checked<BTreeMap<String, Vec<u8>>>, String> {
    let report = data::report(view, results, charts, stamp);
    let mut texts = vec![(REPORT.to_owned(), report.text)];
    let mut orders = vec![Order {
        path: REPORT.to_owned(),
        template: "reports/templates/report.typ",
        title: stamp.title.clone(),
        data: report.data,
        pictures: report.pictures,
    }];
    for letter in letters {
        let path = format!("{}.pdf", letter.path);
        texts.push((path.clone(), letter.sheet.text()));
        orders.push(Order {
            path,
            template: "reports/templates/notice.typ",
            title: letter.sheet.title.clone(),
            data: data::letter(&letter.sheet, stamp),
            pictures: Vec::new(),
        });
    }
    let (mut files, mut findings, mut said) = (BTreeMap::new(), Findings::default(), BTreeSet::new());
    for (order, printed) in orders.iter().zip(press::print(&orders, stamp, office)?) {
        let Printed { pdf, faults } = printed;
        files.insert(order.path.clone(), pdf);
        for fault in faults {
            if said.insert((fault.path.clone(), fault.line, fault.words.clone())) {
                findings.push(template_fault(office, &fault.path, fault.line, &fault.words));
            }
        }
    }
    lacking(&texts, &mut findings);
    Ok(Checked { value: files, findings })
}

/// Warnings for each set of characters that the typefaces lack.
fn lacking(texts: &[(String, String)], findings: &mut Findings) {
    let mut found: BTreeMap<BTreeSet<char>, Vec<&str>> = BTreeMap::new();
    for (path, text) in texts {
        let missing = missing_glyphs(text);
        if !missing.is_empty() {
            found.entry(missing).or_default().push(path);
        }
    }
    for (missing, mut paths) in found {
        paths.truncate(NAMED);
        for path in paths {
            findings.push(glyph_missing(path, &missing));
        }
    }
}

#[cfg(test)]
mod tests;
