//! Comments among entries, which no JSON has.

use memchr::{memchr, memmem};

use super::{Item, Place, Splitter};
use crate::opener;

impl Splitter {
    /// Behind a stroke, which may be that of a comment.
    pub(super) fn stroke(&mut self) -> Option<Item> {
        self.place = match self.buffer.get(self.at)? {
            b'*' => Place::Block,
            b'/' => Place::Line,
            _ => {
                self.place = Place::Between;
                return self.junk();
            }
        };
        None
    }

    /// Goes to the end of a comment, or to what begins like an entry in it: a file of one line may hold a line's comment.
    pub(super) fn comment(&mut self) -> Option<Item> {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let end = if self.place == Place::Block {
            memmem::find(rest, b"*/").map(|end| end + 2)
        } else {
            memchr(b'\n', rest).map(|end| end + 1)
        };
        let end = end.map(|end| self.at + end);
        let within = self.buffer.get(..end.unwrap_or(self.buffer.len())).unwrap_or_default();
        let Some(next) = self.openers.find(within, self.at, self.at).or(end) else {
            self.at += rest.len().saturating_sub(opener::LONGEST);
            return None;
        };
        self.at = next;
        self.enter(Place::Between);
        None
    }
}
