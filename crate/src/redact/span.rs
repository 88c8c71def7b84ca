//! A secret found in a text.

use std::cmp::Reverse;

use scopelens_text::order;

/// A stretch of the text that is to be masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: &'static str,
}

/// Sorts the spans and drops those that overlap an earlier one.
pub(super) fn settle(spans: &mut Vec<Span>) {
    order::sort_by_key(spans, |span| (span.start, Reverse(span.end)));
    let mut reached = 0;
    spans.retain(|span| {
        let free = span.start >= reached && span.end > span.start;
        if free {
            reached = span.end;
        }
        free
    });
}

/// Puts `own` in place of what overlaps it, and takes that in: nothing is to be masked less for it. Both are settled.
pub(super) fn override_with(spans: &mut Vec<Span>, own: Vec<Span>) {
    if own.is_empty() {
        return;
    }
    let mut kept: Vec<Span> = Vec::new();
    let mut own = own.into_iter().peekable();
    for span in spans.drain(..) {
        while let Some(mine) = own.next_if(|mine| mine.end <= span.start) {
            take_in(&mut kept, mine);
        }
        match own.peek_mut() {
            Some(mine) if mine.start < span.end => {
                (mine.start, mine.end) = (mine.start.min(span.start), mine.end.max(span.end));
            }
            _ => take_in(&mut kept, span),
        }
    }
    own.for_each(|mine| take_in(&mut kept, mine));
    *spans = kept;
}

/// Adds a span; what overlaps the last one is one with it.
fn take_in(kept: &mut Vec<Span>, span: Span) {
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
