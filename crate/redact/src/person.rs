//! Mobile numbers and mail addresses wherever they stand.

use super::bytes::{before, byte_at, is_word, looking_at, skip, slice};
use super::escapes::percent;
use super::judge::label_before;
use super::marker;
use super::platforms::Platforms;
use super::runs::continues_number;
use super::span::Span;

/// The Chinese mobile number that begins at `start`: `13800138000`, `138-0013-8000`, `+86 138 0013 8000`.
pub(super) fn mobile(platforms: &Platforms, text: &str, start: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let national = country_end(bytes, start).unwrap_or(start);
    let end = national_end(bytes, national)?;
    let longer = is_word(byte_at(bytes, end))
        || (byte_at(bytes, end) == b'.' && byte_at(bytes, end + 1).is_ascii_digit())
        || continues_number(bytes, start);
    let kept = || label_before(platforms, text, start).is_some_and(|label| label.kept);
    if longer || kept() {
        return None;
    }
    let plus = usize::from(national > start && before(bytes, start) == b'+');
    Some(Span { start: start - plus, end, label: "mobile" })
}

/// Past `86`, `0086` and a separator.
fn country_end(bytes: &[u8], start: usize) -> Option<usize> {
    let code = ["0086", "86"].iter().find(|code| looking_at(bytes, start, code))?;
    let end = start + code.len();
    Some(end + usize::from(matches!(byte_at(bytes, end), b'-' | b' ')))
}

fn national_end(bytes: &[u8], start: usize) -> Option<usize> {
    if byte_at(bytes, start) != b'1' || !matches!(byte_at(bytes, start + 1), b'3'..=b'9') {
        return None;
    }
    let digits = |from: usize, n: usize| (from..from + n).all(|i| byte_at(bytes, i).is_ascii_digit());
    let gap = byte_at(bytes, start + 3);
    if matches!(gap, b'-' | b' ')
        && digits(start, 3)
        && digits(start + 4, 4)
        && byte_at(bytes, start + 8) == gap
        && digits(start + 9, 4)
    {
        return Some(start + 13);
    }
    digits(start, 11).then_some(start + 11)
}

/// The mail address whose first word is `start..end`, with its `@`, `+` and dots plain or percent-encoded.
pub(super) fn email(platforms: &Platforms, text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let mut sign = end;
    let (len, local) = loop {
        let (len, c) = percent(bytes, sign).map_or((1, byte_at(bytes, sign)), |p| (p.0, p.2));
        if !(is_word(c) || matches!(c, b'.' | b'+')) || sign - start > 64 {
            break (len, c);
        }
        sign += len;
    };
    if local != b'@' || marker::is_mask(platforms, slice(text, start, sign)) {
        return None;
    }
    let mut stop = skip(bytes, sign + len, |c| is_word(c) || c == b'.');
    while matches!(before(bytes, stop), b'.' | b'-' | b'_') {
        stop -= 1;
    }
    let domain = bytes.get(sign + len..stop)?;
    let dot = domain.iter().rposition(|c| *c == b'.')?;
    let top = domain.get(dot + 1..)?;
    let is_name = dot > 0 && top.len() >= 2 && top.iter().all(u8::is_ascii_alphabetic);
    is_name.then_some(Span { start, end: stop, label: "email" })
}
