//! Byte offsets in UTF-16 code units, as JavaScript counts.

/// A mark every so many bytes: a look-up counts no more than this.
const STEP: usize = 1024;

/// Turns byte offsets of one text into UTF-16 offsets.
#[derive(Debug)]
pub struct Ruler<'t> {
    text: &'t str,
    /// For each mark: its byte offset and its UTF-16 offset.
    marks: Vec<(usize, usize)>,
}

impl<'t> Ruler<'t> {
    /// Measures `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = vec![(0, 0)];
        let (mut offset, mut units) = (0, 0);
        while let Some(piece) =
            text.get(offset..text.ceil_char_boundary(offset + STEP)).filter(|piece| piece.len() >= STEP)
        {
            offset += piece.len();
            units += units_of(piece);
            marks.push((offset, units));
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of byte `offset`; one inside a character counts as its start.
    #[must_use]
    pub fn utf16(&self, offset: usize) -> usize {
        let after = self.marks.partition_point(|(byte, _)| *byte <= offset);
        let (byte, units) = after.checked_sub(1).and_then(|i| self.marks.get(i)).copied().unwrap_or_default();
        units + units_of(self.text.get(byte..self.text.floor_char_boundary(offset)).unwrap_or_default())
    }
}

/// Counted by first bytes, many at a time: a character of four bytes is two units.
fn units_of(text: &str) -> usize {
    text.bytes().map(|byte| usize::from(!matches!(byte, 0x80..=0xbf)) + usize::from(byte >= 0xf0)).sum()
}

#[cfg(test)]
mod tests {
    use super::Ruler;

    #[test]
    fn counts_as_javascript_does() {
        let text = "a应😀b".repeat(700);
        let ruler = Ruler::new(&text);
        for (offset, _) in text.char_indices().step_by(97) {
            assert_eq!(ruler.utf16(offset), text.split_at(offset).0.encode_utf16().count());
        }
        assert_eq!(ruler.utf16(text.len()), text.encode_utf16().count());
        assert_eq!(Ruler::new("应").utf16(1), 0);
    }
}
