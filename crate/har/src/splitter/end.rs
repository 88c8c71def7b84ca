//! The end of a file, where it turns out what was taken for a string or a comment and was none.

use std::mem;

use memchr::memmem;

use super::{Item, Place, Splitter};
use crate::batch::Why;

/// How often the end of a file is taken for the end of a string or comment that should have ended before.
const MOST_RETURNS: usize = 8;

impl Splitter {
    /// To be called at the end of the file, as long as it is true, and all that comes next be taken each time. A string or a comment
    /// that does not end has swallowed what begins like an entry: that one is read.
    pub(crate) fn go_back(&mut self) -> bool {
        let from = match self.place {
            Place::Inside if !self.large && self.returns < MOST_RETURNS => self.start + 1,
            // JSON that is whole holds none.
            Place::Outside if !self.found && self.whole && (self.is_alien() || self.is_open()) => 0,
            _ => return self.cut(),
        };
        let Some(next) = self.openers.find(&self.buffer, from, from) else { return self.cut() };
        // Around the entries nothing is lost, but for one that begins like none.
        let is_lost = self.found || memmem::find(self.buffer.get(..next).unwrap_or_default(), b"\"request\"").is_some();
        self.pending = is_lost.then_some(Item::Bad(Why::Broken));
        if !mem::replace(&mut self.found, true) {
            self.walk.enter_list();
        }
        self.returns += 1;
        self.at = next;
        self.enter(Place::Between);
        true
    }

    /// Tells of the entry within which the file stops; its bracket stays open.
    fn cut(&mut self) -> bool {
        let is_cut = self.place == Place::Inside;
        if is_cut {
            self.pending = Some(Item::Bad(Why::Cut));
            self.walk.enter_list();
            self.place = Place::Between;
        }
        is_cut
    }
}
