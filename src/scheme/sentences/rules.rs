//! The rules that read measures, compare units, or have rows of their own, as sentences.

use super::measures::when_sentence;
use super::panels::panel_sentence;
use super::{Spoken, indicator, listed, same, then};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Words;
use crate::scheme::worth::{
    BeyondAnchors, BeyondGap, Compared, OccurrenceRow, Points, RankPoints, RowPoints, StepRow, Worth,
};
use crate::terms::MeasureCode;

/// The name of a measure, or its code.
pub(super) fn measure_name(worth: &Worth, code: &MeasureCode) -> String {
    worth.measure(code).map_or_else(|| code.to_string(), |measure| measure.name.clone())
}

/// A rule beyond those of plain cells.
pub(super) fn sentence(points: &Points, full: &Exact, words: &Words, worth: &Worth) -> Text {
    let name = |code: &MeasureCode| measure_name(worth, code);
    match points {
        Points::Steps(rows) => steps(rows, worth),
        Points::Linear { measure, anchors, below, above } => {
            let name = name(measure);
            let row = |(at, points): &(Exact, Exact)| {
                Text::new(format!("{at} 得 {points} 分"), format!("{at} gives {points}"))
            };
            let anchors = listed(anchors.iter().map(row));
            let end = |end: &BeyondAnchors| match end {
                BeyondAnchors::Hold => Text::new("不再增减", "as at the end"),
                BeyondAnchors::Points(points) => Text::new(format!("{points} 分"), points.to_string()),
            };
            let (below, above) = (end(below), end(above));
            Text::new(
                format!("按{name}：{}，其间按直线；低于最低点{}，高于最高点{}", anchors.zh, below.zh, above.zh),
                format!("by {name}: {}, straight between; below {}, above {}", anchors.en, below.en, above.en),
            )
        }
        Points::ProRata { measure, target } => same(format!("{full} × {} ÷ {target}", name(measure))),
        Points::TargetLine { numerator, denominator, line, base, per_above, per_below, broken, zero_denominator } => {
            let (above, below) = (indicator(words, numerator), indicator(words, denominator));
            let rounding = broken.spoken();
            let (up, down) = (per(per_above), per(per_below));
            let text = Text::new(
                format!(
                    "{below} × {line} 为应完成数（{}）；{above}恰好完成得 {base} 分，每多一件 {up}，每少一件 {down}",
                    rounding.zh
                ),
                format!(
                    "{below} × {line} is the line ({}); {base} on it, {up} for each of {above} above, {down} for each below",
                    rounding.en
                ),
            );
            then(&text, &zero_denominator.spoken())
        }
        Points::ShareOfBest { compared, population, best, best_zero } => {
            let own = compared_sentence(compared, worth);
            let (population, best) = (population.spoken(), best.spoken());
            let text = match best.zh.as_str() {
                "最低" => Text::new(
                    format!("{full} × {}中{}{} ÷ 本单位{}", population.zh, best.zh, own.zh, own.zh),
                    format!("{full} × {} {} among {} ÷ own {}", best.en, own.en, population.en, own.en),
                ),
                _ => Text::new(
                    format!("{full} × 本单位{} ÷ {}中{}{}", own.zh, population.zh, best.zh, own.zh),
                    format!("{full} × own {} ÷ {} {} among {}", own.en, best.en, own.en, population.en),
                ),
            };
            then(&text, &best_zero.spoken())
        }
        Points::ByRank { compared, population, best, points, ties, per_inspector } => {
            let own = compared_sentence(compared, worth);
            let (population, best, ties) = (population.spoken(), best.spoken(), ties.spoken());
            let (zh, en) = if *per_inspector {
                ("先按每名检查人分别排名再平均，", ", inside each inspector and averaged")
            } else {
                ("", "")
            };
            let points = rank_points(points);
            let text = Text::new(
                format!("{zh}按{}在{}中排名（{}为第 1 名）：{}", own.zh, population.zh, best.zh, points.zh),
                format!("by rank of {} among {} ({} first{en}): {}", own.en, population.en, best.en, points.en),
            );
            then(&text, &ties)
        }
        Points::GroupMean { measure, population, base, per_above, per_below, broken } => {
            let (name, population, broken) = (name(measure), population.spoken(), broken.spoken());
            let (up, down) = (per(per_above), per(per_below));
            Text::new(
                format!("{name}等于{}平均得 {base} 分，每高 1 {up}，每低 1 {down}（差距{}）", population.zh, broken.zh),
                format!(
                    "{base} at the mean of {name} among {}, {up} for each above, {down} for each below (distance {})",
                    population.en, broken.en
                ),
            )
        }
        Points::Occurrences { base, rows } => {
            let rows = listed(rows.iter().map(occurrence_row));
            Text::new(
                format!("{base} 分起，每件按类加减：{}；一事符合几行的都计", rows.zh),
                format!("{base}, and for each occurrence: {}; every row that fits counts", rows.en),
            )
        }
        Points::Levels(levels) => {
            let levels = listed(levels.iter().map(|(name, points)| same(format!("{name} {points}"))));
            Text::new(
                format!("按评定档次：{}；几名检查人取平均", levels.zh),
                format!("by word: {}; the mean of several", levels.en),
            )
        }
        Points::MembersMean { panel, members, unscored } => {
            let marks = panel_sentence(panel);
            let (members, unscored) = (members.spoken(), unscored.spoken());
            let text = Text::new(
                format!("每名班子成员分别打分（{}），{}取平均", marks.zh, members.zh),
                format!("each member apart ({}), then the mean over {}", marks.en, members.en),
            );
            then(&text, &unscored)
        }
        Points::SelfPanel { panel, gap, reached, within, beyond } => {
            let marks = panel_sentence(panel);
            let (reached, within) = (reached.spoken(), within.spoken());
            let beyond = match beyond {
                BeyondGap::Panel => Text::new("取考核组评分", "the panel's"),
                BeyondGap::Points(points) => Text::new(format!("计 {points} 分"), points.to_string()),
            };
            let text = Text::new(
                format!("自评与考核组评分相差不超过 {gap} 分{}，超过则{}", within.zh, beyond.zh),
                format!("within a gap of {gap} {}, beyond it {}", within.en, beyond.en),
            );
            then(&then(&marks, &text), &reached)
        }
        _ => Text::default(),
    }
}

/// 加 2 分, 扣 0.5 分.
fn per(points: &Exact) -> String {
    let sign = if points.is_negative() { "−" } else { "＋" };
    format!("{sign}{}", points.abs())
}

fn compared_sentence(compared: &Compared, worth: &Worth) -> Text {
    match compared {
        Compared::Measure(code) => same(measure_name(worth, code)),
        Compared::Marks => Text::new("检查人平均分", "the inspectors' mean"),
    }
}

fn steps(rows: &[StepRow], worth: &Worth) -> Text {
    let row = |row: &StepRow| {
        let points = &row.points;
        match &row.when {
            Some(when) => {
                let when = when_sentence(when, worth);
                Text::new(format!("{}的 {points} 分", when.zh), format!("{points} if {}", when.en))
            }
            None => Text::new(format!("其余 {points} 分"), format!("else {points}")),
        }
    };
    let (zh, en): (Vec<String>, Vec<String>) = rows.iter().map(row).map(|text| (text.zh, text.en)).unzip();
    Text::new(format!("依次看，先符合的先用：{}", zh.join("；")), format!("the first that fits: {}", en.join("; ")))
}

fn rank_points(points: &RankPoints) -> Text {
    let list = |points: &[Exact]| points.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
    match points {
        RankPoints::List(points, beyond) => {
            let list = list(points);
            Text::new(format!("依次 {list}，以后 {beyond}"), format!("{list} in turn, {beyond} beyond"))
        }
        RankPoints::Step(first, step) => Text::new(
            format!("第 1 名 {first}，每低一名少 {step}"),
            format!("{first} for the first, {step} less for each further rank"),
        ),
        RankPoints::FromBottom(points, step) => {
            let list = list(points);
            Text::new(
                format!("从末名起依次 {list}，再往上每名少 {step}"),
                format!("from the last up {list}, {step} less for each further"),
            )
        }
    }
}

fn occurrence_row(row: &OccurrenceRow) -> Text {
    let traits = [&row.traits.kind, &row.traits.level, &row.traits.found_by];
    let traits = traits.into_iter().flatten().cloned().collect::<Vec<_>>().join("·");
    let traits = if traits.is_empty() { Text::new("每件", "any") } else { same(traits) };
    let points = match &row.points {
        RowPoints::Each(points) => same(per(points)),
        RowPoints::Given(least, most) => {
            Text::new(format!("酌情 {least} 至 {most}（写明理由）"), format!("{least} to {most}, set with a reason"))
        }
    };
    let most = row.at_most.as_ref().map_or_else(Text::default, |most| {
        Text::new(format!("（合计至多 {most}）"), format!(" (at most {most} together)"))
    });
    Text::new(format!("{} {}{}", traits.zh, points.zh, most.zh), format!("{} {}{}", traits.en, points.en, most.en))
}
