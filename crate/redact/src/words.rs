//! The third pass: what is secret by shape or by the words before it, where no member has been masked.

use std::ops::Range;

use super::bytes::{byte_at, is_blank, looking_at, skip, slice};
use super::detectors::{Class, When};
use super::judge;
use super::key;
use super::platforms::Platforms;
use super::runs::runs;
use super::span::Span;
use super::{loose, marker, person, shape, url, value};

/// The secrets in `range`.
pub(super) fn find<'p>(platforms: &'p Platforms, text: &str, range: Range<usize>, spans: &mut Vec<Span<'p>>) {
    let bytes = text.as_bytes();
    let mut reached = range.start;
    for (start, end) in runs(bytes, range.start, range.end) {
        if start < reached {
            continue;
        }
        let secret = signs_after(platforms, text, start, end).or_else(|| word(platforms, text, start, end));
        if let Some(span) = secret.filter(|span| {
            span.start >= reached
                && span.end <= range.end
                && !marker::holds_mask(platforms, slice(text, span.start, span.end))
        }) {
            reached = span.end;
            spans.push(span);
        }
    }
}

/// Secrets that the byte after a word announces: `name@host`, `scheme://`.
fn signs_after(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    match byte_at(bytes, end) {
        b'@' | b'%' | b'+' | b'.' => person::email(platforms, text, start, end),
        b':' if looking_at(bytes, end, "://") => url::password(platforms, text, end),
        _ => None,
    }
}

fn word<'p>(platforms: &'p Platforms, text: &str, start: usize, end: usize) -> Option<Span<'p>> {
    person::mobile(platforms, text, start)
        .or_else(|| shape::at_word(platforms, text, start))
        .or_else(|| url::segment(platforms, text, start))
        .or_else(|| argument(platforms, text, start, end))
        .or_else(|| loose::in_word(platforms, text, start, end))
}

/// What follows a word that announces it: `Bearer …`, `Basic …`, `--token …`, `-u name:password`.
fn argument(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let value = skip(bytes, end, is_blank);
    let word = slice(text, start, end);
    if value == end {
        return None;
    }
    if word.eq_ignore_ascii_case("bearer") || word.eq_ignore_ascii_case("basic") {
        return bearer(platforms, text, word, value);
    }
    word.starts_with('-').then(|| flag(platforms, text, word, value)).flatten()
}

/// The credentials after a scheme: not the parameters of a challenge (`Bearer realm="…"`), not a word of prose.
fn bearer(platforms: &Platforms, text: &str, scheme: &str, start: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let end = value::bare_end(bytes, start, Class::Secret, 0);
    let secret = slice(text, start, end);
    let padded = scheme.eq_ignore_ascii_case("basic") && secret.ends_with('=') && secret.len() > 7;
    let challenge = secret.ends_with('=') && matches!(byte_at(bytes, end), b'"' | b'\\');
    (!challenge && (padded || judge::is_opaque(platforms, secret, 8))).then_some(Span { start, end, label: "token" })
}

/// The argument of a command-line option.
fn flag(platforms: &Platforms, text: &str, option: &str, value: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let end = skip(bytes, value, |c| c.is_ascii_graphic() && !b"\"'\\`<>;)".contains(&c));
    let value_text = slice(text, value, end);
    if matches!(option, "-u" | "--user") {
        let colon = value_text.find(':').filter(|colon| !slice(text, value + colon, end).starts_with("://"))?;
        let start = value + colon + 1;
        return (start < end).then_some(Span { start, end, label: "password" });
    }
    let name = option.strip_prefix("--")?;
    let row =
        key::meaning(platforms, name)?.detector.filter(|row| row.when == When::Always && row.class != Class::Words)?;
    let plain = value_text.is_empty() || value_text.starts_with('-') || judge::is_placeholder(value_text);
    (!plain).then_some(Span { start: value, end, label: row.label })
}
