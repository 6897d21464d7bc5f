//! What published.toml says, checked: every figure with its digits as printed and the sentence that prints it.

use std::sync::Arc;

use crate::audit::findings::Cited;
use crate::diag::Place;
use crate::scheme::words::CaseWords;
use crate::terms::ItemCode;

use super::interval::Printed;

/// The figures of one source.
#[derive(Debug, Clone)]
pub struct Published {
    /// The year that the figures speak of.
    pub year: i32,
    /// What the source is called.
    pub source: String,
    /// The stretch of time in the source's own words: 今年以来.
    pub period: Option<String>,
    /// Case indicators, in the order of the tables to be made; empty where a scheme names them.
    pub indicators: Vec<CaseWords>,
    /// Figures in the order of the source.
    pub figures: Vec<Figure>,
}

/// One printed figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Code, once per file; the count of a case indicator has the indicator's code.
    pub code: ItemCode,
    /// What is counted.
    pub name: String,
    /// Digits as printed: `600多`, `14.3`.
    pub value: String,
    /// 计量单位; `%` for percentages.
    pub measure: String,
    /// What kind of number it is.
    pub kind: Kind,
    /// The sentence that prints it, letter by letter.
    pub sentence: Arc<str>,
    /// The part of the source in which the sentence stands.
    pub section: Arc<str>,
    /// How the figure is read, where the print leaves that open.
    pub note: Option<String>,
    /// Where the entry stands.
    pub place: Place,
}

/// What kind of number a figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A count of this year.
    Count(Printed),
    /// About so many; kept as printed and never reckoned with.
    Approximate,
    /// The count of the year before of another figure.
    Before(Printed, ItemCode),
    /// The change of another figure since the year before, in percent, with its sign.
    ChangePercent(Printed, ItemCode),
    /// The change of another figure since the year before, in its own measure, with its sign.
    ChangeCount(Printed, ItemCode),
    /// The share in percent that one figure has of another.
    SharePercent {
        /// As printed.
        printed: Printed,
        /// The part.
        of: ItemCode,
        /// The whole.
        base: ItemCode,
    },
}

impl Published {
    /// A figure by its code.
    #[must_use]
    pub fn figure(&self, code: &ItemCode) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.code == *code)
    }

    /// This year's count of an indicator, if it is printed.
    #[must_use]
    pub fn count_of(&self, code: &ItemCode) -> Option<(&Figure, &Printed)> {
        self.figure(code).and_then(|figure| match &figure.kind {
            Kind::Count(printed) => Some((figure, printed)),
            _ => None,
        })
    }

    /// The printed count of the year before of an indicator.
    #[must_use]
    pub fn before_of(&self, code: &ItemCode) -> Option<(&Figure, &Printed)> {
        self.figures.iter().find_map(|figure| match &figure.kind {
            Kind::Before(printed, of) if of == code => Some((figure, printed)),
            _ => None,
        })
    }

    /// Every printed change of an indicator, in the order of the source.
    pub fn changes_of<'a>(&'a self, code: &'a ItemCode) -> impl Iterator<Item = &'a Figure> {
        self.figures.iter().filter(move |figure| match &figure.kind {
            Kind::ChangePercent(_, of) | Kind::ChangeCount(_, of) => of == code,
            _ => false,
        })
    }
}

impl Figure {
    /// What findings say about it.
    #[must_use]
    pub fn cited(&self) -> Cited {
        Cited {
            place: self.place.clone(),
            shown: self.shown(),
            number: format!("{}{}", self.value, self.measure),
            measure: self.measure.clone(),
            sentence: self.sentence.to_string(),
        }
    }

    /// The figure with its measure and, for a change, its sign: `62件次`, `+14.3%`.
    #[must_use]
    pub fn shown(&self) -> String {
        let sign = match &self.kind {
            Kind::ChangePercent(printed, _) | Kind::ChangeCount(printed, _) => {
                let signed = self.value.starts_with(['+', '-', '−', '－', '＋']) || printed.value().is_zero();
                if signed {
                    ""
                } else if printed.value().is_negative() {
                    "-"
                } else {
                    "+"
                }
            }
            _ => "",
        };
        format!("{sign}{}{}", self.value, self.measure)
    }
}
