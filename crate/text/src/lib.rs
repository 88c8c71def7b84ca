//! Text made plain: what people paste is escaped, quoted, wrapped and decorated; the reader sees none of that.
//!
//! [`flatten`] undoes it and keeps a map back, so that each fact can say where in the *given* text it was read.

pub mod base64;
pub mod civil;
mod compatibility;
mod decode;
mod fold;
mod lines;
mod map;
mod openings;
pub mod order;
mod packed;
mod prefix;
pub mod records;
mod ruler;

use std::ops::Range;

pub use fold::{fold, spellings};
pub use map::{OffsetMap, Span};
pub use packed::{packed, unpacked};
pub use ruler::Ruler;

/// JSON in a string in a string in a log line: four levels are seen in the field, the rest is a bomb.
const MAX_LEVELS: usize = 6;

/// A text without escapes, base64 strings of JSON, quoting prefixes, hard wraps, invisible characters and full-width
/// punctuation.
#[derive(Debug, Clone, Default)]
pub struct Flat {
    /// The plain text.
    pub text: String,
    map: OffsetMap,
    /// Where in the given text the base64 strings stand that were undone.
    packed: Vec<Span>,
}

impl Flat {
    /// Where in the given text the bytes `start..end` of [`Flat::text`] came from. What was read within a base64 string stands
    /// in the whole of it.
    #[must_use]
    pub fn source(&self, start: usize, end: usize) -> Span {
        let (start, end) = (self.map.source(start), self.map.source(end));
        let around = |offset| self.packed.iter().find(|span| span.start < offset && offset < span.end);
        Span { start: around(start).map_or(start, |span| span.start), end: around(end).map_or(end, |span| span.end) }
    }

    /// Takes `gaps` out of the text; they must be in order.
    pub fn remove(&mut self, gaps: &[Range<usize>]) {
        let mut out = decode::Out::default();
        for gap in gaps {
            out.push(&self.text, gap.start, decode::Piece::Text(""), gap.len());
        }
        if let Some(step) = out.finish(&self.text) {
            self.then(step);
        }
    }

    fn then(&mut self, (text, step): (String, OffsetMap)) {
        self.text = text;
        self.map = step.onto(&self.map);
    }

    /// Takes off what stands around each line, and undoes hard wraps.
    fn join_lines(&mut self) {
        if let Some(step) = lines::join(&self.text) {
            self.then(step);
        }
    }

    fn line_breaks(&self) -> usize {
        memchr::memchr_iter(b'\n', self.text.as_bytes()).count()
    }

    /// Undoes one level of escapes; where there is none, one of base64. Says whether there was one.
    fn undo_level(&mut self) -> bool {
        if let Some(step) = decode::once(&self.text) {
            self.then(step);
            return true;
        }
        let Some((text, step, spans)) = packed::once(&self.text) else { return false };
        let spans_of_source: Vec<Span> = spans.iter().map(|span| self.source(span.start, span.end)).collect();
        self.packed.extend(spans_of_source);
        self.then((text, step));
        true
    }
}

/// Makes `text` plain. Linear in its length; at most six levels of escaping are undone.
///
/// ```
/// use scopelens_text::flatten;
///
/// let log = r#"body: "{\"code\":\"88\"}""#;
/// assert!(flatten(log).text.contains(r#"{"code":"88"}"#));
/// ```
#[must_use]
pub fn flatten(text: &str) -> Flat {
    let mut flat = Flat { text: text.to_owned(), ..Flat::default() };
    if let Some(step) = decode::uncoloured(&flat.text) {
        flat.then(step);
    }
    flat.join_lines();
    for _ in 0..MAX_LEVELS {
        let lines = flat.line_breaks();
        if !flat.undo_level() {
            break;
        }
        // The lines of a text that was escaped as a whole.
        if flat.line_breaks() > lines {
            flat.join_lines();
        }
    }
    flat
}

#[cfg(test)]
mod tests;
