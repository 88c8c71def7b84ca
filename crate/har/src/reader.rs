//! A file in pieces, read into exchanges.

use std::mem;
use std::ops::Range;

use super::attachments::Attachments;
use super::batch::{Bad, Batch, HarEntry, Why};
use super::entry::Entry;
use super::fault::{self, NoHar};
use super::quoted::Quoted;
use super::splitter::{Item, Splitter};
use scopelens_engine::Engine;

/// Reads one file from its first byte to its last.
#[derive(Debug, Default)]
pub struct HarReader {
    pub(super) splitter: Splitter,
    quoted: Quoted,
    first_bytes: Vec<u8>,
    attachments: Option<Box<dyn Attachments>>,
    /// How many entries ended.
    index: usize,
    /// How many of them could be read.
    good: usize,
    batch: Batch,
}

impl HarReader {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing read yet; bodies that entries name as files are read by `attachments`.
    #[must_use]
    pub fn with_attachments(attachments: Box<dyn Attachments>) -> Self {
        Self { attachments: Some(attachments), ..Self::default() }
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
    /// assert!(reader.end(&engine).is_ok());
    /// ```
    pub fn feed(&mut self, engine: &Engine, bytes: &[u8]) -> Batch {
        self.first_bytes.extend(bytes.iter().take(fault::FIRST.saturating_sub(self.first_bytes.len())));
        self.splitter.push(&self.quoted.plain(bytes));
        self.items(engine);
        mem::take(&mut self.batch)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// Where it had no entries, nor a list of them.
    pub fn end(&mut self, engine: &Engine) -> Result<Batch, NoHar> {
        let (was_found, was_open) = (self.splitter.found, self.splitter.is_open());
        while self.splitter.go_back() {
            self.items(engine);
        }
        if !was_found && self.good == 0 {
            return Err(fault::of(&self.first_bytes, self.splitter.is_alien(), was_open));
        }
        self.batch.cut = self.splitter.is_open();
        Ok(mem::take(&mut self.batch))
    }

    fn items(&mut self, engine: &Engine) {
        while let Some(item) = self.splitter.next() {
            match item {
                Item::Entry(range) => self.entry(engine, range),
                Item::Bad(reason) => self.bad(reason),
            }
        }
    }

    fn entry(&mut self, engine: &Engine, range: Range<usize>) {
        let text = String::from_utf8_lossy(self.splitter.bytes(range.clone()));
        let files = self.attachments.as_deref();
        let found = match Entry::read(&text).and_then(|entry| entry.if_it_matters(engine, files)) {
            Ok(found) => found,
            Err(reason) => return self.bad(reason),
        };
        self.splitter.learn(range);
        found.lacking.into_iter().for_each(|lacking| lacking.add_to(&mut self.batch.lacking));
        match found.exchange {
            Some(exchange) => self.batch.entries.push(HarEntry { exchange, index: self.index }),
            None => self.batch.unread += 1,
        }
        self.good += 1;
        self.index += 1;
    }

    fn bad(&mut self, reason: Why) {
        self.batch.bad.push(Bad { index: self.index, why: reason });
        self.index += 1;
    }
}
