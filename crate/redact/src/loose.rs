//! Random-looking words that no prefix gives away. What stands before them decides.
//!
//! 32 and 64 lower-case hex digits are how DingTalk writes tokens, so they are masked where they stand free and under a name that is not known.
//! Under a request id's or a checksum's name they stay, and so do 40 digits (a commit), upper-case hex and UUIDs.

use super::bytes::{before, byte_at, is_word, looking_at, skip, skip_back, slice};
use super::detectors::{Class, Detector, Form, When, keep};
use super::judge::{is_opaque, is_scrambled, label_before};
use super::marker;
use super::meaning;
use super::platforms::Platforms;
use super::span::Span;

/// Shorter words say too little.
const SHORTEST: usize = 8;

/// Longest beginning of a line that is read, in bytes.
const LINE: usize = 200;

/// What a random-looking word is.
pub(super) enum Loose {
    Secret(Span<'static>),
    /// Under the name of a request's id or a checksum: it stays, here and wherever it stands again.
    Kept,
}

/// What the random-looking word in `start..end` is, if it is one.
pub(super) fn in_word(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Loose> {
    let bytes = text.as_bytes();
    let first = slice(text, start, end);
    let goes_on = is_word(byte_at(bytes, end + 1)) && is_joint(byte_at(bytes, end)) && may_begin(bytes, start, first);
    if first.len() < SHORTEST && !goes_on {
        return None;
    }
    let label = kind(first);
    // A token may go on behind its first word, or begin with a short one.
    let is_token = |word: &str| is_opaque(platforms, word, SHORTEST) || is_scrambled(word);
    let whole =
        if goes_on { token_end(bytes, end, is_token(first)) } else { skip(bytes, end, |c| c == b'=').min(end + 2) };
    let word = slice(text, start, whole);
    if word.len() < SHORTEST || (label.is_none() && !is_token(word)) {
        return None;
    }
    if platforms.keeps(first) || marker::is_mask(platforms, first) {
        return None;
    }
    let meaning = label_before(platforms, text, start);
    if meaning.is_some_and(|meaning| meaning.kept && meaning.detector.is_none())
        || (label.is_some() && is_digest(text, start, end))
    {
        return Some(Loose::Kept);
    }
    let named = meaning
        .and_then(|meaning| meaning.detector)
        .filter(|row| is_named(platforms, row, word) && before(bytes, start) != b'/');
    let named = named.filter(|_| !word.contains("--") && byte_at(bytes, whole) != b'(');
    let end = if named.is_some() { whole } else { end };
    let label = named.map(|row| row.label).or(label)?;
    Some(Loose::Secret(Span { start, end, label }))
}

/// Whether words of a token may be joined by the sign.
fn is_joint(c: u8) -> bool {
    b"+/=.|:^#!@$%*~".contains(&c)
}

/// Whether a token of several words may begin with this one: it has letters, and stands free.
fn may_begin(bytes: &[u8], start: usize, first: &str) -> bool {
    let ahead = before(bytes, start);
    let is_free = !ahead.is_ascii()
        || matches!(ahead, 0 | b' ' | b'\t' | b'\n' | b'"' | b'\'' | b'`' | b'(' | b'[' | b'=' | b':');
    is_free && first.bytes().any(|c| c.is_ascii_alphabetic())
}

/// Longest token of more than one word, in bytes.
const LONGEST: usize = 512;

/// Where a token that goes on behind its first word ends: base64 has signs in it. What code joins by points is none, unless its
/// first word is one.
fn token_end(bytes: &[u8], first_end: usize, is_token: bool) -> usize {
    let mut end = first_end;
    let is_sign = |c: u8| is_joint(c) && (is_token || c != b'.');
    while end - first_end < LONGEST && is_sign(byte_at(bytes, end)) && is_word(byte_at(bytes, end + 1)) {
        end = skip(bytes, end + 1, is_word);
    }
    skip(bytes, end, |c| c == b'=').min(end + 2)
}

/// Whether the word is a checksum by where it stands: `SHA256 (app.zip) = …`, `…  app.zip`, `main.….js`.
fn is_digest(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let is_file = before(bytes, start) == b'.'
        && byte_at(bytes, end) == b'.'
        && keep::EXTENSIONS.contains(&slice(text, end + 1, skip(bytes, end + 1, |c| c.is_ascii_alphanumeric())));
    let line = skip_back(bytes, start, LINE, |c| c != b'\n');
    let lead = slice(text, line, start).trim_start();
    let file = slice(text, end + 2, skip(bytes, end + 2, |c| !matches!(c, b'\n' | b'\r')));
    let is_listed = lead.is_empty()
        && (looking_at(bytes, end, "  ") || looking_at(bytes, end, " *"))
        && file.rsplit('/').next().is_some_and(|name| name.contains('.'))
        && file.bytes().all(|c| is_word(c) || matches!(c, b'.' | b'/'));
    let is_summed =
        lead.ends_with(") = ") && ["MD5 (", "SHA1 (", "SHA256 (", "SHA512 ("].iter().any(|sum| lead.starts_with(sum));
    is_file || is_listed || is_summed
}

/// Whether the name before `word` is telling enough to mask it.
fn is_named(platforms: &Platforms, row: &Detector, word: &str) -> bool {
    if meaning::meaning(platforms, word).is_some_and(|known| known.detector.is_some()) {
        return false;
    }
    let letters = word.bytes().any(|c| c.is_ascii_alphabetic());
    let telling = match row.when {
        When::Always => true,
        When::Opaque(least) => least >= 12 && (is_opaque(platforms, word, least) || is_scrambled(word)),
        When::Digits(least) => word.bytes().filter(u8::is_ascii_digit).count() >= least,
        _ => false,
    };
    telling && row.form == Form::Whole && (letters || row.class == Class::Id)
}

/// What a word is by itself.
fn kind(word: &str) -> Option<&'static str> {
    let count = |fit: fn(u8) -> bool| word.bytes().filter(|c| fit(*c)).count();
    let digits = count(|c| c.is_ascii_digit());
    let (lower, upper) = (count(|c| c.is_ascii_lowercase()), count(|c| c.is_ascii_uppercase()));
    let hex = word.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
    match word.len() {
        32 if hex && digits > 0 && lower > 0 => Some("hex32"),
        64 if hex && digits > 0 && lower > 0 => Some("hex64"),
        40.. if !hex && digits >= 4 && lower >= 4 && upper >= 4 && longest_piece(word) >= 14 => Some("random"),
        13..=30 if (word.ends_with("iE")) && upper >= 3 && lower >= 3 && digits > 0 && !word.contains(['-', '_']) => {
            Some("union-id")
        }
        _ => None,
    }
}

/// The longest stretch without a hyphen or an underscore: short ones are names and UUIDs strung together.
fn longest_piece(word: &str) -> usize {
    word.split(['-', '_']).map(str::len).max().unwrap_or(0)
}
