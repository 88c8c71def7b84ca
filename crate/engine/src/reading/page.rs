//! A text made ready for the rules: flat, with its members and its outermost groups.

use super::carrier::Carrier;
use super::rejoin::rejoin;
use scopelens_model::{Exchange, Fact, Source, split_url};
use scopelens_pack::Platform;
use scopelens_text::records::{Block, Member, blocks, same_name};
use scopelens_text::{Flat, Span};

/// A print-out has fewer lines than this on each side of what matters.
const MAX_MEMBER_LINES: usize = 12;

/// One text (or one part of a long one) as the rules see it.
pub(super) struct Page<'a> {
    pub(super) flat: Flat,
    pub(super) groups: Vec<Block>,
    /// Where its lines end.
    breaks: Vec<usize>,
    pub(super) exchange: Option<&'a Exchange>,
    /// Host and path of the exchange.
    pub(super) url: Option<(String, &'a str)>,
    /// What the text is, as far as the exchange tells.
    pub(super) carrier: Carrier,
    /// Where this part starts in the given text.
    offset: usize,
}

impl<'a> Page<'a> {
    /// The page of a flat text that begins at `offset` of the given one. Scopes of `platforms` that a line break parts are joined.
    pub(super) fn new(mut flat: Flat, platforms: &[&Platform], offset: usize, exchange: Option<&'a Exchange>) -> Self {
        rejoin(platforms, &mut flat);
        Self {
            groups: blocks(&flat.text),
            breaks: memchr::memchr_iter(b'\n', flat.text.as_bytes()).collect(),
            flat,
            exchange,
            url: exchange.and_then(|e| split_url(&e.head.url)),
            carrier: exchange.map_or(Carrier::Prose, Carrier::of),
            offset,
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.flat.text
    }

    pub(super) fn members(&self) -> Vec<Member<'_>> {
        scopelens_text::records::members(self.text())
    }

    /// The span in the given text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let span = self.flat.source(start, end);
        Span { start: span.start + self.offset, end: span.end + self.offset }
    }

    /// A fact that stands at `offset` of the flat text.
    pub(super) fn fact(&self, value: &str, offset: usize) -> Fact {
        Fact { value: value.to_owned(), source: Source::Text, span: Some(self.span(offset, offset + value.len())) }
    }

    /// The record that holds `offset`: its outermost bracket group, or its line with the member lines around it.
    pub(super) fn record(&self, offset: usize) -> Block {
        let next = self.groups.partition_point(|g| g.end <= offset);
        match self.groups.get(next) {
            Some(group) if group.start <= offset => *group,
            _ => self.with_open_groups(self.member_lines(offset)),
        }
    }

    /// A line that opens a bracket, or announces one with a colon at its end, goes on to where that closes.
    fn with_open_groups(&self, lines: Block) -> Block {
        let Some(group) = self.groups.get(self.groups.partition_point(|g| g.end <= lines.end)) else {
            return lines;
        };
        let announced = || {
            let line = self.text().get(lines.start..lines.end).unwrap_or_default().trim_end();
            let between = self.text().get(lines.end..group.start).unwrap_or_default();
            line.ends_with(':') && between.trim().is_empty()
        };
        if group.start < lines.end || announced() { Block { start: lines.start, end: group.end } } else { lines }
    }

    /// A print-out without its braces (`code: …` over `message: …`) is one record; any other line is one by itself.
    fn member_lines(&self, offset: usize) -> Block {
        let mut run = self.line(offset);
        if !self.is_member_line(run) {
            return run;
        }
        for _ in 0..MAX_MEMBER_LINES {
            let before = run.start.checked_sub(1).map(|end| self.line(end)).filter(|l| self.is_member_line(*l));
            let after =
                (run.end < self.text().len()).then(|| self.line(run.end + 1)).filter(|l| self.is_member_line(*l));
            if before.is_none() && after.is_none() {
                break;
            }
            run.start = before.map_or(run.start, |l| l.start);
            run.end = after.map_or(run.end, |l| l.end);
        }
        run
    }

    /// Begins with a name and a colon, or is a name, `=` and a value.
    fn is_member_line(&self, line: Block) -> bool {
        let text = self.text().get(line.start..line.end).unwrap_or_default().trim_start();
        let name = text.trim_start_matches(['"', '\'', '`']);
        let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$'))).unwrap_or(0);
        let rest = name.get(end..).unwrap_or_default().trim_start_matches(['"', '\'', '`']).trim_start();
        end > 0 && rest.starts_with([':', '=']) && !rest.starts_with("://")
    }

    /// The record with at most so many bytes on each side of it.
    pub(super) fn around(&self, record: Block, bytes: usize) -> Block {
        let text = self.text();
        let end = text.ceil_char_boundary((record.end + bytes).min(text.len()));
        Block { start: text.floor_char_boundary(record.start.saturating_sub(bytes)), end }
    }

    /// The record with the lines below it that a list in it may take.
    pub(super) fn lines_below(&self, record: Block) -> Block {
        let mut end = record.end;
        for _ in 0..MAX_MEMBER_LINES {
            if end >= self.text().len() {
                break;
            }
            end = self.line(end + 1).end;
        }
        Block { start: self.line(record.start).start, end: end.max(record.end) }
    }

    /// The line that holds `offset`.
    pub(super) fn line(&self, offset: usize) -> Block {
        let next = self.breaks.partition_point(|end| *end < offset);
        let before = next.checked_sub(1).and_then(|i| self.breaks.get(i));
        Block {
            start: before.map_or(0, |end| end + 1),
            end: self.breaks.get(next).copied().unwrap_or(self.text().len()),
        }
    }
}

/// A stand-in for a value: `xxxx`, `cli_xxx`, `****`, `<appkey>`, `YOUR_APP_KEY`, `app_id`, `…`.
pub(super) fn is_placeholder(value: &str) -> bool {
    let runs = ["xxxx", "XXXX", "...."];
    let parts = value.split('.').collect::<Vec<_>>();
    let dotted = parts.len() > 1 && parts.iter().all(|p| p.len() > 1 && p.chars().all(|c| c == 'X' || c == 'x'));
    let masked = |part: &str| part.len() > 2 && part.chars().all(|c| c == 'X' || c == 'x');
    let names = ["appid", "appkey", "clientid", "clientkey"];
    dotted
        || value.split(['_', '-', ':']).any(masked)
        || names.iter().any(|name| same_name(name, value))
        || runs.iter().any(|run| value.contains(run))
        || value.contains(['<', '>', '…', '*', '$', '{'])
        || value.to_ascii_lowercase().starts_with("your")
}
