//! 表样 as typed: which header means which field.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::scheme::words::Table;

/// One or several spellings.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Names {
    /// One spelling.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Names {
    /// All spellings.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        match self {
            Self::One(name) => vec![name.clone()],
            Self::Many(names) => names.clone(),
        }
    }
}

/// What the sheets of one raw table look like.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLayout {
    /// Which raw table.
    #[schemars(with = "Table")]
    pub table: Spanned<Table>,
    /// Field → header, with other spellings.
    pub fields: BTreeMap<String, Names>,
    /// Words in a cell for "does not apply".
    #[serde(default)]
    pub not_applicable: Vec<String>,
    /// Words in a cell for yes.
    #[serde(default)]
    pub yes: Vec<String>,
    /// Words in a cell for no.
    #[serde(default)]
    pub no: Vec<String>,
    /// First cells of rows that are totals, to be left out.
    #[serde(default)]
    pub total_rows: Vec<String>,
}
