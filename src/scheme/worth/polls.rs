//! What a poll is worth: weights of classes and questions, values of marks, the divisor.

use super::{CountedOver, EmptyPart, NoView, RuleRef};
use crate::exact::Exact;
use crate::terms::{ClassCode, GroupCode, MarkCode, PollCode, QuestionCode, RoleCode};

/// What a poll is worth.
#[derive(Debug, Clone)]
pub struct Poll {
    /// Code.
    pub code: PollCode,
    /// Name.
    pub name: String,
    /// Class names in order with weights, which sum to one.
    pub classes: Vec<(ClassCode, String, Exact)>,
    /// What the class weights add to: one, or what the scheme states.
    pub classes_total: Exact,
    /// Other class weights, by group and role of the subject.
    pub weights_for: Vec<WeightsFor>,
    /// Question names in order with weights, which sum to one.
    pub questions: Vec<(QuestionCode, String, Exact)>,
    /// Mark names in order with values.
    pub marks: Vec<(MarkCode, String, Exact)>,
    /// 不了解.
    pub no_view: NoView,
    /// Whether a blank counts as nought in the divisor.
    pub blank_counts: bool,
    /// The divisor.
    pub counted_over: CountedOver,
    /// A question nobody of a class answered.
    pub empty_question: EmptyPart,
    /// A class without an answer.
    pub empty_class: EmptyPart,
    /// Classes with fewer ballots are not shown apart.
    pub min_count: u32,
    /// The rule.
    pub rule: RuleRef,
}

/// Class weights for some subjects.
#[derive(Debug, Clone)]
pub struct WeightsFor {
    /// Only of this group of units.
    pub group: Option<GroupCode>,
    /// Only of this role.
    pub role: Option<RoleCode>,
    /// In the order of the classes.
    pub weights: Vec<Exact>,
}

impl Poll {
    /// The weights of the classes for a subject, in order: those of the row that says most about it, or the plain ones.
    ///
    /// No two rows say equally much about one subject; the check of the scheme sees to that.
    #[must_use]
    pub fn weights_of(&self, group: Option<&GroupCode>, role: Option<&RoleCode>) -> (Vec<&Exact>, Option<&WeightsFor>) {
        let fits = |row: &&WeightsFor| {
            row.group.as_ref().is_none_or(|own| Some(own) == group)
                && row.role.as_ref().is_none_or(|own| Some(own) == role)
        };
        let said = |row: &&WeightsFor| usize::from(row.group.is_some()) + usize::from(row.role.is_some());
        match self.weights_for.iter().filter(fits).max_by_key(said) {
            Some(row) => (row.weights.iter().collect(), Some(row)),
            None => (self.classes.iter().map(|(.., weight)| weight).collect(), None),
        }
    }
}
