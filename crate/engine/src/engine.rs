//! The engine as a value: the platforms, the words that texts are searched for, the masks.

use std::sync::{Arc, OnceLock};

use scopelens_pack::Platform;

use crate::reading::Needles;
use scopelens_redact::{CustomMask, Redactor};

/// What texts are read with. Two engines know nothing of each other; an engine with other platforms or masks is another value.
#[derive(Debug)]
pub struct Engine {
    platforms: Vec<Arc<Platform>>,
    /// Platforms that are switched off: they are never recognised.
    off: Vec<Arc<Platform>>,
    /// Made when a text is first searched for them: a short text is read without.
    needles: OnceLock<Needles>,
    redactor: Redactor,
}

impl Engine {
    /// An engine that knows `platforms`.
    #[must_use]
    pub fn new(platforms: Vec<Arc<Platform>>) -> Self {
        Self::configured(platforms, &[], Vec::new())
    }

    /// An engine that knows `platforms` without those whose ids are in `off`, and that has `masks` beside the redactor's own.
    #[must_use]
    pub fn configured(platforms: Vec<Arc<Platform>>, off: &[String], masks: Vec<CustomMask>) -> Self {
        let is_off = |platform: &Arc<Platform>| off.iter().any(|id| **id == *platform.spec.id);
        let (off, platforms): (Vec<_>, Vec<_>) = platforms.into_iter().partition(is_off);
        Self { needles: OnceLock::new(), platforms, off, redactor: Redactor::new(masks) }
    }

    /// All platforms that are switched on, in the order in which they were given.
    #[must_use]
    pub fn platforms(&self) -> &[Arc<Platform>] {
        &self.platforms
    }

    /// The platform of this id, where it is known and switched on.
    #[must_use]
    pub fn platform(&self, id: &str) -> Option<&Platform> {
        self.platforms.iter().find(|platform| *platform.spec.id == *id).map(|platform| &**platform)
    }

    /// The platforms that are switched off.
    #[must_use]
    pub fn platforms_off(&self) -> &[Arc<Platform>] {
        &self.off
    }

    /// The words of which every refusal holds at least one.
    pub(crate) fn needles(&self) -> &Needles {
        self.needles.get_or_init(|| Needles::new(&self.platforms))
    }

    /// What masks secrets in texts.
    #[must_use]
    pub fn redactor(&self) -> &Redactor {
        &self.redactor
    }
}
