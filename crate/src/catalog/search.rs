//! What a person asks the catalog for, in whatever way they know it.

use super::{Catalog, CatalogApi, CatalogCode, CatalogScope, apis};

/// The rows that answer a question.
#[derive(Debug, Default)]
pub struct Found {
    /// Scopes, the one of exactly this code first.
    pub scopes: Vec<CatalogScope>,
    /// Calls.
    pub apis: Vec<CatalogApi>,
    /// Error codes.
    pub codes: Vec<CatalogCode>,
}

impl Found {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scopes.is_empty() && self.apis.is_empty() && self.codes.is_empty()
    }
}

/// Finds by call (`/path`, `METHOD /path`, a URL), by scope or error code, by the beginning of a scope, by any part of a name.
pub(super) fn search(catalog: &Catalog, query: &str) -> Found {
    let query = query.trim();
    if let Some(call) = Call::of(query) {
        return Found { apis: call.find(catalog), ..Found::default() };
    }
    if query.is_empty() {
        return Found::default();
    }
    if let Some(scope) = catalog.scope(query) {
        return Found { scopes: vec![scope], apis: needing(catalog, query), codes: codes(catalog, query) };
    }
    let low = query.to_lowercase();
    let named = |scope: &CatalogScope| {
        scope.code.to_lowercase().starts_with(&low)
            || scope.name_zh.contains(query)
            || scope.name_en.is_some_and(|name| name.to_lowercase().contains(&low))
    };
    Found {
        scopes: catalog.all_scopes().filter(named).collect(),
        apis: catalog.all_apis().filter(|api| api.title_zh.contains(query)).collect(),
        codes: codes(catalog, query),
    }
}

fn needing(catalog: &Catalog, scope: &str) -> Vec<CatalogApi> {
    catalog.all_apis().filter(|api| api.scopes.contains(&scope)).collect()
}

fn codes(catalog: &Catalog, query: &str) -> Vec<CatalogCode> {
    catalog.all_codes().filter(|code| code.code.eq_ignore_ascii_case(query)).collect()
}

/// A question for a call.
struct Call<'q> {
    method: Option<&'q str>,
    host: Option<&'q str>,
    path: &'q str,
}

impl<'q> Call<'q> {
    fn of(query: &'q str) -> Option<Self> {
        let (method, place) = match query.split_once(char::is_whitespace) {
            Some((method, place)) => (Some(method), place.trim_start()),
            None => (None, query),
        };
        let place = place.strip_prefix("https://").or_else(|| place.strip_prefix("http://")).unwrap_or(place);
        let (host, path) = place.split_at_checked(place.find('/')?)?;
        let is_method = method.is_none_or(|m| m.chars().all(|c| c.is_ascii_alphabetic()));
        let is_host = host.is_empty() || (host.contains('.') && !host.contains(' '));
        let path = path.split(['?', '#']).next()?;
        (is_method && is_host).then_some(Self { method, host: Some(host).filter(|h| !h.is_empty()), path })
    }

    /// The calls that this path is one of; where there is none, those that begin with it.
    fn find(&self, catalog: &Catalog) -> Vec<CatalogApi> {
        let is_ours = |api: &CatalogApi| {
            let method = self.method.is_none_or(|m| m.eq_ignore_ascii_case(api.method));
            method && self.host.is_none_or(|h| h.eq_ignore_ascii_case(api.host))
        };
        let ours: Vec<CatalogApi> = catalog.all_apis().filter(is_ours).collect();
        let open = |api: &CatalogApi| apis::placeholders(api.path, self.path);
        if let Some(least) = ours.iter().filter_map(open).min() {
            return ours.into_iter().filter(|api| open(api) == Some(least)).collect();
        }
        let folder = format!("{}/", self.path.trim_end_matches('/'));
        ours.into_iter().filter(|api| folder.len() > 1 && api.path.starts_with(&folder)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, search};
    use crate::platform::platform;

    fn found(query: &str) -> Found {
        search(&platform("dingtalk").unwrap().catalog, query)
    }

    fn scopes(query: &str) -> Vec<&'static str> {
        found(query).scopes.iter().map(|s| s.code).collect()
    }

    fn paths(query: &str) -> Vec<(&'static str, &'static str)> {
        found(query).apis.iter().map(|a| (a.method, a.path)).collect()
    }

    #[test]
    fn a_scope_is_found_by_code_beginning_and_name() {
        let read = found("Contact.User.Read");
        assert_eq!(read.scopes[0].code, "Contact.User.Read");
        assert!(read.apis.iter().any(|a| a.path == "/v1.0/contact/users/{unionId}"));
        assert!(scopes("contact.user").contains(&"Contact.User.Read"));
        assert!(scopes("通讯录个人信息").contains(&"Contact.User.Read"));
    }

    #[test]
    fn a_call_is_found_by_its_concrete_path_its_template_and_its_url() {
        let me = ("GET", "/v1.0/contact/users/{unionId}");
        for query in [
            "GET /v1.0/contact/users/me",
            "get https://api.dingtalk.com/v1.0/contact/users/me?x=1",
            "GET api.dingtalk.com/v1.0/contact/users/{unionId}",
        ] {
            assert_eq!(paths(query), [me], "{query}");
        }
        assert!(paths("/v1.0/contact").len() > 5);
        assert_eq!(paths("GET https://api.evil.example/v1.0/contact/users/me"), []);
    }

    #[test]
    fn an_error_code_is_found() {
        assert_eq!(found("60011").codes.first().map(|c| c.code), Some("60011"));
    }

    #[test]
    fn what_is_unknown_finds_nothing() {
        for query in ["", " ", "/", "No.Such.Scope", "没有这样的权限点", "DELETE /v9/none", "99999999"] {
            assert!(found(query).is_empty(), "{query}");
        }
    }
}
