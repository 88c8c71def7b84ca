//! Random-looking words that no prefix gives away. What stands before them decides.
//!
//! 32 and 64 lower-case hex digits are how DingTalk writes tokens, so they are masked where they stand free and under a name that is not known.
//! Under a request id's or a checksum's name they stay, and so do 40 digits (a commit), upper-case hex and UUIDs.

use super::bytes::{before, slice};
use super::detectors::{Class, Detector, Form, When};
use super::judge::{is_opaque, label_before};
use super::key;
use super::platforms::Platforms;
use super::span::Span;

/// Shorter words say too little.
const SHORTEST: usize = 8;

/// The random-looking secret in `start..end`.
pub(super) fn in_word(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let word = slice(text, start, end);
    if word.len() < SHORTEST {
        return None;
    }
    let label = kind(word);
    if label.is_none() && !is_opaque(platforms, word, SHORTEST) {
        return None;
    }
    if platforms.keeps(word) || super::marker::is_mask(platforms, word) {
        return None;
    }
    let meaning = label_before(platforms, text, start);
    if meaning.is_some_and(|meaning| meaning.kept && meaning.detector.is_none()) {
        return None;
    }
    let named = meaning
        .and_then(|meaning| meaning.detector)
        .filter(|row| is_named(platforms, row, word) && before(text.as_bytes(), start) != b'/');
    let label = named.filter(|_| !word.contains("--")).map(|row| row.label).or(label)?;
    Some(Span { start, end, label })
}

/// Whether the name before `word` is telling enough to mask it.
fn is_named(platforms: &Platforms, row: &Detector, word: &str) -> bool {
    if key::meaning(platforms, word).is_some_and(|known| known.detector.is_some()) {
        return false;
    }
    let letters = word.bytes().any(|c| c.is_ascii_alphabetic());
    let telling = match row.when {
        When::Always => true,
        When::Opaque(least) => least >= 12 && is_opaque(platforms, word, least),
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
