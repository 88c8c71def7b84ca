//! Passwords and codes in Chinese sentences, where no sign parts a name from its value: `密码是…`, `密码 …`, `验证码为…`.

use memchr::memmem;

use super::bytes::{byte_at, skip, slice};
use super::detectors::{self, Class};
use super::judge;
use super::marker;
use super::platforms::Platforms;
use super::span::Span;

/// What stands between such a name and its value.
const LINKS: &[&str] = &[
    "改成了",
    "改成",
    "改为",
    "设置为",
    "设成",
    "设为",
    "就是",
    "变成",
    "是",
    "为",
    "：",
    "【",
    "「",
    "“",
    "（",
    "《",
    ":",
    "=",
    " ",
    "\"",
    "'",
    "`",
    "(",
];

/// The same in English, with the word that links them.
const ENGLISH: &[&str] = &["password is", "Password is", "password was", "passcode is", "password to"];

/// Most links in a row.
const MOST_LINKS: usize = 4;

/// Shortest password, shortest one of digits alone, and the numbers of digits that codes have.
const SHORTEST: usize = 4;
const LONG_NUMBER: usize = 6;
const CODE: std::ops::RangeInclusive<usize> = 4..=8;

/// The passwords and codes that follow their Chinese names in `text`.
pub(super) fn find(platforms: &Platforms, text: &str) -> Vec<Span<'static>> {
    let rows = detectors::all().filter(|row| row.class == Class::Password || row.label == "otp");
    let names = rows.flat_map(|row| row.chinese.iter().map(move |name| (*name, row.label)));
    let names = names.chain(ENGLISH.iter().map(|name| (*name, "password")));
    let places = names.flat_map(|(name, label)| {
        memmem::find_iter(text.as_bytes(), name).map(move |found| (found + name.len(), label))
    });
    places.filter_map(|(end, label)| value(platforms, text, end, label)).collect()
}

fn value(platforms: &Platforms, text: &str, name_end: usize, label: &'static str) -> Option<Span<'static>> {
    let mut start = name_end;
    for _ in 0..MOST_LINKS {
        let rest = slice(text, start, text.len());
        let Some(link) = LINKS.iter().find(|link| rest.starts_with(**link)) else { break };
        start += link.len();
    }
    let end = skip(text.as_bytes(), start, |c| {
        c.is_ascii_graphic() && !matches!(c, b'"' | b'\'' | b'`' | b'<' | b'>' | b'\\')
    });
    let value = slice(text, start, end);
    let value = value.trim_end_matches(['.', ',', ';', ')', ':']);
    let is_judged = start > name_end && !marker::holds_mask(platforms, value) && !judge::is_placeholder(value);
    let fits = if label == "otp" { is_code(value) } else { is_password(value) };
    (is_judged && fits).then_some(Span { start, end: start + value.len(), label })
}

fn is_code(value: &str) -> bool {
    CODE.contains(&value.len())
        && value.bytes().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && value.bytes().any(|c| c.is_ascii_digit())
}

/// Whether the word is none of a sentence: letters with a digit or a sign that joins no words (`case-sensitive`), or a long number
/// (`8-16` is how long a password is to be).
fn is_password(value: &str) -> bool {
    let count = |fit: fn(u8) -> bool| value.bytes().filter(|c| fit(*c)).count();
    let letters = count(|c| c.is_ascii_alphabetic());
    let others = count(|c| c.is_ascii_digit() || b"!@#$%^&*+=?~".contains(&c));
    let is_mixed = letters > 0 && others > 0 && value.len() >= SHORTEST;
    let is_number = value.len() >= LONG_NUMBER && value.bytes().all(|c| c.is_ascii_digit());
    (is_mixed || is_number) && byte_at(value.as_bytes(), 0) != b'/' && !value.contains("://")
}
