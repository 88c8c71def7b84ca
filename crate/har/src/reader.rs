//! The way through a file: to its entries, through them, and out.

use std::mem;

use super::attachments::Attachments;
use super::batch::{Bad, Batch, HarEntry, Why};
use super::entry::Entry;
use super::fault::{self, NoHar};
use super::lexer::{Lexer, Token};
use super::opener::{self, Openers};
use super::split::{Shape, Split};
use super::walk::Walk;
use scopelens_engine::Engine;

/// An entry larger than this is passed over.
const MAX_ENTRY: usize = 64 * 1024 * 1024;

/// So much of what was read is kept: names are looked at, and beginnings of entries, that chunks may cut.
pub(super) const BACK: usize = 2 * opener::LONGEST;

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
    /// How many entries ended.
    index: usize,
    first_bytes: Vec<u8>,
    found: bool,
    attachments: Option<Box<dyn Attachments>>,
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
            attachments: None,
            batch: Batch::default(),
        }
    }

    /// Nothing read yet; bodies that entries name as files are read by `attachments`.
    #[must_use]
    pub fn with_attachments(attachments: Box<dyn Attachments>) -> Self {
        Self { attachments: Some(attachments), ..Self::new() }
    }

    /// Takes the next bytes, cut anywhere.
    ///
    /// ```
    /// use scopelens_engine::Engine;
    /// use scopelens_har::HarReader;
    ///
    /// let engine = Engine::of_packs(scopelens_platforms::packs()).unwrap();
    /// let file = br#"{"log":{"entries":[{
    ///     "request": {"method": "GET", "url": "https://api.dingtalk.com/v1.0/contact/users/me"},
    ///     "response": {"status": 403, "content": {"text": "{\"code\":\"Forbidden\"}"}}
    /// }]}}"#;
    /// let mut reader = HarReader::new();
    /// let pieces = file.chunks(50).map(|bytes| reader.feed(&engine, bytes).entries.len());
    /// assert_eq!(pieces.sum::<usize>(), 1);
    /// assert!(reader.end().is_ok());
    /// ```
    pub fn feed(&mut self, engine: &Engine, bytes: &[u8]) -> Batch {
        self.first_bytes.extend(bytes.iter().take(fault::FIRST.saturating_sub(self.first_bytes.len())));
        self.buffer.extend_from_slice(bytes);
        while self.step(engine) {}
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
    fn step(&mut self, engine: &Engine) -> bool {
        match self.place {
            Place::Outside => self.outside(),
            Place::Between => self.between(),
            Place::Inside => self.inside(engine),
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

    fn inside(&mut self, engine: &Engine) -> bool {
        while let Some(token) = self.next() {
            match self.split.take(token) {
                Shape::Open => {}
                Shape::Whole => {
                    self.entry(engine);
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
    fn entry(&mut self, engine: &Engine) {
        let json = self.buffer.get(self.start..self.at).unwrap_or_default();
        if mem::take(&mut self.large) || json.len() > self.limit {
            return self.bad(Why::TooLarge);
        }
        let text = String::from_utf8_lossy(json);
        let files = self.attachments.as_deref();
        match Entry::read(&text).and_then(|entry| entry.if_it_matters(engine, files)) {
            Ok(found) => {
                self.openers.learn(json);
                found.lacking.into_iter().for_each(|lacking| lacking.add_to(&mut self.batch.lacking));
                match found.exchange {
                    Some(exchange) => self.batch.entries.push(HarEntry { exchange, index: self.index }),
                    None => self.batch.unread += 1,
                }
                self.index += 1;
            }
            Err(reason) => self.bad(reason),
        }
    }

    fn bad(&mut self, reason: Why) {
        self.batch.bad.push(Bad { index: self.index, why: reason });
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
