//! How large a workbook may be; set before anything is unpacked.

/// What a workbook may hold at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it lies in the folder.
    pub bytes: u64,
    /// Bytes of all its parts once unpacked.
    pub unpacked: u64,
    /// Bytes of its table of shared text once unpacked; each of its texts takes several times its bytes.
    pub shared: u64,
    /// Non-empty cells of all its sheets.
    pub cells: u64,
    /// Rows of one sheet; Excel's own limit.
    pub rows: u32,
    /// Columns of one sheet; Excel's own limit.
    pub columns: u32,
    /// Cells of the smallest rectangles around the used cells of all sheets, where a format is read in rectangles (.xls).
    pub rectangle: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked: 256 << 20,
            shared: 64 << 20,
            cells: 8_000_000,
            rows: 1_048_576,
            columns: 16_384,
            rectangle: 8_000_000,
        }
    }
}
