//! A secret found in a text.

use std::cmp::Reverse;

use crate::order;

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
