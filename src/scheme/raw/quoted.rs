//! An exact number in quotes, a limit, or a word in its place; a bare TOML decimal is a binary float and is refused.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use crate::exact::Exact;

/// An exact decimal or fraction, written in quotes: `"0.30"`, `"1/3"`. A whole number may stand bare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted(pub Exact);

impl<'de> Deserialize<'de> for Quoted {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Quoted;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an exact number in quotes, such as \"0.30\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Quoted, E> {
                text.parse().map(Quoted).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
            fn visit_i64<E: de::Error>(self, n: i64) -> Result<Quoted, E> {
                Ok(Quoted(Exact::from(n)))
            }
        }
        from.deserialize_any(Reader)
    }
}

impl JsonSchema for Quoted {
    fn schema_name() -> Cow<'static, str> {
        "ExactNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "an exact number in quotes (\"0.30\", \"1/3\"); a whole number may stand bare",
            "anyOf": [
                { "type": "string", "pattern": r"^[-+]?(\d+(\.\d*)?|\.\d+)$|^-?\d+/\d+$" },
                { "type": "integer" }
            ]
        })
    }
}

/// An exact limit, or `"none"` said aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// No limit.
    None,
    /// This value.
    At(Exact),
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == "none" {
            return Ok(Self::None);
        }
        let expected = &"an exact number in quotes, or \"none\"";
        let wrong = |_| de::Error::invalid_value(de::Unexpected::Str(&text), expected);
        text.parse().map(Self::At).map_err(wrong)
    }
}

impl JsonSchema for Limit {
    fn schema_name() -> Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "an exact number in quotes, or \"none\"",
            "type": "string",
            "pattern": r"^none$|^[-+]?(\d+(\.\d*)?|\.\d+)$|^-?\d+/\d+$"
        })
    }
}

/// An exact number, or a word that says what else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordOr {
    /// A word.
    Word(String),
    /// This value.
    At(Exact),
}

impl<'de> Deserialize<'de> for WordOr {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Ok(text.trim().parse().map_or_else(|_| Self::Word(text.trim().to_owned()), Self::At))
    }
}

impl JsonSchema for WordOr {
    fn schema_name() -> Cow<'static, str> {
        "WordOrNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "a word, or an exact number in quotes",
            "type": "string"
        })
    }
}
