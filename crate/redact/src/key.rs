//! Member names: finding the one before a separator, and looking it up.

use std::sync::OnceLock;

use super::bytes::{before, byte_at, is_blank, is_space, is_word, skip_back, slice};
use super::detectors::{self, Detector, keep, signs};
use super::escapes::tail_len;
use super::platforms::Platforms;
use super::quote::back_over;
use scopelens_pack::{Redaction, SignPlace, Text};

/// What is known about a member name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Meaning {
    pub(super) detector: Option<&'static Detector>,
    /// The value is no secret even if it looks like one.
    pub(super) kept: bool,
    /// Signs about the object the member stands in, and about the one it holds.
    pub(super) beside: u8,
    pub(super) inside: u8,
    /// `name` and `value` of a list of headers, cookies or fields.
    pub(super) naming: bool,
    pub(super) named: bool,
}

/// A member name in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The byte of the quote around it, zero if bare.
    pub(super) quote: u8,
    /// Where the quote before it begins, or the key itself.
    pub(super) outer: usize,
    pub(super) meaning: Meaning,
}

impl Meaning {
    /// What both say; of two detectors the first.
    fn with(self, other: Self) -> Self {
        Self {
            detector: self.detector.or(other.detector),
            kept: self.kept || other.kept,
            beside: self.beside | other.beside,
            inside: self.inside | other.inside,
            naming: self.naming || other.naming,
            named: self.named || other.named,
        }
    }
}

/// Longest member name that is read.
const LONGEST: usize = 96;

/// What the tables say, sorted by name.
fn index() -> &'static [(&'static str, Meaning)] {
    static INDEX: OnceLock<Vec<(&'static str, Meaning)>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index: Vec<(&'static str, Meaning)> = Vec::new();
        for row in detectors::all() {
            for key in row.keys {
                note(&mut index, key, &|meaning| {
                    meaning.detector = meaning.detector.or(Some(row));
                    meaning.beside |= row.signs;
                });
            }
        }
        for sign in signs::SIGNS {
            note(&mut index, sign.key, &|meaning| {
                meaning.beside |= sign.beside;
                meaning.inside |= sign.inside;
            });
        }
        for key in keep::KEPT_KEYS.iter().chain(keep::CURSORS) {
            note(&mut index, key, &|meaning| meaning.kept = true);
        }
        note(&mut index, "name", &|meaning| meaning.naming = true);
        note(&mut index, "value", &|meaning| meaning.named = true);
        index
    })
}

/// Adds what a platform says of member names: its token names mean what `access_token` means.
pub(super) fn note_names(names: &mut Vec<(Text, Meaning)>, redaction: &Redaction) {
    let token = said(index(), "accesstoken").unwrap_or_default();
    for name in &redaction.token_names {
        note(names, name.clone(), &|meaning| *meaning = meaning.with(token));
    }
    for sign in &redaction.signs {
        note(names, sign.name.clone(), &|meaning| match sign.place {
            SignPlace::Beside => meaning.beside |= signs::named(&sign.sign),
            SignPlace::Inside => meaning.inside |= signs::named(&sign.sign),
        });
    }
}

fn note<K: Ord>(index: &mut Vec<(K, Meaning)>, key: K, say: &dyn Fn(&mut Meaning)) {
    let offset = index.binary_search_by(|(known, _)| known.cmp(&key)).unwrap_or_else(|offset| {
        index.insert(offset, (key, Meaning::default()));
        offset
    });
    if let Some((_, meaning)) = index.get_mut(offset) {
        say(meaning);
    }
}

/// What the tables and the platforms say of exactly this name, folded.
fn known(platforms: &Platforms, folded: &str) -> Option<Meaning> {
    match (said(index(), folded), said(&platforms.names, folded)) {
        (Some(meaning), Some(own)) => Some(meaning.with(own)),
        (meaning, own) => meaning.or(own),
    }
}

/// What a table sorted by name says of this one.
fn said<K: AsRef<str>>(table: &[(K, Meaning)], folded: &str) -> Option<Meaning> {
    let offset = table.binary_search_by(|(key, _)| key.as_ref().cmp(folded)).ok()?;
    table.get(offset).map(|(_, meaning)| *meaning)
}

/// The detector whose ending `folded` has: the first of the table, compared by last letter before anything else.
fn by_tail(folded: &str) -> Option<&'static Detector> {
    static TAILS: OnceLock<Vec<(u8, &'static str, &'static Detector)>> = OnceLock::new();
    let last = |text: &str| text.as_bytes().last().copied();
    let tails = TAILS.get_or_init(|| {
        let rows = detectors::all().flat_map(|row| row.tails.iter().map(move |tail| (*tail, row)));
        rows.filter_map(|(tail, row)| Some((last(tail)?, tail, row))).collect()
    });
    let letter = last(folded)?;
    tails.iter().find(|(end, tail, _)| *end == letter && folded.ends_with(tail)).map(|(_, _, row)| *row)
}

/// What the tables and the platforms say about `name`; nothing if they do not know it.
pub(super) fn meaning(platforms: &Platforms, name: &str) -> Option<Meaning> {
    let mut folded = [0u8; LONGEST];
    let full = fold(name, &mut folded)?;
    if let Some(found) = known(platforms, full) {
        return Some(found);
    }
    let mut last = [0u8; LONGEST];
    let leaf = name.rsplit('.').next().filter(|leaf| leaf.len() < name.len());
    if let Some(found) = leaf.and_then(|leaf| fold(leaf, &mut last)).and_then(|leaf| known(platforms, leaf)) {
        return Some(found);
    }
    if let Some((_, found)) = chinese(name, name.len()) {
        return Some(found);
    }
    let row = by_tail(full)?;
    (!keep::CURSORS.iter().any(|cursor| full.ends_with(cursor))).then(|| Meaning {
        detector: Some(row),
        beside: row.signs,
        ..Meaning::default()
    })
}

/// Lower case, without what separates words.
fn fold<'a>(name: &str, into: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let letters = name.bytes().filter(|c| !matches!(c, b'_' | b'-' | b'.' | b' ' | b'$' | b'@'));
    let mut len = 0;
    for (slot, letter) in into.iter_mut().zip(letters) {
        *slot = letter.to_ascii_lowercase();
        len += 1;
    }
    std::str::from_utf8(into.get(..len)?).ok().filter(|folded| !folded.is_empty())
}

/// The known member name that ends before the separator at `end`.
pub(super) fn before_separator(platforms: &Platforms, text: &str, end: usize) -> Option<Key> {
    let bytes = text.as_bytes();
    let mut close = skip_back(bytes, end, usize::MAX, is_blank);
    let mut quoted = closed_at(bytes, close);
    if quoted.is_none() && matches!(before(bytes, close), b'\n' | b'\r') {
        close = skip_back(bytes, close, usize::MAX, is_space);
        quoted = Some(closed_at(bytes, close)?);
    }
    match quoted {
        Some((quote, key_end)) => quoted_key(platforms, text, key_end, quote),
        None => bare_key(platforms, text, close),
    }
}

/// The quote that closes a name before `close` (a bracket around it is passed over), and where the name ends.
fn closed_at(bytes: &[u8], close: usize) -> Option<(u8, usize)> {
    let inner = if before(bytes, close) == b']' { close - 1 } else { close };
    let key_end = back_over(bytes, inner).or((inner < close).then_some(inner))?;
    let mark = if inner < close && key_end == inner { b'[' } else { before(bytes, inner) };
    Some((mark, key_end))
}

fn is_key(c: u8) -> bool {
    is_word(c) || matches!(c, b'.' | b'$' | b'@')
}

fn quoted_key(platforms: &Platforms, text: &str, end: usize, quote: u8) -> Option<Key> {
    let bytes = text.as_bytes();
    let run = skip_back(bytes, end, LONGEST, is_key);
    let start = run + tail_len(bytes, run);
    let name = slice(text, start, end);
    let meaning = meaning(platforms, name).or_else(|| chinese(text, end).map(|word| word.1))?;
    Some(Key { start, end, quote, outer: back_over(bytes, start).unwrap_or(start), meaning })
}

fn bare_key(platforms: &Platforms, text: &str, end: usize) -> Option<Key> {
    let bytes = text.as_bytes();
    let run = skip_back(bytes, end, LONGEST, is_key);
    let start = (run + tail_len(bytes, run)).min(end);
    let key = |start: usize, meaning: Meaning| Key { start, end, quote: 0, outer: start, meaning };
    if let Some((len, meaning)) = chinese(text, end) {
        return Some(key(end - len, meaning));
    }
    if byte_at(bytes, start) == 0 || start >= end {
        return None;
    }
    if before(bytes, start) == b' ' {
        let first = skip_back(bytes, start - 1, LONGEST, is_key);
        let first = first + tail_len(bytes, first);
        if let Some(found) = two_words(platforms, slice(text, first, end), start - 1 - first.min(start - 1)) {
            return Some(key(first, found));
        }
    }
    meaning(platforms, slice(text, start, end)).map(|meaning| key(start, meaning))
}

/// `access token`, `Request ID`: two words that make one name.
fn two_words(platforms: &Platforms, words: &str, first: usize) -> Option<Meaning> {
    let mut folded = [0u8; LONGEST];
    (first > 0).then(|| fold(words, &mut folded)).flatten().and_then(|folded| known(platforms, folded))
}

/// The Chinese name that ends at `end`, whatever stands before it: how long it is, and what it means.
fn chinese(text: &str, end: usize) -> Option<(usize, Meaning)> {
    let ahead = text.get(..end)?;
    if ahead.as_bytes().last().is_none_or(u8::is_ascii) && !ahead.ends_with(['d', 'D']) {
        return None;
    }
    let longest =
        |row: &Detector| row.chinese.iter().filter(|name| ahead.ends_with(**name)).map(|name| name.len()).max();
    let (len, row) = detectors::all().find_map(|row| longest(row).map(|len| (len, row)))?;
    Some((len, Meaning { detector: Some(row), beside: row.signs, ..Meaning::default() }))
}
