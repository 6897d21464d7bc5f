//! The theme: every colour, size and margin of the charts, from `reports/theme.toml`.
//!
//! A chart names a [`Tint`], never a colour. The built-in theme is read once; an office's own changes single values of it.
//! Contrast (WCAG 2) is checked by `contrast`: a test holds the built-in theme to it, and an office is told what of its own
//! falls short. In grey-scale the order of the palettes is still given by position and by printed numbers.

mod contrast;
mod read;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub use contrast::Faint;
pub use read::{Read, Wrong, read};

/// The built-in theme; committed beside the templates.
const BUILT_IN: &str = include_str!("../../../../reports/theme.toml");

/// One colour of the theme by its name: in CSS the classes `f-NAME` (fill) and `s-NAME` (stroke), custom property `--kz-NAME`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tint {
    /// As in theme.toml.
    pub name: &'static str,
}

const fn tint(name: &'static str) -> Tint {
    Tint { name }
}

/// The ground: never drawn in an embedded chart but between touching marks.
pub const PAPER: Tint = tint("paper");
/// Text.
pub const INK: Tint = tint("ink");
/// Secondary text: subtitle, source, last year's values.
pub const MUTED: Tint = tint("muted");
/// Hairlines; decoration only.
pub const HAIR: Tint = tint("hair");
/// Marks that are not the subject.
pub const GREY: Tint = tint("grey");
/// Marks that are the subject.
pub const ACCENT: Tint = tint("accent");
/// A veto, a fall, a withheld grade, the weakest; always with ▲, a hatch or an outline beside it.
pub const ALARM: Tint = tint("alarm");
/// Text on `ACCENT`.
pub const ON_ACCENT: Tint = tint("on-accent");
/// Grades from best to worst, for five of them; fewer leave out the middle ones.
pub const GRADES: [Tint; 5] = [tint("g1"), tint("g2"), tint("g3"), tint("g4"), tint("g5")];
/// Text on each of `GRADES`.
pub const ON_GRADES: [Tint; 5] = [tint("on-g1"), tint("on-g2"), tint("on-g3"), tint("on-g4"), tint("on-g5")];
/// The grounds of the bands of each of `GRADES`, behind marks.
pub const BANDS: [Tint; 5] = [tint("b1"), tint("b2"), tint("b3"), tint("b4"), tint("b5")];
/// Shares from low to high.
pub const HEAT: [Tint; 5] = [tint("h1"), tint("h2"), tint("h3"), tint("h4"), tint("h5")];
/// Text on each of `HEAT`.
pub const ON_HEAT: [Tint; 5] = [tint("on-h1"), tint("on-h2"), tint("on-h3"), tint("on-h4"), tint("on-h5")];

/// Every tint, in the order of the style sheet.
#[must_use]
pub fn all() -> Vec<Tint> {
    let mut all = vec![PAPER, INK, MUTED, HAIR, GREY, ACCENT, ALARM, ON_ACCENT];
    for palette in [GRADES, ON_GRADES, BANDS, HEAT, ON_HEAT] {
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

/// For what size a chart is laid out; its height follows from what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A column of a page or of A4. At 170 mm of paper its smallest text is 11 CSS pixels.
    #[default]
    Page,
    /// A slide, with a least height.
    Slide,
    /// A telephone.
    Phone,
}

/// The measures of one format, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
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

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// Colours and measures of all charts of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// On light paper; also the colours of print, of outlines and of PNG.
    light: BTreeMap<&'static str, Rgb>,
    /// On dark paper.
    dark: BTreeMap<&'static str, Rgb>,
    page: Measures,
    slide: Measures,
    phone: Measures,
}

/// The theme that is built in.
#[must_use]
pub fn built_in() -> Arc<Theme> {
    static THEME: OnceLock<Arc<Theme>> = OnceLock::new();
    Arc::clone(THEME.get_or_init(|| Arc::new(read(BUILT_IN, &Theme::bare()).theme)))
}

impl Theme {
    /// All grey, and no size anywhere: what the built-in theme is read onto.
    fn bare() -> Self {
        let grey: BTreeMap<_, _> = all().into_iter().map(|tint| (tint.name, (128, 128, 128))).collect();
        let none = Measures::default();
        Self { light: grey.clone(), dark: grey, page: none, slide: none, phone: none }
    }

    /// A colour on light paper.
    #[must_use]
    pub fn light(&self, tint: Tint) -> Rgb {
        self.light.get(tint.name).copied().unwrap_or_default()
    }

    /// A colour on dark paper.
    #[must_use]
    pub fn dark(&self, tint: Tint) -> Rgb {
        self.dark.get(tint.name).copied().unwrap_or_default()
    }

    /// A colour on light paper as `#RRGGBB`.
    #[must_use]
    pub fn light_hex(&self, tint: Tint) -> String {
        hex(self.light(tint))
    }

    /// The measures of a format.
    #[must_use]
    pub fn measures(&self, format: Format) -> Measures {
        match format {
            Format::Page => self.page,
            Format::Slide => self.slide,
            Format::Phone => self.phone,
        }
    }

    /// The rules that a chart embedded in a page carries with it.
    ///
    /// A page may set `--kz-NAME` to rule otherwise; else the reader's preference for dark decides on a screen, and print is light.
    #[must_use]
    pub fn style_sheet(&self) -> String {
        let rules = |colour: &dyn Fn(Tint) -> Rgb| {
            let rule = |tint: Tint| {
                let (name, colour) = (tint.name, hex(colour(tint)));
                format!(
                    ".kz .f-{name}{{fill:var(--kz-{name},{colour})}}.kz .s-{name}{{stroke:var(--kz-{name},{colour})}}\n"
                )
            };
            all().into_iter().map(rule).collect::<String>()
        };
        let (light, dark) = (rules(&|tint| self.light(tint)), rules(&|tint| self.dark(tint)));
        format!("{light}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n")
    }
}

fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}
