//! Mobile numbers and mail addresses wherever they stand.

use super::bytes::{before, byte_at, is_word, looking_at, skip, skip_back, slice};
use super::detectors::keep;
use super::escapes::percent;
use super::judge::label_before;
use super::marker;
use super::meaning;
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
    let kept =
        || label_before(platforms, text, start).is_some_and(|label| label.kept) || is_count(platforms, text, start);
    if longer || kept() {
        return None;
    }
    let plus = usize::from(national > start && before(bytes, start) == b'+');
    Some(Span { start: start - plus, end, label: "mobile" })
}

/// Whether the number at `start` is the value of a member that nothing is known of and whose name ends like that of an id or a time.
fn is_count(platforms: &Platforms, text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    let quote = usize::from(matches!(before(bytes, start), b'"' | b'\''));
    let separator = skip_back(bytes, start - quote, 4, |c| c == b' ');
    if !matches!(before(bytes, separator), b':' | b'=') {
        return false;
    }
    let name_end = skip_back(bytes, separator - 1, 8, |c| matches!(c, b'"' | b'\'' | b' ' | b'\\'));
    let name = slice(text, skip_back(bytes, name_end, 64, is_word), name_end);
    let folded = name.to_ascii_lowercase();
    let is_unknown = meaning::meaning(platforms, name).is_none_or(|meaning| meaning.detector.is_none());
    is_unknown && keep::COUNTS.iter().any(|tail| folded.ends_with(tail))
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
    let is_mail = is_name
        && !is_account(text, slice(text, start, sign), stop)
        && !keep::EXTENSIONS.contains(&slice(text, sign + len + dot + 1, stop));
    is_mail.then_some(Span { start, end: stop, label: "email" })
}

/// Whether `user@host`, which ends at `stop`, is an account on a machine: `git@host`, a prompt, a copy to a path.
fn is_account(text: &str, user: &str, stop: usize) -> bool {
    let bytes = text.as_bytes();
    let is_path = byte_at(bytes, stop) == b':' && matches!(byte_at(bytes, stop + 1), b'/' | b'~');
    matches!(user, "git" | "hg" | "svn") || is_path
}

/// The mobile and identity numbers in full-width digits.
pub(super) fn wide(text: &str) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut reached = 0;
    for (start, _) in text.match_indices('１').chain(text.match_indices('３')) {
        let digits: String = slice(text, start, text.len()).chars().map_while(narrow).take(19).collect();
        let is_inside = text.get(..start).is_some_and(|ahead| ahead.ends_with(|c| narrow(c).is_some()));
        let label = match digits.len() {
            11 if national_end(digits.as_bytes(), 0).is_some() => "mobile",
            18 => "id-number",
            _ => continue,
        };
        if start >= reached && !is_inside {
            reached = start + digits.len() * '１'.len_utf8();
            spans.push(Span { start, end: reached, label });
        }
    }
    spans
}

/// The ASCII digit that a full-width one is.
fn narrow(c: char) -> Option<char> {
    let digit = u32::from(c).checked_sub(u32::from('０'))?;
    char::from_digit(digit, 10)
}

/// The Chinese identity number in the word `start..end` (GB 11643-1999): a region, a birthday, three digits, and a check digit, which
/// is not looked at, for people mistype it.
pub(super) fn id_number(text: &str, start: usize, end: usize) -> Option<Span<'static>> {
    if end - start != 18 {
        return None;
    }
    let word = slice(text, start, end);
    let digits = word.strip_suffix(['X', 'x']).unwrap_or(word);
    let number = |from: usize, to: usize| slice(word, from, to).parse::<u16>().unwrap_or(0);
    let is_number = digits.len() >= 17 && digits.bytes().all(|c| c.is_ascii_digit());
    let is_person = (11..=82).contains(&number(0, 2))
        && (1900..=2099).contains(&number(6, 10))
        && (1..=12).contains(&number(10, 12))
        && (1..=31).contains(&number(12, 14));
    (is_number && is_person && !continues_number(text.as_bytes(), start)).then_some(Span {
        start,
        end,
        label: "id-number",
    })
}
