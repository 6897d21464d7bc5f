//! The files of a scheme and of those it extends.

use std::sync::Arc;

use super::SchemeFile;
use super::builtin::{builtin, builtin_names};
use super::findings::{extended_not_found, extends_cycle, scheme_code_differs, scheme_not_found, scheme_unreadable};
use super::load::{Layer, Tables, read_all};
use crate::diag::{Findings, Place};
use crate::files::{Digest, Files};

/// Reads the scheme over those it extends; nothing when a file is missing or cannot be read.
pub(super) fn read(
    files: &dyn Files,
    folder: &str,
    name: &str,
    found: &mut Findings,
) -> Option<(Tables, Vec<SchemeFile>)> {
    let layers = layers(files, folder.trim_end_matches('/'), name, found)?;
    let kept = layers.iter().rev().flat_map(|layer| layer.files.iter().map(|file| kept(&layer.name, file))).collect();
    let tables = read_all(&layers, found)?;
    if let Some(head) = &tables.scheme {
        let code = head.raw.code.get_ref().trim();
        if code != name {
            found.push(scheme_code_differs(head.spot.at("code"), code, name));
        }
    }
    Some((tables, kept))
}

fn kept(of: &str, (path, bytes): &(Arc<str>, Vec<u8>)) -> SchemeFile {
    let name = path.rsplit('/').next().unwrap_or(path).to_owned();
    SchemeFile { of: of.to_owned(), name, digest: Digest::of(bytes), bytes: bytes.clone() }
}

/// The scheme and what it extends, the outermost first.
fn layers(files: &dyn Files, folder: &str, name: &str, found: &mut Findings) -> Option<Vec<Layer>> {
    let here: Arc<str> = if folder.is_empty() { name.into() } else { folder.into() };
    let Some(own) = layer(files, folder, name, found) else {
        if found.is_empty() {
            found.push(scheme_not_found(Place::File(here), name, &builtin_names()));
        }
        return None;
    };
    let mut layers = vec![own];
    while let Some((parent, place)) = layers.first().and_then(Layer::extends) {
        let mut names: Vec<String> = layers.iter().rev().map(|layer| layer.name.clone()).collect();
        if names.contains(&parent) {
            names.push(parent);
            found.push(extends_cycle(place, &names));
            return None;
        }
        let before = found.has_errors();
        match extended(files, folder, &parent, found) {
            Some(layer) => layers.insert(0, layer),
            None => {
                if found.has_errors() == before {
                    found.push(extended_not_found(place, &parent, &builtin_names()));
                }
                return None;
            }
        }
    }
    Some(layers)
}

/// A scheme beside this one, else the built-in one of that name, under the path that it has in a package.
fn extended(files: &dyn Files, folder: &str, name: &str, found: &mut Findings) -> Option<Layer> {
    if name.is_empty() || name.contains(['/', '\\']) || name.starts_with('.') {
        return None;
    }
    let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
    let beside = if above.is_empty() { name.to_owned() } else { format!("{above}/{name}") };
    if let Some(layer) = layer(files, &beside, name, found) {
        return Some(layer);
    }
    let built_in = format!("scoring/{name}");
    let mut layer = layer(&builtin(), &built_in, name, found)?;
    if !folder.starts_with("scoring/") {
        for (path, _) in &mut layer.files {
            *path = path.replacen(&built_in, &beside, 1).into();
        }
    }
    Some(layer)
}

/// The .toml files that stand directly in a folder; nothing when there is none, or one cannot be read.
fn layer(files: &dyn Files, folder: &str, name: &str, found: &mut Findings) -> Option<Layer> {
    let unreadable =
        |path: &str, error: &std::io::Error| scheme_unreadable(Place::File(path.into()), &error.to_string());
    let listed = match files.list(folder) {
        Ok(listed) => listed,
        Err(error) => {
            found.push(unreadable(if folder.is_empty() { name } else { folder }, &error));
            return None;
        }
    };
    let is_own = |path: &&String| {
        let rest = if folder.is_empty() {
            Some(path.as_str())
        } else {
            path.strip_prefix(folder).and_then(|p| p.strip_prefix('/'))
        };
        rest.is_some_and(|rest| rest.ends_with(".toml") && !rest.contains('/') && rest != "kaoze.toml")
    };
    let mut own = Vec::new();
    let mut all_read = true;
    for path in listed.iter().filter(is_own) {
        match files.read(path) {
            Ok(bytes) => own.push((Arc::<str>::from(path.as_str()), bytes)),
            Err(error) => {
                found.push(unreadable(path, &error));
                all_read = false;
            }
        }
    }
    (all_read && !own.is_empty()).then(|| Layer { name: name.to_owned(), files: own })
}
