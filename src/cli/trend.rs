//! `trend`: case statistics year over year, printed and drawn.

use std::collections::BTreeMap;

use super::arguments::TrendArguments;
use super::failure::Failure;
use super::scheme::named;
use super::scoring::{folder, tally_line};
use crate::assessment;
use crate::audit::trend::{Trend, trend as year_over_year};
use crate::diag::{Lang, render_json, render_text};
use crate::files::{Disk, Files, write_file};
use crate::report::figures::grouped;
use crate::scheme::Scheme;

/// `kaoze trend DIR`
pub(super) fn trend(asked: &TrendArguments, lang: Lang) -> Result<u8, Failure> {
    folder(&asked.dir)?;
    let files = Disk::at(&asked.dir);
    let scheme = scheme_of(&files);
    let checked = year_over_year(&files, scheme.as_ref().map(|scheme| &scheme.words));
    let checked = checked.map_err(|error| Failure::disk(&asked.dir, &error))?;
    let Some(trend) = checked.value.filter(|_| !checked.findings.has_errors()) else {
        if asked.json {
            println!("{:#}", render_json(&checked.findings));
        } else {
            eprint!("{}", render_text(&checked.findings, lang));
            eprintln!("{}", tally_line(&checked.findings, lang));
        }
        return Ok(1);
    };
    eprint!("{}", render_text(&checked.findings, lang));
    let out = asked.out.clone().unwrap_or_else(|| asked.dir.join("trend"));
    let drawn = draw(&trend, lang)?;
    for (name, bytes) in &drawn {
        write_file(&out.join(name), bytes)?;
    }
    if asked.json {
        println!("{:#}", serde_json::json!(trend));
    } else {
        print!("{}", trend.text(lang));
        for name in drawn.keys() {
            println!("{}", out.join(name).display());
        }
    }
    Ok(0)
}

/// The scheme that kaoze.toml names, if it names one that loads.
fn scheme_of(files: &Disk) -> Option<Scheme> {
    let bytes = files.read("kaoze.toml").ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let assessment = assessment::read(Some(&text), "kaoze.toml").value?;
    named(&assessment.scheme).value
}

fn draw(trend: &Trend, lang: Lang) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let rows = trend.chart_rows(lang);
    let figure = grouped(trend, &rows, lang).map_err(Failure::Drawing)?;
    Ok(BTreeMap::from([("trend.svg".to_owned(), figure.0), ("trend.png".to_owned(), figure.1)]))
}
