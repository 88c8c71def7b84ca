//! What this build knows: version, platforms, the date and size of each catalog.

use serde::Serialize;

use crate::Engine;
use crate::card::Lang;
use crate::platform::Platform;

/// This build.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    /// The crate's version.
    pub version: &'static str,
    /// All platforms that are known: those that are switched on first.
    pub platforms: Vec<AboutPlatform>,
}

/// One platform of this build.
#[derive(Debug, Clone, Serialize)]
pub struct AboutPlatform {
    /// `dingtalk`
    pub id: &'static str,
    /// In the language asked for.
    pub name: &'static str,
    /// The day its catalog stands for.
    pub catalog_date: &'static str,
    /// Known scopes.
    pub scopes: usize,
    /// Known calls.
    pub apis: usize,
    /// A team wrote it.
    pub own: bool,
    /// It is switched off, and never recognised.
    pub off: bool,
}

/// What `engine` knows, in `lang`.
#[must_use]
pub fn about(engine: &Engine, lang: Lang) -> About {
    let one = |p: &&'static Platform, off: bool| {
        let (scopes, apis) = p.catalog.coverage();
        let (id, name, own) = (p.spec.id, p.name(lang.tag()), p.own);
        AboutPlatform { id, name, catalog_date: p.catalog.date(), scopes, apis, own, off }
    };
    let on = engine.platforms().iter().map(|platform| one(platform, false));
    let off = engine.platforms_off().iter().map(|platform| one(platform, true));
    About { version: env!("CARGO_PKG_VERSION"), platforms: on.chain(off).collect() }
}
