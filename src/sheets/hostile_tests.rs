//! Files made to claim more than they hold, and the archives and compound files around them.
#![allow(clippy::disallowed_types, reason = "workbooks store binary floats")]

use rust_xlsxwriter as excel;

use super::archive::{Archive, crc32};
use super::compound::{Compound, rewritten};
use super::inflate::{Stop, inflate};
use super::tests::{mixed, read, refused, saved, shown};
use super::{CellValue, Limits, read_workbook};
use crate::forms::{FormCell, FormSheet, write_book};

fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let n = u16::try_from(bytes.len()).expect("short");
    [&kind.to_le_bytes()[..], &n.to_le_bytes(), bytes].concat()
}

/// A .xls with numbers at these places and a declared size.
fn xls(cells: &[(u16, u16, f64)], rows: u32, columns: u16) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let start = begin.len() + 4 + 12 + end.len();
    let sheet = [&u32::try_from(start).expect("small").to_le_bytes()[..], &[0, 0, 4, 0], b"Data"].concat();
    let size = [&[0; 4], &rows.to_le_bytes()[..], &[0, 0], &columns.to_le_bytes(), &[0, 0]].concat();
    let mut stream = [begin.clone(), record(0x0085, &sheet), end.clone(), begin, record(0x0200, &size)].concat();
    assert_eq!(stream.len(), start + 12 + 18);
    for (row, col, value) in cells {
        let place = [row.to_le_bytes(), col.to_le_bytes(), [0, 0]].concat();
        stream.extend(record(0x0203, &[place, value.to_le_bytes().to_vec()].concat()));
    }
    stream.extend(end);
    rewritten(&stream).expect("made")
}

/// An archive with one part, a text, changed; nothing in it is packed.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let archive = Archive::open(bytes).expect("opened");
    let (mut out, mut list, mut n) = (Vec::new(), Vec::new(), 0_u16);
    for part in archive.parts_ending("") {
        let text = String::from_utf8(part.all(1 << 20).expect("unpacked")).expect("text");
        let text = if part.name == name { change(&text) } else { text };
        let size = u32::try_from(text.len()).expect("small").to_le_bytes();
        let length = u16::try_from(part.name.len()).expect("short").to_le_bytes();
        let common = [&[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0][..], &crc32(text.as_bytes()).to_le_bytes(), &size, &size];
        let common = [&common.concat()[..], &length, &[0, 0]].concat();
        let offset = u32::try_from(out.len()).expect("small").to_le_bytes();
        out.extend([b"PK\x03\x04", &common[..], part.name.as_bytes(), text.as_bytes()].concat());
        list.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &offset, part.name.as_bytes()].concat());
        n += 1;
    }
    let size = u32::try_from(list.len()).expect("small").to_le_bytes();
    let (at, n) = (u32::try_from(out.len()).expect("small").to_le_bytes(), n.to_le_bytes());
    [&out[..], &list, b"PK\x05\x06\0\0\0\0", &n, &n, &size, &at, &[0, 0]].concat()
}

#[test]
fn xls_with_an_absurd_declared_size() {
    let bytes = xls(&[(0, 0, 89.5), (2, 1, 90.0)], u32::MAX, u16::MAX);
    assert_eq!(shown(&read("a.xls", &bytes)), "Data\n  A1 89.5\n  B3 90\n");
}

#[test]
fn xls_with_cells_at_the_far_corners() {
    assert_eq!(refused("a.xls", &xls(&[(0, 0, 1.0), (65_535, 255, 2.0)], 1, 1)).0, "S002");
}

#[test]
fn xls_with_sectors_in_a_circle() {
    let whole = xls(&[(0, 0, 89.5)], 1, 1);
    let file = Compound::open(&whole).expect("opened");
    assert_eq!(rewritten(&file.stream("workbook").expect("a stream")), Some(whole.clone()), "reading undoes writing");
    // The table of sectors is the first one; the directory is sector 1 and the stream sector 2.
    for id in 0..3_usize {
        for next in 0..4_u8 {
            let mut bytes = whole.clone();
            bytes[4096 + 4 * id..4096 + 4 * id + 4].copy_from_slice(&[next, 0, 0, 0]);
            let checked = read_workbook("a.xls", &bytes, &Limits::default());
            assert!(checked.value.is_some() || checked.findings.has_errors());
        }
    }
    for n in (0..whole.len()).step_by(61) {
        let checked = read_workbook("a.xls", &whole[..n], &Limits::default());
        assert!(checked.value.is_some() || checked.findings.has_errors(), "cut to {n} bytes");
    }
}

#[test]
fn what_an_archive_declares_is_not_believed() {
    let bytes = saved(|book| {
        let border = excel::Format::new().set_border(excel::FormatBorder::Thin);
        let page = book.add_worksheet();
        for row in 0..100_000 {
            page.write_blank(row, 0, &border)?;
        }
        Ok(())
    });
    let limits = Limits { unpacked: 2_000_000, ..Limits::default() };
    let mut lying = bytes.clone();
    let list: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    for at in list {
        lying[at + 24..at + 28].copy_from_slice(&[9, 0, 0, 0]);
    }
    for bytes in [bytes, lying] {
        let checked = read_workbook("a.xlsx", &bytes, &limits);
        let code = checked.findings.iter().next().map(|finding| (finding.code.id, finding.headline.en.as_str()));
        assert_eq!(code, Some(("S002", "workbook is too large: size once unpacked over the limit")));
    }
}

#[test]
fn a_formula_without_a_stored_result_is_a_fault_and_not_an_empty_cell() {
    let bytes = saved(|book| {
        let page = book.add_worksheet();
        page.write_string(0, 0, "分数")?;
        page.write_formula(1, 0, excel::Formula::new("=1/0").set_result("@"))?;
        page.write_formula(2, 0, excel::Formula::new("=1+1").set_result("2"))?;
        page.write_formula(3, 0, excel::Formula::new("=A9&\"\"").set_result(" "))?;
        Ok(())
    });
    // The writer stores some result always; a program that computes nothing stores none.
    let sheet = |xml: &str| xml.replace("<v>@</v>", "").replace("<v> </v>", "<v></v>");
    let rewritten = with_part(&bytes, "xl/worksheets/sheet1.xml", sheet);
    let book = read_workbook("a.xlsx", &rewritten, &Limits::default()).value.expect("it opens");
    let cells: Vec<(u32, &CellValue)> = book.sheets[0].cells.iter().map(|cell| (cell.row, &cell.value)).collect();
    let fault = CellValue::Fault("=1/0".to_owned());
    let (head, two) = (CellValue::Text("分数".into()), CellValue::Number("2".to_owned()));
    // The last result is stored, and is empty.
    assert_eq!(cells, [(0, &head), (1, &fault), (2, &two)]);
}

#[test]
fn a_table_of_shared_text_has_a_limit_of_its_own() {
    // Each text takes several times its bytes in memory, so a file far below the limit could fill it.
    let bytes = saved(|book| {
        let page = book.add_worksheet();
        for row in 0..2000 {
            page.write_string(row, 0, format!("单位{row}"))?;
        }
        Ok(())
    });
    let of = |shared| read_workbook("a.xlsx", &bytes, &Limits { shared, ..Limits::default() });
    assert!(of(1 << 20).value.is_some());
    let checked = of(10_000);
    assert!(checked.value.is_none());
    assert_eq!(checked.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["S002"]);
}

#[test]
fn parts_unpack_to_their_checksums() {
    let rows =
        (0..3000_u32).map(|i| vec![FormCell::number(i * 7919 % 1009), FormCell::text(format!("单位{i}"))]).collect();
    let sheet =
        FormSheet { name: "表".into(), headers: vec!["数".into(), "名".into()], rows, ..FormSheet::default() };
    for bytes in [mixed(), write_book(&[sheet]).expect("written")] {
        let archive = Archive::open(&bytes).expect("opened");
        let parts: Vec<_> = archive.parts_ending("").collect();
        assert!(parts.len() > 5);
        for part in parts {
            // The checksum is compared on the way.
            assert!(part.all(1 << 30).is_ok(), "{}", part.name);
            assert_eq!(part.start(10).len(), 10);
        }
        assert_eq!(read("a.xlsx", &bytes), read("a.xlsx", &archive.rewritten()));
    }
}

#[test]
fn a_form_bears_no_present_time() {
    let bytes = write_book(&[FormSheet { name: "表".into(), ..FormSheet::default() }]).expect("written");
    let archive = Archive::open(&bytes).expect("opened");
    let core = archive.part("docProps/core.xml").expect("a part").all(1 << 20).expect("unpacked");
    let core = String::from_utf8_lossy(&core).into_owned();
    assert_eq!(core.matches(">2000-01-01T00:00:00Z<").count(), 2, "created and modified: {core}");
}

#[test]
fn deflate_of_all_three_kinds() {
    let unpack = |packed: &[u8]| {
        let mut out = Vec::new();
        inflate(packed, &mut |bytes| {
            out.extend_from_slice(bytes);
            true
        })
        .map(|()| out)
    };
    assert_eq!(unpack(&[1, 3, 0, 0xFC, 0xFF, b'a', b'b', b'c']), Ok(b"abc".to_vec()));
    // "aaaaaaaaaa" with the fixed codes, as zlib packs it.
    assert_eq!(unpack(&[0x4B, 0x84, 0x03, 0x00]), Ok(b"aaaaaaaaaa".to_vec()));
    for damaged in [&b""[..], &[7], &[1, 3, 0, 0, 0, b'a'], &[0x4B], &[0x03 | 4, 0], &[5, 0xE0, 0x81, 0x08]] {
        assert_eq!(unpack(damaged), Err(Stop::Damaged), "{damaged:?}");
    }
    assert_eq!(inflate(&[0x4B, 0x84, 0x03, 0x00], &mut |_| false), Err(Stop::Enough));
}

#[test]
fn a_form_comes_back() {
    let day = chrono::NaiveDate::from_ymd_opt(2015, 6, 3).expect("a day");
    let sheet = FormSheet {
        name: "检查评分".into(),
        title: Some("检查评分表".into()),
        notes: vec!["虚构".into()],
        headers: ["单位", "得分", "日期", "备注"].map(str::to_owned).to_vec(),
        rows: vec![vec![FormCell::text("=云山镇"), FormCell::number("89.50"), FormCell::Date(day), FormCell::Blank]],
        widths: Vec::new(),
    };
    let book = read("a.xlsx", &write_book(&[sheet]).expect("written"));
    let expected = "检查评分\n  A1 \"检查评分表\"\n  A2 \"虚构\"\n  A3 \"单位\"\n  B3 \"得分\"\n  C3 \"日期\"\n  D3 \"备注\"\n  \
                    A4 \"=云山镇\"\n  B4 89.5\n  C4 2015-06-03\n";
    assert_eq!(shown(&book), expected);
    assert_eq!(book.sheets[0].merges.len(), 2);
}
