//! UTF-16 read as UTF-8.

use std::io::{self, Read};

/// So many bytes are decoded at a time.
const CHUNK: usize = 64 * 1024;

/// Decodes what `inner` gives; a half of a character that stands alone becomes a replacement character.
pub struct Utf16<R> {
    inner: R,
    unit: fn([u8; 2]) -> u16,
    /// Bytes that are not yet a whole character.
    rest: Vec<u8>,
    ready: io::Cursor<Vec<u8>>,
}

impl<R: Read> Utf16<R> {
    /// `unit` makes a code unit of two bytes.
    pub fn new(inner: R, unit: fn([u8; 2]) -> u16) -> Self {
        Self { inner, unit, rest: Vec::new(), ready: io::Cursor::default() }
    }

    /// Decodes the next bytes; false at the end.
    fn refill(&mut self) -> io::Result<bool> {
        let got = self.inner.by_ref().take(CHUNK as u64).read_to_end(&mut self.rest)?;
        let bytes = std::mem::take(&mut self.rest);
        let (pairs, odd) = bytes.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().map(|pair| (self.unit)(*pair)).collect();
        if got > 0 {
            let first_half = units.pop_if(|unit| (0xd800..0xdc00).contains(unit)).is_some();
            self.rest = bytes.split_at(bytes.len() - odd.len() - 2 * usize::from(first_half)).1.to_vec();
        }
        self.ready = io::Cursor::new(String::from_utf16_lossy(&units).into_bytes());
        Ok(got > 0)
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let got = self.ready.read(into)?;
            if got > 0 || into.is_empty() || !self.refill()? && self.ready.get_ref().is_empty() {
                return Ok(got);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::Utf16;

    /// Gives one byte at a time.
    struct Slow<'b>(&'b [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let n = into.len().min(1);
            self.0.read(&mut into[..n])
        }
    }

    #[test]
    fn decodes_both_byte_orders() {
        let text = format!("权限 😀 {}", "x\r\n".repeat(50_000));
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut decoded = String::new();
        Utf16::new(little.as_slice(), u16::from_le_bytes).read_to_string(&mut decoded).unwrap();
        assert_eq!(decoded, text);
        decoded.clear();
        Utf16::new(Slow(&big), u16::from_be_bytes).read_to_string(&mut decoded).unwrap();
        assert_eq!(decoded, text);
    }

    #[test]
    fn a_cut_end_is_replaced() {
        let mut decoded = String::new();
        Utf16::new([0x41, 0, 0x3d, 0xd8].as_slice(), u16::from_le_bytes).read_to_string(&mut decoded).unwrap();
        assert_eq!(decoded, "A\u{fffd}");
    }
}
