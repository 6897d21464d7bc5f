//! The JSON Schema of a scheme file, made from the types that read it.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::json_schema;
use schemars::transform::RecursiveTransform;

use super::raw::RawScheme;

/// The days that any row with a basis may have; they are taken out before the row is read.
const DATED: [(&str, &str); 3] = [
    ("valid_from", "In force from this day on, `YYYY-MM-DD`; from the scheme's first day without it."),
    ("valid_to", "In force to this day; to the scheme's last day without it."),
    ("checked_on", "When somebody last checked that it still holds."),
];

/// The schema as pretty JSON with a closing newline; committed as `scoring/scheme.schema.json`.
#[must_use]
pub fn json_schema() -> String {
    format!("{:#}\n", schema().as_value())
}

/// The schema of one file of a scheme.
pub(super) fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(dated));
    settings.into_generator().into_root_schema_for::<RawScheme>()
}

/// Adds the days to every table that rests on a document.
fn dated(schema: &mut Schema) {
    let Some(keys) = schema.get_mut("properties").and_then(|keys| keys.as_object_mut()) else { return };
    if keys.contains_key("basis") {
        for (key, meaning) in DATED {
            let day = json_schema!({ "description": meaning, "type": "string", "pattern": r"^\d{4}-\d\d-\d\d$" });
            keys.entry(key).or_insert(day.to_value());
        }
    }
}
