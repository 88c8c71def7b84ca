//! Arguments that stand beside what gives them away: the id of an app before its secret, the call that takes a name and a password.

use super::bytes::{before, byte_at, is_space, is_word, skip, skip_back, slice};
use super::judge::is_opaque;
use super::platforms::Platforms;
use super::shape;
use super::span::Span;

/// Shortest secret that stands beside an id.
const SHORTEST: usize = 16;

/// Calls and names that take a user's name and a password, as they end before the bracket.
const LOGINS: &[&str] = &["auth=", "HTTPBasicAuth", "BasicAuth", "HTTPDigestAuth", "basic_auth", "SetBasicAuth"];

/// The quoted argument that begins at `start`, if the one before it says that it is a secret.
pub(super) fn argument(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let quote = before(bytes, start);
    if !matches!(quote, b'"' | b'\'' | b'`') {
        return None;
    }
    let comma = skip_back(bytes, start - 1, 8, is_space);
    if before(bytes, comma) != b',' || !matches!(before(bytes, comma - 1), b'"' | b'\'' | b'`') {
        return None;
    }
    let first_end = comma - 2;
    let first_start = skip_back(bytes, first_end, 64, is_word);
    let first = slice(text, first_start, first_end);
    let close = skip(bytes, end, |c| c != quote && c != b'\n');
    let is_id = platforms.keeps(first)
        || shape::at_word(platforms, text, first_start).is_some_and(|span| span.label.ends_with("-key"));
    if is_id && is_opaque(platforms, slice(text, start, end), SHORTEST) {
        return Some(Span { start, end: close, label: "secret" });
    }
    let opening = skip_back(bytes, first_start, 1, |c| c == before(bytes, first_start));
    let call = opening.checked_sub(1).filter(|bracket| byte_at(bytes, *bracket) == b'(')?;
    let is_login = LOGINS.iter().any(|login| slice(text, 0, call).ends_with(login));
    is_login.then_some(Span { start, end: close, label: "password" })
}
