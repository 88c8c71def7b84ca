//! Quotes as texts carry them: plain, escaped any number of times, percent-encoded, as HTML entities.

use super::bytes::{byte_at, looking_at};
use super::escapes::percent;

/// A quote and how deep it is nested: `"` is 0, `\"` is 1, `\\\"` is 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) mark: Mark,
    pub(super) level: u32,
    /// Bytes it takes, backslashes included.
    pub(super) len: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Byte(u8),
    /// `%22`, `%2522`, …
    Percent(u8),
    /// `&quot;` and its kin.
    Entity(&'static str),
}

const ENTITIES: &[&str] = &["&quot;", "&#34;", "&#39;", "&apos;", "&amp;quot;"];

/// The depth of a quote behind `slashes` backslashes: what is left when pairs, which are backslashes of the content, are taken away level by level.
pub(super) fn level(slashes: usize) -> u32 {
    slashes.trailing_ones()
}

/// The quote that opens at `i`, if one does.
pub(super) fn opening(bytes: &[u8], i: usize) -> Option<Quote> {
    match byte_at(bytes, i) {
        b'"' | b'\'' | b'`' | b'\\' => {
            let mut j = i;
            while byte_at(bytes, j) == b'\\' && j - i < 64 {
                j += 1;
            }
            let mark = byte_at(bytes, j);
            let is_quote = matches!(mark, b'"' | b'\'' | b'`');
            is_quote.then(|| Quote { mark: Mark::Byte(mark), level: level(j - i), len: j + 1 - i })
        }
        b'%' => {
            let (len, times, byte) = percent(bytes, i)?;
            matches!(byte, b'"' | b'\'').then_some(Quote { mark: Mark::Percent(byte), level: u32::from(times), len })
        }
        b'&' => {
            let entity = ENTITIES.iter().find(|entity| looking_at(bytes, i, entity))?;
            Some(Quote { mark: Mark::Entity(entity), level: 0, len: entity.len() })
        }
        _ => None,
    }
}

/// Where the quoted text that begins at `from` ends: at its closing quote, at a shallower one, or at the end of the line.
/// The second value tells whether a closing quote was found, and how long it is.
///
/// `around` are the levels of `"` strings that are open around it: it cannot outlive them.
pub(super) fn closing(bytes: &[u8], from: usize, quote: Quote, around: u8) -> (usize, usize) {
    let (mut i, mut slashes) = (from, 0usize);
    loop {
        let c = byte_at(bytes, i);
        if i >= bytes.len() || c == b'\n' {
            return (i - usize::from(c == b'\n' && i > from && byte_at(bytes, i - 1) == b'\r'), 0);
        }
        let encodings = match quote.mark {
            Mark::Byte(mark) if c == mark && level(slashes) <= quote.level => {
                Some((1usize << level(slashes).min(6)) - 1)
            }
            Mark::Percent(byte) => {
                percent(bytes, i).filter(|p| p.2 == byte && u32::from(p.1) <= quote.level).map(|_| 0)
            }
            Mark::Entity(entity) if looking_at(bytes, i, entity) => Some(0),
            _ => None,
        };
        let cut = encodings.is_none() && c == b'"' && level(slashes) < 8 - around.leading_zeros();
        if cut {
            return (i.saturating_sub(slashes).max(from), 0);
        }
        if let Some(encodings) = encodings {
            return (i.saturating_sub(encodings).max(from), encodings + 1);
        }
        slashes = if c == b'\\' { slashes + 1 } else { 0 };
        i += 1;
    }
}

/// Where the quote that ends right before `end` begins, if one does: the way back over `"`, `\"`, `%22`, `&quot;`.
pub(super) fn back_over(bytes: &[u8], end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    match byte_at(bytes, last) {
        b'"' | b'\'' | b'`' => {
            let mut i = last;
            while i > 0 && last - i < 64 && byte_at(bytes, i - 1) == b'\\' {
                i -= 1;
            }
            Some(i)
        }
        b'2' | b'7' => (end.saturating_sub(11)..end)
            .rev()
            .find(|&i| percent(bytes, i).is_some_and(|p| i + p.0 == end && matches!(p.2, b'"' | b'\''))),
        b';' => ENTITIES
            .iter()
            .filter_map(|entity| end.checked_sub(entity.len()).filter(|&i| looking_at(bytes, i, entity)))
            .min(),
        _ => None,
    }
}
