//! Colours of terminals: a text is read without its escape sequences, and masked with them.

use std::borrow::Cow;

use memchr::memmem;

use super::bytes::{byte_at, looking_at, skip};
use super::span::Span;

/// How an escape byte is written: itself, or in a string.
const ESCAPES: &[&str] = &["\x1b[", "\\u001b[", "\\x1b[", "\\033[", "\\e["];

/// A text without its escape sequences.
pub(super) struct Plain<'t> {
    pub(super) text: Cow<'t, str>,
    /// Where sequences were taken out: offset in the plain text, and the number of bytes taken out up to there.
    cuts: Vec<(usize, usize)>,
}

impl<'t> Plain<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        if !ESCAPES.iter().any(|escape| memmem::find(text.as_bytes(), escape.as_bytes()).is_some()) {
            return Self { text: Cow::Borrowed(text), cuts: Vec::new() };
        }
        let bytes = text.as_bytes();
        let (mut plain, mut cuts) = (String::with_capacity(text.len()), Vec::new());
        let (mut from, mut i, mut taken) = (0, 0, 0);
        while i < bytes.len() {
            let Some(end) = sequence_end(bytes, i) else {
                i += 1;
                continue;
            };
            plain.push_str(text.get(from..i).unwrap_or_default());
            taken += end - i;
            cuts.push((plain.len(), taken));
            (from, i) = (end, end);
        }
        plain.push_str(text.get(from..).unwrap_or_default());
        Self { text: Cow::Owned(plain), cuts }
    }

    /// The spans of the plain text, where they stand in the text itself.
    pub(super) fn restore(&self, spans: &mut [Span]) {
        for span in spans {
            // A sequence right before a secret is none of it, and neither is the one behind it.
            span.start += self.taken(span.start + 1);
            span.end += self.taken(span.end);
        }
    }

    /// Number of bytes that were taken out before the plain text's byte `end - 1`.
    fn taken(&self, end: usize) -> usize {
        let after = self.cuts.partition_point(|(offset, _)| *offset < end);
        after.checked_sub(1).and_then(|last| self.cuts.get(last)).map_or(0, |(_, taken)| *taken)
    }
}

/// Where the sequence that begins at `i` ends, if one does: `ESC [`, digits and semicolons, a letter.
fn sequence_end(bytes: &[u8], i: usize) -> Option<usize> {
    if !matches!(byte_at(bytes, i), 0x1b | b'\\') {
        return None;
    }
    let escape = ESCAPES.iter().find(|escape| looking_at(bytes, i, escape))?;
    let letter = skip(bytes, i + escape.len(), |c| c.is_ascii_digit() || matches!(c, b';' | b'?'));
    byte_at(bytes, letter).is_ascii_alphabetic().then_some(letter + 1)
}

#[cfg(test)]
mod tests {
    use super::Plain;
    use crate::span::Span;

    #[test]
    fn spans_stand_between_the_sequences() {
        let text = "\x1b[1;32mtoken\x1b[0m=\\u001b[33mabc\\u001b[0m";
        let plain = Plain::new(text);
        assert_eq!(plain.text, "token=abc");
        let mut spans = [Span { start: 0, end: 5, label: "a" }, Span { start: 6, end: 9, label: "b" }];
        plain.restore(&mut spans);
        assert_eq!(spans.map(|span| text.get(span.start..span.end)), [Some("token"), Some("abc")]);
    }
}
