//! Formats of the sheets: quiet grid, one grey, the grades in five tones with dark letters.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::align_of;
use crate::report::view::Kind;

const INK: Color = Color::RGB(0x1B_21_28);
const MUTED: Color = Color::RGB(0x56_5F_6A);
const GRID: Color = Color::RGB(0xC9_D0_D8);
const HEADER: Color = Color::RGB(0xE9_EE_F4);
const INPUT: Color = Color::RGB(0xFB_F3_DC);
/// Letters of a number that somebody may change.
const CHANGED: Color = Color::RGB(0x1F_4E_9E);
/// Fill and letters of the five tones; each pair has a contrast of at least 7 : 1.
const TONES: [(u32, u32); 5] = [
    (0xCF_E2_F5, 0x07_2F_59),
    (0xE6_F0_F9, 0x12_37_5C),
    (0xF1_F3_F5, 0x2B_32_3A),
    (0xFD_EA_D3, 0x5C_2E_05),
    (0xF6_D2_C0, 0x5E_1D_04),
];
/// Typeface: on every Chinese desktop, and replaced by a kin elsewhere.
pub(super) const FACE: &str = "微软雅黑";

/// Formats by what a cell holds.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) status: Format,
    pub(super) header: Format,
    pub(super) header_of_inputs: Format,
    pub(super) signature: Format,
    base: Format,
    tones: Vec<Format>,
    numbers: BTreeMap<(u32, bool), Format>,
}

impl Looks {
    pub(super) fn new() -> Self {
        let plain = Format::new()
            .set_font_name(FACE)
            .set_font_size(9)
            .set_font_color(INK)
            .set_align(FormatAlign::VerticalCenter);
        let base = plain.clone().set_border(FormatBorder::Thin).set_border_color(GRID).set_text_wrap();
        let tones = TONES.iter().map(|(fill, ink)| {
            base.clone()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(*fill))
                .set_font_color(Color::RGB(*ink))
        });
        let mut numbers = BTreeMap::new();
        for places in 0..=9_u32 {
            let digits = match places {
                0 => "0".to_owned(),
                n => format!("0.{}", "0".repeat(n as usize)),
            };
            let right = base.clone().set_align(FormatAlign::Right).set_indent(1);
            numbers.insert((places, false), right.clone().set_num_format(&digits));
            numbers.insert((places, true), right.set_num_format(format!("+{digits};−{digits};{digits}")));
        }
        Self {
            title: plain.clone().set_font_size(16).set_bold().set_align(FormatAlign::CenterAcross),
            status: plain.clone().set_font_color(MUTED).set_align(FormatAlign::CenterAcross),
            header: base.clone().set_bold().set_background_color(HEADER).set_align(FormatAlign::Center),
            header_of_inputs: base.clone().set_bold().set_background_color(INPUT).set_align(FormatAlign::Center),
            signature: plain.set_font_size(11).set_align(FormatAlign::CenterAcross),
            tones: tones.collect(),
            numbers,
            base,
        }
    }

    /// Words in a column of this kind.
    pub(super) fn words(&self, kind: Kind) -> Format {
        let format = self.base.clone().set_align(align_of(kind));
        if kind == Kind::Mark { format } else { format.set_indent(1) }
    }

    /// What stands in place of a number.
    pub(super) fn instead(&self, kind: Kind) -> Format {
        self.words(kind).set_font_color(MUTED).set_italic()
    }

    /// A number with so many places, with its sign if it is a change.
    pub(super) fn number(&self, places: u32, signed: bool) -> &Format {
        self.numbers.get(&(places.min(9), signed)).unwrap_or(&self.base)
    }

    /// A number that somebody typed and may change.
    pub(super) fn input(&self, places: u32) -> Format {
        self.number(places, false).clone().set_font_color(CHANGED)
    }

    /// A day.
    pub(super) fn day(&self) -> Format {
        self.number(0, false).clone().set_num_format("yyyy-mm-dd").set_font_color(CHANGED)
    }

    /// Fill and letters of a tone alone, for a format that turns on the value.
    pub(super) fn shade(tone: usize) -> Format {
        let (fill, ink) = TONES.get(tone.saturating_sub(1)).copied().unwrap_or(TONES[2]);
        Format::new().set_background_color(Color::RGB(fill)).set_font_color(Color::RGB(ink))
    }

    /// A grade of this tone, 1 to 5.
    pub(super) fn tone(&self, tone: Option<usize>) -> Format {
        let tone = tone.and_then(|tone| self.tones.get(tone.saturating_sub(1)));
        tone.cloned().unwrap_or_else(|| self.words(Kind::Mark))
    }
}

/// At most so many characters, with `…` where something was cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
