//! What the name of a member means: by the tables, by its ending, by its last word.

use std::sync::OnceLock;

use super::bytes::{before, byte_at};
use super::detectors::{self, Detector, When, keep, signs};
use super::marker;
use super::platforms::Platforms;
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

impl Meaning {
    /// What a member of this row means.
    fn of(row: &'static Detector) -> Self {
        Self { detector: Some(row), beside: row.signs, ..Self::default() }
    }

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
pub(super) const LONGEST: usize = 96;

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
    // Armour is no name: `PRIVATE KEY-----`.
    let is_number = name.bytes().all(|c| c.is_ascii_digit());
    if is_number || name.starts_with(marker::LEAD) || name.ends_with("--") {
        return None;
    }
    let said = by_name(platforms, name);
    // `password1`, `tokenStr`, `secret_key_base`: the name goes on behind the telling word.
    said.or_else(|| {
        let telling = by_name(platforms, shortened(name)?)?;
        telling.detector.is_some_and(|row| row.when == When::Always).then_some(telling)
    })
}

fn by_name(platforms: &Platforms, name: &str) -> Option<Meaning> {
    let mut folded = [0u8; LONGEST];
    let full = fold(name, &mut folded)?;
    if let Some(found) = known(platforms, full) {
        return Some(found);
    }
    let mut last = [0u8; LONGEST];
    let leaf = name.rsplit(['.', '@']).next().filter(|leaf| leaf.len() < name.len());
    let is_longer = || by_tail(full).is_some_and(|row| row.when == When::Always);
    if let Some(found) =
        leaf.filter(|_| !is_longer()).and_then(|leaf| fold(leaf, &mut last)).and_then(|leaf| known(platforms, leaf))
    {
        return Some(found);
    }
    if let Some((_, found)) = chinese(name, name.len()) {
        return Some(found);
    }
    // `X-Session-Id` is a session id as well.
    let plain = name.strip_prefix(['x', 'X']).filter(|rest| rest.starts_with(['-', '_'])).and_then(|_| full.get(1..));
    if let Some(found) = plain.and_then(|plain| known(platforms, plain)) {
        return Some(found);
    }
    if let Some(kept) = of_request(full) {
        return Some(kept);
    }
    let row = by_tail(full).or_else(|| by_word(name))?;
    (!keep::CURSORS.iter().any(|cursor| full.ends_with(cursor))).then(|| Meaning::of(row))
}

/// What a folded name means that ends like that of a request's id.
fn of_request(folded: &str) -> Option<Meaning> {
    let is_id = folded.ends_with(['d', 'y']) && keep::KEPT_TAILS.iter().any(|tail| folded.ends_with(tail));
    is_id.then(|| Meaning { kept: true, ..Meaning::default() })
}

/// Whether a bare value is the name of a variable that holds such a value: `secret = this.privateKey`, `token = token`.
pub(super) fn is_variable(platforms: &Platforms, value: &str) -> bool {
    let leaf = value.rsplit('.').next().unwrap_or(value);
    let mut folded = [0u8; LONGEST];
    let is_name = leaf.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && leaf.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    let is_known = fold(leaf, &mut folded)
        .and_then(|folded| known(platforms, folded))
        .is_some_and(|known| known.detector.is_some());
    let is_camel =
        leaf.starts_with(|c: char| c.is_ascii_lowercase()) && leaf.contains(|c: char| c.is_ascii_uppercase());
    is_name && (is_known || (is_camel && meaning(platforms, leaf).is_some_and(|known| known.detector.is_some())))
}

/// The detector that has the last word of `name`.
fn by_word(name: &str) -> Option<&'static Detector> {
    static WORDS: OnceLock<Vec<(&'static str, &'static Detector)>> = OnceLock::new();
    let words =
        WORDS.get_or_init(|| detectors::all().flat_map(|row| row.words.iter().map(move |word| (*word, row))).collect());
    let (before, word) = name.split_at_checked(last_word(name))?;
    let (_, row) = words.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
    let before = before.trim_end_matches(['_', '-', '.', ' ']);
    let is_open = word.eq_ignore_ascii_case("key")
        && (before.is_empty()
            || before
                .get(last_word(before)..)
                .is_some_and(|lead| keep::OPEN_KEYS.iter().any(|open| open.eq_ignore_ascii_case(lead))));
    (!is_open).then_some(*row)
}

/// Offset of the last word of a name such as `MYSQL_PASS`, `userPwd`, `x-auth-key`.
fn last_word(name: &str) -> usize {
    let bytes = name.as_bytes();
    let begins = |i: usize| {
        let (left, here) = (before(bytes, i), byte_at(bytes, i));
        !left.is_ascii_alphanumeric()
            || (here.is_ascii_uppercase() && (!left.is_ascii_uppercase() || byte_at(bytes, i + 1).is_ascii_lowercase()))
    };
    (0..bytes.len()).rev().find(|i| begins(*i)).unwrap_or(0)
}

/// `name` without the digits, or the word that tells no more of the value, at its end.
fn shortened(name: &str) -> Option<&str> {
    let digits = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if digits.len() < name.len() {
        return Some(digits);
    }
    let (rest, word) = name.split_at_checked(last_word(name))?;
    detectors::SUFFIXES.iter().any(|suffix| suffix.eq_ignore_ascii_case(word)).then_some(rest)
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

/// `access token`, `Request ID`: two words that make one name.
pub(super) fn two_words(platforms: &Platforms, words: &str, first: usize) -> Option<Meaning> {
    let mut folded = [0u8; LONGEST];
    let folded = (first > 0 && !words.ends_with("--")).then(|| fold(words, &mut folded)).flatten()?;
    known(platforms, folded).or_else(|| of_request(folded))
}

/// The Chinese name that ends at `end`, whatever stands before it: how long it is, and what it means.
pub(super) fn chinese(text: &str, end: usize) -> Option<(usize, Meaning)> {
    let ahead = text.get(..end)?;
    // The last letter that is none of ASCII may stand before `ID`.
    let letters = ahead.trim_end_matches(['I', 'D', 'i', 'd']);
    if letters.as_bytes().last().is_none_or(u8::is_ascii) {
        return None;
    }
    let longest =
        |row: &Detector| row.chinese.iter().filter(|name| ahead.ends_with(**name)).map(|name| name.len()).max();
    if let Some(kept) = keep::KEPT_CHINESE.iter().find(|name| ahead.ends_with(**name)) {
        return Some((kept.len(), Meaning { kept: true, ..Meaning::default() }));
    }
    let (len, row) = detectors::all().find_map(|row| longest(row).map(|len| (len, row)))?;
    Some((len, Meaning::of(row)))
}
