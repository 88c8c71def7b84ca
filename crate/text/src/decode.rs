//! One level of escaping undone: backslashes, entities, percent signs, colour codes.

use super::fold::{Folded, fold_char, may_fold};
use super::map::OffsetMap;

/// `text` with one level of escaping undone, or nothing where there is none.
pub(super) fn once(text: &str) -> Option<(String, OffsetMap)> {
    let mut out = Out::default();
    let mut offset = 0;
    // A cell of a CSV file doubles its quotes; nothing else writes a brace before two of them.
    let doubled = text.contains("{\"\"");
    while let Some(rest) = next_mark(text, offset, doubled) {
        offset = text.len() - rest.len();
        let (piece, used) = match rest.chars().next() {
            Some('\\') => backslash(rest),
            Some('&') => entity(rest),
            Some('%') => percent(rest),
            Some('\u{1b}') => colour(rest),
            Some('"') if doubled && rest.starts_with("\"\"") => (Piece::Char('"'), 2),
            Some(c) => folded(c),
            None => break,
        };
        out.push(text, offset, piece, used);
        offset += used;
    }
    out.finish(text)
}

/// `text` without colour codes, which count in the width of no line; nothing where there are none.
pub(super) fn uncoloured(text: &str) -> Option<(String, OffsetMap)> {
    let mut out = Out::default();
    for offset in memchr::memchr_iter(0x1b, text.as_bytes()) {
        let (piece, used) = colour(text.get(offset..)?);
        out.push(text, offset, piece, used);
    }
    out.finish(text)
}

/// The text from the next byte on that may begin something else than itself.
fn next_mark(text: &str, from: usize, quotes: bool) -> Option<&str> {
    let rest = text.as_bytes().get(from..)?;
    let offset =
        rest.iter().position(|b| matches!(b, b'\\' | b'&' | b'%' | 0x1b) || may_fold(*b) || (quotes && *b == b'"'))?;
    text.get(from + offset..)
}

pub(super) enum Piece<'t> {
    Same,
    Text(&'t str),
    Char(char),
}

/// The new text: what is the same is copied in whole stretches.
#[derive(Default)]
pub(super) struct Out {
    text: String,
    map: OffsetMap,
    /// Up to here the old text is in the new one.
    copied: usize,
}

impl Out {
    /// Puts `piece` where `used` bytes of the old text stand from `offset` on. Offsets must grow from call to call.
    pub(super) fn push(&mut self, old: &str, offset: usize, piece: Piece, used: usize) {
        if matches!(piece, Piece::Same) {
            return;
        }
        self.copy(old, offset);
        self.map.note(self.text.len(), offset);
        match piece {
            Piece::Char(c) => self.text.push(c),
            Piece::Text(text) => self.text.push_str(text),
            Piece::Same => {}
        }
        self.copied = offset + used;
        self.map.note(self.text.len(), self.copied);
    }

    fn copy(&mut self, old: &str, end: usize) {
        if self.text.is_empty() {
            self.text.reserve(old.len());
        }
        self.text.push_str(old.get(self.copied..end).unwrap_or_default());
    }

    /// The whole new text with its map; nothing where it is the old one.
    pub(super) fn finish(mut self, old: &str) -> Option<(String, OffsetMap)> {
        if self.copied == 0 {
            return None;
        }
        self.copy(old, old.len());
        Some((self.text, self.map))
    }
}

fn folded(c: char) -> (Piece<'static>, usize) {
    let piece = match fold_char(c) {
        Folded::Same => Piece::Same,
        Folded::Gone => Piece::Text(""),
        Folded::To(to) => Piece::Char(to),
        Folded::Letters(letters) => Piece::Text(letters),
    };
    (piece, c.len_utf8())
}

fn backslash(rest: &str) -> (Piece<'_>, usize) {
    match rest.as_bytes().get(1) {
        Some(b'"' | b'\'' | b'`' | b'\\' | b'/') => (Piece::Text(rest.get(1..2).unwrap_or_default()), 2),
        Some(b'n' | b'r') => (Piece::Char('\n'), 2),
        Some(b't') => (Piece::Char('\t'), 2),
        Some(b'u') => utf16(rest),
        Some(b'x') => utf8_run(rest, "\\x"),
        _ => (Piece::Same, 1),
    }
}

/// `\uXXXX`, with its second half where it is a surrogate; a lone half is a replacement character.
fn utf16(rest: &str) -> (Piece<'static>, usize) {
    let unit = |from: usize| hex(rest, from, 4).map(|v| v as u16);
    let Some(first) = unit(2) else {
        return (Piece::Same, 1);
    };
    if let Some(c) = char::from_u32(u32::from(first)) {
        return (Piece::Char(c), 6);
    }
    let second = (rest.get(6..8) == Some("\\u")).then(|| unit(8)).flatten();
    match second.and_then(|second| char::decode_utf16([first, second]).next()?.ok()) {
        Some(c) => (Piece::Char(c), 12),
        None => (Piece::Char('\u{fffd}'), 6),
    }
}

/// `%E6%9D%83` and `\xe6\x9d\x83`: a run of bytes that together are UTF-8.
fn utf8_run(rest: &str, mark: &str) -> (Piece<'static>, usize) {
    let step = mark.len() + 2;
    let byte = |i: usize| {
        let marked = rest.get(i * step..i * step + mark.len()) == Some(mark);
        marked.then(|| hex(rest, i * step + mark.len(), 2)).flatten().map(|v| v as u8)
    };
    let mut bytes = [0; 4];
    let width = utf8_width(byte(0));
    for (i, slot) in bytes.iter_mut().enumerate().take(width) {
        match byte(i) {
            Some(byte) => *slot = byte,
            None => return (Piece::Same, 1),
        }
    }
    let c = bytes.get(..width).and_then(|bytes| std::str::from_utf8(bytes).ok()?.chars().next());
    match c {
        Some(c) if !c.is_control() || matches!(c, '\n' | '\t' | '\r' | '\u{1b}') => (Piece::Char(c), width * step),
        _ => (Piece::Same, 1),
    }
}

fn utf8_width(first: Option<u8>) -> usize {
    match first {
        None => 0,
        Some(0..=0x7f) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(_) => 4,
    }
}

fn percent(rest: &str) -> (Piece<'static>, usize) {
    utf8_run(rest, "%")
}

fn hex(text: &str, from: usize, digits: usize) -> Option<u32> {
    let digits = text.get(from..from + digits)?;
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok()
}

/// The named entities that escapers of text write; all others are left alone.
const ENTITIES: [(&str, &str); 7] =
    [("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&ensp;", " ")];

fn entity(rest: &str) -> (Piece<'static>, usize) {
    if let Some((name, c)) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
        return (Piece::Text(c), name.len());
    }
    numeric_entity(rest).map_or((Piece::Same, 1), |(c, used)| (Piece::Char(c), used))
}

fn numeric_entity(rest: &str) -> Option<(char, usize)> {
    let body = rest.strip_prefix("&#")?;
    let end = body.bytes().take(8).position(|b| b == b';')?;
    let digits = body.get(..end)?;
    let value = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    Some((char::from_u32(value.ok()?)?, end + 3))
}

/// A terminal's colour code, `ESC [ … m`.
fn colour(rest: &str) -> (Piece<'static>, usize) {
    let end = rest.bytes().take(24).position(|b| b.is_ascii_alphabetic());
    (Piece::Text(""), end.map_or(1, |end| end + 1))
}
