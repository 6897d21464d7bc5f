//! Whatever stands in the files, the reader gives a scheme or findings.

use super::{builtin, load, show};
use crate::diag::{Lang, render_json, render_text};

/// A small generator of fixed seed, so that every run tries the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high.checked_rem(sides).unwrap_or_default()
    }
}

/// Words that a scheme may hold in other places.
const WORDS: [&str; 22] = [
    "\"\"",
    "\"none\"",
    "\"-1\"",
    "\"1e60\"",
    "\"1/3\"",
    "0",
    "-1",
    "1.5",
    "nan",
    "true",
    "[]",
    "{}",
    "[[item]]",
    "[item]",
    "[[band]]",
    "\"优秀\"",
    "\"02-30\"",
    "2015-01-01",
    "\"parts\"",
    "\"J7\"",
    "4294967296",
    "99999999999999999999",
];

/// One change of a text: a line dropped, doubled or moved, a value replaced, or a character dropped or replaced.
fn change(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = dice.roll(lines.len());
    match dice.roll(6) {
        0 => {
            lines.remove(at);
        }
        1 => lines.insert(dice.roll(lines.len()), lines[at].clone()),
        2 => {
            let line = lines.remove(at);
            lines.insert(dice.roll(lines.len() + 1), line);
        }
        3 | 4 => {
            let word = WORDS[dice.roll(WORDS.len())];
            let key = lines[at].split('=').next().unwrap_or_default().to_owned();
            lines[at] = format!("{key} = {word}");
        }
        _ => {
            let mut chars: Vec<char> = lines[at].chars().collect();
            if !chars.is_empty() {
                let place = dice.roll(chars.len());
                match dice.roll(3) {
                    0 => {
                        chars.remove(place);
                    }
                    1 => chars[place] = ['"', '`', '[', '}', '.', '\u{0}', '考'][dice.roll(7)],
                    _ => chars.insert(place, ['"', '`', '[', '}', '.', '#', '考'][dice.roll(7)]),
                }
            }
            lines[at] = chars.into_iter().collect();
        }
    }
    lines.join("\n")
}

#[test]
fn no_file_makes_the_reader_panic() {
    let whole = builtin();
    let paths: Vec<String> = whole.0.keys().filter(|path| path.contains("yunshan")).cloned().collect();
    let mut dice = Dice(2015);
    let (mut good, mut refused) = (0, 0);
    for round in 0..1200 {
        let mut files = whole.clone();
        for _ in 0..=round % 4 {
            let path = &paths[dice.roll(paths.len())];
            if let Some(bytes) = files.0.get_mut(path) {
                let text = String::from_utf8_lossy(bytes).into_owned();
                if !text.is_empty() {
                    *bytes = change(&text, &mut dice).into_bytes();
                }
            }
        }
        let checked = load(&files, "scoring/yunshan", "yunshan");
        assert_eq!(checked.value.is_none(), checked.findings.has_errors());
        let words = render_text(&checked.findings, Lang::Zh);
        assert_eq!(words.is_empty(), checked.findings.is_empty());
        assert!(render_json(&checked.findings).is_object());
        match checked.value {
            Some(scheme) => {
                good += 1;
                assert!(!show(&scheme, Lang::Zh).is_empty() && !show(&scheme, Lang::En).is_empty());
            }
            None => refused += 1,
        }
    }
    assert!(good > 20 && refused > 200, "{good} read, {refused} refused");
}
