//! What `trend` of one folder and of several share: case statistics read, files written and told.

use std::collections::BTreeMap;
use std::path::Path;

use super::failure::Failure;
use super::scheme::named;
use super::tally_line::tally_line;
use super::terminal;
use crate::assessment;
use crate::audit::trend::{Trend, trend as year_over_year};
use crate::diag::{Checked, Findings, Lang, render_json, render_text};
use crate::files::{Disk, Files, write_file};
use crate::report::charts::Drawing;
use crate::scheme::Scheme;

/// What stops a trend: the findings, and exit code 1.
pub(super) fn stopped(findings: &Findings, json: bool, lang: Lang) -> u8 {
    if json {
        println!("{:#}", render_json(findings));
    } else {
        eprint!("{}", render_text(findings, lang));
        eprintln!("{}", tally_line(findings, lang));
    }
    1
}

/// Writes the files.
pub(super) fn write(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    for (name, bytes) in files {
        write_file(&out.join(name), bytes)?;
    }
    Ok(())
}

/// Says where they are.
pub(super) fn tell(out: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for name in files.keys() {
        println!("{}", terminal::path(&out.join(name)));
    }
}

/// The case statistics of a folder.
pub(super) fn statistics(dir: &Path) -> Result<Checked<Option<Trend>>, Failure> {
    let files = Disk::at(dir);
    let scheme = scheme_of(&files);
    let checked = year_over_year(&files, scheme.as_ref().map(|scheme| &scheme.words));
    checked.map_err(|error| Failure::disk(dir, &error))
}

/// The scheme that kaoze.toml names, if it names one that loads.
fn scheme_of(files: &Disk) -> Option<Scheme> {
    let bytes = files.read("kaoze.toml").ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let assessment = assessment::read(&text, "kaoze.toml").value?;
    named(&assessment.scheme).value
}

/// A drawing as files of this name; a character that the typeface lacks is told.
pub(super) fn pictures(name: &str, drawing: Drawing, lang: Lang) -> BTreeMap<String, Vec<u8>> {
    for character in &drawing.missing {
        match lang {
            Lang::Zh => eprintln!("警告：字体缺少字符“{character}”"),
            Lang::En => eprintln!("warning: the typeface lacks \"{character}\""),
        }
    }
    let svg = drawing.svg_outlines.into_bytes();
    BTreeMap::from([(format!("{name}.svg"), svg), (format!("{name}.png"), drawing.png)])
}
