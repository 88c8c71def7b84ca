//! HAR files: bytes in as they come, one exchange at a time out. Memory grows with the largest entry, not with the file.
//!
//! The brackets are followed as they come, and only an entry's own bytes are kept, parsed, and let go. So one bad entry is
//! one bad entry: where its quotes or brackets do not match, the reader goes on at what begins like an entry again.

mod base64;
mod body;
mod entry;
mod fault;
mod leaf;
mod lexer;
mod opener;
mod split;
mod time;
mod walk;
mod write;

use std::mem;

use serde::Serialize;

use crate::model::Exchange;
use entry::Entry;
pub use fault::NoHar;
use lexer::{Lexer, Token};
use opener::Openers;
use split::{Shape, Split};
use walk::Walk;
pub use write::{Frame, entry, redact_exchange};

/// An entry larger than this is passed over.
const MAX_ENTRY: usize = 64 * 1024 * 1024;

/// So much of what was read is kept: names are looked at, and beginnings of entries, that chunks may cut.
const BACK: usize = 2 * opener::LONGEST;

/// What some bytes of a file gave.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct Batch {
    /// The exchanges that may matter: on a known platform's host, or with words of a refusal in the body.
    pub entries: Vec<HarEntry>,
    /// How many others there were.
    pub unread: usize,
    /// Those that could not be read.
    pub bad: Vec<Bad>,
    /// At the end: the file stops in the middle.
    pub cut: bool,
}

/// An exchange, and its place in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HarEntry {
    /// The exchange; `at` says when, `id` is left to the caller.
    #[serde(flatten)]
    pub exchange: Exchange,
    /// Counts all entries of the file, from 0.
    pub index: usize,
}

/// An entry that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bad {
    /// Counts all entries of the file, from 0.
    pub index: usize,
    /// Why not.
    pub why: Why,
}

/// Why an entry could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is no JSON.
    Broken,
    /// It is JSON, but no entry: it has no request, or the request no URL.
    Shape,
    /// It has more than 64 MiB.
    TooLarge,
    /// The file stops within it.
    Cut,
}

/// Where the next byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before, after and around the entries.
    Outside,
    /// Among them, in none.
    Between,
    /// In one.
    Inside,
    /// In or behind a broken one, until something begins like an entry.
    Lost,
}

/// Reads one file from its first byte to its last.
#[derive(Debug)]
pub struct HarReader {
    /// Bytes from the present entry's first on, or the last few.
    buffer: Vec<u8>,
    /// Up to here `buffer` is read.
    at: usize,
    /// Where the present entry begins.
    start: usize,
    place: Place,
    lexer: Lexer,
    walk: Walk,
    split: Split,
    openers: Openers,
    limit: usize,
    /// The present entry is larger than the limit; its first bytes are gone.
    large: bool,
    /// What is no entry has been told of, up to the next comma.
    told: bool,
    /// How many entries ended.
    index: usize,
    first_bytes: Vec<u8>,
    found: bool,
    batch: Batch,
}

impl Default for HarReader {
    fn default() -> Self {
        Self::new()
    }
}

impl HarReader {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
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
            index: 0,
            first_bytes: Vec::new(),
            found: false,
            batch: Batch::default(),
        }
    }

    /// Takes the next bytes, cut anywhere.
    pub fn feed(&mut self, bytes: &[u8]) -> Batch {
        self.first_bytes.extend(bytes.iter().take(fault::FIRST.saturating_sub(self.first_bytes.len())));
        self.buffer.extend_from_slice(bytes);
        while self.step() {}
        self.forget();
        mem::take(&mut self.batch)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// Where it had no list of entries at all.
    pub fn end(&mut self) -> Result<Batch, NoHar> {
        if !self.found {
            return Err(fault::of(&self.first_bytes));
        }
        if self.place == Place::Inside {
            self.bad(Why::Cut);
        }
        self.batch.cut = match self.place {
            Place::Outside => !self.walk.is_at_top(),
            Place::Between | Place::Inside => true,
            // The way out was lost with the way in.
            Place::Lost => false,
        };
        Ok(mem::take(&mut self.batch))
    }

    /// Reads on to the next change of place; false where the bytes run out.
    fn step(&mut self) -> bool {
        match self.place {
            Place::Outside => self.outside(),
            Place::Between => self.between(),
            Place::Inside => self.inside(),
            Place::Lost => self.lost(),
        }
    }

    fn next(&mut self) -> Option<Token> {
        self.lexer.next(&self.buffer, &mut self.at)
    }

    fn outside(&mut self) -> bool {
        while let Some(token) = self.next() {
            if self.walk.take(token, self.buffer.get(..self.at).unwrap_or_default()) {
                self.found = true;
                self.place = Place::Between;
                return true;
            }
        }
        false
    }

    fn between(&mut self) -> bool {
        while let Some(token) = self.next() {
            match token {
                Token::Open(_) => {
                    self.start = self.at - 1;
                    self.split = Split::default();
                    self.split.take(token);
                    self.place = Place::Inside;
                    return true;
                }
                Token::Close(_) => {
                    self.walk.close();
                    self.place = Place::Outside;
                    return true;
                }
                Token::Comma => self.told = false,
                _ if self.told => {}
                _ => {
                    self.told = true;
                    self.bad(Why::Shape);
                }
            }
        }
        false
    }

    fn inside(&mut self) -> bool {
        while let Some(token) = self.next() {
            match self.split.take(token) {
                Shape::Open => {}
                Shape::Whole => {
                    self.entry();
                    self.place = Place::Between;
                    return true;
                }
                Shape::Broken => {
                    self.lose();
                    return true;
                }
            }
        }
        self.large |= self.at - self.start > self.limit;
        false
    }

    /// Reads the entry that ends here.
    fn entry(&mut self) {
        let json = self.buffer.get(self.start..self.at).unwrap_or_default();
        if mem::take(&mut self.large) || json.len() > self.limit {
            return self.bad(Why::TooLarge);
        }
        let text = String::from_utf8_lossy(json);
        match Entry::read(&text).and_then(Entry::if_it_matters) {
            Ok(exchange) => {
                self.openers.learn(json);
                match exchange {
                    Some(exchange) => self.batch.entries.push(HarEntry { exchange, index: self.index }),
                    None => self.batch.unread += 1,
                }
                self.index += 1;
            }
            Err(why) => self.bad(why),
        }
    }

    fn bad(&mut self, why: Why) {
        self.batch.bad.push(Bad { index: self.index, why });
        self.index += 1;
    }

    /// The entry's quotes or brackets do not match: it ended somewhere before.
    fn lose(&mut self) {
        if !mem::take(&mut self.large) {
            self.openers.learn_if_none(self.buffer.get(self.start..self.at).unwrap_or_default());
        }
        self.bad(Why::Broken);
        self.at = (self.start + 1).max(self.at.saturating_sub(BACK));
        self.place = Place::Lost;
    }

    fn lost(&mut self) -> bool {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let Some(found) = self.openers.find(rest) else {
            self.at += rest.len().saturating_sub(opener::LONGEST);
            return false;
        };
        self.at += found;
        self.lexer = Lexer::default();
        self.place = Place::Between;
        true
    }

    /// Drops what nothing will ask for again.
    fn forget(&mut self) {
        let keep = match self.place {
            Place::Inside if !self.large => self.start,
            _ => self.at.saturating_sub(BACK),
        };
        self.buffer.drain(..keep);
        self.at -= keep;
        self.start = self.start.saturating_sub(keep);
    }
}

#[cfg(test)]
mod tests;
