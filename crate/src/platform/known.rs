//! The platforms that the engine knows: the built-in ones, until the caller says which.

use std::cell::Cell;
use std::ptr;
use std::sync::OnceLock;

use super::registry::{Platform, built_in};

/// Some platforms; those that are switched off stand apart and are never recognised.
#[derive(Debug)]
pub struct Known {
    on: Vec<&'static Platform>,
    off: Vec<&'static Platform>,
}

thread_local! {
    /// What this thread knows, where that is not what is built in.
    static KNOWN: Cell<Option<&'static Known>> = const { Cell::new(None) };
}

impl Known {
    /// The built-in platforms and `own`, without those whose ids are in `off`.
    pub(crate) fn new(own: &[&'static Platform], off: &[String]) -> Self {
        let all = built_in().iter().chain(own.iter().copied());
        let (off, on) = all.partition(|platform| off.iter().any(|id| id == platform.spec.id));
        Self { on, off }
    }

    /// Every platform, and whether it is switched on.
    pub fn all(&self) -> impl Iterator<Item = (&'static Platform, bool)> {
        let on = self.on.iter().map(|platform| (*platform, true));
        on.chain(self.off.iter().map(|platform| (*platform, false)))
    }

    /// Whether it is what is built in, all of it and no more.
    pub(crate) fn is_built_in(&self) -> bool {
        ptr::eq(self, whole())
    }
}

fn whole() -> &'static Known {
    static WHOLE: OnceLock<Known> = OnceLock::new();
    WHOLE.get_or_init(|| Known::new(&[], &[]))
}

/// What is known on this thread.
#[must_use]
pub fn known() -> &'static Known {
    KNOWN.get().unwrap_or_else(whole)
}

/// From now on `known` is known on this thread; nothing: what is built in.
pub(crate) fn know(known: Option<&'static Known>) {
    KNOWN.set(known);
}

/// All platforms that are known and switched on: the built-in ones, sorted by id, then the others.
#[must_use]
pub fn platforms() -> &'static [&'static Platform] {
    &known().on
}

/// The platform of this id, where it is known and switched on.
#[must_use]
pub fn platform(id: &str) -> Option<&'static Platform> {
    platforms().iter().find(|p| p.spec.id == id).copied()
}
