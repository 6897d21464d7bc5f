//! The zip archive around .xlsx, .xlsb and .ods, measured before a reader of workbooks sees it.
//!
//! What an archive declares of itself may be untrue, and two readers may see two lists of parts in one archive. So the
//! parts are unpacked once here, counted, and written into a fresh archive that holds just those parts as they were packed.

use super::findings::Measure;
use super::gathered::Trouble;
use super::inflate::{Stop, inflate};

/// The most that one byte of deflate can become.
const MOST_FROM_ONE: u64 = 1_032;

/// One part of an archive.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    /// Its path.
    pub(super) name: String,
    deflated: bool,
    crc: u32,
    size: u32,
    packed: &'a [u8],
}

/// The parts of an archive.
pub(super) struct Archive<'a> {
    parts: Vec<Part<'a>>,
}

impl<'a> Archive<'a> {
    /// The parts listed at the end of an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Trouble> {
        let damaged = || Trouble::Damaged("zip: list of parts".to_owned());
        let end = end_record(bytes).ok_or_else(damaged)?;
        let n = usize::from(u16_at(bytes, end + 10).ok_or_else(damaged)?);
        let mut at = u32_at(bytes, end + 16).ok_or_else(damaged)? as usize;
        let mut parts: Vec<Part<'a>> = Vec::new();
        for _ in 0..n {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(damaged());
            }
            let part = listed(bytes, at).ok_or_else(damaged)?;
            let lengths = [28, 30, 32].map(|offset| usize::from(u16_at(bytes, at + offset).unwrap_or(0)));
            at += 46 + lengths.iter().sum::<usize>();
            let Some(part) = part else { return Err(Trouble::Password) };
            if parts.iter().any(|other| other.name.eq_ignore_ascii_case(&part.name)) {
                return Err(Trouble::Damaged(format!("zip: two parts named {}", part.name)));
            }
            if !part.name.ends_with('/') {
                parts.push(part);
            }
        }
        Ok(Self { parts })
    }

    /// The part at this path, capitals and small letters being the same.
    pub(super) fn part(&self, name: &str) -> Option<&Part<'a>> {
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// The parts whose path ends so, in small letters.
    pub(super) fn parts_ending<'b>(&'b self, ending: &'b str) -> impl Iterator<Item = &'b Part<'a>> {
        self.parts.iter().filter(move |part| part.name.to_lowercase().ends_with(ending))
    }

    /// Leaves out pictures and whatever else no reader of cells needs.
    pub(super) fn keep_cells(&mut self) {
        self.parts.retain(|part| {
            let name = part.name.to_lowercase();
            let needed = name == "mimetype" || [".xml", ".rels", ".bin"].iter().any(|ending| name.ends_with(ending));
            let aside = ["/printersettings/", "/drawings/", "/media/", "/charts/", "/vbaproject", "/embeddings/"];
            needed && !aside.iter().any(|folder| name.contains(folder))
        });
    }

    /// Holds the unpacked parts against the limit.
    pub(super) fn measure(&self, limit: u64) -> Result<(), Trouble> {
        let packed: u64 = self.parts.iter().map(|part| part.packed.len() as u64).sum();
        if packed.saturating_mul(MOST_FROM_ONE) <= limit {
            return Ok(());
        }
        let mut total = 0_u64;
        for part in &self.parts {
            part.unpacked(&mut |bytes| {
                total += bytes.len() as u64;
                total <= limit
            })
            .map_err(|stop| match stop {
                Stop::Enough => Trouble::TooLarge(Measure::Unpacked, 0, limit),
                Stop::Damaged => part.damaged(),
            })?;
        }
        Ok(())
    }

    /// A fresh archive of the parts as they are packed.
    pub(super) fn rewritten(&self) -> Vec<u8> {
        let (mut out, mut list) = (Vec::new(), Vec::new());
        for part in &self.parts {
            let offset = u32::try_from(out.len()).unwrap_or(u32::MAX);
            let mut common = Vec::new();
            // Version 2.0, names in UTF-8, packing, no time, 1980-01-01.
            for field in [20, 0x0800, if part.deflated { 8 } else { 0 }, 0, 0x21] {
                common.extend_from_slice(&u16::to_le_bytes(field));
            }
            let packed = u32::try_from(part.packed.len()).unwrap_or(u32::MAX);
            for field in [part.crc, packed, part.size] {
                common.extend_from_slice(&field.to_le_bytes());
            }
            common.extend_from_slice(&u16::try_from(part.name.len()).unwrap_or(u16::MAX).to_le_bytes());
            common.extend_from_slice(&[0, 0]);
            out.extend_from_slice(b"PK\x03\x04");
            out.extend_from_slice(&common);
            out.extend_from_slice(part.name.as_bytes());
            out.extend_from_slice(part.packed);
            list.extend_from_slice(b"PK\x01\x02\x14\x00");
            list.extend_from_slice(&common);
            list.extend_from_slice(&[0; 10]);
            list.extend_from_slice(&offset.to_le_bytes());
            list.extend_from_slice(part.name.as_bytes());
        }
        let n = u16::try_from(self.parts.len()).unwrap_or(u16::MAX).to_le_bytes();
        let (at, size) = (u32::try_from(out.len()).unwrap_or(u32::MAX), u32::try_from(list.len()).unwrap_or(u32::MAX));
        out.append(&mut list);
        out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        out.extend_from_slice(&n);
        out.extend_from_slice(&n);
        out.extend_from_slice(&size.to_le_bytes());
        out.extend_from_slice(&at.to_le_bytes());
        out.extend_from_slice(&[0, 0]);
        out
    }
}

impl Part<'_> {
    /// Hands the unpacked bytes to `receive` until it has enough.
    pub(super) fn unpacked(&self, receive: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), Stop> {
        if self.deflated {
            inflate(self.packed, receive)
        } else if receive(self.packed) {
            Ok(())
        } else {
            Err(Stop::Enough)
        }
    }

    /// All unpacked bytes, at most `limit`.
    pub(super) fn all(&self, limit: u64) -> Result<Vec<u8>, Trouble> {
        let mut all = Vec::new();
        let outcome = self.unpacked(&mut |bytes| {
            all.extend_from_slice(bytes);
            all.len() as u64 <= limit
        });
        match outcome {
            Ok(()) if crc32(&all) == self.crc => Ok(all),
            Ok(()) => Err(self.damaged()),
            Err(Stop::Enough) => Err(Trouble::TooLarge(Measure::Unpacked, 0, limit)),
            Err(Stop::Damaged) => Err(self.damaged()),
        }
    }

    /// Holds the unpacked bytes of this part against a limit.
    pub(super) fn measure(&self, limit: u64) -> Result<(), Trouble> {
        let mut total = 0_u64;
        self.unpacked(&mut |bytes| {
            total += bytes.len() as u64;
            total <= limit
        })
        .map_err(|stop| match stop {
            Stop::Enough => Trouble::TooLarge(Measure::Unpacked, 0, limit),
            Stop::Damaged => self.damaged(),
        })
    }

    /// Whether these bytes, at least one, stand in the unpacked part.
    pub(super) fn holds(&self, sought: &[u8]) -> bool {
        let mut tail = Vec::new();
        let mut is_there = false;
        // What is damaged is found by whoever reads it all.
        let _ = self.unpacked(&mut |bytes| {
            tail.extend_from_slice(bytes);
            is_there = tail.windows(sought.len()).any(|window| window == sought);
            tail.drain(..tail.len().saturating_sub(sought.len() - 1));
            !is_there
        });
        is_there
    }

    /// The first unpacked bytes, at least `n` of them if there are so many.
    pub(super) fn start(&self, n: usize) -> Vec<u8> {
        let mut start = Vec::new();
        // What is damaged further on is found by whoever reads it all.
        let _ = self.unpacked(&mut |bytes| {
            start.extend_from_slice(&bytes[..bytes.len().min(n - start.len())]);
            start.len() < n
        });
        start
    }

    fn damaged(&self) -> Trouble {
        Trouble::Damaged(format!("zip: {}", self.name))
    }
}

/// The checksum of zip archives.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut i = 0;
        while i < 256 {
            let mut value = i as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
                bit += 1;
            }
            table[i] = value;
            i += 1;
        }
        table
    };
    !bytes.iter().fold(u32::MAX, |sum, byte| TABLE[usize::from((sum as u8) ^ byte)] ^ (sum >> 8))
}

/// Where the closing record of the archive stands.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(0xFFFF);
    (first..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))
}

/// The part whose entry in the list stands at `at`; `Some(None)` if it needs a password.
fn listed(bytes: &[u8], at: usize) -> Option<Option<Part<'_>>> {
    let (flags, method) = (u16_at(bytes, at + 8)?, u16_at(bytes, at + 10)?);
    let (crc, mut packed, mut size) = (u32_at(bytes, at + 16)?, u32_at(bytes, at + 20)?, u32_at(bytes, at + 24)?);
    let (n_name, n_extra) = (usize::from(u16_at(bytes, at + 28)?), usize::from(u16_at(bytes, at + 30)?));
    let mut offset = u32_at(bytes, at + 42)?;
    if flags & 1 != 0 {
        return Some(None);
    }
    let name = String::from_utf8_lossy(bytes.get(at + 46..at + 46 + n_name)?).replace('\\', "/");
    if [packed, size, offset].contains(&u32::MAX) {
        // Sizes in 64 bits stand in an extra field, in this order, those only that do not fit in 32.
        let mut long = long_sizes(bytes.get(at + 46 + n_name..at + 46 + n_name + n_extra)?)?;
        for field in [&mut size, &mut packed, &mut offset] {
            if *field == u32::MAX {
                let (value, rest) = long.split_at_checked(8)?;
                *field = u32::try_from(u64::from_le_bytes(value.try_into().ok()?)).ok()?;
                long = rest;
            }
        }
    }
    let at = offset as usize;
    if bytes.get(at..at + 4) != Some(b"PK\x03\x04") || !matches!(method, 0 | 8) {
        return None;
    }
    let data = at + 30 + usize::from(u16_at(bytes, at + 26)?) + usize::from(u16_at(bytes, at + 28)?);
    let packed = bytes.get(data..data.checked_add(packed as usize)?)?;
    Some(Some(Part { name, deflated: method == 8, crc, size, packed }))
}

fn long_sizes(mut extra: &[u8]) -> Option<&[u8]> {
    loop {
        let (id, n) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        let field = extra.get(4..4 + n)?;
        if id == 1 {
            return Some(field);
        }
        extra = &extra[4 + n..];
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
