//! Gates, triggers and ceilings as sentences.

use super::measures::when_sentence;
use super::{Spoken, listed, then};
use crate::diag::Text;
use crate::scheme::worth::{Ceiling, Gate, Trigger, Worth};

/// What bars a grade, why, and the grade instead.
#[must_use]
pub fn gate_sentence(gate: &Gate, worth: &Worth) -> Text {
    let (of, when) = (gate.of.spoken(), when_sentence(&gate.when, worth));
    let (grade, otherwise, reason) = (&gate.grade, &gate.otherwise, &gate.reason);
    Text::new(
        format!("{}{}的，不得评为{grade}，改为{otherwise}（{reason}）", of.zh, when.zh),
        format!("{} with {} cannot get {grade} but {otherwise} ({reason})", of.en, when.en),
    )
}

/// When somebody is listed or reviewed, and what a confirmed review does.
#[must_use]
pub fn trigger_sentence(trigger: &Trigger, worth: &Worth) -> Text {
    let (of, when) = (trigger.of.spoken(), when_sentence(&trigger.when, worth));
    let first = Text::new(format!("{}：{}", of.zh, when.zh), format!("{} with {}", of.en, when.en));
    let list = trigger.list.as_ref().map_or_else(Text::default, |list| {
        Text::new(format!("列入「{list}」，由人决定"), format!("put on the list {list}; a human decides"))
    });
    if !trigger.review {
        return then(&first, &list);
    }
    let effects = listed(trigger.effects.iter().map(|row| {
        let (on, effect) = (row.on.spoken(), row.effect.spoken());
        Text::new(format!("{}{}", on.zh, effect.zh), format!("{} {}", on.en, effect.en))
    }));
    let review = Text::new(
        format!("启动复核，等次待定；经确认后{}；不确认的不受影响", effects.zh),
        format!("a review starts and the grade waits; once confirmed: {}; nothing if not", effects.en),
    );
    then(&then(&first, &review), &list)
}

/// The highest mean of a set.
#[must_use]
pub fn ceiling_sentence(ceiling: &Ceiling) -> Text {
    let (of, pool, line) = (ceiling.of.spoken(), ceiling.pool.spoken(), &ceiling.mean_at_most);
    let first = Text::new(
        format!("{}{}：平均不超过 {line} 分", of.zh, pool.zh),
        format!("{} {}: the mean is at most {line}", of.en, pool.en),
    );
    then(&first, &ceiling.exceeded.spoken())
}
