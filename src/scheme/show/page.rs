//! Lines of the document in one language.

use std::collections::BTreeMap;

use crate::diag::{Lang, Place, Text};
use crate::scheme::Scheme;
use crate::scheme::load::Force;
use crate::scheme::sentences::cited;
use crate::scheme::worth::RuleRef;

/// The document as far as it is written.
pub(super) struct Page<'s> {
    /// Its language.
    pub(super) lang: Lang,
    /// Its text.
    pub(super) out: String,
    dated: &'s BTreeMap<Place, Force>,
}

impl<'s> Page<'s> {
    /// An empty page about a scheme.
    pub(super) fn of(scheme: &'s Scheme, lang: Lang) -> Self {
        Self { lang, out: String::new(), dated: &scheme.dated }
    }

    /// A heading.
    pub(super) fn heading(&mut self, zh: &str, en: &str) {
        self.out += &format!("\n## {}\n\n", Text::new(zh, en).in_lang(self.lang));
    }

    /// A line of its own.
    pub(super) fn line(&mut self, text: &Text) {
        self.out += &format!("{}\n", text.in_lang(self.lang));
    }

    /// A rule: its name, its sentence, its clause.
    pub(super) fn rule(&mut self, indent: &str, name: &str, sentence: &Text, rule: &RuleRef) {
        let cited = cited(rule);
        let cited = cited.in_lang(self.lang);
        let label = Text::new("依据", "basis");
        let sentence = sentence.in_lang(self.lang);
        let colon = if self.lang == Lang::Zh { "：" } else { ": " };
        let name = if name.is_empty() { String::new() } else { format!("{name}{colon}") };
        let force = self.force(&rule.place);
        self.out += &format!(
            "{indent}- {name}{sentence}\n{indent}  {} {cited}（{}{force}）\n",
            label.in_lang(self.lang),
            rule.place
        );
    }

    /// The days of a rule that has its own.
    fn force(&self, place: &Place) -> String {
        let Some(force) = self.dated.get(place) else { return String::new() };
        let zh = self.lang == Lang::Zh;
        let from = force.from.map(|day| if zh { format!("，自 {day} 起") } else { format!(", from {day}") });
        let to = force.to.map(|day| if zh { format!("，至 {day} 止") } else { format!(", to {day}") });
        let checked = force.checked_on.map(|day| if zh { format!("，{day} 核对") } else { format!(", checked {day}") });
        [from, to, checked].into_iter().flatten().collect()
    }
}
