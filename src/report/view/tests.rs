//! The view of a believable county.
