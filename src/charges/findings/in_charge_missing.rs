//! G002 in-charge-of-the-day-missing
//!
//! ## What is checked
//! A veto that reaches the leader in charge finds somebody who was in charge of the event's matter on its day.
//!
//! ## Why it matters
//! The effect is charged to whoever was in charge of the matter that day; an event that names no matter leaves that open.
//!
//! ## Example
//! An event about "工程建设" in a unit where no roster entry carries that matter.
//!
//! ## Mend
//! Fill in 分管事项 in the event, or in the roster; the two words must be the same.

use crate::diag::{Code, Finding, Severity, Text};
use crate::facts::Event;
use crate::scheme::worth::Ground;

/// The code of this finding.
pub const CODE: Code =
    Code { id: "G002", name: "in-charge-of-the-day-missing", manual: include_str!("in_charge_missing.rs") };

/// Nobody was in charge of the event's matter on its day, or it names none.
#[must_use]
pub fn finding(event: &Event, ground: &Ground) -> Finding {
    let (unit, day) = (&event.unit, event.date);
    let matter = event.matter.as_deref().unwrap_or("");
    Finding {
        code: CODE,
        severity: Severity::Warning,
        headline: Text::new(
            format!("单位 {unit} 在 {day} 找不到分管“{matter}”的领导，否决影响无人承担"),
            format!("nobody was in charge of \"{matter}\" in {unit} on {day}, so the veto reaches none"),
        ),
        at: vec![event.place.clone().into()],
        found: format!("\"{}\" 分管事项 \"{matter}\"", event.id),
        expected: Text::new(
            "干部名册中当日分管该事项的领导",
            "a leader in charge of that matter on that day in the roster",
        ),
        expected_at: Some(ground.rule.place.clone()),
        effect: Text::new("分管领导一项未落实", "no leader in charge is hit"),
        mend: Text::new(
            "在事件表或干部名册填写一致的分管事项",
            "fill in the same matter in the event and in the roster",
        ),
    }
}
