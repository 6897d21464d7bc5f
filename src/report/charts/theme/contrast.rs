//! Whether texts and marks stand out from what lies under them.

use super::{
    ACCENT, ALARM, BANDS, GRADES, GREY, HEAT, INK, MUTED, ON_ACCENT, ON_GRADES, ON_HEAT, PAPER, Rgb, Theme, Tint,
};

/// Two colours too near to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faint {
    /// `light` or `dark`.
    pub mode: &'static str,
    /// What should stand out.
    pub front: &'static str,
    /// What it lies on.
    pub back: &'static str,
    /// The ratio found, to two places.
    pub found: String,
    /// The least ratio.
    pub least: &'static str,
}

/// Text on what it lies on.
const TEXT: (f64, &str) = (4.5, "4.5");
/// Marks on what they lie on.
const MARK: (f64, &str) = (3.0, "3.0");

fn pairs() -> Vec<(Tint, Tint, (f64, &'static str))> {
    let mut pairs: Vec<_> = [INK, MUTED, ACCENT, ALARM].map(|text| (text, PAPER, TEXT)).into();
    pairs.extend([GREY, ACCENT, ALARM, GRADES[0], GRADES[4]].map(|mark| (mark, PAPER, MARK)));
    pairs.push((ON_ACCENT, ACCENT, TEXT));
    pairs.extend(ON_GRADES.into_iter().zip(GRADES).map(|(on, fill)| (on, fill, TEXT)));
    pairs.extend(ON_HEAT.into_iter().zip(HEAT).map(|(on, fill)| (on, fill, TEXT)));
    for band in BANDS {
        pairs.extend([(INK, band, TEXT), (MUTED, band, TEXT), (ACCENT, band, MARK), (ALARM, band, MARK)]);
    }
    pairs.push((ALARM, HEAT[0], MARK));
    pairs
}

fn luminance((r, g, b): Rgb) -> f64 {
    let part = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

/// The ratio of WCAG 2: 1 for the same colour, 21 for black on white.
pub(super) fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

impl Theme {
    /// Every pair of colours that is nearer to each other than reading allows, light before dark.
    #[must_use]
    pub fn faint(&self) -> Vec<Faint> {
        let mut faint = Vec::new();
        for (mode, colours) in [("light", &self.light), ("dark", &self.dark)] {
            let colour = |tint: Tint| colours.get(tint.name).copied().unwrap_or_default();
            for (front, back, (least, words)) in pairs() {
                let found = contrast(colour(front), colour(back));
                if found < least {
                    let (front, back, found) = (front.name, back.name, format!("{found:.2}"));
                    faint.push(Faint { mode, front, back, found, least: words });
                }
            }
        }
        faint
    }
}
