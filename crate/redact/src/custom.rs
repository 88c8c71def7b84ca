//! Masks that the person or the company added. They come before all others: what they say is secret is.

use super::bytes::{byte_at, skip, skip_back, slice};
use super::emit::{emit_all, is_number};
use super::escapes::tail_len;
use super::marker;
use super::platforms::Platforms;
use super::span::Span;
use scopelens_pack::Pattern;

/// A mask beside the built-in ones.
#[derive(Debug, Clone)]
pub struct CustomMask {
    /// Name that stands in the mask: `staff` gives `masked-staff-1`.
    pub name: String,
    /// Pattern of what is masked: group 1 where there is one, else the whole match.
    pub pattern: Pattern,
}

/// Texts that belong together with these masks alone, one mask for a secret in all of them. Each has the length of a head
/// that only shows what the rest is: it stays.
pub(super) fn redact_all(platforms: &Platforms, masks: &[CustomMask], texts: &[(&str, usize)]) -> Vec<String> {
    let spans_by_text = texts.iter().map(|(text, head)| {
        let spans = find(platforms, masks, text).into_iter().map(|span| Span { start: span.start.max(*head), ..span });
        (*text, spans.filter(|span| span.start < span.end).collect())
    });
    emit_all(platforms, masks, &spans_by_text.collect::<Vec<_>>())
}

/// What `masks` mask in `text`, settled.
pub(super) fn find<'m>(platforms: &Platforms, masks: &'m [CustomMask], text: &str) -> Vec<Span<'m>> {
    if masks.is_empty() {
        return Vec::new();
    }
    let mut spans = Vec::new();
    let marks = marker::places(platforms, masks, text);
    for CustomMask { name, pattern } in masks {
        let values = pattern.find_all(text).map(|(start, value)| (start, start + value.len()));
        spans.extend(values.filter_map(|(start, end)| span(text, &marks, start, end, name)));
    }
    joined(&mut spans);
    spans
}

/// The value at `start..end` as it is to be masked: no escape is cut in two, a mask is taken in whole or left alone.
fn span<'m>(text: &str, marks: &[(usize, usize)], start: usize, end: usize, label: &'m str) -> Option<Span<'m>> {
    let bytes = text.as_bytes();
    let start = behind_escape(bytes, start);
    let cut = bytes.get(start..end)?.iter().rev().take_while(|b| **b == b'\\').count() % 2;
    let (mut start, mut end) = (start, end - cut);
    if slice(text, start, end).trim().is_empty() {
        return None;
    }
    let first = marks.partition_point(|(_, mark_end)| *mark_end <= start);
    for (mark_start, mark_end) in marks.iter().skip(first) {
        if *mark_start >= end {
            break;
        }
        if *mark_start <= start && end <= *mark_end {
            return None;
        }
        (start, end) = (start.min(*mark_start), end.max(*mark_end));
    }
    Some(whole_number(text, Span { start, end, label }))
}

/// Of a longer one nobody masks a part; looking no further keeps the time linear.
const LONGEST_NUMBER: usize = 64;

/// A part of a number takes the whole of it, where JSON has to stay JSON.
fn whole_number<'m>(text: &str, span: Span<'m>) -> Span<'m> {
    let bytes = text.as_bytes();
    let is_part = |c: u8| c.is_ascii_digit() || matches!(c, b'.' | b'-' | b'+' | b'e' | b'E');
    if !slice(text, span.start, span.end).bytes().all(is_part) {
        return span;
    }
    let start = skip_back(bytes, span.start, LONGEST_NUMBER, is_part);
    let text_nearby = slice(text, 0, text.floor_char_boundary(span.end + LONGEST_NUMBER)).as_bytes();
    let whole = Span { start, end: skip(text_nearby, span.end, is_part), ..span };
    if is_number(text, &whole) { whole } else { span }
}

/// `start`, or the end of the escape that it stands in.
fn behind_escape(bytes: &[u8], start: usize) -> usize {
    let lead = (start.saturating_sub(4)..start).find(|i| byte_at(bytes, *i) == b'u' && tail_len(bytes, *i) == 5);
    lead.filter(|i| i + 5 > start).map_or(start + tail_len(bytes, start), |i| i + 5)
}

/// One mask for what overlaps or touches.
fn joined(spans: &mut Vec<Span>) {
    scopelens_text::order::sort_by_key(spans, |span| (span.start, span.end));
    let mut all: Vec<Span> = Vec::new();
    for span in spans.drain(..) {
        match all.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => all.push(span),
        }
    }
    *spans = all;
}
