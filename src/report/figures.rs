//! The data of the view as charts, each in the forms that the package needs.

mod standings;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::diag::Lang;
use crate::report::charts::{
    Chart, DrawError, Drawing, Format, Frame, GradeStack, GroupedBars, HeatCell, HeatColumn, HeatMap, HeatRow, Pair,
    StackRow, Theme, Value,
};
use crate::report::view::{self, GradePlot, HeatPlot, Number, PairPlot, Plot, Say, View};

/// More workers than this would only wait for each other's memory.
const MOST_WORKERS: usize = 4;

/// A chart in every form.
#[derive(Debug, Clone)]
pub struct Figure {
    /// SVG with live text for a page, without the style sheet that all share.
    pub wide: String,
    /// The same for a telephone.
    pub narrow: String,
    /// SVG with outlines, standing alone.
    pub svg: String,
    /// Picture.
    pub png: Vec<u8>,
    /// Characters that the typeface lacks.
    pub missing: BTreeSet<char>,
}

/// Every chart of the view, by name.
///
/// # Errors
/// When a picture cannot be made, which no input is known to cause.
pub fn draw(view: &View, theme: &Arc<Theme>) -> Result<BTreeMap<String, Figure>, DrawError> {
    let plots: Vec<(&String, &Plot)> = view.plots.iter().collect();
    let next = AtomicUsize::new(0);
    // Each worker takes the next plot that nobody has; the map puts all back into the order of the names.
    let work = || {
        let mut made = Vec::new();
        while let Some((name, plot)) = plots.get(next.fetch_add(1, Ordering::Relaxed)) {
            made.push(figure(view.say, plot, theme).map(|figure| ((*name).clone(), figure)));
        }
        made
    };
    let n = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_WORKERS).min(plots.len().max(1));
    let made = thread::scope(|scope| {
        let workers: Vec<_> = (1..n).map(|_| scope.spawn(work)).collect();
        let mut made = work();
        for worker in workers {
            made.extend(worker.join().unwrap_or_else(|_| vec![Err(DrawError("a worker failed".to_owned()))]));
        }
        made
    });
    made.into_iter().collect()
}

fn figure(say: Say, plot: &Plot, theme: &Arc<Theme>) -> Result<Figure, DrawError> {
    let words = frame(say.0, plot.frame(), theme);
    let Drawing { svg_outlines, png, missing, .. } = chart(say, plot, words.clone()).draw()?;
    // The page around it says scheme, digest and status itself.
    let words = Frame { notes: Vec::new(), source: plot.frame().stamp.clone(), ..words };
    let wide = chart(say, plot, words.clone()).svg_text();
    let narrow = chart(say, plot, Frame { format: Format::Phone, ..words }).svg_text();
    Ok(Figure { wide: bare(&wide, theme), narrow: bare(&narrow, theme), svg: svg_outlines, png, missing })
}

/// Without the style sheet, which the page has once, and without the namespace, which HTML does not need.
fn bare(svg: &str, theme: &Theme) -> String {
    let svg = svg.replacen(&format!("<style>\n{}</style>\n", theme.style_sheet()), "", 1);
    svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1)
}

fn chart(say: Say, plot: &Plot, frame: Frame) -> Box<dyn Chart> {
    match plot {
        Plot::Grades(plot) => Box::new(grades(say, plot, frame)),
        Plot::Ranking(plot) => Box::new(standings::ranking(say, plot, frame)),
        Plot::Heat(plot) => Box::new(heat(say, plot, frame)),
        Plot::Moves(plot) => Box::new(standings::slopes(say, plot, frame)),
        Plot::Pairs(plot) => Box::new(pairs(plot, frame)),
        Plot::Places(plot) => Box::new(standings::places(say, plot, frame)),
        Plot::Splits(plot) => Box::new(standings::splits(say, plot, frame)),
        Plot::Scatter(plot) => Box::new(standings::scatter(say, plot, frame)),
        Plot::Flow(plot) => Box::new(standings::flow(say, plot, frame)),
        Plot::Strips(plot) => Box::new(standings::strips(say, plot, frame)),
    }
}

fn frame(lang: Lang, words: &view::Frame, theme: &Arc<Theme>) -> Frame {
    Frame {
        title: words.title.clone(),
        subtitle: words.subtitle.clone(),
        notes: words.notes.clone(),
        source: words.source.clone(),
        description: words.description.clone(),
        format: Format::Page,
        lang,
        theme: Arc::clone(theme),
    }
}

fn value(number: &Number) -> Value {
    Value::new(number.exact.clone(), number.shown.clone())
}

fn grades(say: Say, plot: &GradePlot, frame: Frame) -> GradeStack {
    let any_without = plot.rows.iter().any(|row| row.without > 0);
    let rows = plot.rows.iter().map(|row| StackRow {
        label: row.label.clone(),
        counts: row.counts.clone(),
        total: match (any_without, row.without) {
            (true, n) if n > 0 => say.made(format!("{}，待定{n}", row.total), format!("{}, {n} none yet", row.total)),
            _ => row.total.clone(),
        },
    });
    GradeStack { frame, grades: plot.grades.clone(), rows: rows.collect() }
}

fn heat(say: Say, plot: &HeatPlot, frame: Frame) -> HeatMap {
    let column = |(label, full): (&String, &String)| HeatColumn { label: label.clone(), full: full.clone() };
    let columns = plot.columns.iter().zip(&plot.full).map(column).collect();
    let cell = |cell: &view::HeatCell| match cell {
        view::HeatCell::Scored { share, shown, weak } => {
            HeatCell::Scored { share: share.clone(), shown: shown.clone(), weak: *weak }
        }
        view::HeatCell::Missing => HeatCell::Missing,
        view::HeatCell::NotApplicable => HeatCell::NotApplicable,
        view::HeatCell::Withheld => HeatCell::Withheld,
    };
    let row = |row: &view::HeatRow| HeatRow { label: row.label.clone(), cells: row.cells.iter().map(cell).collect() };
    let weak_word =
        say.made(format!("全类最弱的{}格", plot.n_weak), format!("the weakest {} of the group", plot.n_weak));
    let rows = plot.rows.iter().map(row).collect();
    HeatMap { frame, columns, rows, weak_word, others: plot.others.clone() }
}

fn pairs(plot: &PairPlot, frame: Frame) -> GroupedBars {
    let whole = |n: u32| Value::new(n.into(), n.to_string());
    let pairs = plot.rows.iter().map(|row| Pair {
        label: row.label.clone(),
        before: row.before.map(whole),
        after: row.now.map(whole),
        change: row.change.clone(),
    });
    GroupedBars { frame, before_word: plot.before.clone(), after_word: plot.now.clone(), pairs: pairs.collect() }
}
