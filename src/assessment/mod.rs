//! One assessment period as its office describes it.
//!
//! **In**: `kaoze.toml` of a workspace. **Out**: [`Assessment`]: title, period, status, issue date, language, scheme name,
//! which files hold which raw table, which findings are allowed by whom and why.
//! **Holds**: dates are real and in order; every table names at least one pattern inside `raw/`; nothing has a silent default.
//! **Does not**: open a workbook or read a scheme.
