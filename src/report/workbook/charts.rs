//! Native charts: few, large, labelled.

use rust_xlsxwriter::{
    Chart as Drawn, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
    Color, Worksheet, XlsxError,
};

use super::{FACE, TOP};
use crate::report::view::live::{Chart, Form, Series};

/// Width of a chart in pixels, and height of a bar and of what is around the bars.
const WIDTH: u32 = 900;
const BAR: u32 = 18;
const AROUND: u32 = 110;
/// Height of a row of an empty sheet in pixels.
const ROW: u32 = 20;
/// Fills of the five tones, and of series that are no grades.
const TONES: [u32; 5] = [0x0B_4F_8A, 0x5B_9B_D5, 0xBF_C7_CF, 0xF0_AD_4E, 0xB8_44_1F];
const PLAIN: [u32; 6] = [0x2F_6D_A8, 0xE0_8A_2B, 0x4B_8F_6B, 0x8A_6F_A8, 0x6B_77_85, 0xC2_5B_4E];

fn font(size: f64, bold: bool) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FACE).set_size(size).set_color(Color::RGB(0x1B_21_28));
    if bold {
        font.set_bold()
    } else {
        font.unset_bold()
    };
    font
}

/// Draws the charts one under the other; gives the rows before which a page ends, and the row under the last.
pub(super) fn draw(page: &mut Worksheet, charts: &[Chart], names: &[String]) -> Result<(Vec<u32>, u32), XlsxError> {
    let mut row = TOP;
    let mut breaks = Vec::new();
    let mut used = 0;
    for chart in charts {
        let bars = chart.n.max(1) * if chart.form == Form::Columns { 0 } else { BAR };
        let height = (bars + AROUND + if chart.series.len() > 1 { 30 } else { 0 }).max(320);
        let rows = height / ROW + 2;
        // A page of portrait A4 at this width holds about sixty rows.
        if used > 0 && used + rows > 60 {
            // One row above, so that no line of its frame stays behind.
            breaks.push(row - 1);
            used = 0;
        }
        page.insert_chart(row, 0, &drawn(chart, names, height))?;
        row += rows;
        used += rows;
    }
    Ok((breaks, row))
}

fn drawn(chart: &Chart, names: &[String], height: u32) -> Drawn {
    let mut drawn = Drawn::new(match chart.form {
        Form::Bars => ChartType::Bar,
        Form::Columns => ChartType::Column,
        Form::Shares => ChartType::BarPercentStacked,
    });
    for (at, series) in chart.series.iter().enumerate() {
        add(&mut drawn, series, at, names, chart.form);
    }
    drawn.title().set_name(&chart.title).set_font(&font(13.0, true));
    drawn.set_width(WIDTH).set_height(height);
    drawn.x_axis().set_font(&font(9.0, false));
    drawn.y_axis().set_font(&font(9.0, false));
    if chart.form != Form::Columns {
        // The first on top, as in the table; every bar bears its number, so that no scale is needed.
        drawn.y_axis().set_reverse();
        drawn.x_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
    }
    if chart.form == Form::Columns {
        drawn.y_axis().set_min(0);
    }
    if chart.series.len() > 1 {
        drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9.0, false));
    } else {
        drawn.legend().set_hidden();
    }
    drawn
}

fn add(drawn: &mut Drawn, series: &Series, at: usize, names: &[String], form: Form) {
    let name = names.get(series.sheet).map_or("", String::as_str);
    let (first, last) = (series.rows.0 + TOP, series.rows.1 + TOP);
    let fill = match series.tone {
        Some(tone) => TONES.get(tone.saturating_sub(1)).copied().unwrap_or(PLAIN[4]),
        None => PLAIN[at % PLAIN.len()],
    };
    let dark = [TONES[0], TONES[4]].contains(&fill);
    let mut label_font = font(9.0, false);
    if form == Form::Shares && dark {
        label_font.set_color(Color::White);
    }
    let mut label = ChartDataLabel::new();
    label.show_value().set_font(&label_font);
    // Nought has no label: its bar is not there.
    label.set_num_format(if form == Form::Shares { "0;;" } else { "0.##" });
    if form == Form::Columns {
        label.set_num_format("0.0");
    }
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(fill)));
    format.set_border(ChartLine::new().set_color(Color::White));
    drawn
        .add_series()
        .set_name(series.name.as_str())
        .set_categories((name, first, series.words, last, series.words))
        .set_values((name, first, series.numbers, last, series.numbers))
        .set_format(&mut format)
        .set_gap(if form == Form::Columns { 80 } else { 40 })
        .set_data_label(&label);
}
