//! What is going on, as a bar with steps; on a terminal only, silent in a pipe.

use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::Lang;

/// A bar of so many steps.
pub(super) struct Progress {
    bar: ProgressBar,
    lang: Lang,
}

impl Progress {
    /// Begins before the first of `steps` steps.
    pub(super) fn start(steps: u64, lang: Lang) -> Self {
        let bar = if std::io::stderr().is_terminal() { ProgressBar::new(steps) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} [{bar:20}] {pos}/{len} {msg}") {
            bar.set_style(style.progress_chars("━╸ "));
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, lang }
    }

    /// The next step begins.
    pub(super) fn step(&self, zh: &str, en: &str) {
        let words = if self.lang == Lang::Zh { zh } else { en };
        self.bar.set_message(words.to_owned());
        self.bar.inc(1);
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
