//! A synthetic county, seeded.
//!
//! **In**: a number of units, a seed and a year. **Out**: a workspace with raw workbooks as an office receives them; every
//! name invented and marked 虚构. **Holds**: same arguments, same bytes; the situations that the rules speak of occur in it.
//! **Does not**: score anything, or take part in a real run.
//!
//! # Situations
//!
//! | situation | where it stands in the sheets |
//! |---|---|
//! | half-year and year-end checks | two sheets in every workbook of 检查评分; the team's poll counted at half-year, raw at the year's end |
//! | trimmed and plain panels | inspection groups of six and of three by turns |
//! | two townships tied at the last place | odd years: equal facts in every table, no 裁定, so both are pending |
//! | two departments of equal total at the last place | odd years: one is inspected 2.5 points better (1.5 of the total), the other has honours of 1.5; the chain parts them |
//! | V1 | 18 March, with a matter: the deputy in charge of it, the principal of that day and a named person |
//! | former principal | odd years: principals of the V1 unit and of another change over on 11 May |
//! | V2, V3 | a township in August, with a matter; a department in September |
//! | V4 before a transfer | 22 April on a first deputy, who in odd years changes over with another on 15 July |
//! | revoked event | a V2 with 是否撤销 = 是 |
//! | late report | J5 of the year's end dated 23 December |
//! | empty class | a department's team has no C ballots at the year's end |
//! | empty question | class A of a department leaves 廉洁自律 blank or 不了解 |
//! | small class | four A ballots about a department's team, fewer than `min_count` |
//! | more returned than issued | sixteen B ballots of fifteen |
//! | two posts at once | a first deputy, main post marked 是, also member of another team |
//! | decisions | a unit and a person one grade lower; in even years the V3 veto lifted by one |
//! | item not applicable | J2 不适用 for a department in both periods |
//! | honours over their cap | 2 + 1 + 0.5 against 3 |
//! | penalty; claim charged to the next year; claim of December charged to this one | 加减分 |
//! | 不了解, blanks, void ballots; zero denominators | here and there in the polls; in 案件统计 |
//! | new people | six posts of 77 units each year from 2015 on |

mod ballots;
mod blank;
mod cast;
mod claims;
mod county;
mod levels;
mod marks;
mod names;
mod plan;
mod posts;
mod random;
mod rosters;
mod sheet;
mod situations;
mod surveys;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
mod workspace;
mod yunshan;

pub use blank::{blank, template};
pub use situations::{Situation, SituationKind};
pub use workspace::{county, situations};
