//! From values to a URL.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use scopelens_model::split_url;
use scopelens_pack::{LinkSpec, Platform, has};

/// What is not encoded in a value: RFC 3986's unreserved characters, and the two marks of scopes and their lists
/// that any part of a URL behind the host may hold as they are.
const VALUE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b',');

/// A page of the catalog may be several segments deep, and a part of one.
const PAGE: &AsciiSet = &VALUE.remove(b'/').remove(b'#');

/// The values that a template may ask for.
#[derive(Debug, Clone, Copy, Default)]
pub struct LinkValues<'a> {
    /// `{app_id}`
    pub app_id: Option<&'a str>,
    /// `{scope}`, or `{scopes}` with commas between them.
    pub scope: Option<&'a str>,
    /// `{identity}`: one of the platform's kinds of caller.
    pub identity: Option<&'a str>,
    /// `{request_id}`
    pub request_id: Option<&'a str>,
    /// `{code}`
    pub code: Option<&'a str>,
    /// `{page}`: the slug of a documentation page, or a whole URL of one.
    pub page: Option<&'a str>,
    /// `{name}` of what a rule read beside these: its details, by their ids.
    pub details: &'a [(Arc<str>, String)],
    /// Take the international edition's template where there is one.
    pub international: bool,
}

/// The URL of link `id`, or nothing where a value is missing or does not have the platform's shape.
#[must_use]
pub fn build<'v>(platform: &Platform, id: &str, values: LinkValues<'v>) -> Option<String> {
    let spec = platform.spec.links.iter().find(|link| *link.id == *id)?;
    let template = template(spec, values.international);
    let shapes = &platform.spec.shapes;
    // What is in the catalog has the shape: a test says so, and looking it up is cheaper than matching.
    let is_scope = |v: &str| platform.catalog.scope(v).is_some() || shapes.scope.is_match(v);
    let known: [(&str, &dyn Fn() -> Option<&'v str>); 7] = [
        ("{app_id}", &|| values.app_id.filter(|v| shapes.is_app_id_of_link(v))),
        ("{scope}", &|| values.scope.filter(|v| is_scope(v))),
        ("{scopes}", &|| values.scope.filter(|v| v.split(',').all(is_scope))),
        ("{identity}", &|| values.identity.filter(|v| platform.spec.identities.iter().any(|i| *i.id == **v))),
        ("{request_id}", &|| values.request_id.filter(|v| shapes.request_id.is_match(v))),
        ("{code}", &|| values.code.filter(|v| is_word(v))),
        ("{page}", &|| values.page),
    ];
    let url = known.into_iter().try_fold(template.to_owned(), |url, (name, value)| fill(url, name, value))?;
    let details = values.details.iter().map(|(id, value)| (format!("{{{id}}}"), encode(value)));
    let url = details.fold(url, |url, (name, value)| url.replace(&name, &value));
    let is_filled = !url.contains('{');
    is_filled.then_some(url).filter(|url| on_own_host(platform, url))
}

fn template(spec: &LinkSpec, international: bool) -> &str {
    match &spec.international {
        Some(template) if international => template,
        _ => &spec.url,
    }
}

/// A value is looked at only where the template asks for it.
fn fill<'v>(url: String, name: &str, value: impl Fn() -> Option<&'v str>) -> Option<String> {
    if !url.contains(name) {
        return Some(url);
    }
    let set = if name == "{page}" { PAGE } else { VALUE };
    Some(url.replace(name, &utf8_percent_encode(value()?, set).to_string()))
}

/// A value as a URL holds it.
pub(crate) fn encode(value: &str) -> String {
    utf8_percent_encode(value, VALUE).to_string()
}

fn is_word(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

fn on_own_host(platform: &Platform, url: &str) -> bool {
    let is_own_host = host(url).is_some_and(|host| has(&platform.spec.link_hosts, &host));
    is_own_host && url.starts_with("https://")
}

/// The host of a URL.
#[must_use]
pub fn host(url: &str) -> Option<String> {
    split_url(url).map(|(host, _)| host)
}
