//! Fonts, fills and borders of a form.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The looks of every kind of cell.
pub(super) struct Styles {
    /// The title over all columns.
    pub(super) title: Format,
    /// A note under the title.
    pub(super) note: Format,
    /// A column's header.
    pub(super) header: Format,
    /// Text, and blank cells to be filled in.
    pub(super) text: Format,
    /// A number, shown with the digits it has.
    pub(super) number: Format,
    /// A day.
    pub(super) date: Format,
}

impl Styles {
    /// The one set there is.
    pub(super) fn new() -> Self {
        let body = Format::new()
            .set_font_name("宋体")
            .set_font_size(10.5)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xB0_B0_B0))
            .set_align(FormatAlign::VerticalCenter);
        let head = Format::new().set_font_name("微软雅黑").set_align(FormatAlign::VerticalCenter);
        Self {
            title: head.clone().set_bold().set_font_size(16).set_align(FormatAlign::Center).set_text_wrap(),
            note: head.clone().set_font_size(9).set_font_color(Color::RGB(0x6B_6B_6B)).set_text_wrap(),
            header: head
                .set_bold()
                .set_font_size(10)
                .set_align(FormatAlign::Center)
                .set_text_wrap()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x8C_8C_8C))
                .set_background_color(Color::RGB(0xE8_EE_F4)),
            text: body.clone().set_text_wrap(),
            number: body.clone().set_align(FormatAlign::Right),
            date: body.set_align(FormatAlign::Center).set_num_format("yyyy-mm-dd"),
        }
    }
}
