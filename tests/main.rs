//! The one integration binary.

mod gaotai;
