//! From values to a URL.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::split_url;
use crate::platform::{LinkSpec, Platform};

/// What is not encoded in a value: RFC 3986's unreserved characters.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The values that a template may ask for.
#[derive(Debug, Clone, Copy, Default)]
pub struct LinkValues<'a> {
    /// `{app_id}`
    pub app_id: Option<&'a str>,
    /// `{scope}`
    pub scope: Option<&'a str>,
    /// `{page}`: the slug of a documentation page, or a whole URL of one.
    pub page: Option<&'a str>,
    /// Take the international edition's template where there is one.
    pub international: bool,
}

/// The URL of link `id`, or nothing where a value is missing or does not have the platform's shape.
#[must_use]
pub fn build(platform: &Platform, id: &str, values: LinkValues) -> Option<String> {
    let spec = platform.spec.links.iter().find(|link| link.id == id)?;
    let template = template(spec, values.international);
    let shapes = &platform.spec.shapes;
    let app_id = || values.app_id.filter(|v| shapes.app_id.is_match(v));
    let scope = || values.scope.filter(|v| shapes.scope.is_match(v));
    let url = fill(template.to_owned(), "{app_id}", app_id)?;
    let url = fill(url, "{scope}", scope)?;
    let url = fill(url, "{page}", || values.page)?;
    on_own_host(platform, &url).then_some(url)
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
    let encoded = utf8_percent_encode(value()?, VALUE).to_string();
    Some(url.replace(name, &encoded))
}

fn on_own_host(platform: &Platform, url: &str) -> bool {
    let own = host(url).is_some_and(|host| platform.spec.link_hosts.contains(&host));
    own && url.starts_with("https://")
}

/// The host of a URL.
#[must_use]
pub fn host(url: &str) -> Option<String> {
    split_url(url).map(|(host, _)| host)
}
