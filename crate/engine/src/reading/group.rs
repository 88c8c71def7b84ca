//! Hits that belong to one refusal, put together into one denial.

use std::sync::Arc;

use super::carrier::Carrier;
use super::gather::{Group, groups};
use super::hits::{By, Hit};
use super::named::named;
use super::page::Page;
use super::{call, facts, folded, mention, nearby};
use scopelens_model::{AnyOf, Denial, Fact, Kind};
use scopelens_pack::{Platform, Rule};
use scopelens_text::order;
use scopelens_text::records::{Block, Member};

/// The first `max_denials` denials of `platform` in `page`, and how many more there are.
pub(super) fn denials(
    platform: &Platform,
    page: &Page,
    members: &[Member],
    max_denials: usize,
) -> (Vec<Denial>, usize) {
    let named = named(platform, members);
    let groups = groups(platform, page, members, &named);
    let spans: Vec<(Block, bool)> = groups.iter().map(|g| (g.span, g.is_remark())).collect();
    let beyond = groups.len().saturating_sub(max_denials);
    let reader = |i, span| {
        let around = territory(&spans, i, page.text().len());
        facts::Reader { platform, page, named: &named, span, around }
    };
    let read = |(i, group): (usize, Group)| denial(platform, &reader(i, group.span), group);
    (without_remarks(groups.into_iter().take(max_denials).enumerate().filter_map(read).collect()), beyond)
}

/// What only speaks of an error is left out beside a refusal, and told once where nothing was refused: a table of codes is one text.
fn without_remarks(mut denials: Vec<Denial>) -> Vec<Denial> {
    let is_remark = |denial: &Denial| denial.mention || denial.kind == Kind::Mention;
    if denials.iter().any(|denial| !is_remark(denial)) {
        denials.retain(|denial| !is_remark(denial));
    }
    let mut remarks = 0;
    denials.retain(|denial| {
        remarks += usize::from(denial.mention);
        !denial.mention || remarks == 1
    });
    denials
}

/// The text between the refusal before and the one after: facts that stand outside the record are looked for there.
/// What only speaks of an error bounds its like alone.
fn territory(spans: &[(Block, bool)], i: usize, len: usize) -> Block {
    let is_remark = spans.get(i).is_some_and(|(_, is_remark)| *is_remark);
    let bounds = |(_, remark): &&(Block, bool)| is_remark || !remark;
    let before = spans.get(..i).unwrap_or_default().iter().rev().find(bounds);
    let after = spans.get(i + 1..).unwrap_or_default().iter().find(bounds);
    Block { start: before.map_or(0, |(span, _)| span.end), end: after.map_or(len, |(span, _)| span.start) }
}

fn denial(platform: &Platform, read: &facts::Reader, group: Group) -> Option<Denial> {
    let (page, around) = (read.page, read.around);
    let main = primary(&group.hits)?;
    let rules = rules(&group.hits);
    let text = page.text().get(around.start.min(group.span.start)..around.end.max(group.span.end)).unwrap_or_default();
    let (code, outer_code) = read.codes(&main);
    let scopes = missing_scopes(platform, read, &group, main.rule);
    let mut signals = signals(&rules);
    if scopes.is_empty() && main.rule.kind == Kind::MissingScope {
        folded::signal(page, &rules, group.span).map(|signal| order::insert(&mut signals, signal.into()));
    }
    let mut denial = Denial {
        platform: platform.spec.id.clone(),
        rule: main.rule.id.clone(),
        topic: main.rule.topic().clone(),
        kind: main.rule.kind,
        mention: false,
        quoted: None,
        code,
        outer_code,
        any_of: any_of(main.rule.any_of, scopes.len()),
        also_named: also_named(platform, text, &scopes),
        scopes,
        request_id: read.request_id(),
        app_id: read.app_id(),
        identity: read.identity(),
        api: call::api(platform, page, text),
        carried_link: read.carries_link(),
        carried_url: read.carried_url(),
        international: read.is_international(),
        details: details(&rules, text),
        signals,
        span: Some(page.span(group.span.start, group.span.end)),
        at: page.span(main.at, main.at).start,
    };
    denial.mention = mention::is_mention(page, &group.hits, &denial);
    let is_quoted = page.carrier == Carrier::ErrorPage && !denial.mention;
    denial.quoted = page.exchange.filter(|_| is_quoted).map(|exchange| exchange.head.status);
    Some(denial)
}

/// What the rules name; where they name none, what stands around the refusal.
fn missing_scopes(platform: &Platform, read: &facts::Reader, group: &Group, rule: &Rule) -> Vec<Fact> {
    let is_told = !group.scopes().is_empty() && (!group.has_remarked_scopes() || rule.kind == Kind::Mention);
    if is_told || rule.kind != Kind::MissingScope || rule.sources_only {
        return group.scopes().to_vec();
    }
    let nearby = nearby::scopes(platform, read.page, read.around);
    if nearby.is_empty() { group.scopes().to_vec() } else { nearby }
}

/// The surest hit. What only speaks of an error, and what knows a bare status alone, speaks where no other rule does.
fn primary<'p>(hits: &[Hit<'p>]) -> Option<Hit<'p>> {
    let inner = |hit: &&Hit| hit.by == By::InnerCode && !hit.rule.fallback;
    let best = || hits.iter().min_by_key(|hit| (hit.rule.kind == Kind::Mention, hit.rule.fallback, hit.by));
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
    let named = wrong.filter(|w| text.contains(&***w) && missing.iter().all(|s| *s.value != ***w));
    named.map(ToString::to_string).collect()
}

/// The rules of the hits, each once: a flood of hits has few.
fn rules<'p>(hits: &[Hit<'p>]) -> Vec<&'p Rule> {
    let mut seen = Vec::new();
    hits.iter().map(|hit| hit.rule).filter(|rule| order::insert(&mut seen, &rule.id)).collect()
}

/// What the rules read out of the text; several of them may ask the same.
fn details(rules: &[&Rule], text: &str) -> Vec<(Arc<str>, String)> {
    let mut seen = Vec::new();
    let all = rules.iter().flat_map(|rule| &rule.details);
    let each = all.filter(|detail| order::insert(&mut seen, (&detail.id, detail.pattern.source())));
    let found = each.filter_map(|d| d.pattern.find(text).map(|(_, value)| (d.id.clone(), value.trim().to_owned())));
    // Two patterns may well find the same.
    found.fold(Vec::new(), |mut all, detail| {
        if !all.contains(&detail) {
            all.push(detail);
        }
        all
    })
}

/// What a tool says in its own words counts where the platform's own are lost.
fn signals(rules: &[&Rule]) -> Vec<Arc<str>> {
    let has_reply = rules.iter().any(|rule| !rule.must_name_scope && rule.kind != Kind::Mention);
    let mut all = Vec::new();
    for signal in rules.iter().filter(|rule| !has_reply || !rule.must_name_scope).flat_map(|rule| &rule.signals) {
        order::insert(&mut all, Arc::clone(signal));
    }
    all
}
