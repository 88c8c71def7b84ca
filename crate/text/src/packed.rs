//! Base64 of JSON within a string, as queues, webhooks and gateways carry one reply in another.

use std::borrow::Cow;
use std::ops::Range;

use super::decode::{self, Out, Piece};
use super::map::{OffsetMap, Span};
use super::openings::openings;
use crate::base64;

/// Fewer letters hold no refusal.
const LEAST: usize = 24;

/// More are a file.
const MOST: usize = 64 * 1024;

/// So many strings of one text are unpacked.
const MAX_STRINGS: usize = 64;

/// Base64 in backslashes and percent signs has no more levels of them than this.
const MAX_LEVELS: usize = 4;

/// `text` with each base64 string that holds JSON replaced by that JSON, with the map back and where in `text` the strings
/// stand; nothing where there is none.
pub(super) fn once(text: &str) -> Option<(String, OffsetMap, Vec<Span>)> {
    let mut out = Out::default();
    let mut spans = Vec::new();
    for place in strings(text.as_bytes(), 0..text.len()).take(MAX_STRINGS) {
        let Some(json) = text.get(place.clone()).and_then(json_in) else { continue };
        out.push(text, place.start, Piece::Text(&json), place.len());
        spans.push(Span { start: place.start, end: place.end });
    }
    out.finish(text).map(|(text, map)| (text, map, spans))
}

/// A part of `text` with the JSON that its base64 strings hold in their place, escaped as they were in quotes: what is
/// quoted from a text can then be masked.
pub fn unpacked(text: &str, part: Range<usize>) -> String {
    let mut out = String::new();
    let mut copied = part.start;
    for (place, json) in packed(text.as_bytes(), part.start.saturating_sub(1)..part.end) {
        if place == part {
            return json;
        }
        let escaped = serde_json::to_string(&json).unwrap_or_default();
        out.push_str(text.get(copied..place.start).unwrap_or_default());
        out.push_str(escaped.trim_matches('"'));
        copied = place.end;
    }
    out.push_str(text.get(copied..part.end).unwrap_or_default());
    out
}

/// Where base64 strings that hold JSON stand in a raw text, whatever levels of escapes they are in, and that JSON: those whose
/// quotes open in `range`.
pub fn packed(text: &[u8], range: Range<usize>) -> impl Iterator<Item = (Range<usize>, String)> {
    strings(text, range).filter_map(|place| {
        let mut letters = Cow::Borrowed(std::str::from_utf8(text.get(place.clone())?).ok()?);
        for _ in 0..MAX_LEVELS {
            match decode::once(&letters) {
                Some((plain, _)) => letters = Cow::Owned(plain),
                None => break,
            }
        }
        Some((place, json_in(&letters)?))
    })
}

/// The strings whose quotes open in `range`, begin as base64 of JSON does and hold nothing else than base64 and its escapes.
fn strings(text: &[u8], range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    openings(text, range).filter_map(|quote| {
        let rest = text.get(quote + 1..)?;
        let len = rest.iter().take(MOST).position(|byte| !is_letter(*byte))?;
        let escapes = rest.get(..len)?.iter().rev().take_while(|byte| **byte == b'\\').count();
        let is_closed = rest.get(len) == text.get(quote);
        (is_closed && len - escapes >= LEAST).then(|| quote + 1..quote + 1 + len - escapes)
    })
}

/// A letter of base64, a line break within it, or a part of what escapes those.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=' | b'\\' | b'%' | b'\n' | b'\r')
}

/// The JSON that base64 holds; nothing where it holds anything else.
fn json_in(letters: &str) -> Option<String> {
    let text = String::from_utf8(base64::decode(letters)?).ok()?;
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    (text.starts_with(['{', '[']) && text.chars().all(is_text)).then_some(text)
}
