//! What comes behind the grades, and what does not hold.

use super::page::Page;
use crate::diag::Text;
use crate::scheme::Scheme;
use crate::scheme::sentences::after_sections;

/// Duties, deadlines, consequences, ladders, procedures.
pub(super) fn after(page: &mut Page<'_>, scheme: &Scheme) {
    for (heading, rules) in after_sections(scheme) {
        page.heading(&heading.zh, &heading.en);
        for (name, sentence, rule) in rules {
            page.rule("", &name, &sentence, rule);
        }
    }
}

/// Rules of the extended scheme that do not hold.
pub(super) fn removed(page: &mut Page<'_>, scheme: &Scheme) {
    if scheme.removed.is_empty() {
        return;
    }
    page.heading("基础方案中不适用的规则", "Rules of the extended scheme that do not hold");
    for (id, rule) in &scheme.removed {
        page.rule("", "", &Text::new(id.clone(), id.clone()), rule);
    }
}
