//! From an offset in changed text to the offset in the text it was made of.

use serde::Serialize;

use crate::order;

/// Byte offsets in a text, `start` included, `end` not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// Piecewise: from `made` on, offsets advance together with `source` until the next entry.
#[derive(Debug, Clone, Default)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    made: usize,
    source: usize,
}

impl OffsetMap {
    /// The map of a text that was not changed.
    #[must_use]
    pub fn identity() -> Self {
        Self::default()
    }

    /// Notes that offset `made` of the new text stands for `source` of the old one.
    /// Offsets must not fall from call to call.
    pub fn note(&mut self, flat_offset: usize, source: usize) {
        if self.source(flat_offset) == source {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.made == flat_offset => last.source = source,
            _ => self.pieces.push(Piece { made: flat_offset, source }),
        }
    }

    /// The old text's offset for `made`.
    #[must_use]
    pub fn source(&self, flat_offset: usize) -> usize {
        let after = self.pieces.partition_point(|p| p.made <= flat_offset);
        match after.checked_sub(1).and_then(|i| self.pieces.get(i)) {
            Some(piece) => piece.source + (flat_offset - piece.made),
            None => flat_offset,
        }
    }

    /// This step's map put on top of the steps before it.
    #[must_use]
    pub fn onto(&self, before: &Self) -> Self {
        let mut both = Self::identity();
        let mut starts: Vec<usize> = self.pieces.iter().map(|p| p.made).collect();
        // A piece boundary of the older map shows up in the newer text too.
        starts.extend(before.pieces.iter().filter_map(|p| self.made_for(p.made)));
        order::sort_by_key(&mut starts, |offset| *offset);
        for flat_offset in starts {
            both.note(flat_offset, before.source(self.source(flat_offset)));
        }
        both
    }

    fn made_for(&self, source: usize) -> Option<usize> {
        let after = self.pieces.partition_point(|p| p.source <= source);
        match after.checked_sub(1).and_then(|i| self.pieces.get(i)) {
            Some(piece) => Some(piece.made + (source - piece.source)),
            None => Some(source),
        }
    }
}
