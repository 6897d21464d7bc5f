//! What a run knows of the year before, for sealing.

use std::collections::BTreeMap;

use super::model::Results;
use crate::facts::UnitChange;
use crate::scores::Rounded;
use crate::terms::Subject;

/// A unit of last year from which one of this year came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its code last year.
    pub code: String,
    /// What happened to it and when, unless it is the same unit under the same code.
    pub how: Option<(UnitChange, String)>,
}

/// Everything that is known of the year before.
#[derive(Debug, Clone, Copy)]
pub struct YearBefore<'a> {
    /// Its results.
    pub results: &'a Results,
    /// By unit of this year: the units that it came from. A unit that is not among them is new.
    pub origins: &'a BTreeMap<String, Vec<Origin>>,
    /// Last year's totals from last year's facts under this year's rules, by the subject of last year. None where they were
    /// not to be had; `tried` says whether the facts were there.
    pub rescored: Option<&'a BTreeMap<Subject, Rounded>>,
    /// Whether last year's facts were there and could not be scored.
    pub tried: bool,
    /// This year's totals under last year's rules.
    pub reversed: Option<&'a BTreeMap<Subject, Rounded>>,
}
