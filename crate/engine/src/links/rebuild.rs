//! A link that a text carries, made anew: the template's own words around the values, each checked and encoded.

use std::ops::Range;

use super::build::encode;
use super::follow::{Step, follow, forms};
use scopelens_pack::Platform;

/// The first link of template `id` in `range` that names `app_id` and a scope, in its longest form.
/// Nothing where a value has not the platform's shape, or may be cut off by the end of the text.
#[must_use]
pub fn rebuild(platform: &Platform, id: &str, app_id: &str, text: &str, range: Range<usize>) -> Option<String> {
    let spec = platform.spec.links.iter().find(|link| *link.id == *id)?;
    let mut best: Option<(usize, String)> = None;
    for (head, offset, steps) in forms(spec).flat_map(|form| follow(form, text, range.clone())) {
        let ours = steps.iter().any(|s| s.name == "app_id" && s.value == app_id);
        let Some(url) = ours.then(|| url(platform, head, &steps, text)).flatten() else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|(first, longest)| offset < *first || (offset == *first && url.len() > longest.len()))
        {
            best = Some((offset, url));
        }
    }
    best.map(|(_, url)| url)
}

fn url(platform: &Platform, head: &str, steps: &[Step], text: &str) -> Option<String> {
    let mut url = head.to_owned();
    let mut names_scope = false;
    for step in steps {
        let Some(value) = checked(platform, step, step.at + step.value.len() == text.len()) else {
            // The parameter that the value is missing from is left out as a whole.
            let end = url.rfind('&').filter(|_| names_scope)?;
            url.truncate(end);
            break;
        };
        names_scope |= matches!(step.name, "scope" | "scopes");
        url.push_str(&encode(&value));
        url.push_str(step.literal);
    }
    names_scope.then_some(url)
}

/// The value as far as it is valid; `last`: the text ends with it.
fn checked(platform: &Platform, step: &Step, last: bool) -> Option<String> {
    let spec = &platform.spec;
    let scope = |value: &str| {
        let known = platform.catalog.scope(value).is_some();
        spec.shapes.scope.is_match(value) && (known || !last)
    };
    match step.name {
        "app_id" => (spec.shapes.is_app_id_of_link(step.value) && !last).then(|| step.value.to_owned()),
        "scope" | "scopes" => {
            let scopes: Vec<&str> = step.value.split(',').filter(|value| scope(value)).collect();
            (!scopes.is_empty()).then(|| scopes.join(","))
        }
        "identity" => spec.identities.iter().find(|i| *i.id == *step.value).map(|i| i.id.to_string()),
        _ => None,
    }
}
