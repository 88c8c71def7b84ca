//! What this build knows: version, platforms, the date and size of each catalog.

use serde::Serialize;

use scopelens_engine::Engine;
use scopelens_model::Lang;
use scopelens_pack::Platform;

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
    pub id: String,
    /// In the language asked for.
    pub name: String,
    /// The day its catalog stands for.
    pub catalog_date: String,
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
    let one = |p: &Platform, off: bool| {
        let (scopes, apis) = p.catalog.coverage();
        let (id, name) = (p.spec.id.to_string(), p.name(lang.tag()).to_string());
        AboutPlatform { id, name, catalog_date: p.catalog.date().to_owned(), scopes, apis, own: p.custom, off }
    };
    let on = engine.platforms().iter().map(|platform| one(platform, false));
    let off = engine.platforms_off().iter().map(|platform| one(platform, true));
    About { version: env!("CARGO_PKG_VERSION"), platforms: on.chain(off).collect() }
}
