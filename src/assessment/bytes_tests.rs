//! Tests of reading kaoze.toml from bytes: other encodings, line ends, damage.

use super::read_bytes;
use crate::diag::Place;

const TOML: &str = r#"
title = "云山县2015年度考核"
from = "2015-01-01"
to = "2015-12-31"
status = "draft"
issued = "2016-01-20"
lang = "zh"
scheme = "minimal"

[[table]]
table = "units"
files = ["raw/单位名册.xlsx"]
"#;

#[test]
fn a_byte_order_mark_and_windows_lines_make_no_difference() {
    let plain = read_bytes(TOML.as_bytes(), "kaoze.toml");
    let windows = format!("\u{feff}{}", TOML.replace('\n', "\r\n"));
    let read = read_bytes(windows.as_bytes(), "kaoze.toml");
    assert!(plain.findings.is_empty() && read.findings.is_empty());
    assert_eq!(read.value.map(|it| it.title), plain.value.map(|it| it.title));
}

#[test]
fn other_encodings_are_one_finding_at_the_first_line_that_shows_it() {
    // 云 in GB18030 is 0xD4 0xC6; the title stands on line 2.
    let gb = [b"\ntitle = \"".as_slice(), &[0xD4, 0xC6], b"\"\n"].concat();
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(TOML.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, line) in [(gb, 2), (utf16, 1)] {
        let read = read_bytes(&bytes, "kaoze.toml");
        let told: Vec<_> = read.findings.iter().map(|finding| (finding.code.id, finding.at[0].place.clone())).collect();
        assert_eq!(told, [("C102", Place::Line("kaoze.toml".into(), line))]);
        assert!(read.value.is_none());
    }
}

#[test]
fn chinese_quotation_marks_are_told_once_a_line() {
    let read = read_bytes(TOML.replacen("\"draft\"", "“draft”", 1).as_bytes(), "kaoze.toml");
    assert_eq!(read.findings.iter().count(), 1);
}
