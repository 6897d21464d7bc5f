//! The embedded typeface: its bytes, the characters it lacks, and how wide a text is in it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use ttf_parser::Face;

/// Noto Sans CJK SC Regular, subset; `reports/fonts/README.md` says to what.
pub static REGULAR: &[u8] = include_bytes!("../../reports/fonts/NotoSansSC-Regular.otf");

/// Noto Sans CJK SC Bold, the same characters.
pub static BOLD: &[u8] = include_bytes!("../../reports/fonts/NotoSansSC-Bold.otf");

/// The family name inside both files.
pub const FAMILY: &str = "Noto Sans CJK SC";

/// What a browser should look for when the embedded font is not given to it, nearest kin first.
pub const STACK: &str =
    "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/// How heavy the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles and the one thing that a picture speaks of.
    Bold,
}

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    static FACES: OnceLock<[Option<Face<'static>>; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| [Face::parse(REGULAR, 0).ok(), Face::parse(BOLD, 0).ok()]);
    match weight {
        Weight::Regular => faces[0].as_ref(),
        Weight::Bold => faces[1].as_ref(),
    }
}

/// The characters of `text` that the font does not have; they would be drawn as empty boxes.
///
/// ```
/// use kaoze::report::fonts::missing_glyphs;
/// assert!(missing_glyphs("云山镇 89.50 ▲").is_empty());
/// assert_eq!(missing_glyphs("龘縣").len(), 2);
/// ```
#[must_use]
pub fn missing_glyphs(text: &str) -> BTreeSet<char> {
    let has = |c: char| face(Weight::Regular).is_some_and(|face| face.glyph_index(c).is_some());
    text.chars().filter(|&c| !c.is_control() && !has(c)).collect()
}

/// The width of one line of regular text at `size` pixels to the em: the sum of the advance widths.
#[must_use]
pub fn text_width(text: &str, size: f64) -> f64 {
    width_in(text, size, Weight::Regular)
}

/// The same in a given weight. A character that the font lacks counts as a full em.
#[must_use]
pub fn width_in(text: &str, size: f64, weight: Weight) -> f64 {
    let Some(face) = face(weight) else { return 0.0 };
    let em = f64::from(face.units_per_em());
    let advance = |c: char| match face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)) {
        Some(units) => f64::from(units) / em,
        None => 1.0,
    };
    text.chars().map(advance).sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = include_str!("../../reports/fonts/tongyong-8105.txt");

    #[test]
    fn both_weights_have_every_character_of_the_table() {
        let table: BTreeSet<char> = TABLE.chars().filter(|c| *c != '\n').collect();
        assert_eq!(table.len(), 8105);
        assert!("㑇𪾢鿍鿎鿏".chars().all(|c| table.contains(&c)));
        for weight in [Weight::Regular, Weight::Bold] {
            let lacking: Vec<_> =
                table.iter().filter(|c| face(weight).and_then(|f| f.glyph_index(**c)).is_none()).collect();
            assert!(lacking.is_empty(), "{weight:?} lacks {lacking:?}");
        }
    }

    #[test]
    fn both_weights_have_the_marks_we_use() {
        let marks = "▸▲▼■●†※±≥≤×÷−–—…‰%№→←↑↓①⑩⑳ⅠⅤⅩ¥￥€£，。、；：？！（）《》「」『』【】〔〕○△□◆·　ＡＺ０９％＋－＝～";
        assert!(missing_glyphs(marks).is_empty(), "{:?}", missing_glyphs(marks));
        assert!(marks.chars().all(|c| face(Weight::Bold).is_some_and(|f| f.glyph_index(c).is_some())));
    }

    #[test]
    fn widths_are_sums_of_advances() {
        assert!((text_width("云山镇", 10.0) - 30.0).abs() < 1e-9);
        assert!((text_width("11", 10.0) - text_width("89", 10.0)).abs() < 1e-9, "figures are tabular");
        assert!(width_in("89.5", 10.0, Weight::Bold) > text_width("89.5", 10.0));
    }
}
