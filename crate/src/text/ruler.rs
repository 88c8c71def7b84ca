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
        let mut units = 0;
        for (at, c) in text.char_indices() {
            if marks.last().is_none_or(|(last, _)| at - last >= STEP) {
                marks.push((at, units));
            }
            units += c.len_utf16();
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of byte `at`; one inside a character counts as its start.
    #[must_use]
    pub fn utf16(&self, at: usize) -> usize {
        let after = self.marks.partition_point(|(byte, _)| *byte <= at);
        let (byte, units) = after.checked_sub(1).and_then(|i| self.marks.get(i)).copied().unwrap_or_default();
        let rest = self.text.get(byte..).unwrap_or_default();
        let inside = rest.char_indices().take_while(|(i, c)| byte + i + c.len_utf8() <= at);
        units + inside.map(|(_, c)| c.len_utf16()).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::Ruler;

    #[test]
    fn counts_as_javascript_does() {
        let text = "a应😀b".repeat(700);
        let ruler = Ruler::new(&text);
        for (at, _) in text.char_indices().step_by(97) {
            assert_eq!(ruler.utf16(at), text.split_at(at).0.encode_utf16().count());
        }
        assert_eq!(ruler.utf16(text.len()), text.encode_utf16().count());
        assert_eq!(Ruler::new("应").utf16(1), 0);
    }
}
