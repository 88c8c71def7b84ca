//! A sorted table of tab-separated rows, read where it lies: rows stand in blocks of sixteen, each row without what it shares
//! with the one before, the first of a block in full. A search halves the blocks and unfolds the one that it ends in.
//!
//! A row is two numbers (LEB128), the bytes shared with the row before and those that follow, and then these.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

/// Rows of a block.
pub(super) const BLOCK_ROWS: usize = 16;

/// Bytes of a restart offset.
const OFFSET_BYTES: usize = 4;

/// A table within the bytes of its pack.
#[derive(Debug, Clone)]
pub(super) struct Table {
    bytes: Arc<[u8]>,
    /// The offsets of the blocks in `data`, four bytes each, the lowest first.
    restarts: Range<usize>,
    data: Range<usize>,
    rows: usize,
}

impl Table {
    /// The table whose restart offsets begin at `start`; nothing where it does not fit into the bytes. Gives its end as well.
    pub(super) fn new(bytes: &Arc<[u8]>, start: usize, rows: usize, data_bytes: usize) -> Option<(Self, usize)> {
        let data_start = rows.div_ceil(BLOCK_ROWS).checked_mul(OFFSET_BYTES)?.checked_add(start)?;
        let end = data_start.checked_add(data_bytes).filter(|end| *end <= bytes.len())?;
        let table = Self { bytes: Arc::clone(bytes), restarts: start..data_start, data: data_start..end, rows };
        Some((table, end))
    }

    /// A table without rows.
    pub(super) fn empty(bytes: &Arc<[u8]>) -> Self {
        Self { bytes: Arc::clone(bytes), restarts: 0..0, data: 0..0, rows: 0 }
    }

    /// The number of rows.
    pub(super) fn len(&self) -> usize {
        self.rows
    }

    /// A cursor before the first row.
    pub(super) fn cursor(&self) -> Cursor<'_> {
        self.cursor_at(0)
    }

    /// The row at `index`.
    pub(super) fn row(&self, index: usize) -> Option<String> {
        let mut cursor = self.cursor_at(index / BLOCK_ROWS);
        for _ in 0..index % BLOCK_ROWS {
            cursor.next()?;
        }
        cursor.next().map(str::to_owned)
    }

    /// The first row whose first cell is `key`.
    pub(super) fn find(&self, key: &str) -> Option<String> {
        let mut cursor = self.cursor_before(key);
        let row = cursor.skip_to(key)?;
        (first_cell(row) == key).then(|| row.to_owned())
    }

    /// Whether a row begins with `prefix`.
    pub(super) fn has_prefix(&self, prefix: &str) -> bool {
        self.cursor_before(prefix).skip_to(prefix).is_some_and(|row| row.starts_with(prefix))
    }

    /// What `read` makes of the rows that begin with `prefix`, which may hold whole cells.
    pub(super) fn with_prefix<T>(&self, prefix: &str, mut read: impl FnMut(&str) -> Option<T>) -> Vec<T> {
        let mut results = Vec::new();
        let mut cursor = self.cursor_before(prefix);
        let mut row = cursor.skip_to(prefix);
        while let Some(text) = row.filter(|row| row.starts_with(prefix)) {
            results.extend(read(text));
            row = cursor.next();
        }
        results
    }

    /// A cursor in the block in which the first row stands that is not before `key`, or before that block.
    fn cursor_before(&self, key: &str) -> Cursor<'_> {
        let (mut low, mut high) = (0, self.rows.div_ceil(BLOCK_ROWS));
        while low < high {
            let middle = low + (high - low) / 2;
            match self.first_of_block(middle).map(|row| row.cmp(key.as_bytes())) {
                Some(Ordering::Less) => low = middle + 1,
                _ => high = middle,
            }
        }
        self.cursor_at(low.saturating_sub(1))
    }

    /// The first row of a block, which stands in full.
    fn first_of_block(&self, block: usize) -> Option<&[u8]> {
        let data = self.bytes.get(self.data.clone())?;
        let (_, rest) = number(data.get(self.restart(block)?..)?)?;
        let (len, rest) = number(rest)?;
        rest.get(..len)
    }

    fn restart(&self, block: usize) -> Option<usize> {
        let offsets = self.bytes.get(self.restarts.clone())?;
        let bytes = offsets.get(block.checked_mul(OFFSET_BYTES)?..)?.first_chunk::<OFFSET_BYTES>()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }

    fn cursor_at(&self, block: usize) -> Cursor<'_> {
        let data = self.bytes.get(self.data.clone()).unwrap_or_default();
        let rest = self.restart(block).and_then(|start| data.get(start..)).unwrap_or_default();
        Cursor { rest, row: String::new() }
    }
}

/// Rows one after the other.
pub(super) struct Cursor<'t> {
    rest: &'t [u8],
    row: String,
}

impl Cursor<'_> {
    /// The next row; nothing at the end, or where the bytes are no row.
    pub(super) fn next(&mut self) -> Option<&str> {
        let (shared, rest) = number(self.rest)?;
        let (len, rest) = number(rest)?;
        let (suffix, rest) = rest.split_at_checked(len)?;
        self.rest = rest;
        self.row.truncate(self.row.floor_char_boundary(shared));
        self.row.push_str(std::str::from_utf8(suffix).ok()?);
        Some(&self.row)
    }

    /// The first row from here on that does not stand before `key`.
    fn skip_to(&mut self, key: &str) -> Option<&str> {
        while self.next()? < key {}
        Some(&self.row)
    }
}

/// An LEB128 number of at most four bytes, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(4).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

/// The first cell of a row.
pub(super) fn first_cell(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// The restart offsets and the data of rows that are sorted.
pub(super) fn encode(rows: &[String]) -> (Vec<u8>, Vec<u8>) {
    let (mut restarts, mut data) = (Vec::new(), Vec::new());
    let mut before = "";
    for (index, row) in rows.iter().enumerate() {
        if index % BLOCK_ROWS == 0 {
            restarts.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
            before = "";
        }
        let shared = shared_bytes(before, row);
        put_number(&mut data, shared);
        put_number(&mut data, row.len() - shared);
        data.extend(row.as_bytes().iter().skip(shared));
        before = row;
    }
    (restarts, data)
}

/// The bytes of whole characters that both begin with.
fn shared_bytes(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

fn put_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            return out.push(byte);
        }
        out.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Table, encode};

    fn table(rows: &[String]) -> Table {
        let (restarts, data) = encode(rows);
        let bytes: Arc<[u8]> = [restarts.clone(), data.clone()].concat().into();
        Table::new(&bytes, 0, rows.len(), data.len()).unwrap().0
    }

    fn rows(table: &Table) -> Vec<String> {
        let mut cursor = table.cursor();
        std::iter::from_fn(|| cursor.next().map(str::to_owned)).collect()
    }

    fn some() -> Table {
        table(&["a\t1", "a\t2", "ab\t3", "b:c\t4"].map(str::to_owned))
    }

    #[test]
    fn every_row_is_found_whatever_block_it_is_in() {
        for count in [0, 1, 15, 16, 17, 32, 100, 1_000] {
            let all: Vec<String> = (0..count).map(|i| format!("应用.{i:05}\tcell {i}\t")).collect();
            let table = table(&all);
            assert_eq!(rows(&table), all);
            for (index, row) in all.iter().enumerate() {
                assert_eq!(table.row(index).as_ref(), Some(row));
                assert_eq!(table.find(super::first_cell(row)).as_ref(), Some(row));
            }
            assert_eq!((table.row(count), table.find("应用"), table.find("zz")), (None, None, None));
        }
    }

    #[test]
    fn a_row_is_found_by_its_first_cell() {
        let table = some();
        assert_eq!(table.find("a").as_deref(), Some("a\t1"));
        assert_eq!(table.find("ab").as_deref(), Some("ab\t3"));
        assert_eq!(table.find("b:c").as_deref(), Some("b:c\t4"));
        for absent in ["", "0", "aa", "b", "b:", "c", "a\t1"] {
            assert_eq!(table.find(absent), None, "{absent}");
        }
    }

    #[test]
    fn rows_are_found_by_their_beginning() {
        let with = |prefix| some().with_prefix(prefix, |row| Some(row.to_owned()));
        assert_eq!(with("a\t"), ["a\t1", "a\t2"]);
        assert_eq!((with("a").len(), with("c").len(), with("").len()), (3, 0, 4));
        assert!(some().has_prefix("b") && !some().has_prefix("c"));
    }

    #[test]
    fn damaged_bytes_end_the_table() {
        for bytes in [&[0xff; 64][..], &[0; 64], &[4, 0, 0, 0, 0x80, 0x80, 0x80, 0x80], &[0, 0, 0, 0, 9, 200, 1, 2]] {
            let shared: Arc<[u8]> = bytes.into();
            for count in [1, 16, 40, usize::MAX] {
                let Some((table, _)) = Table::new(&shared, 0, count, bytes.len().saturating_sub(4)) else { continue };
                assert!(rows(&table).len() <= bytes.len());
                assert_eq!(table.find("x"), None);
            }
        }
    }
}
