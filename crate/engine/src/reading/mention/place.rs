//! A sign of a refusal with the text around it, as far as it is looked at.

use crate::reading::page::Page;
use scopelens_text::records::Block;

/// So many bytes of a line are read before the sign.
const BEFORE: usize = 400;

/// And so many from it on.
const AFTER: usize = 300;

/// So many bytes of a line's start, or of a line above or below, are read.
const START: usize = 240;

/// The place of a sign: the code, the word or the phrase that a rule knows.
pub(super) struct Place<'p> {
    page: &'p Page<'p>,
    pub(super) offset: usize,
    line: Block,
}

impl<'p> Place<'p> {
    pub(super) fn new(page: &'p Page<'p>, offset: usize) -> Self {
        Self { page, offset, line: page.line(offset) }
    }

    /// The start of its line.
    pub(super) fn start(&self) -> &'p str {
        self.cut(self.line)
    }

    /// What stands before the sign in its line.
    pub(super) fn before(&self) -> &'p str {
        let text = self.page.text();
        let from = self.line.start.max(text.ceil_char_boundary(self.offset.saturating_sub(BEFORE)));
        text.get(from..self.offset).unwrap_or_default()
    }

    /// The sign with what stands after it in its line.
    pub(super) fn after(&self) -> &'p str {
        let text = self.page.text();
        let end = self.line.end.min(text.floor_char_boundary(self.offset + AFTER));
        text.get(self.offset..end).unwrap_or_default()
    }

    /// The lines above, the nearest first, each cut.
    pub(super) fn above(&self, max_lines: usize) -> impl Iterator<Item = &'p str> + use<'p> {
        let page = self.page;
        let line_above = move |line: &Block| line.start.checked_sub(1).map(|end| page.line(end));
        std::iter::successors(line_above(&self.line), line_above).take(max_lines).map(move |line| cut(page, line))
    }

    /// The lines below, the nearest first, each cut.
    pub(super) fn below(&self, max_lines: usize) -> impl Iterator<Item = &'p str> + use<'p> {
        let page = self.page;
        let line_below = move |line: &Block| (line.end < page.text().len()).then(|| page.line(line.end + 1));
        std::iter::successors(line_below(&self.line), line_below).take(max_lines).map(move |line| cut(page, line))
    }

    /// The outermost group that holds the sign, where it starts like a reply.
    pub(super) fn object(&self) -> Option<Block> {
        let record = self.page.record(self.offset);
        let text = self.page.text().get(record.start..record.end).unwrap_or_default();
        let is_object = text.starts_with('{') && text.contains([':', '=']) && text.contains(['"', '\'', '\n']);
        is_object.then_some(record)
    }

    /// What stands in its line before the record that holds the sign.
    pub(super) fn lead(&self) -> &'p str {
        let start = self.page.record(self.offset).start;
        let text = self.page.text();
        let from = self.page.line(start).start.max(text.ceil_char_boundary(start.saturating_sub(BEFORE)));
        text.get(from..start).unwrap_or_default()
    }

    fn cut(&self, line: Block) -> &'p str {
        cut(self.page, line)
    }
}

fn cut<'p>(page: &'p Page, line: Block) -> &'p str {
    let text = page.text();
    text.get(line.start..line.end.min(text.floor_char_boundary(line.start + START))).unwrap_or_default()
}
