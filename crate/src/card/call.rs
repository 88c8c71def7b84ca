//! Which call an exchange is.

use serde::Serialize;

use crate::Engine;
use crate::diagnosis::in_catalog;
use scopelens_model::{Api, Exchange, Source, split_url};
use scopelens_pack::{Platform, has};

/// The call as the catalog knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CallName {
    /// Its name, where the catalog has one.
    pub name: Option<String>,
    /// Whether the catalog knows the call.
    pub known: bool,
    /// Id of the platform whose host answered.
    pub platform: Option<String>,
}

/// The call that `exchange` is, and the platform whose host answered it.
pub(crate) fn called<'e>(engine: &'e Engine, exchange: &Exchange) -> Option<(&'e Platform, Api)> {
    let (host, path) = split_url(&exchange.head.url)?;
    let platform = engine.platforms().iter().find(|platform| has(&platform.spec.hosts, &host))?;
    let method = Some(exchange.head.method.to_ascii_uppercase());
    Some((platform, Api { method, host: Some(host), path: path.to_owned(), source: Source::Exchange }))
}

/// What the list shows of it.
pub(super) fn name(engine: &Engine, exchange: &Exchange) -> CallName {
    let Some((platform, api)) = called(engine, exchange) else { return CallName::default() };
    let known = in_catalog(platform, &api);
    let name = known.as_ref().map(|api| api.title_zh.clone()).filter(|title| !title.is_empty());
    CallName { name, known: known.is_some(), platform: Some(platform.spec.id.to_string()) }
}
