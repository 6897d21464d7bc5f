//! manifest.json: what went in, what came out, and by which rules.

use serde::{Deserialize, Serialize};

use super::model::{Input, Maker, Results};

/// The schema's name and version.
pub const MANIFEST_SCHEMA: &str = "kaoze-manifest-1";

/// The whole of manifest.json.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Program, schema and semantics.
    pub kaoze: Maker,
    /// Title of the assessment.
    pub title: String,
    /// `draft`, `proposed`, `final`.
    pub status: String,
    /// The date the package bears.
    pub issued: String,
    /// Language of the pages.
    pub lang: String,
    /// Code of the scheme.
    pub scheme: String,
    /// Digest over the scheme's files.
    pub scheme_digest: String,
    /// Every input, by path.
    pub inputs: Vec<Input>,
    /// Every output but this file, by path.
    pub outputs: Vec<Input>,
    /// Findings that somebody let pass: code, who, why.
    pub allowed: Vec<Allowed>,
}

/// A finding that somebody let pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowed {
    /// Code.
    pub code: String,
    /// Where, if only there.
    pub at: Option<String>,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Manifest {
    /// The manifest of results and the files that were made of them.
    #[must_use]
    pub fn of(results: &Results, outputs: Vec<Input>, allowed: Vec<Allowed>) -> Self {
        let mut outputs = outputs;
        outputs.sort();
        Self {
            kaoze: Maker { schema: MANIFEST_SCHEMA.to_owned(), ..results.kaoze.clone() },
            title: results.assessment.title.clone(),
            status: results.assessment.status.clone(),
            issued: results.assessment.issued.clone(),
            lang: results.assessment.lang.clone(),
            scheme: results.scheme.code.clone(),
            scheme_digest: results.scheme.digest.clone(),
            inputs: results.inputs.clone(),
            outputs,
            allowed,
        }
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// When it is not JSON of this schema.
    pub fn from_json(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if manifest.kaoze.schema == MANIFEST_SCHEMA { Ok(manifest) } else { Err(manifest.kaoze.schema) }
    }

    /// The canonical bytes.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        super::canonical(self)
    }
}
