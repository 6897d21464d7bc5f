//! What a run adds to results.json.
//!
//! **In**: a run that kept everybody's trace. **Out**: explanations.json and, with pages, all that is drawn, by path inside the
//! package. **Holds**: a package is drawn from what it carries itself, so that it can be drawn again without raw sheets.
//! **Does not**: write files; [`crate::run::assemble`] joins the rest and states the digests.

use std::collections::BTreeMap;

use crate::diag::{Checked, Findings};
use crate::explain::{EXPLANATIONS, Explanations};
use crate::report::{self, Material};
use crate::run::{REPORTS, Run};

/// explanations.json, and `with_pages` all that [`report::write`] draws.
///
/// # Errors
/// As [`report::write`].
pub fn of_run(run: &Run, with_pages: bool) -> Result<Checked<BTreeMap<String, Vec<u8>>>, String> {
    let explained = Explanations::of(run);
    let mut drawn = Checked { value: BTreeMap::new(), findings: Findings::default() };
    if with_pages {
        let office = run.kept.iter().filter(|(path, _)| path.split('/').next() == Some(REPORTS));
        let office = office.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        drawn = report::write(Material { results: &run.results, explained: &explained, office: &office })?;
    }
    drawn.value.insert(EXPLANATIONS.to_owned(), explained.to_json());
    Ok(drawn)
}
