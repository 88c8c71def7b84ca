//! The words of a text: runs of letters, digits, `_` and `-`, without the letters of escapes.

use super::bytes::{byte_at, is_word, skip};
use super::escapes::tail_len;

/// The runs that lie in `from..end`, in order.
pub(super) fn runs(bytes: &[u8], from: usize, end: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let bytes = bytes.get(..end).unwrap_or(bytes);
    let mut i = from;
    std::iter::from_fn(move || {
        loop {
            let start = skip(bytes, i, |c| !is_word(c));
            if start >= bytes.len() {
                return None;
            }
            let end = skip(bytes, start, is_word);
            i = end;
            let word = start + tail_len(bytes, start);
            if word < end {
                return Some((word, end));
            }
        }
    })
}

/// Whether a word could begin at `i` going by the byte before it: not in the middle of a number such as `0.138…`.
pub(super) fn continues_number(bytes: &[u8], i: usize) -> bool {
    i >= 2 && byte_at(bytes, i - 1) == b'.' && byte_at(bytes, i - 2).is_ascii_digit()
}
