//! What the facts tell about the cause, as names that `causes.json` weighs and that words and steps may ask for.

use std::borrow::Cow;

use super::Scopes;
use crate::links::{LinkValues, build};
use scopelens_model::{AnyOf, Denial, Source};
use scopelens_pack::Platform;
use scopelens_pack::{CatalogScope, Text, Token};
use scopelens_text::order;

/// Names of signals, sorted.
#[derive(Debug, Clone, Default)]
pub struct Signals(Vec<Cow<'static, str>>);

impl Signals {
    /// Whether this one holds.
    #[must_use]
    pub fn contains(&self, signal: &str) -> bool {
        self.0.binary_search_by(|known| known.as_ref().cmp(signal)).is_ok()
    }

    /// Whether a condition holds: a signal's name, or `!` and the name of one that must be absent.
    #[must_use]
    pub fn meet(&self, condition: &str) -> bool {
        match condition.strip_prefix('!') {
            Some(absent) => !self.contains(absent),
            None => self.contains(condition),
        }
    }

    /// Whether all of them hold.
    #[must_use]
    pub fn meet_all(&self, conditions: &[Text]) -> bool {
        conditions.iter().all(|condition| self.meet(condition))
    }

    pub(super) fn add(&mut self, signal: impl Into<Cow<'static, str>>) {
        order::insert(&mut self.0, signal.into());
    }

    fn add_if(&mut self, holds: bool, signal: &'static str) {
        if holds {
            self.add(signal);
        }
    }
}

/// What a denial itself tells, and `nearby`, the text around it.
pub(super) fn of_text(platform: &Platform, denial: &Denial, nearby: &str) -> Signals {
    let mut signals = Signals(denial.signals.iter().map(|signal| Cow::Owned(signal.to_string())).collect());
    of_values(platform, denial, &mut signals);
    for seen in platform.spec.causes.seen.iter().filter(|seen| seen.pattern.is_match(nearby)) {
        signals.add(seen.signal.to_string());
    }
    signals
}

/// Adds what the facts and the missing scopes tell, as [`super::names::COMPUTED`] names it.
pub(super) fn add_computed(signals: &mut Signals, platform: &Platform, denial: &Denial, scopes: &Scopes) {
    for (holds, signal) in computed(platform, denial, scopes) {
        signals.add_if(holds, signal);
    }
}

pub(super) fn computed(
    platform: &Platform,
    denial: &Denial,
    scopes: &Scopes,
) -> impl Iterator<Item = (bool, &'static str)> {
    let tokens = tokens(platform, denial, scopes);
    of_scopes(platform, scopes).into_iter().chain(tokens).chain(of_facts(platform, denial, scopes))
}

fn catalogued(platform: &Platform, scopes: &Scopes) -> Vec<CatalogScope> {
    scopes.facts.iter().filter_map(|scope| platform.catalog.scope(&scope.value)).collect()
}

/// Which tokens the catalog gives the missing scopes to. Where the reply itself says whose the call was, it alone counts.
fn tokens(platform: &Platform, denial: &Denial, scopes: &Scopes) -> [(bool, &'static str); 5] {
    let known = catalogued(platform, scopes);
    let open = denial.identity.is_none();
    let some = |token: Token| open && known.iter().any(|scope| scope.token == Some(token));
    let (user, app) = (some(Token::User), some(Token::App));
    let only_user = user && known.len() == scopes.facts.len() && known.iter().all(|s| s.token == Some(Token::User));
    [
        (user, "user-scope"),
        (app, "app-scope"),
        (some(Token::Both), "both-scope"),
        (user && app, "mixed-scopes"),
        (only_user, "only-user-scopes"),
    ]
}

/// What the missing scopes tell.
fn of_scopes(platform: &Platform, scopes: &Scopes) -> [(bool, &'static str); 10] {
    let known = catalogued(platform, scopes);
    let several = scopes.facts.len() > 1;
    let of_catalog = scopes.facts.iter().any(|s| s.source == Source::Catalog);
    let ranked = several && known.len() == scopes.facts.len() && known.iter().all(|scope| scope.score.is_some());
    let narrowest = known.split_first().is_some_and(|(first, rest)| rest.iter().all(|s| s.score < first.score));
    [
        (scopes.facts.iter().any(|s| s.source != Source::Catalog), "scope-read"),
        (of_catalog, "scope-of-catalog"),
        (of_catalog && several && scopes.any_of == AnyOf::Unknown, "candidates"),
        (!scopes.facts.is_empty(), "scope-known"),
        (several, "several-scopes"),
        (several && scopes.any_of == AnyOf::Any, "any-of"),
        (ranked, "ranked"),
        (ranked && narrowest, "narrowest-known"),
        (known.iter().any(|scope| scope.sensitive && !scope.closed), "sensitive-scope"),
        (known.iter().any(|scope| scope.closed), "closed-scope"),
    ]
}

/// What was read, and what can be made of it.
fn of_facts(platform: &Platform, denial: &Denial, scopes: &Scopes) -> [(bool, &'static str); 11] {
    let call = denial.api.as_ref().and_then(|api| super::in_catalog(platform, api));
    [
        (denial.code.is_some(), "code-read"),
        (denial.request_id.is_some(), "request-id-read"),
        (denial.app_id.is_some(), "app-read"),
        (denial.identity.is_some(), "identity-read"),
        (denial.api.is_some(), "call-read"),
        (call.is_some(), "call-known"),
        (call.is_some_and(|call| !call.scopes.is_empty()), "call-scopes"),
        (denial.carried_link, "carries-link"),
        (denial.mention, "mention"),
        (neighbour(platform, denial).is_some(), "neighbour"),
        (!can_apply(platform, denial, scopes), "no-apply-link"),
    ]
}

/// What single values tell: `has-<detail>`, `<detail>-<value>`, `identity-<id>`, `code-<code>`, `topic-<topic>`, and what the platform's
/// patterns on app ids and paths say.
fn of_values(platform: &Platform, denial: &Denial, known: &mut Signals) {
    let app = denial.app_id.as_ref().map(|fact| fact.value.as_str());
    let path = denial.api.as_ref().map(|api| api.path.as_str());
    for (value, signals) in [(app, &platform.spec.app_signals), (path, &platform.spec.api_signals)] {
        for signal in signals.iter().filter(|s| value.is_some_and(|value| s.pattern.is_match(value))) {
            known.add(signal.signal.to_string());
        }
    }
    for (detail, value) in &denial.details {
        known.add(format!("has-{detail}"));
        if is_word(value) {
            known.add(format!("{detail}-{value}"));
        }
    }
    known.add(format!("topic-{}", denial.topic));
    if let Some(identity) = &denial.identity {
        known.add(format!("identity-{}", identity.value));
    }
    if let Some(code) = &denial.code {
        known.add(format!("code-{}", code.value));
    }
}

/// A value that may be a part of a signal's name: `okhttp`, `python-urllib`.
fn is_word(value: &str) -> bool {
    value.len() <= 20 && value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// The similarly named scope that the text also names, although another one is missing.
#[must_use]
pub fn neighbour<'p>(platform: &'p Platform, denial: &Denial) -> Option<&'p str> {
    let missing = |scope: &str| denial.scopes.iter().any(|s| s.value == scope);
    let pairs = platform.spec.neighbours.iter();
    let mut fitting = pairs.filter(|(wrong, right)| missing(right) && denial.also_named.iter().any(|s| **s == **wrong));
    fitting.next().map(|(wrong, _)| &**wrong)
}

fn can_apply(platform: &Platform, denial: &Denial, scopes: &Scopes) -> bool {
    let values = LinkValues {
        app_id: denial.app_id.as_ref().map(|f| f.value.as_str()),
        scope: scopes.facts.first().map(|s| s.value.as_str()),
        details: &denial.details,
        international: denial.international,
        ..LinkValues::default()
    };
    build(platform, "apply", values).is_some()
}
