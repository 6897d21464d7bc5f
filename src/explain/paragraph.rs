//! The short paragraph: what a leader reads first.

use super::rulings::{as_zh, ruling_step};
use crate::diag::Text;
use crate::grades::{Outcome, Stage, Why};
use crate::results::{Part, SubjectResult};
use crate::run::Run;

/// What the grade is, what the score is made of, and what changed it.
pub(super) fn paragraph(run: &Run, result: &SubjectResult, outcome: &Outcome) -> Text {
    let year = run.results.assessment.year;
    let score = result.score.as_ref().map_or("—", |score| score.shown());
    let (mut zh, mut en) = match (&result.grade, &outcome.why_not) {
        (Some(grade), _) => (
            format!("{}{year}年度得分 {score}，等次为{grade}", result.name),
            format!("{} scores {score} in {year}; the grade is {grade}", result.name),
        ),
        (None, Some(Why::TiePending(_))) => (
            format!("{}{year}年度得分 {score}，与他人并列在名额线上，等次待裁定", result.name),
            format!(
                "{} scores {score} in {year} and ties at the edge of the places; the grade awaits the committee",
                result.name
            ),
        ),
        (None, Some(Why::NoPost)) => (
            format!("{}本年度没有任职，不定等次", result.name),
            format!("{} held no post this year and has no grade", result.name),
        ),
        (None, Some(Why::Ungraded(_, later))) => {
            let more = if *later { "，以后补定" } else { "" };
            (
                format!("{}{year}年度得分 {score}，不定等次{more}", result.name),
                format!("{} scores {score} in {year} and has no grade", result.name),
            )
        }
        (None, Some(Why::ReviewPending(_))) => (
            format!("{}{year}年度得分 {score}，复核尚未确认，等次待定", result.name),
            format!("{} scores {score} in {year}; a review awaits its confirmation", result.name),
        ),
        (None, Some(Why::Dissolved)) => (
            format!("{}{year}年度内撤销或合并，不定等次", result.name),
            format!("{} was abolished or merged in {year} and has no grade", result.name),
        ),
        (None, Some(Why::ShortService)) => (
            format!("{}{year}年度得分 {score}，任职时间不足，不定等次", result.name),
            format!("{} scores {score} in {year} and was too short a time in post for a grade", result.name),
        ),
        (None, _) => (
            format!("{}{year}年度等次待裁定", result.name),
            format!("the grade of {} in {year} awaits the committee", result.name),
        ),
    };
    if let (Some(rank), Some(ranked)) = (result.rank, result.ranked) {
        zh += &format!("，列 {ranked} 个中的第 {rank} 位");
        en += &format!(", rank {rank} of {ranked}");
    }
    zh += "。";
    en += ". ";
    // The parts that every scheme has bear names in both languages.
    let english = |part: &Part| match part.code.as_str() {
        "unit" => "the unit's share".to_owned(),
        "own" => "own ballots".to_owned(),
        "supervised" => "units in charge".to_owned(),
        _ => part.name.clone(),
    };
    let there = result.components.iter().filter_map(|part| Some((part, part.score.as_ref()?.shown())));
    let (parts, parts_en): (Vec<String>, Vec<String>) =
        there.map(|(part, shown)| (format!("{} {shown}", part.name), format!("{} {shown}", english(part)))).unzip();
    if !parts.is_empty() {
        zh += &format!("得分由{}合成", parts.join("、"));
        en += &format!("It is made of {}", parts_en.join(", "));
        for adjustment in &result.adjustments {
            let shown = adjustment.score.as_ref().map_or("", |score| score.shown());
            zh += &format!("，{} {shown}", adjustment.name);
            en += &format!(", {} {shown}", adjustment.name);
        }
        zh += "。";
        en += ". ";
    }
    for ruling in &outcome.rulings {
        let fact = |name: &str| ruling.facts.get(name).map_or("", String::as_str);
        let changed = ruling.from != ruling.to;
        let lowered = if changed { "等次受限" } else { "未再降低等次" };
        match ruling.stage {
            Stage::Veto if !fact("cap").is_empty() => {
                zh += &format!(
                    "因{}（{}），作为{}，最高为{}，{lowered}。",
                    fact("ground"),
                    fact("date"),
                    as_zh(fact("as")),
                    fact("cap")
                );
                en += &format!(
                    "Hit by {} of {} as {}: at most {}. ",
                    fact("ground"),
                    fact("date"),
                    fact("as"),
                    fact("cap")
                );
            }
            Stage::Veto | Stage::Warning | Stage::Sanction | Stage::Gate | Stage::Review | Stage::Condition => {
                let step = ruling_step(ruling);
                zh += &format!("{}：{}。", step.what.zh, step.formula.zh);
                en += &format!("{}: {}. ", step.what.en, step.formula.en);
            }
            Stage::Quota if fact("result") == "lost" => {
                zh += &format!("达到等次线，但 {} 个名额已满，按规则降一档。", fact("places"));
                en += &format!("It reaches the line, but the {} places are taken. ", fact("places"));
            }
            Stage::Decision => {
                zh += &format!("{}裁定为{}，理由：{}。", fact("body"), fact("decided"), fact("reason"));
                en += &format!("{} decided {}: {}. ", fact("body"), fact("decided"), fact("reason"));
            }
            _ => {}
        }
    }
    if let Some(without) = result.without_veto.as_ref().filter(|without| Some(*without) != result.grade.as_ref()) {
        zh += &format!("若无否决，等次为{without}。");
        en += &format!("Without the veto it would be {without}. ");
    }
    Text::new(zh, en.trim_end())
}
