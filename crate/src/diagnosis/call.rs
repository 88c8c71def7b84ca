//! The refused call in the catalog, and the scopes it needs.

use crate::catalog::CatalogApi;
use crate::model::{AnyOf, Api, Denial, Fact, Kind, Source};
use crate::platform::Platform;

/// The catalog's row for a call.
pub(crate) fn in_catalog(platform: &Platform, api: &Api) -> Option<CatalogApi> {
    let method = api.method.as_deref();
    if let Some((host, path)) = operation(platform, api) {
        return platform.catalog.api(method, host, &path);
    }
    let hosts: Vec<&str> = match &api.host {
        Some(host) => vec![host.as_str()],
        None => platform.spec.hosts.to_vec(),
    };
    hosts.into_iter().find_map(|host| platform.catalog.api(method, platform.mirrored(host), &api.path))
}

fn operation<'p>(platform: &'p Platform, api: &Api) -> Option<(&'p str, String)> {
    let form = platform.spec.operations.as_ref()?;
    let name = api.path.strip_prefix(form.prefix)?;
    Some((form.host, format!("{}{}", form.path, name.trim_end_matches('.').replace('.', "/"))))
}

/// The reply's scopes; where it names none and a scope is missing, those of the call's page.
pub(super) fn scopes(platform: &Platform, denial: &Denial, api: Option<&CatalogApi>) -> (Vec<Fact>, AnyOf) {
    let named = !denial.scopes.is_empty() || denial.kind != Kind::MissingScope;
    let Some(api) = api.filter(|_| !named) else {
        return (denial.scopes.clone(), denial.any_of);
    };
    let fact = |code: &&str| Fact { value: (*code).to_owned(), source: Source::Catalog, span: None };
    (api.scopes.iter().map(fact).collect(), api.any_of(platform))
}
