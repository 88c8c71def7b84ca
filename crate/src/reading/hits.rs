//! Where the rules of a platform hold in a text.

use memchr::memmem;

use super::page::Page;
use crate::platform::{Platform, Rule};
use crate::records::{Member, same_name};
use crate::text::fold;

/// A text full of one needle is a flood, not a report.
const MAX_HITS: usize = 2_000;

/// How a rule was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// A code member inside a wrapping code.
    InnerCode,
    /// A code member.
    Code,
    /// A distinctive word.
    Token,
    /// A piece of message text.
    Phrase,
}

/// One place where one rule holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'p> {
    pub(super) rule: &'static Rule,
    pub(super) by: By,
    pub(super) at: usize,
    /// The code as the text prints it.
    pub(super) code: Option<&'p str>,
}

/// All hits of `platform`, sorted by place.
pub(super) fn hits<'p>(platform: &'static Platform, page: &'p Page, members: &[Member<'p>]) -> Vec<Hit<'p>> {
    // The anchors are the dearest thing to look for: only where an anchored rule found something.
    let anchored = std::cell::LazyCell::new(|| is_anchored(platform, page));
    let mut found: Vec<Hit<'p>> = Vec::new();
    for rule in &platform.spec.rules {
        let of_rule = codes(platform, rule, members)
            .into_iter()
            .chain(tokens(rule, page))
            .chain(phrases(rule, page))
            .chain(patterns(rule, page));
        let holding = of_rule.filter(|hit| holds(rule, page, hit.at));
        found.extend(holding.filter(|_| !rule.anchored || *anchored));
        if found.len() > MAX_HITS {
            break;
        }
    }
    found.sort_by_key(|hit| (hit.at, hit.by));
    found.truncate(MAX_HITS);
    found
}

/// Whether the platform is named by the exchange's host or by the text itself.
fn is_anchored(platform: &Platform, page: &Page) -> bool {
    let host = page.url.as_ref().map(|(host, _)| host.as_str());
    host.is_some_and(|host| platform.spec.hosts.iter().any(|h| h == host))
        || platform.spec.anchors.iter().any(|anchor| anchor.is_match(page.text()))
}

/// The phrases that must, or must not, be in the same record.
fn holds(rule: &Rule, page: &Page, at: usize) -> bool {
    if rule.with.is_empty() && rule.without.is_empty() {
        return true;
    }
    let record = page.record(at);
    let text = page.text().get(record.start..record.end).unwrap_or_default();
    let has = |phrase: &String| text.contains(&fold(phrase));
    (rule.with.is_empty() || rule.with.iter().any(has)) && !rule.without.iter().any(has)
}

fn codes<'p>(platform: &Platform, rule: &'static Rule, members: &[Member<'p>]) -> Vec<Hit<'p>> {
    let names = &platform.spec.members;
    let named = |list: &[String], key: &str| list.iter().any(|name| same_name(name, key));
    let hit = |member: &Member<'p>| {
        let code = member.value.text()?.split_whitespace().next()?;
        let known = rule.codes.iter().any(|c| c == code) && named(&names.code, last_name(member.key, names));
        let at = member.end - member.value.text()?.len();
        known.then_some(Hit {
            rule,
            by: if named(&names.inner_code, member.key) { By::InnerCode } else { By::Code },
            at,
            code: Some(code),
        })
    };
    if rule.codes.is_empty() { Vec::new() } else { members.iter().filter_map(hit).collect() }
}

/// Of the two bare words before a separator, the ones that are a name: `at code` is `code`, `Error code` is itself.
pub(super) fn last_name<'k>(key: &'k str, names: &crate::platform::MemberNames) -> &'k str {
    let lists = [&names.code, &names.request_id, &names.app_id];
    let whole = lists.iter().any(|list| list.iter().any(|name| same_name(name, key)));
    if whole { key } else { key.rsplit(' ').next().unwrap_or(key) }
}

fn tokens<'p>(rule: &'static Rule, page: &'p Page) -> Vec<Hit<'p>> {
    let text = page.text();
    let find =
        |token: &'static String| memmem::find_iter(text.as_bytes(), token.as_bytes()).map(|at| (at, token.len()));
    let hits = rule.tokens.iter().flat_map(find).take(MAX_HITS);
    hits.map(|(at, len)| {
        let (start, end) = word_around(text, at, at + len);
        Hit { rule, by: By::Token, at: start, code: text.get(start..end) }
    })
    .collect()
}

fn phrases<'p>(rule: &'static Rule, page: &'p Page) -> Vec<Hit<'p>> {
    let text = page.text().as_bytes();
    let mut found = Vec::new();
    for phrase in &rule.phrases {
        let phrase = fold(phrase);
        let places = memmem::find_iter(text, phrase.as_bytes()).take(MAX_HITS);
        found.extend(places.map(|at| Hit { rule, by: By::Phrase, at, code: None }));
    }
    found
}

fn patterns<'p>(rule: &'static Rule, page: &'p Page) -> Vec<Hit<'p>> {
    let find = |pattern: &'static crate::platform::Pattern| pattern.find_all(page.text()).take(MAX_HITS);
    let possible = |needle: &String| memmem::find(page.text().as_bytes(), needle.as_bytes()).is_some();
    let worth = rule.needles.is_empty() || rule.needles.iter().any(possible);
    let hits = rule.patterns.iter().filter(|_| worth).flat_map(find);
    hits.map(|(at, _)| Hit { rule, by: By::Phrase, at, code: None }).collect()
}

/// The dotted word that `start..end` is a part of.
fn word_around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let is_word = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    let before: usize = text.get(..start).map_or(0, |t| t.chars().rev().take_while(is_word).count());
    let after: usize = text.get(end..).map_or(0, |t| t.chars().take_while(is_word).count());
    let tail = text.get(end..end + after).unwrap_or_default();
    (start - before, end + tail.trim_end_matches('.').len())
}
