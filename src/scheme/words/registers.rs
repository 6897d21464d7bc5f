//! What the registers of duties, talks, tasks, decisions, receipts, checks and steps may name.

use chrono::NaiveDate;

use super::Named;

/// An action of 履责台账 that a duty asks for.
#[derive(Debug, Clone)]
pub struct ActionWords {
    /// The action and its spellings.
    pub named: Named<String>,
    /// The first day on which a row of an earlier year counts, for a duty of a whole term.
    pub since: Option<NaiveDate>,
    /// Whether a row of the next year counts, for a report that is due then.
    pub next_year: bool,
}

/// Everything that these tables can name, and which of them a scheme reads.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    /// Actions of 履责台账.
    pub actions: Vec<ActionWords>,
    /// Kinds of talks that rules name; a sheet may have others.
    pub talk_kinds: Vec<Named<String>>,
    /// Questions of checklists: code and text.
    pub checks: Vec<Named<String>>,
    /// Steps of procedures.
    pub steps: Vec<Named<String>>,
    /// Whether talks are read.
    pub talks: bool,
    /// Whether tasks are read.
    pub tasks: bool,
    /// Whether 集体决策 is read.
    pub collective: bool,
    /// Whether 送达 is read.
    pub receipts: bool,
    /// Whether events carry 情节, 从重 and 从轻.
    pub gravity: bool,
}
