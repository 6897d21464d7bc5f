//! Words in, words out: arguments, output, exit codes.
//!
//! **In**: the command line. **Out**: text on stdout and stderr, files on the disk, an exit code.
//! **Holds**: 0 clean, 1 what the office can mend or differences, 2 usage and disk. **Does not**: compute.

mod arguments;
mod county;
mod explain;
mod failure;
mod integrity;
mod manual;
mod progress;
mod rendering;
mod scheme;
mod scoring;
mod summary;
mod table;
mod tally_line;
mod terminal;
mod trend;
mod trend_files;
mod trend_years;
mod verify;

use std::any::Any;
use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;

use crate::diag::Lang;

/// Runs the program on the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let lang = terminal::language();
    let arguments = match Arguments::try_parse_from(arguments::with_run(std::env::args_os().collect())) {
        Ok(arguments) => arguments,
        Err(error) => {
            if error.use_stderr() && lang == Lang::Zh {
                eprintln!("命令写法不对，没有执行；用法见 kaoze --help。");
            }
            let _ = error.print();
            return ExitCode::from(u8::from(error.use_stderr()) * 2);
        }
    };
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !is_closed_pipe(panic.payload()) {
            told(panic);
        }
    }));
    let outcome = std::panic::catch_unwind(|| dispatch(arguments.command, lang));
    match outcome {
        Ok(Ok(code)) => ExitCode::from(code),
        Ok(Err(failure)) => {
            eprintln!("{}", failure.text(lang));
            ExitCode::from(failure.code())
        }
        Err(panic) if is_closed_pipe(&*panic) => ExitCode::SUCCESS,
        Err(_) => {
            let version = env!("CARGO_PKG_VERSION");
            eprintln!(
                "{}",
                match lang {
                    Lang::Zh => format!(
                        "这是程序自身的错误，不是数据的问题；已有的结果没有改动。请把上面的文字连同版本 {version} 报告给开发者。"
                    ),
                    Lang::En => format!(
                        "this is a fault of the program, not of the data; earlier results are untouched. Report the text above with version {version}."
                    ),
                }
            );
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command, lang: Lang) -> Result<u8, Failure> {
    match command {
        Command::Run(asked) => scoring::run(&asked, lang),
        Command::Check(asked) => scoring::check(&asked, lang),
        Command::Score(asked) => scoring::score(&asked, lang),
        Command::Report(asked) => scoring::report(&asked, lang),
        Command::New(asked) => county::new(&asked, lang),
        Command::Explain(asked) => explain::explain(&asked, lang),
        Command::Verify(asked) => verify::verify(&asked, lang),
        Command::Trend(asked) => trend::trend(&asked, lang),
        Command::File(asked) => integrity::file(&asked, lang),
        Command::Scheme(asked) => scheme::scheme(&asked, lang),
        Command::Demo(asked) => county::demo(&asked, lang),
        Command::Completions(asked) => manual::completions(&asked),
        Command::Man(asked) => manual::man(&asked),
    }
}

/// Whether the reader of our output has gone, as `kaoze explain … | head` does: no fault of anybody's.
fn is_closed_pipe(panic: &(dyn Any + Send)) -> bool {
    panic.downcast_ref::<String>().is_some_and(|text| text.starts_with("failed printing to std"))
}
