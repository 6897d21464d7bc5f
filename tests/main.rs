//! The one integration binary: a second one would link polars again.

mod gaotai;
mod twin;
