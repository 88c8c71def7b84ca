//! One level of escaping undone: backslashes, entities, percent signs, colour codes.

use super::fold::{Folded, fold_char};
use super::map::OffsetMap;

/// `text` with one level of escaping undone, or nothing where there is none.
pub(super) fn once(text: &str) -> Option<(String, OffsetMap)> {
    let mut out = Out::default();
    let mut rest = text;
    // A cell of a CSV file doubles its quotes; nothing else writes a brace before two of them.
    let doubled = text.contains("{\"\"");
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let (piece, used) = match c {
            '\\' => backslash(rest),
            '&' => entity(rest),
            '%' => percent(rest),
            '\u{1b}' => colour(rest),
            '"' if doubled && rest.starts_with("\"\"") => made("\"", 2),
            _ => folded(c),
        };
        match piece {
            Piece::Same => out.push_source(at, rest.get(..used).unwrap_or_default()),
            Piece::Made(made) => out.push_made(at, &made),
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    out.changed.then_some((out.text, out.map))
}

enum Piece {
    Same,
    Made(String),
}

#[derive(Default)]
struct Out {
    text: String,
    map: OffsetMap,
    changed: bool,
}

impl Out {
    fn push_source(&mut self, at: usize, piece: &str) {
        self.map.note(self.text.len(), at);
        self.text.push_str(piece);
    }

    fn push_made(&mut self, at: usize, piece: &str) {
        self.changed = true;
        self.map.note(self.text.len(), at);
        self.text.push_str(piece);
    }
}

fn made(text: impl Into<String>, used: usize) -> (Piece, usize) {
    (Piece::Made(text.into()), used)
}

fn folded(c: char) -> (Piece, usize) {
    match fold_char(c) {
        Folded::Same => (Piece::Same, c.len_utf8()),
        Folded::Gone => made("", c.len_utf8()),
        Folded::To(to) => made(to, c.len_utf8()),
    }
}

fn backslash(rest: &str) -> (Piece, usize) {
    match rest.as_bytes().get(1) {
        Some(b'"' | b'\'' | b'`' | b'\\' | b'/') => made(rest.get(1..2).unwrap_or_default(), 2),
        Some(b'n' | b'r') => made("\n", 2),
        Some(b't') => made("\t", 2),
        Some(b'u') => utf16(rest),
        Some(b'x') => utf8_run(rest, "\\x"),
        _ => (Piece::Same, 1),
    }
}

/// `\uXXXX`, with its second half where it is a surrogate; a lone half is a replacement character.
fn utf16(rest: &str) -> (Piece, usize) {
    let unit = |from: usize| hex(rest, from, 4).map(|v| v as u16);
    let Some(first) = unit(2) else {
        return (Piece::Same, 1);
    };
    if let Some(c) = char::from_u32(u32::from(first)) {
        return made(c, 6);
    }
    let second = (rest.get(6..8) == Some("\\u")).then(|| unit(8)).flatten();
    match second.and_then(|second| char::decode_utf16([first, second]).next()?.ok()) {
        Some(c) => made(c, 12),
        None => made('\u{fffd}', 6),
    }
}

/// `%E6%9D%83` and `\xe6\x9d\x83`: a run of bytes that together are UTF-8.
fn utf8_run(rest: &str, mark: &str) -> (Piece, usize) {
    let step = mark.len() + 2;
    let bytes: Vec<u8> = (0..4)
        .map_while(|i| {
            let at = i * step;
            let marked = rest.get(at..at + mark.len()) == Some(mark);
            marked.then(|| hex(rest, at + mark.len(), 2)).flatten().map(|v| v as u8)
        })
        .collect();
    let width = utf8_width(bytes.first().copied());
    match bytes.get(..width).map(std::str::from_utf8) {
        Some(Ok(c)) if !c.starts_with(|c: char| c.is_control() && c != '\n' && c != '\t' && c != '\r') => {
            made(c, width * step)
        }
        _ => (Piece::Same, 1),
    }
}

fn utf8_width(first: Option<u8>) -> usize {
    match first {
        None => usize::MAX,
        Some(0..=0x7f) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(_) => 4,
    }
}

fn percent(rest: &str) -> (Piece, usize) {
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

fn entity(rest: &str) -> (Piece, usize) {
    if let Some((name, c)) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
        return made(*c, name.len());
    }
    numeric_entity(rest).map_or((Piece::Same, 1), |(c, used)| made(c, used))
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
fn colour(rest: &str) -> (Piece, usize) {
    let end = rest.bytes().take(24).position(|b| b.is_ascii_alphabetic());
    made("", end.map_or(1, |end| end + 1))
}
