//! Recompute a package from raw sheets and say "identical", or what differs and why.
//!
//! The package's own scheme, kaoze.toml and last-year results are used; the raw sheets come from outside.

mod compare;

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use crate::diag::{Findings, Lang, Severity};
use crate::files::{Digest, Files, InMemory};
use crate::results::{Input, Manifest, Results};
use crate::run::{MANIFEST, Run, Traced, assemble, check, is_kept, run};
use compare::compare_results;

/// The file by which a package with pages is told from one without.
const PAGE: &str = "report.html";

/// Makes the files that a run adds to results.json, with pages or without; the caller supplies it, so that this stage draws
/// nothing.
pub type Render<'a> = &'a dyn Fn(&Run, bool) -> Result<BTreeMap<String, Vec<u8>>, String>;

/// What a difference is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A raw sheet, kaoze.toml, the scheme or last year's results.
    Input,
    /// A file of the package that is not what its manifest says.
    Package,
    /// A number or grade that comes out otherwise.
    Number,
    /// A file that comes out with other bytes.
    Output,
}

/// One difference with its cause as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// What it is about.
    pub kind: Kind,
    /// File, or unit or person with the name of the number.
    pub what: String,
    /// In the package.
    pub published: String,
    /// Recomputed.
    pub recomputed: String,
    /// Why, in Chinese.
    pub cause_zh: String,
    /// Why, in English.
    pub cause_en: String,
}

/// The outcome of a verification.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Every byte is the same.
    Identical {
        /// How many files were compared.
        n_files: usize,
    },
    /// Something differs.
    Differs(Vec<Difference>),
    /// The raw sheets cannot be scored; the findings say why.
    NotScored(Findings),
    /// The folder is no package of ours.
    NoPackage(String),
}

/// Verifies a package against a workspace or its raw/ folder.
///
/// # Errors
/// When the disk fails.
pub fn verify(package: &dyn Files, source: &dyn Files, render: Render<'_>) -> io::Result<Verdict> {
    let absent = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => format!("没有 / no {MANIFEST}"),
        _ => error.to_string(),
    };
    let manifest = match package.read(MANIFEST).map_err(absent).and_then(|bytes| Manifest::from_json(&bytes)) {
        Ok(manifest) => manifest,
        Err(cause) => return Ok(Verdict::NoPackage(cause)),
    };
    let mut found = check_package(package, &manifest)?;
    let (workspace, more) = rebuild(package, source, &manifest)?;
    found.extend(more);
    let checked = check(&workspace);
    let Some(mut intake) = checked.value.filter(|_| !checked.findings.has_errors()) else {
        return Ok(not_scored(found, checked.findings));
    };
    // The package is compared in its own language, which `--lang` may have set.
    intake.assessment.lang = if manifest.lang == "en" { Lang::En } else { Lang::Zh };
    let made = match run(intake, checked.findings, Traced::Everybody) {
        (Some(made), _) => made,
        (None, findings) => return Ok(not_scored(found, findings)),
    };
    // A package of `kaoze score` has no pages.
    let has_pages = manifest.outputs.iter().any(|output| output.path == PAGE);
    let inputs_differ = found.iter().any(|difference| difference.kind == Kind::Input);
    if let Some(published) = package.read("results.json").ok().and_then(|bytes| Results::from_json(&bytes).ok()) {
        found.extend(compare_results(&published, &made.results, inputs_differ));
    }
    let files = assemble(&made, render(&made, has_pages).map_err(io::Error::other)?);
    found.extend(compare_files(package, &manifest, &files, inputs_differ)?);
    Ok(if found.is_empty() { Verdict::Identical { n_files: files.len() } } else { Verdict::Differs(sorted(found)) })
}

/// What is to be said where nothing could be recomputed: the differences with the first error, or the errors alone.
fn not_scored(mut found: Vec<Difference>, findings: Findings) -> Verdict {
    if found.is_empty() {
        return Verdict::NotScored(findings);
    }
    let all = findings.sorted();
    if let Some(error) = all.iter().find(|finding| finding.severity == Severity::Error) {
        let at = error.at.first().map(|at| at.place.to_string()).unwrap_or_default();
        let zh = format!("不能复算，数字未比对；第一处错误：{}（{at}）", error.headline.zh);
        let en = format!("cannot be recomputed, no number was compared; first error: {} ({at})", error.headline.en);
        found.push(difference(Kind::Number, "results.json", "…", "—", &zh, &en));
    }
    Verdict::Differs(sorted(found))
}

fn sorted(mut found: Vec<Difference>) -> Vec<Difference> {
    found.sort();
    found.dedup();
    found
}

fn difference(kind: Kind, what: &str, published: &str, recomputed: &str, zh: &str, en: &str) -> Difference {
    Difference {
        kind,
        what: what.to_owned(),
        published: published.to_owned(),
        recomputed: recomputed.to_owned(),
        cause_zh: zh.to_owned(),
        cause_en: en.to_owned(),
    }
}

/// Each file of the package against its own manifest.
fn check_package(package: &dyn Files, manifest: &Manifest) -> io::Result<Vec<Difference>> {
    let mut found = Vec::new();
    for output in &manifest.outputs {
        match package.read(&output.path) {
            Ok(bytes) => {
                let digest = Digest::of(&bytes).to_string();
                if digest != output.sha256 {
                    let (zh, en) = ("结果包中的文件在发布后被改动", "the file was changed after it was published");
                    found.push(difference(Kind::Package, &output.path, &output.sha256, &digest, zh, en));
                }
            }
            Err(_) => {
                let (zh, en) = ("结果包中缺少清单所列文件", "a file of the manifest is not in the package");
                found.push(difference(Kind::Package, &output.path, &output.sha256, "—", zh, en));
            }
        }
    }
    for path in package.list("")? {
        if path != MANIFEST && !manifest.outputs.iter().any(|output| output.path == path) {
            let (zh, en) = ("清单未列的文件", "a file that the manifest does not name");
            found.push(difference(Kind::Package, &path, "—", "—", zh, en));
        }
    }
    Ok(found)
}

/// The workspace to recompute from: raw sheets from outside, everything else from the package.
fn rebuild(package: &dyn Files, source: &dyn Files, manifest: &Manifest) -> io::Result<(InMemory, Vec<Difference>)> {
    let mut workspace = InMemory::default();
    let mut found = Vec::new();
    let is_workspace = source.read("kaoze.toml").is_ok() || !source.list("raw")?.is_empty();
    let raw = if is_workspace { source.list("raw")? } else { source.list("")? };
    for path in raw {
        let bytes = source.read(&path)?;
        let path = if is_workspace { path } else { format!("raw/{path}") };
        workspace.0.insert(path, bytes);
    }
    // Of last year's raw sheets a package keeps the digests alone.
    let is_raw_before = |input: &&Input| input.path.starts_with("last-year/raw/");
    for input in manifest.inputs.iter().filter(is_raw_before).filter(|_| is_workspace) {
        if let Ok(bytes) = source.read(&input.path) {
            workspace.0.insert(input.path.clone(), bytes);
        }
    }
    for path in package.list("")? {
        if path == "kaoze.toml" || ["scheme/", "last-year/", "reports/"].iter().any(|folder| path.starts_with(folder)) {
            let bytes = package.read(&path)?;
            // What the office has now may differ from what was applied; the package's own is used, and the change told.
            if let Some(now) = source.read(&path).ok().filter(|now| is_workspace && *now != bytes) {
                let (zh, en) = (
                    "工作目录中的文件与发布时不同（复算用结果包中的）",
                    "the workspace has another one now (the package's own is used)",
                );
                found.push(difference(
                    Kind::Input,
                    &path,
                    Digest::of(&bytes).as_str(),
                    Digest::of(&now).as_str(),
                    zh,
                    en,
                ));
            }
            workspace.0.insert(path, bytes);
        }
    }
    if is_workspace {
        for path in source.list("scheme")?.into_iter().chain(source.list("last-year")?).chain(source.list("reports")?) {
            if !workspace.0.contains_key(&path) && manifest.inputs.iter().all(|input| input.path != path) {
                let (zh, en) = ("发布时没有这个文件", "the file was not there at publication");
                let own = format!("scheme/{}/", manifest.scheme);
                let is_applied = path.starts_with(&own) && !path.starts_with(&format!("{own}vectors/"))
                    || path.starts_with("last-year/results")
                    || path.starts_with("reports/");
                if is_applied {
                    found.push(difference(Kind::Input, &path, "—", "", zh, en));
                }
            }
        }
    }
    found.extend(manifest.inputs.iter().filter_map(|input| check_input(input, &workspace)));
    found.extend(added(package, manifest, &workspace));
    Ok((workspace, found))
}

/// Raw sheets that were not there at publication: neither read then nor told as named by no table.
fn added(package: &dyn Files, manifest: &Manifest, workspace: &InMemory) -> Vec<Difference> {
    let published = package.read("results.json").ok().and_then(|bytes| Results::from_json(&bytes).ok());
    let Some(published) = published else { return Vec::new() };
    let was_told = |path: &String| published.findings.zh.iter().any(|told| told.at.contains(path));
    let is_new = |path: &&String| {
        path.starts_with("raw/")
            && is_kept(path)
            && manifest.inputs.iter().all(|input| input.path != **path)
            && !was_told(path)
    };
    let (zh, en) = ("发布时没有这个文件", "the file was not there at publication");
    let new = workspace.0.iter().filter(|(path, _)| is_new(path));
    new.map(|(path, bytes)| difference(Kind::Input, path, "—", Digest::of(bytes).as_str(), zh, en)).collect()
}

fn check_input(input: &Input, workspace: &InMemory) -> Option<Difference> {
    let Some(bytes) = workspace.0.get(&input.path) else {
        let (zh, en) = ("缺少发布时用过的文件", "a file that was used at publication is missing");
        return Some(difference(Kind::Input, &input.path, &input.sha256, "—", zh, en));
    };
    let digest = Digest::of(bytes).to_string();
    (digest != input.sha256).then(|| {
        let (zh, en) = ("文件内容与发布时不同", "the file is not the one used at publication");
        difference(Kind::Input, &input.path, &input.sha256, &digest, zh, en)
    })
}

/// Every file that comes out against the one in the package.
fn compare_files(
    package: &dyn Files,
    manifest: &Manifest,
    files: &BTreeMap<String, Vec<u8>>,
    inputs_differ: bool,
) -> io::Result<Vec<Difference>> {
    let mut found = Vec::new();
    for (path, bytes) in files {
        let published = package.read(path).ok();
        if published.as_ref() == Some(bytes) {
            continue;
        }
        let digest = |bytes: &[u8]| Digest::of(bytes).to_string();
        let now = digest(bytes);
        if manifest.outputs.iter().any(|output| output.path == *path && output.sha256 == now) {
            // It comes out as published; that the package's own was changed or is gone has been told.
            continue;
        }
        let before = published.as_deref().map_or_else(|| "—".to_owned(), digest);
        let (zh, en) = match (inputs_differ, path.ends_with(".png")) {
            (true, _) => ("输入不同所致", "follows from the inputs that differ"),
            (false, true) => (
                "图片的字节不同，数字已另行比对；换了机器时可能只是像素不同",
                "other bytes of a picture, its numbers were compared apart; on another machine it may be pixels alone",
            ),
            (false, false) => (
                "输入相同而字节不同：文件被改动，或程序版本不同",
                "same inputs, other bytes: the file was changed, or the program is of another version",
            ),
        };
        found.push(difference(Kind::Output, path, &before, &now, zh, en));
    }
    Ok(found)
}

impl Difference {
    /// One line for the terminal.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let cut = |text: &str| if text.len() == 64 { format!("{}…", &text[..12]) } else { text.to_owned() };
        let (kind, cause) = match (lang, self.kind) {
            (Lang::Zh, Kind::Input) => ("输入", &self.cause_zh),
            (Lang::Zh, Kind::Package) => ("结果包", &self.cause_zh),
            (Lang::Zh, Kind::Number) => ("数字", &self.cause_zh),
            (Lang::Zh, Kind::Output) => ("输出", &self.cause_zh),
            (Lang::En, Kind::Input) => ("input", &self.cause_en),
            (Lang::En, Kind::Package) => ("package", &self.cause_en),
            (Lang::En, Kind::Number) => ("number", &self.cause_en),
            (Lang::En, Kind::Output) => ("output", &self.cause_en),
        };
        format!("{kind}  {}  {} → {}  {cause}", self.what, cut(&self.published), cut(&self.recomputed))
    }
}
