//! The files of a result package.

use std::collections::BTreeMap;

use super::scoring::Run;
use crate::files::Digest;
use crate::results::{Allowed, Input, Manifest};

/// The file by which a package is known as ours.
pub const MANIFEST: &str = "manifest.json";

/// Joins results.json, what was applied and what was rendered, and states the digest of each in manifest.json.
#[must_use]
pub fn assemble(run: &Run, rendered: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let mut files = rendered;
    files.extend(run.kept.clone());
    files.insert("results.json".to_owned(), run.results.to_json());
    let outputs = files.iter().map(|(path, bytes)| Input { path: path.clone(), sha256: Digest::of(bytes).to_string() });
    let allowed = run.assessment.allow.iter().map(|allow| Allowed {
        code: allow.code.clone(),
        at: allow.at.clone(),
        by: allow.by.clone(),
        reason: allow.reason.clone(),
    });
    let manifest = Manifest::of(&run.results, outputs.collect(), allowed.collect());
    files.insert(MANIFEST.to_owned(), manifest.to_json());
    files
}
