//! What must be done, by whom, how often and by when.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RuleRef;
use crate::scheme::words::RoleKind;
use crate::terms::{GroundCode, GroupCode, RoleCode};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    )+};
}

choices! {
    /// The span in which a number of actions is required.
    Per {
        /// Each quarter.
        Quarter,
        /// Each half-year.
        Half,
        /// The assessment year.
        Year,
        /// The term.
        Term,
    }
    /// The year of a last day.
    DueYear {
        /// The assessment year.
        Same,
        /// The next year.
        Next,
    }
    /// The counterparts of whom each must be reached.
    Each {
        /// The others of the own team.
        Member,
        /// The principal of the own unit.
        Principal,
        /// The principals of the units of which he is in charge.
        SupervisedPrincipal,
        /// Everybody of the units of which he is in charge.
        SupervisedMember,
        /// The principals of all other units.
        AllPrincipals,
        /// Everybody of all other units.
        AllMembers,
    }
    /// A span during which a post was not held throughout.
    PartService {
        /// It is asked for in full.
        InFull,
        /// It is left out.
        LeaveOut,
    }
    /// Where actions are registered.
    Whence {
        /// 履责台账.
        Ledger,
        /// 约谈台账.
        Talks,
    }
    /// The rows that a deadline looks at.
    Track {
        /// 约谈台账.
        Talks,
        /// 整改任务台账.
        Tasks,
        /// 责任追究.
        Events,
    }
    /// The day from which a deadline runs.
    StartDate {
        /// The day of the talk or event.
        Date,
        /// The day of the notice of a talk.
        Notice,
        /// The day on which a task was found.
        Found,
        /// The day on which a task was done.
        Done,
        /// The day of the written report.
        Report,
    }
    /// The day that must come in time.
    EndDate {
        /// The day of the talk.
        Date,
        /// The day of the written report.
        Report,
        /// The day on which a task was done.
        Done,
        /// A talk about it.
        Talk,
        /// An action of the unit in 履责台账.
        Action,
    }
    /// Which day is the first to be counted.
    FirstDay {
        /// The day after the start.
        NextDay,
        /// The start itself.
        SameDay,
    }
    /// A last day that is no working day.
    HolidayEnd {
        /// It stays.
        AsIs,
        /// The next working day takes its place.
        NextWorkingDay,
    }
    /// A last month without such a day.
    MonthEnd {
        /// Its last day.
        LastDay,
        /// The first day of the month after.
        NextDay,
    }
    /// A 期限 that stands in the row.
    GivenDate {
        /// It takes the place of the rule's.
        Replaces,
        /// It is only shown.
        Ignored,
    }
    /// A change of post.
    Change {
        /// A post that begins.
        New,
        /// A post that ends.
        Leaves,
    }
    /// Before or after.
    WhenDone {
        /// Before that day.
        Before,
        /// From that day on.
        After,
    }
}

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Working days.
    WorkingDays(u32),
    /// Days of the calendar.
    Days(u32),
    /// Months.
    Months(u32),
}

/// One of those whom a rule binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The unit itself.
    Unit,
    /// Whoever holds a post of this kind.
    Kind(RoleKind),
    /// Whoever holds a post of this role.
    Role(RoleCode),
    /// Whoever holds a post.
    Anyone,
    /// Whoever is in charge of the unit from elsewhere.
    Supervisor,
}

/// Those whom a rule binds.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Any of these.
    pub who: Vec<Who>,
    /// Only in these groups; all without any.
    pub groups: Vec<GroupCode>,
}

/// A last day in the year.
#[derive(Debug, Clone)]
pub struct Due {
    /// Month and day.
    pub day: (u32, u32),
    /// Whether the day itself is in time.
    pub day_counts: bool,
    /// Which year.
    pub year: DueYear,
}

/// Counterparts of whom each must be reached.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Which.
    pub each: Each,
    /// Only with a post in these groups.
    pub groups: Vec<GroupCode>,
    /// Only in these roles.
    pub roles: Vec<RoleCode>,
}

/// 履责要求.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whom it binds.
    pub scope: Scope,
    /// Where the actions stand.
    pub from: Whence,
    /// The action as pages say it: its words, joined.
    pub action: String,
    /// The words of the action, any of which will do.
    pub words: Vec<String>,
    /// Times in each span.
    pub required: u32,
    /// The span.
    pub per: Per,
    /// First day of the term.
    pub term_from: Option<NaiveDate>,
    /// Last day.
    pub due: Option<Due>,
    /// With each of these.
    pub each: Option<Coverage>,
    /// Whether evidence is needed.
    pub evidence: bool,
    /// A span with part service.
    pub part_service: PartService,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// How a stretch of time is counted.
#[derive(Debug, Clone, Copy)]
pub struct Counting {
    /// How long.
    pub within: Within,
    /// First day counted.
    pub first_day: FirstDay,
    /// End on a holiday.
    pub holiday_end: HolidayEnd,
    /// Month without the day.
    pub month_end: MonthEnd,
}

/// 期限.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Rows of which table.
    pub of: Track,
    /// Only these kinds of talk.
    pub kinds: Vec<String>,
    /// Only these natures of talk.
    pub natures: Vec<String>,
    /// Only these sources of tasks.
    pub sources: Vec<String>,
    /// Only these grounds.
    pub grounds: Vec<GroundCode>,
    /// Only these groups.
    pub groups: Vec<GroupCode>,
    /// From.
    pub start: StartDate,
    /// To.
    pub end: EndDate,
    /// `Action`, `Talk`: its word.
    pub word: String,
    /// The time.
    pub counting: Counting,
    /// Whether the end must lie at least so far from the start.
    pub ahead: bool,
    /// A date in the row.
    pub given_date: GivenDate,
    /// Words by which alone it binds; every row without any.
    pub binds_on: Vec<String>,
    /// Words by which it does not bind.
    pub waived_by: Vec<String>,
    /// List.
    pub list: String,
    /// Letter.
    pub letter: Option<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// What a change of post asks for.
#[derive(Debug, Clone)]
pub struct Appointment {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whose posts.
    pub scope: Scope,
    /// Begins or ends.
    pub on: Change,
    /// Before or after.
    pub when: WhenDone,
    /// Within.
    pub counting: Option<Counting>,
    /// Where it stands.
    pub from: Whence,
    /// Its word.
    pub action: String,
    /// By whom; anybody without it.
    pub by: Vec<Who>,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// 分工检查.
#[derive(Debug, Clone)]
pub struct RosterCheck {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whose posts.
    pub scope: Scope,
    /// Not these.
    pub must_not: Vec<String>,
    /// Only these.
    pub only: Vec<String>,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// 清单.
#[derive(Debug, Clone)]
pub struct Checklist {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whose.
    pub scope: Scope,
    /// Questions: code, text, clause of its own.
    pub entries: Vec<(String, String, Option<String>)>,
    /// Whether 是 needs evidence.
    pub evidence: bool,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}

/// 登记检查: fields that every row of a register must have.
#[derive(Debug, Clone)]
pub struct RecordCheck {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Rows of which register.
    pub of: Track,
    /// Only these kinds of talk.
    pub kinds: Vec<String>,
    /// Only these sources of tasks.
    pub sources: Vec<String>,
    /// Only these groups.
    pub groups: Vec<GroupCode>,
    /// Fields that must not be empty.
    pub complete: Vec<String>,
    /// List.
    pub list: String,
    /// The rule.
    pub rule: RuleRef,
}
