//! Tests of reading rows.
