//! The scopes that a hit's rule finds in its record.

use super::hits::Hit;
use super::nearby;
use super::page::{Page, is_placeholder};
use super::phrases;
use crate::links::read_link;
use scopelens_model::Fact;
use scopelens_pack::{Pattern, Platform, ScopeSource};
use scopelens_text::records::{Block, Member, Value, members_in, same_name, words_in};

/// No refusal names more; a text that does is made to keep us busy.
const MAX_SCOPES: usize = 200;

/// What printers put where they leave something out.
const CUTS: [&str; 3] = ["...", "…", "(truncated"];

/// The scopes that the rule's sources name as missing in `span`, without those that it says the caller has.
pub(super) fn scopes(platform: &Platform, page: &Page, members: &[Member], hit: &Hit, span: Block) -> Vec<Fact> {
    let read = |sources| from_sources(platform, page, members, sources, span);
    let mut all = read(&hit.rule.scopes);
    if !all.is_empty() && !hit.rule.held.is_empty() {
        let held = read(&hit.rule.held);
        all.retain(|scope| held.iter().all(|known| known.value != scope.value));
    }
    if all.is_empty() && hit.rule.must_name_scope {
        nearby::scopes(platform, page, page.lines_below(span))
    } else {
        all
    }
}

/// What the first source that gives anything gives from the whole of `span`; where its list is cut off, the others' as well.
fn from_sources(
    platform: &Platform,
    page: &Page,
    members: &[Member],
    sources: &[ScopeSource],
    span: Block,
) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    for source in sources {
        let words = |words| valid(platform, page, words);
        let (facts, is_whole) = match source {
            ScopeSource::Member(name) => (words(from_members(page, members, name, span)), true),
            ScopeSource::Pattern(pattern) => {
                let (candidates, is_whole) = from_pattern(page, pattern, span);
                (words(candidates), is_whole)
            }
            ScopeSource::Link(id) => (words(from_links(platform, page, id, span)), true),
            ScopeSource::List(pattern) => {
                let (items, is_whole) = lists(page, pattern, span);
                (phrases::items(platform, page, &items), is_whole)
            }
            ScopeSource::Made(made) => (phrases::made(platform, page, made, span), true),
        };
        for fact in facts {
            if all.len() < MAX_SCOPES && all.iter().all(|known| known.value != fact.value) {
                all.push(fact);
            }
        }
        if is_whole && !all.is_empty() {
            break;
        }
    }
    all
}

/// The words of each list that the pattern matches, and whether none of the lists is cut off.
fn from_pattern<'p>(page: &'p Page, pattern: &Pattern, span: Block) -> (Vec<(&'p str, usize)>, bool) {
    let (lists, is_whole) = lists(page, pattern, span);
    (lists.into_iter().flat_map(|(list, offset)| words(list, offset)).collect(), is_whole)
}

/// The lists that the pattern matches, each with its offset, and whether none of them is cut off. Where the record has none, one
/// that begins in it may go on in the lines below: a terminal's width parts sentences.
fn lists<'p>(page: &'p Page, pattern: &Pattern, span: Block) -> (Vec<(&'p str, usize)>, bool) {
    let matches = |end: usize| {
        let text = page.text().get(span.start..end).unwrap_or_default();
        let begun = pattern.captures_all(text).filter_map(|(offset, captures)| {
            let list = captures.get(1).or_else(|| captures.get(0))?;
            let begins = span.start + offset + captures.get(0)?.start();
            (begins < span.end).then(|| (list.as_str(), span.start + offset + list.start()))
        });
        begun.collect::<Vec<(&str, usize)>>()
    };
    let within = matches(span.end);
    let lists = if within.is_empty() { matches(page.lines_below(span).end) } else { within };
    let is_whole = !lists.iter().any(|(list, _)| CUTS.iter().any(|cut| list.contains(cut)));
    (lists, is_whole)
}

fn from_members<'p>(page: &'p Page, members: &[Member<'p>], name: &str, span: Block) -> Vec<(&'p str, usize)> {
    let read = |m: &Member<'p>| match m.value {
        Value::Open(offset) => words_in(page.text(), offset),
        Value::Text(text) => words(text, m.end - text.len()),
    };
    members_in(members, span.start, span.end).iter().filter(|m| same_name(m.key, name)).flat_map(read).collect()
}

fn from_links<'p>(platform: &Platform, page: &'p Page, id: &str, span: Block) -> Vec<(&'p str, usize)> {
    let links = read_link(platform, id, page.text(), span.start..span.end).into_iter();
    links.filter_map(|parts| parts.scope).flat_map(|(list, offset)| words(list, offset)).collect()
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

/// Each scope once, and only what looks like one and is whole.
fn valid(platform: &Platform, page: &Page, candidates: Vec<(&str, usize)>) -> Vec<Fact> {
    let known = |scope: &str| platform.catalog.scope(scope).is_some();
    let mut facts: Vec<Fact> = Vec::new();
    for (scope, offset) in candidates {
        let joined = format!("{scope}{}", rest_of_word(page.text(), offset + scope.len()));
        let is_joined = joined.len() > scope.len() && known(&joined);
        let value = if is_joined { joined.as_str() } else { scope };
        let fits = !value.contains("..") && (known(value) || platform.spec.shapes.scope.is_match(value));
        let is_whole = is_joined || !is_cut(platform, page.text(), offset, scope.len());
        if facts.len() == MAX_SCOPES {
            break;
        }
        if fits && is_whole && !is_placeholder(value) && facts.iter().all(|f| f.value != value) {
            facts.push(Fact { value: value.to_owned(), ..page.fact(scope, offset) });
        }
    }
    facts
}

/// Whether the word at `offset` may be a part of a longer one: it stands beside an ellipsis; or it ends the text, or its line with
/// a word on the next one, with a sign behind which a known scope goes on, or within a bracket that its line opened; and the
/// catalog does not know it.
pub(super) fn is_cut(platform: &Platform, text: &str, offset: usize, len: usize) -> bool {
    let before = text.get(..offset).unwrap_or_default();
    let after = text.get(offset + len..).unwrap_or_default();
    if before.ends_with("...")
        || before.ends_with('…')
        || CUTS.iter().any(|cut| after.trim_start_matches(' ').starts_with(cut))
    {
        return true;
    }
    let line = before.rsplit('\n').next().unwrap_or_default();
    let in_open_list = || after.starts_with('\n') && line.matches('[').count() > line.matches(']').count();
    let word = text.get(offset..offset + len).unwrap_or_default();
    let is_stem = || ends_line_as_stem(platform, word, after);
    let may_go_on = after.is_empty() || !rest_of_word(text, offset + len).is_empty() || in_open_list() || is_stem();
    may_go_on && platform.catalog.scope(word).is_none()
}

/// Whether the line ends with a sign behind the word, and a known scope begins with both: `Calendar.Event.`
fn ends_line_as_stem(platform: &Platform, word: &str, after: &str) -> bool {
    let sign = after.chars().next().filter(|c| matches!(c, '.' | ':' | '-'));
    let ends_line =
        || after.get(1..).is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('\n') || rest.is_empty());
    sign.is_some_and(|sign| ends_line() && platform.catalog.begins_scope(&format!("{word}{sign}")))
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
