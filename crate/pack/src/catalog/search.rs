//! A person's question to the catalog, in whatever way they know what they ask for.

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

/// Finds by call (`/path`, `METHOD /path`, a URL, a tail of a path), by scope or error code, by the beginning of a scope, by
/// any part of a name.
pub(super) fn search(catalog: &Catalog, query: &str) -> Found {
    let query = query.trim();
    if let Some(call) = Call::of(query) {
        let apis = call.find(catalog);
        // `国家/地区` is a part of a name.
        if call.is_surely_one || !apis.is_empty() {
            return Found { apis, ..Found::default() };
        }
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
            || scope.name_en.as_ref().is_some_and(|name| name.to_lowercase().contains(&low))
    };
    Found {
        scopes: catalog.all_scopes().filter(named).collect(),
        apis: catalog.all_apis().filter(|api| api.title_zh.contains(query)).collect(),
        codes: codes(catalog, query),
    }
}

fn needing(catalog: &Catalog, scope: &str) -> Vec<CatalogApi> {
    catalog.all_apis().filter(|api| api.scopes.iter().any(|known| known == scope)).collect()
}

fn codes(catalog: &Catalog, query: &str) -> Vec<CatalogCode> {
    catalog.all_codes().filter(|code| code.code.eq_ignore_ascii_case(query)).collect()
}

/// A question for a call.
struct Call<'q> {
    method: Option<&'q str>,
    host: Option<&'q str>,
    /// Begins with a slash, whether or not the question does.
    path: String,
    /// A slash or a host stands before the path: then it is no part of a name.
    is_surely_one: bool,
}

impl<'q> Call<'q> {
    fn of(query: &'q str) -> Option<Self> {
        let (method, place) = match query.split_once(char::is_whitespace) {
            Some((method, place)) => (Some(method), place.trim_start()),
            None => (None, query),
        };
        let address = place.strip_prefix("https://").or_else(|| place.strip_prefix("http://"));
        let (first, rest) = address.unwrap_or(place).split_at_checked(address.unwrap_or(place).find('/')?)?;
        let host = Some(first).filter(|first| address.is_some() || is_host(first));
        let path = if host.is_some() { rest } else { place };
        let path = path.split(['?', '#']).next()?;
        let is_method = method.is_none_or(|m| m.chars().all(|c| c.is_ascii_alphabetic()));
        let is_surely_one = host.is_some() || path.starts_with('/');
        let path = format!("/{}", path.trim_start_matches('/'));
        is_method.then_some(Self { method, host, path, is_surely_one })
    }

    /// The calls that this path is one of; else those that begin with it; else, without a host, those that end with it.
    fn find(&self, catalog: &Catalog) -> Vec<CatalogApi> {
        let is_ours = |api: &CatalogApi| {
            let method = self.method.is_none_or(|m| m.eq_ignore_ascii_case(&api.method));
            method && self.host.is_none_or(|h| h.eq_ignore_ascii_case(&api.host))
        };
        let ours: Vec<CatalogApi> = catalog.all_apis().filter(is_ours).collect();
        let whole = closest(&ours, |api| apis::placeholders(&api.path, &self.path));
        if !whole.is_empty() {
            return whole;
        }
        let folder = format!("{}/", self.path.trim_end_matches('/'));
        let inside: Vec<CatalogApi> =
            ours.iter().filter(|api| folder.len() > 1 && api.path.starts_with(&folder)).cloned().collect();
        if !inside.is_empty() || self.host.is_some() {
            return inside;
        }
        closest(&ours, |api| open_in_tail(&api.path, &self.path))
    }
}

/// `api.dingtalk.com`, `localhost.corp:8080`; the `v1.0` of a path is none.
fn is_host(segment: &str) -> bool {
    let name = segment.split(':').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, last)| !last.is_empty() && last.chars().all(|c| c.is_ascii_alphabetic()))
}

/// The calls with the fewest placeholders.
fn closest(apis: &[CatalogApi], open: impl Fn(&CatalogApi) -> Option<usize>) -> Vec<CatalogApi> {
    let least = apis.iter().filter_map(&open).min();
    apis.iter().filter(|api| least.is_some() && open(api) == least).cloned().collect()
}

/// How many placeholders stand in the tail of `template` that `path` is; nothing where it is none. A tail that begins with a
/// value shares two words with the template, for a value fits every call.
fn open_in_tail(template: &str, path: &str) -> Option<usize> {
    let path = path.trim_matches('/');
    let count = path.split('/').count();
    let segments: Vec<&str> = template.trim_matches('/').split('/').collect();
    let tail = segments.get(segments.len().checked_sub(count)?..)?;
    let open = apis::placeholders(&tail.join("/"), path)?;
    let begins_with_value = tail.first().is_some_and(|first| first.contains('{') && !path.starts_with('{'));
    (count - open > usize::from(begins_with_value)).then_some(open)
}

#[cfg(test)]
mod tests {
    use super::{Found, search};
    use crate::testing::platform;

    fn found(query: &str) -> Found {
        search(&platform("dingtalk").catalog, query)
    }

    fn scopes(query: &str) -> Vec<String> {
        found(query).scopes.into_iter().map(|s| s.code).collect()
    }

    fn paths(query: &str) -> Vec<(String, String)> {
        found(query).apis.into_iter().map(|a| (a.method, a.path)).collect()
    }

    fn call(method: &str, path: &str) -> (String, String) {
        (method.to_owned(), path.to_owned())
    }

    #[test]
    fn a_scope_is_found_by_code_beginning_and_name() {
        let read = found("Contact.User.Read");
        assert_eq!(read.scopes[0].code, "Contact.User.Read");
        assert!(read.apis.iter().any(|a| a.path == "/v1.0/contact/users/{unionId}"));
        assert!(scopes("contact.user").contains(&"Contact.User.Read".to_owned()));
        assert!(scopes("通讯录个人信息").contains(&"Contact.User.Read".to_owned()));
    }

    #[test]
    fn a_call_is_found_by_its_concrete_path_its_template_and_its_url() {
        let me = call("GET", "/v1.0/contact/users/{unionId}");
        for query in [
            "GET /v1.0/contact/users/me",
            "get https://api.dingtalk.com/v1.0/contact/users/me?x=1",
            "GET api.dingtalk.com/v1.0/contact/users/{unionId}",
        ] {
            assert_eq!(paths(query), std::slice::from_ref(&me), "{query}");
        }
        assert!(paths("/v1.0/contact").len() > 5);
        assert_eq!(paths("GET https://api.evil.example/v1.0/contact/users/me"), []);
    }

    #[test]
    fn a_call_is_found_by_any_tail_of_its_path() {
        let streaming = call("PUT", "/v1.0/card/streaming");
        for query in
            ["card/streaming", "/card/streaming", "v1.0/card/streaming", "PUT card/streaming", "put /card/streaming/"]
        {
            assert_eq!(paths(query), std::slice::from_ref(&streaming), "{query}");
        }
        let me = call("GET", "/v1.0/contact/users/{unionId}");
        for query in ["GET contact/users/me", "GET contact/users/{unionId}?x=1"] {
            assert_eq!(paths(query), std::slice::from_ref(&me), "{query}");
        }
        assert_eq!(paths("/streaming"), std::slice::from_ref(&streaming));
    }

    #[test]
    fn a_tail_may_begin_with_a_value_where_two_words_of_the_path_are_left() {
        let events = call("POST", "/v1.0/calendar/users/{userId}/calendars/{calendarId}/events");
        for query in ["POST me/calendars/primary/events", "POST {userId}/calendars/{calendarId}/events"] {
            assert_eq!(paths(query), std::slice::from_ref(&events), "{query}");
        }
        for query in ["foo/query", "GET api.dingtalk.com/foo/query", "GET me/you"] {
            assert_eq!(paths(query), [], "{query}");
        }
    }

    #[test]
    fn a_whole_path_and_the_beginning_of_one_come_before_a_tail() {
        assert_eq!(paths("/user/update"), [call("POST", "/user/update")]);
        assert_eq!(paths("user/update"), [call("POST", "/user/update")]);
        assert!(paths("v1.0/contact").iter().all(|(_, path)| path.starts_with("/v1.0/contact/")));
        assert!(paths("v1.0/contact").len() > 5);
    }

    #[test]
    fn a_tail_begins_where_a_segment_does_and_is_of_that_method() {
        for query in ["rd/streaming", "/ard/streaming", "GET card/streaming", "https://card/streaming", "card/stream"] {
            assert_eq!(paths(query), [], "{query}");
        }
    }

    #[test]
    fn a_name_with_a_slash_is_no_call() {
        let titled = search(&platform("feishu").catalog, "国家/地区");
        assert!(!titled.apis.is_empty());
    }

    #[test]
    fn an_error_code_is_found() {
        assert_eq!(found("60011").codes.first().map(|c| &*c.code), Some("60011"));
    }

    #[test]
    fn what_is_unknown_finds_nothing() {
        for query in ["", " ", "/", "No.Such.Scope", "没有这样的权限点", "DELETE /v9/none", "99999999"] {
            assert!(found(query).is_empty(), "{query}");
        }
    }
}
