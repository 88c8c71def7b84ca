//! What this build knows: version, platforms, the date and size of each catalog.

use serde::Serialize;

use scopelens_engine::{Engine, KnownPlatform};
use scopelens_model::Lang;

/// This build.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct About {
    /// The crate's version.
    pub version: &'static str,
    /// All platforms that are known: those that are switched on first.
    pub platforms: Vec<AboutPlatform>,
}

/// One platform of this build.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AboutPlatform {
    /// `dingtalk`
    pub id: String,
    /// In the language asked for.
    pub name: String,
    /// The day its catalog stands for.
    pub catalog_date: String,
    /// Known scopes.
    pub scopes: u32,
    /// Known calls.
    pub apis: u32,
    /// A team wrote it.
    pub own: bool,
    /// It is switched off, and never recognised.
    pub off: bool,
}

/// What `engine` knows, in `lang`.
#[must_use]
pub fn about(engine: &Engine, lang: Lang) -> About {
    let one = |known: &KnownPlatform| AboutPlatform {
        id: known.facts.id.to_string(),
        name: known.facts.name(lang.tag()).to_string(),
        catalog_date: known.facts.catalog.date.to_string(),
        scopes: known.facts.catalog.scopes,
        apis: known.facts.catalog.apis,
        own: known.custom,
        off: known.off,
    };
    let (off, on): (Vec<_>, Vec<_>) = engine.known().iter().map(one).partition(|platform| platform.off);
    About { version: env!("CARGO_PKG_VERSION"), platforms: [on, off].concat() }
}
