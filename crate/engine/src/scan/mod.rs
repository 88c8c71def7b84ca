//! Long logs: bytes in as they come, one row per distinct cause out. Memory does not grow with the log.
//!
//! A log is searched for needles first; only the parts around them are read. What a part is depends on the log alone, so
//! the rows are the same however the bytes are cut into chunks.

mod parts;
mod tally;

use std::ops::Range;

use crate::Engine;
use crate::reading::read_part;
use parts::{Part, REACH, next_part};
pub use tally::{Row, Tally};

/// A longer base64 string is not searched: what is read around its beginning would not hold its end. In bytes.
const MOST_PACKED: usize = 12 * 1024;

/// What a log is searched for: each refusal holds at least one of these.
pub fn needles(engine: &Engine) -> impl Iterator<Item = &str> {
    engine.needles().texts()
}

/// Reads one log from its first byte to its last.
pub struct Scanner<'e> {
    engine: &'e Engine,
    buffer: Vec<u8>,
    /// How much of `buffer` holds bytes.
    filled: usize,
    /// How much of that was searched.
    searched: usize,
    /// The needles that were found and not yet read, sorted.
    hits: Vec<usize>,
    /// Up to here refusals are counted.
    counted: usize,
    /// How many lines end before `lines_to`.
    lines: u64,
    lines_to: usize,
    bytes: u64,
    tally: Tally,
}

impl<'e> Scanner<'e> {
    /// A scanner that has read nothing yet.
    #[must_use]
    pub fn new(engine: &'e Engine) -> Self {
        Self {
            engine,
            buffer: Vec::new(),
            filled: 0,
            searched: 0,
            hits: Vec::new(),
            counted: 0,
            lines: 0,
            lines_to: 0,
            bytes: 0,
            tally: Tally::default(),
        }
    }

    /// Room for the next `size` bytes of the log; tell with [`Scanner::advance`] how many were put there.
    pub fn room(&mut self, size: usize) -> &mut [u8] {
        self.forget();
        let end = self.filled + size;
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        self.buffer.get_mut(self.filled..end).unwrap_or_default()
    }

    /// Takes the `size` bytes that were put into the room.
    pub fn advance(&mut self, size: usize) {
        self.filled = self.buffer.len().min(self.filled + size);
        self.bytes += size as u64;
        // A needle that begins near the end may end in the next chunk, and so may a base64 string with its quotes.
        self.search(self.filled.saturating_sub(self.engine.needles().longest().max(MOST_PACKED + 2)));
        self.read(false);
    }

    /// Takes these bytes: room, copy and advance in one.
    pub fn push(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).copy_from_slice(bytes);
        self.advance(bytes.len());
    }

    /// What the log held.
    #[must_use]
    pub fn finish(mut self) -> Tally {
        self.search(self.filled);
        self.read(true);
        self.count_lines(self.filled);
        let ends_open = self.filled.checked_sub(1).and_then(|i| self.buffer.get(i)).is_some_and(|b| *b != b'\n');
        self.tally.lines = self.lines + u64::from(ends_open);
        self.tally.bytes = self.bytes;
        self.tally
    }

    fn search(&mut self, end: usize) {
        if end > self.searched {
            let hits = self.engine.needles().all_hits(self.known(), self.searched..end, MOST_PACKED);
            self.hits.extend(hits);
            self.searched = end;
        }
    }

    fn known(&self) -> &[u8] {
        self.buffer.get(..self.filled).unwrap_or_default()
    }

    /// Reads every part whose surroundings are all there.
    fn read(&mut self, at_end: bool) {
        while let Some(first) = self.hits.first() {
            if !at_end && first + REACH > self.searched {
                break;
            }
            let part = next_part(self.known(), &self.hits, self.counted);
            self.hits.drain(..part.hits);
            self.count_lines(part.text.start);
            self.tally_part(&part);
            self.counted = part.counts.end;
        }
    }

    fn tally_part(&mut self, part: &Part) {
        let known = self.buffer.get(..self.filled).unwrap_or_default();
        let bytes = known.get(part.text.clone()).unwrap_or_default();
        let (text, counts) = lossy(bytes, part.counts.start - part.text.start..part.counts.end - part.text.start);
        let (mut line, mut offset) = (self.lines + 1, 0);
        let mut denials = read_part(self.engine, &text);
        denials.sort_by_key(|denial| denial.at);
        for denial in denials.iter().filter(|denial| counts.contains(&denial.at)) {
            let passed = text.get(offset..denial.at).unwrap_or_default();
            line += memchr::memchr_iter(b'\n', passed.as_bytes()).count() as u64;
            offset = denial.at;
            self.tally.add(denial, line);
        }
    }

    fn count_lines(&mut self, end: usize) {
        if let Some(passed) = self.buffer.get(self.lines_to..end) {
            self.lines += memchr::memchr_iter(b'\n', passed).count() as u64;
            self.lines_to = end;
        }
    }

    /// Drops what no part will ask for again.
    fn forget(&mut self) {
        let next = self.hits.first().copied().unwrap_or(self.searched);
        let keep = next.saturating_sub(REACH);
        if keep < REACH {
            return;
        }
        self.count_lines(keep);
        self.buffer.copy_within(keep..self.filled, 0);
        let back = |offset: &mut usize| *offset = offset.saturating_sub(keep);
        [&mut self.filled, &mut self.searched, &mut self.counted, &mut self.lines_to].into_iter().for_each(back);
        self.hits.iter_mut().for_each(back);
    }
}

/// The text of `bytes`, what is not UTF-8 replaced, and where `range` is in it.
fn lossy(bytes: &[u8], range: Range<usize>) -> (std::borrow::Cow<'_, str>, Range<usize>) {
    let whole = String::from_utf8_lossy(bytes);
    if whole.len() == bytes.len() {
        return (whole, range);
    }
    let place = |offset: usize| String::from_utf8_lossy(bytes.get(..offset).unwrap_or_default()).len();
    let range = place(range.start)..place(range.end);
    (whole, range)
}

#[cfg(test)]
mod tests;
