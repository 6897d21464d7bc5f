//! Why a number is what it is: a tree of steps, made by the very code that makes the number.

use std::sync::Arc;

use super::calc::Calc;
use crate::diag::{Place, Text};
use crate::exact::{Exact, Rounding};
use crate::scheme::worth::RuleRef;

/// A cell that a step rests on.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Where.
    pub place: Place,
    /// What stands there, or what it means here.
    pub text: Text,
    /// Who wrote it, where it is one opinion of several: an inspector. Kept apart, since what is published does not name him.
    pub by: Option<Arc<str>>,
}

/// One step: what was computed, its value, the formula in words, the rule, the cells, and the steps it was made of.
#[derive(Debug, Clone)]
pub struct Step {
    /// Code of the item, component, class …, by which `--item` finds it.
    pub code: String,
    /// What was computed.
    pub what: Text,
    /// Its exact value.
    pub value: Option<Exact>,
    /// Its value as rounded, where the scheme rounds here.
    pub rounded: Option<(Exact, Rounding)>,
    /// The formula in words and numbers.
    pub formula: Text,
    /// The same for a machine, before rounding; none where the rule has no such form.
    pub calc: Option<Calc>,
    /// The rule.
    pub rule: Option<RuleRef>,
    /// The cells.
    pub evidence: Vec<Evidence>,
    /// The steps it was made of.
    pub parts: Vec<Step>,
}

impl Step {
    /// A step with a value and nothing else yet.
    #[must_use]
    pub fn new(code: &str, what: Text, value: Option<&Exact>) -> Self {
        Self {
            code: code.to_owned(),
            what,
            value: value.cloned(),
            rounded: None,
            formula: Text::default(),
            calc: None,
            rule: None,
            evidence: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// With its formula.
    #[must_use]
    pub fn formula(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.formula = Text::new(zh, en);
        self
    }

    /// With its formula for a machine.
    #[must_use]
    pub fn calc(mut self, calc: Option<Calc>) -> Self {
        self.calc = calc;
        self
    }

    /// With its rule.
    #[must_use]
    pub fn rule(mut self, rule: &RuleRef) -> Self {
        self.rule = Some(rule.clone());
        self
    }

    /// With its cells.
    #[must_use]
    pub fn evidence(mut self, evidence: Vec<Evidence>) -> Self {
        self.evidence = evidence;
        self
    }

    /// With the steps it was made of.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = Step>) -> Self {
        self.parts.extend(parts);
        self
    }

    /// With the rounding that was applied to its value.
    #[must_use]
    pub fn rounded(mut self, value: &Exact, rounding: Option<Rounding>) -> Self {
        self.rounded = rounding.map(|rounding| (value.clone(), rounding));
        self
    }
}

/// A value with the step that explains it, if the subject was asked about.
pub(super) type Traced<T> = (T, Option<Step>);
