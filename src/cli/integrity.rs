//! `file`: 廉政档案 from successive packages.

use serde_json::json;

use super::arguments::FileArguments;
use super::failure::Failure;
use super::scoring::folder;
use crate::audit::integrity::records;
use crate::diag::{Lang, nearest};
use crate::files::{Disk, Files as _};
use crate::results::Results;

/// `kaoze file DIR…`
pub(super) fn file(asked: &FileArguments, lang: Lang) -> Result<u8, Failure> {
    let mut packages = Vec::new();
    for dir in &asked.dirs {
        folder(dir)?;
        let disk = Disk::at(dir);
        let bytes = disk.read("results.json").or_else(|_| disk.read("out/results.json"));
        let bytes = bytes.map_err(|error| Failure::NoResults(dir.join("results.json"), error.to_string()))?;
        let results = Results::from_json(&bytes);
        packages.push(results.map_err(|cause| Failure::NoResults(dir.join("results.json"), cause))?);
    }
    let records = records(&packages, asked.person.as_deref());
    if let (Some(who), true) = (&asked.person, records.is_empty()) {
        let names = packages.iter().flat_map(|results| &results.people).map(|person| person.name.as_str());
        return Err(Failure::NoSubject(who.clone(), nearest(who, names).map(str::to_owned)));
    }
    if asked.json {
        println!("{:#}", json!({ "schema": "kaoze-file-1", "records": records }));
    } else {
        let texts: Vec<String> = records.iter().map(|record| record.text(lang)).collect();
        print!("{}", texts.join("\n"));
    }
    Ok(0)
}
