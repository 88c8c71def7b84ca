//! Which part of a log is read around a needle.

use std::ops::Range;

use memchr::{memchr, memrchr};

/// What is read before and after a needle, at least: a pretty-printed reply fits in.
const AROUND: usize = 4 * 1024;

/// Needles this far from the first one begin another part.
const SPREAD: usize = 16 * 1024;

/// A part ends where a line does, if one does within so many bytes.
const LINE: usize = 4 * 1024;

/// All that a part can ask for on either side of its first needle.
pub(super) const REACH: usize = SPREAD + AROUND + LINE + 1;

/// A part of a log. All offsets are those of the bytes it was cut from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// What is read.
    pub(super) text: Range<usize>,
    /// Refusals whose sign stands here are counted with this part, all others with another one.
    pub(super) counts: Range<usize>,
    /// How many needles it takes.
    pub(super) hits: usize,
}

/// The part around the first of `hits` (sorted, not empty). Those with a sign before `counted` have been counted.
pub(super) fn next_part(bytes: &[u8], hits: &[usize], counted: usize) -> Part {
    let first = hits.first().copied().unwrap_or_default();
    let gap_before = |i: usize| hits.get(i).zip(hits.get(i - 1)).map_or(0, |(hit, before)| hit - before);
    let limit = |i: &usize| hits.get(*i).is_some_and(|hit| *hit < first + SPREAD) && gap_before(*i) <= AROUND;
    let taken = 1 + (1..hits.len()).take_while(limit).count();
    let last = hits.get(taken - 1).copied().unwrap_or(first);
    let text = line_start(bytes, first.saturating_sub(AROUND))..line_end(bytes, last + AROUND);
    let next = hits.get(taken).filter(|next| **next < text.end);
    // What the next needle belongs to may begin on an earlier line: the next part reads that line again.
    let end = next.map_or(text.end, |next| line_start(bytes, *next).max(last + 1));
    Part { counts: counted.clamp(text.start, end)..end, text, hits: taken }
}

/// The line's start near `offset`, or a character's where lines are long.
fn line_start(bytes: &[u8], offset: usize) -> usize {
    let limit = offset.saturating_sub(LINE);
    let line_break = bytes.get(limit..offset).and_then(|head| memrchr(b'\n', head));
    let start_of_log = (limit == 0).then_some(0);
    line_break
        .map(|i| limit + i + 1)
        .or(start_of_log.filter(|_| offset < LINE))
        .unwrap_or_else(|| character(bytes, offset))
}

fn line_end(bytes: &[u8], offset: usize) -> usize {
    let offset = offset.min(bytes.len());
    let line_break = bytes.get(offset..bytes.len().min(offset + LINE)).and_then(|tail| memchr(b'\n', tail));
    line_break.map_or_else(|| character(bytes, offset), |i| offset + i)
}

/// `offset`, or the next byte after it that begins a character.
fn character(bytes: &[u8], offset: usize) -> usize {
    let tail = bytes.get(offset..).unwrap_or_default();
    offset + tail.iter().take(3).take_while(|b| **b & 0xc0 == 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{AROUND, next_part};

    #[test]
    fn a_part_takes_whole_lines_around_its_needles() {
        let mut log = "a line of a log\n".repeat(2_000).into_bytes();
        let part = next_part(&log, &[10_000, 10_100], 0);
        assert_eq!((part.hits, log[part.text.start - 1], log[part.text.end]), (2, b'\n', b'\n'));
        assert!(part.text.start <= 10_000 - AROUND && part.text.end >= 10_100 + AROUND);
        assert_eq!(part.counts, part.text);
        log.truncate(10_120);
        assert_eq!(next_part(&log, &[10_000, 10_100], 0).text.end, 10_120);
    }

    #[test]
    fn a_flood_is_cut_between_lines_and_counted_once() {
        let log = "a line of a log\n".repeat(20_000).into_bytes();
        let hits: Vec<usize> = (0..log.len()).step_by(64).map(|offset| offset + 5).collect();
        let (mut offset, mut counted) = (0, 0);
        while offset < hits.len() {
            let part = next_part(&log, &hits[offset..], counted);
            assert_eq!(part.counts.start, counted);
            assert!(part.counts.end == log.len() || log[part.counts.end - 1] == b'\n');
            counted = part.counts.end;
            offset += part.hits;
        }
        assert_eq!(counted, log.len());
    }

    #[test]
    fn long_lines_are_cut_at_characters() {
        let log = "没".repeat(20_000);
        let part = next_part(log.as_bytes(), &[30_000], 0);
        assert!(log.get(part.text).is_some());
    }
}
