//! The platforms that are built in, as the build script wrote them.

use std::sync::OnceLock;

use super::must::Must;
use super::rule::{Detail, Needs, Rule, ScopeSource};
use super::spec::{
    Cause, Causes, Choice, Further, Identity, LinkSpec, MemberNames, Operations, Question, Reply, Shapes, Signal, Spec,
    StepSpec,
};
use super::traffic::{Guarded, TokenCall, TokenShape, Traffic, TrafficNames};
use super::{Compiled, Lookup, Pattern};
use crate::catalog::Catalog;
use crate::table::Table;
use scopelens_model::Kind;

include!(concat!(env!("OUT_DIR"), "/platforms.rs"));

/// One platform.
#[derive(Debug)]
pub struct Platform {
    /// Rules, links and causes.
    pub spec: Spec,
    /// Scopes and calls.
    pub catalog: Catalog,
    /// Whether a team wrote it, and not we.
    pub own: bool,
    words: [Table; 2],
    lookup: OnceLock<Lookup>,
}

impl Platform {
    /// A platform that was read at run time.
    pub(crate) fn own(spec: Spec, catalog: Catalog, words: [Table; 2]) -> Self {
        Self { spec, catalog, own: true, words, lookup: OnceLock::new() }
    }

    /// The rules turned round for the reader.
    pub fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::new(&self.spec))
    }

    /// Its name in the language of this tag.
    #[must_use]
    pub fn name(&self, lang: &str) -> &'static str {
        self.spec.name.iter().find(|(tag, _)| *tag == lang).map_or(self.spec.id, |(_, name)| name)
    }

    /// The words by key, in English and in Chinese.
    pub(crate) fn tables(&self) -> &[Table; 2] {
        &self.words
    }
}

/// The platforms that are built in, sorted by id.
#[must_use]
pub fn built_in() -> &'static [Platform] {
    &PLATFORMS
}
