//! Deflate (RFC 1951) with a limit on what comes out, for measuring an archive before a reader of workbooks sees it.

/// Why a stream does not unpack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is no deflate stream, or it breaks off.
    Damaged,
    /// The receiver has enough.
    Enough,
}

/// How far back a stream may point.
const WINDOW: usize = 32 << 10;

/// Bytes kept before the older ones are handed on.
const BUFFER: usize = 256 << 10;

/// Longest code of a Huffman table.
const MAX_BITS: usize = 15;

/// Unpacks `packed` and hands the bytes in order to `receive`, which returns false when it has enough.
pub(super) fn inflate(packed: &[u8], receive: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), Stop> {
    let mut bits = Bits { input: packed, at: 0, held: 0, n_held: 0 };
    let mut out = Out { bytes: Vec::with_capacity(BUFFER + 512), handed: 0, receive };
    loop {
        let last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out)?,
            1 => {
                let (lengths, distances) = fixed()?;
                compressed(&mut bits, &mut out, &lengths, &distances)?;
            }
            2 => {
                let (lengths, distances) = dynamic(&mut bits)?;
                compressed(&mut bits, &mut out, &lengths, &distances)?;
            }
            _ => return Err(Stop::Damaged),
        }
        if last {
            return out.hand_on(0);
        }
    }
}

/// The input as a row of bits.
struct Bits<'a> {
    input: &'a [u8],
    at: usize,
    held: u64,
    n_held: u32,
}

impl Bits<'_> {
    fn fill(&mut self) {
        while self.n_held <= 56 {
            let Some(byte) = self.input.get(self.at) else { return };
            self.held |= u64::from(*byte) << self.n_held;
            self.n_held += 8;
            self.at += 1;
        }
    }

    /// The next `n` bits, at most 16, the first of them lowest.
    fn take(&mut self, n: u32) -> Result<usize, Stop> {
        if self.n_held < n {
            self.fill();
            if self.n_held < n {
                return Err(Stop::Damaged);
            }
        }
        let value = self.held & ((1 << n) - 1);
        self.held >>= n;
        self.n_held -= n;
        usize::try_from(value).map_err(|_| Stop::Damaged)
    }

    /// The next symbol of a table.
    fn symbol(&mut self, table: &Table) -> Result<usize, Stop> {
        if (self.n_held as usize) < MAX_BITS {
            self.fill();
        }
        let index = self.held & ((1 << table.bits) - 1);
        let entry = usize::try_from(index).ok().and_then(|i| table.entries.get(i)).copied().unwrap_or(0);
        let n = u32::from(entry & 15);
        if n == 0 || n > self.n_held {
            return Err(Stop::Damaged);
        }
        self.held >>= n;
        self.n_held -= n;
        Ok(usize::from(entry >> 4))
    }
}

/// What was unpacked and not handed on yet.
struct Out<'a> {
    bytes: Vec<u8>,
    handed: usize,
    receive: &'a mut dyn FnMut(&[u8]) -> bool,
}

impl Out<'_> {
    /// Hands on all but what was handed on before, and keeps the last `keep` bytes.
    fn hand_on(&mut self, keep: usize) -> Result<(), Stop> {
        if !(self.receive)(&self.bytes[self.handed..]) {
            return Err(Stop::Enough);
        }
        let from = self.bytes.len().saturating_sub(keep);
        self.bytes.drain(..from);
        self.handed = self.bytes.len();
        Ok(())
    }

    fn make_room(&mut self) -> Result<(), Stop> {
        if self.bytes.len() >= BUFFER { self.hand_on(WINDOW) } else { Ok(()) }
    }

    fn copy(&mut self, distance: usize, length: usize) -> Result<(), Stop> {
        self.make_room()?;
        let from = self.bytes.len().checked_sub(distance).ok_or(Stop::Damaged)?;
        if distance >= length {
            self.bytes.extend_from_within(from..from + length);
        } else {
            for i in from..from + length {
                self.bytes.push(self.bytes[i]);
            }
        }
        Ok(())
    }
}

/// A Huffman table: for each next `bits` bits, the symbol and the length of its code.
struct Table {
    bits: u32,
    entries: Vec<u16>,
}

impl Table {
    fn of(lengths: &[u8]) -> Result<Self, Stop> {
        let mut n_of = [0_u32; MAX_BITS + 1];
        for length in lengths {
            n_of[usize::from(*length)] += 1;
        }
        n_of[0] = 0;
        let bits = (1..=MAX_BITS).rev().find(|n| n_of[*n] > 0).unwrap_or(1);
        let mut next = [0_u32; MAX_BITS + 2];
        for n in 1..=MAX_BITS {
            next[n + 1] = (next[n] + n_of[n]) << 1;
            if next[n] + n_of[n] > 1 << n {
                return Err(Stop::Damaged);
            }
        }
        let mut entries = vec![0_u16; 1 << bits];
        for (symbol, length) in (0_u16..).zip(lengths).filter(|(_, length)| **length > 0) {
            let n = usize::from(*length);
            let code = next[n].reverse_bits() >> (32 - n);
            next[n] += 1;
            let mut at = code as usize;
            while let Some(entry) = entries.get_mut(at) {
                *entry = symbol << 4 | u16::from(*length);
                at += 1 << n;
            }
        }
        Ok(Self { bits: u32::try_from(bits).unwrap_or(1), entries })
    }
}

fn stored(bits: &mut Bits<'_>, out: &mut Out<'_>) -> Result<(), Stop> {
    bits.take(bits.n_held % 8)?;
    let n = bits.take(16)?;
    if bits.take(16)? != n ^ 0xFFFF {
        return Err(Stop::Damaged);
    }
    for _ in 0..n {
        out.make_room()?;
        let byte = bits.take(8)?;
        out.bytes.push(u8::try_from(byte).map_err(|_| Stop::Damaged)?);
    }
    Ok(())
}

fn fixed() -> Result<(Table, Table), Stop> {
    let mut lengths = [8_u8; 288];
    lengths[144..256].fill(9);
    lengths[256..280].fill(7);
    Ok((Table::of(&lengths)?, Table::of(&[5; 30])?))
}

fn dynamic(bits: &mut Bits<'_>) -> Result<(Table, Table), Stop> {
    const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    let n_lengths = bits.take(5)? + 257;
    let n_distances = bits.take(5)? + 1;
    let n_codes = bits.take(4)? + 4;
    let mut code_lengths = [0_u8; 19];
    for at in &ORDER[..n_codes] {
        code_lengths[*at] = u8::try_from(bits.take(3)?).map_err(|_| Stop::Damaged)?;
    }
    let codes = Table::of(&code_lengths)?;
    let total = n_lengths + n_distances;
    let mut lengths: Vec<u8> = Vec::with_capacity(total);
    while lengths.len() < total {
        let symbol = bits.symbol(&codes)?;
        let (value, n) = match symbol {
            16 => (*lengths.last().ok_or(Stop::Damaged)?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            _ => (u8::try_from(symbol).map_err(|_| Stop::Damaged)?, 1),
        };
        lengths.resize(lengths.len() + n, value);
    }
    if lengths.len() > total {
        return Err(Stop::Damaged);
    }
    Ok((Table::of(&lengths[..n_lengths])?, Table::of(&lengths[n_lengths..])?))
}

fn compressed(bits: &mut Bits<'_>, out: &mut Out<'_>, lengths: &Table, distances: &Table) -> Result<(), Stop> {
    const LENGTH: [u16; 29] = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ];
    const LENGTH_BITS: [u8; 29] =
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    const DISTANCE: [u16; 30] = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ];
    loop {
        match bits.symbol(lengths)? {
            symbol @ 0..=255 => {
                out.make_room()?;
                out.bytes.push(u8::try_from(symbol).map_err(|_| Stop::Damaged)?);
            }
            256 => return Ok(()),
            symbol => {
                let i = symbol - 257;
                let (base, more) = LENGTH.get(i).zip(LENGTH_BITS.get(i)).ok_or(Stop::Damaged)?;
                let length = usize::from(*base) + bits.take(u32::from(*more))?;
                let i = bits.symbol(distances)?;
                let base = DISTANCE.get(i).ok_or(Stop::Damaged)?;
                let more = u32::try_from(i / 2).unwrap_or(0).saturating_sub(1);
                out.copy(usize::from(*base) + bits.take(more)?, length)?;
            }
        }
    }
}
