//! How people are scored: what each role's score is made of, and which posts count.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BestZero, Population, RuleRef, Transfer, TwoPosts, WhenMissing};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::RoleKind;
use crate::terms::{ComponentCode, MeasureCode, PollCode, RoleCode};

/// How a value is scaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Normalise {
    /// The best gets all, the others in proportion to it.
    Best,
}

/// One who served less than the days that the scheme asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShortService {
    /// 不定等次: a total, and no grade.
    Ungraded,
    /// The case goes to the committee.
    Pend,
    /// Graded like everybody.
    Graded,
}

/// A period that ended before a unit was set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BeforeSetUp {
    /// It has no value, and each component says what that means (`missing_period`).
    MissingPeriod,
    /// The mean of the units that were merged into it.
    PredecessorsMean,
}

/// A unit that was abolished or merged into another before the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dissolved {
    /// Scored, so that its leaders can be, but without grade and rank.
    LeftOut,
    /// Graded like the others.
    Graded,
}

/// Units set up, merged or abolished inside the year.
#[derive(Debug, Clone)]
pub struct UnitChange {
    /// A period before it was set up.
    pub before: BeforeSetUp,
    /// A unit that did not last to the end.
    pub dissolved: Dissolved,
    /// The rule.
    pub rule: RuleRef,
}

/// Where a part of a person's score comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartSource {
    /// The total of the unit.
    Unit,
    /// The mean of the totals of the units that the person is in charge of.
    Supervised,
    /// A component of the unit.
    Component(ComponentCode),
    /// The own ballots.
    Own,
    /// Another poll about the person.
    Poll(PollCode),
    /// A measure of the person.
    Measure(MeasureCode),
}

/// A value scaled to the best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalised {
    /// Among whom.
    pub among: Population,
    /// What the best gets.
    pub to: Exact,
    /// When the best is nought.
    pub best_zero: BestZero,
}

/// A part of a role's score.
#[derive(Debug, Clone)]
pub struct Part {
    /// The code in results: `unit`, `own`, `supervised`, or that of the component, poll or measure.
    pub code: String,
    /// Name of the component or poll; empty for the others, which have words.
    pub name: String,
    /// Where it comes from.
    pub source: PartSource,
    /// Its weight.
    pub weight: Exact,
    /// How it is scaled, if it is.
    pub normalised: Option<Normalised>,
}

/// A role with what its score is made of.
#[derive(Debug, Clone)]
pub struct Role {
    /// Code.
    pub code: RoleCode,
    /// Name.
    pub name: String,
    /// What it is to vetoes.
    pub kind: RoleKind,
    /// Parts in order; their weights sum to one, or to what the scheme states.
    pub parts: Vec<Part>,
}

/// Which of several posts held at once counts.
#[derive(Debug, Clone)]
pub struct PostRule {
    /// Roles held at once.
    pub holds: Vec<RoleCode>,
    /// The one of them that counts.
    pub counts_as: RoleCode,
    /// The rule.
    pub rule: RuleRef,
}

/// How people are scored.
#[derive(Debug, Clone)]
pub struct PeopleRule {
    /// The poll of their own score.
    pub poll: Option<PollCode>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Which of several posts held at once counts; asked before `two_posts`.
    pub post_rules: Vec<PostRule>,
    /// Which posts count for one who moved.
    pub transfer: Transfer,
    /// Month and day up to which a move counts for the new post.
    pub cutoff: Option<(u32, u32)>,
    /// Which post counts for one who holds two at once.
    pub two_posts: TwoPosts,
    /// When there are no own ballots.
    pub missing_own: WhenMissing,
    /// When another part has no value.
    pub missing_part: WhenMissing,
    /// Days of service that a grade asks for, and what becomes of those who have fewer.
    pub service: Option<(u32, ShortService)>,
    /// Highest total.
    pub cap: Option<Exact>,
    /// Lowest total.
    pub floor: Option<Exact>,
    /// The rule.
    pub rule: RuleRef,
}

impl Part {
    /// What results call it.
    #[must_use]
    pub fn shown_name(&self) -> String {
        match self.source {
            PartSource::Unit => "单位得分折算".to_owned(),
            PartSource::Supervised => "分管单位得分折算".to_owned(),
            PartSource::Component(_) => format!("{}折算", self.name),
            PartSource::Own => "本人测评".to_owned(),
            PartSource::Poll(_) | PartSource::Measure(_) => self.name.clone(),
        }
    }

    /// What formulas call it.
    #[must_use]
    pub fn label(&self) -> Text {
        match self.source {
            PartSource::Unit => Text::new("单位", "unit"),
            PartSource::Supervised => Text::new("分管单位平均", "mean of the units in charge"),
            PartSource::Own => Text::new("本人测评", "own ballots"),
            PartSource::Component(_) | PartSource::Poll(_) | PartSource::Measure(_) => {
                Text::new(self.name.clone(), self.name.clone())
            }
        }
    }

    /// Whether its value is shown as such: what is the person's own. Others are shown as what they bring to the total.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self.source, PartSource::Own | PartSource::Poll(_) | PartSource::Measure(_))
    }
}

impl PeopleRule {
    /// A role by its code.
    #[must_use]
    pub fn role(&self, code: &RoleCode) -> Option<&Role> {
        self.roles.iter().find(|role| role.code == *code)
    }

    /// The parts of all roles, each once, in the order in which roles name them.
    #[must_use]
    pub fn parts(&self) -> Vec<&Part> {
        let mut parts: Vec<&Part> = Vec::new();
        for part in self.roles.iter().flat_map(|role| &role.parts) {
            if !parts.iter().any(|known| known.code == part.code) {
                parts.push(part);
            }
        }
        parts
    }
}
