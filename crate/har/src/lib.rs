//! HAR files: bytes in as they come, one exchange at a time out. Memory grows with the largest entry, not with the file.
//!
//! The brackets are followed as they come, and only an entry's own bytes are kept, parsed, and let go. So one bad entry is
//! one bad entry: where its quotes or brackets do not match, the reader goes on at what begins like an entry again.

mod attachments;
mod batch;
mod body;
mod coding;
mod custom;
mod entry;
mod fault;
mod lack;
mod leaf;
mod lexer;
mod messages;
mod object;
mod opener;
mod quoted;
mod reader;
mod split;
mod splitter;
#[cfg(test)]
mod testing;
mod time;
mod walk;
mod write;

pub use attachments::{Attachments, MAX_ATTACHMENT};
pub use batch::{Bad, Batch, HarEntry, Why};
pub use fault::NoHar;
pub use lack::{Lack, Lacking};
pub use reader::HarReader;
pub use write::{Frame, entry, redact_exchange};

#[cfg(test)]
mod tests;
