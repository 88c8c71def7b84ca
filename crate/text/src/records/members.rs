//! Keys with their values, found by the separator between them.

use super::value::{Value, value_at};

/// Names longer than this are prose.
const MAX_KEY: usize = 64;

/// A text has at most this many members that are looked at; a refusal has a dozen.
const MAX_MEMBERS: usize = 20_000;

/// One key with its value; offsets are bytes of the flat text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'t> {
    /// The name before the separator, without quotes; of several bare words the last two.
    pub key: &'t str,
    /// What follows.
    pub value: Value<'t>,
    /// Where the key starts.
    pub start: usize,
    /// Where the value ends (for an opened bracket: just behind it).
    pub end: usize,
}

/// All members of `flat` in their order, the nested ones after the one that holds them.
#[must_use]
pub fn members(flat: &str) -> Vec<Member<'_>> {
    memchr::memchr2_iter(b':', b'=', flat.as_bytes())
        .filter_map(|offset| member_at(flat, offset))
        .take(MAX_MEMBERS)
        .collect()
}

/// Those of `members` (sorted, as [`members`] gives them) whose key starts in `start..end`.
#[must_use]
pub fn members_in<'m, 't>(members: &'m [Member<'t>], start: usize, end: usize) -> &'m [Member<'t>] {
    let first = members.partition_point(|m| m.start < start);
    let behind = members.partition_point(|m| m.start < end);
    members.get(first..behind).unwrap_or_default()
}

fn member_at(flat: &str, separator: usize) -> Option<Member<'_>> {
    let after = after_separator(flat, separator)?;
    let (key, start, quoted) = key_before(flat, separator)?;
    let arrow = flat.get(separator..after) == Some("=>");
    let (value, end) = value_at(flat, after, quoted || arrow)?;
    Some(Member { key, value, start, end })
}

/// The offset behind `:`, `=`, `:=`, `=>` or `==`; nothing where the sign is part of something else.
fn after_separator(flat: &str, offset: usize) -> Option<usize> {
    let bytes = flat.as_bytes();
    let (before, sign, next) =
        (offset.checked_sub(1).and_then(|i| bytes.get(i)), bytes.get(offset)?, bytes.get(offset + 1));
    let second_of_pair = matches!((before, sign), (Some(b':' | b'=' | b'!' | b'<' | b'>'), b'='));
    let in_url = sign == &b':' && flat.get(offset + 1..offset + 3) == Some("//");
    if second_of_pair || in_url {
        return None;
    }
    let long = matches!(next, Some(b'=')) || (sign == &b'=' && next == Some(&b'>'));
    Some(offset + 1 + usize::from(long))
}

/// The name before the separator, where it starts, and whether it was quoted.
fn key_before(flat: &str, separator: usize) -> Option<(&str, usize, bool)> {
    let head = flat.get(..separator)?.trim_end_matches([' ', '\t']);
    // PHP prints `["code"]=>` and `[code] =>`.
    let head = head.strip_suffix(']').unwrap_or(head);
    let quote = head.chars().last().filter(|c| matches!(c, '"' | '\'' | '`'));
    match quote {
        Some(quote) => {
            let end = head.len() - 1;
            let from = head.floor_char_boundary(end.saturating_sub(MAX_KEY));
            let start = from + head.get(from..end)?.rfind(quote)? + 1;
            (start < end).then_some((head.get(start..end)?, start, true))
        }
        None => bare_key(head).map(|(key, start)| (key, start, false)),
    }
}

/// The last word, with the one before it on the same line (`request id`, `Error code`).
fn bare_key(head: &str) -> Option<(&str, usize)> {
    let from = head.floor_char_boundary(head.len().saturating_sub(MAX_KEY));
    let tail = head.get(from..)?;
    let last = tail.len() - word_end(tail);
    if last == tail.len() {
        return None;
    }
    let before = tail.get(..last)?;
    let gap = before.strip_suffix(' ').unwrap_or(before);
    let start = match gap.len() < before.len() {
        true => gap.len() - word_end(gap),
        false => last,
    };
    let start = if start == gap.len() { last } else { start };
    Some((tail.get(start..)?, from + start))
}

/// How many bytes at the end of `text` are one word.
fn word_end(text: &str) -> usize {
    text.chars().rev().take_while(|c| is_word(*c)).map(char::len_utf8).sum()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '@')
}
