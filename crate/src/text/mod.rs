//! Text made plain: what people paste is escaped, quoted, wrapped and decorated; the reader sees none of that.
//!
//! [`flatten`] undoes it and keeps a map back, so that each fact can say where in the *given* text it was read.

mod decode;
mod fold;
mod lines;
mod map;
mod prefix;
mod ruler;

pub use fold::fold;
pub use map::{OffsetMap, Span};
pub use ruler::Ruler;

/// JSON in a string in a string in a log line: four levels are seen in the field, the rest is a bomb.
const MAX_LEVELS: usize = 6;

/// A text without escapes, quoting prefixes, hard wraps, invisible characters and full-width punctuation.
#[derive(Debug, Clone)]
pub struct Flat {
    /// The plain text.
    pub text: String,
    map: OffsetMap,
}

impl Flat {
    /// Where in the given text the bytes `start..end` of [`Flat::text`] came from.
    #[must_use]
    pub fn source(&self, start: usize, end: usize) -> Span {
        Span { start: self.map.source(start), end: self.map.source(end) }
    }
}

/// Makes `text` plain. Linear in its length; at most six levels of escaping are undone.
#[must_use]
pub fn flatten(text: &str) -> Flat {
    let mut flat = Flat { text: text.to_owned(), map: OffsetMap::identity() };
    if let Some((text, map)) = decode::uncoloured(&flat.text) {
        flat = then(&flat, text, map);
    }
    if let Some((text, map)) = lines::join(&flat.text) {
        flat = then(&flat, text, map);
    }
    for _ in 0..MAX_LEVELS {
        match decode::once(&flat.text) {
            Some((text, map)) => flat = then(&flat, text, map),
            None => break,
        }
    }
    flat
}

fn then(before: &Flat, text: String, step: OffsetMap) -> Flat {
    Flat { text, map: step.onto(&before.map) }
}

#[cfg(test)]
mod tests;
