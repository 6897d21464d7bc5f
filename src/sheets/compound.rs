//! The compound file around .xls, and around workbooks with a password.
//!
//! The reader of workbooks follows chains of sectors without asking whether they end. So the one stream it needs is taken
//! out here and given to it in a fresh compound file.

/// Marks the end of a chain.
const END: u32 = 0xFFFF_FFFE;

/// Marks a sector that is free.
const FREE: u32 = 0xFFFF_FFFF;

/// Marks a sector of the table itself.
const TABLE: u32 = 0xFFFF_FFFD;

/// Streams below this size lie in the small sectors.
const SMALL: usize = 4096;

/// A compound file with its table of sectors and its directory.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<(String, u32, usize)>,
}

impl<'a> Compound<'a> {
    /// Opens a compound file; nothing if it is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let empty = Vec::new();
        let mut file =
            Self { bytes, sector, table: empty.clone(), small_table: empty, small: Vec::new(), entries: Vec::new() };
        let mut at: Vec<u32> = (0..109).filter_map(|i| u32_at(bytes, 76 + 4 * i)).collect();
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..=bytes.len() / sector {
            if more >= TABLE - 1 {
                break;
            }
            at.extend(words(file.sector(more)?));
            more = at.pop()?;
        }
        for id in at.into_iter().filter(|id| *id < TABLE - 1) {
            let part = words(file.sector(id)?);
            file.table.extend(part);
            if file.table.len() > bytes.len() {
                return None;
            }
        }
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        for entry in directory.chunks_exact(128) {
            let units: Vec<u16> = entry[..64].chunks_exact(2).map(|c| u16::from_le_bytes([c[0], c[1]])).collect();
            let name = String::from_utf16_lossy(units.split(|unit| *unit == 0).next().unwrap_or_default());
            let size = u32_at(entry, 120)? as usize;
            file.entries.push((name, u32_at(entry, 116)?, size));
        }
        if u32_at(bytes, 64)? > 0 {
            let root = file.entries.first()?;
            file.small = file.chain(root.1, root.2)?;
            file.small_table = words(&file.chain(u32_at(bytes, 60)?, usize::MAX)?);
        }
        Some(file)
    }

    /// Whether there is a stream or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.0.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (_, start, size) = self.entries.iter().find(|entry| entry.0.eq_ignore_ascii_case(name))?;
        if *size >= SMALL {
            return self.chain(*start, *size);
        }
        let (mut out, mut id) = (Vec::new(), *start);
        while out.len() < *size {
            let from = (id as usize).checked_mul(64)?;
            let part = self.small.get(from..(from + 64).min(self.small.len()))?;
            if part.is_empty() {
                return None;
            }
            out.extend_from_slice(part);
            id = *self.small_table.get(id as usize)?;
        }
        out.truncate(*size);
        Some(out)
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let from = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file may be cut short.
        self.bytes.get(from..(from + self.sector).min(self.bytes.len())).filter(|part| !part.is_empty())
    }

    /// The bytes of a chain of sectors, at most `size`; a chain longer than the file goes in a circle.
    fn chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        let (mut out, mut id) = (Vec::new(), start);
        while id != END && out.len() < size {
            out.extend_from_slice(self.sector(id)?);
            if out.len() > self.bytes.len() {
                return None;
            }
            id = *self.table.get(id as usize)?;
        }
        if size != usize::MAX && out.len() < size {
            return None;
        }
        out.truncate(size);
        Some(out)
    }
}

/// A compound file with one stream `Workbook`.
pub(super) fn rewritten(stream: &[u8]) -> Option<Vec<u8>> {
    const SECTOR: usize = 4096;
    let n_stream = stream.len().max(SMALL).div_ceil(SECTOR);
    let mut n_table = 1;
    while n_table * (SECTOR / 4) < n_table + 1 + n_stream {
        n_table += 1;
    }
    if n_table > 109 {
        return None;
    }
    let number = |n: usize| u32::try_from(n).ok();
    let mut out = vec![0_u8; SECTOR];
    put(&mut out, 0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    // Version 4, little end first, sectors of 2^12 bytes, small ones of 2^6.
    put(&mut out, 24, &[0x3E, 0, 4, 0, 0xFE, 0xFF, 12, 0, 6, 0]);
    put(&mut out, 40, &1_u32.to_le_bytes());
    put(&mut out, 44, &number(n_table)?.to_le_bytes());
    put(&mut out, 48, &number(n_table)?.to_le_bytes());
    put(&mut out, 56, &number(SMALL)?.to_le_bytes());
    put(&mut out, 60, &END.to_le_bytes());
    put(&mut out, 68, &END.to_le_bytes());
    for i in 0..109 {
        put(&mut out, 76 + 4 * i, &if i < n_table { number(i)? } else { FREE }.to_le_bytes());
    }
    let mut table = vec![TABLE; n_table];
    table.push(END);
    for i in 1..n_stream {
        table.push(number(n_table + 1 + i)?);
    }
    table.push(END);
    table.resize(n_table * SECTOR / 4, FREE);
    out.extend(table.iter().flat_map(|id| id.to_le_bytes()));
    let mut directory = vec![0_u8; SECTOR];
    for (i, (name, kind, start, size)) in
        [("Root Entry", 5_u8, number(n_table)?, 0), ("Workbook", 2, number(n_table + 1)?, n_stream * SECTOR)]
            .into_iter()
            .enumerate()
    {
        let entry = &mut directory[128 * i..128 * (i + 1)];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(entry, 0, &units);
        put(entry, 64, &u16::try_from(units.len() + 2).ok()?.to_le_bytes());
        put(entry, 66, &[kind, 1]);
        put(entry, 68, &[0xFF; 12]);
        if i == 0 {
            put(entry, 76, &1_u32.to_le_bytes());
        }
        put(entry, 116, &start.to_le_bytes());
        put(entry, 120, &number(size)?.to_le_bytes());
    }
    out.append(&mut directory);
    out.extend_from_slice(stream);
    out.resize((1 + n_table + 1 + n_stream) * SECTOR, 0);
    Some(out)
}

fn put(out: &mut [u8], at: usize, bytes: &[u8]) {
    out[at..at + bytes.len()].copy_from_slice(bytes);
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]])).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|b| u16::from_le_bytes([b[0], b[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}
