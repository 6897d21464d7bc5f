//! Everything after the components as typed: total, adjustments, vetoes, bands, quota, people.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::effects::RawEffect;
use super::measures::RawCondition;
use super::{Limit, Quoted, RawPeriodWeight};
use crate::exact::Mode;
use crate::scheme::worth::{
    Blend, By, ChainEnd, EdgeTies, QuotaBase, QuotaPool, RankTies, RoundingPoint, VetoedRank, WhenMissing, Whose,
};

/// What the components add up to.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTotal {
    /// The sum of the components' full marks times their weights, stated so that it can be checked.
    pub declared: Option<Quoted>,
    /// The highest total, bonuses included, or `"none"`.
    pub cap: Option<Limit>,
    /// The lowest total, penalties included, or `"none"`.
    pub floor: Option<Limit>,
    /// Whether periods are blended inside each component, or as totals of each period.
    pub blend: Option<Blend>,
    /// `blend = "totals"`: periods and their shares of the year.
    #[serde(default)]
    pub periods: Vec<RawPeriodWeight>,
    /// What the shares of `periods` add to, where the document's own do not add to one.
    pub periods_total: Option<Quoted>,
    /// `blend = "totals"`: when one period has no total.
    pub missing_period: Option<WhenMissing>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A point at which values are rounded.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRounding {
    /// Which value.
    #[schemars(with = "RoundingPoint")]
    pub at: Spanned<RoundingPoint>,
    /// Digits kept.
    pub places: Option<u32>,
    /// What happens at half.
    pub mode: Option<Mode>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// Exact or rounded, three times.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawCompare {
    /// The value that is looked up in the bands.
    pub band: Option<By>,
    /// The value by which ranks, quota places and ties are worked out.
    pub rank: Option<By>,
    /// The unit's value in a leader's score.
    pub unit_share: Option<By>,
    /// Totals that lie less than this below a better band are listed for the committee; without it none are.
    pub near_line: Option<Quoted>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A ground of 一票否决 and the highest grade that each of those hit can still get.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGround {
    /// Code.
    #[schemars(with = "String")]
    pub code: Spanned<String>,
    /// Name as event sheets write it.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Highest grade of the unit; `"none"` leaves it alone.
    pub unit: Option<String>,
    /// Highest grade of whoever was principal on the day; `"none"` leaves him alone.
    pub principal: Option<String>,
    /// Highest grade of whoever was in charge of the matter on the day; `"none"` leaves him alone.
    pub in_charge: Option<String>,
    /// Highest grade of the person named in the event; `"none"` leaves him alone.
    pub person: Option<String>,
    /// Further effects; with them the four highest grades may be left out.
    #[serde(default)]
    pub effects: Vec<RawEffect>,
    /// In how many years the highest grades hold, that of the event included; one without it.
    pub years: Option<u32>,
    /// Whether an event without a document number has no effect.
    #[serde(default)]
    pub needs_document: bool,
    /// Who may create or apply this ground, for the record.
    pub authority: Option<String>,
    /// Whether a committee decision may lift it.
    pub decision_may_lift: Option<bool>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// A grade and its half-open interval.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawBand {
    /// Units or people.
    #[serde(rename = "for")]
    pub of: Whose,
    /// 等次.
    #[schemars(with = "String")]
    pub grade: Spanned<String>,
    /// From this value on (达到); left out in the lowest band, which has no lower end.
    pub from: Option<Quoted>,
    /// Below this value; left out in the highest band, which has no upper end.
    pub below: Option<Quoted>,
    /// What else must hold, all of it; a value in the band that fails this falls to the next band that it meets.
    #[serde(default)]
    pub when: Vec<RawCondition>,
    /// What else must hold, one of these.
    #[serde(default)]
    pub any: Vec<RawCondition>,
    /// The grade above a grade without an interval, which only rulings give: places, forced shares, sanctions.
    pub after: Option<String>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// How ranks are given.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawRank {
    /// Whether the place after a tie is skipped.
    pub ties: Option<RankTies>,
    /// Components, items or measures that part equals before ranks are given; `-code` puts the lower value first.
    #[serde(default)]
    pub tie_chain: Vec<String>,
    /// Where a vetoed unit stands.
    pub vetoed: Option<VetoedRank>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// Places in a grade.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawQuota {
    /// Units or people.
    #[serde(rename = "for")]
    pub of: Whose,
    /// The grade whose places are limited.
    #[schemars(with = "String")]
    pub grade: Spanned<String>,
    /// Who competes with whom.
    pub pool: Option<QuotaPool>,
    /// Only this group; without it every group.
    pub group: Option<String>,
    /// Share of the base.
    pub share: Option<Quoted>,
    /// So many places, in place of a share.
    pub places: Option<u32>,
    /// Places by the size of the base, in place of a share; the first row that fits holds.
    #[serde(default)]
    pub places_by: Vec<RawPlaces>,
    /// At least so many places in each pool with anybody in its base.
    pub minimum: Option<u32>,
    /// Empty places: `"never"` lent (as without the key), or `"from:POOL"` when others may take those of this pool.
    pub borrow: Option<String>,
    /// Who is counted in the base.
    pub base: Option<QuotaBase>,
    /// How a broken number of places becomes whole.
    pub rounding: Option<Mode>,
    /// What happens when equals stand across the edge.
    pub ties: Option<EdgeTies>,
    /// `chain`: components, items or measures compared in turn (people: `unit`, `own`, measures); `-code` puts the lower
    /// value first.
    #[serde(default)]
    pub chain: Vec<String>,
    /// `chain`: when the chain does not part them either.
    pub chain_end: Option<ChainEnd>,
    /// The grade of those who find no place.
    pub overflow: Option<String>,
    /// Whether a place that a decision frees goes to the next.
    pub refill: Option<bool>,
    /// Document and clause.
    pub basis: Option<String>,
    /// Set when no document says so.
    pub assumed: Option<bool>,
}

/// Places for a base of some size.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPlaces {
    /// Up to this size of the base; left out in the last row.
    pub up_to: Option<u32>,
    /// So many places.
    pub places: u32,
}
