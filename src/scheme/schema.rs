//! The JSON Schema of a scheme file, made from the types that read it.

use schemars::generate::SchemaSettings;

use super::raw::RawScheme;

/// The schema as pretty JSON with a closing newline; committed as `scoring/scheme.schema.json`.
#[must_use]
pub fn json_schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<RawScheme>();
    format!("{:#}\n", schema.as_value())
}
