//! Secrets that go on in the next line: terminals and mail programs break long words.

use super::bytes::{byte_at, is_word, skip, skip_back, slice};
use super::detectors::{self, Class};
use super::judge::is_opaque;
use super::platforms::Platforms;
use super::span::Span;

/// Lines are not broken before this column, in bytes.
const NARROWEST: usize = 40;

/// Longest line that is read back, in bytes.
const LONGEST: usize = 4096;

/// Shortest rest of a secret.
const SHORTEST: usize = 8;

/// Adds the rests of the secrets of `spans` that end with their line.
pub(super) fn find<'m>(platforms: &Platforms, text: &str, spans: &mut Vec<Span<'m>>) {
    let rests: Vec<Span<'m>> = spans.iter().filter_map(|span| rest(platforms, text, span)).collect();
    spans.extend(rests);
}

fn rest<'m>(platforms: &Platforms, text: &str, span: &Span<'m>) -> Option<Span<'m>> {
    let bytes = text.as_bytes();
    let line_break = skip(bytes, span.end, |c| c == b'\r');
    let line = skip_back(bytes, span.end, LONGEST, |c| c != b'\n');
    if byte_at(bytes, line_break) != b'\n' || span.end - line < NARROWEST || !is_broken(span.label) {
        return None;
    }
    let start = line_break + 1;
    let end = skip(bytes, start, |c| is_word(c) || matches!(c, b'+' | b'/' | b'=' | b'.' | b'~'));
    let end = skip_back(bytes, end, 1, |c| c == b'.');
    let is_end = matches!(
        byte_at(bytes, end),
        0 | b'\n' | b'\r' | b'"' | b'\'' | b' ' | b',' | b';' | b'&' | b')' | b'.' | b'`' | b'\\'
    );
    // What goes on is no member of its own: `DB_PASS=…`.
    let is_name = slice(text, start, end).trim_end_matches('=').contains('=');
    let is_rest = is_end && !is_name && is_opaque(platforms, slice(text, start, end), SHORTEST);
    is_rest.then_some(Span { start, end, label: span.label })
}

/// Whether secrets with this label are long words.
fn is_broken(label: &str) -> bool {
    detectors::all().filter(|row| row.label == label).all(|row| row.class == Class::Secret) && label != "cookie"
}
