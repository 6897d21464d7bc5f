//! Replacing a folder as a whole or not at all.
