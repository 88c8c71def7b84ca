//! From a URL in a text to its parts.

use std::ops::Range;

use memchr::memmem;

use crate::platform::Platform;

/// What a link of a known template carries, each part with its offset in the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinkParts<'t> {
    /// The app id.
    pub app_id: Option<(&'t str, usize)>,
    /// The scope.
    pub scope: Option<(&'t str, usize)>,
}

/// Every link of template `id` in `range` of a flat text. Host and path must be the template's to the letter.
#[must_use]
pub fn read_link<'t>(platform: &Platform, id: &str, text: &'t str, range: Range<usize>) -> Vec<LinkParts<'t>> {
    let mut found = Vec::new();
    let part = text.get(range.clone()).unwrap_or_default();
    for (head, tail) in platform.lookup.link(id) {
        let places = memmem::find_iter(part.as_bytes(), head.as_bytes());
        found.extend(places.filter_map(|at| parts(text, range.start + at + head.len(), tail)));
    }
    found
}

/// Follows the template behind its head: `app_id}#{scope}`.
fn parts<'t>(text: &'t str, from: usize, tail: &str) -> Option<LinkParts<'t>> {
    let mut found = LinkParts::default();
    let mut at = from;
    for piece in tail.split('{') {
        let (name, literal) = piece.split_once('}')?;
        let value = value(text.get(at..)?);
        let part = (!value.is_empty()).then_some((value, at));
        match name {
            "app_id" => found.app_id = part,
            "scope" => found.scope = part,
            _ => {}
        }
        at += value.len();
        if !text.get(at..)?.starts_with(literal) {
            break;
        }
        at += literal.len();
    }
    Some(found)
}

/// The characters that ids and scopes are made of; what follows in prose (`,`, `]`, `，`) ends them.
fn value(text: &str) -> &str {
    let end =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-'))).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches(['.', ':'])
}
