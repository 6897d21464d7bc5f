//! The page as text: complete, self-contained, escaped.
