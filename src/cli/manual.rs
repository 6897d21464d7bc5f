//! `completions` and `man`: made from the definitions of the commands.

use clap::CommandFactory as _;

use super::arguments::{Arguments, CompletionsArguments, ManArguments};
use super::failure::Failure;
use super::terminal;
use crate::files::write_file;

/// `kaoze completions SHELL`
pub(super) fn completions(asked: &CompletionsArguments) -> Result<u8, Failure> {
    let mut bytes = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "kaoze", &mut bytes);
    print!("{}", String::from_utf8_lossy(&bytes));
    Ok(0)
}

/// `kaoze man [--out DIR]`: the page of the program, or every page into a folder.
pub(super) fn man(asked: &ManArguments) -> Result<u8, Failure> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    let Some(out) = &asked.out else {
        print!("{}", String::from_utf8_lossy(&page(command)?.1));
        return Ok(0);
    };
    for (name, bytes) in pages(command)? {
        let path = out.join(name);
        write_file(&path, &bytes)?;
        println!("{}", terminal::path(&path));
    }
    Ok(0)
}

/// A command's page by its file name.
fn page(command: clap::Command) -> Result<(String, Vec<u8>), Failure> {
    let man = clap_mangen::Man::new(command);
    let mut bytes = Vec::new();
    man.render(&mut bytes).map_err(|error| Failure::Drawing(error.to_string()))?;
    Ok((man.get_filename(), bytes))
}

/// The pages of a command and of all below it.
fn pages(command: clap::Command) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let below: Vec<clap::Command> = command.get_subcommands().filter(|own| !own.is_hide_set()).cloned().collect();
    let mut all = vec![page(command)?];
    for own in below {
        all.extend(pages(own)?);
    }
    Ok(all)
}
