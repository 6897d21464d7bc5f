//! What the formula of a step rests on: facts, numbers of the scheme, other steps.

use crate::exact::{Calc as AnyCalc, Exact};
use crate::scheme::worth::{Panel, RuleRef};

/// The formula of a step.
pub type Calc = AnyCalc<Leaf>;

/// What a formula of a step rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// A number from the sheets, `kind:detail` (`mark:1`, `ballots:优秀`), and its value; days are counted as a spreadsheet does.
    Fact(String, Exact),
    /// A number of the scheme: rule id, `kind:detail` (`full`, `weight:A票`), value.
    Rule(String, String, Exact),
    /// The value of another step of the same subject, by its code.
    Part(String),
    /// The value of a step of a unit: the unit's code, the step's code, and whether it is taken before rounding.
    Unit(String, String, bool),
}

impl AnyCalc<Leaf> {
    /// A number from the sheets.
    #[must_use]
    pub fn fact(name: impl Into<String>, value: &Exact) -> Self {
        Self::At(Leaf::Fact(name.into(), value.clone()))
    }

    /// A number of the scheme.
    #[must_use]
    pub fn rule(rule: &RuleRef, name: impl Into<String>, value: &Exact) -> Self {
        Self::At(Leaf::Rule(rule.id.to_string(), name.into(), value.clone()))
    }

    /// The value of another step.
    #[must_use]
    pub fn part(code: impl Into<String>) -> Self {
        Self::At(Leaf::Part(code.into()))
    }

    /// Marks of inspectors as a mean; `kept` of them are left after the highest and lowest went.
    #[must_use]
    pub fn panel(marks: &[Exact], kept: usize, rule: &Panel) -> Self {
        let each = marks.iter().zip(1..).map(|(mark, n): (_, u32)| Self::fact(format!("mark:{n}"), mark)).collect();
        let (high, low) = if kept < marks.len() { (rule.drop_high, rule.drop_low) } else { (0, 0) };
        Self::Mean(each, high, low)
    }

    /// Held between the floor and the cap of a rule, where it has any.
    #[must_use]
    pub fn within(self, rule: &RuleRef, floor: Option<&Exact>, cap: Option<&Exact>) -> Self {
        let held = match cap {
            Some(cap) => Self::Min(Box::new((self, Self::rule(rule, "cap", cap)))),
            None => self,
        };
        match floor {
            Some(floor) => Self::Max(Box::new((held, Self::rule(rule, "floor", floor)))),
            None => held,
        }
    }
}
