//! Secrets in the fixed parts of URLs: `user:password@`, and places in a path.

use super::bytes::{before, byte_at, ends_before, is_word, skip, slice};
use super::detectors::paths::{PATHS, Place};
use super::judge::is_placeholder;
use super::marker::is_mask;
use super::platforms::Platforms;
use super::span::Span;

/// The password of `scheme://user:password@host`, for the `://` at `at_scheme`.
pub(super) fn password(platforms: &Platforms, text: &str, at_scheme: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let user = at_scheme + 3;
    let is_part = |c: u8| {
        c.is_ascii_graphic()
            && !matches!(c, b'/' | b'?' | b'#' | b'"' | b'\'' | b'\\' | b'<' | b'>' | b'`' | b'@' | b',' | b';')
    };
    let end = skip(bytes, user, is_part);
    let colon = skip(bytes, user, |c| is_part(c) && c != b':');
    let secret = slice(text, colon + 1, end);
    let known = secret.is_empty() || is_mask(platforms, secret) || is_placeholder(secret);
    (byte_at(bytes, end) == b'@' && colon < end && !known).then_some(Span { start: colon + 1, end, label: "password" })
}

/// Longest piece of a path that is read.
const LONGEST: usize = 512;

/// The secret segment of a path that begins at `start`, after a slash.
pub(super) fn segment(platforms: &Platforms, text: &str, start: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let slash = match before(bytes, start) {
        b'/' => start,
        _ => return None,
    };
    let place = PATHS.iter().find(|place| ends_before(bytes, slash, place.after))?;
    let fit = |c: &u8| is_word(*c) || matches!(c, b'=' | b'~' | b'.') || (place.rest && matches!(c, b'/' | b'@'));
    let end = start + bytes.iter().skip(start).take(LONGEST).take_while(|c| fit(c)).count();
    let value = slice(text, start, end).trim_end_matches(['.', '/']);
    fits(platforms, place, value).then_some(Span { start, end: start + value.len(), label: place.label })
}

fn fits(platforms: &Platforms, place: &Place, value: &str) -> bool {
    let marked = value.bytes().any(|c| c.is_ascii_digit()) || value.ends_with("iE");
    value.len() >= place.min
        && marked
        && !is_mask(platforms, value)
        && !value.split('/').any(|piece| is_mask(platforms, piece))
}
