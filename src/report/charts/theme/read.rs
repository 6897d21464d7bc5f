//! theme.toml onto a theme: what is written rightly counts, what is not is told with its line.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Measures, Rgb, Theme, all};
use crate::diag::Text;

/// A value that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Line, from one.
    pub line: u32,
    /// As it is written.
    pub found: String,
    /// What should stand there.
    pub expected: Text,
}

/// What a theme.toml came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The theme with every value that counts.
    pub theme: Theme,
    /// The values that do not.
    pub wrong: Vec<Wrong>,
    /// The line of every colour that it sets, by `light` or `dark` and name.
    pub set: BTreeMap<(&'static str, &'static str), u32>,
}

/// A measure: its name, its place, its least and greatest value.
type Bounds = (&'static str, fn(&mut Measures) -> &mut f64, f64, f64);

const MEASURES: [Bounds; 7] = [
    ("width", |m| &mut m.width, 280.0, 2400.0),
    ("least_height", |m| &mut m.least_height, 0.0, 2400.0),
    ("margin", |m| &mut m.margin, 4.0, 200.0),
    ("title", |m| &mut m.title, 11.0, 80.0),
    ("subtitle", |m| &mut m.subtitle, 11.0, 60.0),
    ("body", |m| &mut m.body, 11.0, 48.0),
    ("small", |m| &mut m.small, 11.0, 48.0),
];
const TABLES: [&str; 5] = ["light", "dark", "page", "slide", "phone"];

struct Reader<'t> {
    text: &'t str,
    read: Read,
}

/// Reads the text of a theme.toml; values it does not give are those of `onto`.
#[must_use]
pub fn read(text: &str, onto: &Theme) -> Read {
    let read = Read { theme: onto.clone(), wrong: Vec::new(), set: BTreeMap::new() };
    let mut reader = Reader { text, read };
    match DeTable::parse(text) {
        Ok(root) => root.get_ref().iter().for_each(|(key, table)| reader.table(key.get_ref(), &key.span(), table)),
        Err(error) => {
            let message = error.message().to_owned();
            let expected = Text::new(format!("TOML 语法（{message}）"), format!("TOML syntax ({message})"));
            reader.wrong(&error.span().unwrap_or(0..0), expected);
        }
    }
    // The tables come by name, not by line.
    reader.read.wrong.sort_by_key(|wrong| wrong.line);
    reader.read
}

impl Reader<'_> {
    fn line(&self, at: usize) -> u32 {
        let before = self.text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }

    fn wrong(&mut self, span: &Range<usize>, expected: Text) {
        let line = self.line(span.start);
        let found = self.text.get(span.clone()).unwrap_or_default().chars().take(80).collect();
        self.read.wrong.push(Wrong { line, found, expected });
    }

    fn one_of(&mut self, span: &Range<usize>, known: &[&str]) {
        let known = known.join(" | ");
        self.wrong(span, Text::new(known.clone(), known));
    }

    fn table(&mut self, name: &str, span: &Range<usize>, value: &Spanned<DeValue<'_>>) {
        let Some(name) = TABLES.into_iter().find(|known| *known == name) else {
            return self.one_of(span, &TABLES);
        };
        let DeValue::Table(table) = value.get_ref() else {
            return self.wrong(&value.span(), Text::new(format!("表 [{name}]"), format!("a table [{name}]")));
        };
        for (key, value) in table {
            match name {
                "light" | "dark" => self.colour(name, key.get_ref(), &key.span(), value),
                _ => self.measure(name, key.get_ref(), &key.span(), value),
            }
        }
    }

    fn colour(&mut self, mode: &'static str, name: &str, span: &Range<usize>, value: &Spanned<DeValue<'_>>) {
        let Some(tint) = all().into_iter().find(|tint| tint.name == name) else {
            return self.one_of(span, &all().iter().map(|tint| tint.name).collect::<Vec<_>>());
        };
        match value.get_ref().as_str().and_then(rgb) {
            Some(rgb) => {
                let colours = if mode == "light" { &mut self.read.theme.light } else { &mut self.read.theme.dark };
                colours.insert(tint.name, rgb);
                let line = self.line(value.span().start);
                self.read.set.insert((mode, tint.name), line);
            }
            None => self.wrong(&value.span(), Text::new("颜色，如 \"#0B57A4\"", "a colour such as \"#0B57A4\"")),
        }
    }

    fn measure(&mut self, format: &str, name: &str, span: &Range<usize>, value: &Spanned<DeValue<'_>>) {
        let Some((_, place, least, most)) = MEASURES.into_iter().find(|(known, ..)| *known == name) else {
            return self.one_of(span, &MEASURES.map(|(name, ..)| name));
        };
        let written = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse::<f64>().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => None,
        };
        match written.filter(|number| (least..=most).contains(number)) {
            Some(number) => {
                let theme = &mut self.read.theme;
                *place(match format {
                    "page" => &mut theme.page,
                    "slide" => &mut theme.slide,
                    _ => &mut theme.phone,
                }) = number;
            }
            None => self.wrong(
                &value.span(),
                Text::new(format!("{least} 到 {most} 之间的像素数"), format!("pixels from {least} to {most}")),
            ),
        }
    }
}

fn rgb(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some((part(0)?, part(2)?, part(4)?))
}
