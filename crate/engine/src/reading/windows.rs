//! A long text is read around the places where a refusal may stand, not from end to end.

use std::ops::Range;

use crate::Engine;

/// Up to here a text is read as a whole.
const WHOLE: usize = 256 * 1024;

/// What is read before and after a hit in a longer text.
const AROUND: usize = 4 * 1024;

/// More windows than this are not read.
const MAX_WINDOWS: usize = 200;

/// The parts of `text` to read, and how many bytes with hits were left out.
pub(super) fn windows(engine: &Engine, text: &str) -> (Vec<Range<usize>>, usize) {
    if text.len() <= WHOLE {
        let whole = 0..text.len();
        return (Vec::from([whole]), 0);
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut unread = 0;
    for hit in engine.needles().all_hits(text.as_bytes(), 0..text.len(), text.len()) {
        let part = line_start(text, hit.saturating_sub(AROUND))..line_end(text, hit + AROUND);
        let read_to = parts.last().map_or(0, |last| last.end);
        let full = parts.len() >= MAX_WINDOWS;
        if part.end <= read_to {
            continue;
        }
        match parts.last_mut() {
            Some(last) if part.start <= last.end && part.end - last.start <= WHOLE => last.end = part.end,
            _ if full => {
                unread = text.len() - read_to;
                break;
            }
            _ => parts.push(part.start.max(read_to)..part.end),
        }
    }
    (parts, unread)
}

/// A line start near `offset`, or a character boundary where lines are long.
fn line_start(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    let limit = text.floor_char_boundary(offset.saturating_sub(AROUND));
    let line_break = text.get(limit..offset).and_then(|head| head.rfind('\n'));
    line_break.map_or(offset, |i| limit + i + 1)
}

fn line_end(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    let limit = text.floor_char_boundary(offset + AROUND);
    let line_break = text.get(offset..limit).and_then(|tail| tail.find('\n'));
    line_break.map_or(offset, |i| offset + i)
}
