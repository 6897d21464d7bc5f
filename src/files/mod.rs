//! The only door to the disk, and digests.
//!
//! **In**: a folder. **Out**: bytes by path inside it, their SHA-256, and folders replaced as a whole or not at all.
//! **Holds**: paths inside a workspace are relative, use `/`, and never climb out of it; listings are sorted.
//! **Does not**: know what any file means, and never asks for the time.

#![allow(clippy::disallowed_methods, reason = "this is the door through which the disk is reached")]

mod digest;
mod folder;
mod replace;

pub use digest::Digest;
pub use folder::{Disk, Files, InMemory, matches};
pub use replace::{Marker, Refusal, recover, replace_folder, write_file};
