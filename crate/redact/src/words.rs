//! The third pass: what is secret by shape or by the words before it, where no member has been masked.

use std::collections::BTreeSet;
use std::ops::Range;

use super::bytes::{byte_at, is_blank, looking_at, skip, slice};
use super::detectors::Class;
use super::judge;
use super::loose::{self, Loose};
use super::platforms::Platforms;
use super::runs::runs;
use super::span::Span;
use super::{command, marker, person, public, shape, siblings, url, value};

/// What the words of a text are.
#[derive(Debug, Default)]
pub(super) struct Found<'t, 'p> {
    /// Secrets.
    pub(super) spans: Vec<Span<'p>>,
    /// Ids of requests and checksums, known by their names.
    pub(super) kept: BTreeSet<&'t str>,
}

impl<'t> Found<'t, '_> {
    /// Nothing found yet but the words of these stretches, which stay.
    pub(super) fn keeping(text: &'t str, kept: &[(usize, usize)]) -> Self {
        let words = kept.iter().flat_map(|(from, to)| runs(text.as_bytes(), *from, *to));
        Self { spans: Vec::new(), kept: words.map(|(start, end)| slice(text, start, end)).collect() }
    }
}

/// Adds what the words in `range` are.
pub(super) fn find<'t, 'p>(platforms: &'p Platforms, text: &'t str, range: Range<usize>, found: &mut Found<'t, 'p>) {
    let bytes = text.as_bytes();
    let mut reached = range.start;
    for (start, end) in runs(bytes, range.start, range.end) {
        if start < reached {
            continue;
        }
        if let Some(end) = public::end(text, start) {
            reached = end;
            continue;
        }
        for span in secrets(platforms, text, (start, end), found) {
            let is_free = span.start >= reached
                && span.end <= range.end
                && !marker::holds_mask(platforms, slice(text, span.start, span.end));
            if is_free {
                reached = span.end;
                found.spans.push(span);
            }
        }
    }
}

/// The secrets that begin at a word, or that it announces.
fn secrets<'t, 'p>(
    platforms: &'p Platforms,
    text: &'t str,
    (start, end): (usize, usize),
    found: &mut Found<'t, 'p>,
) -> Vec<Span<'p>> {
    if byte_at(text.as_bytes(), start) == b'-' {
        let arguments = command::arguments(platforms, text, start, end);
        if !arguments.is_empty() {
            return arguments;
        }
    }
    let secret = signs_after(platforms, text, start, end).or_else(|| word(platforms, text, start, end));
    let secret = secret.or_else(|| match loose::in_word(platforms, text, start, end)? {
        Loose::Secret(span) => Some(span),
        Loose::Kept => {
            found.kept.insert(slice(text, start, end));
            None
        }
    });
    secret.into_iter().collect()
}

/// Secrets that the byte after a word announces: `name@host`, `scheme://`.
fn signs_after(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    match byte_at(bytes, end) {
        b'@' | b'%' | b'+' | b'.' => person::email(platforms, text, start, end),
        b':' if looking_at(bytes, end, "://") => url::password(platforms, text, end),
        b':' => shape::telegram(text, start, end),
        _ => None,
    }
}

fn word<'p>(platforms: &'p Platforms, text: &str, start: usize, end: usize) -> Option<Span<'p>> {
    person::mobile(platforms, text, start)
        .or_else(|| person::id_number(text, start, end))
        .or_else(|| shape::at_word(platforms, text, start))
        .or_else(|| shape::within(text, start, end))
        .or_else(|| url::segment(platforms, text, start))
        .or_else(|| bearer(platforms, text, start, end))
        .or_else(|| siblings::argument(platforms, text, start, end))
}

/// The credentials after a scheme: not the parameters of a challenge (`Bearer realm="…"`), not a word of prose.
fn bearer(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let scheme = slice(text, start, end);
    let start = skip(bytes, end, is_blank);
    let is_basic = scheme.eq_ignore_ascii_case("basic");
    if start == end || !(is_basic || scheme.eq_ignore_ascii_case("bearer")) {
        return None;
    }
    let end = value::bare_end(bytes, start, Class::Secret, 0);
    let secret = slice(text, start, end);
    let padded = is_basic && secret.ends_with('=') && secret.len() > 7;
    let challenge = secret.ends_with('=') && matches!(byte_at(bytes, end), b'"' | b'\\');
    (!challenge && (padded || judge::is_opaque(platforms, secret, 8))).then_some(Span { start, end, label: "token" })
}
