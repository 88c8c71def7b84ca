//! Hits that belong to one refusal, put together into one denial.

use std::collections::{BTreeMap, BTreeSet};

use super::hits::{By, Hit, hits};
use super::page::Page;
use super::{call, facts, mention, scopes};
use crate::model::{AnyOf, Denial, Fact, Kind};
use crate::platform::Platform;
use crate::records::{Block, Member};

/// Two hits farther apart than this are never one refusal.
const MAX_GAP: usize = 2_000;

/// The hits of one refusal with the part of the text that it takes.
struct Group<'p> {
    hits: Vec<Hit<'p>>,
    span: Block,
    scopes: Vec<Fact>,
}

impl Group<'_> {
    /// Whether all its hits are of `kind`, those left aside that only speak of an error beside others that do not.
    fn is_of(&self, kind: Kind) -> bool {
        let mut told = self.hits.iter().map(|h| h.rule.kind).filter(|k| *k != Kind::Mention).peekable();
        if told.peek().is_none() { kind == Kind::Mention } else { told.all(|k| k == kind) }
    }
}

/// The first `most` denials of `platform` in `page`, and how many more there are.
pub(super) fn denials(platform: &'static Platform, page: &Page, most: usize) -> (Vec<Denial>, usize) {
    let members = page.members();
    let groups = groups(platform, page, &members);
    let spans: Vec<Block> = groups.iter().map(|g| g.span).collect();
    let more = groups.len().saturating_sub(most);
    let read = |(i, group)| denial(platform, page, &members, group, territory(&spans, i, page.text().len()));
    (groups.into_iter().take(most).enumerate().filter_map(read).collect(), more)
}

fn groups<'p>(platform: &'static Platform, page: &'p Page, members: &[Member<'p>]) -> Vec<Group<'p>> {
    let mut groups: Vec<Group<'p>> = Vec::new();
    // A rule finds the same scopes for each of its hits in one record.
    let mut read: BTreeMap<(usize, &str), Vec<Fact>> = BTreeMap::new();
    for hit in hits(platform, page, members) {
        let span = page.record(hit.at);
        let found = || scopes::scopes(platform, page, members, &hit, span);
        let scopes = read.entry((span.start, &hit.rule.id)).or_insert_with(found).clone();
        match groups.last_mut() {
            Some(last) if belongs(last, &hit, span, &scopes, page, members, platform) => {
                last.span.end = last.span.end.max(span.end);
                last.hits.push(hit);
                if scopes.len() > last.scopes.len() {
                    last.scopes = scopes;
                }
            }
            _ => groups.push(Group { hits: vec![hit], span, scopes }),
        }
    }
    groups
}

/// Whether `hit` tells more of the refusal before it, or begins another one.
fn belongs(
    group: &Group,
    hit: &Hit,
    span: Block,
    scopes: &[Fact],
    page: &Page,
    members: &[Member],
    platform: &Platform,
) -> bool {
    if span.start < group.span.end {
        return one_in_other(group, scopes);
    }
    let near = span.start - group.span.end <= MAX_GAP;
    let same_kind = group.is_of(hit.rule.kind);
    let codes: BTreeSet<&str> = group.hits.iter().chain([hit]).filter_map(|h| h.code).collect();
    let ids = |span| facts::request_id(platform, page, members, span);
    let same_request = match (ids(group.span), ids(span)) {
        (Some(one), Some(other)) => one.value == other.value,
        _ => true,
    };
    near && same_kind && codes.len() <= 1 && same_words(group, scopes) && same_request
}

/// The same scopes, or one side that names none.
fn same_words(group: &Group, scopes: &[Fact]) -> bool {
    group.scopes.is_empty() || scopes.is_empty() || set(&group.scopes) == set(scopes)
}

/// Within one record one place may name fewer of the scopes than another.
fn one_in_other(group: &Group, scopes: &[Fact]) -> bool {
    let (one, other) = (set(&group.scopes), set(scopes));
    one.is_subset(&other) || other.is_subset(&one)
}

fn set(facts: &[Fact]) -> BTreeSet<&str> {
    facts.iter().map(|f| f.value.as_str()).collect()
}

/// The text between the refusal before and the one after: facts that stand outside the record are looked for there.
fn territory(spans: &[Block], i: usize, len: usize) -> Block {
    let before = i.checked_sub(1).and_then(|i| spans.get(i));
    Block { start: before.map_or(0, |b| b.end), end: spans.get(i + 1).map_or(len, |b| b.start) }
}

fn denial(platform: &'static Platform, page: &Page, members: &[Member], group: Group, around: Block) -> Option<Denial> {
    let main = primary(&group.hits)?;
    let read = facts::Reader { platform, page, members, span: group.span, around };
    let text = page.text().get(around.start.min(group.span.start)..around.end.max(group.span.end)).unwrap_or_default();
    let (code, outer_code) = read.codes(&main);
    let mut denial = Denial {
        platform: &platform.spec.id,
        rule: &main.rule.id,
        topic: main.rule.topic(),
        kind: main.rule.kind,
        mention: false,
        code,
        outer_code,
        any_of: any_of(main.rule.any_of, group.scopes.len()),
        also_named: also_named(platform, text, &group.scopes),
        scopes: group.scopes,
        request_id: read.request_id(),
        app_id: read.app_id(),
        identity: read.identity(),
        api: call::api(platform, page, text),
        carried_link: read.carries_link(),
        carried_url: read.carried_url(),
        international: read.is_international(),
        details: details(&group.hits, text),
        signals: signals(&group.hits),
        span: Some(page.span(group.span.start, group.span.end)),
    };
    denial.mention = mention::is_mention(page, main.at, &denial);
    Some(denial)
}

/// The surest hit. What only speaks of an error speaks where no other rule does.
fn primary<'p>(hits: &[Hit<'p>]) -> Option<Hit<'p>> {
    let inner = |hit: &&Hit| hit.by == By::InnerCode;
    let best = || hits.iter().min_by_key(|hit| (hit.rule.kind == Kind::Mention, hit.by));
    hits.iter().find(inner).or_else(best).copied()
}

fn any_of(rule: Option<bool>, scopes: usize) -> AnyOf {
    match (rule, scopes) {
        (_, 0 | 1) | (Some(false), _) => AnyOf::All,
        (Some(true), _) => AnyOf::Any,
        (None, _) => AnyOf::Unknown,
    }
}

/// The wrong ones of the platform's pairs of similar names, where the text holds them.
fn also_named(platform: &Platform, text: &str, missing: &[Fact]) -> Vec<String> {
    let wrong = platform.spec.neighbours.iter().map(|(wrong, _)| wrong);
    let named = wrong.filter(|w| text.contains(w.as_str()) && missing.iter().all(|s| &s.value != *w));
    named.cloned().collect()
}

fn details(hits: &[Hit], text: &str) -> BTreeMap<String, String> {
    let all = hits.iter().flat_map(|hit| &hit.rule.details);
    all.filter_map(|d| d.pattern.find(text).map(|(_, value)| (d.id.clone(), value.trim().to_owned()))).collect()
}

fn signals(hits: &[Hit]) -> Vec<String> {
    let all: BTreeSet<&String> = hits.iter().flat_map(|hit| &hit.rule.signals).collect();
    all.into_iter().cloned().collect()
}
