//! `scheme check|list|show|test`.

use std::path::Path;

use super::arguments::{SchemeAction, SchemeArguments};
use super::failure::Failure;
use super::tally_line::tally_line;
use crate::audit::vectors::{Tested, test_scheme};
use crate::diag::{Checked, Lang, render_text};
use crate::files::{Disk, Files};
use crate::scheme::{Scheme, builtin, builtin_names, example_names, load, show};

/// `kaoze scheme …`
pub(super) fn scheme(asked: &SchemeArguments, lang: Lang) -> Result<u8, Failure> {
    match &asked.action {
        SchemeAction::List { examples } => {
            let more = if *examples { example_names() } else { Vec::new() };
            for name in builtin_names().into_iter().chain(more) {
                let title = named(&name).value.map_or_else(String::new, |scheme| scheme.title);
                println!("{name}  {title}");
            }
            Ok(0)
        }
        SchemeAction::Check { scheme } => {
            let checked = named(scheme);
            print!("{}", render_text(&checked.findings, lang));
            println!("{}", tally_line(&checked.findings, lang));
            Ok(u8::from(checked.findings.has_errors()))
        }
        SchemeAction::Show { scheme } => {
            let checked = named(scheme);
            let Some(scheme) = checked.value else {
                eprint!("{}", render_text(&checked.findings, lang));
                eprintln!("{}", tally_line(&checked.findings, lang));
                return Ok(1);
            };
            print!("{}", show(&scheme, lang));
            Ok(0)
        }
        SchemeAction::Test { scheme } => {
            let tested = at(scheme, test_scheme);
            told(&tested, scheme, lang);
            Ok(u8::from(!tested.is_good()))
        }
    }
}

/// A scheme by its built-in name.
pub(super) fn by_name(name: &str) -> Checked<Option<Scheme>> {
    load(&builtin(), &format!("scoring/{name}"), name)
}

/// A scheme by name, or by the path of its folder.
pub(super) fn named(text: &str) -> Checked<Option<Scheme>> {
    at(text, load)
}

/// Where a scheme stands: among those built in, or on the disk.
fn at<T>(text: &str, use_it: impl Fn(&dyn Files, &str, &str) -> T) -> T {
    let path = Path::new(text);
    let built_in = builtin_names().into_iter().chain(example_names()).any(|name| name == text);
    if built_in || !path.is_dir() {
        let name = text.rsplit('/').next().unwrap_or(text);
        return use_it(&builtin(), &format!("scoring/{text}"), name);
    }
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = full.file_name().map_or_else(|| text.to_owned(), |name| name.to_string_lossy().into_owned());
    let above = full.parent().unwrap_or(&full);
    use_it(&Disk::at(above), &name, &name)
}

/// Every miss with what was worked and what came out, then one line of numbers.
fn told(tested: &Tested, scheme: &str, lang: Lang) {
    print!("{}", render_text(&tested.findings, lang));
    for (place, why) in &tested.unread {
        match lang {
            Lang::Zh => println!("{place} 测试向量读不出：{}", why.zh),
            Lang::En => println!("{place} the vectors cannot be read: {}", why.en),
        }
    }
    for outcome in tested.outcomes.iter().filter(|outcome| !outcome.misses.is_empty()) {
        println!("✗ {} {}", outcome.place, outcome.name);
        for miss in &outcome.misses {
            let (path, expected, actual) = (&miss.path, &miss.expected, miss.actual.in_lang(lang));
            match lang {
                Lang::Zh => println!("    {path}  手算 {expected}，实得 {actual}（{}）", miss.place),
                Lang::En => println!("    {path}  worked {expected}, got {actual} ({})", miss.place),
            }
        }
    }
    let n = tested.outcomes.len();
    let n_values: usize = tested.outcomes.iter().map(|outcome| outcome.n_values).sum();
    let n_missed = tested.outcomes.iter().filter(|outcome| !outcome.misses.is_empty()).count();
    let good = tested.is_good();
    println!(
        "{}",
        match lang {
            Lang::Zh if good && n == 0 => format!("{scheme}：没有测试向量（vectors/*.toml）。"),
            Lang::En if good && n == 0 => format!("{scheme}: no test vectors (vectors/*.toml)."),
            Lang::Zh if good => format!("{scheme}：测试向量 {n} 个，数值 {n_values} 处，全部与手算相同。"),
            Lang::En if good => format!("{scheme}: {n} vectors, {n_values} values, all as worked by hand."),
            Lang::Zh => format!("{scheme}：测试向量 {n} 个，其中 {n_missed} 个与手算不同。"),
            Lang::En => format!("{scheme}: {n} vectors, {n_missed} of them not as worked by hand."),
        }
    );
}
