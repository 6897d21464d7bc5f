//! F007 years-not-comparable
//!
//! ## What is checked
//! Where last year's scheme differs from this year's: whether last year's facts can be scored under this year's rules, and
//! this year's facts under last year's.
//!
//! ## Why it matters
//! Only so can a change of the total be split into what the unit did and what the rules did.
//!
//! ## Example
//! Last year had no item J5, and this year's rules want a mark for it.
//!
//! ## Mend
//! Put last year's kaoze.toml, raw/ and scheme/ into last-year/, as they were. Where the facts of one year do not fit the
//! rules of the other, nothing can be mended: the line is broken, and the pages say so.

use crate::diag::{Code, Finding, Place, Severity, Text};

/// The code of this finding.
pub const CODE: Code =
    Code { id: "F007", name: "years-not-comparable", manual: include_str!("years_not_comparable.rs") };

/// Which facts under which rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Last year's facts under this year's rules.
    Rescored,
    /// This year's facts under last year's rules.
    Reversed,
}

/// They could not be scored, for this reason.
#[must_use]
pub fn finding(direction: Direction, place: Place, why: &Text) -> Finding {
    let (zh, en) = match direction {
        Direction::Rescored => {
            ("上年事实不能按今年办法计分", "last year's facts cannot be scored under this year's rules")
        }
        Direction::Reversed => {
            ("今年事实不能按上年办法计分", "this year's facts cannot be scored under last year's rules")
        }
    };
    let effect = match direction {
        Direction::Rescored => Text::new(
            "与上年的比较在此断开，不分解变动；本年得分不受影响",
            "the line since last year is broken and the change is not split; this year's scores are untouched",
        ),
        Direction::Reversed => Text::new(
            "不给出按上年办法计算的得分；本年得分不受影响",
            "no total under last year's rules is given; this year's scores are untouched",
        ),
    };
    let found = format!("\"{}\"", place.file());
    Finding {
        code: CODE,
        severity: Severity::Note,
        headline: Text::new(format!("{zh}：{}", why.zh), format!("{en}: {}", why.en)),
        at: vec![place.into()],
        found,
        expected: Text::new(
            "last-year/ 中有上年的 kaoze.toml、raw/、scheme/，且两年的事实合于对方的办法",
            "last year's kaoze.toml, raw/ and scheme/ in last-year/, the facts of each year fitting the other's rules",
        ),
        expected_at: None,
        effect,
        mend: Text::new(
            "缺文件的，从上年工作目录原样补入 last-year/；事实不合于办法的不必处理",
            "copy missing files from last year's workspace as they were; facts that do not fit need no mending",
        ),
    }
}
