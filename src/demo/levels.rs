//! How good the invented county is: every knob that shapes the grades, in thousandths unless said otherwise.

/// Quality of the best unit of a group.
pub(super) const BEST: i32 = 968;
/// Quality of the last unit before the pair at the quota edge.
pub(super) const BEFORE_EDGE: i32 = 952;
/// Quality of the two departments at the quota edge, one of which has honours of 1.5 points.
pub(super) const EDGE_DEPARTMENTS: i32 = 918;
/// Quality of the two townships at the quota edge.
pub(super) const EDGE_TOWNSHIPS: i32 = 925;
/// The rest of a group: share of the way down it, and the quality there.
pub(super) const REST_DEPARTMENTS: [(i32, i32); 5] = [(0, 912), (140, 903), (750, 855), (920, 815), (1000, 765)];
/// The rest of the townships.
pub(super) const REST_TOWNSHIPS: [(i32, i32); 4] = [(0, 912), (300, 890), (750, 850), (1000, 790)];
/// No unit behind the edge comes above this, whatever its year was like.
pub(super) const BEHIND_EDGE_CEILING: i32 = 912;

/// How far a year may carry a unit from its quality.
pub(super) const YEAR_SPREAD: u32 = 18;
/// The same for those whose place the situations need.
pub(super) const YEAR_SPREAD_HELD: u32 = 2;

/// How far one person may be from the unit, and how far the rare one falls.
pub(super) const PERSON_SPREAD: u32 = 45;
/// Fall of a person whom colleagues do not esteem.
pub(super) const PERSON_FALL: i32 = 130;
/// How many of a thousand fall.
pub(super) const PERSON_FALLS: i32 = 20;

/// Inspectors' marks never leave this range of the full marks.
pub(super) const MARK_RANGE: (i32, i32) = (600, 980);
/// How far one inspector may be from the others.
pub(super) const INSPECTOR_SPREAD: u32 = 20;
/// Above this level nothing is missing from the counted items.
pub(super) const NOTHING_MISSING: i32 = 905;

/// How far one voter may be from the others.
pub(super) const VOTER_SPREAD: u32 = 120;
/// Levels from which a voter ticks the first, second and third mark.
pub(super) const BALLOT_STEPS: [i32; 3] = [915, 800, 680];
/// The same for those who answer a survey.
pub(super) const SURVEY_STEPS: [i32; 3] = [920, 800, 660];
/// 不了解 on ballots.
pub(super) const NO_VIEW: i32 = 20;
/// Blank on ballots.
pub(super) const BLANK: i32 = 10;
/// Void ballots.
pub(super) const VOID: i32 = 6;
/// 不了解 in the survey.
pub(super) const SURVEY_NO_VIEW: i32 = 50;

/// Ballots issued about a unit's team by class A, B, C.
pub(super) const TEAM_BALLOTS: [u32; 3] = [12, 15, 10];
/// Ballots issued about a person by class A, B, C.
pub(super) const PERSON_BALLOTS: [u32; 3] = [5, 6, 9];
/// Survey answers about a unit by telephone and on paper.
pub(super) const SURVEY_ANSWERS: [u32; 2] = [12, 10];

/// Units of one inspection group.
pub(super) const UNITS_OF_A_GROUP: usize = 13;
/// Inspectors of odd and of even groups: above and below the number from which extremes are dropped.
pub(super) const INSPECTORS: [usize; 2] = [6, 3];
/// Of 77 units, as many posts get a new person each year from 2015 on.
pub(super) const REPLACED_OF_77: usize = 6;
/// By how much the share of petitions and leads handled in time is above the level, and its ceiling.
pub(super) const IN_TIME: (i32, i32) = (55, 997);
