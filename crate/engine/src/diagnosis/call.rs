//! The refused call in the catalog, and the scopes it needs.

use super::{Scopes, Signals, least_first};
use crate::Engine;
use scopelens_model::{AnyOf, Api, Denial, Exchange, Fact, Kind, Source, split_url};
use scopelens_pack::CatalogApi;
use scopelens_pack::{Further, Platform, has};

/// The call that `exchange` is, and the platform whose host answered it.
#[must_use]
pub fn called<'e>(engine: &'e Engine, exchange: &Exchange) -> Option<(&'e Platform, Api)> {
    let (host, path) = split_url(&exchange.head.url)?;
    let platform = engine.platforms().find(|platform| has(&platform.spec.hosts, &host))?;
    let method = Some(exchange.head.method.to_ascii_uppercase());
    Some((platform, Api { method, host: Some(host), path: path.to_owned(), source: Source::Exchange }))
}

/// The catalog's row for a call.
#[must_use]
pub fn in_catalog(platform: &Platform, api: &Api) -> Option<CatalogApi> {
    let method = api.method.as_deref();
    if let Some((host, path)) = operation(platform, api) {
        return platform.catalog.api(method, host, &path);
    }
    let hosts: Vec<&str> = match &api.host {
        Some(host) => vec![host.as_str()],
        None => platform.spec.hosts.iter().map(|host| &**host).collect(),
    };
    let path = platform.spec.catalog_paths.listed(&api.path);
    hosts.into_iter().find_map(|host| platform.catalog.api(method, listed(platform, host), &path))
}

/// The host under which the catalog lists what `host` answers.
pub(crate) fn listed<'h>(platform: &'h Platform, host: &'h str) -> &'h str {
    platform.spec.mirrors.iter().find(|(mirror, _)| **mirror == *host).map_or(host, |(_, main)| main)
}

fn operation<'p>(platform: &'p Platform, api: &Api) -> Option<(&'p str, String)> {
    let form = platform.spec.operations.as_ref()?;
    let name = api.path.strip_prefix(&*form.prefix)?;
    Some((&form.host, format!("{}{}", form.path, name.trim_end_matches('.').replace('.', "/"))))
}

/// The reply's scopes; where it names none and a scope is missing, those of the call's page, behind those that such a
/// refusal may want beside them. The least privilege stands first where one is enough.
pub(super) fn scopes(platform: &Platform, denial: &Denial, api: Option<&CatalogApi>, signals: &Signals) -> Scopes {
    let rule = platform.spec.rules.iter().find(|rule| rule.id == denial.rule);
    let is_closed = rule.is_some_and(|rule| rule.sources_only);
    let named = !denial.scopes.is_empty() || denial.kind != Kind::MissingScope || is_closed;
    let Some(api) = api.filter(|_| !named) else {
        return Scopes { facts: least_first(platform, denial.scopes.clone(), denial.any_of), any_of: denial.any_of };
    };
    let fact = |code: &str| Fact { value: code.to_owned(), source: Source::Catalog, span: None };
    let listed: Vec<Fact> = api.scopes.iter().map(|code| fact(code)).collect();
    let further: Vec<Fact> = further(platform, api, signals).into_iter().map(fact).collect();
    if further.is_empty() {
        let any_of = api.any_of(platform.spec.catalog_any_of);
        return Scopes { facts: least_first(platform, listed, any_of), any_of };
    }
    let new = |fact: &Fact| !further.contains(fact);
    let listed = least_first(platform, listed, AnyOf::Any).into_iter().filter(new).collect::<Vec<_>>();
    Scopes { facts: further.iter().cloned().chain(listed).collect(), any_of: AnyOf::Unknown }
}

/// The scopes that a refusal of this call may want, although its page lists others.
fn further<'p>(platform: &'p Platform, api: &CatalogApi, signals: &Signals) -> Vec<&'p str> {
    let call = format!("{} {}{}", api.method, api.host, api.path);
    let fitting = |f: &&Further| has(&f.calls, &call) && signals.meet_all(&f.when);
    platform.spec.causes.further.iter().filter(fitting).flat_map(|f| &f.scopes).map(|scope| &**scope).collect()
}
