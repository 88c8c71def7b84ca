//! Values that are masked in part: `Bearer …` and cookies.

use super::bytes::{byte_at, is_blank, skip, slice};
use super::escapes::percent;

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

/// The credentials of a quoted `Authorization` value: all but the scheme.
pub(super) fn credentials(text: &str, start: usize, end: usize) -> (usize, usize) {
    let after = scheme(text, start, end)
        .filter(|(scheme, after)| *after < end && (is_in(ONE_WORD, scheme) || is_in(LISTS, scheme)));
    (after.map_or(start, |(_, after)| after), end)
}

/// Where the credentials of a bare one begin, and whether they are a list, which takes the rest of the line, or one word.
pub(super) fn bare_credentials(text: &str, start: usize) -> (usize, bool) {
    match scheme(text, start, text.len()) {
        Some((scheme, after)) if is_in(LISTS, scheme) => (after, true),
        Some((scheme, after)) if is_in(ONE_WORD, scheme) => (after, false),
        _ => (start, false),
    }
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

/// The values of the cookies in a `Cookie` or `Set-Cookie` value.
pub(super) fn cookies(text: &str, start: usize, end: usize, quoted: bool) -> Vec<(usize, usize)> {
    let bytes = slice(text, 0, end).as_bytes();
    let mut values = Vec::new();
    let mut from = start;
    while from < end {
        let cookie_end = skip(bytes, from, |c| c != b';');
        let name_start = skip(bytes, from, is_blank);
        let name_end = skip(bytes, name_start, |c| !matches!(c, b'=' | b';'));
        let name = slice(text, name_start, name_end);
        let attribute = ATTRIBUTES.iter().any(|known| known.eq_ignore_ascii_case(name.trim()));
        if name_end < cookie_end && !attribute {
            values.push((name_end + 1, cookie_end));
        } else if name_end == cookie_end && !attribute && quoted {
            values.push((name_start, cookie_end));
        }
        from = cookie_end + 1;
    }
    values
}
