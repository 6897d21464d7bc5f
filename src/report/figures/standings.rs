//! The figures about standings, moves, places, vetoes and posts, from the view to the charts.

use super::value;
use crate::report::charts::{
    BandLine, Distribution, Dot, Flow, FlowEvent, FlowGrade, FlowHit, Frame, Panel, PlaceRow, Places, RankRow, Ranking,
    Scatter, Slope, Slopes, Split, Splits, Spot, Strip,
};
use crate::report::view::{
    FlowPlot, GradeMark, Line, MovePlot, PlacePlot, RankPlot, Say, ScatterPlot, SplitPlot, StripPlot,
};

/// Up to so many units all are named.
const ALL_NAMED: usize = 12;

fn lines(lines: &[Line]) -> Vec<BandLine> {
    lines.iter().map(|line| BandLine { at: value(&line.at), label: line.label.clone() }).collect()
}

pub(super) fn ranking(say: Say, plot: &RankPlot, frame: Frame) -> Ranking {
    let rows = plot.rows.iter().map(|row| RankRow {
        rank: row.rank.clone(),
        label: row.label.clone(),
        value: row.total.as_ref().map(value),
        before: row.before.as_ref().map(value),
        band: row.grade.as_ref().and_then(|grade| grade.index),
        ungraded: row.ungraded.clone(),
        veto: row.veto.clone(),
        broken: row.broken.clone(),
        instead: row.instead.clone(),
    });
    Ranking {
        frame,
        bands: plot.grades.clone(),
        rows: rows.collect(),
        lines: lines(&plot.lines),
        ends: plot.ends.iter().map(value).collect(),
        now_word: plot.now.clone(),
        before_word: plot.before.clone(),
        veto_word: say.of("一票否决", "Veto").to_owned(),
    }
}

pub(super) fn slopes(say: Say, plot: &MovePlot, frame: Frame) -> Slopes {
    let rows = plot.rows.iter().map(|row| Slope {
        label: row.label.clone(),
        before: row.before.as_ref().map(value),
        after: row.now.as_ref().map(value),
        change: row.change.clone(),
        named: row.named,
        joined: row.joined,
    });
    Slopes {
        frame,
        before_word: plot.before.clone(),
        after_word: plot.now.clone(),
        other_word: say.of("其他单位", "other units").to_owned(),
        rows: rows.collect(),
        remarks: plot.remarks.clone(),
    }
}

pub(super) fn splits(say: Say, plot: &SplitPlot, frame: Frame) -> Splits {
    let rows = plot.rows.iter().map(|row| Split {
        label: row.label.clone(),
        own: value(&row.own),
        rule: value(&row.rule),
        sum: row.sum.clone(),
    });
    Splits {
        frame,
        own_word: say.of("工作变化", "own part").to_owned(),
        rule_word: say.of("办法变化", "by the rules").to_owned(),
        sum_word: say.of("总分变化", "Change").to_owned(),
        rows: rows.collect(),
    }
}

pub(super) fn places(say: Say, plot: &PlacePlot, frame: Frame) -> Places {
    let rows = plot.rows.iter().map(|row| PlaceRow {
        label: row.label.clone(),
        told: row.told.clone(),
        places: row.places,
        counts: [row.placed, row.borrowed, row.tied, row.empty, row.lent, row.lost],
    });
    let words = [
        ("列入", "placed"),
        ("借用名额列入", "on borrowed places"),
        ("并列待裁定", "tied, awaiting a decision"),
        ("空余名额", "empty places"),
        ("借出名额", "lent places"),
        ("达线未列入", "reached the line, no place"),
    ];
    Places {
        frame,
        rows: rows.collect(),
        places_word: say.of("名额数", "number of places").to_owned(),
        words: words.map(|(zh, en)| say.of(zh, en).to_owned()),
    }
}

pub(super) fn scatter(say: Say, plot: &ScatterPlot, frame: Frame) -> Scatter {
    let panels = plot.panels.iter().map(|panel| Panel {
        across: panel.across.clone(),
        up: panel.up.clone(),
        n: say.made(format!("n={}个单位", panel.rows.len()), format!("n={} units", panel.rows.len())),
        dots: panel
            .rows
            .iter()
            .map(|row| Spot {
                across: value(&row.across),
                up: value(&row.up),
                label: (row.named || panel.rows.len() <= ALL_NAMED).then(|| row.label.clone()),
                named: row.named,
            })
            .collect(),
    });
    Scatter {
        frame,
        panels: panels.collect(),
        dot_word: say.of("一个点为一个单位", "a dot is a unit").to_owned(),
        named_word: say.of("两项名次相差最大的单位", "units whose ranks differ most").to_owned(),
    }
}

pub(super) fn flow(say: Say, plot: &FlowPlot, frame: Frame) -> Flow {
    let grade = |mark: &GradeMark| FlowGrade { text: mark.text.clone(), index: mark.index, of: mark.of };
    let events = plot.events.iter().map(|event| FlowEvent {
        label: event.label.clone(),
        note: event.note.clone(),
        hits: event
            .hits
            .iter()
            .map(|hit| FlowHit {
                who: hit.who.clone(),
                role: hit.role.clone(),
                without: hit.without.as_ref().map(grade),
                grade: hit.grade.as_ref().map(grade),
                instead: say.of("待定", "pending").to_owned(),
                same_word: say.of("未变", "unchanged").to_owned(),
                after: hit.after.clone(),
            })
            .collect(),
    });
    let heads = [
        ("事件", "Event"),
        ("对象", "Whom it hit"),
        ("无此情形 → 现等次", "Grade without → with it"),
        ("后果", "What follows"),
    ];
    Flow { frame, heads: heads.map(|(zh, en)| say.of(zh, en).to_owned()), events: events.collect() }
}

pub(super) fn strips(say: Say, plot: &StripPlot, frame: Frame) -> Distribution {
    let strips = plot.strips.iter().map(|strip| Strip {
        label: strip.label.clone(),
        dots: strip
            .dots
            .iter()
            .map(|dot| Dot { value: value(&dot.total), label: dot.label.clone(), alarm: dot.vetoed })
            .collect(),
        middle: strip.middle.as_ref().map(value),
    });
    Distribution {
        frame,
        strips: strips.collect(),
        lines: lines(&plot.lines),
        dot_word: say.of("一个点为一人", "a dot is a person").to_owned(),
        alarm_word: say.of("一票否决", "veto").to_owned(),
        middle_word: say.of("中位数", "median").to_owned(),
    }
}
