//! Values that are masked in part: `Bearer …` and cookies.

use super::bytes::{byte_at, is_blank, is_word, skip, slice};
use super::escapes::percent;
use super::judge::is_opaque;
use super::marker::is_mask;
use super::platforms::Platforms;

/// Schemes whose credentials are one word, and schemes whose credentials are a list.
const ONE_WORD: &[&str] =
    &["bearer", "basic", "token", "negotiate", "ntlm", "apikey", "key", "jwt", "bot", "dpop", "apptoken", "oss"];
const LISTS: &[&str] = &[
    "digest",
    "aws4-hmac-sha256",
    "oss4-hmac-sha256",
    "acs3-hmac-sha256",
    "tc3-hmac-sha256",
    "hmac",
    "oauth",
    "signature",
    "mac",
    "aws",
];

/// The credentials of a quoted `Authorization` value: all but the scheme, which is a word before a blank.
pub(super) fn credentials(platforms: &Platforms, text: &str, start: usize, end: usize) -> (usize, usize) {
    let after = scheme(text, start, end).filter(|(scheme, after)| {
        *after < end && (is_known(scheme) || announces(platforms, scheme, first_word(text, *after, end)))
    });
    (after.map_or(start, |(_, after)| after), end)
}

/// Where the credentials of a bare one begin, and whether they are a list, which takes the rest of the line, or one word.
pub(super) fn bare_credentials(platforms: &Platforms, text: &str, start: usize) -> (usize, bool) {
    let Some((scheme, after)) = scheme(text, start, text.len()) else { return (start, false) };
    let first = first_word(text, after, text.len());
    if is_in(ONE_WORD, scheme) {
        (after, false)
    } else if is_in(LISTS, scheme) || (announces(platforms, scheme, first) && first.ends_with(',')) {
        (after, true)
    } else if announces(platforms, scheme, first) {
        (after, false)
    } else {
        (start, false)
    }
}

/// The word that begins at `start`, to the next blank.
fn first_word(text: &str, start: usize, end: usize) -> &str {
    slice(
        text,
        start,
        skip(slice(text, 0, end).as_bytes(), start, |c| c.is_ascii_graphic() && !matches!(c, b'"' | b'\'' | b'\\')),
    )
}

/// Whether an unknown scheme and the word after it are what they look like: a word, and then something that no sentence has.
fn announces(platforms: &Platforms, scheme: &str, first: &str) -> bool {
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    is_scheme && (is_opaque(platforms, first, 8) || is_mask(platforms, first))
}

fn is_known(scheme: &str) -> bool {
    is_in(ONE_WORD, scheme) || is_in(LISTS, scheme)
}

fn is_in(list: &[&str], scheme: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(scheme))
}

/// The first word of a value that has more than one, and where the next one begins.
fn scheme(text: &str, start: usize, end: usize) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    let longest = end.min(start + 32);
    let blank = (start..longest).find_map(|i| match byte_at(bytes, i) {
        b' ' | b'\t' => Some((i, skip(bytes, i, is_blank))),
        b'+' => Some((i, i + 1)),
        b'%' => percent(bytes, i).filter(|p| p.2 == b' ').map(|p| (i, i + p.0)),
        _ => None,
    });
    blank.map(|(blank, after)| (slice(text, start, blank), after))
}

/// Attributes of a cookie, which say nothing about its bearer.
const ATTRIBUTES: &[&str] = &[
    "path",
    "domain",
    "expires",
    "max-age",
    "samesite",
    "secure",
    "httponly",
    "priority",
    "partitioned",
    "version",
    "comment",
];

/// The values of the cookies in a `Cookie` or `Set-Cookie` value, or in several that are joined by a comma, a line break, or in a list.
pub(super) fn cookies(text: &str, start: usize, end: usize, quoted: bool) -> Vec<(usize, usize)> {
    let bytes = slice(text, 0, end).as_bytes();
    let mut values = Vec::new();
    let mut from = start;
    while from < end {
        let name_start = past_signs(bytes, from);
        let (cookie_end, next) = cookie_end(bytes, name_start);
        let name_end = skip(bytes.get(..cookie_end).unwrap_or(bytes), name_start, |c| c != b'=');
        let name = slice(text, name_start, name_end);
        let attribute = ATTRIBUTES.iter().any(|known| known.eq_ignore_ascii_case(name.trim()));
        if name_end < cookie_end && !attribute {
            values.push((name_end + 1, cookie_end));
        } else if name_end == cookie_end && !attribute && quoted {
            values.push((name_start, cookie_end));
        }
        from = next;
    }
    values
}

/// Past the blanks, brackets, quotes and line breaks before a cookie.
fn past_signs(bytes: &[u8], from: usize) -> usize {
    let start = skip(bytes, from, |c| is_blank(c) || matches!(c, b'[' | b']' | b'"' | b'^' | b','));
    let escaped = skip(bytes, start, |c| c == b'\\');
    let is_sign = escaped > start && matches!(byte_at(bytes, escaped), b'"' | b'n' | b'r');
    if is_sign { past_signs(bytes, escaped + 1) } else { start }
}

/// Where the cookie or attribute that begins at `from` ends, and where the next one begins.
fn cookie_end(bytes: &[u8], from: usize) -> (usize, usize) {
    let mut i = from;
    while i < bytes.len() {
        match byte_at(bytes, i) {
            b';' | b'\n' | b'\r' => return (i, i + 1),
            b',' if begins_cookie(bytes, i + 1) => return (i, i + 1),
            b'\\' => match byte_at(bytes, skip(bytes, i, |c| c == b'\\')) {
                b'n' | b'r' if is_break(bytes, i) => return (i, skip(bytes, i, |c| c == b'\\') + 1),
                // `[\"a=1\",\"b=2\"]` in a string
                b'"' if matches!(byte_at(bytes, skip(bytes, i, |c| c == b'\\') + 1), b',' | b']') => {
                    return (i, skip(bytes, i, |c| c == b'\\') + 1);
                }
                _ => {}
            },
            _ => {}
        }
        i += 1;
    }
    (i, i)
}

/// Whether the escape at `i` is a line break: a name follows it, or the end, or another break.
fn is_break(bytes: &[u8], i: usize) -> bool {
    let after = skip(bytes, i, |c| c == b'\\') + 1;
    matches!(byte_at(bytes, after), b'\\' | 0) || begins_cookie(bytes, after)
}

/// Whether `name=` stands at `i`, blanks aside: a comma within a date or a value has none.
fn begins_cookie(bytes: &[u8], i: usize) -> bool {
    let name = skip(bytes, i, is_blank);
    let end = skip(bytes, name, |c| is_word(c) || matches!(c, b'.' | b'$' | b'!' | b'#' | b'%' | b'*' | b'~'));
    end > name && byte_at(bytes, end) == b'='
}
