//! What an event does, as typed: on whom, and which effect.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Quoted;

/// What an event does to one of those whom it reaches. Each key beside `on` is an effect of its own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEffect {
    /// Whom: `unit`, `principal` and `in_charge` of the day, the `person` named, each other `member` of the team of the
    /// day, the whole `team` of the day, the `supervisor` in charge of the unit, or `role:CODE` for holders of that role.
    pub on: String,
    /// Highest grade left.
    pub cap: Option<String>,
    /// So many grades lower.
    pub lower: Option<u32>,
    /// Points taken off the total.
    pub deduct: Option<Quoted>,
    /// The item that counts as nought.
    pub nil_item: Option<String>,
    /// The total counts as nought.
    #[serde(default)]
    pub nil_total: bool,
    /// 不定等次.
    #[serde(default)]
    pub ungraded: bool,
    /// 取消评优评先 (this program lists it; the grade stays).
    #[serde(default)]
    pub no_honours: bool,
}
