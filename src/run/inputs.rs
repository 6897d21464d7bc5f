//! What this year and the year before are read with: digests, the scheme by its name, findings let pass.

use crate::assessment::{Allowance, Assessment};
use crate::diag::{Checked, Findings, Severity};
use crate::files::{Digest, Files, InMemory};
use crate::results::Input;
use crate::scheme::{self, Scheme, SchemeFile};

pub(super) fn input(path: &str, bytes: &[u8]) -> Input {
    Input { path: path.to_owned(), sha256: Digest::of(bytes).to_string() }
}

/// Lock files of Excel and WPS, and what the system leaves behind, are no raw sheets.
#[must_use]
pub fn is_kept(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !(name.starts_with("~$")
        || name.starts_with(".~")
        || name == ".DS_Store"
        || name == "Thumbs.db"
        || name == ".gitkeep")
}

/// The office's own scheme if the workspace has one of this name in the folder, else the one built into the program.
pub(super) fn load_scheme(files: &dyn Files, own: &str, assessment: &Assessment) -> Checked<Option<Scheme>> {
    let (name, days) = (assessment.scheme.as_str(), (assessment.from, assessment.to));
    if files.list(own).is_ok_and(|listed| !listed.is_empty()) {
        return scheme::load_for(files, own, name, days);
    }
    // A built-in scheme bears the path that it has in the package, so that a rerun from the package says the same.
    let built_in = scheme::builtin().0.into_iter().filter_map(|(path, bytes)| {
        let rest = path.strip_prefix(&format!("scoring/{name}/"))?.to_owned();
        Some((format!("{own}/{rest}"), bytes))
    });
    scheme::load_for(&InMemory(built_in.collect()), own, name, days)
}

/// One digest over all files of a scheme, by name.
#[must_use]
pub fn scheme_digest(scheme: &Scheme) -> String {
    let line = |file: &SchemeFile| match &file.of {
        of if *of == scheme.code => format!("{} {}\n", file.digest, file.name),
        of => format!("{} {of}/{}\n", file.digest, file.name),
    };
    let lines: Vec<String> = scheme.files.iter().map(line).collect();
    Digest::of(lines.concat().as_bytes()).to_string()
}

/// Findings that the office has let pass become warnings; only those about rows and sheets can be.
pub(super) fn passed(mut findings: Findings, assessment: &Assessment) -> Findings {
    for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Error) {
        let about_rows = finding.code.id.starts_with(['R', 'S']);
        let place = finding.at.first().map(|at| at.place.to_string()).unwrap_or_default();
        let fits = |allow: &&Allowance| {
            allow.code == finding.code.id && allow.at.as_ref().is_none_or(|part| place.contains(part.as_str()))
        };
        if let Some(allow) = assessment.allow.iter().find(fits).filter(|_| about_rows) {
            finding.severity = Severity::Warning;
            // "Nothing is scored" is no longer so.
            finding.effect.zh = finding.effect.zh.replace("，不评分", "");
            finding.effect.en = finding.effect.en.replace("; nothing is scored", "");
            finding.effect.zh += &format!("（{} 同意放行：{}）", allow.by, allow.reason);
            finding.effect.en += &format!(" (let pass by {}: {})", allow.by, allow.reason);
        }
    }
    findings
}
