//! Tests of reading kaoze.toml.
