//! Words in, words out: arguments, output, exit codes.
//!
//! **In**: the command line. **Out**: text on stdout and stderr, files on the disk, an exit code.
//! **Holds**: 0 clean, 1 what the office can mend or differences, 2 usage and disk. **Does not**: compute.

use std::process::ExitCode;

/// Runs the program on the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    ExitCode::from(2)
}
