//! What this build knows: version, platforms, the date and size of each catalog.

use serde::Serialize;

use crate::card::Lang;
use crate::platform::platforms;

/// This build.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    /// The crate's version.
    pub version: &'static str,
    /// All platforms, sorted by id.
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
}

/// What this build knows, in `lang`.
#[must_use]
pub fn about(lang: Lang) -> About {
    let one = |p: &'static crate::platform::Platform| {
        let (scopes, apis) = p.catalog.coverage();
        AboutPlatform { id: p.spec.id, name: p.name(lang.tag()), catalog_date: p.catalog.date(), scopes, apis }
    };
    About { version: env!("CARGO_PKG_VERSION"), platforms: platforms().iter().map(one).collect() }
}
