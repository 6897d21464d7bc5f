//! G001 principal-of-the-day-missing
//!
//! ## What is checked
//! A veto that reaches the principal finds somebody who was principal of the unit on the day of the event.
//!
//! ## Why it matters
//! The effect follows the person who held the post that day, not today's; without one it reaches nobody.
//!
//! ## Example
//! An event of 2015-03-02 in a unit whose roster shows its first principal from 2015-05-01.
//!
//! ## Mend
//! Add the post with its dates to the roster, or correct the date of the event.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Event;
use crate::scheme::worth::Ground;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G001", name: "principal-of-the-day-missing", manual: include_str!("principal_missing.rs") };

/// Nobody was principal of the event's unit on its day.
#[must_use]
pub fn finding(event: &Event, ground: &Ground) -> Finding {
    let (unit, day) = (&event.unit, event.date);
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("单位 {unit} 在 {day} 没有正职在任，否决影响无人承担"),
            format!("nobody was principal of {unit} on {day}, so the veto reaches none"),
        ),
        at: vec![event.place.clone().into()],
        found: format!("\"{}\" {day}", event.id),
        expected: Text::new("干部名册中该单位当日在任的正职", "a principal of that unit on that day in the roster"),
        expected_at: Some(ground.rule.place.clone()),
        effect: Text::new("单位受影响，正职一项未落实，列入上会清单", "the unit is hit; no principal is"),
        mend: Text::new(
            "在干部名册补上任职起止，或更正事发日期",
            "add the post with its dates to the roster, or correct the date",
        ),
    }
}
