//! Every colour, size and margin of the charts.
//!
//! Contrast (WCAG 2, computed by a test in this file): text on paper and text on its own fill is at least 4.5 : 1, marks on paper
//! at least 3 : 1, in light and in dark, but for two deliberate exceptions: hairlines, which carry nothing, and the pale middle
//! of the two palettes, whose segments and cells are told by printed numbers and by gaps of paper. The grade palette runs
//! from blue over grey to orange-brown and is safe for the common colour blindnesses; in grey-scale the order is still
//! given by position and by the printed counts.

/// One colour of the theme, in light and in dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tint {
    /// Its name in CSS: classes `f-NAME` (fill) and `s-NAME` (stroke), custom property `--kz-NAME`.
    pub name: &'static str,
    /// On light paper; also the colour of print, of outlines and of PNG.
    pub light: (u8, u8, u8),
    /// On dark paper.
    pub dark: (u8, u8, u8),
}

const fn tint(name: &'static str, light: (u8, u8, u8), dark: (u8, u8, u8)) -> Tint {
    Tint { name, light, dark }
}

/// The ground: never drawn in an embedded chart but between touching marks.
pub const PAPER: Tint = tint("paper", (255, 255, 255), (22, 26, 31));
/// Text.
pub const INK: Tint = tint("ink", (27, 33, 40), (232, 235, 239));
/// Secondary text: subtitle, source, last year's values.
pub const MUTED: Tint = tint("muted", (86, 95, 106), (168, 177, 187));
/// Hairlines; decoration only.
pub const HAIR: Tint = tint("hair", (216, 221, 227), (58, 65, 74));
/// Marks that are not the subject.
pub const GREY: Tint = tint("grey", (138, 147, 158), (118, 128, 140));
/// Marks that are the subject.
pub const ACCENT: Tint = tint("accent", (11, 87, 164), (102, 170, 240));
/// A veto, a fall, a withheld grade; always with ▲ or a hatch beside it.
pub const ALARM: Tint = tint("alarm", (176, 58, 18), (244, 147, 92));
/// Text on `ACCENT`.
pub const ON_ACCENT: Tint = tint("on-accent", (255, 255, 255), (22, 26, 31));

/// Grades from best to worst, for five of them; fewer leave out the middle ones.
pub const GRADES: [Tint; 5] = [
    tint("g1", (11, 79, 148), (74, 144, 217)),
    tint("g2", (110, 166, 214), (150, 196, 236)),
    tint("g3", (205, 210, 216), (97, 106, 117)),
    tint("g4", (240, 166, 96), (246, 190, 138)),
    tint("g5", (164, 62, 14), (222, 112, 56)),
];
/// Text on each of `GRADES`.
pub const ON_GRADES: [Tint; 5] = [
    tint("on-g1", (255, 255, 255), (12, 16, 20)),
    tint("on-g2", (16, 24, 32), (12, 16, 20)),
    tint("on-g3", (27, 33, 40), (244, 246, 248)),
    tint("on-g4", (27, 20, 12), (12, 16, 20)),
    tint("on-g5", (255, 255, 255), (12, 16, 20)),
];

/// Shares from low to high.
pub const HEAT: [Tint; 5] = [
    tint("h1", (240, 244, 248), (34, 42, 52)),
    tint("h2", (200, 220, 238), (38, 66, 98)),
    tint("h3", (142, 186, 222), (44, 96, 150)),
    tint("h4", (46, 117, 179), (106, 164, 220)),
    tint("h5", (8, 64, 122), (178, 212, 242)),
];
/// Text on each of `HEAT`.
pub const ON_HEAT: [Tint; 5] = [
    tint("on-h1", (27, 33, 40), (232, 235, 239)),
    tint("on-h2", (27, 33, 40), (232, 235, 239)),
    tint("on-h3", (16, 24, 32), (246, 248, 250)),
    tint("on-h4", (255, 255, 255), (12, 16, 20)),
    tint("on-h5", (255, 255, 255), (12, 16, 20)),
];

/// Every tint, in the order of the style sheet.
#[must_use]
pub fn all() -> Vec<Tint> {
    let mut all = vec![PAPER, INK, MUTED, HAIR, GREY, ACCENT, ALARM, ON_ACCENT];
    for palette in [GRADES, ON_GRADES, HEAT, ON_HEAT] {
        all.extend(palette);
    }
    all
}

/// Height of a line of several, in ems.
pub const LEADING: f64 = 1.22;

/// Which of the five grade colours the `index`-th of `n` grades gets.
///
/// Two grades are the ends, three the ends and the pale middle, four leave the middle out; a sixth and further grade
/// shares the last colour.
#[must_use]
pub fn grade_tone(index: usize, n: usize) -> usize {
    let order: &[usize] = match n {
        0..=1 => &[0],
        2 => &[0, 4],
        3 => &[0, 2, 4],
        4 => &[0, 1, 3, 4],
        _ => &[0, 1, 2, 3, 4],
    };
    order.get(index).or(order.last()).copied().unwrap_or(0)
}

fn hex((r, g, b): (u8, u8, u8)) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// The rules that a chart embedded in a page carries with it.
///
/// A page may set `--kz-NAME` to rule otherwise; else the reader's preference for dark decides on a screen, and print is light.
#[must_use]
pub fn style_sheet() -> String {
    let mut css = String::new();
    for tint in all() {
        let (name, light) = (tint.name, hex(tint.light));
        css.push_str(&format!(
            ".kz .f-{name}{{fill:var(--kz-{name},{light})}}.kz .s-{name}{{stroke:var(--kz-{name},{light})}}\n"
        ));
    }
    css.push_str("@media screen and (prefers-color-scheme:dark){\n");
    for tint in all() {
        let (name, dark) = (tint.name, hex(tint.dark));
        css.push_str(&format!(
            ".kz .f-{name}{{fill:var(--kz-{name},{dark})}}.kz .s-{name}{{stroke:var(--kz-{name},{dark})}}\n"
        ));
    }
    css.push_str("}\n");
    css
}

/// For what size a chart is laid out; its height follows from what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A column of a page or of A4: 720 wide. At 170 mm of paper its smallest text is 11 CSS pixels.
    #[default]
    Page,
    /// A slide: 1280 wide and at least 720 high.
    Slide,
    /// A telephone: 360 wide.
    Phone,
}

/// The measures of one format, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Measures {
    /// Width of the whole picture.
    pub width: f64,
    /// Least height of the whole picture.
    pub least_height: f64,
    /// Empty border left and right, above and below.
    pub margin: f64,
    /// Size of the title, bold.
    pub title: f64,
    /// Size of the subtitle.
    pub subtitle: f64,
    /// Size of labels and values.
    pub body: f64,
    /// Size of keys, notes and the source line; the smallest text there is.
    pub small: f64,
}

impl Format {
    /// The measures of this format.
    #[must_use]
    pub fn measures(self) -> Measures {
        match self {
            Self::Page => Measures {
                width: 720.0,
                least_height: 0.0,
                margin: 24.0,
                title: 20.0,
                subtitle: 14.0,
                body: 13.0,
                small: 12.5,
            },
            Self::Slide => Measures {
                width: 1280.0,
                least_height: 720.0,
                margin: 56.0,
                title: 32.0,
                subtitle: 20.0,
                body: 20.0,
                small: 16.0,
            },
            Self::Phone => Measures {
                width: 360.0,
                least_height: 0.0,
                margin: 14.0,
                title: 18.0,
                subtitle: 13.0,
                body: 13.0,
                small: 12.0,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
        let part = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(front: Tint, back: Tint, least: f64) {
        for (a, b, mode) in [(front.light, back.light, "light"), (front.dark, back.dark, "dark")] {
            let found = contrast(a, b);
            assert!(found >= least, "{} on {} in {mode}: {found:.2} < {least}", front.name, back.name);
        }
    }

    #[test]
    fn contrasts_hold_in_light_and_dark() {
        for text in [INK, MUTED, ACCENT, ALARM] {
            check(text, PAPER, 4.5);
        }
        for mark in [GREY, ACCENT, ALARM, GRADES[0], GRADES[4]] {
            check(mark, PAPER, 3.0);
        }
        check(ON_ACCENT, ACCENT, 4.5);
        for (on, fill) in ON_GRADES.into_iter().zip(GRADES).chain(ON_HEAT.into_iter().zip(HEAT)) {
            check(on, fill, 4.5);
        }
    }

    #[test]
    fn names_are_unique_and_few_grades_use_the_ends() {
        let names: std::collections::BTreeSet<_> = all().iter().map(|tint| tint.name).collect();
        assert_eq!(names.len(), all().len());
        assert_eq!((0..4).map(|i| grade_tone(i, 4)).collect::<Vec<_>>(), [0, 1, 3, 4]);
        assert_eq!(grade_tone(9, 5), 4);
    }
}
