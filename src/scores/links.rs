//! What ties a person's score to units: a unit's total, the mean of the units in charge, a component scaled to the best.

use std::collections::BTreeMap;

use super::model::UnitScore;
use super::trace::Step;
use crate::diag::Text;
use crate::exact::Exact;
use crate::facts::Post;
use crate::scheme::Scheme;
use crate::scheme::worth::{BestZero, By, Normalised, Part, PartSource, PeopleRule, Population};
use crate::terms::{GroupCode, UnitCode};

/// What a part is at one post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A value.
    Value(Exact),
    /// There is none; the scheme says what that means.
    Missing,
    /// A unit that is needed waits for the committee.
    Waits,
}

/// The best value of a population, and whose it is.
struct Best {
    value: Exact,
    unit: UnitCode,
}

/// The units, and the best of each population that some role looks at.
pub(super) struct Links<'a> {
    scheme: &'a Scheme,
    units: &'a [UnitScore],
    best: BTreeMap<(PartSource, Option<GroupCode>), Best>,
}

impl<'a> Links<'a> {
    pub(super) fn new(scheme: &'a Scheme, rule: &PeopleRule, units: &'a [UnitScore]) -> Self {
        let mut links = Self { scheme, units, best: BTreeMap::new() };
        let mut best = BTreeMap::new();
        for part in rule.roles.iter().flat_map(|role| &role.parts) {
            let Some(normalised) = &part.normalised else { continue };
            for unit in units {
                let Found::Value(value) = links.of_unit(&part.source, unit) else { continue };
                let key = (part.source.clone(), pool(normalised, unit));
                let known: Option<&Best> = best.get(&key);
                if known.is_none_or(|best| best.value < value) {
                    best.insert(key, Best { value, unit: unit.unit.code.clone() });
                }
            }
        }
        links.best = best;
        links
    }

    /// Whether people take the total of their unit before rounding.
    pub(super) fn takes_exact(&self) -> bool {
        self.scheme.worth.compare.unit_share == By::Exact
    }

    /// The best value to which a part is scaled.
    pub(super) fn best_of(&self, part: &Part, post: &Post) -> Option<&Exact> {
        let normalised = part.normalised.as_ref()?;
        let unit = self.unit(&post.unit)?;
        self.best.get(&(part.source.clone(), pool(normalised, unit))).map(|best| &best.value)
    }

    pub(super) fn unit(&self, code: &UnitCode) -> Option<&'a UnitScore> {
        self.units.binary_search_by(|unit| unit.unit.code.cmp(code)).ok().map(|at| &self.units[at])
    }

    fn of_unit(&self, source: &PartSource, unit: &UnitScore) -> Found {
        match source {
            PartSource::Component(code) => {
                let found = unit.components.iter().find(|component| component.component == *code);
                match found.and_then(|component| component.score.as_ref()) {
                    Some(score) => Found::Value(score.value.clone()),
                    None if unit.pending.is_empty() => Found::Missing,
                    None => Found::Waits,
                }
            }
            _ => match (&unit.total, self.scheme.worth.compare.unit_share) {
                (Some(total), By::Exact) => Found::Value(total.exact.clone()),
                (Some(total), By::Rounded) => Found::Value(total.value.clone()),
                (None, _) => Found::Waits,
            },
        }
    }

    /// What a part that hangs on units is at a post.
    pub(super) fn value(&self, part: &Part, post: &Post) -> Found {
        if part.source == PartSource::Supervised {
            return self.mean(&post.supervises);
        }
        let Some(unit) = self.unit(&post.unit) else { return Found::Waits };
        let value = match self.of_unit(&part.source, unit) {
            Found::Value(value) => value,
            other => return other,
        };
        let Some(normalised) = &part.normalised else { return Found::Value(value) };
        let Some(best) = self.best.get(&(part.source.clone(), pool(normalised, unit))) else { return Found::Waits };
        if best.value.is_zero() || best.value.is_negative() {
            return match normalised.best_zero {
                BestZero::Full => Found::Value(normalised.to.clone()),
                BestZero::Zero => Found::Value(Exact::zero()),
                BestZero::Pend => Found::Waits,
            };
        }
        (&value * &normalised.to).divided_by(&best.value).map_or(Found::Waits, Found::Value)
    }

    /// **Rule**: the mean of the units in charge. **Formula**: Σ totals ÷ number of units. **Rounding**: none.
    /// **Example**: (91.40 + 88.20) ÷ 2 = 89.80.
    fn mean(&self, units: &[UnitCode]) -> Found {
        let mut sum = Exact::zero();
        for code in units {
            match self.unit(code).map(|unit| self.of_unit(&PartSource::Unit, unit)) {
                Some(Found::Value(value)) => sum += &value,
                _ => return Found::Waits,
            }
        }
        let n = i64::try_from(units.len()).unwrap_or_default();
        sum.divided_by(&Exact::from(n)).map_or(Found::Missing, Found::Value)
    }

    /// How a part came about, where that is more than one look at a unit.
    pub(super) fn step(&self, part: &Part, post: &Post) -> Option<Step> {
        let found = self.value(part, post);
        let value = match &found {
            Found::Value(value) => Some(value),
            _ => None,
        };
        let label = part.label();
        if part.source == PartSource::Supervised {
            let shown = |code: &UnitCode| match self.unit(code).map(|unit| self.of_unit(&PartSource::Unit, unit)) {
                Some(Found::Value(value)) => value.about(),
                _ => "—".to_owned(),
            };
            let names: Vec<String> =
                post.supervises.iter().map(|code| format!("{} {}", self.name(code), shown(code))).collect();
            let (n, all) = (names.len(), names.join(" + "));
            let (zh, en) = if n == 0 {
                ("名册中没有分管单位".to_owned(), "the roster names no unit in charge".to_owned())
            } else {
                (format!("({all}) ÷ {n}"), format!("({all}) ÷ {n}"))
            };
            return Some(Step::new(&part.code, label, value).formula(zh, en));
        }
        let normalised = part.normalised.as_ref()?;
        let unit = self.unit(&post.unit)?;
        let best = self.best.get(&(part.source.clone(), pool(normalised, unit)))?;
        let Found::Value(own) = self.of_unit(&part.source, unit) else { return None };
        let (of_zh, of_en) = match normalised.among {
            Population::Group => ("同类最高", "best of the group"),
            Population::All => ("全部最高", "best of all"),
        };
        let name = self.name(&best.unit);
        let (own, to, top) = (own.about(), &normalised.to, best.value.about());
        let zh = format!("{own} × {to} ÷ {top}（{of_zh}：{name} {top}）");
        let en = format!("{own} × {to} ÷ {top} ({of_en}: {name} {top})");
        let what = Text::new(format!("{}按最高折算", label.zh), format!("{} scaled to the best", label.en));
        Some(Step::new(&part.code, what, value).formula(zh, en))
    }

    fn name(&self, code: &UnitCode) -> String {
        self.unit(code).map_or_else(|| code.to_string(), |unit| unit.unit.name.to_string())
    }
}

/// The group inside which the best is looked for, if it is.
fn pool(normalised: &Normalised, unit: &UnitScore) -> Option<GroupCode> {
    (normalised.among == Population::Group).then(|| unit.unit.group.clone())
}
