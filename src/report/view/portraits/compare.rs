//! The middle of a group, value by value, to hold a subject against.

use std::collections::BTreeMap;

use crate::exact::Exact;
use crate::report::view::numbers::{change_cell, places_of, two_places};
use crate::report::view::table::Cell;
use crate::results::{Part, SubjectResult, Value};

/// Medians by set and value; a value is a part's code, or nothing for the total.
pub(super) struct Medians<'a> {
    by: BTreeMap<(&'a str, &'a str), Exact>,
    set_of: fn(&SubjectResult) -> &str,
}

impl<'a> Medians<'a> {
    /// **Rule**: the middle printed value of the subjects of a set that have one; of an even number the mean of the two in
    /// the middle. Nothing for a set in which fewer than two have it. **Rounding**: none.
    pub(super) fn of(subjects: &'a [SubjectResult], set_of: fn(&SubjectResult) -> &str) -> Self {
        let mut values: BTreeMap<(&str, &str), Vec<Exact>> = BTreeMap::new();
        for subject in subjects {
            let set = set_of(subject);
            let parts = subject.components.iter().chain(&subject.items);
            let parts = parts.map(|part| (part.code.as_str(), part.score.as_ref()));
            for (code, value) in parts.chain([("", subject.score.as_ref())]) {
                values.entry((set, code)).or_default().extend(value.and_then(printed));
            }
        }
        let by = values.into_iter().filter_map(|(key, values)| Some((key, median(values)?))).collect();
        Self { by, set_of }
    }

    /// The median of this value among the like of this subject, and by how much the subject is above or below it.
    pub(super) fn beside(&self, subject: &SubjectResult, code: &str, value: Option<&Value>) -> [Cell; 2] {
        let Some(median) = self.by.get(&((self.set_of)(subject), code)) else { return [Cell::Empty, Cell::Empty] };
        let off = value.and_then(|value| Some((printed(value)?, places_of(value.shown()))));
        let off = off.map_or(Cell::Empty, |(own, places)| change_cell(&(&own - median), places));
        [Cell::Number(two_places(median)), off]
    }

    /// The same of a part.
    pub(super) fn beside_part(&self, subject: &SubjectResult, part: &Part) -> [Cell; 2] {
        self.beside(subject, &part.code, part.score.as_ref())
    }
}

/// The value as it was printed, since that is what readers compare.
fn printed(value: &Value) -> Option<Exact> {
    value.exact().and_then(|_| value.shown().parse().ok())
}

fn median(mut values: Vec<Exact>) -> Option<Exact> {
    if values.len() < 2 {
        return None;
    }
    values.sort();
    let upper = values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper.clone());
    }
    (values.get(values.len() / 2 - 1)? + upper).divided_by(&Exact::from(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exacts(texts: &[&str]) -> Vec<Exact> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn the_middle_of_three_and_of_four() {
        assert_eq!(median(exacts(&["90", "70", "81.5"])), Some("81.5".parse().unwrap()));
        // (81.5 + 88.25) ÷ 2
        assert_eq!(median(exacts(&["90", "70", "81.5", "88.25"])), Some("84.875".parse().unwrap()));
        assert_eq!(median(exacts(&["90"])), None);
    }
}
