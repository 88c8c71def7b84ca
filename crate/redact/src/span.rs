//! A secret found in a text.

use std::cmp::Reverse;

use scopelens_text::order;

/// A stretch of the text that is to be masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span<'m> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) label: &'m str,
}

/// Sorts the spans and drops those that overlap an earlier one.
pub(super) fn settle(spans: &mut Vec<Span>) {
    order::sort_by_key(spans, |span| (span.start, Reverse(span.end)));
    let mut reached = 0;
    spans.retain(|span| {
        let is_free = span.start >= reached && span.end > span.start;
        if is_free {
            reached = span.end;
        }
        is_free
    });
}

/// Puts `custom` in place of what overlaps it, and takes that in: nothing is to be masked less for it. Both are settled.
pub(super) fn override_with<'m>(spans: &mut Vec<Span<'m>>, custom: Vec<Span<'m>>) {
    if custom.is_empty() {
        return;
    }
    let mut kept: Vec<Span> = Vec::new();
    let mut custom = custom.into_iter().peekable();
    for span in spans.drain(..) {
        while let Some(mask) = custom.next_if(|mask| mask.end <= span.start) {
            take_in(&mut kept, mask);
        }
        match custom.peek_mut() {
            Some(mask) if mask.start < span.end => {
                (mask.start, mask.end) = (mask.start.min(span.start), mask.end.max(span.end));
            }
            _ => take_in(&mut kept, span),
        }
    }
    custom.for_each(|mask| take_in(&mut kept, mask));
    *spans = kept;
}

/// Adds a span; what overlaps the last one is one with it.
fn take_in<'m>(kept: &mut Vec<Span<'m>>, span: Span<'m>) {
    match kept.last_mut() {
        Some(last) if span.start < last.end => last.end = last.end.max(span.end),
        _ => kept.push(span),
    }
}

/// The parts of `0..len` that no span covers; the spans are settled.
pub(super) fn gaps(spans: &[Span], len: usize) -> Vec<(usize, usize)> {
    let mut gaps = Vec::with_capacity(spans.len() + 1);
    let mut from = 0;
    for span in spans {
        gaps.push((from, span.start));
        from = span.end;
    }
    gaps.push((from, len));
    gaps
}
