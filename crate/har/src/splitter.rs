//! From bytes to entries: the way through a file to its entries, through them, and out.

mod comment;
mod end;

use std::mem;
use std::ops::Range;

use super::batch::Why;
use super::entry;
use super::lexer::{Lexer, Token};
use super::opener::{self, Openers};
use super::split::{Shape, Split};
use super::walk::{Step, Walk};

/// An entry larger than this is passed over, in bytes. So much of a file is kept as long as no list of entries was found.
const MAX_ENTRY: usize = 64 * 1024 * 1024;

/// So much of what was read is kept: names are looked at, and beginnings of entries, that chunks may cut.
pub(super) const BACK: usize = 3 * opener::LONGEST;

/// Where the next byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before, after and around the entries.
    Outside,
    /// Among them, in none.
    Between,
    /// Among them, behind the first stroke of a comment.
    Stroke,
    /// In a comment that ends with its line, or what stands for one.
    Line,
    /// In a comment that ends where it says so.
    Block,
    /// In one.
    Inside,
    /// In or behind a broken one, until something begins like an entry.
    Lost,
}

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// An entry, and where it stands in the buffer until the next one is asked for.
    Entry(Range<usize>),
    /// Something that is no entry.
    Bad(Why),
}

/// Splits one file, in pieces of any size.
#[derive(Debug)]
pub(super) struct Splitter {
    /// Bytes from the present entry's first on, or the last few.
    pub(super) buffer: Vec<u8>,
    /// Up to here `buffer` is read.
    at: usize,
    /// Where the present entry begins.
    start: usize,
    place: Place,
    lexer: Lexer,
    walk: Walk,
    split: Split,
    openers: Openers,
    pub(super) limit: usize,
    /// The present entry is larger than the limit; its first bytes are gone.
    large: bool,
    /// What is no entry has been told of, up to the next comma.
    told: bool,
    /// Where an object begins that stands in no other, and may itself be an entry.
    candidate: Option<usize>,
    /// Whether the buffer holds the file's first byte.
    whole: bool,
    /// Whether there were entries, or a list of them.
    pub(super) found: bool,
    returns: usize,
    /// What comes before all that is not yet read.
    pending: Option<Item>,
}

impl Default for Splitter {
    fn default() -> Self {
        Self {
            buffer: Vec::new(),
            at: 0,
            start: 0,
            place: Place::Outside,
            lexer: Lexer::default(),
            walk: Walk::default(),
            split: Split::default(),
            openers: Openers::default(),
            limit: MAX_ENTRY,
            large: false,
            told: false,
            candidate: None,
            whole: true,
            found: false,
            returns: 0,
            pending: None,
        }
    }
}

impl Splitter {
    /// Takes the next bytes.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// What comes next; nothing where the bytes run out.
    pub(super) fn next(&mut self) -> Option<Item> {
        if self.pending.is_some() {
            return self.pending.take();
        }
        loop {
            let before = (self.place, self.at);
            let item = match self.place {
                Place::Outside => self.outside(),
                Place::Between => self.between(),
                Place::Stroke => self.stroke(),
                Place::Line | Place::Block => self.comment(),
                Place::Inside => self.inside(),
                Place::Lost => self.lost(),
            };
            // Where the place is another one, it goes on there.
            if item.is_some() {
                return item;
            }
            if before.0 == self.place {
                self.forget();
                return None;
            }
        }
    }

    /// The bytes of an entry.
    pub(super) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.buffer.get(range).unwrap_or_default()
    }

    /// Learns how entries of this file begin from one that was read.
    pub(super) fn learn(&mut self, range: Range<usize>) {
        self.openers.learn(self.buffer.get(range).unwrap_or_default());
    }

    /// Whether brackets are open.
    pub(super) fn is_open(&self) -> bool {
        self.place == Place::Inside || self.place != Place::Lost && !self.walk.is_at_top()
    }

    /// Whether something stood around the entries that stands in no JSON.
    pub(super) fn is_alien(&self) -> bool {
        self.walk.is_alien()
    }

    fn enter(&mut self, place: Place) {
        self.place = place;
        self.candidate = None;
        // Among entries a comment must not swallow one, and what seemed to be one has swallowed others.
        self.lexer = Lexer::new(place == Place::Between || self.returns > 0);
    }

    fn token(&mut self) -> Option<Token> {
        self.lexer.next(&self.buffer, &mut self.at)
    }

    fn outside(&mut self) -> Option<Item> {
        while let Some(token) = self.token() {
            match self.walk.take(token, self.buffer.get(..self.at).unwrap_or_default()) {
                Step::On => {}
                Step::Object => self.candidate = Some(self.at - 1),
                Step::Log => self.candidate = None,
                Step::ObjectEnds => {
                    let range = self.candidate.take().map(|start| start..self.at);
                    if let Some(range) = range.filter(|range| entry::is_one(self.bytes(range.clone()))) {
                        return Some(self.found(range));
                    }
                }
                Step::Entries => {
                    self.found = true;
                    self.enter(Place::Between);
                    return None;
                }
                Step::Stray => {
                    self.at -= 1;
                    self.enter(Place::Between);
                    return None;
                }
            }
        }
        None
    }

    /// An entry that stands in no log: the list is its file, or has no brackets.
    fn found(&mut self, range: Range<usize>) -> Item {
        self.found = true;
        self.enter(Place::Between);
        Item::Entry(range)
    }

    fn between(&mut self) -> Option<Item> {
        while let Some(token) = self.token() {
            match token {
                Token::Open(_) => {
                    self.start = self.at - 1;
                    self.split = Split::default();
                    self.split.take(token);
                    self.enter(Place::Inside);
                    return None;
                }
                Token::Close(false) if !self.walk.is_at_top() => {
                    self.walk.close();
                    self.enter(Place::Outside);
                    return None;
                }
                // One too many: no list ends with it.
                Token::Close(_) => {}
                Token::Comma => self.told = false,
                Token::Alien if self.buffer.get(self.at - 1) == Some(&b'/') => {
                    self.place = Place::Stroke;
                    return None;
                }
                _ => {
                    let junk = self.junk();
                    if junk.is_some() {
                        return junk;
                    }
                }
            }
        }
        None
    }

    /// What is no entry is told of once.
    fn junk(&mut self) -> Option<Item> {
        (!mem::replace(&mut self.told, true)).then_some(Item::Bad(Why::Shape))
    }

    fn inside(&mut self) -> Option<Item> {
        while let Some(token) = self.token() {
            match self.split.take(token) {
                Shape::Open => {}
                Shape::Whole => {
                    self.enter(Place::Between);
                    let is_large = mem::take(&mut self.large) || self.at - self.start > self.limit;
                    return Some(if is_large { Item::Bad(Why::TooLarge) } else { Item::Entry(self.start..self.at) });
                }
                Shape::Broken => return Some(self.lose()),
            }
        }
        self.large |= self.at - self.start > self.limit;
        None
    }

    /// The entry's quotes or brackets do not match: it ended somewhere before.
    fn lose(&mut self) -> Item {
        if !mem::take(&mut self.large) {
            self.openers.learn_if_none(self.buffer.get(self.start..self.at).unwrap_or_default());
        }
        self.at = (self.start + 1).max(self.at.saturating_sub(BACK));
        self.start = self.at;
        self.place = Place::Lost;
        Item::Bad(Why::Broken)
    }

    fn lost(&mut self) -> Option<Item> {
        let Some(found) = self.openers.find(&self.buffer, self.at, self.start) else {
            let last = self.buffer.len().saturating_sub(opener::LONGEST);
            self.at = self.at.max(last);
            return None;
        };
        self.at = found;
        self.enter(Place::Between);
        None
    }

    /// Drops what nothing will ask for again.
    fn forget(&mut self) {
        let candidate = self.candidate.filter(|start| self.at - start <= self.limit);
        self.candidate = candidate;
        let keep = match self.place {
            Place::Inside if !self.large => self.start,
            Place::Outside if !self.found && self.whole && self.at <= self.limit => 0,
            _ => candidate.unwrap_or(usize::MAX).min(self.at.saturating_sub(BACK)),
        };
        self.whole &= keep == 0;
        self.buffer.drain(..keep);
        self.at -= keep;
        self.start = self.start.saturating_sub(keep);
        self.candidate = candidate.map(|start| start - keep);
    }
}
