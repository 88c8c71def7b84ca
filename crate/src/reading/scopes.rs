//! The scopes that a hit's rule finds in its record.

use super::hits::Hit;
use super::page::{Page, is_placeholder};
use crate::links::read_link;
use crate::model::Fact;
use crate::platform::{Platform, ScopeSource};
use crate::records::{Block, Member, Value, members_in, same_name, words_in};

/// No refusal names more; a text that does is made to keep us busy.
const MAX_SCOPES: usize = 200;

/// What a source gives from the whole of `span`: the first source that gives anything is believed.
pub(super) fn scopes(platform: &Platform, page: &Page, members: &[Member], hit: &Hit, span: Block) -> Vec<Fact> {
    for source in hit.rule.scopes {
        let found = match source {
            ScopeSource::Member(name) => from_members(page, members, name, span),
            ScopeSource::Pattern(pattern) => {
                let text = page.text().get(span.start..span.end).unwrap_or_default();
                let lists = pattern.find_all(text);
                lists.flat_map(|(at, list)| words(list, span.start + at)).collect()
            }
            ScopeSource::Link(id) => from_links(platform, page, id, span),
        };
        let found = valid(platform, page, found);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn from_members<'p>(page: &'p Page, members: &[Member<'p>], name: &str, span: Block) -> Vec<(&'p str, usize)> {
    let read = |m: &Member<'p>| match m.value {
        Value::Open(at) => words_in(page.text(), at),
        Value::Text(text) => words(text, m.end - text.len()),
    };
    members_in(members, span.start, span.end).iter().filter(|m| same_name(m.key, name)).flat_map(read).collect()
}

fn from_links<'p>(platform: &Platform, page: &'p Page, id: &str, span: Block) -> Vec<(&'p str, usize)> {
    let links = read_link(platform, id, page.text(), span.start..span.end).into_iter();
    links.filter_map(|parts| parts.scope).flat_map(|(list, at)| words(list, at)).collect()
}

/// The words of a list in prose, split at anything that no scope holds.
fn words(list: &str, offset: usize) -> Vec<(&str, usize)> {
    let start_of = |word: &str| word.as_ptr() as usize - list.as_ptr() as usize;
    list.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '/' | '-')))
        .map(|word| word.trim_end_matches(['.', ':']))
        .filter(|word| !word.is_empty())
        .map(|word| (word, offset + start_of(word)))
        .collect()
}

/// Each scope once, and only what looks like one. A scope at the very end of a text may be cut off: it counts
/// only where the catalog knows it.
fn valid(platform: &Platform, page: &Page, found: Vec<(&str, usize)>) -> Vec<Fact> {
    let known = |scope: &str| platform.catalog.scope(scope).is_some();
    let mut facts: Vec<Fact> = Vec::new();
    for (scope, at) in found {
        let end = at + scope.len();
        let rest = rest_of_word(page.text(), end);
        let joined = format!("{scope}{rest}");
        let scope = if !rest.is_empty() && known(&joined) { joined.as_str() } else { scope };
        let whole = known(scope) || (end < page.text().len() && rest.is_empty());
        let fits = whole && (known(scope) || platform.spec.shapes.scope.is_match(scope)) && !is_placeholder(scope);
        if facts.len() == MAX_SCOPES {
            break;
        }
        if fits && facts.iter().all(|f| f.value != scope) {
            facts.push(Fact { value: scope.to_owned(), ..page.fact(page.text().get(at..end).unwrap_or_default(), at) });
        }
    }
    facts
}

/// What stands at the start of the next line, where a word ends with its line: the word may go on there.
fn rest_of_word(text: &str, end: usize) -> &str {
    let Some(next) = text.get(end..).and_then(|rest| rest.strip_prefix('\n')) else {
        return "";
    };
    let len =
        next.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-'))).unwrap_or(next.len());
    next.get(..len).unwrap_or_default()
}
