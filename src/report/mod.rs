//! Results made visible.
//!
//! **In**: [`Material`]: results, the explanations of every subject, and the office's own templates. **Out**: a [`view`] (plain rows of text and numbers, ready to draw), and from it the workbook, the page
//! and the charts. **Holds**: nothing withheld appears; every character drawn is in the embedded font or named in a warning.
//! **Does not**: compute: if the page needs a number, results has it. Floats live only in `charts`, as pen positions, and in
//! `workbook`, as the cells of a spreadsheet.

#[allow(clippy::disallowed_types, reason = "pen positions")]
pub mod charts;
pub mod figures;
pub mod findings;
#[allow(clippy::disallowed_types, reason = "widths for the pen")]
pub mod fonts;
pub mod notices;
pub mod page;
#[cfg(feature = "pdf")]
pub mod paper;
pub mod view;
#[allow(clippy::disallowed_types, reason = "cells and widths of a spreadsheet")]
pub mod workbook;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Checked, Findings};
use crate::explain::Explanations;
use crate::files::Digest;
use crate::results::Results;
use charts::theme::{self, Faint, Theme};
use page::{Content, Picture};
use view::View;
use view::letters::{self, Stamp};

/// What reports are made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// results.json.
    pub results: &'a Results,
    /// explanations.json.
    pub explained: &'a Explanations,
    /// The office's own theme and templates by path, `reports/…`; those built in serve where it has none.
    pub office: &'a BTreeMap<String, Vec<u8>>,
}

/// The files of the package that show results to people, by their paths inside it: `results.xlsx`, `report.html`,
/// `charts/*.svg`, `charts/*.png`, `notices/*.docx` and, with the feature `pdf`, `report.pdf` and `notices/*.pdf`; and warnings
/// of characters that the typeface lacks and of templates of the office that have a fault.
///
/// # Errors
/// In one English sentence: more rows than a sheet holds, or a fault of this program.
pub fn write(material: Material<'_>) -> Result<Checked<BTreeMap<String, Vec<u8>>>, String> {
    let view = View::of(material.results);
    let (mut files, mut findings, mut pictures) = (BTreeMap::new(), Findings::default(), BTreeMap::new());
    let mut charts = BTreeMap::new();
    let theme = theme_of(material.office, &mut findings);
    let figures = figures::draw(&view, &theme).map_err(|error| error.to_string())?;
    files.insert("results.xlsx".to_owned(), workbook::write(&view)?);
    for (name, figure) in figures {
        let mut path = format!("charts/{}", file_name(&name));
        while files.contains_key(&format!("{path}.svg")) {
            path.push('_');
        }
        if !figure.missing.is_empty() {
            findings.push(findings::glyph_missing(&format!("{path}.svg"), &figure.missing));
        }
        charts.insert(name.clone(), figure.svg.clone());
        files.insert(format!("{path}.svg"), figure.svg.into_bytes());
        files.insert(format!("{path}.png"), figure.png);
        pictures.insert(name, Picture { wide: figure.wide, narrow: figure.narrow });
    }
    let page = page::write(Content {
        view: &view,
        portraits: &view::portraits(material.results, material.explained),
        explained: material.explained,
        pictures: &pictures,
        chart_style: &theme.style_sheet(),
        office: material.office,
    })?;
    files.insert("report.html".to_owned(), page.into_bytes());
    let printed = print(material, &view, &charts)?;
    files.extend(printed.value);
    findings.append(printed.findings);
    Ok(Checked { value: files, findings })
}

/// The letters of `notices/` in every form that this build knows, and the report for print where it knows PDF.
fn print(
    material: Material<'_>,
    view: &View,
    charts: &BTreeMap<String, String>,
) -> Result<Checked<BTreeMap<String, Vec<u8>>>, String> {
    let Material { results, explained, office } = material;
    let stamp = Stamp::of(results, Digest::of(&results.to_json()).as_str());
    let letters = notices::word(&letters::all(results, explained), &stamp, office)?;
    let (letters, mut findings) = (letters.value, letters.findings);
    let mut files = notices::docx(&letters, &stamp)?;
    #[cfg(feature = "pdf")]
    {
        let printed = paper::write(view, results, charts, &letters, &stamp, office)?;
        files.extend(printed.value);
        findings.append(printed.findings);
    }
    #[cfg(not(feature = "pdf"))]
    let _ = (view, charts);
    Ok(Checked { value: files, findings })
}

/// Where an office's own theme stands in its workspace.
pub const THEME: &str = "reports/theme.toml";

/// The built-in theme with what the office changes of it, and what is wrong with that.
pub fn theme_of(office: &BTreeMap<String, Vec<u8>>, findings: &mut Findings) -> Arc<Theme> {
    let Some(bytes) = office.get(THEME) else { return theme::built_in() };
    let read = theme::read(&String::from_utf8_lossy(bytes), &theme::built_in());
    for wrong in &read.wrong {
        findings.push(findings::theme_value_wrong(THEME, wrong));
    }
    let mut by_line: BTreeMap<u32, Vec<Faint>> = BTreeMap::new();
    for faint in read.theme.faint() {
        let line = [faint.front, faint.back].into_iter().find_map(|name| read.set.get(&(faint.mode, name)));
        by_line.entry(line.copied().unwrap_or(1)).or_default().push(faint);
    }
    for (line, faint) in by_line {
        findings.push(findings::theme_contrast_low(THEME, line, &faint));
    }
    Arc::new(read.theme)
}

/// A chart's name as a file name: a group's code may hold anything, a file name may not.
fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_".contains(c) { c } else { '_' }).collect()
}

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
