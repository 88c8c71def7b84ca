//! From a URL in a text to its parts.

use std::ops::Range;

use super::follow::{Step, follow, forms};
use scopelens_pack::Platform;

/// What a link of a known template carries, each part with its offset in the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinkParts<'t> {
    /// The app id.
    pub app_id: Option<(&'t str, usize)>,
    /// The scope, or several with commas between them.
    pub scope: Option<(&'t str, usize)>,
}

/// Every link of template `id` in `range` of a flat text. Host and path must be the template's to the letter.
#[must_use]
pub fn read_link<'t>(platform: &Platform, id: &str, text: &'t str, range: Range<usize>) -> Vec<LinkParts<'t>> {
    let Some(spec) = platform.spec.links.iter().find(|link| *link.id == *id) else {
        return Vec::new();
    };
    let links = forms(spec).flat_map(|form| follow(form, text, range.clone()));
    links.map(|(_, _, steps)| parts(&steps)).collect()
}

fn parts<'t>(steps: &[Step<'_, 't>]) -> LinkParts<'t> {
    let part = |names: &[&str]| {
        let step = steps.iter().find(|s| names.contains(&s.name))?;
        (!step.value.is_empty()).then_some((step.value, step.at))
    };
    LinkParts { app_id: part(&["app_id"]), scope: part(&["scope", "scopes"]) }
}
