//! `demo` and `new`: workspaces made by the program.

use std::collections::BTreeMap;
use std::path::Path;

use super::arguments::{DemoArguments, NewArguments};
use super::failure::Failure;
use super::scheme::named;
use super::tally_line::tally_line;
use crate::demo;
use crate::diag::{Lang, render_text};
use crate::files::write_file;

/// `kaoze demo --units N --seed N --year N --out DIR`
pub(super) fn demo(asked: &DemoArguments, lang: Lang) -> Result<u8, Failure> {
    let files = demo::county(asked.units, asked.seed, asked.year).map_err(Failure::Drawing)?;
    write_new(&asked.out, &files)?;
    let (n, out) = (asked.units, asked.out.display());
    println!(
        "{}",
        match lang {
            Lang::Zh =>
                format!("已生成虚构的县：{n} 个单位，{} 个文件，在 {out}。下一步：kaoze run {out}", files.len()),
            Lang::En =>
                format!("a fictional county of {n} units, {} files, in {out}. Next: kaoze run {out}", files.len()),
        }
    );
    Ok(0)
}

/// `kaoze new DIR --scheme NAME --year YEAR`
pub(super) fn new(asked: &NewArguments, lang: Lang) -> Result<u8, Failure> {
    let checked = named(&asked.scheme);
    let Some(scheme) = checked.value else {
        eprint!("{}", render_text(&checked.findings, lang));
        eprintln!("{}", tally_line(&checked.findings, lang));
        return Ok(1);
    };
    let mut files = demo::blank(&scheme.words, &scheme.code, &asked.title, asked.year).map_err(Failure::Drawing)?;
    // A scheme that is not built in goes along, so that the workspace is complete in itself.
    if super::scheme::by_name(&scheme.code).value.is_none_or(|built_in| built_in.files != scheme.files) {
        let own = scheme.files.iter().map(|file| (file.path(), file.bytes.clone()));
        files.extend(own);
    }
    write_new(&asked.dir, &files)?;
    let dir = asked.dir.display();
    println!(
        "{}",
        match lang {
            Lang::Zh => format!("已建立工作目录 {dir}（{} 个文件）。把表格填好后：kaoze check {dir}", files.len()),
            Lang::En => format!(
                "made the workspace {dir} ({} files). Fill in the workbooks, then: kaoze check {dir}",
                files.len()
            ),
        }
    );
    Ok(0)
}

/// Writes files into a folder that must be absent or empty.
fn write_new(dir: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    if dir.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::NotEmpty(dir.to_owned()));
    }
    for (path, bytes) in files {
        write_file(&dir.join(path), bytes)?;
    }
    Ok(())
}
