//! The workbook of published case figures: one sheet as an office keeps them, one with the sentence of each figure.

use crate::forms::{FormCell, FormSheet, write_book};

use super::figure::{Figure, Kind, Published};

/// Name of the sheet with a row per year.
pub const COUNTY_SHEET: &str = "全县";
/// Name of the sheet with the sentences.
pub const SENTENCE_SHEET: &str = "原文";

/// The bytes of the workbook; the same figures give the same bytes.
///
/// The county's row holds only counts whose every digit is printed; a year that the source does not print has no row.
///
/// # Errors
/// In words, when the workbook cannot be written.
pub fn workbook(title: &str, published: &Published) -> Result<Vec<u8>, String> {
    write_book(&[county(title, published), sentences(published)])
}

fn county(title: &str, published: &Published) -> FormSheet {
    let header = |name: &str| name.to_owned();
    let mut headers = vec![header("年度")];
    let (mut now, mut before) = (vec![FormCell::number(published.year)], vec![FormCell::number(published.year - 1)]);
    let mut has_before = false;
    for case in &published.indicators {
        headers.push(header(&case.named.name));
        let count = |n: Option<u32>| n.map_or(FormCell::Blank, FormCell::number);
        now.push(count(published.count_of(&case.named.code).and_then(|(_, printed)| printed.whole())));
        let last_year = published.before_of(&case.named.code).and_then(|(_, printed)| printed.whole());
        has_before |= last_year.is_some();
        before.push(count(last_year));
    }
    let mut notes = vec![format!("来源：{}", published.source)];
    if let Some(period) = &published.period {
        notes.push(format!("期间：原文作“{period}”"));
    }
    if !has_before {
        notes.push(format!("原文未印{}年数，故无该年行", published.year - 1));
    }
    let measures = published.indicators.iter().map(|case| format!("{}（{}）", case.named.name, case.measure));
    notes.push(format!("计量单位：{}", measures.collect::<Vec<_>>().join("、")));
    let rows = if has_before { vec![before, now] } else { vec![now] };
    let name = COUNTY_SHEET.to_owned();
    FormSheet {
        name,
        title: Some(title.to_owned()),
        notes,
        headers,
        rows,
        widths: vec![10; published.indicators.len() + 1],
    }
}

fn sentences(published: &Published) -> FormSheet {
    let headers = ["段落", "代码", "名称", "公布数", "计量单位", "性质", "原句", "读法"];
    let row = |figure: &Figure| {
        let kind = match &figure.kind {
            Kind::Count(_) => "计数".to_owned(),
            Kind::Approximate => "约数".to_owned(),
            Kind::Before(_, of) => format!("{of}的上年数"),
            Kind::ChangePercent(_, of) => format!("{of}的同比增减率"),
            Kind::ChangeCount(_, of) => format!("{of}的同比增减数"),
            Kind::SharePercent { of, base, .. } => format!("{of}占{base}的比重"),
        };
        let texts = [
            &*figure.section,
            figure.code.as_str(),
            &figure.name,
            &figure.value,
            &figure.measure,
            &kind,
            &*figure.sentence,
            figure.note.as_deref().unwrap_or_default(),
        ];
        texts.into_iter().map(|text| if text.is_empty() { FormCell::Blank } else { FormCell::text(text) }).collect()
    };
    FormSheet {
        name: SENTENCE_SHEET.to_owned(),
        title: Some("公布数与原句".to_owned()),
        notes: vec!["公布数照原文数字，不作更改".to_owned()],
        headers: headers.map(str::to_owned).to_vec(),
        rows: published.figures.iter().map(row).collect(),
        widths: vec![10, 22, 26, 8, 8, 22, 60, 30],
    }
}
