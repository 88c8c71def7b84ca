//! A link in a text, followed along its template.

use std::ops::Range;

use memchr::memmem;

use scopelens_pack::LinkSpec;
use scopelens_text::flatten;

/// One `{name}` of a template with what stands for it in the text, and how much of the template follows there.
#[derive(Debug)]
pub(super) struct Step<'s, 't> {
    pub(super) name: &'s str,
    pub(super) value: &'t str,
    /// Where the value stands in the text.
    pub(super) at: usize,
    /// What stands behind it, as the template writes it.
    pub(super) literal: &'s str,
}

/// All forms of a link that a text may carry.
pub(super) fn forms(spec: &LinkSpec) -> impl Iterator<Item = &str> {
    [Some(&spec.url), spec.international.as_ref()].into_iter().flatten().chain(&spec.carried).map(|form| &**form)
}

/// Every link of `template` in `range` of a flat text: the template up to its first `{`, where the link starts, its
/// steps. Up to there a link must be the template's to the letter; it may end sooner than the template does.
pub(super) fn follow<'s, 't>(
    template: &'s str,
    text: &'t str,
    range: Range<usize>,
) -> Vec<(&'s str, usize, Vec<Step<'s, 't>>)> {
    let Some((head, tail)) = template.split_once('{') else {
        return Vec::new();
    };
    let flat = flatten(head).text;
    let part = text.get(range.clone()).unwrap_or_default();
    let places = memmem::find_iter(part.as_bytes(), flat.as_bytes()).map(|offset| range.start + offset);
    places.map(|offset| (head, offset, steps(tail, text, offset + flat.len()))).collect()
}

fn steps<'s, 't>(tail: &'s str, text: &'t str, from: usize) -> Vec<Step<'s, 't>> {
    let mut parts = Vec::new();
    let mut offset = from;
    for (name, literal) in tail.split('{').filter_map(|piece| piece.split_once('}')) {
        let value = value(text.get(offset..).unwrap_or_default(), name == "scopes");
        let behind = text.get(offset + value.len()..).unwrap_or_default();
        let (literal, whole, len) = shared(literal, behind);
        parts.push(Step { name, value, at: offset, literal });
        offset += value.len() + len;
        if !whole {
            break;
        }
    }
    parts
}

/// How much of `literal` the text goes on with: all of it, or whole query parameters; and how long that is in the text.
fn shared<'s>(literal: &'s str, text: &str) -> (&'s str, bool, usize) {
    let flat = flatten(literal).text;
    if text.starts_with(&flat) {
        return (literal, true, flat.len());
    }
    let ends = literal.match_indices('&').rev();
    let part =
        ends.filter_map(|(offset, _)| literal.get(..offset)).find(|part| text.starts_with(part)).unwrap_or_default();
    (part, false, part.len())
}

/// The characters that ids and scopes are made of; what follows in prose (`,`, `]`, `，`) ends them.
fn value(text: &str, list: bool) -> &str {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-') || (list && c == ',');
    let end = text.find(|c| !fits(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches(['.', ':', ','])
}
