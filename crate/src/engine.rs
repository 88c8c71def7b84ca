//! The engine as a value: the platforms, the words that texts are searched for, the masks.

use crate::platform::{Platform, built_in};
use crate::reading::Needles;
use crate::redact::{CustomMask, Redactor};

/// What texts are read with. Two engines know nothing of each other; an engine with other platforms or masks is another value.
#[derive(Debug)]
pub struct Engine {
    platforms: Vec<&'static Platform>,
    /// Platforms that are switched off: they are never recognised.
    off: Vec<&'static Platform>,
    needles: Needles,
    redactor: Redactor,
}

impl Engine {
    /// An engine that knows the built-in platforms.
    #[must_use]
    pub fn built_in() -> Self {
        Self::new(&[], &[], Vec::new())
    }

    /// An engine with the built-in platforms and `custom`, without those whose ids are in `off`, and with `masks` beside the
    /// redactor's own.
    pub(crate) fn new(custom: &[&'static Platform], off: &[String], masks: Vec<CustomMask>) -> Self {
        let all = built_in().iter().chain(custom.iter().copied());
        let (off, platforms): (Vec<_>, Vec<_>) = all.partition(|platform| off.iter().any(|id| *id == platform.spec.id));
        Self { needles: Needles::new(&platforms), platforms, off, redactor: Redactor::new(masks) }
    }

    /// All platforms that are switched on: the built-in ones, sorted by id, then the custom ones.
    #[must_use]
    pub fn platforms(&self) -> &[&'static Platform] {
        &self.platforms
    }

    /// The platform of this id, where it is known and switched on.
    #[must_use]
    pub fn platform(&self, id: &str) -> Option<&'static Platform> {
        self.platforms.iter().find(|platform| platform.spec.id == id).copied()
    }

    /// The platforms that are switched off.
    #[must_use]
    pub fn platforms_off(&self) -> &[&'static Platform] {
        &self.off
    }

    /// The words of which every refusal holds at least one.
    pub(crate) fn needles(&self) -> &Needles {
        &self.needles
    }

    /// What masks secrets in texts.
    #[must_use]
    pub fn redactor(&self) -> &Redactor {
        &self.redactor
    }
}
