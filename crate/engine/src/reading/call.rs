//! Which call was refused.

use super::page::Page;
use scopelens_model::{Api, Source, split_url};
use scopelens_pack::{Platform, has};

/// From the exchange, else from the text.
pub(super) fn api(platform: &Platform, page: &Page, text: &str) -> Option<Api> {
    from_exchange(page).or_else(|| from_text(platform, text))
}

fn from_exchange(page: &Page) -> Option<Api> {
    let (host, path) = page.url.as_ref()?;
    Some(Api {
        method: page.exchange.map(|e| e.head.method.to_ascii_uppercase()),
        host: Some(host.clone()),
        path: (*path).to_owned(),
        source: Source::Exchange,
    })
}

pub(super) fn from_text(platform: &Platform, text: &str) -> Option<Api> {
    platform.spec.calls.iter().find_map(|pattern| {
        let captures = pattern.captures(text)?;
        if let Some(page) = captures.name("page") {
            return of_page(platform, page.as_str());
        }
        let method = captures.name("method").map(|m| m.as_str().to_ascii_uppercase());
        let place = captures.name("place")?.as_str();
        let (host, path) = match split_url(place) {
            Some((host, path)) => (Some(host), path),
            None => (None, place.split(['?', '#']).next()?),
        };
        let ours = host.as_ref().is_none_or(|h| has(&platform.spec.hosts, h));
        ours.then(|| Api {
            method: method.filter(|m| !m.is_empty()),
            host,
            path: path.trim_end_matches(['.', ',']).to_owned(),
            source: Source::Text,
        })
    })
}

/// The call that a page of the documentation is about; where a path has a value, `:name` stands for it.
fn of_page(platform: &Platform, page: &str) -> Option<Api> {
    let known = platform.catalog.api_of_page(page)?;
    let path = known.path.replace('{', ":").replace('}', "");
    Some(Api { method: Some(known.method), host: Some(known.host), path, source: Source::Text })
}
