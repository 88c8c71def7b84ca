//! Reading bytes without a chance to panic: what is past the end reads as zero.

/// The byte at `i`, zero past the end.
pub(super) fn byte_at(bytes: &[u8], i: usize) -> u8 {
    bytes.get(i).copied().unwrap_or(0)
}

/// The byte before `i`, zero at the start.
pub(super) fn before(bytes: &[u8], i: usize) -> u8 {
    i.checked_sub(1).map_or(0, |i| byte_at(bytes, i))
}

/// Whether `needle` stands at `i`, letters of any case.
pub(super) fn looking_at(bytes: &[u8], i: usize, needle: &str) -> bool {
    bytes.get(i..i.saturating_add(needle.len())).is_some_and(|here| here.eq_ignore_ascii_case(needle.as_bytes()))
}

/// Whether `needle` ends right before `i`, letters of any case.
pub(super) fn ends_before(bytes: &[u8], i: usize, needle: &str) -> bool {
    i.checked_sub(needle.len()).is_some_and(|start| looking_at(bytes, start, needle))
}

/// The text between two offsets; empty where they do not fit it.
pub(super) fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or("")
}

/// The end of the run of bytes from `i` that are `fit`.
pub(super) fn skip(bytes: &[u8], mut i: usize, fit: impl Fn(u8) -> bool) -> usize {
    while bytes.get(i).is_some_and(|&c| fit(c)) {
        i += 1;
    }
    i
}

/// The start of the run of bytes before `i` that are `fit`, at most `max_len` of them.
pub(super) fn skip_back(bytes: &[u8], end: usize, max_len: usize, fit: impl Fn(u8) -> bool) -> usize {
    let mut i = end;
    while end - i < max_len && i > 0 && fit(before(bytes, i)) {
        i -= 1;
    }
    i
}

/// A byte of a word: what tokens and identifiers are mostly made of.
pub(super) fn is_word(c: u8) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-')
}

/// A blank within a line.
pub(super) fn is_blank(c: u8) -> bool {
    matches!(c, b' ' | b'\t')
}

/// JSON's white space.
pub(super) fn is_space(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | b'\r')
}
