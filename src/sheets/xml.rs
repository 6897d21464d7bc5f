//! A reader of XML tags and text, for .ods, that never looks outside the text it is given.

use std::borrow::Cow;

/// One piece of an XML text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// `<name …>`, with whether it closes itself.
    Open(Tag<'a>, bool),
    /// `</name>`.
    Close(&'a str),
    /// Text between tags, entities not resolved.
    Text(&'a str),
    /// Text to be taken as it stands.
    Verbatim(&'a str),
}

/// An opening tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name with the prefix as written.
    pub(super) name: &'a str,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.rest;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, next) = after[1..].split_once(quote)?;
            if key.trim() == name {
                return Some(resolved(value));
            }
            rest = next;
        }
    }

    /// The value of an attribute that is a count; one if it is absent, and the most there can be if it is beyond counting.
    pub(super) fn count(&self, name: &str) -> u32 {
        match self.attribute(name) {
            None => 1,
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() => {
                digits.parse().unwrap_or(u32::MAX)
            }
            Some(_) => 1,
        }
    }
}

/// The pieces of an XML text in order; a text that breaks off inside a tag ends with `Err`.
pub(super) struct Pieces<'a>(&'a str);

/// The text breaks off inside a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BrokenOff;

impl<'a> Pieces<'a> {
    /// The pieces of this text.
    pub(super) fn of(text: &'a str) -> Self {
        Self(text)
    }

    fn past(&mut self, start: usize, end: &str) -> Result<&'a str, BrokenOff> {
        let (inside, rest) = self.0.get(start..).and_then(|s| s.split_once(end)).ok_or(BrokenOff)?;
        self.0 = rest;
        Ok(inside)
    }

    /// The end of the tag that begins here; `>` may stand inside quotes.
    fn tag(&mut self) -> Result<&'a str, BrokenOff> {
        let mut quote = None;
        for (i, byte) in self.0.bytes().enumerate().skip(1) {
            match (quote, byte) {
                (None, b'>') => {
                    let inside = &self.0[1..i];
                    self.0 = &self.0[i + 1..];
                    return Ok(inside);
                }
                (None, b'<') => return Err(BrokenOff),
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
        }
        Err(BrokenOff)
    }

    fn piece(&mut self) -> Result<Option<Piece<'a>>, BrokenOff> {
        loop {
            if self.0.is_empty() {
                return Ok(None);
            }
            if !self.0.starts_with('<') {
                let (text, rest) = self.0.split_at(self.0.find('<').unwrap_or(self.0.len()));
                self.0 = rest;
                return Ok(Some(Piece::Text(text)));
            }
            if self.0.starts_with("<!--") {
                self.past(4, "-->")?;
            } else if self.0.starts_with("<![CDATA[") {
                return Ok(Some(Piece::Verbatim(self.past(9, "]]>")?)));
            } else if self.0.starts_with("<?") {
                self.past(2, "?>")?;
            } else if self.0.starts_with("<!") {
                self.tag()?;
            } else {
                let inside = self.tag()?;
                if let Some(name) = inside.strip_prefix('/') {
                    return Ok(Some(Piece::Close(name.trim())));
                }
                let (inside, closed) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
                let (name, rest) = inside.split_at(inside.find(char::is_whitespace).unwrap_or(inside.len()));
                return Ok(Some(Piece::Open(Tag { name, rest }, closed)));
            }
        }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, BrokenOff>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = self.piece();
        if piece.is_err() {
            self.0 = "";
        }
        piece.transpose()
    }
}

/// Text with the five named entities and those by number resolved; others stay as they stand.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').and_then(|(name, next)| Some((entity(name)?, next)));
        match entity {
            Some((c, next)) => {
                out.push(c);
                rest = next;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
