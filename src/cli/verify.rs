//! `verify`: a package against raw sheets.

use serde_json::json;

use super::arguments::VerifyArguments;
use super::failure::Failure;
use super::rendering::OURS;
use super::scoring::folder;
use super::tally_line::tally_line;
use crate::audit::verify::{Verdict, verify as verify_package};
use crate::diag::{Lang, render_json, render_text};
use crate::files::{Disk, recover};
use crate::package;
use crate::run::Run;

/// `kaoze verify PACKAGE --raw DIR`
pub(super) fn verify(asked: &VerifyArguments, lang: Lang) -> Result<u8, Failure> {
    recover(&asked.package, OURS)?;
    folder(&asked.package)?;
    folder(&asked.raw)?;
    let render = |made: &Run, pages: bool| package::of_run(made, pages).map(|drawn| drawn.value);
    let verdict = verify_package(&Disk::at(&asked.package), &Disk::at(&asked.raw), &render);
    let verdict = verdict.map_err(|error| Failure::disk(&asked.package, &error))?;
    match verdict {
        Verdict::Identical { n_files } => {
            match (asked.json, lang) {
                (true, _) => println!(
                    "{:#}",
                    json!({ "schema": "kaoze-verify-1", "identical": true, "files": n_files, "differences": [] })
                ),
                (false, Lang::Zh) => println!("一致：{n_files} 个文件逐字节相同，所有数字由原始表格复算得出。"),
                (false, Lang::En) => {
                    println!("identical: {n_files} files, byte for byte, recomputed from the raw sheets.")
                }
            }
            Ok(0)
        }
        Verdict::Differs(differences) => {
            if asked.json {
                println!("{:#}", json!({ "schema": "kaoze-verify-1", "identical": false, "differences": differences }));
            } else {
                for difference in &differences {
                    println!("{}", difference.line(lang));
                }
                let n = differences.len();
                println!(
                    "{}",
                    if lang == Lang::Zh {
                        format!("不一致：{n} 处。")
                    } else {
                        format!("different: {n} place{}.", if n == 1 { "" } else { "s" })
                    }
                );
            }
            Ok(1)
        }
        Verdict::NotScored(findings) => {
            if asked.json {
                println!("{:#}", render_json(&findings));
            } else {
                eprint!("{}", render_text(&findings, lang));
                eprintln!("{}", tally_line(&findings, lang));
            }
            Ok(1)
        }
        Verdict::NoPackage(cause) => Err(Failure::NoPackage(asked.package.clone(), cause)),
    }
}
