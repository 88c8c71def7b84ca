//! How entries begin: what is searched for behind one whose quotes or brackets do not match.

use memchr::{memchr_iter, memmem};

/// A beginning is no longer than this.
pub(super) const LONGEST: usize = 64;

/// Tools write their entries' members in a few orders.
const MOST: usize = 4;

/// The beginnings of entries up to their first member's name, such as `{"startedDateTime"`, with the blanks of this file.
#[derive(Debug, Default)]
pub(super) struct Openers(Vec<Vec<u8>>);

impl Openers {
    /// Learns from an entry.
    pub(super) fn learn(&mut self, entry: &[u8]) {
        let known = self.0.iter().any(|opener| entry.starts_with(opener));
        if known || self.0.len() >= MOST {
            return;
        }
        self.0.extend(opener(entry).map(<[u8]>::to_vec));
    }

    /// Learns from a broken entry, if no whole one came before it.
    pub(super) fn learn_if_none(&mut self, entry: &[u8]) {
        if self.0.is_empty() {
            self.learn(entry);
        }
    }

    /// Where the next entry begins. Looks farther and farther, so that a beginning that never comes costs no more than the
    /// way to the one that does.
    pub(super) fn find(&self, bytes: &[u8]) -> Option<usize> {
        let first = |piece| self.0.iter().filter_map(|opener| memmem::find(piece, opener)).min();
        let far = std::iter::successors(Some(4 * LONGEST), |far| (*far < bytes.len()).then_some(far * 2));
        far.filter_map(|far| first(bytes.get(..far.min(bytes.len()))?)).next()
    }
}

fn opener(entry: &[u8]) -> Option<&[u8]> {
    let head = entry.get(..LONGEST.min(entry.len()))?;
    let end = memchr_iter(b'"', head).nth(1)?;
    head.get(..=end).filter(|head| head.starts_with(b"{"))
}
