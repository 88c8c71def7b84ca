//! Member names in a text: the one before a separator, or in a tag.

use super::bytes::{before, byte_at, ends_before, is_blank, is_space, is_word, skip, skip_back, slice};
use super::detectors::{self, Class};
use super::escapes::tail_len;
use super::meaning::{LONGEST, Meaning, chinese, meaning, two_words};
use super::platforms::Platforms;
use super::quote::back_over;

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

/// The known member name that ends before the separator at `end`.
pub(super) fn before_separator(platforms: &Platforms, text: &str, end: usize) -> Option<Key> {
    let bytes = text.as_bytes();
    let mut close = skip_back(bytes, past_operator(bytes, end), usize::MAX, is_blank);
    let mut quoted = closed_at(bytes, close);
    if quoted.is_none() && matches!(before(bytes, close), b'\n' | b'\r') {
        close = skip_back(bytes, close, usize::MAX, is_space);
        quoted = Some(closed_at(bytes, close)?);
    }
    let key = match quoted {
        Some((quote, key_end)) => quoted_key(platforms, text, key_end, quote),
        None => bare_key(platforms, text, close),
    };
    // Code compares words, too.
    let is_compared = byte_at(bytes, end) == b'=' && before(bytes, end) == b'!';
    key.filter(|key| !is_compared || key.meaning.detector.is_some_and(|row| row.class != Class::Words))
}

/// The end of what stands before `?=`, `+=`, `.=`, `!=` or `->`, whose last sign is at `end`.
fn past_operator(bytes: &[u8], end: usize) -> usize {
    let is_lead = match byte_at(bytes, end) {
        b'=' => matches!(before(bytes, end), b'?' | b'+' | b'.' | b'!'),
        b'>' => before(bytes, end) == b'-',
        _ => false,
    };
    end - usize::from(is_lead)
}

/// Longest tag that is read, in bytes.
const LONGEST_TAG: usize = 200;

/// The element's name in the tag that ends at `end`, with or without attributes and a prefix: `<wsse:Password Type="…">`.
pub(super) fn in_tag(platforms: &Platforms, text: &str, end: usize) -> Option<Key> {
    let bytes = text.as_bytes();
    let inside = skip_back(bytes, end, LONGEST_TAG, |c| !matches!(c, b'<' | b'>' | b'\n'));
    if before(bytes, inside) != b'<' {
        return None;
    }
    let name_end = skip(bytes, inside, |c| is_key(c) || c == b':' || !c.is_ascii()).min(end);
    let prefix = slice(text, inside, name_end).rfind(':').map_or(0, |colon| colon + 1);
    let start = inside + prefix;
    let meaning = meaning(platforms, slice(text, start, name_end))?;
    Some(Key { start, end: name_end, quote: 0, outer: start, meaning })
}

/// The quote that closes a name before `close` (a bracket around it is passed over), and where the name ends.
fn closed_at(bytes: &[u8], close: usize) -> Option<(u8, usize)> {
    if ends_before(bytes, close, "%5D") {
        return Some((b'[', close - 3));
    }
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
    // `password[]`, `app_secret[255]`: a list or its length, behind the name.
    let length = skip_back(bytes, end, LONGEST, |c| c.is_ascii_digit());
    if quote == b'[' && matches!(before(bytes, length), b'[') {
        return bare_key(platforms, text, length - 1);
    }
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
    // The middle of a scope, such as `application:bot.operator_name:readonly`, is no member.
    let is_middle = before(bytes, start) == b':' && byte_at(bytes, end) == b':' && is_word(byte_at(bytes, end + 1));
    if byte_at(bytes, start) == 0 || start >= end || is_middle {
        return None;
    }
    // `appSecret string = …`: a type stands between the name and its value.
    if before(bytes, start) == b' ' && detectors::TYPES.contains(&slice(text, start, end)) {
        return bare_key(platforms, text, skip_back(bytes, start, LONGEST, is_blank));
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
