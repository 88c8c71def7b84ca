//! What a reader hands out.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::lack::Lacking;
use scopelens_model::Exchange;

/// What some bytes of a file gave.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Batch {
    /// The exchanges that may matter: on a known platform's host, or with words of a refusal in the body.
    pub entries: Vec<HarEntry>,
    /// How many others there were.
    pub unread: usize,
    /// Those that could not be read.
    pub bad: Vec<Bad>,
    /// Replies of entries that were read, or passed over, of which the body could not be read.
    pub lacking: Vec<Lacking>,
    /// At the end: the file stops in the middle.
    pub cut: bool,
}

impl Batch {
    /// What the bytes after these gave, behind them.
    pub fn append(&mut self, more: Self) {
        self.entries.extend(more.entries);
        self.bad.extend(more.bad);
        more.lacking.into_iter().for_each(|lacking| lacking.add_to(&mut self.lacking));
        self.unread += more.unread;
        self.cut |= more.cut;
    }
}

/// An exchange, and its place in the file.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct HarEntry {
    /// The exchange; `offset` says when, `id` is left to the caller.
    #[cfg_attr(feature = "types", ts(flatten))]
    pub exchange: Exchange,
    /// Counts all entries of the file, from 0.
    pub index: usize,
}

/// The exchange's members and the index, in one object.
impl Serialize for HarEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("HarEntry", Exchange::MEMBERS + 1)?;
        self.exchange.members(&mut object)?;
        object.serialize_field("index", &self.index)?;
        object.end()
    }
}

/// An entry that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Bad {
    /// Counts all entries of the file, from 0.
    pub index: usize,
    /// Why not.
    pub why: Why,
}

/// Why an entry could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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
